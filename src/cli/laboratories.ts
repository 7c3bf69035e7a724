/** `laboratory`: tries a scenario's question in its arms. What is tried and measured is the business of `forecast/laboratory.ts`. */
import { gamesOf } from '../forecast/results.ts';
import type { Games } from '../forecast/results.ts';
import { armQuestion, nameOfOutcome, outcomesOf, settings } from '../forecast/laboratory.ts';
import type { Setting } from '../forecast/laboratory.ts';
import type { Range } from '../forecast/question.ts';
import { assumptionText, csvOf, reportOf } from '../forecast/report.ts';
import type { LaboratoryReport } from '../forecast/report.ts';
import type { Mean } from '../forecast/quantiles.ts';
import { oneOf, readArguments, WrongUse } from './command.ts';
import type { Command, Print } from './command.ts';
import { gameOptionsUsage, manyGames, readGames } from './gameOptions.ts';
import { wholeScenario } from './scenarioFiles.ts';
import { withThreads } from './threads.ts';
import { titlesOf } from './titles.ts';
import type { Titles } from './titles.ts';

export const laboratories: Command = {
  summary:
    "try a scenario's question in its arms: outcomes, ledger of delivery, and on what the answer hangs",
  usage: [
    'laboratory <scenario> --seed S [--games N] [--hinge id=yes …] [--strength link=upper …] [--json | --csv]',
    '',
    '  --games     games an arm, 20 to 100000; 200 where it is left out',
    ...gameOptionsUsage,
    '  --hinge     a belief set to yes or no, such as moscowTrades=yes; left out, it is open; may be given several times',
    '  --strength  a link drawn from the lower or upper third of its range, such as surgeBold=upper; likewise',
    '  --answer    outcome whose sensitivity is told, such as reached.iran (where it is left out), scale.unity or people',
    '  --arms      arms compared in it, such as ankara,moscow (where it is left out), or one alone',
    '  --json      print the report as JSON only',
    '  --csv       print the report as a table with commas only',
    'What comes out are counts of games under the rules of this model, not a prediction.',
  ].join('\n'),
  async run(args, print) {
    const text = { type: 'string' } as const;
    const many = { type: 'string', multiple: true } as const;
    const { values, positionals } = readArguments(
      args,
      {
        ...manyGames,
        hinge: many,
        strength: many,
        answer: text,
        arms: text,
        csv: { type: 'boolean' },
      },
      1,
    );
    const { tables, scenario, laboratory, folder } = wholeScenario(positionals[0]);
    if (!laboratory) throw new WrongUse(`The scenario ${scenario.id} has no laboratory.json.`);
    const outcomes = outcomesOf(tables, laboratory);
    const answer = oneOf(
      'answer',
      values.answer ?? `reached.${laboratory.capital}`,
      outcomes.map(nameOfOutcome),
    );
    const arms = laboratory.arms.map(({ id }) => id);
    const compared = (values.arms?.split(',') ?? arms.slice(0, 2))
      .map((arm) => oneOf('arms', arm, arms))
      .slice(0, 2);
    const hinges = laboratory.hinges.map(({ id }) => id);
    const links = scenario.links.map(({ id }) => id);
    const trial = {
      ...readGames(scenario, values, 20, { games: '200' }),
      hinges: pairs('hinge', values.hinge, hinges, settings) as Record<string, Setting>,
      strengths: pairs('strength', values.strength, links, ['lower', 'upper']) as Record<string, Range>,
    };
    const questions = arms.map((arm) => armQuestion(tables, laboratory, arm, trial));
    const played = await withThreads(tables, arms.length * trial.games, async (play) => {
      const all: Games[] = [];
      for (const question of questions)
        all.push(gamesOf(tables, question, await play({ kind: 'question', question })));
      return all;
    });
    const outcome = outcomes.find((one) => nameOfOutcome(one) === answer) ?? { kind: 'people' };
    const report = reportOf(tables, laboratory, trial, played, { outcome, arms: compared });
    if (values.json) print(JSON.stringify(report));
    else if (values.csv) print(csvOf(report).trimEnd());
    else tell(report, titlesOf(folder), print);
    return 0;
  },
};

function pairs(
  option: string,
  given: readonly string[] | undefined,
  names: readonly string[],
  sides: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    (given ?? []).map((text) => {
      const [name = '', side = ''] = text.split('=');
      return [oneOf(option, name, names), oneOf(option, side, sides)];
    }),
  );
}

function tell(
  { trial, assumed, arms, answer, sensitivity }: LaboratoryReport,
  titles: Titles,
  print: Print,
): void {
  print(titles('laboratory-question'));
  print(`${trial.games} games an arm; counts of games, not a prediction`);
  if (assumed.length > 0)
    print(`Played on the reader's own assumptions: ${assumed.map(assumptionText).join(', ')}`);
  for (const { arm, leaning, outcomes, endings, delivery } of arms) {
    print('');
    print(titles(`laboratory-arm-${arm}`));
    const depth = Object.keys(delivery).map(
      (partner, at) => `${partner} ${(leaning.depth[at] ?? 0).toFixed(1)}`,
    );
    print(`  leaning ${mean(leaning.towards, 1)}; costly dealings a game: ${depth.join(', ')}`);
    for (const [name, value] of Object.entries(outcomes)) print(`  ${mean(value, 100).padEnd(22)}${name}`);
    for (const [partner, ledger] of Object.entries(delivery))
      print(
        `  ${partner}: ${Object.entries(ledger)
          .map(([field, perGame]) => `${field} ${perGame.toFixed(2)}`)
          .join(', ')}`,
      );
    const [most] = Object.entries(endings).sort(([, one], [, other]) => other - one);
    if (most) print(`  most common ending: ${titles(`ending-${most[0]}`)}, ${most[1]} of ${trial.games}`);
  }
  print('');
  print(`${answer.outcome}, ${answer.arms.join(' less ')}: ${mean(answer, 100)}`);
  for (const { kind, id, low, high, standsOut } of sensitivity)
    print(
      `  ${(low / 100).toFixed(1).padStart(6)} to ${(high / 100).toFixed(1).padStart(6)}  ${kind} ${id}${standsOut ? '' : '  (within chance)'}`,
    );
}

function mean({ mean: middle, low, high }: Mean, unit: number): string {
  return `${(middle / unit).toFixed(1)} (${(low / unit).toFixed(1)} to ${(high / unit).toFixed(1)})`;
}
