/** No words stand in components: whatever a reader sees or hears comes from a file of words. */
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

/** Attributes that are read out or shown. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

interface Node {
  type?: string;
  name?: string;
  data?: string;
  [part: string]: unknown;
}

/** Lists the literal texts of a component's markup that hold a letter, in reading order. */
function textsOf(source: string): string[] {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(visit);
    if (part === null || typeof part !== 'object') return;
    const node = part as Node;
    if (node.type === 'StyleDirective') return;
    if (node.type === 'Attribute' && !spoken.has(node.name ?? '')) return visitExpressions(node);
    if (node.type === 'Text' && /\p{L}/u.test(node.data ?? '')) found.push((node.data ?? '').trim());
    Object.values(node).forEach(visit);
  };
  // A class or an address may be text; a component given to an attribute may hold words again.
  const visitExpressions = ({ value }: Node): void => {
    for (const one of [value].flat()) if ((one as Node | null)?.type !== 'Text') visit(one);
  };
  visit(parse(source, { modern: true }).fragment);
  return found;
}

test('no component holds words of its own', () => {
  const found = filesBelow('src', '.svelte').flatMap((file) =>
    textsOf(read(file)).map((text) => `${file}: ${text}`),
  );
  expect(found).toEqual([]);
});

test('words in markup are noticed, between tags and in spoken attributes', () => {
  expect(textsOf('<p class="wide">Hello</p><img alt="A map" src="map.png" /><b>{name}: 3</b>')).toEqual([
    'Hello',
    'A map',
  ]);
});
