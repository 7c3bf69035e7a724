/**
 * Forecasts behind one door: a question goes in, progress and rows come out, wherever the games are played. The newest question
 * alone is played; one that was overtaken or called off gives nothing and leaves nothing behind.
 */
import type { Tables } from '../engine/tables.ts';
import { blockSize } from './doubt.ts';
import { playGames } from './games.ts';
import type { Question } from './question.ts';
import { gamesOf } from './results.ts';
import type { Games } from './results.ts';
import { rowLayout } from './rows.ts';

export interface Progress {
  /** Games played, of how many. */
  readonly played: number;
  readonly games: number;
  /** The games that have come in, from the first on without a gap: what a forecast of so many games would give. */
  soFar(): Games;
}

export interface Forecaster {
  /**
   * Ask a question; whatever was being played is called off.
   * @returns all its games, or null where it was overtaken or called off
   */
  ask(question: Question, told?: (progress: Progress) => void): Promise<Games | null>;
  /** Call off what is being played. */
  cancel(): void;
  /** Call off and let go of whatever was held. */
  close(): void;
  /** Where games are played now; a forecaster that lost its workers goes on in the page. */
  readonly host: 'inline' | 'workers';
}

/** How many games are played in one go before progress is told and others are let in; what is called off is played to the end of its go. */
export const gamesInOneGo = 4 * blockSize;

/**
 * Make a forecaster that plays where it is called.
 * @param rest lets everything else have a turn, and resolves
 */
export function inlineForecaster(tables: Tables, rest: () => Promise<void>): Forecaster {
  let newest = 0;
  return {
    host: 'inline',
    async ask(question, told) {
      const mine = ++newest;
      const { width } = rowLayout(tables, question);
      const rows = new Int16Array(width * question.games);
      for (let from = 0; from < question.games; from += gamesInOneGo) {
        await rest();
        if (mine !== newest) return null;
        const to = Math.min(question.games, from + gamesInOneGo);
        rows.set(playGames(tables, question, from, to), from * width);
        told?.({
          played: to,
          games: question.games,
          soFar: () => gamesOf(tables, question, rows.subarray(0, to * width)),
        });
      }
      return mine === newest ? gamesOf(tables, question, rows) : null;
    },
    cancel: () => void newest++,
    close: () => void newest++,
  };
}
