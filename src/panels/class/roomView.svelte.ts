/**
 * A room on the server as the screens hold it, for any of its devices: what it was shown last, how the line is, and a `Game` for
 * each world that it follows. What may be done in the room is asked of the device itself.
 */
import { scenarioDigest } from '../../engine/record.ts';
import type { Tables } from '../../engine/tables.ts';
import type { LinkState } from '../../table/remoteLink.ts';
import type { RemoteDesk, RemoteProjector, RemoteSeat, RoomOptions } from '../../table/remoteRoom.ts';
import type { RemoteTable } from '../../table/remoteTable.ts';
import type { Reply } from '../../table/wire.ts';
import { announce } from '../announce.svelte.ts';
import { Game } from '../game.svelte.ts';
import type { OpenedScenario } from '../playing.ts';
import type { Shell } from '../shell.svelte.ts';

type Device = RemoteSeat | RemoteDesk | RemoteProjector;

export class RoomView<D extends Device> {
  readonly device: D;
  readonly scenario: OpenedScenario;
  readonly shell: Shell;
  shown: D['shown'] = $state.raw() as D['shown'];
  link: LinkState = $state.raw('here');
  gone: { readonly reason: string } | null = $state.raw(null);
  /** Games by world; a person has one. */
  games: ReadonlyMap<number, Game> = $state.raw(new Map());
  /** What was refused last, as a sentence; empty where nothing was. */
  refused = $state('');
  private readonly stop: () => void;

  constructor(device: D, scenario: OpenedScenario, shell: Shell) {
    this.device = device;
    this.scenario = scenario;
    this.shell = shell;
    this.shown = device.shown;
    this.follow();
    const stop = device.subscribe(() => this.follow());
    // A tablet that was asleep, or found its network again, is not kept waiting.
    const hurry = (): void => {
      if (document.visibilityState === 'visible') device.hurry();
    };
    document.addEventListener('visibilitychange', hurry);
    window.addEventListener('online', hurry);
    this.stop = () => {
      stop();
      document.removeEventListener('visibilitychange', hurry);
      window.removeEventListener('online', hurry);
    };
  }

  /** The game of a world, or the only one. */
  game(world?: number): Game | null {
    return (world === undefined ? [...this.games.values()][0] : this.games.get(world)) ?? null;
  }

  /** Milliseconds left on a world's clock; null where none runs. */
  left({ until, left }: { until: number | null; left: number | null }): number | null {
    return left ?? (until === null ? null : this.device.timeLeft(until));
  }

  /** Wait for an answer and keep its refusal as a sentence. Returns whether it was done. */
  async ask(asked: Promise<Reply>): Promise<boolean> {
    const reply = await asked;
    this.refused = reply.ok ? '' : sayRefusal(this.shell, reply.why);
    announce(this.refused);
    return reply.ok;
  }

  close(): void {
    this.stop();
    this.device.close();
  }

  private follow(): void {
    const { device, shell, scenario } = this;
    this.shown = device.shown;
    this.gone = device.gone;
    if (device.state !== this.link) {
      if (device.state === 'lost') announce(shell.words.say('room-lost'));
      if (this.link === 'lost' && device.state === 'here') announce(shell.words.say('room-back'));
      this.link = device.state;
    }
    const tables = new Map<number, RemoteTable>();
    if ('powers' in this.shown) {
      const { table } = device as RemoteSeat;
      if (table) tables.set(table.world, table);
    } else {
      for (const { world } of this.shown.worlds) {
        const table = (device as RemoteDesk).table(world);
        if (table) tables.set(world, table);
      }
    }
    const isSame =
      tables.size === this.games.size &&
      [...tables].every(([world, table]) => this.games.get(world)?.table === table);
    if (isSame) return;
    this.games = new Map(
      [...tables].map(([world, table]) => {
        const before = this.games.get(world);
        const game =
          before?.table === table
            ? before
            : new Game(table, shell.words, scenario.sources, scenario.timeline);
        return [world, game];
      }),
    );
  }
}

/** What a device needs to reach the server that served this page, and the scenario that it plays. */
export function roomOptions(shell: Shell): RoomOptions & { readonly opened: () => OpenedScenario | null } {
  let opened: OpenedScenario | null = null;
  return {
    addresses: [location.origin],
    opened: () => opened,
    async load({ id, digest }): Promise<Tables> {
      const scenario = await shell.readScenario(id);
      if (!scenario || scenarioDigest(scenario.tables.scenario) !== digest) throw new Error('other scenario');
      shell.words.open(id, scenario.texts.words);
      opened = scenario;
      return scenario.tables;
    },
  };
}

/** Say why the server refused something. */
export function sayRefusal(
  { words }: Pick<Shell, 'words'>,
  { reason, args }: { reason: string; args?: Readonly<Record<string, string | number>> },
): string {
  const key = `why-${reason}`;
  return words.say(words.has(key) ? key : 'why-other', args);
}
