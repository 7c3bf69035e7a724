/** Why something cannot be done, as a sentence. The reasons are the engine's; the words are `why-<reason>`. */
import { stateNumber } from '../../engine/deals/deal.machine.ts';
import { slotName } from '../../engine/layout.ts';
import type { Refusal } from '../../engine/orders.ts';
import { tellGuard, tellGuardNow } from './guard.ts';
import { nameOf } from './reader.ts';
import type { Filling, Reader } from './reader.ts';
import { tellQuarter } from './quarter.ts';

/** Say a refusal in one sentence, with what it needs and how that stands now. */
export function tellRefusal(refusal: Refusal, reader: Reader): string {
  const { words } = reader;
  if (refusal.guard) {
    const needs = tellGuard(refusal.guard, reader);
    const now = tellGuardNow(refusal.guard, reader);
    return now === '' ? words.say('why-guard', { needs }) : words.say('why-guard-now', { needs, now });
  }
  if (refusal.reason === 'pactsFull') return tellFull(refusal, reader);
  const key = `why-${refusal.reason}`;
  return words.has(key) ? words.say(key, namesIn(refusal, reader)) : words.say('why-other');
}

/** Say that somebody is in too many pacts: by name only where the reader sees all of them, since some may be secret. */
function tellFull({ args = {} }: Refusal, reader: Reader): string {
  const { words, seat } = reader;
  const id = String(args['capital']);
  const most = Number(args['most']);
  const filling = { capital: nameOf(id, reader), most };
  if (id === seat) return words.say('why-pactsFull-ours', filling);
  return words.say(pactsSeen(id, reader) < most ? 'why-pactsFull-unseen' : 'why-pactsFull', filling);
}

/** Count the pacts in force of a capital that stand in the reader's cells. */
function pactsSeen(id: string, reader: Reader): number {
  const { tables } = reader;
  const bit = 1 << (tables.capitals.find((one) => one.id === id)?.index ?? 0);
  return tables.deals.filter(({ slot }) => {
    const deal = `deal.${slotName(slot)}`;
    return (
      reader.at(`${deal}.state`) === stateNumber('inForce') && (reader.at(`${deal}.members`) & bit) !== 0
    );
  }).length;
}

/** Put names in place of the ids that a refusal carries. */
function namesIn({ args = {} }: Refusal, reader: Reader): Filling {
  const { words, seat } = reader;
  const named: Filling = {};
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'number') named[name] = name === 'round' ? tellQuarter(value, reader) : value;
    else if (name === 'capital') named[name] = nameOf(value, reader);
    else if (name === 'layer') named[name] = words.say(`layer-${value}`);
    else if (name === 'channel') named[name] = sayOr(`channel-${value}`, value, reader);
    else if (name === 'move')
      named[name] = sayOr(`move-${value}`, sayOr(`move-${seat}-${value}`, value, reader), reader);
    else named[name] = value;
  }
  return named;
}

function sayOr(key: string, otherwise: string, { words }: Reader): string {
  return words.has(key) ? words.say(key) : otherwise;
}
