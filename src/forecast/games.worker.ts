/**
 * The browser’s worker for forecasts. Until it is asked it plays some games for nobody: the first games of a program are its slowest
 * by far.
 */
import { movesIn } from '../engine/gameLength.ts';
import { layers } from '../engine/layers.ts';
import type { Tables } from '../engine/tables.ts';
import type { ToWorker } from './crew.ts';
import { playGames } from './games.ts';
import { questionCraft } from './pool.ts';
import type { Question } from './question.ts';
import { openServant } from './servant.ts';

const servant = openServant(
  questionCraft,
  (message, handed) => postMessage(message, { transfer: [...handed] as Transferable[] }),
  turn,
);

addEventListener('message', ({ data }: MessageEvent<ToWorker<Question>>) => {
  servant.take(data);
  if (data.kind === 'open' && servant.tables) void warmUp(servant.tables);
});

/** Play games for nobody, a few at a time, until somebody asks. */
async function warmUp(own: Tables): Promise<void> {
  const { rounds } = own.scenario;
  const beginning = { kind: 'start', options: { rounds, moves: movesIn(rounds), layers } } as const;
  const games = 240;
  const some = 4;
  const practice: Question = { games, seed: { high: 0, low: 0 }, beginning, levels: [], byRound: false };
  for (let from = 0; from < games && !servant.isAsked; from += some) {
    playGames(own, practice, from, from + some);
    await turn();
  }
}

/** Let messages that wait have their turn. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
