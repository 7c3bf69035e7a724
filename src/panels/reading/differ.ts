/**
 * Why two branches of a game differ in something: a tree that goes back through what pushed in one and not, or not as much, in the
 * other, down to the choice that was changed, what others then decided anew, or an event that came in one alone.
 */
import type { Change } from '../../engine/changes.ts';
import { tellSigned } from './amount.ts';
import { tell } from './change.ts';
import { factorOf } from './factors.ts';
import { tellCell, tellValue } from './level.ts';
import { partsOf } from './parts.ts';
import { tellQuarter } from './quarter.ts';
import type { Reading } from './reading.ts';
import { pusherOf } from './share.ts';

export interface DifferNode {
  readonly key: string;
  readonly sentence: string;
  /** What lies behind it; worked out only when asked for. */
  children(): DifferNode[];
}

/** Two branches that are compared: the books of both, and what was put in by hand in the second. */
export interface Pair {
  readonly one: Reading;
  readonly other: Reading;
  /** Factors of decisions that were changed by hand (see `factorOf`), in either branch. */
  readonly changed: ReadonlySet<string>;
  /** The branch that the other one leaves: in it nothing was decided anew; null where neither leaves the other. */
  readonly before: 'one' | 'other' | null;
}

/** What pushed a cell in a branch: by how much in all, and the last of its pushes. */
interface Push {
  readonly by: number;
  readonly last: Change;
}

/** Give the tree of why a cell differs at the end of a round. */
export function differOf(path: string, round: number, pair: Pair): DifferNode {
  const { one, other } = pair;
  const here = valueAt(path, round, one);
  const there = valueAt(path, round, other);
  return {
    key: `${path}@${round}`,
    sentence: one.words.say('differ-level', {
      what: tellCell(path, one),
      quarter: tellQuarter(round, one),
      one: tellValue(path, here, one),
      other: tellValue(path, there, other),
      by: path.startsWith('stance.') ? 'none' : tellSigned(path, there - here, one),
    }),
    children: () => (here === there ? [] : behind(path, round, pair)),
  };
}

const leastFelt = 5;
const bounds = new Set<Change['by']['kind']>(['drift', 'clamp', 'limit']);
const mostBehind = 8;

function behind(path: string, round: number, pair: Pair): DifferNode[] {
  const { one, other } = pair;
  const parts = partsOf(path, one.book.cellsBefore(round + 1), one);
  if (parts.length > 0)
    return parts
      .filter(
        ({ path: part }) => Math.abs(valueAt(part, round, one) - valueAt(part, round, other)) >= leastFelt,
      )
      .map((part) => differOf(part.path, round, pair));
  const here = pushesOn(path, round, one);
  const there = pushesOn(path, round, other);
  const keys = [...new Set([...here.keys(), ...there.keys()])];
  return keys
    .map((key) => ({ key, here: here.get(key), there: there.get(key) }))
    .map((push) => ({ ...push, size: Math.abs((push.here?.by ?? 0) - (push.there?.by ?? 0)) }))
    .filter(({ size }) => size >= (fine.test(path) ? leastFelt : 1))
    .sort((push, next) => next.size - push.size)
    .slice(0, mostBehind)
    .map(({ key, here: mine, there: theirs }) => pushNode(path, key, mine, theirs, pair));
}

/** One thing that pushed differently: by how much in each branch, and why that is. */
function pushNode(
  path: string,
  key: string,
  here: Push | undefined,
  there: Push | undefined,
  pair: Pair,
): DifferNode {
  const from = here ?? there;
  const reading = here ? pair.one : pair.other;
  const amount = (push: Push | undefined, of: Reading): string =>
    push ? tellSigned(path, push.by, of) : of.words.say('differ-nothing');
  return {
    key: `${path} ${key}`,
    sentence: pair.one.words.say('differ-push', {
      one: amount(here, pair.one),
      other: amount(there, pair.other),
      what: from ? pusherOf(from.last, originOf(from.last, reading), reading) : '',
    }),
    children: () => (from ? behindPush(from.last, here, there, pair) : []),
  };
}

