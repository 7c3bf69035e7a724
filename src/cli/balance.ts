/** `balance`: measures a scenario against the bars of its design. What is measured is the business of `forecast/balance.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../engine/zod.ts';
import { balance, fixedLooks } from '../forecast/balance.ts';
import type { Balance, Plans } from '../forecast/balance.ts';
import { wrongKeep } from '../forecast/keep.ts';
import type { Tables } from '../engine/tables.ts';
import { oneOf, readArguments, WrongUse } from './command.ts';
import type { Command, Print } from './command.ts';
import { gameOptionsUsage, manyGames, readGames } from './gameOptions.ts';
import { wholeScenario } from './scenarioFiles.ts';
import { withThreads } from './threads.ts';

const PlansFile = z.record(
  z.string(),
  z.array(z.strictObject({ id: z.string(), keep: z.record(z.string(), z.string()) })),
);

export const balances: Command = {
  summary: 'measure a scenario: endings, moves, pacts, plans, fixed policies, bargaining',
  usage: [
    'balance <scenario> [--games N] [--seed S] [--rounds N] [--layers a,b] [--fixed sifted] [--json]',
    '',
    '  --games     games of the largest count, 20 to 100000; 2000 where it is left out',
    ...gameOptionsUsage,
    '  --fixed     none, sifted (poor ones are dropped early; where it is left out) or whole (hours): how fixed policies are tried',
    '  --json      print all figures as JSON only',
    'A bar that is missed is said, and does not change the exit code. Figures are of this model, not of the world.',
  ].join('\n'),
  async run(args, print) {
    const { values, positionals } = readArguments(args, { ...manyGames, fixed: { type: 'string' } }, 1);
    const { tables, scenario, folder } = wholeScenario(positionals[0]);
    const request = readGames(scenario, values, 20, { games: '2000', seed: '1' });
    const fixed = oneOf('fixed', values.fixed ?? 'sifted', fixedLooks);
    const plans = readPlans(tables, folder);
    const measured = await withThreads(tables, request.games, (play) =>
      balance(tables, request, plans, play, fixed),
    );
    if (values.json) print(JSON.stringify(measured));
    else tell(measured, print);
    return 0;
  },
};

/** Read the plans of a scenario's folder; none where it has no such file. */
function readPlans(tables: Tables, folder: string): Plans {
  const plans = ((): Plans => {
    try {
      return PlansFile.parse(JSON.parse(readFileSync(join(folder, 'plans.json'), 'utf8')));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw new WrongUse('plans.json cannot be read: a list of plans by capital, each with id and keep.', {
        cause: error,
      });
    }
  })();
  for (const { id, keep } of Object.values(plans).flat()) {
    const wrong = wrongKeep(tables, keep);
    if (wrong !== null) throw new WrongUse(`plans.json, ${id}: ${wrong}.`);
  }
  return plans;
}

function tell({ figures, ways, hinges, plans, forecast }: Balance, print: Print): void {
  print(`${forecast.games} games; counts of games, not a prediction`);
  print('');
  for (const { name, value, least, most, met, on } of figures) {
    const bars = [
      least === undefined ? '' : `from ${round(least)}`,
      most === undefined ? '' : `to ${round(most)}`,
    ];
    print(
      `  ${met ? 'met   ' : 'MISSED'}  ${String(round(value)).padStart(6)}  ${bars.join(' ').trim().padEnd(12)}  ${name}${on === '' ? '' : ` (${on})`}`,
    );
  }
  print('');
  print('Plans: average and standard deviation of the share of aims reached');
  for (const [id, results] of Object.entries(plans))
    print(
      `  ${id}: ${results.map((one) => `${one.id} ${round(one.mean)} ±${round(one.deviation)}`).join(', ')}`,
    );
  print('');
  print('Ways: average share of aims reached, and share of games in which each did best');
  for (const { stance, mean, best } of ways)
    print(
      `  ${stance.padEnd(10)}${String(round(mean)).padStart(6)}  ${String(round(best * 100)).padStart(6)} %`,
    );
  for (const { link, third, stance, lead } of hinges.slice(0, 12))
    print(`  with ${link} in the ${third} third of its range, ${stance} leads by ${round(lead)}`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
