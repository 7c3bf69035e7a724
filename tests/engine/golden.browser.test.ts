/** The golden games again, in the browser: the same decisions give the same digests as in Node. */
import { expect, test } from 'vitest';
import { replay, replayDigests } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import first from '../golden/first.json';
import long from '../golden/long.json';
import moscow from '../golden/moscow.json';
import tehran from '../golden/tehran.json';
import washington from '../golden/washington.json';
import whole from '../golden/whole.json';

test.each([
  ['first', first],
  ['whole', whole],
  ['long', long],
  ['tehran', tehran],
  ['moscow', moscow],
  ['washington', washington],
])('the golden game "%s" plays again', async (_, recorded) => {
  const answer = await fetch('/scenarios/tehran-2016/scenario.json');
  const tables = compile(Scenario.parse(await answer.json()));
  const record = recorded as unknown as GameRecord;
  expect(replay(tables, record).refused).toBeNull();
  expect(replay(tables, record).digests).toEqual(record.digests);
  expect(replayDigests(tables, record)).toEqual(record.digests);
});