/** What made a thing push differently: the level or line that it reads, or the orders and events that fired it. */
function behindPush(last: Change, here: Push | undefined, there: Push | undefined, pair: Pair): DifferNode[] {
  const { tables } = pair.one;
  // What only undoes or bounds a movement has nothing behind it but that movement.
  if (bounds.has(last.by.kind)) return [];
  const link = tables.links.find(({ id }) => id === last.by.id);
  const source = tables.layout.paths[link?.source ?? -1];
  if (link?.kind === 'stance' && source !== undefined) return stanceNodes(source, last.round, pair);
  if (link?.kind === 'level' && source !== undefined) {
    const round = widestDifference(source, last.round - 1, pair);
    return round === null ? [] : [differOf(source, round, pair)];
  }
  return onlyIn(here ? originsOf(last, pair.one) : [], there ? originsOf(there.last, pair.other) : [], pair);
}

/** The steps along a line that were taken in one branch alone. */
function stanceNodes(path: string, round: number, pair: Pair): DifferNode[] {
  const steps = (reading: Reading): Change[] =>
    reading.book.of(path).filter((change) => change.round <= round && change.by.kind !== 'start');
  const nodes = onlyIn(steps(pair.one), steps(pair.other), pair);
  return nodes.length > 0 ? nodes : [differOf(path, round, pair)];
}

/** Causes that stand in one branch and not in the other, each with the reason why. */
function onlyIn(here: readonly Change[], there: readonly Change[], pair: Pair): DifferNode[] {
  const keyOf = ({ round, by, to, where }: Change): string => `${round} ${by.kind} ${by.id} ${where} ${to}`;
  const inOne = new Set(here.map(keyOf));
  const inOther = new Set(there.map(keyOf));
  return [
    ...here.filter((change) => !inOther.has(keyOf(change))).map((change) => leaf(change, 'one', pair)),
    ...there.filter((change) => !inOne.has(keyOf(change))).map((change) => leaf(change, 'other', pair)),
  ];
}

function leaf(change: Change, side: 'one' | 'other', pair: Pair): DifferNode {
  const reading = pair[side];
  const byHand = pair.changed.has(factorOf(change, reading));
  const reason = byHand ? 'changed' : isDecided(change) && pair.before !== side ? 'anew' : 'followed';
  return {
    key: `${side} ${change.id}`,
    sentence: reading.words.say('differ-only', {
      side,
      what: tell(change, reading),
      quarter: tellQuarter(change.round, reading),
      reason,
    }),
    children: () => [],
  };
}

function isDecided({ by }: Change): boolean {
  return by.kind === 'move' || by.kind === 'answer' || by.kind === 'accept' || by.kind === 'warning';
}

/** All that pushed a cell up to the end of a round, by what it was. */
function pushesOn(path: string, round: number, { book }: Reading): Map<string, Push> {
  const pushes = new Map<string, Push>();
  for (const change of book.of(path)) {
    if (change.round > round || change.by.kind === 'start') continue;
    // What arrives late is the same push as what is felt at once.
    const kind = change.by.kind === 'late' ? 'link' : change.by.kind;
    const key = `${kind} ${kind === 'trust' || kind === 'owed' ? '' : change.by.id}`;
    pushes.set(key, { by: (pushes.get(key)?.by ?? 0) + change.to - change.from, last: change });
  }
  return pushes;
}

/** The round, up to one, at whose end a cell differs most; null where it never does. A link reads what stood before its own round. */
function widestDifference(path: string, until: number, { one, other }: Pair): number | null {
  let widest: number | null = null;
  let most = 0;
  for (let round = 1; round <= until; round++) {
    const size = Math.abs(valueAt(path, round, one) - valueAt(path, round, other));
    if (size < most || size === 0) continue;
    most = size;
    widest = round;
  }
  return widest;
}

function valueAt(path: string, round: number, { book, tables }: Reading): number {
  return book.cellsBefore(round + 1)[tables.layout.find(path)] ?? 0;
}

/** All pushes of a link in a branch are fired by changes: these, whatever their number. */
function originsOf(last: Change, reading: Reading): Change[] {
  return reading.book
    .of(last.where)
    .filter(({ by, round }) => by.id === last.by.id && by.kind === last.by.kind && round <= last.round)
    .flatMap((change) => originOf(change, reading) ?? []);
}

function originOf(change: Change, { book }: Reading): Change | undefined {
  let origin = book.byId(change.because);
  while (origin && /^(control|due)\./.test(origin.where)) origin = book.byId(origin.because);
  return origin;
}

const fine = /^(issue|level|violence|control|confidence|outsider|home|trust|aim)\.|^people$/;
