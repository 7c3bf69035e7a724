/** What a laboratory came to, as plain data and as a table for spreadsheets. How it is shown stands elsewhere. */
import { seedText } from '../engine/dice.ts';
import type { LaboratoryShape } from '../engine/scenario/laboratorySchema.ts';
import type { Tables } from '../engine/tables.ts';
import {
  assumedIn,
  deliveryOf,
  differenceOf,
  leanedIn,
  meanOfOutcome,
  nameOfOutcome,
  outcomesOf,
  valuesOf,
} from './laboratory.ts';
import type { Assumed, Leaned, Outcome, Trial } from './laboratory.ts';
import type { Ledger } from './ledger.ts';
import type { Mean } from './quantiles.ts';
import { endingsOf } from './results.ts';
import type { Games } from './results.ts';
import { standsOut, swingsOf, weightSwings, widthOf } from './sensitivity.ts';
import type { Swing } from './sensitivity.ts';

/** How many assumptions are told, the strongest first. */
export const swingsTold = 10;

export interface ArmReport {
  readonly arm: string;
  readonly leaning: Leaned;
  /** By name of outcome, in hundredths. */
  readonly outcomes: Readonly<Record<string, Mean>>;
  readonly endings: Readonly<Record<string, number>>;
  /** By partner, per game. */
  readonly delivery: Readonly<Record<string, Ledger>>;
}

export interface LaboratoryReport {
  /** Said wherever the figures go. */
  readonly note: string;
  readonly scenario: { readonly id: string; readonly version: string };
  readonly trial: Omit<Trial, 'seed'> & { readonly seed: string };
  /** What the reader assumed; none where all is as the authors have it. */
  readonly assumed: readonly Assumed[];
  readonly arms: readonly ArmReport[];
  /** What is compared: the first arm less the second, or the first alone. */
  readonly answer: { readonly outcome: string; readonly arms: readonly string[] } & Mean;
  readonly sensitivity: readonly (Swing & { readonly standsOut: boolean })[];
}

/** What is asked of the sensitivity: which outcome, of one arm or of two compared. */
export interface Asked {
  readonly outcome: Outcome;
  /** Ids of one or two arms. */
  readonly arms: readonly string[];
}

/**
 * Put a laboratory's games together.
 * @param played games by arm, in the laboratory's order
 */
export function reportOf(
  tables: Tables,
  laboratory: LaboratoryShape,
  trial: Trial,
  played: readonly Games[],
  asked: Asked,
): LaboratoryReport {
  const outcomes = outcomesOf(tables, laboratory);
  const { id, version } = tables.scenario;
  return {
    note: 'Counts of games under the rules of this model, not a prediction.',
    scenario: { id, version },
    trial: { ...trial, seed: seedText(trial.seed) },
    assumed: assumedIn(tables, trial),
    arms: laboratory.arms.flatMap((arm, at): ArmReport[] => {
      const games = played[at];
      if (!games) return [];
      return [
        {
          arm: arm.id,
          leaning: leanedIn(games),
          outcomes: Object.fromEntries(
            outcomes.map((outcome) => [nameOfOutcome(outcome), meanOfOutcome(games, laboratory, outcome)]),
          ),
          endings: Object.fromEntries(endingsOf(games).map((ending) => [ending.id, ending.games])),
          delivery: Object.fromEntries(deliveryOf(games).map(({ partner, perGame }) => [partner, perGame])),
        },
      ];
    }),
    ...answerOf(tables, laboratory, played, asked),
  };
}

/** Work out the answer asked for and on what it hangs most: links, and the weights in the capital's aims. */
export function answerOf(
  tables: Tables,
  laboratory: LaboratoryShape,
  played: readonly Games[],
  asked: Asked,
): Pick<LaboratoryReport, 'answer' | 'sensitivity'> {
  const [one, other] = asked.arms.flatMap(
    (id) => played[laboratory.arms.findIndex((arm) => arm.id === id)] ?? [],
  );
  const told = { outcome: nameOfOutcome(asked.outcome), arms: asked.arms };
  if (!one) return { answer: { ...told, mean: 0, low: 0, high: 0 }, sensitivity: [] };
  const first = valuesOf(one, laboratory, asked.outcome);
  const second = other ? valuesOf(other, laboratory, asked.outcome) : null;
  const values = second ? first.map((value, game) => value - (second[game] ?? 0)) : first;
  const mean = second ? differenceOf(first, second) : meanOfOutcome(one, laboratory, asked.outcome);
  // Weights are those of the aims: they say nothing about what is read off a level.
  const weighed =
    asked.outcome.kind === 'reached' ? weightSwings(other ? [one, other] : [one], asked.outcome.capital) : [];
  const swings = [...swingsOf(tables, one.question, values), ...weighed].sort(
    (left, right) => widthOf(right) - widthOf(left),
  );
  return {
    answer: { ...told, ...mean },
    sensitivity: swings.slice(0, swingsTold).map((swing) => ({ ...swing, standsOut: standsOut(swing) })),
  };
}

/** Write a report as a table with commas: one measure a line, values of 100 with two decimals. */
export function csvOf({
  note,
  scenario,
  trial,
  assumed,
  arms,
  answer,
  sensitivity,
}: LaboratoryReport): string {
  const lines: (string | number)[][] = [
    ['arm', 'measure', 'mean', 'low', 'high'],
    ...arms.flatMap(({ arm, leaning, outcomes, endings, delivery }) => [
      [arm, 'leaning', ...three(leaning.towards, 1)],
      ...Object.entries(outcomes).map(([name, mean]) => [arm, name, ...three(mean, 100)]),
      ...Object.entries(delivery).flatMap(([partner, ledger]) =>
        Object.entries(ledger).map(([field, perGame]) => [
          arm,
          `delivery.${partner}.${field}`,
          fixed(perGame),
          '',
          '',
        ]),
      ),
      ...Object.entries(endings).map(([ending, games]) => [arm, `ending.${ending}`, games, '', '']),
    ]),
    [answer.arms.join(' less '), `answer.${answer.outcome}`, ...three(answer, 100)],
    ...sensitivity.map(({ kind, id, low, high, standsOut: stands }) => [
      answer.arms.join(' less '),
      `${kind}.${id}${stands ? '' : ' (within chance)'}`,
      '',
      fixed(low / 100),
      fixed(high / 100),
    ]),
    ...assumed.map((one) => ["the reader's own assumption", assumptionText(one), '', '', '']),
    [
      `${scenario.id} ${scenario.version}; ${trial.games} games an arm; seed ${trial.seed}; ${note}`,
      '',
      '',
      '',
      '',
    ],
  ];
  return `${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Write an assumption in one word; strengths in hundredths. */
export function assumptionText({ kind, id, is }: Assumed): string {
  const value = typeof is === 'object' ? (is.from === is.to ? is.from : `${is.from}..${is.to}`) : is;
  return kind === 'scenario' ? `${id}=${value}` : `${kind}.${id}=${value}`;
}

function three({ mean, low, high }: Mean, unit: number): string[] {
  return [mean, low, high].map((value) => fixed(value / unit));
}

function fixed(value: number): string {
  return value.toFixed(2);
}

function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
