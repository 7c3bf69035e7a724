/** The games that a device follows on the server, each as a table: a person has one, the teacher and the projector one a world. */
import type { Tables } from '../engine/tables.ts';
import { RemoteTable } from './remoteTable.ts';
import type { RemoteTableOptions } from './remoteTable.ts';
import type { GameShown, OverShown, WorldShown } from './wire.ts';

export class RemoteGames {
  private readonly tables: Tables;
  private readonly send: RemoteTableOptions['send'];
  private readonly again: (world: number) => void;
  private readonly byWorld = new Map<number, RemoteTable>();
  /** What came before the game it belongs to. */
  private readonly over = new Map<number, OverShown>();

  constructor(tables: Tables, send: RemoteTableOptions['send'], again: (world: number) => void) {
    this.tables = tables;
    this.send = send;
    this.again = again;
  }

  /** The table of a world, if its game has begun and is shown here. */
  of(world: number): RemoteTable | null {
    return this.byWorld.get(world) ?? null;
  }

  /** Take an update; who changes its seat gets another table. */
  take(shown: GameShown): void {
    const table = this.byWorld.get(shown.world);
    if (table?.seat === shown.seat) return table.update(shown);
    if (shown.from !== 0) return this.again(shown.world);
    const { tables, send } = this;
    const opened = new RemoteTable({ tables, shown, send, again: () => this.again(shown.world) });
    this.byWorld.set(shown.world, opened);
    const over = this.over.get(shown.world);
    if (over && shown.cells[tables.at.phase] === 3) opened.layOpen(over);
  }

  takeOver(over: OverShown): void {
    this.over.set(over.world, over);
    this.byWorld.get(over.world)?.layOpen(over);
  }

  follow(worlds: readonly WorldShown[], analyst: RemoteTable['analyst']): void {
    for (const world of worlds) {
      const table = this.byWorld.get(world.world);
      if (!table) continue;
      table.analyst = analyst;
      table.follow(world);
    }
  }
}
