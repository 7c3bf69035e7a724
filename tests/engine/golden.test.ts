/** Recorded games play again to the recorded digests, here in Node; `golden.browser.test.ts` asks the same of the browser. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replay, replayDigests, scenarioDigest } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { handGames, randomGames } from '../golden/games.ts';
import { theRealScenario } from './aGame.ts';

const { tables, scenario } = theRealScenario();

function kept(name: string): GameRecord {
  return JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));
}

test.each(Object.keys({ ...randomGames, ...handGames }))('the golden game "%s" plays again', (name) => {
  const record = kept(name);
  const hint = 'the scenario has changed: run `node tests/golden/make.ts` and say why in the commit';
  expect(record.scenario.digest, hint).toBe(scenarioDigest(scenario));
  const again = replay(tables, record);
  expect(again.refused).toBeNull();
  expect(again.digests).toEqual(record.digests);
  expect(replayDigests(tables, record)).toEqual(record.digests);
});

test.each(Object.entries(handGames))(
  'the game that was played by hand from %s ends as its player tells, and one can see why',
  (name, { seat, ending, seenIn }) => {
    const record = kept(name);
    const { position } = replay(tables, record);
    const { cells } = position;
    expect(record.seats[seat]?.plays).toBe('person');
    expect(record.decisions.filter((one) => one.seat === seat && one.kind === 'lock')).toHaveLength(8);
    expect(tables.endings[(cells[tables.at.ending] ?? 0) - 1]?.id).toBe(ending);
    const unlike = Object.entries(seenIn).filter(([path, { from = -Infinity, below = Infinity }]) => {
      const value = cells[tables.layout.cell(path)] ?? 0;
      return value < from || value >= below;
    });
    expect(unlike).toEqual([]);
  },
);

test('games played by hand from three capitals end in three ways', () => {
  const games = Object.values(handGames);
  expect(games.every(({ because }) => because.length > 100)).toBe(true);
  expect(new Set(games.map(({ seat }) => seat)).size).toBe(3);
  expect(new Set(games.map(({ ending }) => ending)).size).toBe(3);
});
