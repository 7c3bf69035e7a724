/** Reads a file of orders: what one capital does, round by round, for `play --as`. */
import { z } from '../engine/zod.ts';
import type { Orders } from '../engine/orders.ts';
import { Id } from '../engine/scenario/guards.ts';
import { reporterFor } from '../engine/scenario/problems.ts';
import { readJson } from '../engine/scenario/readJson.ts';
import { shapeOf } from '../engine/scenario/shape.ts';
import { WrongUse } from './command.ts';

const OrdersFile = z.array(
  z.strictObject({
    round: z.int().min(1).max(12),
    answer: Id.optional(),
    moves: z.array(z.strictObject({ move: Id, influence: z.int().min(1).max(3).optional() })).max(3),
  }),
);

/**
 * Read orders by round.
 * @throws WrongUse with the first thing wrong
 */
export function readOrders(file: string, text: string): Map<number, Orders> {
  const read = readJson(file, text);
  if (!read.ok) throw new WrongUse(read.problems[0]?.sentence ?? `${file} cannot be read.`);
  const reporter = reporterFor(file, read.data);
  const { data } = shapeOf(OrdersFile, read.data, reporter);
  const [problem] = reporter.problems;
  if (problem || !data) throw new WrongUse(problem?.sentence ?? `${file} cannot be read.`);
  const orders = new Map<number, Orders>();
  for (const { round, ...own } of data) {
    if (orders.has(round)) throw new WrongUse(`${file}: round ${round} has orders twice.`);
    orders.set(round, own);
  }
  return orders;
}
