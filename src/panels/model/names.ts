/** The web in words: what a node is called, what stands in it now, and what a part of an edge says. */
import { initialOf } from '../initial.ts';
import { tellCell, tellValue, wordFor } from '../reading/level.ts';
import { nameOf, nameOfCurrentStance } from '../reading/reader.ts';
import type { Firing, WebNode, WebPart } from './web.ts';
import type { Subject } from './subject.ts';

/** Name a node. */
export function nameOfNode(id: string, { reading }: Subject): string {
  const { words } = reading;
  const [kind = '', one = '', other = ''] = id.split('.');
  switch (kind) {
    case 'line':
      return words.say('model-line', { who: nameOf(one, reading), line: words.say(`line-${one}-${other}`) });
    case 'answers':
      return words.say('model-answers', { who: nameOf(one, reading) });
    case 'events':
      return words.say('model-events');
    case 'control':
      return words.say('model-control', { governorate: words.say(`governorate-${one}`) });
    case 'aim':
      return words.say('model-aim', { who: nameOf(one, reading), aim: words.say(`aim-${one}-${other}`) });
    default:
      return tellCell(id, reading);
  }
}

/** Say what stands in a node now, short; empty where nothing can stand there or nobody plays. */
export function nowIn({ id, kind }: WebNode, { reading, tables, isLive }: Subject): string {
  const [, one = '', other = ''] = id.split('.');
  if (kind === 'line') return nameOfCurrentStance(one, other, reading);
  if (kind === 'answers' || kind === 'events') return '';
  if (id.startsWith('control.')) {
    const [first] = tables.scenario.holders
      .map((holder) => ({ holder, share: reading.at(`${id}.${holder}`) }))
      .sort((left, right) => right.share - left.share);
    return first
      ? reading.words.say('model-largest', {
          holder: reading.words.say(`holder-${first.holder}`),
          share: Math.round(first.share / 100),
        })
      : '';
  }
  // Aims and people are worked out when a game begins.
  if ((kind === 'aim' || kind === 'people') && !isLive) return '';
  return wordFor(id, reading.at(id), reading) || tellValue(id, reading.at(id), reading);
}

/** How full a node is, from 0 to 1; null where that means nothing. */
export function fullness({ id, kind }: WebNode, { reading, isLive }: Subject): number | null {
  if (kind === 'line' || kind === 'answers' || kind === 'events' || id.startsWith('control.')) return null;
  if (kind === 'clock') return reading.at(id) / 4;
  if ((kind === 'aim' || kind === 'people') && !isLive) return null;
  return Math.max(0, Math.min(1, reading.at(id) / 10_000));
}

/** The capital whose node it is, with its initial; nothing where it is nobody's. */
export function sealOf(
  id: string,
  { tables, reading }: Subject,
): { capital: string; initial: string } | null {
  const [kind, one = ''] = id.split('.');
  const isOwn = ['line', 'answers', 'aim', 'home'].includes(kind ?? '');
  return isOwn && tables.capitals.some((capital) => capital.id === one)
    ? { capital: one, initial: initialOf(nameOf(one, reading)) }
    : null;
}

/** Say who fires a link, and how often where that is not once. */
export function tellFiring({ kind, id, times }: Firing, { reading }: Subject): string {
  const { words } = reading;
  const [one = '', other = ''] = id.split('.');
  const what = (): string => {
    switch (kind) {
      case 'move':
        return words.say('model-by-move', {
          who: nameOf(one, reading),
          move: words.say(`move-${one}-${other}`),
        });
      case 'option':
        return words.say('model-by-option', {
          decision: words.say(`decision-${one}`),
          option: words.say(`option-${one}-${other}`),
        });
      case 'event':
        return words.say('model-by-event', { event: words.say(`event-${one}`) });
      case 'outsider':
        return words.say('model-by-outsider', { who: nameOf(one, reading) });
      case 'clock':
        return words.say('model-by-clock', { clock: words.say(`clock-${one}`) });
    }
  };
  return times === 1 ? what() : words.say('model-times', { what: what(), times });
}

/** Say what a part of an edge is, in one sentence. */
export function tellPart(part: WebPart, subject: Subject): string {
  const { reading, tables } = subject;
  const { words } = reading;
  switch (part.kind) {
    case 'link':
      return words.say(`link-${part.link}`);
    case 'fired':
      return words.say('model-fired', {
        by: tellFiring(part.by, subject),
        link: words.say(`link-${part.link}`),
      });
    case 'weight':
      return words.say('model-weight', {
        what: tellCell(part.level, reading),
        weight: part.weight,
        way: part.sign > 0 ? 'up' : 'down',
      });
    case 'clock': {
      const by = tables.scenario.clocks.find(({ id }) => id === part.clock)?.rules[part.rule]?.by ?? 0;
      return words.say('model-clock-rule', {
        clock: words.say(`clock-${part.clock}`),
        by: Math.abs(by),
        way: by > 0 ? 'up' : 'down',
      });
    }
  }
}
