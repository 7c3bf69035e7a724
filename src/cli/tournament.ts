/** `tournament`: plays policies against one another. What is measured is the business of `forecast/tournament.ts`. */
import type { PolicyName } from '../forecast/policy.ts';
import type { Mean } from '../forecast/quantiles.ts';
import { seatAmong, sureManners } from '../forecast/tournament.ts';
import type { SeatResult, SureManners } from '../forecast/tournament.ts';
import { readArguments } from './command.ts';
import type { Command, Print } from './command.ts';
import { gameOptionsUsage, manyGames, policyNames, readGames, readPolicy } from './gameOptions.ts';
import { wholeScenario } from './scenarioFiles.ts';
import { withThreads } from './threads.ts';

const usualFields: readonly PolicyName[] = ['quick@4', 'random@1'];

export const tournament: Command = {
  summary: 'play policies against one another in each seat, and count how they keep their word',
  usage: [
    'tournament <scenario> [--games N] [--policy name …] [--field name …] [--seed S] [--rounds N] [--layers a,b] [--json]',
    '',
    '  --games     games a seat, 2 to 100000; 200 where it is left out',
    `  --policy    who is seated in each capital in turn: ${policyNames.join(', ')}; may be given again; all where it is left out`,
    `  --field     who holds the other seats; ${usualFields.join(' and ')} where it is left out`,
    ...gameOptionsUsage,
    '  --json      print all figures as JSON only',
    'Policies are compared with the first, seed by seed. In brackets: where a figure would lie in 95 of 100 such tournaments.',
  ].join('\n'),
  async run(args, print) {
    const { values, positionals } = readArguments(
      args,
      {
        ...manyGames,
        policy: { type: 'string', multiple: true },
        field: { type: 'string', multiple: true },
      },
      1,
    );
    const { tables, scenario } = wholeScenario(positionals[0]);
    const request = readGames(scenario, values, 2, { games: '200', seed: '1' });
    const seated = (values.policy ?? policyNames).map((name) => readPolicy('policy', name));
    const fields = (values.field ?? usualFields).map((name) => readPolicy('field', name));
    const seats: SeatResult[] = [];
    const manners: SureManners[] = [];
    await withThreads(tables, request.games * seated.length, async (play) => {
      for (const field of fields) seats.push(...(await seatAmong(tables, request, seated, field, play)));
      for (const policy of seated) {
        const rows = await play({ kind: 'manners', request: { ...request, policy } });
        manners.push(sureManners(policy, request.games, rows));
      }
    });
    if (values.json) print(JSON.stringify({ seats, manners }));
    else {
      tellSeats(seats, request.games, print);
      print('');
      tellManners(manners, print);
    }
    return 0;
  },
};

function tellSeats(seats: readonly SeatResult[], games: number, print: Print): void {
  print(`Share of its aims that a seat reaches, points of 100, ${games} games a seat`);
  for (const { policy, field, reached } of seats)
    print(`  ${policy.padEnd(10)} among ${field.padEnd(10)} ${list(reached, points)}`);
  const others = seats.flatMap(({ policy, field, lead }) => (lead ? [{ policy, field, lead }] : []));
  if (others.length === 0) return;
  print('');
  print(`More than ${seats[0]?.policy} in the same seat with the same luck`);
  for (const { policy, field, lead } of others)
    print(`  ${policy.padEnd(10)} among ${field.padEnd(10)} ${list(lead, signed)}`);
}

function list(figures: Readonly<Record<string, Mean>>, tell: (mean: Mean) => string): string {
  return Object.entries(figures)
    .map(([id, mean]) => `${id} ${tell(mean)}`)
    .join('   ');
}

function points({ mean, low, high }: Mean): string {
  return `${mean.toFixed(1)} (${low.toFixed(1)} to ${high.toFixed(1)})`;
}

function signed({ mean, low, high }: Mean): string {
  const sign = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(1)}`;
  return `${sign(mean)} (${sign(low)} to ${sign(high)})`;
}

function tellManners(manners: readonly SureManners[], print: Print): void {
  print('Tables of one policy');
  for (const { policy, pacts, kept, repeated, repeatedAtOnce, escalates, intervals } of manners) {
    const tell = (name: string, figure: number, whole: number, unit: string): string => {
      const [low, high] = (intervals[name] ?? [figure, figure]).map((value) => (value * whole).toFixed(1));
      return `${(figure * whole).toFixed(1)}${unit} (${low} to ${high})`;
    };
    const share = (name: string, figure: number): string => tell(name, figure, 100, ' %');
    print(`  ${policy}`);
    print(`    pacts a game              ${tell('pacts', pacts, 1, '')}`);
    print(`    own sides kept            ${share('kept', kept)}`);
    print(`    the same offer again      ${share('repeated', repeated)}`);
    print(`      at once                 ${share('repeatedAtOnce', repeatedAtOnce)}`);
    for (const [kind, part] of Object.entries(escalates))
      print(`    orders that escalate, ${`${kind}:`.padEnd(12)}${share(`escalates.${kind}`, part)}`);
  }
}
