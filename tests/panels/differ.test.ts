/** Why two branches differ: every difference leads back to what was changed by hand, to what was decided anew, or to an event. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { beginFork } from '../../src/engine/counterfactual/fork.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { layers } from '../../src/engine/layers.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import { replay } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { differOf } from '../../src/panels/reading/differ.ts';
import type { DifferNode, Pair } from '../../src/panels/reading/differ.ts';
import { readingOf } from '../../src/panels/reading/reading.ts';
import type { Reading } from '../../src/panels/reading/reading.ts';
import { openLocalTable } from '../../src/table/localTable.ts';
import { playRest } from '../../src/table/rest.ts';
import { computerSeats } from '../../src/table/seats.ts';
import { makeWords } from '../../src/words/words.ts';
import { theRealScenario } from '../engine/aGame.ts';

const { tables } = theRealScenario();
const words = makeWords('en', [
  readFileSync('assets/words/en.ftl', 'utf8'),
  readFileSync('assets/scenarios/tehran-2016/words/en.ftl', 'utf8'),
]).plain;

function readingFrom(record: GameRecord): Reading {
  const { changes, position } = replay(tables, record);
  const at = (path: string): number => position.cells[tables.layout.find(path)] ?? 0;
  return readingOf({ words, tables, seat: 'iran', changes, deals: [], at }, changes);
}

/** A game in which Tehran orders nothing, and one in which it answers its first decision. */
async function twoBranches(): Promise<Pair> {
  const seeds = seedsFrom(seedFrom('differ'));
  const options = { rounds: 5, moves: 2, layers: [...layers] };
  const table = openLocalTable({
    tables,
    options,
    seeds,
    seat: 'iran',
    ...computerSeats(tables, 'iran', seeds),
  });
  for (let round = 1; round <= 5; round++)
    await table.decide({ kind: 'lock', seat: 'iran', round, orders: { moves: [] } });
  const put = tables.decisions.find(
    (one) => one.round === 1 && tables.capitals[one.capital]?.id === 'iran' && one.when === null,
  );
  const answer = put?.options.find((option, at) => at !== put.silence && option.when === null)?.id ?? '';
  const orders = { answer, moves: [] };
  const begun = beginFork(tables, table.record(), { kind: 'orders', seat: 'iran', round: 1, orders });
  if (!('record' in begun)) throw new Error(begun.reason);
  const rest = await playRest(tables, begun.record, 'iran', async () => {});
  return {
    one: readingFrom(table.record()),
    other: readingFrom(rest.record),
    changed: new Set(['answer.iran.1']),
    before: 'one',
  };
}

test('every difference is told in words and ends somewhere, and the changed choice is found', async () => {
  const pair = await twoBranches();
  const sentences: string[] = [];
  const seen = new Set<string>();
  const rounds = pair.one.book.rounds;
  const last = rounds.at(-1) ?? 0;
  const here = pair.one.book.cellsBefore(last + 1);
  const there = pair.other.book.cellsBefore(last + 1);
  const paths = tables.layout.paths.filter(
    (path, cell) =>
      /^(issue|level|violence|home|trust|aim)\.|^people$/.test(path) &&
      Math.abs((here[cell] ?? 0) - (there[cell] ?? 0)) >= 5,
  );
  expect(paths.length).toBeGreaterThan(3);
  const walk = (node: DifferNode, depth: number): void => {
    expect(depth).toBeLessThan(80);
    if (seen.has(node.key)) return;
    seen.add(node.key);
    sentences.push(node.sentence);
    for (const child of node.children()) walk(child, depth + 1);
  };
  for (const path of paths) walk(differOf(path, last, pair), 0);
  for (const sentence of sentences)
    expect(sentence).not.toMatch(/⟨|⟩|undefined|NaN|\b[a-z]+[A-Z][A-Za-z]*\b|\{/);
  expect(sentences.some((sentence) => sentence.includes('changed by hand'))).toBe(true);
});

test('what does not differ has nothing behind it', async () => {
  const pair = await twoBranches();
  const same = { ...pair, other: pair.one };
  expect(differOf('violence.aleppo', 3, same).children()).toEqual([]);
});
