/**
 * Where a spread comes from: from the dice, or from not knowing how strong the links are. Games are numbered in blocks of four, and
 * within a block two throws of the dice are crossed with two drawings of the strengths:
 *
 *               dice one   dice two
 *   doubt one      0          1
 *   doubt two      2          3
 *
 * By the law of total variance a value's variance is what the drawing makes on average over dice, what the dice make on average over
 * drawings, and what only the two together make. In a crossed block of two by two each part is estimated without bias from sums of
 * squares (one degree of freedom each); the estimates are averaged over all blocks. No game is played for this alone.
 */
import { seedFor } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';

/** Games in a block. */
export const blockSize = 4;

/** Shares of a variance, adding up to 1; all 0 where nothing varied. */
export interface Parts {
  /** The dice, and whatever else is thrown because a seat cannot know it. */
  readonly dice: number;
  /** Strengths of links, drawn within what their confidence leaves open. */
  readonly doubt: number;
  /** What only both together make. */
  readonly both: number;
}

/** Give the two seeds of a numbered game. */
export function seedsOf(seed: Seed, game: number): { dice: Seed; doubt: Seed } {
  const block = Math.floor(game / blockSize);
  return {
    dice: seedFor(seed, `dice ${block * 2 + (game & 1)}`),
    doubt: seedFor(seed, `doubt ${block * 2 + ((game >> 1) & 1)}`),
  };
}

/**
 * Split the variance of a value over its two sources.
 * @param values one a game, in the games' order; what is over after the last whole block is left out
 */
export function partsOf(values: ArrayLike<number>): Parts {
  const { dice, doubt, both } = variances(values);
  const [luck, strengths, rest] = [Math.max(0, dice), Math.max(0, doubt), Math.max(0, both)];
  const total = luck + strengths + rest;
  return total === 0
    ? { dice: 0, doubt: 0, both: 0 }
    : { dice: luck / total, doubt: strengths / total, both: rest / total };
}

/**
 * Say how many games tell as much as one game drawn apart, for intervals: games of a block are alike, since each shares its dice with
 * one other and its drawing with another.
 * @returns from 1 (not at all alike) to 2
 */
export function likenessOf(values: ArrayLike<number>): number {
  const { dice, doubt } = partsOf(values);
  return 1 + dice + doubt;
}

function variances(values: ArrayLike<number>): Parts {
  const blocks = Math.floor(values.length / blockSize);
  let dice = 0;
  let doubt = 0;
  let both = 0;
  for (let block = 0; block < blocks; block++) {
    const at = block * blockSize;
    const [a, b, c, d] = [values[at] ?? 0, values[at + 1] ?? 0, values[at + 2] ?? 0, values[at + 3] ?? 0];
    const across = (a - b + c - d) / 2;
    const down = (a + b - c - d) / 2;
    const cross = (a - b - c + d) / 2;
    dice += across * across;
    doubt += down * down;
    both += cross * cross;
  }
  if (blocks === 0) return { dice: 0, doubt: 0, both: 0 };
  return { dice: (dice - both) / (2 * blocks), doubt: (doubt - both) / (2 * blocks), both: both / blocks };
}
