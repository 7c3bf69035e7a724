/**
 * The one narrative that reveal, report and debrief share: a round as parts in the order in which it was played, each a list of
 * lines. What one line says comes from `change.ts`; how it is shown is the business of the screens.
 */
import type { Change } from '../../engine/changes.ts';
import { segments } from '../../engine/consequences/clocks.ts';
import { tell, tellCase, tellSum } from './change.ts';
import { detailsOf } from './causes.ts';
import type { Place } from './causes.ts';
import { dealOf } from './dealing.ts';
import { tellMovement } from './movement.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';
import { tellLeadingPart, tellStrongest } from './strongest.ts';

export const storyParts = [
  'talks',
  'orders',
  'clients',
  'pacts',
  'consequences',
  'unasked',
  'events',
  'clocks',
  'standing',
  'people',
  'signs',
  'ending',
] as const;
export type StoryPartId = (typeof storyParts)[number];

export interface StoryLine {
  /** Unlike that of any other line of the game. */
  readonly key: string;
  readonly text: string;
  /** What belongs to it and is smaller: where a line now stands, a sum, each side's verdict. */
  readonly details: readonly string[];
  /** What its causes are asked of. */
  readonly subject: Change | Place;
  /** The capital whose doing or concern it is; empty where it is nobody's. */
  readonly capital: string;
  /** By how much a level moved, in hundredths of its scale; 0 where nothing is measured. */
  readonly weight: number;
  /** First and last value, where a cell's movement is told. */
  readonly moved: { readonly path: string; readonly from: number; readonly to: number } | null;
}

export interface StoryPart {
  readonly id: StoryPartId;
  readonly lines: readonly StoryLine[];
}

export interface StoryRound {
  readonly round: number;
  /** Only parts that have lines. */
  readonly parts: readonly StoryPart[];
}

/** Tell a round as parts and lines. */
export function storyOf(round: number, reading: Reading): StoryRound {
  const changes = reading.book.inRound(round);
  const lines = new Map<StoryPartId, StoryLine[]>(storyParts.map((id) => [id, []]));
  const put = (id: StoryPartId, line: StoryLine | null): void => {
    if (line) lines.get(id)?.push(line);
  };
  for (const change of changes) {
    const part = partOf(change);
    if (part) put(part, lineOf(change, changes, reading));
  }
  for (const line of idle(round, changes, reading)) put('orders', line);
  for (const { part, line } of movements(changes, reading)) put(part, line);
  lines.get('consequences')?.sort((one, other) => other.weight - one.weight);
  return {
    round,
    parts: storyParts
      .map((id) => ({ id, lines: lines.get(id) ?? [] }))
      .filter((part) => part.lines.length > 0),
  };
}

/** Find the part in which a change has a line of its own; null where it is told with another or not at all. */
function partOf({ where, by, from, to, step }: Change): StoryPartId | null {
  const [kind = '', , field = ''] = where.split('.');
  switch (kind) {
    case 'answer':
    case 'tried':
      return 'orders';
    case 'made':
      return by.kind === 'asked' ? 'clients' : by.kind === 'unasked' ? 'unasked' : 'orders';
    case 'reply':
      return 'clients';
    case 'acted':
      return 'unasked';
    case 'event':
      return 'events';
    case 'clock':
      // A full clock is set back in the same breath: told under the line that filled it.
      return from === segments && to < from ? null : 'clocks';
    case 'crossed':
    case 'frozen':
    case 'card':
      return 'standing';
    case 'sign':
      return to === 1 ? 'signs' : null;
    case 'judgement':
    case 'ending':
      return 'ending';
    case 'warning':
      return field === 'state' ? (step === 'talks' ? 'talks' : 'pacts') : null;
    case 'deal':
      if (field === 'leaked') return 'pacts';
      if (field === 'verdict') return by.kind === 'cable' ? 'talks' : null;
      // An offer that nobody answered came to nothing and is not told.
      if (by.kind === 'expire') return null;
      return field !== 'state' || to === 0
        ? null
        : step === 'talks'
          ? toldInTalks.has(by.kind)
            ? 'talks'
            : null
          : 'pacts';
    case 'stance':
      return by.kind === 'fallBack' ? 'pacts' : null;
    default:
      return null;
  }
}

/** Of the talks only what came of them is told. */
const toldInTalks = new Set<Change['by']['kind']>(['accept', 'cable', 'warning']);

function lineOf(change: Change, changes: readonly Change[], reading: Reading): StoryLine | null {
  const text = headOf(change, reading) ?? tell(change, reading);
  if (text === '') return null;
  return {
    key: `line-${change.id}`,
    text,
    details: smallerOf(change, changes, reading),
    subject: change,
    capital: capitalOf(change, reading),
    weight: 0,
    moved: null,
  };
}

/** Events and the ending are headlines, with what they mean under them; all else is a sentence. */
function headOf({ where, by, to }: Change, { words, tables }: Reading): string | null {
  if (where.startsWith('event.')) return words.say(`event-${by.id}`);
  return where === 'ending' ? words.say(`ending-${tables.endings[to - 1]?.id ?? ''}`) : null;
}

