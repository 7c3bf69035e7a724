/** The laboratory: arms that lean as they say, beliefs and strengths that reach the games, and what the answer hangs on. */
import { describe, expect, it } from 'vitest';
import { die, ruleHash, seedFrom } from '../../src/engine/dice.ts';
import { Laboratory } from '../../src/engine/scenario/laboratorySchema.ts';
import { playGames } from '../../src/forecast/games.ts';
import {
  armQuestion,
  bestOf,
  deliveryOf,
  differenceOf,
  leanedIn,
  meanOfOutcome,
  nameOfOutcome,
  outcomesOf,
  valuesOf,
} from '../../src/forecast/laboratory.ts';
import type { Trial } from '../../src/forecast/laboratory.ts';
import { csvOf, reportOf } from '../../src/forecast/report.ts';
import { gamesOf } from '../../src/forecast/results.ts';
import { standsOut, strengthsOf, swingsOf, weightSwings } from '../../src/forecast/sensitivity.ts';
import { longGame, readJson, tables } from './june2016.ts';

const laboratory = Laboratory.parse(readJson('laboratory.json'));
const trial: Trial = {
  games: 24,
  seed: seedFrom('laboratory'),
  options: { ...longGame, rounds: 5 },
  hinges: {},
  strengths: {},
};
function played(arm: string, changed: Partial<Trial> = {}) {
  const question = armQuestion(tables, laboratory, arm, { ...trial, ...changed });
  return gamesOf(tables, question, playGames(tables, question, 0, question.games));
}
const arms = laboratory.arms.map(({ id }) => played(id));
const arm = (id: string) => arms[laboratory.arms.findIndex((one) => one.id === id)] as (typeof arms)[number];

