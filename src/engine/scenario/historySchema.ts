/**
 * The shape of a history file: what the capitals really did, what really happened, and what can be read off the record by date.
 * Whether its names exist is checked in `checkHistory.ts`; how it is played and compared stands in `../history.ts`.
 */
import { z } from '../zod.ts';
import { Id, Path } from './guards.ts';
import { sourced } from './machines.ts';

export const historyFormat = 1;

/** A day or a month. */
const date = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/, 'a month such as 2016-12, or a day such as 2016-12-20')
  .optional();
const note = z.string().min(10);
const round = z.int().min(1).max(12);

const Answer = z.strictObject({
  option: Id,
  date,
  ...sourced,
  /** Needed where the date does not lie in the round. */
  note: note.optional(),
});

const Made = z.strictObject({
  move: Id,
  /** What was pressed, for a press. */
  influence: z.int().min(1).max(3).optional(),
  /** How the client answered, where that is on record; else the rules answer, with the middle of the die. */
  reply: z.enum(['complies', 'drags', 'refuses']).optional(),
  date,
  ...sourced,
  note: note.optional(),
});

/** What one capital did in one quarter. */
const Quarter = z.strictObject({ answer: Answer.optional(), moves: z.array(Made).max(3) });

const Round = z.strictObject({
  round,
  /** By capital; one that is not named did nothing that the model knows. */
  orders: z.record(Id, Quarter),
});

/** An event of the scenario: the round in which it happened, or null where history is played without it (the note says why). */
const Happened = z.strictObject({
  event: Id,
  round: round.nullable(),
  date,
  ...sourced,
  note: note.optional(),
});

const indicator = {
  id: Id,
  level: Path,
  /** Read at the end of this round. */
  round,
  ...sourced,
  /** How it was read off the record. */
  note,
};

/** Something on record by which a level can be checked: a value in hundredths, or a direction since an earlier round (0 = the start). */
const Indicator = z.union([
  z.strictObject({ ...indicator, value: z.int().min(0).max(10000) }),
  z.strictObject({
    ...indicator,
    direction: z.enum(['up', 'down', 'same']),
    since: z.int().min(0).max(11),
  }),
]);

/** What was changed in the scenario so that history can be played and comes out near the record, and on what ground. */
const Fitted = z.strictObject({ what: z.string().min(2), how: note });

export const History = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(historyFormat),
  /** Rounds in order, from the first. */
  rounds: z.array(Round),
  events: z.array(Happened),
  indicators: z.array(Indicator),
  fitted: z.array(Fitted),
  /** What a reader of the comparison should know: what was read how, and what the model cannot show. */
  notes: z.array(note),
});

export type HistoryShape = z.infer<typeof History>;
export type IndicatorShape = z.infer<typeof Indicator>;
