/** Games for browser tests of panels: the real scenario, the real engine, three computers at the table. The same name gives the same game. */
import { seedFrom } from '../../src/engine/dice.ts';
import type { Layer } from '../../src/engine/layers.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import { readScenario } from '../../src/engine/scenario/readScenario.ts';
import type { ReadScenario } from '../../src/engine/scenario/readScenario.ts';
import { Game } from '../../src/panels/game.svelte.ts';
import type { Tables } from '../../src/engine/tables.ts';
import type { ComputerSeat } from '../../src/table/computers.ts';
import { openLocalTable } from '../../src/table/localTable.ts';
import { computerSeats } from '../../src/table/seats.ts';
import { makeWords } from '../../src/words/words.ts';

interface GameWanted {
  readonly seat?: string;
  /** Round before whose talks the game stands; rounds before it pass with empty orders. */
  readonly round?: number;
  readonly rounds?: number;
  readonly moves?: number;
  readonly layers?: readonly Layer[];
  readonly name?: string;
  /** A language, `xx` and `xx-rtl` included. */
  readonly lang?: string;
  /** Who speaks for the other capitals, instead of the computers that play them. */
  readonly others?: (tables: Tables) => readonly ComputerSeat[];
}

const folder = '/scenarios/tehran-2016';
let read: Promise<Extract<ReadScenario, { ok: true }>> | undefined;

/** Open a game at the beginning of a round. */
export async function aGameAt({
  seat = 'iran',
  round = 1,
  rounds = 8,
  moves = 2,
  layers = [],
  name = 'a game',
  lang = 'en',
  others,
}: GameWanted = {}): Promise<Game> {
  const { tables, sources, timeline } = await (read ??= readAll());
  const seeds = seedsFrom(seedFrom(name));
  const seated = computerSeats(tables, seat, seeds);
  const computers = others?.(tables) ?? seated.computers;
  const options = { rounds, moves, layers };
  const table = openLocalTable({ tables, options, seeds, seat, ...seated, computers });
  // Without the marks that keep directions apart, which nobody sees and every comparison would stumble over.
  const words = makeWords(lang, [await text('/words/en.ftl'), await text(`${folder}/words/en.ftl`)]).plain;
  const game = new Game(table, words, sources, timeline);
  while (game.round < round && game.phase !== 'over') {
    const answer = await game.lock();
    if (!answer.ok) throw new Error(answer.why.reason);
  }
  return game;
}

async function readAll(): Promise<Extract<ReadScenario, { ok: true }>> {
  const found = readScenario({
    'scenario.json': await text(`${folder}/scenario.json`),
    'sources.json': await text(`${folder}/sources.json`),
    'timeline.json': await text(`${folder}/timeline.json`),
  });
  if (!found.ok) throw new Error(found.problems[0]?.sentence);
  return found;
}

async function text(path: string): Promise<string> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.text();
}