describe('The arms of June 2016', () => {
  it('lean as they say, by what is measured in their games', () => {
    expect(leanedIn(arm('ankara')).towards.low).toBeGreaterThan(0);
    expect(leanedIn(arm('moscow')).towards.high).toBeLessThan(0);
    const depths = Object.fromEntries(laboratory.arms.map(({ id }) => [id, leanedIn(arm(id)).depth]));
    const [moscow = 0, ankara = 0] = depths['both'] ?? [];
    expect(Math.min(moscow, ankara)).toBeGreaterThan(1);
    expect(Math.max(...(depths['neither'] ?? [9]))).toBeLessThan(0.5);
  });

  it('keep a ledger with each partner: nothing is promised where nothing is dealt', () => {
    const [moscow, ankara] = deliveryOf(arm('moscow'));
    expect(moscow?.perGame.promised).toBeGreaterThan(0.5);
    expect(ankara?.perGame.promised).toBe(0);
    for (const { perGame } of [moscow, ankara].flatMap((one) => one ?? []))
      expect(perGame.delivered + perGame.wouldNot + perGame.couldNot).toBeLessThanOrEqual(
        perGame.promised + 1e-9,
      );
  });

  it('meet the same luck, so that they can be compared game by game', () => {
    const [one, other] = [arm('both'), arm('neither')].map((games) => strengthsOf(tables, games.question));
    expect(one).toEqual(other);
    const values = arms.map((games) => valuesOf(games, laboratory, { kind: 'reached', capital: 'iran' }));
    expect(bestOf(values).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    const { mean, low, high } = differenceOf(values[2] as Float64Array, values[3] as Float64Array);
    expect(low).toBeLessThan(mean);
    expect(mean).toBeLessThan(high);
    expect(differenceOf(values[0] as Float64Array, values[0] as Float64Array)).toEqual({
      mean: 0,
      low: 0,
      high: 0,
    });
  });
});

describe('What is assumed', () => {
  it('reaches the games: a belief holds stances, draws strengths from a third, and seats a temperament', () => {
    const question = armQuestion(tables, laboratory, 'both', {
      ...trial,
      hinges: { moscowTrades: 'no', frontHolds: 'yes' },
    });
    expect(question.keep).toEqual({ 'russia.assad': 'protect', 'iran.consults': 'both' });
    expect(question.strengths).toMatchObject({ damascusAssad: 'upper', kurdsIranTurkey: 'upper' });
    expect(question.temperaments).toEqual({ turkey: 'patient' });
    const link = tables.links.find(({ id }) => id === 'damascusAssad');
    const drawn = strengthsOf(tables, question)[link?.index ?? -1] ?? [];
    for (const strength of drawn) expect(strength).toBeGreaterThan(link?.strength ?? 0);
    expect(armQuestion(tables, laboratory, 'both', { ...trial, hinges: { moscowTrades: 'open' } })).toEqual(
      arm('both').question,
    );
  });

  it('set by hand comes before a belief', () => {
    const { strengths } = armQuestion(tables, laboratory, 'both', {
      ...trial,
      hinges: { damascusRefuses: 'yes' },
      strengths: { surgeBold: { from: 300, to: 300 } },
    });
    expect(strengths).toMatchObject({ surgeBold: { from: 300, to: 300 }, damascusBold: 'upper' });
  });
});

describe('Sensitivity', () => {
  it('finds the strength that makes an answer, and calls chance chance', () => {
    const question = { ...arm('both').question, games: 400 };
    const drawn = strengthsOf(tables, question);
    const link = tables.links.find(({ id }) => id === 'surgeBold');
    const noise = (game: number): number => die(trial.seed, game, ruleHash('noise'), 0, 1000);
    const values = Float64Array.from(
      { length: 400 },
      (_, game) => (drawn[link?.index ?? 0]?.[game] ?? 0) * 10 + noise(game),
    );
    const swings = swingsOf(tables, question, values);
    expect(swings[0]?.id).toBe('surgeBold');
    expect(swings.filter(standsOut).map(({ id }) => id)).toEqual(['surgeBold']);
    expect(swings[0]?.high).toBeGreaterThan(swings[0]?.low ?? 0);
  });

  it('leaves out a link whose strength is fixed', () => {
    const games = played('both', { strengths: { surgeBold: { from: 450, to: 450 } } });
    const swings = swingsOf(tables, games.question, valuesOf(games, laboratory, { kind: 'people' }));
    expect(swings.some(({ id }) => id === 'surgeBold')).toBe(false);
    expect(swings.length).toBeGreaterThan(50);
  });

  it('tries every weight in the aims of a capital', () => {
    const parts = tables.capitals.find(({ id }) => id === 'iran')?.aims.flatMap((aim) => aim.parts) ?? [];
    const swings = weightSwings([arm('ankara'), arm('moscow')], 'iran');
    expect(swings).toHaveLength(parts.length);
    expect(weightSwings([arm('ankara'), arm('ankara')], 'iran').every(({ low, high }) => low === high)).toBe(
      true,
    );
  });
});

describe('The report', () => {
  const report = reportOf(tables, laboratory, trial, arms, {
    outcome: { kind: 'reached', capital: 'iran' },
    arms: ['ankara', 'moscow'],
  });

  it('holds every arm with every outcome, and is plain data', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.arms.map((one) => one.arm)).toEqual(['ankara', 'moscow', 'both', 'neither']);
    for (const one of report.arms) {
      expect(Object.keys(one.outcomes)).toEqual(outcomesOf(tables, laboratory).map(nameOfOutcome));
      expect(Object.values(one.endings).reduce((sum, games) => sum + games, 0)).toBe(24);
    }
    expect(report.sensitivity).toHaveLength(10);
    expect(report.arms[2]?.outcomes['people']).toEqual(
      meanOfOutcome(arm('both'), laboratory, { kind: 'people' }),
    );
  });

  it('becomes a table whose lines all have as many cells', () => {
    const lines = csvOf(report).trimEnd().split('\r\n');
    expect(lines[0]).toBe('arm,measure,mean,low,high');
    const cells = lines.map((line) => line.replaceAll(/"[^"]*"/g, 'x').split(',').length);
    expect(new Set(cells)).toEqual(new Set([5]));
    expect(lines.some((line) => line.startsWith('ankara,reached.iran,'))).toBe(true);
    expect(lines.at(-1)).toContain('not a prediction');
  });
});
