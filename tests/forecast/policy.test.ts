import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { openMove } from '../../src/engine/orders.ts';
import { roundOf } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { viewFor } from '../../src/engine/seats.ts';
import type { CapitalTable } from '../../src/engine/tables.ts';
import {
  answerOffers,
  answerOffersOn,
  choose,
  chooseOn,
  makeOffers,
  makeOffersOn,
  warnOf,
  warnOn,
} from '../../src/forecast/policy.ts';
import { drawTemperament, temperamentOf, temperaments } from '../../src/forecast/temperament.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { positionsOf, someChance, tables } from './june2016.ts';

const person = { policy: 'quick@4', temperament: 'patient-17' } as const;

/** Everything that a computer seat would say and do, as one text. */
function allOf(position: Position, seat: string, policy: string = person.policy): string {
  const view = viewFor(position, seat);
  const who = { ...person, policy };
  const { orders, reasons, all } = choose(tables, view, who);
  const answers = answerOffers(tables, view, who).map(({ decision, reasons: why }) => [decision, why]);
  return JSON.stringify([
    orders,
    reasons,
    all,
    answers,
    makeOffers(tables, view, who),
    warnOf(tables, view, who),
  ]);
}

/** The same game as far as a seat can tell: others hold other cards, have locked other orders and deal in secret. */
function otherwise(position: Position, mine: CapitalTable): Position {
  const cells = position.cells.slice();
  const others = tables.capitals.filter((one) => one !== mine);
  for (const other of others) {
    cells[other.card] = 1 + ((cells[other.card] ?? 0) % 3);
    cells[other.order.moves[0] ?? -1] = (other.moves[0]?.index ?? 0) + 1;
    cells[other.order.answer] = 2;
    for (const line of other.redLines) if (line.card >= 0) cells[line.crossed] = 1;
  }
  const changed = { ...position, cells };
  const [one, two] = others;
  const moves = (capital: CapitalTable | undefined) =>
    capital?.moves.find((move) => 'take' in openMove(tables, cells, move))?.id ?? '';
  const secret = decide(
    changed,
    {
      seat: one?.id ?? '',
      round: roundOf(position),
      kind: 'offer',
      offer: {
        to: [two?.id ?? ''],
        terms: [
          { capital: one?.id ?? '', kind: 'make', move: moves(one) },
          { capital: two?.id ?? '', kind: 'make', move: moves(two) },
        ],
        from: roundOf(position),
        until: roundOf(position),
        secret: true,
        stake: 1,
      },
    },
    someChance('any'),
  );
  return secret.ok ? secret.position : changed;
}

/** Seats that would act otherwise if they knew what is hidden from them. */
function peeking(positions: readonly Position[], policy: string): string[] {
  return positions.flatMap((position) =>
    tables.capitals
      .filter(
        (capital) =>
          allOf(otherwise(position, capital), capital.id, policy) !== allOf(position, capital.id, policy),
      )
      .map(({ id }) => `${id} in round ${roundOf(position)}`),
  );
}

test('a computer capital acts on what its seat can see and on nothing else', () => {
  const positions = ['a', 'b', 'c'].flatMap((seed) => positionsOf(seed, 'quick@4', 23));
  expect(positions.length).toBeGreaterThan(10);
  expect(peeking(positions, 'quick@4')).toEqual([]);
});

test('a look ahead sees no more', () => {
  expect(peeking(positionsOf('d', 'quick@4', 70), 'deep@4')).toEqual([]);
});

test('on bare cells a policy does the same as on a view', () => {
  for (const position of positionsOf('cells', 'quick@4', 13)) {
    for (const capital of tables.capitals) {
      const { cells } = position;
      const view = viewFor(position, capital.id);
      expect(chooseOn(tables, cells, capital, person, {}).orders).toEqual(
        choose(tables, view, person).orders,
      );
      const decisions = answerOffersOn(tables, cells, capital, person, {}).map(({ decision }) => decision);
      expect(decisions).toEqual(answerOffers(tables, view, person).map(({ decision }) => decision));
      expect(makeOffersOn(tables, cells, capital, person, {})).toEqual(makeOffers(tables, view, person));
      expect(warnOn(tables, cells, capital, person)).toEqual(warnOf(tables, view, person));
    }
  }
});

test('a seat held to a stance goes there as soon as it may and never leaves', () => {
  const mend = tables.moves.find(({ id }) => id === 'mendTies');
  if (!mend) throw new Error('no such move');
  const ordered = positionsOf('keep', 'quick@4', 17).map((position) => {
    const { orders } = choose(tables, viewFor(position, 'turkey'), person, {
      'turkey.moscow': 'partnership',
    });
    const influence = position.cells[tables.layout.cell('influence.turkey')] ?? 0;
    const could = influence >= 2 && 'take' in openMove(tables, position.cells, mend);
    return { could, moves: orders.moves.map(({ move }) => move) };
  });
  expect(ordered.some(({ could }) => could)).toBe(true);
  expect(ordered.filter(({ could, moves }) => could && !moves.includes('mendTies'))).toEqual([]);
  expect(ordered.filter(({ moves }) => moves.includes('coolTies'))).toEqual([]);
});

test('reasons at the table are at most three, have words, and never name a broken promise', () => {
  const words = readFileSync(new URL('../../assets/words/en.ftl', import.meta.url), 'utf8');
  const keys = new Set<string>();
  let said = 0;
  for (const position of ['r1', 'r2', 'r3'].flatMap((seed) => positionsOf(seed, 'quick@4', 4))) {
    for (const { id } of tables.capitals) {
      const view = viewFor(position, id);
      const { reasons, all } = choose(tables, view, person);
      const answers = answerOffers(tables, view, person);
      for (const list of [reasons, ...answers.map((answer) => answer.reasons)]) {
        expect(list.length).toBeLessThanOrEqual(3);
        expect(list.map(({ key }) => key)).not.toContain('breaksPact');
        said += list.length;
      }
      for (const { key } of [...all, ...answers.flatMap((answer) => answer.reasons)]) keys.add(key);
    }
  }
  expect(said).toBeGreaterThan(100);
  expect([...keys].filter((key) => !words.includes(`\nreason-${key} =`))).toEqual([]);
});

test('every capital draws from the same three temperaments, and a name always means the same weights', () => {
  const drawn = new Set(
    Array.from({ length: 60 }, (_, at) => drawTemperament(seedFrom(`t${at}`), 'iran').split('-')[0]),
  );
  expect([...drawn].sort()).toEqual(Object.keys(temperaments).sort());
  expect(temperamentOf('forward-3')).toEqual(temperamentOf('forward-3'));
  expect(temperamentOf('unheard of')).toEqual(temperaments.guarded);
});
