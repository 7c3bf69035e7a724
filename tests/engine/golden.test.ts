/** Recorded games play again to the recorded digests, here in Node; `golden.browser.test.ts` asks the same of the browser. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { replay, replayDigests, scenarioDigest } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { theRealScenario } from './aGame.ts';

const { tables, scenario } = theRealScenario();

test.each(['first', 'whole', 'long'])('the golden game "%s" plays again', (name) => {
  const file = new URL(`../golden/${name}.json`, import.meta.url);
  const record: GameRecord = JSON.parse(readFileSync(file, 'utf8'));
  const hint = 'the scenario has changed: run `node tests/golden/make.ts` and say why in the commit';
  expect(record.scenario.digest, hint).toBe(scenarioDigest(scenario));
  const again = replay(tables, record);
  expect(again.refused).toBeNull();
  expect(again.digests).toEqual(record.digests);
  expect(replayDigests(tables, record)).toEqual(record.digests);
});
