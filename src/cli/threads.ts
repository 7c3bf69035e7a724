/** Plays games in threads of this machine: one fewer than it has processors, at least one, and in this one too. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Tables } from '../engine/tables.ts';
import { openCrew } from '../forecast/crew.ts';
import type { Port } from '../forecast/crew.ts';
import { playHere, taskCraft } from '../forecast/tasks.ts';
import type { Play, Task } from '../forecast/tasks.ts';

/** So few games are played before a thread has started. */
const fewGames = 300;
/** Milliseconds after which a thread that has said nothing is taken for lost. */
const patience = 10_000;

/**
 * Let somebody play games, shared between threads where there are many.
 * @param games about how many games will be asked for
 * @param work gets what plays them
 * @param threads how many are started; as many as suit the machine where it is left out
 */
export async function withThreads<T>(
  tables: Tables,
  games: number,
  work: (play: Play) => Promise<T>,
  threads = games < fewGames ? 0 : Math.max(1, availableParallelism() - 1),
): Promise<T> {
  if (threads === 0) return work(playHere(tables));
  let waiting: NodeJS.Timeout | undefined;
  const crew = openCrew(tables, taskCraft, {
    workers: threads,
    playsToo: true,
    open: openThread,
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    patience: () => new Promise((resolve) => (waiting = setTimeout(resolve, patience).unref())),
  });
  try {
    return await work(async (task) => {
      const rows = await crew.play(task);
      // Nobody calls off or overtakes what the command line asks.
      if (!rows) throw new Error('games were called off');
      return rows;
    });
  } finally {
    clearTimeout(waiting);
    crew.close();
  }
}

function openThread(): Port<Task> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url));
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
    post: (message) => thread.postMessage(message),
    listen(take, lost) {
      thread.on('message', take);
      // It is dealt with: the games are played elsewhere.
      thread.on('error', lost);
      thread.on('exit', lost);
    },
    close: () => void thread.terminate(),
  };
}
