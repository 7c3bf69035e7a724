/**
 * Several workers that play numbered games of one piece of work between them. Rows are put where the games' numbers say, so that what
 * comes out is the same however many workers there are. A worker that dies or cannot start is done without; when none is left, the
 * rest is played where the crew was opened. The newest work alone is played. How a worker is started is its host's business.
 */
import type { Tables } from '../engine/tables.ts';
import { blockSize } from './doubt.ts';
import { gamesInOneGo } from './goes.ts';
import { handOver } from './handing.ts';
import type { Handed } from './handing.ts';
import { reckonedOf, takeReckoning } from './reckoning.ts';
import type { Reckoning } from './reckoning.ts';

/** How a kind of work is done: plain data in, one row of whole numbers a game out. */
export interface Craft<Work> {
  games(work: Work): number;
  /** Numbers in a row. */
  width(tables: Tables, work: Work): number;
  play(tables: Tables, work: Work, from: number, to: number): Int16Array;
}

/** What is sent to a worker: the compiled scenario once, and whether it is to tell what it works out of it; each piece of work once, then which of its games to play. */
export type ToWorker<Work> =
  | { readonly kind: 'open'; readonly handed: Handed; readonly reckons: boolean }
  | { readonly kind: 'ask'; readonly run: number; readonly work: Work }
  | { readonly kind: 'play'; readonly run: number; readonly from: number; readonly to: number };

/** What a worker sends back; the rows are handed over, not copied. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly reckoning?: Reckoning }
  | { readonly kind: 'rows'; readonly run: number; readonly from: number; readonly rows: Int16Array };

/** One worker as the crew sees it. */
export interface Port<Work> {
  post(message: ToWorker<Work>): void;
  /** Take what comes from it; `lost` is called once when it died or never started. */
  listen(take: (message: FromWorker) => void, lost: () => void): void;
  close(): void;
}

export interface CrewHost<Work> {
  /** Start a worker; may throw. */
  open(): Port<Work>;
  readonly workers: number;
  /** True where games are also played where the crew was opened, all the time. */
  readonly playsToo?: boolean;
  /**
   * Resolves when the first worker has had long enough to tell what deeds are worth: then it is worked out here too, where games are
   * to be played. Left out where that can wait for the worker.
   */
  headStart?(): Promise<void>;
  /** Lets everything else have a turn where it has waited long: called after every few games that are played here. */
  rest(): Promise<void>;
  /** Resolves when a worker that has said nothing is taken for lost. */
  patience(): Promise<void>;
  /**
   * Resolves after a while: a worker that plays and says nothing twice as long is taken for lost, since browsers end some without a
   * word. Left out where every end of a worker is told.
   */
  stalled?(): Promise<void>;
  /** Told once when no worker is left and all is played here. */
  fellBack?(): void;
}

/** How far a piece of work has come. */
export interface Come {
  readonly played: number;
  /** Rows of the games that have come in, from the first on without a gap. */
  rows(): Int16Array;
}

export interface Crew<Work> {
  /**
   * Play a piece of work; whatever was being played is called off.
   * @returns all its rows, or null where it was overtaken or called off
   */
  play(work: Work, told?: (come: Come) => void): Promise<Int16Array | null>;
  /** Workers left. */
  readonly workers: number;
  /** Call off what is being played. */
  cancel(): void;
  /** Call off and let go of all workers. */
  close(): void;
}

interface Hand<Work> {
  readonly port: Port<Work>;
  ready: boolean;
  /** Grows with whatever it says, and whenever it is given something to do after having nothing. */
  stirred: number;
  /** The run whose work it has. */
  asked: number;
  /** The parts of that work which it plays or which wait for it. */
  playing: Part[];
}

/** Games from a number on, up to another. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** Parts given to a worker at once: it need not wait for the page while it draws. */
const partsAtOnce = 3;
/** Goes in the largest part: what is sent costs time on both sides. Parts are small at first, and at last, so that all end together. */
const mostGoes = 4;

