/** Games played in threads: the same rows for every kind of task, however many threads there are. */
import { expect, it } from 'vitest';
import { withThreads } from '../../src/cli/threads.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { playHere } from '../../src/forecast/tasks.ts';
import type { Task } from '../../src/forecast/tasks.ts';
import { longGame, tables } from '../forecast/june2016.ts';

const request = { games: 70, seed: seedFrom('threads'), options: { ...longGame, rounds: 3 } };
const tasks: Task[] = [
  { kind: 'count', request },
  { kind: 'arm', request: { ...request, keep: { 'iran.consults': 'both' } }, first: 5 },
  { kind: 'manners', request: { ...request, policy: 'random@1' } },
  {
    kind: 'question',
    question: {
      games: 70,
      seed: request.seed,
      beginning: { kind: 'start', options: request.options },
      levels: ['people'],
      byRound: true,
      ledger: { of: 'iran', partners: ['russia', 'turkey'] },
    },
  },
];

it.each([1, 3])('gives the same with %i threads as without any', async (threads) => {
  const here = playHere(tables);
  await withThreads(
    tables,
    0,
    async (play) => {
      for (const task of tasks) expect(await play(task)).toEqual(await here(task));
    },
    threads,
  );
});
