/** The README keeps its promises: the two commands, and a tree that is the tree. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { read, root } from './files.ts';

const readme = read('README.md');

test('the README shows the two commands', () => {
  expect(readme).toContain('npm ci && npm start');
  expect(readme).toContain('npm ci && npm test');
});

test('every folder of src stands in the tree of the README, and the tree names nothing else', () => {
  const tree = /```\nindex\.html[\s\S]*?```/.exec(readme)?.[0] ?? '';
  const named = [...tree.matchAll(/^ {2}(\w+)\/ /gm)].map(([, name]) => name);
  const real = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...named].sort()).toEqual(real.map(({ name }) => name).sort());
  const inner = [...tree.matchAll(/^ {4}(\w+)\/ /gm)].map(([, name]) => name);
  for (const name of inner) expect(existsSync(join(root, 'src/engine', name ?? ''))).toBe(true);
});

test('files that the README names are there', () => {
  for (const [, path = ''] of readme.matchAll(/\]\((assets\/[^)]+)\)/g))
    expect({ path, there: existsSync(join(root, path)) }).toEqual({ path, there: true });
});
