/** A thread of the command line: it plays the games that it is given. */
import { parentPort } from 'node:worker_threads';
import type { TransferListItem } from 'node:worker_threads';
import { openServant } from '../forecast/servant.ts';
import { taskCraft } from '../forecast/tasks.ts';

const servant = openServant(
  taskCraft,
  (message, handed) => parentPort?.postMessage(message, handed as TransferListItem[]),
  () => new Promise((resolve) => setImmediate(resolve)),
);
parentPort?.on('message', (message) => servant.take(message));
