/**
 * A forecaster whose games are played by several workers. Games are numbered and rows are put where their numbers say, so that the
 * answer is the same however many workers there are. A worker that dies or cannot start is done without; when none is left, the rest
 * is played in the page. How a worker is started is its host's business (`panels/forecasting.ts` in a browser).
 */
import type { ScenarioShape } from '../engine/scenario/schema.ts';
import type { Tables } from '../engine/tables.ts';
import { gamesInOneGo, inlineForecaster } from './forecaster.ts';
import type { Forecaster, Progress } from './forecaster.ts';
import { playGames } from './games.ts';
import type { Question } from './question.ts';
import { gamesOf } from './results.ts';
import type { Games } from './results.ts';
import { rowLayout } from './rows.ts';

/** What is sent to a worker: the scenario once, each question once, then which of its games to play. */
export type ToWorker =
  | { readonly kind: 'open'; readonly scenario: ScenarioShape }
  | { readonly kind: 'ask'; readonly run: number; readonly question: Question }
  | { readonly kind: 'play'; readonly run: number; readonly from: number; readonly to: number };

/** What a worker sends back; the rows are handed over, not copied. */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'rows'; readonly run: number; readonly from: number; readonly rows: Int16Array };

/** One worker as the pool sees it. */
export interface Port {
  post(message: ToWorker): void;
  /** Take what comes from it; `lost` is called once when it died or never started. */
  listen(take: (message: FromWorker) => void, lost: () => void): void;
  close(): void;
}

export interface PoolHost {
  /** Start a worker; may throw. */
  open(): Port;
  readonly workers: number;
  /** Lets everything else have a turn, for what is played in the page after all. */
  rest(): Promise<void>;
  /** Resolves when a worker that has said nothing is taken for lost. */
  patience(): Promise<void>;
  /** Told once when no worker is left and the page plays instead. */
  fellBack?(): void;
}

interface Hand {
  readonly port: Port;
  ready: boolean;
  /** The run whose question it has. */
  asked: number;
  /** What it plays and what waits for it: a run, and the number of a first game. */
  readonly playing: { readonly run: number; readonly from: number }[];
}

/** Parts given to a worker at once: it need not wait for the page while it draws. */
const partsAtOnce = 2;

/** Make a forecaster that plays in workers, and in the page when there are none. */
export function pooledForecaster(tables: Tables, host: PoolHost): Forecaster {
  const inline = inlineForecaster(tables, () => host.rest());
  const hands: Hand[] = [];
  let job: Job | null = null;
  let runs = 0;
  let isOpen = true;

  for (let worker = 0; worker < Math.max(1, host.workers); worker++) {
    try {
      const hand: Hand = { port: host.open(), ready: false, asked: 0, playing: [] };
      hands.push(hand);
      hand.port.listen(
        (message) => take(hand, message),
        () => lose(hand),
      );
      hand.port.post({ kind: 'open', scenario: tables.scenario });
    } catch {
      // It could not be started: the others, or the page, do its share.
      break;
    }
  }
  if (hands.length === 0) host.fellBack?.();
  else
    void host.patience().then(() => {
      hands.filter(({ ready }) => !ready).forEach(lose);
    });

  function take(hand: Hand, message: FromWorker): void {
    if (message.kind === 'ready') hand.ready = true;
    else {
      hand.playing.shift();
      if (job && message.run === job.run) job.put(message.from, message.rows);
    }
    feed(hand);
  }

  function feed(hand: Hand): void {
    while (job && hand.ready && hand.playing.length < partsAtOnce) {
      const part = job.next();
      if (!part) return;
      const { run, question } = job;
      if (hand.asked !== run) hand.port.post({ kind: 'ask', run, question });
      hand.asked = run;
      hand.playing.push({ run, from: part.from });
      hand.port.post({ kind: 'play', run, ...part });
    }
  }

  function lose(hand: Hand): void {
    const at = hands.indexOf(hand);
    if (at < 0) return;
    hands.splice(at, 1);
    hand.port.close();
    for (let part = hand.playing.pop(); part; part = hand.playing.pop())
      if (part.run === job?.run) job.giveBack(part.from);
    if (!isOpen) return;
    if (hands.length > 0) {
      for (const other of hands) feed(other);
      return;
    }
    host.fellBack?.();
    if (job) void finishHere(job);
  }

  /** Play what no worker plays any more. */
  async function finishHere(mine: Job): Promise<void> {
    for (let part = mine.next(); part; part = mine.next()) {
      await host.rest();
      if (job !== mine) return;
      mine.put(part.from, playGames(tables, mine.question, part.from, part.to));
    }
  }

  function end(): void {
    job?.settle(null);
    job = null;
    inline.cancel();
  }

  return {
    get host() {
      return hands.length > 0 ? 'workers' : 'inline';
    },
    ask(question, told) {
      end();
      if (hands.length === 0) return inline.ask(question, told);
      return new Promise((settle) => {
        const mine: Job = openJob(tables, question, ++runs, told, (games) => {
          if (job === mine) job = null;
          settle(games);
        });
        job = mine;
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

/** A question being played. */
interface Job {
  readonly run: number;
  readonly question: Question;
  /** Which games to play next; null when all are given out. */
  next(): { from: number; to: number } | null;
  /** Give out again what a lost worker was playing. */
  giveBack(from: number): void;
  put(from: number, rows: Int16Array): void;
  settle(games: Games | null): void;
}

function openJob(
  tables: Tables,
  question: Question,
  run: number,
  told: ((progress: Progress) => void) | undefined,
  settle: (games: Games | null) => void,
): Job {
  const { width } = rowLayout(tables, question);
  const rows = new Int16Array(width * question.games);
  const came = new Uint8Array(Math.ceil(question.games / gamesInOneGo));
  const open = Array.from({ length: Math.ceil(question.games / gamesInOneGo) }, (_, at) => at * gamesInOneGo);
  let played = 0;
  const soFar = (): Games => {
    const gap = came.indexOf(0);
    const whole = gap < 0 ? question.games : gap * gamesInOneGo;
    return gamesOf(tables, question, rows.subarray(0, whole * width));
  };
  return {
    run,
    question,
    next() {
      const from = open.shift();
      return from === undefined ? null : { from, to: Math.min(question.games, from + gamesInOneGo) };
    },
    giveBack: (from) => void open.unshift(from),
    put(from, some) {
      rows.set(some, from * width);
      played += some.length / width;
      came[from / gamesInOneGo] = 1;
      told?.({ played, games: question.games, soFar });
      if (played >= question.games) settle(gamesOf(tables, question, rows));
    },
    settle,
  };
}
