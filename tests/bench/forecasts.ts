/** How long a forecast takes from the question to what is shown of it: the analyst's, and an arm of the laboratory. */
import { drawChance, seedsFrom, start } from '../../src/engine/position.ts';
import type { GameOptions } from '../../src/engine/position.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { viewFor, viewSeed } from '../../src/engine/seats.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { playGames } from '../../src/forecast/games.ts';
import { gamesAsked } from '../../src/forecast/question.ts';
import type { Question } from '../../src/forecast/question.ts';
import { aimsOf, bandsOf, endingsOf, gamesOf, movesOf, partsOfLevel } from '../../src/forecast/results.ts';
import { swingsOf } from '../../src/forecast/sensitivity.ts';

/** Measure; milliseconds by name. */
export function forecastTimes(tables: Tables, options: GameOptions): Record<string, number> {
  const seed = seedFrom('bench');
  const { position } = start(tables, options, drawChance(tables, seedsFrom(seed)));
  const view = viewFor(position, 'iran');
  const question: Question = {
    games: gamesAsked,
    seed: viewSeed(view),
    beginning: {
      kind: 'view',
      seat: 'iran',
      cells: view.cells,
      plan: { answers: [], orders: { moves: [] } },
    },
    levels: tables.layout.paths.filter((path) =>
      /^(aim|home|issue|level|people|trust|violence)\b/.test(path),
    ),
    byRound: true,
  };
  playGames(tables, question, 0, Math.min(40, question.games));
  const played = timed(() => playGames(tables, question, 0, question.games));
  const games = gamesOf(tables, question, played.value);
  const read = timed(() => [
    endingsOf(games),
    aimsOf(games),
    bandsOf(games, 'people'),
    partsOfLevel(games, 'people'),
    movesOf(games, 'turkey', 1),
  ]);
  const swung = timed(() =>
    swingsOf(
      tables,
      question,
      Float64Array.from({ length: question.games }, (_, at) => at),
    ),
  );
  return {
    [`${question.games} games of a forecast from a seat, one core, ms`]: played.took,
    'reading what the analyst shows of them, ms': read.took,
    'tornado over the same games, ms': swung.took,
  };
}

function timed<T>(run: () => T): { value: T; took: number } {
  const before = performance.now();
  const value = run();
  return { value, took: Math.round(performance.now() - before) };
}
