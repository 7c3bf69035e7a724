/** What an author reads when a file cannot be read at all, or is not of today's format. */
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import { broken, onDisk, sentences, whole } from './broken.ts';

const text = whole['scenario.json'];
const asScenario = (file: string): string[] => sentences({ ...whole, 'scenario.json': file });

describe('A file that is not JSON', () => {
  it('is whole as it lies in the folder', () => {
    expect(sentences(onDisk)).toEqual([]);
  });

  it.each([
    ['an empty file', '', 'line 1, column 1: found an empty file, expected JSON.'],
    ['plain words', 'hello', 'line 1, column 1: found "h", expected a value.'],
    ['a web page', '<!doctype html>', 'line 1, column 1: found "<", expected a value.'],
    ['a byte order mark', '\uFEFF{}', 'line 1, column 1: found a byte order mark, expected a value.'],
    [
      'a comma too many',
      '{\n  "format": 1,\n}',
      'line 3, column 1: found "}" after a comma, expected another entry, or no comma.',
    ],
    ['a missing comma', '{"a": 1 "b": 2}', 'line 1, column 9: found "\\"", expected a comma or "}".'],
    ['a key without quotes', '{format: 1}', 'line 1, column 2: found "f", expected a key in double quotes.'],
    ['a missing colon', '{"format" 1}', 'line 1, column 11: found "1", expected a colon after the key.'],
    ['not a number', '{"a": NaN}', 'line 1, column 7: found "N", expected a value.'],
    ['a number with a leading zero', '[01]', 'line 1, column 3: found "1", expected a comma or "]".'],
    [
      'a line break in a text',
      '["a\nb"]',
      'line 1, column 4: found a line break or tab inside a text, expected \\n or \\t.',
    ],
    ['an unknown escape', '["\\q"]', 'line 1, column 3: found "\\\\", expected an escape that JSON knows.'],
    ['something after the end', '{} {}', 'line 1, column 4: found "{", expected the end of the file.'],
  ])('%s is named with line and column', (_, file, sentence) => {
    expect(asScenario(file)).toEqual([`scenario.json, ${sentence}`]);
  });

  it('cut off in the middle is named with line and column', () => {
    const at = text.indexOf('"starts"');
    const line = text.slice(0, at).split('\n').length;
    expect(asScenario(text.slice(0, at))).toEqual([
      `scenario.json, line ${line}, column 3: found the end of the file, as if it were cut off, expected a key in double quotes.`,
    ]);
    expect(asScenario(text.slice(0, at + 4))).toEqual([
      `scenario.json, line ${line}, column 7: found the end of the file, as if it were cut off, expected a closing double quote.`,
    ]);
  });

  it('says it of the other files too, all at once', () => {
    expect(sentences({ ...whole, 'sources.json': '{', 'checks.json': '[1' })).toEqual([
      'sources.json, line 1, column 2: found the end of the file, as if it were cut off, expected a key in double quotes.',
      'checks.json, line 1, column 3: found the end of the file, as if it were cut off, expected a comma or "]".',
    ]);
  });
});

describe('A file meant to break the game', () => {
  it('of 20 MB is refused by its size before it is parsed', () => {
    const before = performance.now();
    expect(asScenario('['.repeat(20_000_000))).toEqual([
      'scenario.json: found 20 MB of text, expected at most 2 MB.',
    ]);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('nested too deep is refused', () => {
    expect(asScenario('['.repeat(100_000))).toEqual([
      'scenario.json, line 1, column 42: found more than 40 lists and objects inside one another, expected at most 40.',
    ]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('with a key %s is refused', (key) => {
    const file = text.replace('"displaced"', `"displaced", "${key}": { "rounds": 99 }`);
    expect(asScenario(file)).toEqual([
      `scenario.json, levels[0].${key}: found the key "${key}", expected a key that is not part of the language itself.`,
    ]);
    expect(({} as Record<string, unknown>)['rounds']).toBeUndefined();
  });

  it('with the same key twice is refused', () => {
    expect(asScenario(text.replace('"format"', '"id": "other", "format"'))).toEqual([
      'scenario.json, id: found the same key twice in one object, expected each key once.',
    ]);
  });
});

describe('The format of a scenario', () => {
  it('0 is upgraded: startMonth became starts', () => {
    const { starts, ...rest } = JSON.parse(text) as { starts: { year: number; month: number } };
    const old = { ...rest, format: 0, startMonth: '2016-06' };
    const out = readScenario({ ...whole, 'scenario.json': JSON.stringify(old) });
    expect(out.ok && out.scenario.starts).toEqual(starts);
    expect(out.ok && out.scenario.format).toBe(1);
  });

  it('0 with a month that cannot be read is said in words of today', () => {
    expect(
      broken((scenario) => {
        scenario.format = 0;
        scenario.startMonth = 'June';
        delete scenario.starts;
      }),
    ).toEqual(['scenario.json, starts: found "June", expected an object.']);
  });

  it.each([
    [2, 'format 2, made for a newer version of Red Lines, expected 1 at most.'],
    ['1', '"1", expected a whole number from 0 to 1.'],
    [undefined, 'nothing, expected a whole number from 0 to 1.'],
    [-1, '-1, expected a whole number from 0 to 1.'],
  ])('%s is refused', (format, sentence) => {
    expect(broken((scenario) => (scenario.format = format))).toEqual([
      `scenario.json, format: found ${sentence}`,
    ]);
  });

  it('cannot be told where the file holds something else', () => {
    expect(asScenario('[]')).toEqual([
      'scenario.json: found an empty list, expected an object that holds a scenario.',
    ]);
    expect(asScenario('null')).toEqual([
      'scenario.json: found null, expected an object that holds a scenario.',
    ]);
  });
});
