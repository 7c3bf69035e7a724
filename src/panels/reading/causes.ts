/**
 * Why something happened: the tree of causes of a change, or of where a level stands, back over the rounds, down to somebody's
 * decision, an event or a start value. Every node carries its rule and sources. It reads changes and adds nothing to them.
 */
import type { Change } from '../../engine/changes.ts';
import { holds } from '../../engine/statecharts/holds.ts';
import type { Guard } from '../../engine/statecharts/holds.ts';
import { enabled } from '../../engine/statecharts/enabled.ts';
import { tell, tellSum } from './change.ts';
import { dealOf } from './dealing.ts';
import { tellGuard } from './guard.ts';
import { tellCell, tellValue } from './level.ts';
import { partsOf } from './parts.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';
import { tellQuarter } from './quarter.ts';
import { ruleOf, ruleOfStart } from './rules.ts';
import type { Rule } from './rules.ts';
import { tellDrift, tellShare } from './share.ts';
import { verdictBehind } from './verdict.ts';

/** A cell, and the round at whose end it is asked about; the newest where none is given. */
export interface Place {
  readonly path: string;
  readonly round?: number;
}

/** Where a chain of causes ends: somebody's decision, an event, a die, how things stood at the start; or where one may not look. */
export type Root = 'decision' | 'event' | 'die' | 'start' | 'hidden';

export interface CauseNode {
  /** Unlike that of any other node beside it. */
  readonly key: string;
  readonly sentence: string;
  /** What else goes into it: the terms of a sum, the conditions that held. */
  readonly details: readonly string[];
  readonly rule: Rule | null;
  /** The change that it is about; null where it is about where something stood. */
  readonly change: Change | null;
  /** What it is that nothing needs to lead to; null where something else has to have led to it. */
  readonly root: Root | null;
  /** What led to it; worked out only when asked for. */
  children(): CauseNode[];
}

/** Give the tree of causes of a change or of where a cell stands. */
export function causesOf(subject: Change | Place, reading: Reading): CauseNode {
  if ('id' in subject) return nodeOf(subject, reading);
  const all = reading.book.of(subject.path);
  const last =
    subject.round === undefined
      ? all.at(-1)
      : all.filter(({ round }) => round <= (subject.round ?? 0)).at(-1);
  return cellNode(subject.path, last?.id ?? Number.MAX_SAFE_INTEGER, reading);
}

/** Cells whose value is the sum of many pushes: they are opened round by round. */
const summed = /^(issue|level|violence|control|confidence|outsider|home|trust)\./;

function nodeOf(change: Change, reading: Reading, sentence = tell(change, reading)): CauseNode {
  const shown = sentence === '' ? tellCell(change.where, reading) : sentence;
  return {
    key: `change-${change.id}`,
    sentence: shown,
    details: detailsOf(change, reading),
    rule: ruleOf(change, reading),
    change,
    root: rootOf(change),
    children: () => childrenOf(change, reading),
  };
}

/** Where a cell stood just after the change with number `upTo`. */
function cellNode(path: string, upTo: number, reading: Reading): CauseNode {
  const { book } = reading;
  const changes = book.of(path).filter(({ id, by }) => id <= upTo && by.kind !== 'start');
  const last = changes.at(-1);
  if (!last) return startNode(path, reading);
  if (!summed.test(path)) return nodeOf(last, reading);
  return {
    key: `cell-${path}-${last.id}`,
    sentence: reading.words.say('cause-level', {
      what: tellCell(path, reading),
      value: tellValue(path, last.to, reading),
      quarter: tellQuarter(last.round, reading),
    }),
    details: [],
    rule: null,
    change: null,
    root: null,
    children: () => pushesOn(path, changes, reading),
  };
}

/** What moved a level: all pushes of the last round in which more than drift moved it, the drift since, and where it stood before. */
function pushesOn(path: string, changes: readonly Change[], reading: Reading): CauseNode[] {
  const pushed = changes.filter(({ by }) => by.kind !== 'drift' && by.kind !== 'clamp').at(-1);
  const round = pushed?.round ?? changes[0]?.round ?? 0;
  const first = changes.findIndex((change) => change.round === round);
  const now = changes.filter((change) => change.round === round);
  const since = changes.filter((change) => change.round > round);
  const felt = now
    .filter(({ from, to }) => Math.abs(to - from) >= leastFelt)
    .sort((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from));
  const nodes = felt.map((change) =>
    nodeOf(change, reading, tellShare(change, originsOf(change, reading)[0], reading)),
  );
  const drifted = since.at(-1);
  if (drifted && since[0]) nodes.push(nodeOf(drifted, reading, tellDrift(since[0].from, drifted, reading)));
  const before = changes[first - 1];
  nodes.push(before ? cellNode(path, before.id, reading) : startNode(path, reading));
  return nodes;
}

