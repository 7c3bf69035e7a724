import { expect, test } from 'vitest';
import { seedFrom } from '../../src/engine/dice.ts';
import { reachesOf, swapsOf } from '../../src/forecast/interdependence.ts';
import { longGame, tables } from './june2016.ts';

test('each capital can do at least three things that change the prices, the choices or the aims of each other one', () => {
  const pairs = reachesOf(tables);
  expect(pairs).toHaveLength(12);
  expect(pairs.filter(({ reaches }) => reaches.length < 3)).toEqual([]);
  // Aims alone would do for reach, but others must be worth paying: some price hangs on each of them.
  expect(pairs.filter(({ reaches }) => !reaches.some(({ kind }) => kind === 'price'))).toEqual([]);
});

test('what reaches another is read from prices, guards, impulses and stance links', () => {
  const reaches = reachesOf(tables);
  const of = (from: string, to: string) =>
    reaches.find((pair) => pair.from === from && pair.to === to)?.reaches ?? [];
  expect(of('russia', 'iran')).toContainEqual({
    kind: 'price',
    by: 'russia.campaign',
    changes: 'iran.surge',
    amount: -1,
  });
  expect(of('russia', 'iran')).toContainEqual({
    kind: 'guard',
    by: 'russia.campaign',
    changes: 'iran.airRoutes',
    amount: 0,
  });
  const arming = of('usa', 'turkey').find(
    ({ by, changes }) => by === 'usa.armYpg' && changes === 'turkey.noKurdishBelt',
  );
  expect(arming?.amount).toBeLessThan(-200);
});

test('every pair has at least two swaps by which both would gain', () => {
  const pairs = swapsOf(tables, longGame, seedFrom('swaps'));
  expect(pairs).toHaveLength(6);
  expect(pairs.filter(({ swaps }) => swaps.length < 2)).toEqual([]);
  for (const { between, swaps } of pairs)
    for (const { terms } of swaps)
      expect(new Set(terms.map(({ capital }) => capital))).toEqual(new Set(between));
});
