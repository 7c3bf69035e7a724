/**
 * Forecasts behind one door: a question goes in, progress and rows come out, wherever the games are played. The newest question
 * alone is played; one that was overtaken or called off gives nothing and leaves nothing behind.
 */
import type { Question } from './question.ts';
import type { Games } from './results.ts';

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
