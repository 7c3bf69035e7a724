/**
 * The laboratory: one question of a scenario, tried in arms that differ in what one capital holds to, with the same luck in each. It
 * says what each arm is asked and reads what its games come to; who plays them is the forecaster's business, how it is shown the
 * panels'. Nothing is added up over scales.
 */
import type { Seed } from '../engine/dice.ts';
import type { GameOptions } from '../engine/position.ts';
import type { AssumedShape, LaboratoryShape } from '../engine/scenario/laboratorySchema.ts';
import type { Tables } from '../engine/tables.ts';
import { likenessOf } from './doubt.ts';
import { ledgerAt, ledgerFields, leaningOf } from './ledger.ts';
import type { Ledger, LedgerField } from './ledger.ts';
import { meanOf } from './quantiles.ts';
import type { Mean } from './quantiles.ts';
import type { Question, Range } from './question.ts';
import { aimOf, columnOf, levelOf, reachedBy } from './results.ts';
import type { Games } from './results.ts';

/** How a belief is set: as its one side has it, as its other, or left open. */
export const settings = ['open', 'yes', 'no'] as const;
export type Setting = (typeof settings)[number];

/** What a reader assumes and asks for. */
export interface Trial {
  readonly games: number;
  readonly seed: Seed;
  readonly options: GameOptions;
  /** By hinge; one that is not named is left open. */
  readonly hinges: Readonly<Record<string, Setting>>;
  /** Strengths set by hand, by link: they come before those of a hinge. */
  readonly strengths: Readonly<Record<string, Range>>;
}

/** One thing that a reader took otherwise than the authors, or set where they leave it open. */
export type Assumed =
  | { readonly kind: 'hinge'; readonly id: string; readonly is: Setting }
  | { readonly kind: 'strength'; readonly id: string; readonly is: Range }
  | { readonly kind: 'scenario'; readonly id: string; readonly is: number };

/** List what a trial assumes that its scenario's authors do not: changed values of a copy, beliefs set, strengths set. */
export function assumedIn(
  { scenario }: Tables,
  { hinges, strengths }: Pick<Trial, 'hinges' | 'strengths'>,
): Assumed[] {
  return [
    ...(scenario.assumed ?? []).map(({ what, is }) => ({ kind: 'scenario', id: what, is }) as const),
    ...Object.entries(hinges).flatMap(([id, is]) =>
      is === 'open' ? [] : [{ kind: 'hinge', id, is } as const],
    ),
    ...Object.entries(strengths).map(([id, is]) => ({ kind: 'strength', id, is }) as const),
  ];
}

/** Ask one arm: what it holds, with all that is assumed. */
export function armQuestion(
  tables: Tables,
  laboratory: LaboratoryShape,
  arm: string,
  trial: Trial,
): Question {
  const own = laboratory.arms.find(({ id }) => id === arm);
  if (!own) throw new Error(`no arm ${arm}`);
  const assumed = laboratory.hinges.flatMap((hinge): AssumedShape[] => {
    const side = trial.hinges[hinge.id] ?? 'open';
    return side === 'open' ? [] : [hinge[side]];
  });
  const keep = Object.assign({}, ...assumed.map((one) => one.keep), own.keep) as Record<string, string>;
  return {
    games: trial.games,
    seed: trial.seed,
    beginning: { kind: 'start', options: trial.options },
    keep,
    ...(own.dealsWith ? { dealsWith: { [laboratory.capital]: own.dealsWith } } : {}),
    strengths: Object.assign({}, ...assumed.map((one) => one.strengths), trial.strengths) as Record<
      string,
      Range
    >,
    temperaments: Object.assign({}, ...assumed.map((one) => one.temperaments)) as Record<string, string>,
    levels: levelsNoted(tables, laboratory),
    byRound: false,
    ledger: { of: laboratory.capital, partners: laboratory.partners },
  };
}

/** Levels that the laboratory reads at the end of each game: people, fighting, support at home, and the parts of the capital's aims. */
function levelsNoted(tables: Tables, { capital, scales }: LaboratoryShape): string[] {
  const own = tables.capitals.find(({ id }) => id === capital);
  const parts = (own?.aims ?? []).flatMap((aim) =>
    aim.parts.map(({ cell }) => tables.layout.paths[cell] ?? ''),
  );
  return [
    ...new Set([
      'people',
      ...tables.scenario.theatres.map(({ id }) => `violence.${id}`),
      ...tables.capitals.map(({ id }) => `home.${id}`),
      ...scales.flatMap(({ level }) => (level.startsWith('aim.') ? [] : [level])),
      ...parts,
    ]),
  ];
}

/**
 * What is read of a game: a scale by its id, `reached` (the share of its aims that a capital reached) with a capital, `people`, or
 * `violence` (the average over all theatres). All in hundredths, more being more of it.
 */
