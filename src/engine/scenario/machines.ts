/**
 * The shape of the statecharts in a scenario: XState v5 machine configs, cut down to the subset that can be compiled to tables.
 * Everything else that XState would allow is refused here, since XState itself ignores misspelt keys silently.
 */
import { z } from '../zod.ts';
import { Guard, Id } from './guards.ts';

/** What every claim about the world carries. */
export const sourced = {
  /** Keys of sources.json, at least one. */
  sources: z.array(z.string().min(1)).min(1),
  confidence: z.enum(['high', 'medium', 'low']),
  /** True where this is the authors' own reading of the sources and not what a source says. */
  reading: z.boolean().optional(),
};

/** The only action: fire an impulse link, `times` over (negative turns it round). */
export const Fire = z.strictObject({
  type: z.literal('fire'),
  params: z.strictObject({ link: Id, times: z.int().min(-3).max(3).optional() }),
});

const Transition = z.strictObject({
  target: Id,
  guard: Guard.optional(),
  actions: z.array(Fire).optional(),
  meta: z.strictObject({ note: z.string() }).optional(),
  description: z.string().optional(),
});

/** A price that depends on the position: `add` influence (may be negative) while `when` holds. The whole price is never below 0. */
const Price = z.strictObject({ when: Guard, add: z.int().min(-3).max(3) });

const moveCommon = {
  /** Influence it costs to order. */
  cost: z.int().min(0).max(4),
  prices: z.array(Price).optional(),
  /** Where on the map it shows: a theatre id. */
  theatre: Id.optional(),
  ...sourced,
};

const CapitalMove = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step'), ...moveCommon }),
  z.strictObject({
    kind: z.literal('act'),
    ...moveCommon,
    /** Rounds before it may be done again; 0 = only once a game. */
    again: z.int().min(0).max(8),
    /** The client it covers this round against the presses of others (they count 2 less). */
    covers: Id.optional(),
    /** The client it supports: that client's reliance on this capital rises by 1. */
    supports: Id.optional(),
  }),
  z.strictObject({
    kind: z.literal('press'),
    ...moveCommon,
    /** `move` is the client's own asked move which follows when it complies; `ask` is how much is asked (1 to 3). */
    press: z.strictObject({ client: Id, move: Id, ask: z.int().min(1).max(3) }),
  }),
  z.strictObject({
    kind: z.literal('joint'),
    ...moveCommon,
    /** All capitals that must order their joint move of the same `id` in the same round (this capital included). */
    joint: z.strictObject({ id: Id, all: z.array(Id).min(2).max(4) }),
  }),
]);

const ClientMove = z.discriminatedUnion('kind', [
  /** Follows when a press is complied with. */
  z.strictObject({ kind: z.literal('asked'), ...sourced }),
  /** Done unasked when a transition's guard holds; a sign shows one round ahead. Lower `order` goes first; at most two unasked acts a round. */
  z.strictObject({ kind: z.literal('unasked'), order: z.int().min(1).max(99), ...sourced }),
]);

const Stance = z.strictObject({
  /** Final: nothing leads out of it. */
  type: z.literal('final').optional(),
  on: z.record(Id, z.array(Transition).min(1)).optional(),
  meta: z
    .strictObject({
      /** Influence a round while the stance lasts. */
      upkeep: z.int().min(0).max(2).optional(),
      /** The client this stance supports: reliance on this capital rises by 1 a round. */
      supports: Id.optional(),
      ...sourced,
    })
    .optional(),
});

const region = <M extends z.ZodType>(move: M) =>
  z.strictObject({
    initial: Id,
    states: z.record(Id, Stance),
    /** The moves of this line; a move belongs to exactly one line. */
    meta: z.strictObject({ moves: z.record(Id, move), ...sourced }),
  });

const machine = <M extends z.ZodType>(move: M) =>
  z.strictObject({
    id: Id,
    type: z.literal('parallel'),
    states: z.record(Id, region(move)),
    meta: z.strictObject({ note: z.string() }).optional(),
  });

export const CapitalMachine = machine(CapitalMove);
export const ClientMachine = machine(ClientMove);

export type CapitalMachineShape = z.infer<typeof CapitalMachine>;
export type ClientMachineShape = z.infer<typeof ClientMachine>;
export type CapitalMoveShape = z.infer<typeof CapitalMove>;
export type FireShape = z.infer<typeof Fire>;
