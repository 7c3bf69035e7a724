/** Why something cannot be done, as a sentence. The reasons are the engine's; the words are `why-<reason>`. */
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
  const key = `why-${refusal.reason}`;
  return words.has(key) ? words.say(key, namesIn(refusal, reader)) : words.say('why-other');
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
