/** Starts forecasts in the browser's workers: as many as the machine has processors but one, at least one. */
import type { Tables } from '../engine/tables.ts';
import type { FromWorker, Port } from '../forecast/crew.ts';
import type { Forecaster } from '../forecast/forecaster.ts';
import { pooledForecaster } from '../forecast/pool.ts';
import type { Question } from '../forecast/question.ts';

/** Milliseconds after which a worker that has said nothing is taken for lost. */
const patience = 10_000;
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
    patience: () => new Promise((resolve) => setTimeout(resolve, patience)),
    fellBack,
  });
}

function countWorkers(): number {
  return Math.max(1, Math.min(mostWorkers, (navigator.hardwareConcurrency || 2) - 1));
}

export function newWorker(): Worker {
  return new Worker(new URL('../forecast/games.worker.ts', import.meta.url), { type: 'module' });
}

/** Milliseconds for which the page plays before everything else has a turn. */
const slice = 6;
let resumed = 0;

/** Let everything else in the page have a turn, unless it has just had one. A message waits shorter than any timer may. */
async function rest(): Promise<void> {
  if (performance.now() - resumed < slice) return;
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  resumed = performance.now();
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