/** Pushes that would be written as 0.0 are left out. */
const leastFelt = 5;

function startNode(path: string, reading: Reading): CauseNode {
  const { layout } = reading.tables;
  return {
    key: `start-${path}`,
    sentence: reading.words.say('cause-start', {
      what: tellCell(path, reading),
      value: tellValue(path, layout.start[layout.find(path)] ?? 0, reading),
    }),
    details: [],
    rule: ruleOfStart(path, reading),
    change: null,
    root: 'start',
    // What is put together from parts was so at the start too.
    children: () => partNodes(path, -1, layout.start, reading),
  };
}

function childrenOf(change: Change, reading: Reading): CauseNode[] {
  const { book, tables } = reading;
  const { kind, id } = change.by;
  switch (kind) {
    case 'link':
    case 'late': {
      const link = tables.links.find((one) => one.id === id);
      const source = tables.layout.paths[link?.source ?? -1];
      if (source !== undefined && link?.kind !== 'impulse')
        return [cellNode(source, readBefore(source, pushedBy(change, reading), reading), reading)];
      return originsOf(change, reading).map((origin) => nodeOf(origin, reading));
    }
    case 'press': {
      const move = tables.moves.find((one) => `${tables.capitals[one.capital]?.id}.${one.id}` === id);
      const client = tables.clients[move?.press?.client ?? -1];
      const capital = tables.capitals[move?.capital ?? -1];
      if (!change.where.startsWith('reply.') || !client || !capital) return parentOf(change, reading);
      return [
        ...parentOf(change, reading),
        cellNode(`confidence.${client.id}`, change.id, reading),
        ...lastNode(`reliance.${client.id}.${capital.id}`, change.id, reading),
      ];
    }
    case 'move':
      return [...parentOf(change, reading), ...promiseNodes(change, reading)];
    case 'event':
      return guardNodes(caseOf(change, reading)?.when ?? null, change.id, reading);
    case 'clock':
      return change.where.startsWith('clock.') && change.by.values !== undefined
        ? heldRules(change, reading).flatMap(({ when }) => guardNodes(when, change.id - 1, reading))
        : parentOf(change, reading);
    case 'aim':
    case 'people':
      if (change.where.startsWith('aimSum.'))
        return [cellNode(change.where.replace('aimSum.', 'aim.'), change.id, reading)];
      return partNodes(change.where, change.id, book.cellsAt(change.id), reading);
    case 'influence':
      return incomeNodes(change, reading);
    case 'clamp':
    case 'limit':
      return [cellNode(change.where, change.id - 1, reading)];
    case 'verdict':
      return change.where.startsWith('pact.') ? pactNodes(change, reading) : dealingNodes(change, reading);
    case 'expire':
      return dealingNodes(change, reading);
    case 'sign':
      return signNodes(change, reading);
    case 'unasked':
      return change.where.startsWith('made.')
        ? guardNodes(guardOfUnasked(change, reading), change.id, reading)
        : parentOf(change, reading);
    case 'outsider':
      return change.where.startsWith('acted.')
        ? [cellNode(`outsider.${id}`, change.id, reading)]
        : parentOf(change, reading);
    case 'redLine':
      return change.where.startsWith('crossed.')
        ? guardNodes(redLineOf(change, reading), change.id, reading)
        : parentOf(change, reading);
    case 'judgement':
      return judgementNodes(change, reading);
    case 'ending':
      return (['governs', 'north', 'outside'] as const).flatMap((name) =>
        lastNode(`judgement.${name}`, change.id, reading),
      );
    case 'drift':
      return [startNode(change.where, reading)];
    default:
      return parentOf(change, reading);
  }
}

/** The pacts in force that promised an order: how each came about. */
function promiseNodes(change: Change, reading: Reading): CauseNode[] {
  const [kind, capital, move] = change.where.split('.');
  if (kind !== 'made') return [];
  return reading.book.changes
    .filter((accepted) => {
      const { id, by, where } = accepted;
      if (by.kind !== 'accept' || !where.endsWith('.state') || id > change.id) return false;
      const deal = dealOf(accepted, reading);
      const isInForce = deal !== null && deal.from <= change.round && change.round <= deal.until;
      return (
        isInForce &&
        deal.terms.some((term) => term.kind === 'make' && term.capital === capital && term.move === move)
      );
    })
    .map((accepted) => nodeOf(accepted, reading));
}

