/**
 * Playouts: games played to the end by computer capitals. Talks follow one fixed protocol: each seat may propose, all answer, what was
 * countered is answered once more, then all lock. The same protocol runs on bare cells and through `decide()`.
 */
import { apply, decide } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import type { Change } from '../engine/changes.ts';
import type { Seed } from '../engine/dice.ts';
import { seedFor } from '../engine/dice.ts';
import { digest, drawChance, start } from '../engine/position.ts';
import type { GameOptions, Position } from '../engine/position.ts';
import { newRecord } from '../engine/record.ts';
import type { GameRecord, SeatPlayer } from '../engine/record.ts';
import type { Chance } from '../engine/run.ts';
import { viewFor } from '../engine/seats.ts';
import type { CapitalTable, Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import type { Sitter } from './desk.ts';
import { answerOffersOn, chooseOn, makeOffersOn, quickSitter, warnOn } from './policy.ts';
import type { PolicyName } from './policy.ts';
import { playQuickly } from './quickGame.ts';
import type { Listener } from './quickGame.ts';
import { drawTemperament } from './temperament.ts';

export interface PlayoutSetup {
  readonly seeds: { readonly dice: Seed; readonly doubt: Seed };
  readonly options: GameOptions;
  /** Who plays each capital; a seat left out is a computer of `quick@4` with a drawn temperament. */
  readonly seats?: Readonly<Record<string, SeatPlayer>>;
  readonly keep?: Keep;
  /** Also collect every change, by way of `decide()`. */
  readonly traced?: boolean;
}

export interface Playout {
  readonly record: GameRecord;
  readonly position: Position;
  /** All changes, when traced. */
  readonly changes?: readonly Change[];
}

/** A game under way, to which the protocol puts decisions. */
export interface Board {
  readonly tables: Tables;
  readonly seats: Readonly<Record<string, SeatPlayer>>;
  readonly keep: Keep;
  /** The cells as they are now. */
  cells(): Int32Array;
  /** The cells as a seat sees them, or all of them where the policies are trusted not to look. */
  seenBy(capital: CapitalTable): Int32Array;
  /** Put a decision; false where it is refused. */
  put(decision: Decision): boolean;
}

/** Draw seats for a game: four computers of one policy, each with a temperament of its own. */
export function drawSeats(
  tables: Tables,
  seed: Seed,
  policy: PolicyName = 'quick@4',
): Record<string, SeatPlayer> {
  const from = seedFor(seed, 'temperaments');
  return Object.fromEntries(
    tables.capitals.map(({ id }) => [
      id,
      { plays: 'computer', policy, temperament: drawTemperament(from, id) } as const,
    ]),
  );
}

/**
 * Play a game to the end.
 * @returns its record, which replays to the same digests, and the last position
 */
export function playGame(tables: Tables, setup: PlayoutSetup): Playout {
  const seats = { ...drawSeats(tables, setup.seeds.dice), ...setup.seats };
  const chance = drawChance(tables, setup.seeds);
  const begun = start(tables, setup.options, chance);
  let { position } = begun;
  const changes: Change[] = [...begun.changes];
  const cells = position.cells.slice();
  const decisions: Decision[] = [];
  const digests: string[] = [];
  const traced = setup.traced === true;
  const now = (): Int32Array => (traced ? position.cells : cells);
  const keep = setup.keep ?? {};
  const sitters = traced ? null : sittersFor(tables, seats, keep);
  if (sitters) {
    playQuickly(tables, cells, chance, sitters, {
      decision: (decision) => decisions.push(decision),
      round: () => digests.push(digest(cells)),
    });
  } else
    playOn({
      tables,
      seats,
      keep,
      cells: now,
      seenBy: (capital) => (traced ? viewFor(position, capital.id).cells : cells),
      put(decision) {
        const round = now()[tables.at.round] ?? 0;
        if (traced) {
          const decided = decide(position, decision, chance);
          if (!decided.ok) return false;
          position = decided.position;
          for (const change of decided.changes) changes.push(change);
        } else if (apply(tables, cells, decision, chance, null)) return false;
        decisions.push(decision);
        if ((now()[tables.at.round] ?? 0) > round) digests.push(digest(now()));
        return true;
      },
    });
  const record = { ...newRecord(tables, setup.seeds, setup.options, seats), decisions, digests };
  if (traced) return { record, position, changes };
  return {
    record,
    position: { tables, cells, last: new Int32Array(tables.layout.size).fill(-1), nextChange: 0 },
  };
}

/**
 * Play on bare cells to the end, keeping nothing but them. Where all seats are quick capitals nothing is made on the way, unless
 * somebody listens to decisions.
 * @param cells a position's at talks; they are written
 * @param watch told of every decision accepted, or a listener, where somebody counts
 */
export function playOut(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  seats: Readonly<Record<string, SeatPlayer>>,
  keep: Keep,
  watch: Listener | ((decision: Decision) => void) = {},
): void {
  const listener = typeof watch === 'function' ? { decision: watch } : watch;
  const sitters = sittersFor(tables, seats, keep);
  if (sitters) {
    playQuickly(tables, cells, chance, sitters, listener);
    return;
  }
  let played = 0;
  playOn({
    tables,
    seats,
    keep,
    cells: () => cells,
    seenBy: () => cells,
    put(decision) {
      const round = cells[tables.at.round] ?? 0;
      if (apply(tables, cells, decision, chance, null)) return false;
      listener.decision?.(decision);
      if ((cells[tables.at.round] ?? 0) > round) listener.round?.(++played);
      return true;
    },
  });
}

/** Seat quick capitals at one desk; null where somebody else plays too. */
function sittersFor(
  tables: Tables,
  seats: Readonly<Record<string, SeatPlayer>>,
  keep: Keep,
): Sitter[] | null {
  const sitters: Sitter[] = [];
  for (const capital of tables.capitals) {
    const sitter = quickSitter(tables, capital, seats[capital.id] ?? {}, keep);
    if (!sitter) return null;
    sitters.push(sitter);
  }
  return sitters;
}

/** Play rounds until the game is over. */
function playOn(board: Board): void {
  const { tables } = board;
  while ((board.cells()[tables.at.phase] ?? 0) < 2) {
    talk(board);
    for (const capital of tables.capitals) lockOrders(board, capital);
  }
}

/** Hold the talks of a round by the fixed protocol. */
export function talk(board: Board): void {
  const { tables, seats, keep } = board;
  if ((board.cells()[tables.at.phase] ?? 0) !== 0) return;
  for (const capital of tables.capitals) {
    const person = seats[capital.id] ?? {};
    for (const { decision } of makeOffersOn(tables, board.seenBy(capital), capital, person, keep))
      board.put(decision);
    const warning = warnOn(tables, board.seenBy(capital), capital, person);
    if (warning) board.put(warning.decision);
  }
  for (let pass = 0; pass < 2; pass++) {
    for (const capital of tables.capitals) {
      for (const { decision } of answerOffersOn(
        tables,
        board.seenBy(capital),
        capital,
        seats[capital.id] ?? {},
        keep,
      ))
        board.put(decision);
    }
  }
}

/** Lock a capital's orders; should the rules refuse what it chose, it orders nothing. */
export function lockOrders(board: Board, capital: CapitalTable): void {
  const { tables, seats, keep } = board;
  const round = board.cells()[tables.at.round] ?? 0;
  if (board.cells()[capital.locked] === 1) return;
  const { orders } = chooseOn(tables, board.seenBy(capital), capital, seats[capital.id] ?? {}, keep);
  if (!board.put({ seat: capital.id, round, kind: 'lock', orders }))
    board.put({ seat: capital.id, round, kind: 'lock', orders: { moves: [] } });
}
