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

export interface Progress {
  /** Games played, of how many. */
  readonly played: number;
  readonly games: number;
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

/** How many games are played in one go before progress is told and others are let in. */
export const gamesInOneGo = 8 * blockSize;

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
      const slices: Int16Array[] = [];
      for (let from = 0; from < question.games; from += gamesInOneGo) {
        await rest();
        if (mine !== newest) return null;
        const to = Math.min(question.games, from + gamesInOneGo);
        slices.push(playGames(tables, question, from, to));
        told?.({ played: to, games: question.games });
      }
      return mine === newest ? gamesOf(tables, question, joined(slices)) : null;
    },
    cancel: () => void newest++,
    close: () => void newest++,
  };
}

function joined(slices: readonly Int16Array[]): Int16Array {
  const rows = new Int16Array(slices.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const slice of slices) {
    rows.set(slice, at);
    at += slice.length;
  }
  return rows;
}
