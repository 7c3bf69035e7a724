/** One command at work: what it adds to the log, with the room as it is after each addition. Nothing has happened until the log has it. */
import { randomInt } from 'node:crypto';
import type { Change } from '../../engine/changes.ts';
import type { Refusal } from '../../engine/orders.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Reply } from '../../table/wire.ts';
import type { Entry } from './entries.ts';
import { fold } from './fold.ts';
import type { Game } from './game.ts';
import type { RoomState, World } from './state.ts';

export interface Told {
  readonly world: number;
  readonly changes: readonly Change[];
  readonly anew: boolean;
}

export class Work {
  state: RoomState;
  readonly tables: Tables;
  /** The time that everything in this command happens at, in milliseconds since 1970. */
  readonly now: number;
  /** Name of this process. */
  readonly host: string;
  readonly entries: Entry[] = [];
  readonly told: Told[] = [];

  constructor(state: RoomState, tables: Tables, now: number, host: string) {
    this.state = state;
    this.tables = tables;
    this.now = now;
    this.host = host;
  }

  /** Let something happen. */
  add(entry: Entry): void {
    this.entries.push(entry);
    this.state = fold(this.state, entry, this.tables, (world, changes, anew) =>
      this.told.push({ world, changes, anew }),
    );
  }

  /** Draw a whole number from 0 to below `below`, from the system's own chance. */
  draw(below: number): number {
    return randomInt(below);
  }

  world(at: number): World | undefined {
    return this.state.worlds[at];
  }

  /** The game of a world; none in the lobby. */
  game(at: number): Game | null {
    return this.state.worlds[at]?.game ?? null;
  }
}

export const done: Reply = { ok: true };

/** Say no, with the reason by which a screen finds its words. */
export function no(reason: string, args?: Refusal['args']): Extract<Reply, { ok: false }> {
  return { ok: false, why: args ? { reason, args } : { reason } };
}
