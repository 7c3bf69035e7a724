/** The worker's side of a forecast: it compiles the scenario once and plays the games that it is given. */
import { compile } from '../engine/statecharts/compile.ts';
import type { Tables } from '../engine/tables.ts';
import { playGames } from './games.ts';
import type { FromWorker, ToWorker } from './pool.ts';

let tables: Tables | null = null;
const send = (message: FromWorker, handed: Transferable[] = []): void => {
  postMessage(message, { transfer: handed });
};

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'open') {
    tables = compile(data.scenario);
    send({ kind: 'ready' });
  } else if (tables) {
    const { run, question, from, to } = data;
    const rows = playGames(tables, question, from, to);
    send({ kind: 'rows', run, from, rows }, [rows.buffer]);
  }
});
