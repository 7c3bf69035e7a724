/** The worker's side of a crew: it takes the scenario once and plays the games that it is given. */
import type { Tables } from '../engine/tables.ts';
import type { Craft, FromWorker, ToWorker } from './crew.ts';
import { gamesInOneGo } from './goes.ts';
import { takeUp } from './handing.ts';
import { reckoningOf } from './reckoning.ts';

export interface Servant<Work> {
  /** Do what a message asks. */
  take(message: ToWorker<Work>): void;
  /** The scenario, once it has come; and whether any work has. */
  readonly tables: Tables | null;
  readonly isAsked: boolean;
}

type ToPlay<Work> = Extract<ToWorker<Work>, { kind: 'play' }>;

/**
 * Make a servant.
 * @param send gives rows back; what is in `handed` need not be copied
 * @param turn lets messages that wait have their turn: what is overtaken is not played to its end
 */
export function openServant<Work>(
  craft: Craft<Work>,
  send: (message: FromWorker, handed: readonly ArrayBufferLike[]) => void,
  turn: () => Promise<void>,
): Servant<Work> {
  let tables: Tables | null = null;
  let asked: { readonly work: Work } | null = null;
  let waiting: ToPlay<Work>[] = [];
  let isPlaying = false;

  async function play(own: Tables): Promise<void> {
    isPlaying = true;
    for (let part = waiting.shift(); part && asked; part = waiting.shift()) await playPart(own, asked, part);
    isPlaying = false;
  }

  async function playPart(
    own: Tables,
    mine: { readonly work: Work },
    { run, from, to }: ToPlay<Work>,
  ): Promise<void> {
    const width = craft.width(own, mine.work);
    const rows = new Int16Array(width * (to - from));
    for (let game = from; game < to; game += gamesInOneGo) {
      const some = craft.play(own, mine.work, game, Math.min(to, game + gamesInOneGo));
      rows.set(some, (game - from) * width);
      await turn();
      if (asked !== mine) return;
    }
    send({ kind: 'rows', run, from, rows }, [rows.buffer]);
  }

  return {
    get tables() {
      return tables;
    },
    get isAsked() {
      return asked !== null;
    },
    take(message) {
      if (message.kind === 'open') {
        tables = takeUp(message.handed);
        send(message.reckons ? { kind: 'ready', reckoning: reckoningOf(tables) } : { kind: 'ready' }, []);
      } else if (message.kind === 'ask') {
        asked = { work: message.work };
        waiting = [];
      } else {
        waiting.push(message);
        if (tables && !isPlaying) void play(tables);
      }
    },
  };
}
