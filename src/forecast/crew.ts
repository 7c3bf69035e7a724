/**
 * Several workers that play numbered games of one piece of work between them. Rows are put where the games' numbers say, so that what
 * comes out is the same however many workers there are. A worker that dies or cannot start is done without; when none is left, the
 * rest is played where the crew was opened. The newest work alone is played. How a worker is started is its host's business.
 */
import type { ScenarioShape } from '../engine/scenario/schema.ts';
import type { Tables } from '../engine/tables.ts';
import { gamesInOneGo } from './goes.ts';

/** How a kind of work is done: plain data in, one row of whole numbers a game out. */
export interface Craft<Work> {
  games(work: Work): number;
  /** Numbers in a row. */
  width(tables: Tables, work: Work): number;
  play(tables: Tables, work: Work, from: number, to: number): Int16Array;
}

/** What is sent to a worker: the scenario once, each piece of work once, then which of its games to play. */
export type ToWorker<Work> =
  | { readonly kind: 'open'; readonly scenario: ScenarioShape }
  | { readonly kind: 'ask'; readonly run: number; readonly work: Work }
  | { readonly kind: 'play'; readonly run: number; readonly from: number; readonly to: number };

/** What a worker sends back; the rows are handed over, not copied. */
export type FromWorker =
  | { readonly kind: 'ready' }
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
  /** Lets everything else have a turn, for what is played here after all. */
  rest(): Promise<void>;
  /** Resolves when a worker that has said nothing is taken for lost. */
  patience(): Promise<void>;
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
  /** The run whose work it has. */
  asked: number;
  /** What it plays and what waits for it: a run, and the number of a first game. */
  readonly playing: { readonly run: number; readonly from: number }[];
}

/** Parts given to a worker at once: it need not wait for the page while it draws. */
const partsAtOnce = 2;

/** Open a crew. */
export function openCrew<Work>(tables: Tables, craft: Craft<Work>, host: CrewHost<Work>): Crew<Work> {
  const hands: Hand<Work>[] = [];
  let job: Job<Work> | null = null;
  let runs = 0;
  let isOpen = true;

  for (let worker = 0; worker < host.workers; worker++) {
    try {
      const hand: Hand<Work> = { port: host.open(), ready: false, asked: 0, playing: [] };
      hands.push(hand);
      hand.port.listen(
        (message) => take(hand, message),
        () => lose(hand),
      );
      hand.port.post({ kind: 'open', scenario: tables.scenario });
    } catch {
      // It could not be started: the others do its share.
      break;
    }
  }
  if (hands.length === 0) host.fellBack?.();
  else
    void host.patience().then(() => {
      hands.filter(({ ready }) => !ready).forEach(lose);
    });

  function take(hand: Hand<Work>, message: FromWorker): void {
    if (message.kind === 'ready') hand.ready = true;
    else {
      hand.playing.shift();
      if (job && message.run === job.run) job.put(message.from, message.rows);
    }
    feed(hand);
  }

  function feed(hand: Hand<Work>): void {
    while (job && hand.ready && hand.playing.length < partsAtOnce) {
      const part = job.next();
      if (!part) return;
      const { run, work } = job;
      if (hand.asked !== run) hand.port.post({ kind: 'ask', run, work });
      hand.asked = run;
      hand.playing.push({ run, from: part.from });
      hand.port.post({ kind: 'play', run, ...part });
    }
  }

  function lose(hand: Hand<Work>): void {
    const at = hands.indexOf(hand);
    if (at < 0) return;
    hands.splice(at, 1);
    hand.port.close();
    for (let part = hand.playing.pop(); part; part = hand.playing.pop())
      if (part.run === job?.run) job.giveBack(part.from);
    if (!isOpen) return;
    for (const other of hands) feed(other);
    if (hands.length > 0) return;
    host.fellBack?.();
    if (job && !job.isPlayedHere) void playHere(job);
  }

  /** Play parts here until none is left; what a lost worker gives back later is taken up again when it is lost. */
  async function playHere(mine: Job<Work>): Promise<void> {
    mine.isPlayedHere = true;
    for (;;) {
      await host.rest();
      if (job !== mine) return;
      const part = mine.next();
      if (!part) break;
      mine.put(part.from, craft.play(tables, mine.work, part.from, part.to));
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
        for (const hand of hands) feed(hand);
        if (hands.length === 0 || host.playsToo) void playHere(mine);
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
  /** Which games to play next; null when all are given out. */
  next(): { from: number; to: number } | null;
  /** Give out again what a lost worker was playing. */
  giveBack(from: number): void;
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
  const parts = Math.ceil(games / gamesInOneGo);
  const came = new Uint8Array(parts);
  const givenBack: number[] = [];
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
    next() {
      const from = givenBack.pop() ?? (given < parts ? given++ * gamesInOneGo : undefined);
      return from === undefined ? null : { from, to: Math.min(games, from + gamesInOneGo) };
    },
    giveBack: (from) => void givenBack.push(from),
    put(from, some) {
      all.set(some, from * width);
      played += some.length / width;
      came[from / gamesInOneGo] = 1;
      told?.({ played, rows });
      if (played >= games) settle(all);
    },
    settle,
  };
}
