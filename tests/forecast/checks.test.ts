import { expect, test } from 'vitest';
import { Checks, Sources } from '../../src/engine/scenario/schema.ts';
import { runChecks } from '../../src/forecast/checks.ts';
import { readJson, tables } from './june2016.ts';

const checks = Checks.parse(readJson('checks.json'));

test('what the authors of June 2016 promise of the model holds', () => {
  const results = runChecks(tables, checks, 24);
  expect(results.filter(({ verdict }) => verdict === 'fails' || verdict === 'wrong')).toEqual([]);
  expect(results.filter(({ verdict }) => verdict === 'holds').length).toBeGreaterThanOrEqual(12);
  expect(results.filter(({ verdict }) => verdict === 'open').length).toBeGreaterThanOrEqual(4);
}, 60_000);

test('promises rest on sources that exist', () => {
  const sources = Sources.parse(readJson('sources.json'));
  expect(checks.flatMap((check) => check.sources).filter((key) => !(key in sources))).toEqual([]);
  expect(new Set(checks.map(({ id }) => id)).size).toBe(checks.length);
});

test('a check that names what does not exist is called wrong, with the reason', () => {
  const [first] = checks;
  if (!first) throw new Error('no checks');
  const wrong = [
    { ...first, measure: 'level.nowhere' },
    { ...first, keep: { 'iran.nothing': 'surge' } },
    { ...first, keep: { 'iran.ground': 'everywhere' } },
  ];
  expect(runChecks(tables, wrong, 1).map(({ verdict, why }) => [verdict, why])).toEqual([
    ['wrong', "there is no level 'level.nowhere'"],
    ['wrong', "there is no line 'iran.nothing'"],
    ['wrong', "line 'iran.ground' has no stance 'everywhere' (advisers, drawDown, surge)"],
  ]);
});
