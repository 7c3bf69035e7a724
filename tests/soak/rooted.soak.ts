/** Every change in 500 random games leads back to a decision, an event, a die or a start value. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bookkeeping } from '../../src/panels/reading/change.ts';
import { readingOf } from '../../src/panels/reading/reading.ts';
import { makeWords } from '../../src/words/words.ts';
import { theRealScenario } from '../engine/aGame.ts';
import { aRandomGame } from '../panels/aRandomGame.ts';
import { endsOf } from '../panels/rooted.ts';

const { tables } = theRealScenario();
const words = makeWords('en', [
  readFileSync('assets/words/en.ftl', 'utf8'),
  readFileSync('assets/scenarios/tehran-2016/words/en.ftl', 'utf8'),
]).plain;

test('every change in 500 random games begins somewhere', () => {
  let followed = 0;
  for (let name = 0; name < 500; name++) {
    const { changes, position } = aRandomGame(tables, `rooted ${name}`);
    const at = (path: string): number => position.cells[tables.layout.find(path)] ?? 0;
    const reading = readingOf({ words, tables, seat: 'iran', changes, deals: [], at }, changes);
    const told = changes.filter(({ by }) => !(bookkeeping as readonly string[]).includes(by.kind));
    expect(endsOf(told, reading).loose, `game ${name}`).toEqual([]);
    followed += told.length;
  }
  expect(followed).toBeGreaterThan(500_000);
});
