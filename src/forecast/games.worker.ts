/**
 * The worker's side of a forecast: it compiles the scenario once and plays the games that it is given. Until it is asked it plays a few
 * for nobody: the first games of a program are its slowest by far.
 */
import { movesIn } from '../engine/gameLength.ts';
import { layers } from '../engine/layers.ts';
import { compile } from '../engine/statecharts/compile.ts';
import type { Tables } from '../engine/tables.ts';
import { playGames } from './games.ts';
import type { FromWorker, ToWorker } from './pool.ts';
import type { Question } from './question.ts';

let tables: Tables | null = null;
let question: Question | null = null;
const send = (message: FromWorker, handed: Transferable[] = []): void => {
  postMessage(message, { transfer: handed });
};

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') {
    tables = compile(data.scenario);
    send({ kind: 'ready' });
    void warmUp(tables);
  } else if (data.kind === 'ask') ({ question } = data);
  else if (tables && question) {
    const { run, from, to } = data;
    const rows = playGames(tables, question, from, to);
    send({ kind: 'rows', run, from, rows }, [rows.buffer]);
  }
});

/** Play games for nobody, a few at a time, until somebody asks. */
async function warmUp(own: Tables): Promise<void> {
  const { rounds } = own.scenario;
  const beginning = { kind: 'start', options: { rounds, moves: movesIn(rounds), layers } } as const;
  const games = 96;
  const some = 4;
  const practice: Question = { games, seed: { high: 0, low: 0 }, beginning, levels: [], byRound: false };
  for (let from = 0; from < games && !question; from += some) {
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
