/** Starts forecasts in the browser's workers: as many as the machine has processors but one, at least one. */
import type { Tables } from '../engine/tables.ts';
import type { FromWorker, Port } from '../forecast/crew.ts';
import type { Forecaster } from '../forecast/forecaster.ts';
import { pooledForecaster } from '../forecast/pool.ts';
import type { Question } from '../forecast/question.ts';
import { rest } from './rest.ts';

/** Milliseconds after which a worker that has said nothing is taken for lost. */
const patience = 10_000;
/** Milliseconds in which a worker has usually been fetched and has worked out what deeds are worth. */
const headStart = 700;
/** Milliseconds in which a worker that plays has something to say even on a slow device; after twice as many it is taken for lost. */
const silence = 10_000;
/** More workers than this wait for one another rather than for games. */
const mostWorkers = 8;

/**
 * Open a forecaster for a scenario.
 * @param fellBack told once when no worker is left (or none could be started) and the page plays instead
 * @param open starts one worker; tests start others
 * @param playsToo true where the page plays along, between all else that it does: with one worker the second processor would stand idle
 */
export function openForecaster(
  tables: Tables,
  fellBack: () => void,
  open: () => Worker = newWorker,
  playsToo = countWorkers() === 1,
): Forecaster {
  return pooledForecaster(tables, {
    workers: countWorkers(),
    playsToo,
    open: () => portOf(open()),
    rest,
    headStart: () => after(headStart),
    patience: () => after(patience),
    stalled: () => after(silence),
    fellBack,
  });
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function countWorkers(): number {
  return Math.max(1, Math.min(mostWorkers, (navigator.hardwareConcurrency || 2) - 1));
}

export function newWorker(): Worker {
  return new Worker(new URL('../forecast/games.worker.ts', import.meta.url), { type: 'module' });
}

function portOf(worker: Worker): Port<Question> {
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
    post: (message) => worker.postMessage(message),
    listen(take, lost) {
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => take(data));
      worker.addEventListener('error', (event) => {
        // It is dealt with: the games are played elsewhere.
        event.preventDefault();
        lost();
      });
      worker.addEventListener('messageerror', lost);
    },
    close: () => worker.terminate(),
  };
}
