/** A pinch of noise: dice of a computer capital's own, thrown from what its seat sees and from its character, never from the game's seed. */
import { die, ruleHash } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';
import { lookedAt } from './looked.ts';
import type { CapitalTable, Tables } from '../engine/tables.ts';

/**
 * Make the seed of a capital's own dice.
 * @param cells a view's or a position's; only public cells and the capital's own card are read
 */
export function ownSeed(tables: Tables, cells: Int32Array, capital: CapitalTable, character: string): Seed {
  const looked = lookedAt(tables);
  let high = Math.imul(ruleHash(character) ^ (cells[capital.card] ?? 0), 0x9e3779b1);
  let low = capital.rule;
  for (let at = 0; at < looked.length; at++) {
    const value = cells[looked[at] ?? 0] ?? 0;
    if (value === 0) continue;
    high = Math.imul(high ^ value ^ at, 0x9e3779b1);
    low = Math.imul(low ^ high ^ (high >>> 15), 0x85ebca6b);
  }
  return { high: high >>> 0, low: low >>> 0 };
}

/** Throw noise from -width to +width. */
export function pinch(seed: Seed, rule: number, width: number): number {
  return die(seed, 0, rule, 0, 2 * width + 1) - width;
}

/** Throw a share from 0 to 1. */
export function share(seed: Seed, rule: number): number {
  return die(seed, 1, rule, 0, 1001) / 1000;
}
