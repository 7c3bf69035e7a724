/**
 * Reads a record from a file's text, strictly: a file may come from anywhere. Whether its decisions are legal is for
 * `replay` to find out; here only the shape is looked at.
 */
import { z } from './zod.ts';
import { misfit, mostForks } from './forks.ts';
import { layers } from './layers.ts';
import { recordFormat } from './record.ts';
import type { GameRecord } from './record.ts';
import { Assumptions } from './scenario/assumptions.ts';
import { Id } from './scenario/guards.ts';
import { childOf, problemAt, reporterFor, shown } from './scenario/problems.ts';
import { readJson } from './scenario/readJson.ts';
import { shapeOf } from './scenario/shape.ts';

/** Why a file is no record that can be played: it is damaged, something else, from a newer version, or wrong in one place. */
export interface RecordProblem {
  readonly kind: 'damaged' | 'foreign' | 'newer' | 'wrong' | 'otherScenario';
  /** One sentence: which file, where in it, what was found, what was expected. */
  readonly sentence: string;
}

const Round = z.int().min(1).max(40);
const Serial = z.int().min(1).max(1_000_000);
const Seed = z.string().regex(/^[0-9a-f]{16}$/);
const Digest = Seed;

const Term = z.discriminatedUnion('kind', [
  z.strictObject({ capital: Id, kind: z.literal('stance'), line: Id, stance: Id }),
  z.strictObject({ capital: Id, kind: z.literal('make'), move: Id }),
  z.strictObject({ capital: Id, kind: z.literal('forgo'), move: Id }),
  z.strictObject({ capital: Id, kind: z.literal('pass'), channel: Id, amount: z.int().min(1).max(2) }),
]);
const Terms = z.array(Term).min(1).max(8);

const Offer = z.strictObject({
  to: z.array(Id).min(1).max(3),
  terms: Terms,
  from: Round,
  until: Round,
  secret: z.boolean(),
  stake: z.int().min(0).max(2),
});

const Orders = z.strictObject({
  answer: Id.optional(),
  moves: z.array(z.strictObject({ move: Id, influence: z.int().min(0).max(3).optional() })).max(3),
  withhold: z.array(Serial).max(24).optional(),
});

const Condition = z.union([
  z.strictObject({ capital: Id, move: Id }),
  z.strictObject({ capital: Id, line: Id, stance: Id }),
]);

const by = { seat: Id, round: Round };
const answer = { ...by, kind: z.literal('answer'), offer: Serial };

const OneDecision = z.discriminatedUnion('kind', [
  z.strictObject({ ...by, kind: z.literal('offer'), offer: Offer }),
  z.discriminatedUnion('answer', [
    z.strictObject({ ...answer, answer: z.literal('accept') }),
    z.strictObject({ ...answer, answer: z.literal('decline') }),
    z.strictObject({ ...answer, answer: z.literal('counter'), terms: Terms }),
  ]),
  z.strictObject({ ...by, kind: z.literal('withdraw'), offer: Serial }),
  z.strictObject({ ...by, kind: z.literal('cable'), pact: Serial }),
  z.strictObject({ ...by, kind: z.literal('warn'), if: Condition, will: Id }),
  z.strictObject({ ...by, kind: z.literal('lock'), orders: Orders }),
  z.strictObject({ ...by, kind: z.literal('debrief') }),
]);

const name = z.string().max(80);

const Seats = z.record(
  Id,
  z.strictObject({
    plays: z.enum(['person', 'computer']),
    policy: name.optional(),
    temperament: name.optional(),
  }),
);
const Decisions = z.array(OneDecision).max(5000);
const Digests = z.array(Digest).max(12);
const ForkId = z.string().regex(/^[a-z0-9]{1,12}$/);

const OneFork = z.strictObject({
  id: ForkId,
  of: z.union([z.literal(''), ForkId]),
  at: z.int().min(0).max(5000),
  changed: z.int().min(0).max(8),
  seats: Seats,
  decisions: Decisions,
  digests: Digests,
});

/** The shape of a record file. */
const RecordShape = z.strictObject({
  format: z.literal(recordFormat),
  engine: z.string().regex(/^\d+\.\d+\.\d+$/),
  scenario: z.strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    digest: Digest,
  }),
  assumed: Assumptions.optional(),
  seeds: z.strictObject({ dice: Seed, doubt: Seed }),
  options: z.strictObject({
    rounds: z.int().min(1).max(12),
    moves: z.int().min(2).max(3),
    layers: z.array(z.enum(layers)).max(layers.length),
  }),
  seats: Seats,
  decisions: Decisions,
  injected: z
    .array(z.strictObject({ event: Id, round: Round }))
    .max(100)
    .optional(),
  digests: Digests,
  forks: z.array(OneFork).max(mostForks).optional(),
});

/**
 * Read a record.
 * @param file name used in the sentence
 * @returns the record, or the first thing wrong with it
 */
export function readRecord(
  text: string,
  file = 'the record',
): { ok: true; record: GameRecord } | { ok: false; problem: RecordProblem } {
  const refused = (kind: RecordProblem['kind'], sentence: string | undefined) =>
    ({ ok: false, problem: { kind, sentence: sentence ?? `${file} cannot be read.` } }) as const;
  const read = readJson(file, text);
  if (!read.ok) return refused('damaged', read.problems[0]?.sentence);
  const { data } = read;
  const format = childOf(data, 'format');
  const marks = ['format', 'scenario', 'seeds', 'decisions'].filter(
    (key) => childOf(data, key) !== undefined,
  );
  if (marks.length < 3 || typeof format !== 'number')
    return refused('foreign', problemAt(file, '', shown(data), 'a record of a game').sentence);
  if (Number.isInteger(format) && format > recordFormat) {
    const found = `format ${format}, made by a newer version of Red Lines`;
    return refused('newer', problemAt(file, 'format', found, `${recordFormat} at most`).sentence);
  }
  const upgraded = upgrade(data);
  const reporter = reporterFor(file, upgraded);
  const parsed = RecordShape.safeParse(upgraded);
  if (parsed.success) {
    const record: GameRecord = parsed.data;
    const at = misfit(record);
    if (at === null) return { ok: true, record };
    const expected = 'an id of its own, and a place in the game or in an earlier fork';
    return refused('wrong', problemAt(file, `forks.${at}`, shown(record.forks?.[at]), expected).sentence);
  }
  shapeOf(RecordShape, upgraded, reporter);
  return refused('wrong', reporter.problems[0]?.sentence);
}

/** Bring an older record up to today's format: format 1 knew no forks and is read as it stands. */
function upgrade(data: unknown): unknown {
  return childOf(data, 'format') === 1 ? { ...(data as object), format: recordFormat } : data;
}

/** Say why a record cannot be played on a scenario: it belongs to another one. A later version of the same one may still differ in its digests. */
export function wrongScenario(
  record: GameRecord,
  scenario: string,
  file = 'the record',
): RecordProblem | null {
  if (record.scenario.id === scenario) return null;
  const found = `a game of "${record.scenario.id}"`;
  return {
    kind: 'otherScenario',
    sentence: problemAt(file, 'scenario.id', found, `one of "${scenario}"`).sentence,
  };
}
