/**
 * The shape of a guard as it stands in a scenario: a condition on the position, built from a small typed vocabulary.
 * How a guard is tested lives in `statecharts/holds.ts`.
 */
import { z } from '../zod.ts';

/** An id as it may stand anywhere in a scenario. */
export const Id = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'an id: a small letter, then letters and digits');

/** A path to one cell of the position, e.g. `violence.aleppo`, `trust.iran.turkey`, `control.raqqa.isis`. */
export const Path = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/, 'a path: ids joined by dots');

const leaf = <T extends string, P extends z.ZodRawShape>(type: T, params: P) =>
  z.strictObject({ type: z.literal(type), params: z.strictObject(params) });

/** Guards that look at one thing. Numbers are in the unit of what they look at: hundredths for levels, whole steps elsewhere. */
export const leafGuards = [
  /** The level at `level` stands at `value` or more (hundredths, 0 to 10000; control shares too). */
  leaf('levelAtLeast', { level: Path, value: z.int() }),
  /** The level at `level` stands below `value` (hundredths). */
  leaf('levelBelow', { level: Path, value: z.int() }),
  /** A capital (or a client) stands at this stance of this line. */
  leaf('stanceIs', { of: Id, line: Id, stance: Id }),
  /** Any pact between the two capitals is in force that both sides may be seen to have (public ones only). */
  leaf('pactInForce', { between: z.tuple([Id, Id]) }),
  leaf('eventHappened', { event: Id }),
  leaf('roundAtLeast', { round: z.int().min(1).max(40) }),
  leaf('roundBefore', { round: z.int().min(2).max(41) }),
  /** Support at home in whole steps, 0 to 4. */
  leaf('homeAtLeast', { capital: Id, step: z.int().min(0).max(4) }),
  /** Trust between two capitals in whole steps, 0 to 4. */
  leaf('trustAtLeast', { between: z.tuple([Id, Id]), step: z.int().min(0).max(4) }),
  leaf('clockAtLeast', { clock: Id, segments: z.int().min(0).max(4) }),
  /** How sure of itself a client is, in whole steps, 0 to 3. */
  leaf('confidenceAtLeast', { client: Id, step: z.int().min(0).max(3) }),
  /** How much a client relies on a capital, 0 to 3. */
  leaf('relianceAtLeast', { client: Id, capital: Id, step: z.int().min(0).max(3) }),
  /** The capital answered this decision of the quarter with this option. */
  leaf('answered', { decision: Id, option: Id }),
  /** The capital has made this move at least once (a joint move: it happened). */
  leaf('hasMade', { capital: Id, move: Id }),
] as const;

export type LeafGuard = z.infer<(typeof leafGuards)[number]>;
export type GuardShape =
  | LeafGuard
  | { type: 'all' | 'any'; params: { of: GuardShape[] } }
  | { type: 'not'; params: { of: GuardShape } };

/** A guard: a leaf, or `all` / `any` / `not` with the guards it combines in `params.of`. */
export const Guard: z.ZodType<GuardShape> = z.lazy(() =>
  z.discriminatedUnion('type', [
    ...leafGuards,
    z.strictObject({ type: z.literal('all'), params: z.strictObject({ of: z.array(Guard).min(1) }) }),
    z.strictObject({ type: z.literal('any'), params: z.strictObject({ of: z.array(Guard).min(1) }) }),
    z.strictObject({ type: z.literal('not'), params: z.strictObject({ of: Guard }) }),
  ]),
);