/** The parts of an aim or of the ledger, each with its weight and what it makes, and behind it how it came to stand so. */
function partNodes(path: string, upTo: number, cells: Int32Array, reading: Reading): CauseNode[] {
  return partsOf(path, cells, reading).map((part) => ({
    key: `part-${path}-${part.path}-${upTo}`,
    sentence: part.sentence,
    details: [],
    rule: null,
    change: null,
    root: null,
    children: () => [cellNode(part.path, upTo, reading)],
  }));
}

/** What made a quarter's income: support at home, heavy lines, and what was passed or staked. */
function incomeNodes(change: Change, reading: Reading): CauseNode[] {
  const { tables, book } = reading;
  const who = change.where.split('.')[1] ?? '';
  const { upkeep = 0, gift = 0, mood = 0 } = change.by.values ?? {};
  const cells = book.cellsAt(change.id);
  const lines = tables.capitals.find(({ id }) => id === who)?.lines ?? [];
  const heavy = upkeep > 0 ? lines.filter((line) => (line.upkeep[cells[line.cell] ?? 0] ?? 0) > 0) : [];
  const given =
    gift === 0 ? [] : book.inRound(change.round).filter(({ by, id }) => isGift(by.kind) && id < change.id);
  return [
    ...(mood === 0 && heavy.length > 0 ? [] : [cellNode(`home.${who}`, change.id, reading)]),
    ...heavy.map(({ cell }) => cellNode(tables.layout.paths[cell] ?? '', change.id, reading)),
    ...given.map((one) => nodeOf(one, reading)),
  ];
}

function isGift(kind: Change['by']['kind']): boolean {
  return kind === 'pass' || kind === 'stake';
}

/** What let something be foreseen a quarter ahead; the calendar alone needs no cause. */
function signNodes({ where, id: upTo }: Change, reading: Reading): CauseNode[] {
  const [, kind = '', id = ''] = where.split('.');
  if (kind === 'event') {
    const when = reading.tables.events.find((one) => one.id === id)?.when ?? null;
    return guardNodes(when, upTo - 1, reading);
  }
  return [cellNode(kind === 'outsider' ? `outsider.${id}` : `confidence.${kind}`, upTo - 1, reading)];
}

/** What nothing has to lead to: what somebody decided, what the calendar brings, what a die decided. */
function rootOf({ where, by, because }: Change): Root | null {
  switch (by.kind) {
    case 'move':
    case 'price':
    case 'answer':
    case 'offer':
    case 'counter':
    case 'accept':
    case 'decline':
    case 'withdraw':
    case 'warning':
    case 'cable':
      return 'decision';
    case 'event':
      return 'event';
    case 'sign':
      return where.startsWith('sign.event.') ? 'event' : null;
    case 'leak':
    case 'card':
      return 'die';
    case 'hidden':
      return 'hidden';
    // What keeps to its rule from the beginning: nothing was decided about it.
    case 'pleased':
    case 'wearied':
    case 'support':
    case 'link':
    case 'late':
      return because === -1 ? 'start' : null;
    default:
      return null;
  }
}

/** What led to a verdict: what the breaker did, or else how the deal came to stand. */
function dealingNodes(change: Change, reading: Reading): CauseNode[] {
  const parent = parentOf(change, reading);
  if (parent.length > 0) return parent;
  const state = change.where.replace(/^(deal\.[^.]+)\..*/, '$1.state');
  const before = reading.book.of(state).filter(({ id, by }) => id < change.id && by.kind !== 'clear');
  return before.slice(-1).map((one) => nodeOf(one, reading));
}

/** The last open pact of two capitals that came or went before their pacts were counted. */
function pactNodes(change: Change, reading: Reading): CauseNode[] {
  const [, one = '', other = ''] = change.where.split('.');
  const last = reading.book.changes
    .filter(
      (at) =>
        at.id < change.id &&
        /^deal\.[^.]+\.state$/.test(at.where) &&
        (at.by.kind === 'accept' || at.by.kind === 'verdict'),
    )
    .filter((at) => {
      const members = dealOf(at, reading)?.members ?? [];
      return members.includes(one) && members.includes(other);
    })
    .at(-1);
  return last ? [nodeOf(last, reading)] : [];
}

