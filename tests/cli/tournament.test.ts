/** Tournaments on the command line: seed by seed, with intervals, as text and as figures. */
import { expect, it } from 'vitest';
import { mannersWidth } from '../../src/forecast/manners.ts';
import { meanOf } from '../../src/forecast/quantiles.ts';
import { sureManners } from '../../src/forecast/tournament.ts';
import type { SeatResult, SureManners } from '../../src/forecast/tournament.ts';
import { ran } from './aCommand.ts';

const asked = 'tournament tehran-2016 --games 12 --rounds 3 --seed 7 --field random@1';

it('seats policies with the same luck: one is ahead of itself by nothing, and of another by less doubt than alone', async () => {
  const { code, out } = await ran(`${asked} --policy quick@4 --policy quick@4 --policy random@1 --json`);
  expect(code).toBe(0);
  const { seats, manners } = JSON.parse(out) as { seats: SeatResult[]; manners: SureManners[] };
  const [first, same, other] = seats;
  expect(first?.lead).toBe(null);
  expect(same?.reached).toEqual(first?.reached);
  for (const lead of Object.values(same?.lead ?? {})) expect(lead).toEqual({ mean: 0, low: 0, high: 0 });
  const doubts = Object.entries(other?.lead ?? {}).map(([id, { mean, high }]) => {
    const [one, two] = [first?.reached[id], other?.reached[id]];
    if (!one || !two) throw new Error('no figures');
    expect(mean).toBeCloseTo(two.mean - one.mean, 9);
    return [high - mean, Math.hypot(one.high - one.mean, two.high - two.mean)] as const;
  });
  expect(doubts).toHaveLength(4);
  const sum = (which: 0 | 1): number => doubts.reduce((all, pair) => all + pair[which], 0);
  expect(sum(0)).toBeLessThan(sum(1));
  for (const { pacts, kept, repeated, repeatedAtOnce, escalates, intervals } of manners) {
    const figures = { pacts, kept, repeated, repeatedAtOnce };
    const kinds = Object.entries(escalates).map(([kind, share]) => [`escalates.${kind}`, share] as const);
    for (const [name, figure] of [...Object.entries(figures), ...kinds]) {
      const [low = 1, high = 0] = intervals[name] ?? [];
      expect(low <= figure && figure <= high, name).toBe(true);
    }
  }
});

it('prints the same figures as text', async () => {
  const { code, out } = await ran(`${asked} --policy quick@4 --policy random@1`);
  expect(code).toBe(0);
  expect(out).toMatch(/quick@4 +among random@1 +iran \d+\.\d \(\d+\.\d to \d+\.\d\)/);
  expect(out).toMatch(/More than quick@4 in the same seat with the same luck\n +random@1 .*iran [+-]\d/);
  expect(out).toMatch(/the same offer again +\d+\.\d % \(/);
  expect(out).toMatch(/orders that escalate, guarded: +\d+\.\d % \(/);
});

it('knows how surely a figure is known: as surely as a mean where all games weigh the same, and of very many games too', () => {
  const games = 100_000;
  const rows = new Int16Array(games * mannersWidth);
  // The first number of a row counts pacts; they come in no order that batches share.
  for (let game = 0; game < games; game++) rows[game * mannersWidth] = (game * 7919) % 11;
  const { pacts, intervals } = sureManners('quick@4', games, rows);
  const plain = meanOf(Array.from({ length: games }, (_, game) => rows[game * mannersWidth] ?? 0));
  expect(pacts).toBeCloseTo(plain.mean, 9);
  const [low = 0, high = 0] = intervals['pacts'] ?? [];
  expect((high - low) / (plain.high - plain.low)).toBeLessThan(2);
  expect(high).toBeGreaterThan(low);
});
