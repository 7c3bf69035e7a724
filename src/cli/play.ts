/** `play`: plays one game to the end, by computers alone or with one capital's orders out of a file, and writes its record. */
import { writeFileSync } from 'node:fs';
import type { Change } from '../engine/changes.ts';
import { decide } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import type { Seed } from '../engine/dice.ts';
import type { Orders, Refusal } from '../engine/orders.ts';
import { digest, drawChance, phaseOf, roundOf, seedsFrom, start } from '../engine/position.ts';
import type { GameOptions, Position } from '../engine/position.ts';
import { newRecord, recorded } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import { viewFor } from '../engine/seats.ts';
import type { Tables } from '../engine/tables.ts';
import { drawSeats, lockOrders, playGame, talk } from '../forecast/playout.ts';
import { readArguments, WrongUse } from './command.ts';
import type { Command } from './command.ts';
import { gameOptions, gameOptionsUsage, readOptions, readSeed } from './gameOptions.ts';
import { readOrders } from './ordersFile.ts';
import { readNamed, wholeScenario } from './scenarioFiles.ts';
import { endingOf, endOf, storyOf } from './story.ts';
import { titlesOf } from './titles.ts';

export const play: Command = {
  summary: 'play one game and tell it',
  usage: [
    'play <scenario> --seed N [--as iran --orders file.json] [--rounds N] [--layers a,b] [--out record.json] [--json]',
    '',
    ...gameOptionsUsage,
    '  --as        a capital that is played by orders out of a file; it makes and answers no offers',
    '  --orders    that file: [{ "round": 1, "answer": "refuse", "moves": [{ "move": "surge" }, { "move": "pressHold", "influence": 2 }] }]',
    '              rounds without an entry are played without orders',
    '  --out       write the record, for replay and for the game on screen',
    '  --json      print ending, digest and record as JSON only',
  ].join('\n'),
  run(args, print) {
    const { values, positionals } = readArguments(
      args,
      {
        ...gameOptions,
        as: { type: 'string' },
        orders: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
      },
      1,
    );
    const { tables, scenario, folder } = wholeScenario(positionals[0]);
    const options = readOptions(scenario, values);
    const seed = readSeed(values.seed);
    const own = readOwn(tables, values);
    const { record, position, changes } = own
      ? playAs(tables, seed, options, own)
      : playAlone(tables, seed, options);
    if (values.out !== undefined) writeRecord(values.out, record);
    if (values.json)
      print(JSON.stringify({ ending: endingOf(position), digest: digest(position.cells), record }));
    else {
      const titles = titlesOf(folder);
      for (const line of [...storyOf(tables, changes, titles), ...endOf(position, titles)]) print(line);
      if (values.out !== undefined) print(`Record: ${values.out}`);
    }
    return 0;
  },
};

interface Own {
  readonly seat: string;
  readonly orders: ReadonlyMap<number, Orders>;
}

interface Played {
  readonly record: GameRecord;
  readonly position: Position;
  readonly changes: readonly Change[];
}

function readOwn(
  tables: Tables,
  { as, orders }: { as?: string | undefined; orders?: string | undefined },
): Own | null {
  if (as === undefined && orders === undefined) return null;
  if (as === undefined || orders === undefined) throw new WrongUse('--as and --orders go together.');
  if (!tables.capitals.some(({ id }) => id === as))
    throw new WrongUse(`--as takes ${tables.capitals.map(({ id }) => id).join(', ')}, not '${as}'.`);
  return { seat: as, orders: readOrders(orders, readNamed(orders)) };
}

function playAlone(tables: Tables, seed: Seed, options: GameOptions): Played {
  const {
    record,
    position,
    changes = [],
  } = playGame(tables, { seeds: seedsFrom(seed), options, traced: true });
  return { record, position, changes };
}

/** Play with one capital's orders given; what the protocol would have it say at the table is left out. */
function playAs(tables: Tables, seed: Seed, options: GameOptions, own: Own): Played {
  const seeds = seedsFrom(seed);
  const chance = drawChance(tables, seeds);
  const seats = { ...drawSeats(tables, seeds.dice), [own.seat]: { plays: 'person' as const } };
  const begun = start(tables, options, chance);
  let { position } = begun;
  const changes = [...begun.changes];
  let record = newRecord(tables, seeds, options, seats);
  const put = (decision: Decision): Refusal | null => {
    const decided = decide(position, decision, chance);
    if (!decided.ok) return decided.why;
    record = recorded(record, decision, position, decided.position);
    position = decided.position;
    for (const change of decided.changes) changes.push(change);
    return null;
  };
  const board = {
    tables,
    seats,
    keep: {},
    cells: () => position.cells,
    seenBy: ({ id }: { id: string }) => viewFor(position, id).cells,
    put: (decision: Decision) => decision.seat !== own.seat && put(decision) === null,
  };
  while (phaseOf(position) !== 'over') {
    const round = roundOf(position);
    talk(board);
    // The given orders go first, so that a refusal names the round before anything else happens in it.
    const orders = own.orders.get(round) ?? { moves: [] };
    const why = put({ seat: own.seat, round, kind: 'lock', orders });
    if (why) throw new WrongUse(`The orders of round ${round} are refused: ${toldWhy(why)}.`);
    for (const capital of tables.capitals) if (capital.id !== own.seat) lockOrders(board, capital);
  }
  return { record, position, changes };
}

/** Tell a refusal by its reason's name and numbers; the screens have sentences for them. */
function toldWhy({ reason, args = {}, guard }: Refusal): string {
  const details = [
    ...Object.entries(args).map(([name, value]) => `${name} ${value}`),
    ...(guard ? [JSON.stringify(guard)] : []),
  ];
  return details.length === 0 ? reason : `${reason} (${details.join(', ')})`;
}

function writeRecord(path: string, record: GameRecord): void {
  try {
    writeFileSync(path, `${JSON.stringify(record, null, 1)}\n`);
  } catch (error) {
    throw new WrongUse(`${path} cannot be written.`, { cause: error });
  }
}