/** The nearest earlier change that is worth a sentence; chains through the same cell, and signs, are passed over. */
function parentOf(change: Change, reading: Reading): CauseNode[] {
  const { book } = reading;
  let at = book.byId(change.because);
  while (
    at &&
    at.by.kind !== 'hidden' &&
    (at.where === change.where || at.by.kind === 'price' || at.by.kind === 'sign' || tell(at, reading) === '')
  )
    at = book.byId(at.because);
  if (!at) return [];
  if (at.by.kind === 'hidden' && tell(at, reading) === '')
    return [nodeOf(at, reading, reading.words.say('cause-hidden'))];
  return [summed.test(at.where) ? cellNode(at.where, at.id, reading) : nodeOf(at, reading)];
}

function lastNode(path: string, upTo: number, reading: Reading): CauseNode[] {
  const last = reading.book.lastBefore(path, upTo);
  return last ? [nodeOf(last, reading)] : [];
}

/** The pushes from which a late amount was made up, or the change itself where it came at once. */
function pushedBy(change: Change, reading: Reading): Change {
  if (change.by.kind !== 'late') return change;
  const link = reading.tables.links.find(({ id }) => id === change.by.id);
  const waiting = reading.tables.layout.paths[link?.due.at(-1) ?? -1] ?? '';
  return (
    reading.book
      .of(waiting)
      .filter(({ by, round }) => by.kind === 'link' && round <= change.round - (link?.due.length ?? 0))
      .at(-1) ?? change
  );
}

/** What fired an impulse: a move, an answer, an event, a client's or an outsider's act. */
function originsOf(change: Change, reading: Reading): Change[] {
  const { book } = reading;
  let origin = book.byId(pushedBy(change, reading).because);
  // A transfer of control is two changes: what was gained is due to what was lost.
  while (
    origin &&
    (origin.where.startsWith('control.') || origin.where.startsWith('due.')) &&
    origin.by.id === change.by.id
  )
    origin = book.byId(origin.because);
  return origin ? [origin] : [];
}

/** All links of a pass read the same values: the last change that a link can have read lies before the pass. */
function readBefore(path: string, change: Change, { book }: Reading): number {
  const pass = book.inRound(change.round).find(({ step }) => step === 'links')?.id ?? change.id;
  return book.lastBefore(path, Math.min(pass, change.id))?.id ?? -1;
}

/** Say what goes into a change beside its causes: conditions that held, who was missing, the terms of a sum. */
export function detailsOf(change: Change, reading: Reading): string[] {
  const { words, tables, book } = reading;
  const details: string[] = [];
  const sum = tellSum(change, reading);
  if (sum !== '') details.push(sum);
  if (change.where.startsWith('tried.')) {
    const move = tables.moves.find((one) => `${tables.capitals[one.capital]?.id}.${one.id}` === change.by.id);
    const absent = (move?.joint?.moves ?? []).filter((index) => {
      const tried = tables.layout.paths[tables.moves[index]?.tried ?? -1] ?? '';
      return !book.of(tried).some(({ round }) => round === change.round);
    });
    const names = absent.map((index) =>
      nameOf(tables.capitals[tables.moves[index]?.capital ?? -1]?.id ?? '', reading),
    );
    if (names.length > 0) details.push(words.say('cause-absent', { who: words.list(names) }));
  }
  if (change.by.kind === 'event') {
    const when = caseOf(change, reading)?.when;
    if (when) details.push(words.say('cause-case', { guard: tellGuard(when.json, reading) }));
    const chance = change.by.values?.['chance'];
    if (chance !== undefined) details.push(words.say('cause-chance', { chance: chance / 100 }));
  }
  if (change.by.kind === 'move' && change.where.startsWith('made.')) {
    const guard = guardOfMove(change, reading);
    if (guard) details.push(words.say('cause-open', { guard: tellGuard(guard.json, reading) }));
  }
  if (change.by.kind === 'unasked' && change.where.startsWith('made.')) {
    const guard = guardOfUnasked(change, reading);
    if (guard) details.push(words.say('cause-unasked', { guard: tellGuard(guard.json, reading) }));
  }
  if (change.by.kind === 'clock' && change.where.startsWith('clock.'))
    for (const { by, when } of heldRules(change, reading))
      details.push(
        words.say('cause-clock', {
          by: Math.abs(by),
          way: by > 0 ? 'up' : 'down',
          guard: tellGuard(when.json, reading),
        }),
      );
  if (pactMade.has(change.by.kind)) {
    const verdict = verdictBehind(change, reading);
    if (verdict && verdict.closed !== change) details.push(tell(verdict.closed, reading));
    for (const side of verdict?.sides ?? []) details.push(tell(side, reading));
  }
  const reached =
    change.by.kind === 'aim' || change.by.kind === 'people' ? change.by.values?.['reached'] : undefined;
  if (reached !== undefined && reached !== change.to)
    details.push(words.say('cause-step', { reached: reached / 100 }));
  if (change.by.kind === 'judgement') {
    const when = judgementOf(change, reading);
    if (when) details.push(words.say('cause-judgement', { guard: tellGuard(when.json, reading) }));
  }
  return details;
}

