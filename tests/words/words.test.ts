import { expect, test } from 'vitest';
import { applyLanguage, pickLanguage } from '../../src/words/languages.ts';
import { makeWords } from '../../src/words/words.ts';

const english = [
  'hello = Hello { $name }\nmove = Surge\n    .order = Moscow surges.\nrounds = { $n ->\n    [one] one round\n   *[other] { $n } rounds\n}',
];
const bare = (text: string): string => text.replace(/[\u2066-\u2069\u202c\u202e]/g, '');

test('a key is said with its values, and an attribute by its name', () => {
  const words = makeWords('en', english);
  expect(bare(words.say('hello', { name: 'Ankara' }))).toBe('Hello Ankara');
  expect(words.say('move.order')).toBe('Moscow surges.');
  expect(bare(words.say('rounds', { n: 1 }))).toBe('one round');
});

test('a missing text shows its key and throws nothing', () => {
  const words = makeWords('en', english);
  expect(words.say('nowhere')).toBe('⟨nowhere⟩');
  expect(words.say('move.nowhere')).toBe('⟨move.nowhere⟩');
  expect(words.has('move.order')).toBe(true);
  expect(words.has('move.nowhere')).toBe(false);
});

test('a missing value is named and not thrown', () => {
  expect(bare(makeWords('en', english).say('hello'))).toBe('Hello {$name}');
});

test('another language falls back to English text by text', () => {
  const words = makeWords('tr', ['move = Artır'], english);
  expect(words.say('move')).toBe('Artır');
  expect(words.say('move.order')).toBe('Moscow surges.');
});

test('a number below nothing has a minus, and other hyphens stay what they are', () => {
  const words = makeWords('en', ['sum = { $sum } in all', 'model = F-16, 2016-17, -x']);
  expect(words.say('sum', { sum: -1 }).replaceAll(/[\u2068\u2069]/g, '')).toBe('−1 in all');
  expect(words.plain.say('sum', { sum: -12.5 })).toBe('−12.5 in all');
  expect(words.say('model')).toBe('F-16, 2016-17, -x');
  expect(words.number(-3)).toBe('−3');
});

test('plain words carry no invisible marks', () => {
  expect(makeWords('en', english).plain.say('hello', { name: 'Ankara' })).toBe('Hello Ankara');
});

test('the made-up languages bracket every text, and the mirrored one runs from right to left', () => {
  const stretched = makeWords('xx', english);
  expect(stretched.say('move')).toMatch(/^\[.+\]$/);
  expect(stretched.say('move').length).toBeGreaterThan('Surge'.length + 2);
  const mirrored = makeWords('xx-rtl', english);
  expect(mirrored.dir).toBe('rtl');
  expect(mirrored.say('move')).toMatch(/^\[.+\]$/);
});

test('the reader gets what was chosen before, else what the browser asks for, else English', () => {
  expect(pickLanguage(['fr-CA', 'en-GB']).code).toBe('en');
  expect(pickLanguage(['en'], 'xx', true).code).toBe('xx');
  expect(pickLanguage(['en'], 'xx').code).toBe('en');
});

test('a language sets the page, the made-up ones by a code that browsers know', () => {
  const page = { documentElement: { lang: '', dir: '' } };
  applyLanguage(page, makeWords('xx-rtl', english));
  expect(page.documentElement).toEqual({ lang: 'ar', dir: 'rtl' });
});