export type Outcome =
  | { readonly kind: 'scale'; readonly id: string }
  | { readonly kind: 'reached'; readonly capital: string }
  | { readonly kind: 'people' }
  | { readonly kind: 'violence' };

/** List the outcomes of a laboratory: its scales, each capital's aims, people and fighting. */
export function outcomesOf(tables: Tables, { scales }: LaboratoryShape): Outcome[] {
  return [
    ...scales.map(({ id }) => ({ kind: 'scale', id }) as const),
    ...tables.capitals.map(({ id }) => ({ kind: 'reached', capital: id }) as const),
    { kind: 'people' },
    { kind: 'violence' },
  ];
}

/** Name an outcome in one word, for files and keys. */
export function nameOfOutcome(outcome: Outcome): string {
  if (outcome.kind === 'scale') return `scale.${outcome.id}`;
  return outcome.kind === 'reached' ? `reached.${outcome.capital}` : outcome.kind;
}

/** Read an outcome of every game, in the games' order. */
export function valuesOf(games: Games, laboratory: LaboratoryShape, outcome: Outcome): Float64Array {
  switch (outcome.kind) {
    case 'reached':
      return reachedBy(games, outcome.capital);
    case 'people':
      return levelOf(games, 'people');
    case 'violence': {
      const theatres = games.tables.scenario.theatres.map(({ id }) => levelOf(games, `violence.${id}`));
      return Float64Array.from({ length: games.games }, (_, game) =>
        average(theatres.map((one) => one[game] ?? 0)),
      );
    }
    case 'scale': {
      const scale = laboratory.scales.find(({ id }) => id === outcome.id);
      const level = scale?.level ?? '';
      return level.startsWith('aim.') ? aimOf(games, level.slice(4)) : levelOf(games, level);
    }
  }
}

/** Give the mean of an outcome with its interval. */
export function meanOfOutcome(games: Games, laboratory: LaboratoryShape, outcome: Outcome): Mean {
  const values = valuesOf(games, laboratory, outcome);
  return meanOf(values, likenessOf(values));
}

/** Give how much more of an outcome one arm has than another: compared game by game, since both met the same luck. */
export function differenceOf(one: Float64Array, other: Float64Array): Mean {
  const differences = one.map((value, game) => value - (other[game] ?? 0));
  return meanOf(differences, likenessOf(differences));
}

/**
 * Count in how many games each arm had the most of an outcome; games in which several did are shared between them.
 * @returns a share for each arm, from 0 to 1, adding up to 1
 */
export function bestOf(arms: readonly Float64Array[]): number[] {
  const games = arms[0]?.length ?? 0;
  const shares = arms.map(() => 0);
  for (let game = 0; game < games; game++) {
    const most = Math.max(...arms.map((values) => values[game] ?? 0));
    const best = arms.flatMap((values, at) => ((values[game] ?? 0) === most ? [at] : []));
    for (const at of best) shares[at] = (shares[at] ?? 0) + 1 / best.length / games;
  }
  return shares;
}

/** An arm's ledger with one partner, per game, and what was measured of its leaning. */
export interface Delivery {
  readonly partner: string;
  readonly perGame: Ledger;
}

/** Read an arm's ledger of delivery, on average per game. */
export function deliveryOf(games: Games): Delivery[] {
  const { partners = [] } = games.question.ledger ?? {};
  return partners.map((partner, at) => ({
    partner,
    perGame: Object.fromEntries(
      ledgerFields.map((field: LedgerField, offset) => [
        field,
        average([...columnOf(games, games.layout.ledger + at * ledgerFields.length + offset)]),
      ]),
    ) as Ledger,
  }));
}

/** How far an arm leaned, measured game by game. */
export interface Leaned {
  /** From -100 (all with the first partner) to 100 (all with the second). */
  readonly towards: Mean;
  /** Costly dealings a game with each partner. */
  readonly depth: readonly number[];
}

/** Measure how far an arm leaned: in its games, not in what it was told. */
export function leanedIn(games: Games): Leaned {
  const { partners = [] } = games.question.ledger ?? {};
  const towards = new Float64Array(games.games);
  const depth = partners.map(() => 0);
  for (let game = 0; game < games.games; game++) {
    const row = games.rows.subarray(game * games.layout.width, (game + 1) * games.layout.width);
    const leaning = leaningOf(
      partners.map((_, at) => ledgerAt(row, games.layout.ledger + at * ledgerFields.length)),
    );
    towards[game] = leaning.towards;
    leaning.depth.forEach((one, at) => (depth[at] = (depth[at] ?? 0) + one / games.games));
  }
  return { towards: meanOf(towards, likenessOf(towards)), depth };
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