/** What rests on what became of a pact. */
const pactMade = new Set<Change['by']['kind']>(['trust', 'owed', 'stake', 'verdict', 'fallBack']);

/** What let a capital make a move: the guard of the way that it took; null where it may always be made. */
function guardOfMove(change: Change, { tables, book }: Reading): Guard | null {
  const [, owner, id] = change.where.split('.');
  const move = tables.moves.find((one) => one.id === id && tables.capitals[one.capital]?.id === owner);
  if (!move) return null;
  // Guards of orders are read where the talks closed.
  const closed = book.inRound(change.round).find(({ step }) => step === 'orders')?.id ?? change.id;
  const cells = book.cellsAt(closed - 1);
  return enabled(move.from[cells[move.line.cell] ?? 0], cells)?.guard ?? null;
}

/** What let a client act by itself: the guard of the way that it took. */
function guardOfUnasked(change: Change, { tables, book }: Reading): Guard | null {
  const [owner, id] = change.by.id.split('.');
  const move = tables.clients.find((client) => client.id === owner)?.moves.find((one) => one.id === id);
  if (!move) return null;
  const cells = book.cellsAt(change.id - 1);
  return enabled(move.from[cells[move.line.cell] ?? 0], cells)?.guard ?? null;
}

function caseOf(change: Change, { tables, book }: Reading): { when: Guard | null } | undefined {
  const event = tables.events.find(({ id }) => id === change.by.id);
  const which = book.of(`case.${change.by.id}`).find(({ id }) => id > change.id)?.to ?? 1;
  return event?.cases[which - 1];
}

/** The rules of a clock that held when it turned. */
function heldRules(change: Change, { tables, book }: Reading): readonly { when: Guard; by: number }[] {
  if (change.by.values === undefined) return [];
  const cells = book.cellsAt(change.id - 1);
  const clock = tables.clocks.find(({ id }) => id === change.by.id);
  return (clock?.rules ?? []).filter(({ when }) => holds(when, cells));
}

function redLineOf(change: Change, { tables }: Reading): Guard | null {
  const [who, line] = change.by.id.split('.');
  return tables.capitals.find(({ id }) => id === who)?.redLines.find(({ id }) => id === line)?.when ?? null;
}

function judgementOf(change: Change, { tables }: Reading): Guard | null {
  const which = change.where.split('.')[1];
  return tables.judgements.find(({ name }) => name === which)?.of[change.to - 1]?.when ?? null;
}

/** Where the things stood that a judgement looked at; the last of a list is what is left when none before it fits. */
function judgementNodes(change: Change, reading: Reading): CauseNode[] {
  const which = change.where.split('.')[1];
  const of = reading.tables.judgements.find(({ name }) => name === which)?.of ?? [];
  const when = of[change.to - 1]?.when ?? null;
  const looked = when ? [when] : of.slice(0, change.to - 1).map((one) => one.when);
  return looked.flatMap((guard) => guardNodes(guard, change.id, reading));
}

/** Where the things stood that a guard looked at; the calendar is left out. */
function guardNodes(guard: Guard | null, upTo: number, reading: Reading): CauseNode[] {
  const paths = new Set(cellsOf(guard).map((cell) => reading.tables.layout.paths[cell] ?? ''));
  paths.delete('round');
  return [...paths]
    .filter((path) => tellCell(path, reading) !== '')
    .map((path) => cellNode(path, upTo, reading));
}

function cellsOf(guard: Guard | null): number[] {
  if (!guard) return [];
  return guard.op === 'within' ? [guard.cell] : guard.of.flatMap(cellsOf);
}
