import { expect, test } from 'vitest';
import { seedFrom } from '../../src/engine/dice.ts';
import { playArm } from '../../src/forecast/arms.ts';
import { balance } from '../../src/forecast/balance.ts';
import { bestFixed, combinations } from '../../src/forecast/fixed.ts';
import { forecast } from '../../src/forecast/forecast.ts';
import { wrongKeep } from '../../src/forecast/keep.ts';
import { playHere } from '../../src/forecast/tasks.ts';
import { longGame, readJson, tables } from './june2016.ts';

type Plans = Record<string, { id: string; keep: Record<string, string> }[]>;
const plans = readJson('plans.json') as Plans;
const iran = tables.capitals.find(({ id }) => id === 'iran');

test('every capital has five plans, each with a name of its own and stances that exist', () => {
  expect(Object.keys(plans)).toEqual(tables.capitals.map(({ id }) => id));
  for (const [id, own] of Object.entries(plans)) {
    expect(new Set(own.map((plan) => plan.id)).size).toBe(5);
    expect(own.map(({ keep }) => wrongKeep(tables, keep)).filter((wrong) => wrong !== null)).toEqual([]);
    expect(own.flatMap(({ keep }) => Object.keys(keep)).filter((line) => !line.startsWith(`${id}.`))).toEqual(
      [],
    );
  }
});

test('arms with the same seed have the same luck, game by game', () => {
  const request = { games: 3, seed: seedFrom('arms'), options: longGame };
  const arm = playArm(tables, request);
  expect(playArm(tables, request)).toEqual(arm);
  expect(playArm(tables, { ...request, games: 2 }, 1).games).toEqual(arm.games.slice(1));
  expect(playArm(tables, { ...request, policies: { iran: 'alone@4' } }).games).not.toEqual(arm.games);
});

test('a capital that stays alone makes no pact', () => {
  const request = { games: 6, seed: seedFrom('alone'), options: longGame };
  const policies = { iran: 'alone@4', russia: 'alone@4', turkey: 'alone@4', usa: 'alone@4' } as const;
  expect(forecast(tables, { ...request, policies }).pacts).toMatchObject({ offered: 0, made: 0 });
});

test('fixed policies are all combinations of the stances of a capital', async () => {
  if (!iran) throw new Error('no Iran');
  const all = combinations(iran);
  expect(all).toHaveLength(iran.lines.reduce((product, { stances }) => product * stances.length, 1));
  expect(new Set(all.map((keep) => JSON.stringify(keep))).size).toBe(all.length);
  expect(all[0]).toEqual({
    'iran.assad': 'conditional',
    'iran.consults': 'ankara',
    'iran.ground': 'advisers',
    'iran.kurds': 'bargain',
    'iran.washington': 'backChannel',
  });
  const small = { ...iran, lines: iran.lines.slice(0, 1) };
  const request = { games: 4, seed: seedFrom('fixed'), options: longGame };
  const best = await bestFixed(tables, small, request, playHere(tables));
  expect(Object.keys(best.keep)).toEqual(['iran.assad']);
});

test('a balance sets every figure beside its bar', async () => {
  const request = { games: 20, seed: seedFrom('balance'), options: longGame };
  const measured = await balance(tables, request, plans, playHere(tables), 'none');
  for (const { name, value, least = -Infinity, most = Infinity, met } of measured.figures)
    expect([name, met]).toEqual([name, value >= least && value <= most]);
  expect(measured.ways.map(({ stance }) => stance)).toEqual(['ankara', 'both', 'moscow', 'nobody']);
  expect(measured.ways.reduce((sum, { best }) => sum + best, 0)).toBeCloseTo(1);
  expect(JSON.parse(JSON.stringify(measured))).toEqual(measured);
}, 120_000);
