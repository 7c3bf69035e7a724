/** A game retold: quarters in short, turning points, questions, and what really happened beside it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layers } from '../../src/engine/layers.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { Timeline } from '../../src/engine/scenario/timelineSchema.ts';
import { openLog, seenChanges, viewFor } from '../../src/engine/seats.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { isOrder, originOf, outcomesOf } from '../../src/panels/reading/effects.ts';
import { tellValue, wordFor } from '../../src/panels/reading/level.ts';
import { questionsOf } from '../../src/panels/reading/questions.ts';
import { readingOf } from '../../src/panels/reading/reading.ts';
import type { Reading } from '../../src/panels/reading/reading.ts';
import { recordOf } from '../../src/panels/reading/record.ts';
import { fullestRound, taleOf, turningPointsOf } from '../../src/panels/reading/tale.ts';
import { openLocalTable } from '../../src/table/localTable.ts';
import { computerSeats } from '../../src/table/seats.ts';
import type { Everything } from '../../src/table/table.ts';
import { makeWords } from '../../src/words/words.ts';
import { aRandomGame } from './aRandomGame.ts';

const folder = 'assets/scenarios/tehran-2016';
const read = (file: string): string => readFileSync(file, 'utf8');
const tables = compile(Scenario.parse(JSON.parse(read(`${folder}/scenario.json`))));
const words = makeWords('en', [read('assets/words/en.ftl'), read(`${folder}/words/en.ftl`)]).plain;

/** Ids as they stand in the data, that no reader should meet; a sentence that ends twice; a name that begins with a capital article within one. */
const raw = /⟨|⟩| in The |undefined|NaN|\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+\.[a-zA-Z]+\b|\{|[.?!]\.|\(\)/;

function bookOf(cells: Int32Array, changes: Everything['changes'], seat = 'iran'): Reading {
  return readingOf(
    { words, tables, seat, changes, deals: [], at: (path) => cells[tables.layout.find(path)] ?? 0 },
    changes,
  );
}

/** A game in which Tehran gives no orders and three computers play. */
async function aPlayedGame(name: string): Promise<Everything> {
  const seeds = seedsFrom(seedFrom(name));
  const seats = computerSeats(tables, 'iran', seeds);
  const options = { rounds: 8, moves: 2, layers: [...layers] };
  const table = openLocalTable({ tables, options, seeds, seat: 'iran', ...seats });
  for (let round = 1; round <= 8; round++)
    await table.decide({ kind: 'lock', seat: 'iran', round, orders: { moves: [] } });
  const everything = table.everything();
  if (!everything) throw new Error('the game is not over');
  return everything;
}

const randoms = Array.from({ length: 12 }, (_, at) => aRandomGame(tables, `tale ${at}`));

describe('a quarter in short', () => {
  it('is one to three sentences, in words and not in ids, from the whole book and from a seat’s own', () => {
    for (const { position, changes } of randoms) {
      const whole = bookOf(position.cells, changes);
      const own = bookOf(viewFor(position, 'usa').cells, seenChanges(tables, openLog('usa'), changes), 'usa');
      for (const reading of [whole, own]) {
        for (const round of reading.book.rounds) {
          const tale = taleOf(round, reading);
          expect(tale.length).toBeGreaterThan(0);
          expect(tale.length).toBeLessThanOrEqual(3);
          expect(new Set(tale.map(({ key }) => key)).size).toBe(tale.length);
          for (const { text } of tale) expect(text).not.toMatch(raw);
        }
      }
    }
  });

  it('names the cause before the effect, and says when it was set going earlier', async () => {
    const { position, changes } = await aPlayedGame('told');
    const reading = bookOf(position.cells, changes);
    const causes = reading.book.rounds.flatMap((round) =>
      taleOf(round, reading).filter(({ key }) => key.startsWith('cause-')),
    );
    expect(causes.length).toBeGreaterThan(4);
    for (const { text, subject } of causes) {
      expect(text).toMatch(/ It moved .* \((up|down) \d+\.\d; in the end: .*\)/);
      // Others push the same level: what is told is where all of them left it.
      if (!('path' in subject)) throw new Error('a cause is asked of a level');
      const { path, round = 0 } = subject;
      const end = reading.book.cellsBefore(round + 1)[tables.layout.find(path)] ?? 0;
      const told = wordFor(path, end, reading) || tellValue(path, end, reading);
      expect(text).toContain(`in the end: ${told}`);
    }
    const runsOn = taleOf(9, reading).filter(({ key }) => key.startsWith('cause-'));
    for (const { text } of runsOn) expect(text).toMatch(/^Still at work from|\./);
  });

  it('says so where nothing came of anything', () => {
    const start = randoms[0];
    if (!start) throw new Error('no game');
    expect(taleOf(99, bookOf(start.position.cells, start.changes)).map(({ text }) => text)).toEqual([
      'Nothing that was done in this quarter moved much.',
    ]);
  });
});

describe('what came of an order', () => {
  it('is traced back to orders, answers, events, acts and verdicts, and never to what it led to', () => {
    for (const { position, changes } of randoms.slice(0, 4)) {
      const { book } = bookOf(position.cells, changes);
      for (const { origin, effects } of outcomesOf(book)) {
        expect(origin.where).toMatch(/^(made|answer|event|acted|filled)\.|^deal\..*\.state$/);
        for (const { last } of effects) {
          expect(originOf(last, book)).not.toBeNull();
          expect(last.id).toBeGreaterThan(origin.id);
        }
      }
    }
  });

  it('is told of the three orders of which most came, the largest first', async () => {
    const { position, changes } = await aPlayedGame('turns');
    const reading = bookOf(position.cells, changes);
    const turns = turningPointsOf(reading);
    expect(turns).toHaveLength(3);
    const sizes = turns.map(
      ({ order }) => outcomesOf(reading.book).find(({ origin }) => origin === order)?.size ?? 0,
    );
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    for (const { order, text, effects, capital } of turns) {
      expect(isOrder(order)).toBe(true);
      expect(tables.capitals.map(({ id }) => id)).toContain(capital);
      expect(`${text} ${effects}`).not.toMatch(raw);
    }
    expect(reading.book.rounds).toContain(fullestRound(reading));
  });
});

describe('three questions', () => {
  it('are asked of every game, and each is a question', () => {
    for (const { position, changes } of randoms) {
      const questions = questionsOf(bookOf(position.cells, changes));
      expect(questions).toHaveLength(3);
      for (const question of questions) {
        expect(question).toMatch(/\?$/);
        expect(question).not.toMatch(raw);
      }
    }
  });

  it('are asked of a game in which nothing has happened too', () => {
    const questions = questionsOf(bookOf(tables.layout.start, []));
    expect(questions).toEqual([
      'No order moved much in this game. What was everybody waiting for?',
      'No pact was concluded. Which two capitals wanted something that the other could have given?',
      'How people fared was counted first and nobody could spend it. Who answers for it?',
    ]);
  });
});

describe('what really happened', () => {
  const timeline = Timeline.parse(JSON.parse(read(`${folder}/timeline.json`)));

  it('stands beside the quarter in which it happened, with its day', () => {
    const first = recordOf(1, timeline, tables.scenario, words);
    expect(first.map(({ id }) => id)).toContain('jetLetter');
    expect(first.find(({ id }) => id === 'jetLetter')?.date).toBe('June 27, 2016');
    for (let round = 1; round <= 10; round++)
      for (const { text } of recordOf(round, timeline, tables.scenario, words)) {
        expect(text).not.toMatch(raw);
        expect(text.split(' ').length).toBeLessThanOrEqual(45);
      }
  });

  it('is left out where the scenario tells nothing', () => {
    expect(recordOf(1, null, tables.scenario, words)).toEqual([]);
  });
});
