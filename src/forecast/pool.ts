/** A forecaster whose games are played by a crew of workers, and in the page when there are none. */
import type { Tables } from '../engine/tables.ts';
import { openCrew } from './crew.ts';
import type { Craft, CrewHost } from './crew.ts';
import type { Forecaster } from './forecaster.ts';
import { playGames } from './games.ts';
import type { Question } from './question.ts';
import { gamesOf } from './results.ts';
import { rowLayout } from './rows.ts';

/** How the games of a question are played. */
export const questionCraft: Craft<Question> = {
  games: ({ games }) => games,
  width: (tables, question) => rowLayout(tables, question).width,
  play: playGames,
};

/** Make a forecaster that plays in workers. */
export function pooledForecaster(tables: Tables, host: CrewHost<Question>): Forecaster {
  const crew = openCrew(tables, questionCraft, host);
  return {
    get host() {
      return crew.workers > 0 ? 'workers' : 'inline';
    },
    async ask(question, told) {
      const rows = await crew.play(question, (come) =>
        told?.({
          played: come.played,
          games: question.games,
          soFar: () => gamesOf(tables, question, come.rows()),
        }),
      );
      return rows && gamesOf(tables, question, rows);
    },
    cancel: () => crew.cancel(),
    close: () => crew.close(),
  };
}
