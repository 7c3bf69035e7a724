/**
 * A world's game: the engine's position with the record that led to it. Made again from the record when a room is read from its
 * log or a round is undone; nothing here knows who sits where.
 */
import type { Change } from '../../engine/changes.ts';
import { decide } from '../../engine/decide.ts';
import type { Decision } from '../../engine/decide.ts';
import { seedFor, seedFrom } from '../../engine/dice.ts';
import type { Seed } from '../../engine/dice.ts';
import type { Refusal } from '../../engine/orders.ts';
import { roundOf, seedsFrom, start } from '../../engine/position.ts';
import type { Position } from '../../engine/position.ts';
import { chanceOf, newRecord, recorded, replay } from '../../engine/record.ts';
import type { GameRecord, SeatPlayer } from '../../engine/record.ts';
import type { Chance } from '../../engine/run.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Said } from '../../table/table.ts';
import type { Settings } from '../../table/wire.ts';

export interface Game {
  readonly tables: Tables;
  readonly position: Position;
  readonly record: GameRecord;
  readonly chance: Chance;
  readonly said: readonly Said[];
  /** How many decisions had been recorded when each round began, the first round first. */
  readonly began: readonly number[];
  /** Rises when the game is set back, so that whoever follows it begins anew. */
  readonly era: number;
}

/** Seeds of a room: every world begins from the same ones, so that only people make the difference. */
export function roomSeeds(seed: string): { dice: Seed; doubt: Seed } {
  return seedsFrom(seedFor(seedFrom(seed), 'room'));
}

/** Begin a world's game. */
export function beginGame(
  tables: Tables,
  seed: string,
  { rounds, moves, layers }: Settings,
  seats: Readonly<Record<string, SeatPlayer>>,
): { game: Game; changes: readonly Change[] } {
  const record = newRecord(tables, roomSeeds(seed), { rounds, moves, layers }, seats);
  const chance = chanceOf(tables, record);
  const { position, changes } = start(tables, record.options, chance);
  return { game: { tables, position, record, chance, said: [], began: [0], era: 0 }, changes };
}

/** Take a decision; a refusal leaves the game as it was. */
export function take(
  game: Game,
  decision: Decision,
): { ok: true; game: Game; changes: readonly Change[] } | { ok: false; why: Refusal } {
  const decided = decide(game.position, decision, game.chance);
  if (!decided.ok) return decided;
  const record = recorded(game.record, decision, game.position, decided.position);
  const played = roundOf(decided.position) > roundOf(game.position);
  return {
    ok: true,
    changes: decided.changes,
    game: {
      ...game,
      position: decided.position,
      record,
      began: played ? [...game.began, record.decisions.length] : game.began,
    },
  };
}

/** Put an event into the round that is on; it happens when the round is played. */
export function inject(game: Game, event: string): Game {
  const { injected = [] } = game.record;
  const record = { ...game.record, injected: [...injected, { event, round: roundOf(game.position) }] };
  return { ...game, record, chance: chanceOf(game.tables, record) };
}

/** All changes since the beginning, told anew: they are not kept, since they are many and seldom asked for. */
export function allChanges({ tables, record }: Game): readonly Change[] {
  return replay(tables, record).changes;
}

/** Set a game back to the beginning of its last played round, or of the first one. */
export function setBack(game: Game): { game: Game; changes: readonly Change[] } {
  const kept = Math.max(1, game.began.length - 1);
  const began = game.began.slice(0, kept);
  const until = began.at(-1) ?? 0;
  const record = {
    ...game.record,
    decisions: game.record.decisions.slice(0, until),
    digests: game.record.digests.slice(0, kept - 1),
    ...(game.record.injected ? { injected: game.record.injected.filter(({ round }) => round < kept) } : {}),
  };
  const replayed = replay(game.tables, record);
  return {
    changes: replayed.changes,
    game: {
      ...game,
      position: replayed.position,
      record,
      chance: chanceOf(game.tables, record),
      began,
      said: game.said.filter(({ round }) => round < kept),
      era: game.era + 1,
    },
  };
}
