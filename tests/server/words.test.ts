/** Everything that a classroom speaks in has words, and so has every reason for which the server says no. */
import { expect, test } from 'vitest';
import {
  cableKey,
  cables,
  nameKeys,
  nameQualities,
  nameThings,
  plainPosts,
  postKey,
  teamPosts,
} from '../../src/table/classWords.ts';
import { filesBelow, read } from '../house/files.ts';

const words = read('assets/words/en.ftl');
const has = (key: string): boolean => words.includes(`\n${key} = `);

test('names, posts and cables have words', () => {
  const names = nameQualities.flatMap((quality) =>
    nameThings.flatMap((thing) => nameKeys({ quality, thing })),
  );
  const keys = [...names, ...[...teamPosts, ...plainPosts].map(postKey), ...cables.map(cableKey)];
  expect(keys.filter((key) => !has(key))).toEqual([]);
});

test('there are enough names for a class to find one each, and none twice in a list', () => {
  expect(nameQualities.length * nameThings.length).toBeGreaterThan(1000);
  for (const list of [nameQualities, nameThings, cables])
    expect(new Set<string>(list).size).toBe(list.length);
});

test('every refusal of the server has words', () => {
  const code = [...filesBelow('src/server', '.ts'), ...filesBelow('src/table', '.ts')].map(read).join('\n');
  const reasons = new Set(
    [...code.matchAll(/\b(?:no\(|reason: )(?:\w+ \? )?'(\w+)'(?: : '(\w+)')?/g)].flatMap(([, one, other]) =>
      [one, other].filter((reason) => reason !== undefined),
    ),
  );
  expect(reasons.size).toBeGreaterThan(25);
  expect([...reasons].filter((reason) => !has(`why-${reason}`))).toEqual([]);
});
