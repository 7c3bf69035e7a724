/**
 * A quarter in two or three sentences of cause and effect: the largest things that came of somebody's doing, what became of
 * pacts, lines and dangers, and how people fared. The whole quarter, line by line, stands in `story.ts`.
 */
import type { Change } from '../../engine/changes.ts';
import { tellAmount } from './amount.ts';
import type { Place } from './causes.ts';
import { tell, tellCase } from './change.ts';
import { isOrder, outcomesOf } from './effects.ts';
import type { Effect, Outcome } from './effects.ts';
import { tellCell, tellValue, wordFor } from './level.ts';
import { tellQuarter } from './quarter.ts';
import { nameOf, sayIfThere } from './reader.ts';
import type { Reading } from './reading.ts';
import { storyOf } from './story.ts';

export interface TaleSentence {
  /** Unlike that of any other sentence of the quarter. */
  readonly key: string;
  readonly text: string;
  /** What its causes are asked of. */
  readonly subject: Change | Place;
}

/** Tell a quarter. A quarter in which nothing came of anything has one sentence that says so. */
export function taleOf(round: number, reading: Reading): TaleSentence[] {
  const told = outcomesOf(reading.book, round)
    .filter(({ origin }) => isTold(origin))
    .map(onlyTold)
    .filter(({ size }) => size >= leastTold);
  const headline = headlineOf(round, reading);
  const causes = told
    .filter(({ origin }) => origin !== headline?.subject)
    .slice(0, headline ? 1 : 2)
    .sort((one, other) => one.origin.id - other.origin.id);
  const sentences = [
    ...causes.map((outcome) => causeAndEffect(outcome, round, reading)),
    ...(headline ? [headline] : []),
    ...peopleIn(round, reading),
  ];
  if (sentences.length > 0) return sentences;
  return [
    { key: `quiet-${round}`, text: reading.words.say('tale-quiet'), subject: { path: 'people', round } },
  ];
}

/** Effects told of one cause. */
const mostEffects = 2;
/** Causes that moved less than this in all, in hundredths, are no story. */
const leastTold = 200;
/** What only the finer levels show is left to them. */
const finer = /^(confidence|outsider)\./;

/** A pact's verdict is told as a headline and not as a cause. */
function isTold({ where }: Change): boolean {
  return !where.startsWith('deal.');
}

function onlyTold(outcome: Outcome): Outcome {
  const effects = outcome.effects.filter(({ path }) => !finer.test(path));
  return { ...outcome, effects, size: effects.reduce((sum, { by }) => sum + Math.abs(by), 0) };
}

function causeAndEffect({ origin, effects }: Outcome, round: number, reading: Reading): TaleSentence {
  const { words } = reading;
  const text = words.say('tale-cause', {
    cause: tellWhole(origin, reading),
    when: origin.round < round ? 'earlier' : 'now',
    quarter: tellQuarter(origin.round, reading),
    effects: tellEffects(effects.slice(0, mostEffects), round, reading),
  });
  return { key: `cause-${origin.id}`, text, subject: { path: effects[0]?.path ?? '', round } };
}

/** An order as it was told; of an event what happened, since its title says less. */
function tellWhole(origin: Change, reading: Reading): string {
  return origin.by.kind === 'event' ? tellCase(origin, reading) : tell(origin, reading);
}

/** Say in short what it began with: an order as it was told, an event by its title. */
export function tellInShort(origin: Change, reading: Reading): string {
  const { words } = reading;
  return origin.by.kind === 'event'
    ? words.say('tale-event', { title: words.say(`event-${origin.by.id}`) })
    : tell(origin, reading);
}

/** Join effects of a quarter into one enumeration: what moved, which way, by how much, and where it stood in the end, whatever else moved it. */
function tellEffects(effects: readonly Effect[], round: number, reading: Reading): string {
  const after = reading.book.cellsBefore(round + 1);
  return reading.words.list(
    effects.map(({ path, by }) => {
      const to = after[reading.tables.layout.find(path)] ?? 0;
      return reading.words.say('tale-effect', {
        ...movedBy(path, by, reading),
        to: wordFor(path, to, reading) || tellValue(path, to, reading),
      });
    }),
  );
}

function movedBy(path: string, by: number, reading: Reading): { what: string; way: string; by: string } {
  return {
    what: tellMoved(path, reading),
    way: by > 0 ? 'up' : 'down',
    by: tellAmount(path, Math.abs(by), reading),
  };
}

/** Name a level as a part of a sentence ("fighting in Aleppo"). */
export function tellMoved(path: string, reading: Reading): string {
  const { words } = reading;
  const [kind = '', one = '', other = ''] = path.split('.');
  switch (kind) {
    case 'violence':
      // Within a sentence a region may be called otherwise than where it stands alone.
      return words.say('tale-violence', {
        theatre: sayIfThere(`theatre-${one}.in`, reading) || words.say(`theatre-${one}`),
      });
    case 'control':
      return words.say('tale-control', {
        holder: words.say(`holder-${other}`),
        governorate: words.say(`governorate-${one}`),
      });
    case 'trust':
      return words.say('tale-trust', { one: nameOf(one, reading), other: nameOf(other, reading) });
    case 'home':
      return words.say('tale-home', { capital: nameOf(one, reading) });
    default:
      return words.say('tale-level', { what: tellCell(path, reading) });
  }
}

