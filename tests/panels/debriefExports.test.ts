/** What may be taken home from a debrief: nothing is lost, nothing runs, and what was assumed is named. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPlayed } from '../../src/engine/counterfactual/played.ts';
import { sift, siftOne } from '../../src/engine/counterfactual/shares.ts';
import { assumable, assume } from '../../src/engine/scenario/assumptions.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import type { SourcesShape } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { tableOfClass } from '../../src/panels/class/classFiles.ts';
import { csvCell, decisionsCsv, everythingJson, storyMarkdown } from '../../src/panels/debrief/exports.ts';
import type { Laid } from '../../src/panels/debrief/laid.ts';
import { turnsOf } from '../../src/panels/debrief/turning.ts';
import { ledgerAt, ledgerFields, ledgerKeeper } from '../../src/forecast/ledger.ts';
import { ledgerOf } from '../../src/panels/reading/ledger.ts';
import { tellFitted } from '../../src/panels/history/fitted.ts';
import { causesOf } from '../../src/panels/reading/causes.ts';
import { whyText } from '../../src/panels/reading/whyText.ts';
import { effectsOf } from '../../src/panels/reading/worth.ts';
import { readingOf } from '../../src/panels/reading/reading.ts';
import { makeWords } from '../../src/words/words.ts';
import { aGame } from '../engine/aGame.ts';
import { aRandomGame } from './aRandomGame.ts';

const folder = 'assets/scenarios/tehran-2016';
const read = (file: string): string => readFileSync(file, 'utf8');
const scenario = Scenario.parse(JSON.parse(read(`${folder}/scenario.json`)));
const tables = compile(scenario);
const sources = JSON.parse(read(`${folder}/sources.json`)) as SourcesShape;
const words = makeWords('en', [read('assets/words/en.ftl'), read(`${folder}/words/en.ftl`)]);

/** A debrief without a page: as much of it as exports read. */
function aDebrief(of: Tables, name: string, sifted: Laid['sifting']['sifted'] = null): Laid {
  const { position, changes, record } = aRandomGame(of, name, 3);
  const { cells } = position;
  const at = (path: string, then = cells): number => then[of.layout.find(path)] ?? 0;
  const game = { words, tables: of, seat: 'iran', timeline: null, sources, changes, deals: [], at };
  const reading = readingOf(game, changes);
  return {
    game: game as unknown as Laid['game'],
    everything: { position, changes, said: [], record },
    changes,
    reading,
    cells,
    last: reading.book.rounds.at(-1) ?? 0,
    sifting: { sifted, progress: 1, failed: sifted === null },
  };
}
const ticket = { tradeOff: 'Aleppo *and* trust', doubt: '=1+1' };

