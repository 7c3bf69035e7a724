import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { expect, test } from 'vitest';
import { readLand } from '../../src/map/land.ts';
import { mapNames } from '../../src/map/names.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const english = new FluentBundle('en');
english.addResource(new FluentResource(read('assets/words/en.ftl')));
const land = readLand(JSON.parse(read('assets/map/region.json')));

test('every word of the map and of the text map is there in English', () => {
  const asked: string[] = [];
  mapNames((key) => {
    asked.push(key);
    return key;
  });
  asked.push('map-note', ...(read('src/panels/TextMap.svelte').match(/map-[a-z]+-[a-zA-Z]+/g) ?? []));
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => key !== 'map-text' && !english.hasMessage(key))).toEqual([]);
});

test('every town, country and sea of the map file has a name, the four capitals by their own marks', () => {
  const names = mapNames((key) => key);
  const capitals = ['ankara', 'tehran'];
  const ids = [...land.towns, ...land.names].map(({ id }) => id);
  expect(ids.filter((id) => !names[id] && !capitals.includes(id))).toEqual([]);
});
