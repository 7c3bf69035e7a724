/** The golden forecasts again: the same questions give the same counts. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { goldenForecast } from './goldenForecast.ts';
import { tables } from './june2016.ts';

test('the golden forecasts come out as they were kept', () => {
  const kept: unknown = JSON.parse(readFileSync(new URL('../golden/forecast.json', import.meta.url), 'utf8'));
  const hint =
    'rules, scenario or policies have changed: run `node tests/golden/make.ts` and say why in the commit';
  expect(goldenForecast(tables), hint).toEqual(kept);
});
