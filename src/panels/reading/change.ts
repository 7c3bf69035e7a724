/**
 * A change as a sentence in the reader's words. Every change of a game is either told here or is bookkeeping that nobody
 * needs to hear of. Why a change came about is the business of `causes.ts`.
 */
import type { CauseKind, Change } from '../../engine/changes.ts';
import { tellAmount } from './amount.ts';
import { tellDealing } from './dealing.ts';
import { tellCell, tellValue } from './level.ts';
import { nameOf, nameOfStance } from './reader.ts';
import { readingOf } from './reading.ts';
import type { Readable, Reading } from './reading.ts';

/** Causes that only keep the books: what they write is never told. */
export const bookkeeping = ['start', 'lock', 'clear', 'round'] as const satisfies readonly CauseKind[];

/**
 * Say a change as one sentence.
 * @returns the sentence, or an empty text where the change is bookkeeping
 */
export function tellChange(change: Change, game: Readable): string {
  return tell(change, readingOf(game));
}

/** Say a change of the book that is being read; empty where it is bookkeeping. */
export function tell(change: Change, reading: Reading): string {
  const { kind } = change.by;
  return isBookkeeping(kind) ? '' : (tellers[kind](change, reading) ?? '');
}

function isBookkeeping(kind: CauseKind): kind is (typeof bookkeeping)[number] {
  return (bookkeeping as readonly CauseKind[]).includes(kind);
}

export type ToldKind = Exclude<CauseKind, (typeof bookkeeping)[number]>;
type Teller = (change: Change, reading: Reading) => string | null;

const tellers: Record<ToldKind, Teller> = {
  answer: tellAnswer,
  move: tellMove,
  price: tellPrice,
  press: tellReply,
  asked: tellMove,
  unasked: tellMove,
  support: tellReliance,
  offer: tellDealing,
  counter: tellDealing,
  accept: tellDealing,
  decline: tellDealing,
  withdraw: tellDealing,
  expire: tellDealing,
  verdict: tellDealing,
  trust: (change, reading) => level(change, reading, 'change-trust'),
  stake: (change, reading) => influence(change, reading, 'change-stake'),
  pass: tellDealing,
  leak: tellDealing,
  cable: tellDealing,
  warning: tellDealing,
  called: tellDealing,
  climbDown: tellDealing,
  fallBack: (change, reading) => stance(change, reading, 'change-fallBack'),
  owed: (change, reading) =>
    change.where.startsWith('trust.') ? level(change, reading, 'change-owed') : null,
  link: (change, reading) => level(change, reading, 'change-link'),
  late: (change, reading) => level(change, reading, 'change-late'),
  drift: (change, reading) => level(change, reading, 'change-drift'),
  clamp: (change, reading) => level(change, reading, 'change-clamp'),
  sign: tellSign,
  event: tellEvent,
  outsider: tellOutsider,
  clock: tellClock,
  redLine: tellRedLine,
  pleased: (change, reading) => level(change, reading, 'change-pleased'),
  wearied: (change, reading) => level(change, reading, 'change-wearied'),
  limit: (change, reading) => level(change, reading, 'change-limit'),
  tiedHands: tellTiedHands,
  influence: tellIncome,
  aim: tellAim,
  people: (change, reading) => level(change, reading, 'change-link'),
  card: tellCard,
  judgement: tellJudgement,
  ending: (change, reading) =>
    reading.words.say('change-ending', {
      ending: reading.words.say(`ending-${reading.tables.endings[change.to - 1]?.id ?? ''}`),
    }),
  hidden: (change, reading) =>
    change.where.startsWith('influence.') || change.where.startsWith('stance.')
      ? influence(change, reading, 'change-hidden-influence')
      : level(change, reading, 'change-hidden'),
};

/** The two parts of a path's id after its kind: `made.iran.surge` gives iran and surge. */
function parts(path: string): [string, string] {
  const [, owner = '', id = ''] = path.split('.');
  return [owner, id];
}

