/** What is typed from paper slips: read as it was meant, or told what was not understood. */
import { expect, test } from 'vitest';
import { decisionChoices } from '../../src/engine/choices.ts';
import { viewFor } from '../../src/engine/seats.ts';
import { chanceOf, newRecord } from '../../src/engine/record.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { seedsFrom, start } from '../../src/engine/position.ts';
import { codesOf, readOrders, readTerms } from '../../src/panels/slips/codes.ts';
import { theRealScenario } from '../engine/aGame.ts';

const { tables } = theRealScenario();
const record = newRecord(tables, seedsFrom(seedFrom('slips')), { rounds: 3, moves: 2, layers: [] }, {});
const { position } = start(tables, record.options, chanceOf(tables, record));
const iran = tables.capitals.find(({ id }) => id === 'iran') ?? tables.capitals[0]!;
const { cells } = viewFor(position, iran.id);
const read = (text: string) => readOrders(text, iran, tables, cells);
const codeOf = (move: string): string => codesOf(iran).find((one) => one.move === move)?.code ?? '';

test('every move has a number of its own', () => {
  const codes = codesOf(iran);
  expect(new Set(codes.map(({ code }) => code)).size).toBe(iran.moves.length);
  expect(codes.map(({ move }) => move).sort()).toEqual(iran.moves.map(({ id }) => id).sort());
});

test('a slip is read however it is typed', () => {
  const surge = codeOf('surge');
  const options = decisionChoices(tables, cells, iran)?.options ?? [];
  expect(read('')).toEqual({ moves: [] });
  expect(read(`b ${surge}`)).toEqual({ answer: options[1]?.option, moves: [{ move: 'surge' }] });
  expect(read(` T${surge},  B`)).toEqual({ answer: options[1]?.option, moves: [{ move: 'surge' }] });
});

test('a press carries its influence, or the least it can', () => {
  const press = iran.moves.find(({ kind }) => kind === 'press');
  const code = codeOf(press?.id ?? '');
  const least = Math.max(1, press?.cost ?? 1);
  expect(read(code)).toEqual({ moves: [{ move: press?.id, influence: least }] });
  for (const sign of ['x', '*', ':', '/'])
    expect(read(`${code}${sign}3`)).toEqual({ moves: [{ move: press?.id, influence: 3 }] });
});

test('what is not understood is named', () => {
  expect(read('99')).toEqual({ key: 'slips-no-move', piece: '99' });
  expect(read('Z')).toEqual({ key: 'slips-no-answer', piece: 'Z' });
  expect(read('A B')).toEqual({ key: 'slips-two-answers', piece: 'B' });
  expect(read('3 ???')).toEqual({ key: 'slips-not-read', piece: '???' });
});

test('promises are read from an offer form', () => {
  const terms = (text: string) => readTerms(text, iran, ['iran', 'turkey'], tables);
  const line = iran.lines[1];
  expect(terms(`${codeOf('surge')} -${codeOf('surge')} b2`)).toEqual([
    { capital: 'iran', kind: 'make', move: 'surge' },
    { capital: 'iran', kind: 'forgo', move: 'surge' },
    { capital: 'iran', kind: 'stance', line: line?.id, stance: line?.stances[1] },
  ]);
  expect(terms('-99')).toEqual({ key: 'slips-no-move', piece: '-99' });
  expect(terms('b9')).toEqual({ key: 'slips-not-read', piece: 'B9' });
  expect(terms('?')).toEqual({ key: 'slips-not-read', piece: '?' });
});
