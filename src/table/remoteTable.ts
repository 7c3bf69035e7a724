/**
 * A table whose game is played on the classroom's server. It shows what the server sent for its seat and sends what is decided; nothing is
 * predicted, and the game's seeds are not known here before the debrief.
 */
import type { Change } from '../engine/changes.ts';
import type { Decision } from '../engine/decide.ts';
import { layers } from '../engine/layers.ts';
import { newRecord, replay } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import type { Tables } from '../engine/tables.ts';
import type { Answer, Everything, Said, Table, TableState } from './table.ts';
import type { GameShown, OverShown, WorldShown } from './wire.ts';

export interface RemoteTableOptions {
  readonly tables: Tables;
  /** The first update, with everything from the beginning. */
  readonly shown: GameShown;
  readonly send: (decision: Decision) => Promise<Answer>;
  /** Asks for everything again. */
  readonly again: () => void;
}

export class RemoteTable implements Table {
  readonly tables: Tables;
  readonly seat: string;
  readonly world: number;
  state: TableState;
  analyst: 'off' | 'one' | 'free' = 'off';
  private readonly send: RemoteTableOptions['send'];
  private readonly again: () => void;
  private readonly listeners = new Set<(state: TableState) => void>();
  private over: OverShown | null = null;
  private opened: Everything | null = null;

  constructor({ tables, shown, send, again }: RemoteTableOptions) {
    this.tables = tables;
    this.seat = shown.seat;
    this.world = shown.world;
    this.send = send;
    this.again = again;
    this.state = {
      view: { seat: shown.seat, cells: Int32Array.from(shown.cells) },
      changes: shown.changes,
      fresh: shown.changes.length,
      waitingFor: [],
      said: shown.said,
    };
  }

  /** Take an update. One that does not continue what is here is left, and everything is asked for again. */
  update(shown: GameShown): void {
    const { changes: before, waitingFor } = this.state;
    if (shown.from > before.length) return this.again();
    const anew = shown.from === 0;
    const changes: readonly Change[] = anew
      ? shown.changes
      : [...before, ...shown.changes.slice(before.length - shown.from)];
    const fresh = anew ? newsIn(changes, before) : before.length;
    this.replace({
      view: { seat: this.seat, cells: Int32Array.from(shown.cells) },
      changes,
      fresh,
      waitingFor,
      said: shown.said,
    });
    if (anew && this.over && this.tables.at.phase >= 0 && shown.cells[this.tables.at.phase] !== 3) {
      this.over = null;
      this.opened = null;
    }
  }

  /** Take what the room says about the world: who has not locked yet. */
  follow({ seats }: WorldShown): void {
    const waitingFor = seats
      .filter(({ locked, plays }) => !locked && plays === 'people')
      .map(({ seat }) => seat);
    if (waitingFor.join() !== this.state.waitingFor.join()) this.replace({ ...this.state, waitingFor });
  }

  /** Take everything, now that the game is over. */
  layOpen(over: OverShown): void {
    this.over = over;
    this.opened = null;
    this.replace({ ...this.state });
  }

  subscribe(listener: (state: TableState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Send a decision; the answer comes when it is kept for good, and after the state that came of it. */
  decide(decision: Decision): Promise<Answer> {
    return this.send(decision);
  }

  /** The record; before the debrief one without seeds and decisions, since those are the server's. */
  record(): GameRecord {
    if (this.over) return this.over.record;
    const { at } = this.tables;
    const { cells } = this.state.view;
    const bits = cells[at.layers] ?? 0;
    const none = { high: 0, low: 0 };
    return newRecord(
      this.tables,
      { dice: none, doubt: none },
      {
        rounds: cells[at.rounds] ?? 1,
        moves: cells[at.moves] ?? 2,
        layers: layers.filter((_, layer) => (bits & (1 << layer)) !== 0),
      },
      {},
    );
  }

  /** What was said so far, as far as this seat may know. */
  allSaid(): readonly Said[] {
    return this.over?.said ?? this.state.said;
  }

  /** Everything, played again here from the record. */
  everything(): Everything | null {
    if (!this.over) return null;
    const { record, said } = this.over;
    if (!this.opened) {
      const { position, changes } = replay(this.tables, record);
      this.opened = { position, changes, said, record };
    }
    return this.opened;
  }

  private replace(state: TableState): void {
    this.state = state;
    for (const listener of this.listeners) listener(state);
  }
}

/**
 * Find where news begins after everything came again, maybe to another post that sees more or less: with the first round that was not
 * told before. A game that was set back has none.
 */
function newsIn(changes: readonly Change[], before: readonly Change[]): number {
  const told = (list: readonly Change[]): number =>
    list.filter(({ step }) => step === 'standing').at(-1)?.round ?? 0;
  if (told(changes) <= told(before)) return changes.length;
  return changes.findIndex(({ round }) => round > told(before));
}