/** A cell that rises or falls, with by how much and to where; numbers in the cell's own unit. */
function level(change: Change, reading: Reading, key: string): string | null {
  const { where, from, to } = change;
  if (/^(due|owed|aimSum)\./.test(where)) return null;
  return reading.words.say(key, {
    what: tellCell(where, reading),
    way: to > from ? 'up' : 'down',
    moved: reading.words.say(to > from ? 'trend-up' : 'trend-down'),
    by: tellAmount(where, Math.abs(to - from), reading),
    to: tellValue(where, to, reading),
  });
}

function influence(change: Change, reading: Reading, key: string): string | null {
  const [who] = parts(change.where);
  return reading.words.say(key, {
    who: nameOf(who, reading),
    much: Math.abs(change.to - change.from),
    left: change.to,
  });
}

function stance(change: Change, reading: Reading, key: string): string | null {
  const [owner, line] = parts(change.where);
  const table = reading.tables.lines.find((one) => one.owner === owner && one.id === line);
  const name = (at: number): string => nameOfStance(owner, line, table?.stances[at] ?? '', reading);
  return reading.words.say(key, {
    who: nameOf(owner, reading),
    line: reading.words.say(`line-${owner}-${line}`),
    from: name(change.from),
    to: name(change.to),
  });
}

function tellAnswer(change: Change, reading: Reading): string | null {
  if (change.where.startsWith('influence.')) return influence(change, reading, 'change-answer-price');
  const decision = reading.tables.decisions.find(({ id }) => id === change.by.id);
  const option = decision?.options[change.to - 1]?.id ?? '';
  return reading.words.say('change-answer', {
    who: nameOf(reading.tables.capitals[decision?.capital ?? -1]?.id ?? '', reading),
    decision: reading.words.say(`decision-${change.by.id}`),
    option: reading.words.say(`option-${change.by.id}-${option}`),
  });
}

function tellMove(change: Change, reading: Reading): string | null {
  const { words } = reading;
  const kind = change.where.split('.')[0];
  const key = `move-${change.by.id.replace('.', '-')}`;
  if (kind === 'made') return words.say(`${key}.order`);
  if (kind === 'tried') return words.say(`${key}.failed`);
  return stance(change, reading, 'change-stance');
}

function tellPrice(change: Change, reading: Reading): string | null {
  const [who] = parts(change.where);
  return reading.words.say('change-price', {
    who: nameOf(who, reading),
    much: change.from - change.to,
    move: reading.words.say(`move-${change.by.id.replace('.', '-')}`),
  });
}

/** A client's answer to a press; the terms of its sum are told by `tellSum`. */
function tellReply(change: Change, reading: Reading): string | null {
  if (!change.where.startsWith('reply.')) return tellReliance(change, reading);
  const move = reading.tables.moves.find(({ index }) => moveId(index, reading) === change.by.id);
  const client = reading.tables.clients[move?.press?.client ?? -1]?.id ?? '';
  const reply = change.to % 4 === 3 ? 'complies' : change.to % 4 === 2 ? 'drags' : 'refuses';
  return reading.words.say(`change-press-${reply}`, {
    client: nameOf(client, reading),
    plural: reading.words.has(`client-${client}.plural`) ? 'yes' : 'no',
    who: nameOf(reading.tables.capitals[move?.capital ?? -1]?.id ?? '', reading),
  });
}

/** Say the sum by which a client answered; empty where the change is no reply. */
export function tellSum(change: Change, reading: Reading): string {
  const { values } = change.by;
  return change.by.kind === 'press' && values && change.where.startsWith('reply.')
    ? reading.words.say('sum-press', { ...values, short: Math.max(0, 1 - (values['sum'] ?? 0)) })
    : '';
}

function moveId(index: number, reading: Reading): string {
  const move = reading.tables.moves[index];
  return move ? `${reading.tables.capitals[move.capital]?.id}.${move.id}` : '';
}

