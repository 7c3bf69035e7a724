/** Long: thousands of games of a forecast, handed out in odd slices; intervals that hold over many luck's worth of games. */
import { expect, test } from 'vitest';
import { seedFrom } from '../../src/engine/dice.ts';
import { playGames } from '../../src/forecast/games.ts';
import type { Question } from '../../src/forecast/question.ts';
import { aimsOf, endingsOf, gamesOf } from '../../src/forecast/results.ts';
import { longGame, tables } from './june2016.ts';

const asked = (seed: string, games: number): Question => ({
  games,
  seed: seedFrom(seed),
  beginning: { kind: 'start', options: longGame },
  levels: ['people'],
  byRound: true,
});

test('two thousand games are the same in slices of any size', () => {
  const question = asked('slices', 2000);
  const whole = playGames(tables, question, 0, 2000);
  const parts: number[] = [];
  for (let from = 0, size = 1; from < 2000; from += size, size = (size * 7 + 3) % 311 || 1)
    parts.push(...playGames(tables, question, from, Math.min(2000, from + size)));
  expect(parts).toEqual([...whole]);
});

test('intervals of forty games hold what four thousand games come to, about as often as they say', () => {
  const many = gamesOf(tables, asked('truth', 4000), playGames(tables, asked('truth', 4000), 0, 4000));
  const trueEndings = endingsOf(many).map(({ share }) => share);
  const trueAims = aimsOf(many).map(({ mean }) => mean);
  let told = 0;
  let held = 0;
  for (let trial = 0; trial < 60; trial++) {
    const question = asked(`trial ${trial}`, 40);
    const games = gamesOf(tables, question, playGames(tables, question, 0, 40));
    endingsOf(games).forEach(({ low, high }, at) => {
      told++;
      if (low <= (trueEndings[at] ?? 0) && (trueEndings[at] ?? 0) <= high) held++;
    });
    aimsOf(games).forEach(({ low, high }, at) => {
      told++;
      if (low <= (trueAims[at] ?? 0) && (trueAims[at] ?? 0) <= high) held++;
    });
  }
  expect(held / told).toBeGreaterThan(0.9);
  expect(held / told).toBeLessThan(0.995);
});
