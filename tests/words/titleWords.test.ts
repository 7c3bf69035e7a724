/** The words of a scenario that are said before it is opened: the same as in the whole file, and hardly anything else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { titleWords } from '../../src/words/titleWords.ts';
import { makeWords } from '../../src/words/words.ts';

test('what the first screen says of a scenario is in its title words, and says the same', () => {
  const whole = readFileSync('assets/scenarios/tehran-2016/words/en.ftl', 'utf8');
  const titles = titleWords(whole);
  const [known, few] = [makeWords('en', [whole]), makeWords('en', [titles])];
  const keys = ['title', 'question', 'blurb', 'note'].map((key) => `scenario-${key}`);
  for (const key of [...keys, ...['iran', 'russia', 'turkey', 'usa'].map((id) => `capital-${id}`)])
    expect(few.say(key)).toBe(known.say(key));
  expect(titles.length).toBeLessThan(whole.length / 20);
});

test('lines that go on and terms come along, and nothing of what stands beside them', () => {
  const text =
    '# about\n-land = Syria\nmove-a = No\n  more\nscenario-title = { -land }\n  and more\n    .note = x\nmove-b = No\n';
  expect(titleWords(text)).toBe('-land = Syria\nscenario-title = { -land }\n  and more\n    .note = x\n');
});
