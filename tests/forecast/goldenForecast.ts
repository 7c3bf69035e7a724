/** What is kept of two small forecasts, so that nobody changes what forecasts say without meaning to: from the start, and from a seat. */
import { digest, seedsFrom } from '../../src/engine/position.ts';
import { drawChance, start } from '../../src/engine/position.ts';
import { layers } from '../../src/engine/layers.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { viewFor, viewSeed } from '../../src/engine/seats.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { playGames } from '../../src/forecast/games.ts';
import type { Question } from '../../src/forecast/question.ts';
import { aimsOf, bandsOf, endingsOf, gamesOf, movesOf, partsOfLevel } from '../../src/forecast/results.ts';

const levels = ['people', 'issue.assad', 'issue.kurds', 'violence.aleppo'];
const options = { rounds: 4, moves: 3, layers: [...layers] };

/** Ask the two questions of the golden file. */
export function goldenQuestions(tables: Tables): Record<string, Question> {
  const seed = seedFrom('golden forecast');
  const { position } = start(tables, options, drawChance(tables, seedsFrom(seed)));
  const view = viewFor(position, 'iran');
  return {
    start: { games: 12, seed, beginning: { kind: 'start', options }, levels, byRound: true },
    seat: {
      games: 12,
      seed: viewSeed(view),
      beginning: {
        kind: 'view',
        seat: 'iran',
        cells: view.cells,
        plan: { answers: [], orders: { moves: [{ move: 'creditDamascus' }] } },
      },
      levels,
      byRound: true,
    },
  };
}

/** Work out what the golden file holds. */
export function goldenForecast(tables: Tables): object {
  return Object.fromEntries(
    Object.entries(goldenQuestions(tables)).map(([name, question]) => {
      const games = gamesOf(tables, question, playGames(tables, question, 0, question.games));
      return [
        name,
        {
          rows: rowsDigest(games.rows),
          endings: Object.fromEntries(endingsOf(games).map(({ id, games: count }) => [id, count])),
          aims: Object.fromEntries(aimsOf(games).map(({ id, band }) => [id, band])),
          levels: Object.fromEntries(levels.map((path) => [path, bandsOf(games, path)])),
          next: Object.fromEntries(
            tables.capitals.map(({ id }) => [
              id,
              movesOf(games, id, 1)
                .slice(0, 3)
                .map(({ move, games: made }) => `${move} ${made}`),
            ]),
          ),
          spread: partsOfLevel(games, 'people'),
        },
      ];
    }),
  );
}

/** Digest of rows, the same on every host. */
export function rowsDigest(rows: Int16Array): string {
  return digest(Int32Array.from(rows));
}
