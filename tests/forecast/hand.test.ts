import { expect, test } from 'vitest';
import { openMove } from '../../src/engine/orders.ts';
import { viewFor } from '../../src/engine/seats.ts';
import { handOf, handSize } from '../../src/forecast/hand.ts';
import { positionsOf, tables } from './june2016.ts';

test('a hand holds six moves that are open, of several lines, with a press or a joint move where there is one', () => {
  for (const position of positionsOf('hand', 'quick@4', 11)) {
    for (const capital of tables.capitals) {
      const open = capital.moves.filter((move) => 'take' in openMove(tables, position.cells, move));
      const hand = handOf(tables, viewFor(position, capital.id)).map((id) =>
        open.find((move) => move.id === id),
      );
      expect(hand.every((move) => move !== undefined)).toBe(true);
      expect(hand).toHaveLength(Math.min(handSize, open.length));
      expect(new Set(hand).size).toBe(hand.length);
      const together = (list: readonly ({ kind: string } | undefined)[]) =>
        list.some((move) => move?.kind === 'press' || move?.kind === 'joint');
      expect(together(hand)).toBe(together(open));
      const lines = (list: readonly ({ line: unknown } | undefined)[]) =>
        new Set(list.map((move) => move?.line)).size;
      expect(lines(hand)).toBe(lines(open));
    }
  }
});

test('a seat that does not exist is dealt nothing', () => {
  const [position] = positionsOf('hand', 'quick@4', 1000);
  expect(position && handOf(tables, { seat: 'nowhere', cells: position.cells })).toEqual([]);
});
