/** Whatever stands in a file, reading it ends in a scenario or in sentences; it never throws and never gives a sentence without a place. */
import { array, assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/engine/scenario/readJson.ts';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import { sentences, whole } from './broken.ts';
import type { Loose } from './broken.ts';

const text = whole['scenario.json'];

/** All places of the scenario, as paths. */
const places: (string | number)[][] = [];
(function walk(data: Loose, path: (string | number)[]): void {
  if (path.length > 0) places.push(path);
  if (Array.isArray(data)) data.forEach((one, at) => walk(one, [...path, at]));
  else if (data !== null && typeof data === 'object')
    for (const key of Object.keys(data)) walk(data[key], [...path, key]);
})(JSON.parse(text), []);

const anything = constantFrom<unknown[]>(
  undefined,
  null,
  true,
  -1,
  1.5,
  99999,
  '',
  'x',
  'x.y',
  [],
  {},
  ['x'],
  { a: 1 },
);

describe('Any file', () => {
  it('with one thing in it replaced or taken out is read or told about', () => {
    assert(
      property(nat(places.length - 1), anything, (at, value) => {
        const scenario: Loose = JSON.parse(text);
        const path = places[at] ?? [];
        const last = path[path.length - 1] ?? '';
        const holder = path.slice(0, -1).reduce((data: Loose, key) => data[key], scenario);
        if (value === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
        else holder[last] = value;
        for (const sentence of sentences({ ...whole, 'scenario.json': JSON.stringify(scenario) }))
          expect(sentence).toMatch(
            /^(scenario\.json|sources\.json|words\/en\.ftl).*: found .+, expected .+\.$/s,
          );
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('of random text is read as the host reads it, or told about', () => {
    const bits = constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\\',
    );
    assert(
      property(array(bits, { maxLength: 12 }), (list) => {
        const file = list.join('');
        const host = ((): unknown => {
          try {
            return JSON.stringify(JSON.parse(file));
          } catch {
            return null;
          }
        })();
        const read = readJson('x.json', file);
        const doubled = !read.ok && read.problems.some(({ found }) => found.includes('same key'));
        expect(read.ok ? JSON.stringify(read.data) : doubled ? host : null).toBe(host);
      }),
      { numRuns: 3000 },
    );
  });

  it('cut off anywhere is told about', () => {
    assert(
      property(nat(text.length - 3), (length) => {
        const out = readScenario({ ...whole, 'scenario.json': text.slice(0, length) });
        expect(out.ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