function tellReliance(change: Change, reading: Reading): string | null {
  const [client, who] = parts(change.where);
  return reading.words.say('change-reliance', {
    client: nameOf(client, reading),
    who: nameOf(who, reading),
    way: change.to > change.from ? 'up' : 'down',
    from: change.from,
    to: change.to,
  });
}

/** What can be seen a round before something happens; the end of a sign is not told. */
function tellSign(change: Change, reading: Reading): string | null {
  if (change.to === 0) return null;
  const [, what = '', id = ''] = change.where.split('.');
  return what === 'event' || what === 'outsider'
    ? reading.words.say(`${what}-${id}.sign`)
    : reading.words.say(`move-${what}-${id}.sign`);
}

function tellEvent(change: Change, reading: Reading): string | null {
  if (!change.where.startsWith('event.')) return null;
  return reading.words.say('change-event', {
    title: reading.words.say(`event-${change.by.id}`),
    text: tellCase(change, reading),
  });
}

/** Say how an event came out, without its title. */
export function tellCase(change: Change, { words, tables, book }: Reading): string {
  const event = tables.events.find(({ id }) => id === change.by.id);
  // Which case it was is written just after the event itself.
  const which = book.of(`case.${change.by.id}`).find(({ id }) => id > change.id)?.to ?? 1;
  return words.say(`event-${change.by.id}-${event?.cases[which - 1]?.id ?? ''}`);
}

function tellOutsider(change: Change, reading: Reading): string | null {
  return change.where.startsWith('acted.')
    ? reading.words.say(`outsider-${change.by.id}.acts`)
    : level(change, reading, 'change-relief');
}

function tellClock(change: Change, reading: Reading): string | null {
  const { id } = change.by;
  if (change.where.startsWith('filled.')) return reading.words.say(`clock-${id}.full`);
  return reading.words.say(change.from === 4 && change.to < 4 ? 'change-clock-reset' : 'change-clock', {
    clock: reading.words.say(`clock-${id}`),
    way: change.to > change.from ? 'up' : 'down',
    from: change.from,
    to: change.to,
    of: 4,
  });
}

function tellRedLine(change: Change, reading: Reading): string | null {
  if (change.where.startsWith('home.')) return level(change, reading, 'change-redLine-home');
  const [who, line] = parts(change.where);
  return reading.words.say('change-redLine', {
    who: nameOf(who, reading),
    line: reading.words.say(`redline-${who}-${line}`),
  });
}

function tellTiedHands(change: Change, reading: Reading): string | null {
  const [kind, who] = change.where.split('.');
  if (kind !== 'frozen') return null;
  const line = reading.tables.capitals.find(({ id }) => id === who)?.tiedLine.id ?? '';
  return reading.words.say(change.to === 1 ? 'change-tiedHands' : 'change-untied', {
    who: nameOf(who ?? '', reading),
    line: reading.words.say(`line-${who}-${line}`),
  });
}

function tellIncome(change: Change, reading: Reading): string | null {
  const [who] = parts(change.where);
  const { carried = 0, income = change.to, mood = 0, upkeep = 0, gift = 0 } = change.by.values ?? {};
  return reading.words.say('change-influence', {
    who: nameOf(who, reading),
    to: change.to,
    carried,
    income,
    mood,
    upkeep,
    gift,
  });
}

function tellAim(change: Change, reading: Reading): string | null {
  return level(change, reading, 'change-aim');
}

function tellCard(change: Change, reading: Reading): string | null {
  const [who] = parts(change.where);
  const card = reading.tables.capitals.find(({ id }) => id === who)?.cards[change.to - 1]?.id;
  return card === undefined
    ? null
    : reading.words.say('change-card', {
        who: nameOf(who, reading),
        card: reading.words.say(`card-${who}-${card}`),
      });
}

function tellJudgement(change: Change, reading: Reading): string | null {
  const which = change.where.split('.')[1];
  const id = reading.tables.judgements.find(({ name }) => name === which)?.of[change.to - 1]?.id ?? '';
  return reading.words.say(`judgement-${which}-${id}`);
}
