/** `tournament`: plays policies against one another. What is measured is the business of `forecast/tournament.ts`. */
import { seedFrom } from '../engine/dice.ts';
import { policies } from '../forecast/policy.ts';
import type { PolicyName } from '../forecast/policy.ts';
import { mannersOf } from '../forecast/manners.ts';
import type { Manners } from '../forecast/manners.ts';
import { seatAmong } from '../forecast/tournament.ts';
import type { SeatResult } from '../forecast/tournament.ts';
import { oneOf, readArguments, wholeNumber } from './command.ts';
import type { Command } from './command.ts';
import { gameOptions, gameOptionsUsage, readOptions } from './gameOptions.ts';
import { wholeScenario } from './scenarioFiles.ts';
import { withThreads } from './threads.ts';

const names = Object.keys(policies) as PolicyName[];

export const tournament: Command = {
  summary: 'play policies against one another in each seat, and count how they keep their word',
  usage: [
    'tournament <scenario> [--games N] [--policy name …] [--field name …] [--seed S] [--rounds N] [--layers a,b] [--json]',
    '',
    '  --games     games a seat, 2 to 100000; 200 where it is left out',
    `  --policy    who is seated in each capital in turn: ${names.join(', ')}; may be given again; all where it is left out`,
    `  --field     who holds the other seats; quick@4 and random@1 where it is left out`,
    ...gameOptionsUsage,
    '  --json      print all figures as JSON only',
  ].join('\n'),
  async run(args, print) {
    const { values, positionals } = readArguments(
      args,
      {
        ...gameOptions,
        games: { type: 'string' },
        policy: { type: 'string', multiple: true },
        field: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
      1,
    );
    const { tables, scenario } = wholeScenario(positionals[0]);
    const request = {
      games: wholeNumber('games', values.games ?? '200', 2, 100_000),
      seed: seedFrom(values.seed ?? '1'),
      options: readOptions(scenario, values),
    };
    const seated = (values.policy ?? names).map((name) => oneOf('policy', name, names));
    const fields = (values.field ?? ['quick@4', 'random@1']).map((name) => oneOf('field', name, names));
    const seats: SeatResult[] = [];
    const manners: Manners[] = [];
    await withThreads(tables, request.games * seated.length, async (play) => {
      for (const field of fields)
        for (const policy of seated) seats.push(await seatAmong(tables, request, policy, field, play));
      for (const policy of seated) {
        const rows = await play({ kind: 'manners', request: { ...request, policy } });
        manners.push(mannersOf(policy, request.games, rows));
      }
    });
    if (values.json) {
      print(JSON.stringify({ seats, manners }));
      return 0;
    }
    print(
      `Share of its aims that a seat reaches, points of 100 (± standard error), ${request.games} games a seat`,
    );
    for (const { policy, field, reached, error } of seats) {
      const figures = Object.entries(reached).map(
        ([id, value]) => `${id} ${value.toFixed(1)} ± ${(error[id] ?? 0).toFixed(1)}`,
      );
      print(`  ${policy.padEnd(10)} among ${field.padEnd(10)} ${figures.join('   ')}`);
    }
    print('');
    print(
      'Tables of one policy: pacts a game, own sides kept, the same offer again (at once), orders that escalate',
    );
    for (const { policy, pacts, kept, repeated, repeatedAtOnce, escalates } of manners) {
      const per = (share: number): string => `${(100 * share).toFixed(1)} %`;
      const kinds = Object.entries(escalates).map(([kind, share]) => `${kind} ${per(share)}`);
      print(
        `  ${policy.padEnd(10)} ${pacts.toFixed(1)}   ${per(kept)}   ${per(repeated)} (${per(repeatedAtOnce)})   ${kinds.join(', ')}`,
      );
    }
    return 0;
  },
};
