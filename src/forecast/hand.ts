/**
 * A hand for a person: six moves that fit the moment, ranked by the same worth by which computer capitals choose, and spread
 * so that it shows what kinds of things can be done. All other moves stay one tap away.
 */
import type { View } from '../engine/seats.ts';
import type { MoveTable, Tables } from '../engine/tables.ts';
import { capitalOf } from './deals.ts';
import { mindOf } from './mind.ts';
import { outlookFor } from './outlook.ts';

/** Moves in a hand, and the most of one line. */
export const handSize = 6;
const mostOfLine = 2;

/**
 * Deal a hand for the seat of a view.
 * @returns ids of up to six moves that are open now, best first; with at least one press or joint move where there is one
 */
export function handOf(tables: Tables, view: View): string[] {
  const capital = capitalOf(tables, view.seat);
  if (!capital) return [];
  const { cells } = view;
  const outlook = outlookFor(tables, cells);
  const { score } = mindOf(outlook, cells, capital, 'guarded');
  const influence = cells[capital.influence] ?? 0;
  const ranked = capital.moves
    .filter(({ index }) => outlook.open[index] === 1)
    .sort((one, other) => rank(other) - rank(one) || one.index - other.index);
  const hand: MoveTable[] = [];
  const take = (move: MoveTable | undefined): void => {
    if (move && hand.length < handSize && !hand.includes(move)) hand.push(move);
  };
  take(ranked[0]);
  take(ranked.find(({ kind }) => kind === 'press' || kind === 'joint'));
  for (const line of capital.lines) {
    if (hand.some((move) => move.line === line)) continue;
    take(ranked.find((move) => move.line === line));
  }
  for (const move of ranked)
    if (hand.filter(({ line }) => line === move.line).length < mostOfLine) take(move);
  for (const move of ranked) take(move);
  return hand.sort((one, other) => rank(other) - rank(one) || one.index - other.index).map(({ id }) => id);

  /** What cannot be paid for now comes last. */
  function rank(move: MoveTable): number {
    const dear = (outlook.price[move.index] ?? 0) > influence ? 5000 : 0;
    return (score[move.index] ?? -Infinity) - dear;
  }
}
