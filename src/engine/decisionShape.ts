/**
 * The shape of a decision as it may come from outside: a damaged record, a foreign client. Whether the rules allow it is not
 * asked here.
 */
import { z } from './zod.ts';
import type { Refusal } from './orders.ts';

const Name = z.string().max(80);
const Round = z.int().min(0).max(1000);
const Serial = z.int().min(0).max(1_000_000);

const Term = z.discriminatedUnion('kind', [
  z.strictObject({ capital: Name, kind: z.literal('stance'), line: Name, stance: Name }),
  z.strictObject({ capital: Name, kind: z.enum(['make', 'forgo']), move: Name }),
  z.strictObject({ capital: Name, kind: z.literal('pass'), channel: Name, amount: z.number() }),
]);
/** More terms than any offer may hold, so that too many are told as such and a flood is not read. */
const Terms = z.array(Term).max(20);

const Offer = z.strictObject({
  to: z.array(Name).max(8),
  terms: Terms,
  from: z.number(),
  until: z.number(),
  secret: z.boolean(),
  stake: z.number(),
});

const Condition = z.union([
  z.strictObject({ capital: Name, move: Name }),
  z.strictObject({ capital: Name, line: Name, stance: Name }),
]);

const Orders = z.strictObject({
  answer: Name.optional(),
  moves: z.array(z.strictObject({ move: Name, influence: z.number().optional() })).max(20),
  withhold: z.array(Serial).max(40).optional(),
});

const seated = { seat: Name, round: Round };

export const DecisionShape = z.union([
  z.strictObject({ ...seated, kind: z.literal('lock'), orders: Orders }),
  z.strictObject({ ...seated, kind: z.literal('offer'), offer: Offer }),
  z.strictObject({
    ...seated,
    kind: z.literal('answer'),
    offer: Serial,
    answer: z.enum(['accept', 'decline']),
  }),
  z.strictObject({
    ...seated,
    kind: z.literal('answer'),
    offer: Serial,
    answer: z.literal('counter'),
    terms: Terms,
  }),
  z.strictObject({ ...seated, kind: z.literal('withdraw'), offer: Serial }),
  z.strictObject({ ...seated, kind: z.literal('cable'), pact: Serial }),
  z.strictObject({ ...seated, kind: z.literal('warn'), if: Condition, will: Name }),
  z.strictObject({ ...seated, kind: z.literal('debrief') }),
]);

/** Find out whether something has the shape of a decision; null when it has, else the refusal. */
export function misshapen(decision: unknown): Refusal | null {
  return DecisionShape.safeParse(decision).success ? null : { reason: 'other' };
}
