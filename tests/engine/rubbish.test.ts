/** Whatever is handed in as a decision is refused with a reason, never with a throw. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import type { Decision } from '../../src/engine/decide.ts';
import { digest } from '../../src/engine/position.ts';
import { newRecord, replay, replayDigests } from '../../src/engine/record.ts';
import { theRealScenario } from './aGame.ts';
import { allOn, beginGame, picker, someTalk } from './randomPlay.ts';

const { tables } = theRealScenario();
const { position, chance } = beginGame(tables, 'rubbish');
const words = readFileSync(new URL('../../assets/words/en.ftl', import.meta.url), 'utf8');

function reasonFor(rubbish: unknown): string | null {
  const was = digest(position.cells);
  const decided = decide(position, rubbish as Decision, chance);
  expect(digest(position.cells)).toBe(was);
  if (decided.ok) return null;
  expect(decided.why.reason).toMatch(/^[a-z][A-Za-z]*$/);
  expect(words).toMatch(new RegExp(`^why-${decided.why.reason} =`, 'm'));
  return decided.why.reason;
}

const strange = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withNullPrototype: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.constantFrom<unknown>(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    0.5,
    2 ** 31,
    -0,
    '',
    '__proto__',
    'constructor',
    'iran',
    'x'.repeat(10_000),
    [],
    {},
    null,
    undefined,
    Array.from({ length: 10_000 }, () => ({ move: 'surge' })),
    JSON.parse('{"__proto__":{"seat":"iran"}}'),
  ),
);

/** All places inside a decision, as paths of keys. */
function placesIn(data: unknown, path: readonly string[] = []): string[][] {
  const inner =
    data !== null && typeof data === 'object'
      ? Object.entries(data).flatMap(([key, value]) => placesIn(value, [...path, key]))
      : [];
  return [[...path], ...inner];
}

function withAt(data: unknown, path: readonly string[], put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<string, unknown>;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
}

describe('rubbish', () => {
  test('of any kind is refused', () => {
    fc.assert(
      fc.property(strange, (rubbish) => {
        expect(reasonFor(rubbish)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test('in any one place of a decision is refused, or is no rubbish there', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), strange, (number, place, rubbish) => {
        const pick = picker(String(number));
        const talk: Decision =
          number % 3 === 0
            ? {
                seat: 'iran',
                round: 1,
                kind: 'lock',
                orders: { moves: [{ move: 'pressConvoys', influence: 2 }], withhold: [] },
              }
            : someTalk(position, tables.capitals[pick(4)]!, pick);
        const places = placesIn(talk);
        reasonFor(withAt(talk, places[place % places.length]!, rubbish));
      }),
      { numRuns: 1500 },
    );
  });

  test.each<[string, unknown]>([
    ['a round that is no number', { seat: 'iran', round: Number.NaN, kind: 'lock', orders: { moves: [] } }],
    ['orders without moves', { seat: 'iran', round: 1, kind: 'lock', orders: {} }],
    [
      'a flood of moves',
      {
        seat: 'iran',
        round: 1,
        kind: 'lock',
        orders: { moves: Array.from({ length: 1e6 }, () => ({ move: 'surge' })) },
      },
    ],
    ['a key that is not known', { seat: 'iran', round: 1, kind: 'debrief', __proto: 1 }],
    ['an inherited key', JSON.parse('{"seat":"iran","round":1,"kind":"debrief","__proto__":{"x":1}}')],
    ['a seat of that name', { seat: '__proto__', round: 1, kind: 'debrief' }],
    ['a kind that is not known', { seat: 'iran', round: 1, kind: 'cheat' }],
    [
      'a move of that name',
      { seat: 'iran', round: 1, kind: 'lock', orders: { moves: [{ move: 'constructor' }] } },
    ],
    [
      'half an influence',
      { seat: 'iran', round: 1, kind: 'lock', orders: { moves: [{ move: 'pressConvoys', influence: 1.5 }] } },
    ],
    ['nothing', undefined],
  ])('%s is refused', (_, rubbish) => {
    expect(reasonFor(rubbish)).not.toBeNull();
  });

  test('in a record is refused with its place, and what came before it stands', () => {
    const seeds = { dice: { high: 0, low: 1 }, doubt: { high: 0, low: 2 } };
    const decisions = [
      { seat: 'iran', round: 1, kind: 'lock', orders: { moves: [] } },
      { seat: 'turkey', round: 1, kind: 'lock' },
    ] as unknown as Decision[];
    const record = { ...newRecord(tables, seeds, allOn, {}), decisions };
    expect(replay(tables, record).refused).toMatchObject({ at: 1, why: { reason: 'other' } });
    expect(replayDigests(tables, record)).toEqual([]);
  });
});
