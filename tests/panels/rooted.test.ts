/** Every change of a game leads back to a decision, an event, a die or a start value, from the whole book and from a seat's own. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bookkeeping } from '../../src/panels/reading/change.ts';
import { makeWords } from '../../src/words/words.ts';
import { openLog, seenChanges, viewFor } from '../../src/engine/seats.ts';
import { readingOf } from '../../src/panels/reading/reading.ts';
import { theRealScenario } from '../engine/aGame.ts';
import { aRandomGame } from './aRandomGame.ts';
import { endsOf } from './rooted.ts';

const { tables } = theRealScenario();
const words = makeWords('en', [
  readFileSync('assets/words/en.ftl', 'utf8'),
  readFileSync('assets/scenarios/tehran-2016/words/en.ftl', 'utf8'),
]).plain;

test.each([0, 1, 2])('every change of random game %i begins somewhere', (name) => {
  const { changes, position } = aRandomGame(tables, `rooted ${name}`);
  const at = (path: string): number => position.cells[tables.layout.find(path)] ?? 0;
  const reading = readingOf({ words, tables, seat: 'iran', changes, deals: [], at }, changes);
  const told = changes.filter(({ by }) => !(bookkeeping as readonly string[]).includes(by.kind));
  const { roots, loose } = endsOf(told, reading);
  expect(loose).toEqual([]);
  expect([...roots].toSorted()).toEqual(['decision', 'die', 'event', 'start']);
});

test('what a seat sees begins somewhere too, or where it may not look', () => {
  const game = aRandomGame(tables, 'rooted seat');
  const changes = seenChanges(tables, openLog('usa'), game.changes);
  const { cells } = viewFor(game.position, 'usa');
  const at = (path: string): number => cells[tables.layout.find(path)] ?? 0;
  const reading = readingOf({ words, tables, seat: 'usa', changes, deals: [], at }, changes);
  const told = changes.filter(({ by }) => !(bookkeeping as readonly string[]).includes(by.kind));
  const { roots, loose } = endsOf(told, reading);
  expect(loose).toEqual([]);
  expect(roots).toContain('hidden');
});
