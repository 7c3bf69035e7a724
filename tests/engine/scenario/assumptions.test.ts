/** Assumptions: what may be changed, the copy in which it is, and that the scenario itself stays as it is. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedFrom } from '../../../src/engine/dice.ts';
import { seedsFrom, start } from '../../../src/engine/position.ts';
import { chanceOf, newRecord, scenarioDigest } from '../../../src/engine/record.ts';
import { readRecord } from '../../../src/engine/recordFile.ts';
import { assumable, assume } from '../../../src/engine/scenario/assumptions.ts';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import { Scenario } from '../../../src/engine/scenario/schema.ts';

const folder = 'assets/scenarios/tehran-2016';
const text = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8');
const scenario = Scenario.parse(JSON.parse(text('scenario.json')));
const all = assumable(scenario);

test('links, start values and weights can be assumed otherwise, each within a range around what the authors took', () => {
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['link', 'start', 'weight']));
  expect(new Set(all.map(({ what }) => what)).size).toBe(all.length);
  for (const { what, is, least, most } of all)
    expect({ what, fits: least <= is && is <= most }).toEqual({ what, fits: true });
  const disputed = scenario.links.find(({ dissent, strength }) => dissent && strength > 0);
  expect(all.find(({ what }) => what === `link.${disputed?.id ?? ''}`)?.least).toBe(0);
});

test('a copy names what was changed and nothing else, and the scenario stays as it is', () => {
  const before = scenarioDigest(scenario);
  const [link, other] = all;
  if (!link || !other) throw new Error('nothing can be assumed');
  const made = assume(scenario, [
    { what: other.what, is: other.is },
    { what: link.what, is: link.most },
  ]);
  if (!made.ok) throw new Error(made.wrong.what);
  expect(made.scenario.assumed).toEqual([{ what: link.what, is: link.most }]);
  expect(scenarioDigest(made.scenario)).not.toBe(before);
  expect(scenarioDigest(scenario)).toBe(before);
});

test('what there is not, and what leaves its range, is refused by name', () => {
  const [link] = all;
  if (!link) throw new Error('nothing can be assumed');
  expect(assume(scenario, [{ what: 'link.noSuchLink', is: 1 }])).toEqual({
    ok: false,
    wrong: { what: 'link.noSuchLink', is: 1 },
    range: null,
  });
  const wrong = { what: link.what, is: link.most + 1 };
  expect(assume(scenario, [wrong])).toEqual({
    ok: false,
    wrong,
    range: { least: link.least, most: link.most },
  });
});

test('where somebody holds that there is no such link, a game can be played without it', () => {
  const wanted = all.filter(({ kind, least, most }) => kind === 'link' && (least === 0 || most === 0));
  expect(wanted.length).toBeGreaterThan(0);
  const made = assume(
    scenario,
    wanted.map(({ what }) => ({ what, is: 0 })),
  );
  if (!made.ok) throw new Error(made.wrong.what);
  const files = { 'scenario.json': JSON.stringify(made.scenario), 'sources.json': text('sources.json') };
  const read = readScenario(files);
  if (!read.ok) throw new Error(read.problems[0]?.sentence);
  expect(read.tables.links.filter(({ strength }) => strength === 0)).toHaveLength(wanted.length);
});

test('whatever is assumed within the ranges is a scenario that can be read and played, and is found again by its record', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(all.length - 1), { minLength: 1, maxLength: 12 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 12, maxLength: 12 }),
      (places, parts) => {
        const wanted = places.map((place, at) => {
          const { what, least, most } = all[place] ?? { what: '', least: 0, most: 0 };
          return { what, is: Math.round(least + ((most - least) * (parts[at] ?? 0)) / 100) };
        });
        const made = assume(scenario, wanted);
        if (!made.ok) throw new Error(made.wrong.what);
        const read = readScenario({
          'scenario.json': JSON.stringify(made.scenario),
          'sources.json': text('sources.json'),
        });
        if (!read.ok) throw new Error(read.problems[0]?.sentence);
        const options = { rounds: 3, moves: 2, layers: [] };
        const record = newRecord(read.tables, seedsFrom(seedFrom('assumed')), options, {});
        start(read.tables, options, chanceOf(read.tables, record));
        const again = readRecord(JSON.stringify(record));
        if (!again.ok) throw new Error(again.problem.sentence);
        expect(again.record.assumed).toEqual(made.scenario.assumed);
        const copy = assume(scenario, again.record.assumed ?? []);
        expect(copy.ok && scenarioDigest(copy.scenario)).toBe(record.scenario.digest);
      },
    ),
    { numRuns: 12 },
  );
});