/** Find what else the quarter will be remembered for: a pact that failed, a line crossed, a danger come true, an event; the first there is. */
function headlineOf(round: number, reading: Reading): TaleSentence | null {
  const { parts } = storyOf(round, reading);
  const lines = (id: string) => parts.find((part) => part.id === id)?.lines ?? [];
  const changed = (test: (change: Change) => boolean, id: string) =>
    lines(id).find(({ subject }) => 'where' in subject && test(subject));
  const found =
    changed(({ where }) => where.startsWith('crossed.'), 'standing') ??
    changed(({ where, to, from }) => where.startsWith('clock.') && to > from && to === full, 'clocks');
  if (found && 'where' in found.subject) {
    const filled = found.subject.where.startsWith('clock.');
    const text = filled ? reading.words.say(`clock-${found.subject.by.id}.full`) : found.text;
    return { key: found.key, text, subject: found.subject };
  }
  return (
    pactIn(round, ['breached', 'tried'], reading) ??
    eventIn(round, reading) ??
    pactIn(round, ['kept'], reading)
  );
}

/** Segments of a clock that has run out. */
const full = 4;

function pactIn(
  round: number,
  outcomes: readonly ('breached' | 'tried' | 'kept')[],
  reading: Reading,
): TaleSentence | null {
  const { words, book } = reading;
  for (const outcome of outcomes) {
    const pact = book.allDeals().find(({ state, ended }) => state === outcome && ended === round);
    if (!pact) continue;
    const verdict = book
      .inRound(round)
      .find(
        ({ where, by }) =>
          /^deal\..*\.state$/.test(where) && by.id === String(pact.serial) && by.kind === 'verdict',
      );
    return {
      key: `pact-${pact.serial}`,
      text: words.say('tale-pact', {
        outcome,
        members: words.list(pact.members.map((id) => nameOf(id, reading))),
      }),
      subject: verdict ?? { path: 'people', round },
    };
  }
  return null;
}

function eventIn(round: number, reading: Reading): TaleSentence | null {
  const event = reading.book.inRound(round).find(({ where, to }) => where.startsWith('event.') && to > 0);
  return event ? { key: `event-${event.id}`, text: tellWhole(event, reading), subject: event } : null;
}

/** Say how people fared, where it changed enough to be told. */
function peopleIn(round: number, reading: Reading): TaleSentence[] {
  const moves = reading.book.inRound(round).filter(({ where }) => where === 'people');
  const from = moves[0]?.from ?? 0;
  const to = moves.at(-1)?.to ?? from;
  if (Math.abs(to - from) < leastForPeople) return [];
  const text = reading.words.say('tale-people', {
    way: to > from ? 'up' : 'down',
    by: tellAmount('people', Math.abs(to - from), reading),
    to: wordFor('people', to, reading),
  });
  return [{ key: `people-${round}`, text, subject: { path: 'people', round } }];
}

const leastForPeople = 50;

export interface TurningPoint {
  readonly order: Change;
  readonly quarter: string;
  readonly text: string;
  readonly effects: string;
  /** Id of the capital whose order it was. */
  readonly capital: string;
}

/** Pick the orders of which most came over the whole game, by the size of the changes traced back to them; the largest first. */
export function turningPointsOf(reading: Reading, most = 3): TurningPoint[] {
  return outcomesOf(reading.book)
    .filter(({ origin }) => isOrder(origin))
    .slice(0, most)
    .map(({ origin, effects }) => ({
      order: origin,
      quarter: tellQuarter(origin.round, reading),
      text: tell(origin, reading),
      effects: reading.words.list(
        effects
          .slice(0, effectsOfTurningPoint)
          .map(({ path, by }) => reading.words.say('turn-effect', movedBy(path, by, reading))),
      ),
      capital: capitalOf(origin, reading),
    }));
}

const effectsOfTurningPoint = 3;

function capitalOf({ where, by }: Change, { tables }: Reading): string {
  if (where.startsWith('made.')) return where.split('.')[1] ?? '';
  const decision = tables.decisions.find(({ id }) => id === by.id);
  return tables.capitals[decision?.capital ?? -1]?.id ?? '';
}

/** Find the quarter in which most moved; 0 where nothing did. */
export function fullestRound(reading: Reading): number {
  const sizes = reading.book.rounds.map((round) => ({
    round,
    size: outcomesOf(reading.book, round).reduce((sum, { size }) => sum + size, 0),
  }));
  return sizes.reduce((best, one) => (one.size > best.size ? one : best), { round: 0, size: 0 }).round;
}