/** Open a crew. */
export function openCrew<Work>(tables: Tables, craft: Craft<Work>, host: CrewHost<Work>): Crew<Work> {
  const hands: Hand<Work>[] = [];
  /** The worker that works out what deeds are worth, while nobody knows: it is not worked out here as well. */
  let reckoner: Hand<Work> | null = null;
  let job: Job<Work> | null = null;
  let runs = 0;
  let isOpen = true;

  for (let worker = 0; worker < host.workers; worker++) {
    try {
      const hand: Hand<Work> = { port: host.open(), ready: false, stirred: 0, asked: 0, playing: [] };
      hands.push(hand);
      hand.port.listen(
        (message) => take(hand, message),
        () => lose(hand),
      );
      const reckons = reckoner === null && reckonedOf(tables) === undefined;
      if (reckons) reckoner = hand;
      hand.port.post({ kind: 'open', handed: handOver(tables), reckons });
    } catch {
      // It could not be started: the others do its share.
      break;
    }
  }
  void host.headStart?.().then(() => {
    reckoner = null;
    joinIn();
  });
  if (hands.length === 0) host.fellBack?.();
  else
    void host.patience().then(() => {
      hands.filter(({ ready }) => !ready).forEach(lose);
    });

  if (host.stalled) for (const hand of hands) void watch(hand, host.stalled);

  /** Let go of a worker that stays silent; a device that slept may have slept through one waiting. */
  async function watch(hand: Hand<Work>, stalled: () => Promise<void>): Promise<void> {
    for (let silent = 0; silent < 2;) {
      const { stirred } = hand;
      await stalled();
      if (!hands.includes(hand)) return;
      const plays = job !== null && hand.asked === job.run && hand.playing.length > 0;
      silent = plays && hand.stirred === stirred ? silent + 1 : 0;
    }
    lose(hand);
  }

  function take(hand: Hand<Work>, message: FromWorker): void {
    // What was taken for lost may still have had something to say: its games are played elsewhere.
    if (!hands.includes(hand)) return;
    hand.stirred++;
    if (message.kind === 'ready') {
      hand.ready = true;
      if (message.reckoning && reckonedOf(tables) === undefined) takeReckoning(tables, message.reckoning);
      if (hand === reckoner) reckoner = null;
      joinIn();
    } else if (message.run === job?.run) {
      hand.playing = hand.playing.filter(({ from }) => from !== message.from);
      job.put(message.from, message.rows);
    }
    feed(hand);
  }

  function feed(hand: Hand<Work>): void {
    while (job && hand.ready && (hand.asked !== job.run || hand.playing.length < partsAtOnce)) {
      const part = job.next(hands.length + (job.isPlayedHere ? 1 : 0));
      if (!part) return;
      const { run, work } = job;
      if (hand.asked !== run) {
        // What waits of another piece of work falls away.
        hand.port.post({ kind: 'ask', run, work });
        hand.asked = run;
        hand.playing = [];
      }
      if (hand.playing.length === 0) hand.stirred++;
      hand.playing.push(part);
      hand.port.post({ kind: 'play', run, ...part });
    }
  }

  function lose(hand: Hand<Work>): void {
    const at = hands.indexOf(hand);
    if (at < 0) return;
    hands.splice(at, 1);
    hand.port.close();
    if (job && hand.asked === job.run) hand.playing.forEach(job.giveBack);
    hand.playing = [];
    if (hand === reckoner) reckoner = null;
    if (!isOpen) return;
    for (const other of hands) feed(other);
    if (hands.length === 0) host.fellBack?.();
    joinIn();
  }

  /** Play here too, where that is wanted or nobody else is left. */
  function joinIn(): void {
    const wanted = hands.length === 0 || (host.playsToo === true && reckoner === null);
    if (job && !job.isPlayedHere && wanted) void playHere(job);
  }

  /**
   * Play parts here until none is left, a few games at a time, so that nothing else waits long; what a lost worker gives back later is
   * taken up again when it is lost.
   */
  async function playHere(mine: Job<Work>): Promise<void> {
    const { work } = mine;
    const width = craft.width(tables, work);
    mine.isPlayedHere = true;
    await host.rest();
    for (let part = job === mine ? mine.next(0) : null; part; part = mine.next(0)) {
      const rows = new Int16Array(width * (part.to - part.from));
      for (let game = part.from; game < part.to; game += blockSize) {
        const some = craft.play(tables, work, game, Math.min(part.to, game + blockSize));
        rows.set(some, (game - part.from) * width);
        await host.rest();
        if (job !== mine) return;
      }
      mine.put(part.from, rows);
    }
    mine.isPlayedHere = false;
  }

  function end(): void {
    job?.settle(null);
    job = null;
  }

  return {
    get workers() {
      return hands.length;
    },
    play(work, told) {
      end();
      return new Promise((settle) => {
        const mine: Job<Work> = openJob(tables, craft, work, ++runs, told, (rows) => {
          if (job === mine) job = null;
          settle(rows);
        });
        job = mine;
        joinIn();
        for (const hand of hands) feed(hand);
      });
    },
    cancel: end,
    close() {
      isOpen = false;
      end();
      for (const { port } of hands.splice(0)) port.close();
    },
  };
}

/** Work being done. */
interface Job<Work> {
  readonly run: number;
  readonly work: Work;
  isPlayedHere: boolean;
  /**
   * Which games to play next; null when all are given out.
   * @param players who share what is left; 0 for who takes one go at a time
   */
  next(players: number): Part | null;
  /** Give out again what a lost worker was playing. */
  giveBack(part: Part): void;
  put(from: number, rows: Int16Array): void;
  settle(rows: Int16Array | null): void;
}

function openJob<Work>(
  tables: Tables,
  craft: Craft<Work>,
  work: Work,
  run: number,
  told: ((come: Come) => void) | undefined,
  settle: (rows: Int16Array | null) => void,
): Job<Work> {
  const games = craft.games(work);
  const width = craft.width(tables, work);
  const all = new Int16Array(width * games);
  const goes = Math.ceil(games / gamesInOneGo);
  const came = new Uint8Array(goes);
  const givenBack: Part[] = [];
  let given = 0;
  let played = 0;
  const rows = (): Int16Array => {
    const gap = came.indexOf(0);
    return gap < 0 ? all : all.subarray(0, gap * gamesInOneGo * width);
  };
  return {
    run,
    work,
    isPlayedHere: false,
    next(players) {
      const back = givenBack.pop();
      if (back) return back;
      if (given >= goes) return null;
      const left = players === 0 ? 1 : Math.trunc((goes - given) / (2 * partsAtOnce * players));
      const many = Math.max(1, Math.min(mostGoes, 1 + Math.trunc(given / 2), left));
      const from = given * gamesInOneGo;
      given += many;
      return { from, to: Math.min(games, given * gamesInOneGo) };
    },
    giveBack: (part) => void givenBack.push(part),
    put(from, some) {
      all.set(some, from * width);
      played += some.length / width;
      came.fill(1, from / gamesInOneGo, Math.ceil(from / gamesInOneGo + some.length / width / gamesInOneGo));
      told?.({ played, rows });
      if (played >= games) settle(all);
    },
    settle,
  };
}
