/**
 * A position: everything about a game at one moment, as in chess. It holds no seed and no drawn strength.
 * How it changes is decided in `decide.ts`; what a seat may see of it in `seats.ts`.
 */
import { traceFrom } from './changes.ts';
import type { Change } from './changes.ts';
import { die, murmur, ruleHash, seedFor } from './dice.ts';
import type { Seed } from './dice.ts';
import { showSigns } from './consequences/happenings.ts';
import { payIn, setAims, setPeople } from './consequences/standing.ts';
import { layerBits } from './layers.ts';
import type { Layer } from './layers.ts';
import { openRun, write } from './run.ts';
import type { Chance } from './run.ts';
import type { Tables } from './tables.ts';

export interface Position {
  readonly tables: Tables;
  /** All that counts, in whole numbers. Never written: rules work on a copy. */
  readonly cells: Int32Array;
  /** Id of the last change of each cell: where a later change finds its cause. */
  readonly last: Int32Array;
  readonly nextChange: number;
}

/** Where a game is: talks are open, closed by the first lock, running on without orders, or over. */
export const phases = ['talks', 'closed', 'runOn', 'over'] as const;
export type Phase = (typeof phases)[number];

export interface GameOptions {
  /** How many rounds are played with orders. */
  readonly rounds: number;
  /** Moves a capital may lock in a round, 2 or 3. */
  readonly moves: number;
  readonly layers: readonly Layer[];
}

/** Quarters that run on without orders before the debrief. */
export const runOnRounds = 2;

/**
 * Draw a game's luck.
 * @param seeds the seed of the dice and the seed of model doubt; the second alone decides the strengths
 * @param middle true to leave every link at its middle strength (the history run)
 */
export function drawChance(tables: Tables, seeds: { dice: Seed; doubt: Seed }, middle = false): Chance {
  const strengths = Int32Array.from(tables.links, (link) =>
    middle
      ? link.strength
      : link.strength - link.doubt + die(seeds.doubt, 0, link.rule, 0, 2 * link.doubt + 1),
  );
  return { dice: seeds.dice, strengths };
}

/** Derive the two seeds of a game from one. */
export function seedsFrom(seed: Seed): { dice: Seed; doubt: Seed } {
  return { dice: seedFor(seed, 'dice'), doubt: seedFor(seed, 'doubt') };
}

/** Set up the first position of a game, before the talks of round 1. */
export function start(
  tables: Tables,
  options: GameOptions,
  chance: Chance,
): { position: Position; changes: Change[] } {
  const cells = tables.layout.start.slice();
  // The first round is set before anything is written, so that every change says when it was.
  cells[tables.at.round] = 1;
  const trace = traceFrom(new Int32Array(tables.layout.size).fill(-1), 0);
  const run = openRun(tables, cells, chance, trace, 'standing');
  write(run, tables.at.rounds, options.rounds, 'start', -1, -1);
  write(run, tables.at.moves, options.moves, 'start', -1, -1);
  write(run, tables.at.layers, layerBits(options.layers), 'start', -1, -1);
  for (const capital of tables.capitals) {
    payIn(run, capital);
    if (options.layers.includes('instructions')) {
      run.seen = 1 << capital.index;
      write(
        run,
        capital.card,
        1 + die(chance.dice, 0, ruleHash(`card.${capital.id}`), 0, capital.cards.length),
        'card',
        capital.index,
        -1,
      );
      run.seen = 15;
    }
  }
  setAims(run, 'start');
  setPeople(run, 'start');
  showSigns(run, 1);
  return { position: { tables, cells, last: trace.last, nextChange: trace.next }, changes: trace.changes };
}

/** The round that is being talked about or was last played, from 1. */
export function roundOf(position: Position): number {
  return position.cells[position.tables.at.round] ?? 0;
}

/** Tell where the game is. */
export function phaseOf(position: Position): Phase {
  return phases[position.cells[position.tables.at.phase] ?? 0] ?? 'talks';
}

/** Digest of a position's cells: sixteen hexadecimal digits, the same on every host. */
export function digest(cells: Int32Array): string {
  return [7, 11].map((seed) => murmur(cells, seed).toString(16).padStart(8, '0')).join('');
}

/** Read a cell by path; throws where there is none. */
export function valueOf(position: Position, path: string): number {
  return position.cells[position.tables.layout.cell(path)] ?? 0;
}

/** Read the stance of a line by name. */
export function stanceOf(position: Position, owner: string, line: string): string {
  const table = position.tables.lines.find((one) => one.owner === owner && one.id === line);
  if (!table) throw new Error(`no line ${owner}.${line}`);
  return table.stances[position.cells[table.cell] ?? 0] ?? '';
}
