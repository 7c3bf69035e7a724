/** `forecast`: plays many games and counts what becomes of them. */
import { forecastOf } from '../forecast/forecast.ts';
import type { Forecast, Spread } from '../forecast/forecast.ts';
import { wrongKeep } from '../forecast/keep.ts';
import { shareOf } from '../forecast/quantiles.ts';
import type { ForecastRequest } from '../forecast/rollOut.ts';
import { readArguments, WrongUse } from './command.ts';
import type { Command, Print } from './command.ts';
import { gameOptionsUsage, manyGames, policyNames, readGames, readPolicy } from './gameOptions.ts';
import { wholeScenario } from './scenarioFiles.ts';
import { withThreads } from './threads.ts';
import { titlesOf } from './titles.ts';
import type { Titles } from './titles.ts';

export const forecasts: Command = {
  summary: 'play many games and count what becomes of them',
  usage: [
    'forecast <scenario> --games N --seed S [--keep iran.consults=ankara …] [--rounds N] [--layers a,b] [--policy name] [--json]',
    '',
    '  --games     how many, 1 to 100000',
    ...gameOptionsUsage,
    '  --keep      a line held at a stance in all games; may be given several times',
    `  --policy    ${policyNames.join(', ')}; ${policyNames[0]} where it is left out`,
    '  --json      print all counts as JSON only, with every level by round',
    'What comes out are counts of games under the rules of this model, not a prediction.',
  ].join('\n'),
  async run(args, print) {
    const { values, positionals } = readArguments(
      args,
      { ...manyGames, keep: { type: 'string', multiple: true }, policy: { type: 'string' } },
      1,
    );
    const { tables, scenario, folder } = wholeScenario(positionals[0]);
    const asked = readGames(scenario, values, 1);
    const keep = Object.fromEntries((values.keep ?? []).map(pairOf));
    const wrong = wrongKeep(tables, keep);
    if (wrong !== null) throw new WrongUse(`--keep: ${wrong}.`);
    const request: ForecastRequest = {
      ...asked,
      keep,
      ...(values.policy === undefined ? {} : { policy: readPolicy('policy', values.policy) }),
    };
    const rows = await withThreads(tables, request.games, (play) => play({ kind: 'count', request }));
    const counted = forecastOf(tables, request, rows);
    if (values.json) print(JSON.stringify(counted));
    else tell(counted, titlesOf(folder), print);
    return 0;
  },
};

function pairOf(text: string): [string, string] {
  const match = /^([A-Za-z0-9]+\.[A-Za-z0-9]+)=([A-Za-z0-9]+)$/.exec(text);
  if (!match)
    throw new WrongUse(
      `--keep takes a capital's line and a stance, such as iran.consults=ankara, not '${text}'.`,
    );
  return [match[1] ?? '', match[2] ?? ''];
}

function tell(counted: Forecast, titles: Titles, print: Print): void {
  const { games, keep, endings, moves, pacts, aims, levels } = counted;
  const kept = Object.entries(keep).map(([line, stance]) => `${line} = ${stance}`);
  print(
    `${games} games${kept.length > 0 ? `, kept: ${kept.join(', ')}` : ''}; counts of games, not a prediction`,
  );
  print('');
  print('Endings, and where their share would lie if many more games were played');
  for (const [id, count] of falling(endings)) {
    const { share, low, high } = shareOf(count, games);
    const interval = `(${percent(low).trim()} to ${percent(high).trim()})`;
    print(`  ${percent(share)}  ${interval.padEnd(20)}${titles(`ending-${id}`)} (${id})`);
  }
  print('');
  print('Aims: average, and where half of the games lie');
  for (const [id, spread] of Object.entries(aims)) print(`  ${spreadText(spread)}  ${id}`);
  print('');
  print('Moves most often made, as a share of games');
  for (const [id, share] of falling(moves).slice(0, 20)) print(`  ${percent(share)}  ${id}`);
  print('');
  print(
    `Pacts: ${Object.entries(pacts)
      .map(([name, count]) => `${name} ${(count / games).toFixed(1)}`)
      .join(', ')} a game`,
  );
  print('');
  print('Levels: average by round');
  const shown = /^(people$|clock\.|home\.|trust\.|issue\.)/;
  for (const [path, rounds] of Object.entries(levels)) {
    if (shown.test(path))
      print(`  ${path.padEnd(24)}${rounds.map(({ mean }) => meanText(path, mean).padStart(5)).join('')}`);
  }
}

function falling(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(([, one], [, other]) => other - one);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).padStart(5)} %`;
}

function spreadText({ mean, quantiles }: Spread): string {
  const [, low, , high] = quantiles.map((value) => Math.round(value / 100));
  return `${String(Math.round(mean / 100)).padStart(3)} (${low}–${high})`.padEnd(12);
}

/** Clocks count segments, everything else hundredths. */
function meanText(path: string, mean: number): string {
  return String(path.startsWith('clock.') ? mean : Math.round(mean / 100));
}