/** Read comma-separated values, quotes and line ends in cells included. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end = ''] of text.replace('\uFEFF', '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('the story is told as Markdown, round by round, with what the reader wrote, in words and not in ids', () => {
  const laid = aDebrief(tables, 'a story');
  const text = storyMarkdown(laid, ticket, { before: 'both', after: 'both' });
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.match(/^### .*20(16|17)/gm)).toHaveLength(5);
  expect(text).toContain(String.raw`> Aleppo \*and\* trust`);
  expect(text).toContain('You said the same before the game: “Leaning to both”.');
  expect(text).not.toMatch(/⟨|undefined|NaN|\u2068|\b[a-z]+[A-Z][a-z]+\b/);
});

test('the story says why in the sentences of the dialog, down to pages', () => {
  const { record } = aRandomGame(tables, 'a turn', 3);
  const sifted = sift(openPlayed(tables, record));
  while (siftOne(sifted));
  const laid = aDebrief(tables, 'a turn', sifted);
  const text = storyMarkdown(laid, ticket, {});
  const [turn] = turnsOf(laid.reading, sifted);
  if (!turn) throw new Error('nothing turned');
  const reading = { ...laid.reading, words: words.plain };
  const effects = effectsOf(turn.id, sifted, reading);
  const lines = whyText(causesOf(turn.order, reading), { effects, sources }, words.plain).split('\n');
  const told = text.replaceAll('\\', '');
  for (const line of lines) expect(told.includes(line.trim()), line).toBe(true);
  expect(effects.effects.length).toBeGreaterThan(0);
  expect(told).toMatch(/^\s*- .*https?:\/\//m);
  expect(told).not.toMatch(/⟨|undefined|NaN|\u2068/);
});

test('all that was fitted to history is named in words', () => {
  const { fitted } = JSON.parse(read(`${folder}/history.json`)) as { fitted: { what: string }[] };
  const { game } = aDebrief(tables, 'a story');
  for (const { what } of fitted) {
    expect(tellFitted(what, game)).not.toBe(what);
    expect(tellFitted(what, game)).not.toMatch(/⟨|undefined|\b[a-z]+[A-Z][a-z]+\b/);
  }
  expect(tellFitted('something else.yet', game)).toBe('something else.yet');
});

test('the table of a class holds every pact of a game that is over', () => {
  const { game, everything, reading } = aDebrief(tables, 'two');
  const own = { ...game, table: { everything: () => everything } } as unknown as Laid['game'];
  const classWords = makeWords('en', [
    read('assets/words/en.ftl'),
    read('assets/words/class.en.ftl'),
    read(`${folder}/words/en.ftl`),
  ]);
  const rows = parse(tableOfClass([own], classWords));
  const pact = classWords.plain.say('files-kind-pact');
  expect(rows.filter(([, , , kind]) => kind === pact)).toHaveLength(reading.book.allDeals().length);
  expect(reading.book.allDeals().length).toBeGreaterThan(0);
});

test('the decisions are a table: each in a row, every row as wide as the first', () => {
  const laid = aDebrief(tables, 'a table');
  const [head = [], ...rows] = parse(decisionsCsv(laid));
  expect(rows).toHaveLength(laid.everything.record.decisions.length);
  for (const row of rows) expect(row).toHaveLength(head.length);
});

test('no cell of a table is taken for a formula, and every cell reads back as it was written', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', ' =', '＝'),
      (rest, first) => {
        const text = first + rest;
        const cell = csvCell(text);
        expect(cell.startsWith('"') && cell.endsWith('"')).toBe(true);
        const inside = cell.slice(1, -1).replaceAll('""', '"');
        expect(inside === text || inside === `'${text}`).toBe(true);
        expect(inside).not.toMatch(/^\s*[=+\-@]/);
      },
    ),
  );
});

test('everything as data holds the record, every change and the levels of each round', () => {
  const laid = aDebrief(tables, 'all of it');
  const all = JSON.parse(everythingJson(laid, ticket, {})) as Record<string, never>;
  expect(all['record']).toEqual(JSON.parse(JSON.stringify(laid.everything.record)));
  expect(all['changes']).toHaveLength(laid.changes.length);
  expect(all['levels']).toHaveLength(laid.last + 1);
  expect(all['ticket']).toEqual(ticket);
});

test('changed assumptions are named in every export', () => {
  const [link] = assumable(scenario);
  const made = assume(scenario, [{ what: link?.what ?? '', is: link?.most ?? 0 }]);
  if (!made.ok) throw new Error(made.wrong.what);
  const laid = aDebrief(compile(made.scenario), 'assumed');
  expect(storyMarkdown(laid, ticket, {})).toContain('Played on changed assumptions');
  expect(decisionsCsv(laid)).toContain(`${link?.what}=${link?.most}`);
  expect(JSON.parse(everythingJson(laid, ticket, {}))).toMatchObject({ assumed: made.scenario.assumed });
});

test('turning points are the orders without which most would have ended otherwise', () => {
  const { record } = aRandomGame(tables, 'a turn', 3);
  const sifted = sift(openPlayed(tables, record));
  while (siftOne(sifted));
  const { reading } = aDebrief(tables, 'a turn');
  const turns = turnsOf(reading, sifted);
  expect(turns).toHaveLength(3);
  for (const { text, effects } of turns) {
    expect(effects).toMatch(/^With it .* ended .* than without it\.$/);
    expect(`${text} ${effects}`).not.toMatch(/⟨|undefined|NaN/);
  }
  expect(turnsOf(reading, null).every(({ effects }) => effects.startsWith('It moved'))).toBe(true);
});

test('the ledger of a game counts what pacts came to: never more delivered than promised', () => {
  for (const name of ['one', 'two', 'three', 'four']) {
    const { reading, cells } = aDebrief(tables, name);
    const { partners, leaning } = ledgerOf(tables, reading.book, cells, 'iran', ['russia', 'turkey']);
    for (const { ledger } of partners) {
      expect(ledger.delivered + ledger.wouldNot + ledger.couldNot).toBeLessThanOrEqual(ledger.promised);
      expect(ledger.givenDear).toBeLessThanOrEqual(ledger.given);
    }
    expect(Math.abs(leaning.towards)).toBeLessThanOrEqual(100);
  }
});

test('pacts that end in the last quarter are counted, and stand in the debrief with what became of them', () => {
  let late = 0;
  for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const { reading, cells } = aDebrief(tables, name);
    const played = cells[tables.at.endedAfter] ?? 0;
    const ended = reading.book
      .allDeals()
      .filter(
        ({ state, ended: when }) =>
          ['kept', 'breached', 'tried', 'lapsed'].includes(state) && when > 0 && when <= played,
      );
    late += ended.filter(({ ended: when, members }) => when === played && members.includes('iran')).length;
    for (const { verdicts } of ended) expect(Object.values(verdicts)).not.toContain('open');
    for (const { partner, ledger } of ledgerOf(tables, reading.book, cells, 'iran', [
      'russia',
      'turkey',
      'usa',
    ]).partners) {
      const promised = ended
        .filter(({ members }) => members.includes('iran') && members.includes(partner))
        .flatMap(({ terms }) => terms.filter(({ capital }) => capital === partner));
      expect([name, partner, ledger.promised]).toEqual([name, partner, promised.length]);
    }
  }
  expect(late).toBeGreaterThan(0);
});

test('whom a capital left alone with a joint move is not one who could not deliver', () => {
  const kept = (orders: Readonly<Record<string, readonly string[]>>) => {
    const game = aGame();
    const terms = ['iran', 'turkey'].map((capital) => ({
      capital,
      kind: 'make' as const,
      move: 'unityStatement',
    }));
    game.pact('turkey', { to: ['iran'], terms, stake: 1 });
    game.play(orders);
    const keeper = ledgerKeeper(game.tables, 'iran', ['turkey']);
    keeper.open();
    keeper.note(game.position.cells);
    const row = new Int16Array(ledgerFields.length);
    keeper.write(row, 0);
    const { promised, delivered, wouldNot, couldNot, brokeOwn } = ledgerAt(row, 0);
    return { promised, delivered, wouldNot, couldNot, brokeOwn };
  };
  const none = { promised: 1, delivered: 0, wouldNot: 0, couldNot: 0, brokeOwn: 0 };
  expect(kept({ turkey: ['unityStatement'] })).toEqual({ ...none, brokeOwn: 1 });
  expect(kept({ iran: ['unityStatement'] })).toEqual({ ...none, wouldNot: 1 });
  expect(kept({ iran: ['unityStatement'], turkey: ['unityStatement'] })).toEqual({ ...none, delivered: 1 });
});