/** What is told under a line: how an event came out, the stance that a move led to, what turned a clock, the sum of an answer, each side's verdict. */
function smallerOf(change: Change, changes: readonly Change[], reading: Reading): string[] {
  const [kind, , field] = change.where.split('.');
  if (kind === 'event') return [tellCase(change, reading)];
  if (kind === 'ending')
    return [reading.words.say(`ending-${reading.tables.endings[change.to - 1]?.id ?? ''}.text`)];
  if (kind === 'made') {
    const stance = changes.find(({ where, because }) => because === change.id && where.startsWith('stance.'));
    return stance ? [tell(stance, reading)] : [];
  }
  if (kind === 'clock') {
    const filled = changes.find(({ where, because }) => because === change.id && where.startsWith('filled.'));
    const back =
      filled && changes.find(({ where, because }) => because === filled.id && where === change.where);
    return [
      ...detailsOf(change, reading),
      ...[filled, back].flatMap((one) => (one ? [tell(one, reading)] : [])),
    ];
  }
  if (kind === 'reply') return [tellSum(change, reading)].filter((text) => text !== '');
  if (kind === 'tried') return detailsOf(change, reading);
  if (kind === 'deal' && field === 'state')
    return changes
      .filter(({ where, because }) => because === change.id && where.includes('.verdict.'))
      .map((side) => tell(side, reading));
  return [];
}

/** Name the capitals of which no move is seen in a round for which orders were asked: to hold still is a choice too. */
function idle(round: number, changes: readonly Change[], reading: Reading): StoryLine[] {
  if (round > reading.at('rounds') || !changes.some(({ step }) => step === 'standing')) return [];
  const moved = new Set(
    changes.flatMap(({ where }) => {
      const [kind, owner] = where.split('.');
      return kind === 'made' || kind === 'tried' ? [owner] : [];
    }),
  );
  return reading.tables.capitals
    .filter(({ id }) => !moved.has(id))
    .map(({ id }) => ({
      key: `idle-${id}-${round}`,
      text: reading.words.say('change-no-move', { who: nameOf(id, reading) }),
      details: [],
      subject: { path: `influence.${id}`, round },
      capital: id,
      weight: 0,
      moved: null,
    }));
}

function capitalOf(change: Change, reading: Reading): string {
  const { tables } = reading;
  const [kind, owner = ''] = change.where.split('.');
  if (kind === 'answer') {
    const decision = tables.decisions.find(({ id }) => id === change.by.id);
    return tables.capitals[decision?.capital ?? -1]?.id ?? '';
  }
  if (kind === 'deal') return dealOf(change, reading)?.by ?? '';
  return tables.capitals.some(({ id }) => id === owner) ? owner : '';
}

/** Sums up how cells moved over the round: one line a cell, however many pushes there were. */
function* movements(
  changes: readonly Change[],
  reading: Reading,
): Generator<{ part: StoryPartId; line: StoryLine }> {
  const first = new Map<string, Change>();
  const last = new Map<string, Change>();
  for (const change of changes) {
    if (!movable.test(change.where) || change.step === 'talks') continue;
    if (!first.has(change.where)) first.set(change.where, change);
    last.set(change.where, change);
  }
  for (const [path, { from }] of first) {
    const to = last.get(path)?.to ?? from;
    const weight = Math.abs(to - from);
    if (weight < leastTold) continue;
    const kind = path.split('.')[0] ?? '';
    // What one holder gains in a governorate another loses: the gain tells both.
    if (kind === 'control' && to < from) continue;
    yield {
      part: kind === 'people' ? 'people' : standingKinds.has(kind) ? 'standing' : 'consequences',
      line: {
        key: `moved-${path}-${last.get(path)?.id}`,
        text: tellMovement(path, from, to, reading),
        details: [
          weight < leastPushed ? '' : tellWhatMoved(path, to > from, last.get(path)?.round ?? 0, reading),
          ...(kind === 'control' ? losersOf(path, first, last, reading) : []),
        ].filter((text) => text !== ''),
        subject: { path, round: last.get(path)?.round ?? 0 },
        capital: standingKinds.has(kind) && kind !== 'trust' ? (path.split('.')[1] ?? '') : '',
        weight,
        moved: { path, from, to },
      },
    };
  }
}

const movable = /^(issue|level|violence|control|confidence|outsider|home|trust|aim|people)(\.|$)/;
const standingKinds = new Set(['home', 'trust', 'aim']);
/** Movements that would be written as 0.0 are left out; in one of less than a point pushes have balanced, and none stands out. */
const leastTold = 5;
const leastPushed = 100;

/** Say what moved a cell most: the push on a level, the part of an aim or of the ledger of people. */
function tellWhatMoved(path: string, up: boolean, round: number, reading: Reading): string {
  return /^(aim\.|people$)/.test(path)
    ? tellLeadingPart(path, round, up, reading)
    : tellStrongest(path, round, up, reading);
}

function losersOf(
  path: string,
  first: ReadonlyMap<string, Change>,
  last: ReadonlyMap<string, Change>,
  reading: Reading,
): string[] {
  const [, governorate] = path.split('.');
  return [...first]
    .filter(([other]) => other.startsWith(`control.${governorate}.`) && other !== path)
    .map(([other, { from }]) => ({ other, from, to: last.get(other)?.to ?? from }))
    .filter(({ from, to }) => from - to >= leastTold)
    .map(({ other, from, to }) => tellMovement(other, from, to, reading));
}
