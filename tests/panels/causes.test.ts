/** What single causes say of themselves: pacts by name, impulses with their sign, aims by their parts, and the whole as text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { causesOf } from '../../src/panels/reading/causes.ts';
import { partsOf } from '../../src/panels/reading/parts.ts';
import { readingOf } from '../../src/panels/reading/reading.ts';
import type { Reading } from '../../src/panels/reading/reading.ts';
import { ruleOf } from '../../src/panels/reading/rules.ts';
import { tellShare } from '../../src/panels/reading/share.ts';
import { whyText } from '../../src/panels/reading/whyText.ts';
import { makeWords } from '../../src/words/words.ts';
import { theRealScenario } from '../engine/aGame.ts';
import { aRandomGame } from './aRandomGame.ts';

const { tables } = theRealScenario();
const words = makeWords('en', [
  readFileSync('assets/words/en.ftl', 'utf8'),
  readFileSync('assets/scenarios/tehran-2016/words/en.ftl', 'utf8'),
]).plain;
const games = [0, 1, 2, 3].map((name) => {
  const { changes, position } = aRandomGame(tables, `causes ${name}`);
  const at = (path: string): number => position.cells[tables.layout.find(path)] ?? 0;
  const reading: Reading = readingOf({ words, tables, seat: 'iran', changes, deals: [], at }, changes);
  return { changes, position, reading };
});

describe('Why', () => {
  it('names the pact behind a change of trust, and who broke it', () => {
    let broken = 0;
    for (const { changes, reading } of games)
      for (const change of changes.filter(({ by }) => by.kind === 'trust' || by.kind === 'owed')) {
        if (!change.where.startsWith('trust.')) continue;
        const { details } = causesOf(change, reading);
        expect(details.join(' '), change.where).toMatch(/^Pact (kept|broken|tried|lapsed)/);
        expect(tellShare(change, undefined, reading)).toMatch(/the pact between .* (was|came)/);
        if (!details[0]?.startsWith('Pact broken')) continue;
        expect(details.join(' ')).toMatch(/broke its side/);
        expect(tellShare(change, undefined, reading)).toMatch(/was broken by /);
        broken++;
      }
    expect(broken).toBeGreaterThan(5);
  });

  it('says what an order could be given on, and leads to the pact that promised it', () => {
    let open = 0;
    let promised = 0;
    for (const { changes, reading } of games)
      for (const change of changes.filter(
        ({ where, by }) => by.kind === 'move' && where.startsWith('made.'),
      )) {
        const node = causesOf(change, reading);
        if (node.details.some((detail) => detail.startsWith('It could be ordered since this held: '))) open++;
        const pacts = node.children().filter(({ change: one }) => one?.by.kind === 'accept');
        for (const { sentence } of pacts) expect(sentence).toMatch(/\S/);
        promised += pacts.length;
      }
    expect(open).toBeGreaterThan(5);
    expect(promised).toBeGreaterThan(2);
  });

  it('gives an impulse the sign with which it was fired', () => {
    let turned = 0;
    for (const { changes, reading } of games)
      for (const change of changes.filter(({ by }) => (by.values?.['times'] ?? 0) < 0)) {
        const link = tables.links.find(({ id }) => id === change.by.id);
        const { strength } = ruleOf(change, reading);
        expect(strength).toMatch(/^Here it works the other way round\./);
        expect(strength).toMatch((link?.strength ?? 0) < 0 ? /Raises/ : /Lowers/);
        turned++;
      }
    expect(turned).toBeGreaterThan(5);
  });

  it('shows the parts of an aim with weights that make a hundred, and parts that make the whole', () => {
    const [game] = games;
    if (!game) throw new Error('no game');
    for (const capital of tables.capitals)
      for (const { id } of capital.aims) {
        const parts = partsOf(`aim.${capital.id}.${id}`, tables.layout.start, game.reading);
        expect(parts.length).toBeGreaterThan(0);
        const weights = parts.map(({ sentence }) => Number(/a weight of (\d+) in 100/.exec(sentence)?.[1]));
        expect(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 100)).toBeLessThanOrEqual(
          parts.length,
        );
        const made = parts.reduce((sum, { makes }) => sum + makes, 0);
        const first = game.reading.book.of(`aim.${capital.id}.${id}`).find(({ by }) => by.kind === 'start');
        const start = first?.to ?? 0;
        expect(Math.abs(made - start)).toBeLessThanOrEqual(1);
      }
  });

  it('can be read as text, step by step, with rule and strength', () => {
    for (const { reading } of games.slice(0, 2)) {
      const text = whyText(causesOf({ path: 'violence.aleppo', round: 4 }, reading), {}, words);
      expect(text.split('\n').length).toBeGreaterThan(8);
      expect(text).toMatch(/Rule: .+\n/);
      expect(text).toMatch(/Taken to lie between/);
      expect(text).not.toMatch(/⟨|undefined|NaN/);
      expect(text.length).toBeLessThan(60_000);
    }
  });
});
