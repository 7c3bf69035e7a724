/** The game of a way of playing at one device, from the look for a kept one to its end. Which screen shows it is the way's business. */
import type { OpenedScenario } from '../playing.ts';
import type { Shell } from '../shell.svelte.ts';
import { dropHere, readHere } from './keptHere.ts';
import type { KeptHere, KeptWay } from './keptHere.ts';
import { beginTable, resumeTable } from './roundTable.svelte.ts';
import type { RoundTable, TableChoice } from './roundTable.svelte.ts';

export class KeptTable {
  readonly way: KeptWay;
  /** A game that can be gone on with. */
  kept: KeptHere | null = $state.raw(null);
  /** Whether the browser has been asked for one. */
  looked = $state(false);
  /** The kept game cannot be gone on with. */
  broken = $state(false);
  table: RoundTable | null = $state.raw(null);
  private readonly shell: Shell;
  private resuming = false;

  constructor(way: KeptWay, shell: Shell) {
    this.way = way;
    this.shell = shell;
  }

  /** Look for a game that was kept. */
  async look(): Promise<void> {
    this.kept = await readHere(this.way);
    this.looked = true;
  }

  begin(scenario: OpenedScenario, choice: TableChoice): void {
    const { seedAsked: seed, words } = this.shell;
    this.table = beginTable(this.way, scenario, seed === undefined ? choice : { ...choice, seed }, words);
  }

  async resume(): Promise<void> {
    if (!this.kept || this.resuming) return;
    this.resuming = true;
    this.table = await resumeTable(this.way, this.kept, this.shell.words);
    this.resuming = false;
    this.broken = this.table === null;
  }

  /** Forget the kept game. */
  async drop(): Promise<void> {
    await dropHere(this.way);
    this.kept = null;
    this.broken = false;
  }

  /** Forget the game that is over, and begin at the choice of another one. */
  async again(): Promise<void> {
    await this.drop();
    this.table = null;
  }

  close(): void {
    void this.table?.close();
  }
}
