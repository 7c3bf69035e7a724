/** Figures told of many games: bands, intervals, dots, and where a spread comes from, tried on values whose truth is known. */
import { describe, expect, it } from 'vitest';
import { die, ruleHash, seedFrom } from '../../src/engine/dice.ts';
import { likenessOf, partsOf, seedsOf } from '../../src/forecast/doubt.ts';
import { bandOf, dotsFor, meanOf, shareOf } from '../../src/forecast/quantiles.ts';

const rule = ruleHash('quantiles');
const seed = seedFrom('quantiles');
/** Even chance from 0 to 9999. */
const throws = (trial: number, n: number): number => die(seed, trial, rule, n, 10_000);
/** Near enough to a normal distribution: the sum of twelve throws, mean 0 and deviation 1. */
const normal = (trial: number, n: number): number =>
  Array.from({ length: 12 }, (_, at) => throws(trial, n * 12 + at) / 10_000).reduce(
    (sum, one) => sum + one,
    -6,
  );

describe('A band', () => {
  it('holds ninety of a hundred values, and half of them in its middle', () => {
    for (const trial of [1, 2, 3]) {
      const band = bandOf(Array.from({ length: 1000 }, (_, n) => throws(trial, n)));
      const fresh = Array.from({ length: 2000 }, (_, n) => throws(trial + 100, n));
      const within = (low: number, high: number): number =>
        fresh.filter((value) => value >= low && value <= high).length / fresh.length;
      expect(within(band[0], band[4])).toBeGreaterThan(0.87);
      expect(within(band[0], band[4])).toBeLessThan(0.93);
      expect(within(band[1], band[3])).toBeGreaterThan(0.45);
      expect(within(band[1], band[3])).toBeLessThan(0.55);
    }
  });

  it('of one value is that value, and values are left as they were', () => {
    expect(bandOf([7])).toEqual([7, 7, 7, 7, 7]);
    const values = [3, 1, 2];
    expect(bandOf(values)[2]).toBe(2);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("Wilson's interval", () => {
  it('holds the true share in about 95 of 100 forecasts, for rare and for even chances', () => {
    for (const [chance, games] of [
      [500, 60],
      [5000, 60],
      [200, 400],
    ] as const) {
      let held = 0;
      for (let trial = 0; trial < 600; trial++) {
        let count = 0;
        for (let n = 0; n < games; n++) if (throws(trial, n) < chance) count++;
        const { low, high } = shareOf(count, games);
        if (low <= chance / 10_000 && chance / 10_000 <= high) held++;
      }
      expect(held / 600).toBeGreaterThan(0.92);
      expect(held / 600).toBeLessThan(0.99);
    }
  });

  it('never leaves nought to one, and no game says nothing for certain', () => {
    expect(shareOf(0, 20)).toMatchObject({ share: 0, low: 0 });
    expect(shareOf(0, 20).high).toBeGreaterThan(0.1);
    expect(shareOf(20, 20)).toMatchObject({ share: 1 });
    expect(shareOf(20, 20).low).toBeLessThan(0.9);
  });
});

describe('Games in crossed blocks', () => {
  /** Values with known parts: luck counts `dice`, drawings count `doubt`, what both make `both`. */
  const blocks = (trial: number, games: number, dice: number, doubt: number, both: number): number[] =>
    Array.from({ length: games }, (_, game) => {
      const block = Math.floor(game / 4);
      const luck = normal(trial, block * 8 + (game & 1));
      const drawn = normal(trial, block * 8 + 2 + ((game >> 1) & 1));
      return dice * luck + doubt * drawn + both * normal(trial, block * 8 + 4 + (game & 3));
    });

  it('share dice with one neighbour and a drawing with another', () => {
    const all = Array.from({ length: 8 }, (_, game) => seedsOf(seed, game));
    expect(all[0]?.dice).toEqual(all[2]?.dice);
    expect(all[0]?.doubt).toEqual(all[1]?.doubt);
    expect(new Set(all.map(({ dice }) => JSON.stringify(dice))).size).toBe(4);
    expect(new Set(all.map(({ doubt }) => JSON.stringify(doubt))).size).toBe(4);
    expect(new Set(all.map((seeds) => JSON.stringify(seeds))).size).toBe(8);
  });

  it('give back how much of a spread each source makes', () => {
    const parts = partsOf(blocks(1, 4000, 3, 1, 1));
    expect(parts.dice).toBeCloseTo(9 / 11, 1);
    expect(parts.doubt).toBeCloseTo(1 / 11, 1);
    expect(parts.dice + parts.doubt + parts.both).toBeCloseTo(1, 10);
    expect(partsOf(blocks(2, 4000, 0, 2, 0))).toEqual({ dice: 0, doubt: 1, both: 0 });
    expect(partsOf([5, 5, 5, 5])).toEqual({ dice: 0, doubt: 0, both: 0 });
  });

  it('give means whose intervals hold, although games are alike', () => {
    let held = 0;
    let narrow = 0;
    for (let trial = 0; trial < 400; trial++) {
      const values = blocks(trial, 80, 3, 1, 1);
      const { low, high } = meanOf(values, likenessOf(values));
      const plain = meanOf(values);
      if (low <= 0 && high >= 0) held++;
      if (plain.low <= 0 && plain.high >= 0) narrow++;
    }
    expect(held / 400).toBeGreaterThan(0.92);
    expect(narrow).toBeLessThan(held);
  });
});

describe('Dots', () => {
  it('add up and stand for the parts as nearly as they can', () => {
    expect(dotsFor([17, 17, 18, 7, 14, 1, 4, 1, 1], 50)).toEqual([11, 11, 11, 4, 9, 1, 2, 1, 0]);
    expect(dotsFor([1, 1, 1], 50)).toEqual([17, 17, 16]);
    expect(dotsFor([0, 0], 50)).toEqual([0, 0]);
  });
});
