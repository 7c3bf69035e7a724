/** One push on a level, said short: by how much, and what pushed ("+8.0: Moscow’s campaign stands at a surge"). */
import type { Change } from '../../engine/changes.ts';
import { tellSigned } from './amount.ts';
import { tell } from './change.ts';
import { tellCell, tellValue } from './level.ts';
import { nameOf, nameOfStance, sayIfThere } from './reader.ts';
import type { Reading } from './reading.ts';
import { tellPact, verdictBehind } from './verdict.ts';

/**
 * Say one push.
 * @param origin the change that fired it, where it is an impulse
 */
export function tellShare(change: Change, origin: Change | undefined, reading: Reading): string {
  const { words } = reading;
  const amount = tellSigned(change.where, change.to - change.from, reading);
  return words.say(change.by.kind === 'late' ? 'share-late' : 'share', {
    amount,
    what: pusherOf(change, origin, reading),
  });
}

/** Say by how much a level has drifted back since it was last pushed. */
export function tellDrift(from: number, last: Change, reading: Reading): string {
  return reading.words.say('share', {
    amount: tellSigned(last.where, last.to - from, reading),
    what: reading.words.say('pusher-drift'),
  });
}

/** Say who or what pushed, without a full stop. */
export function pusherOf(change: Change, origin: Change | undefined, reading: Reading): string {
  const { words, tables } = reading;
  const { kind, id, values } = change.by;
  const link = kind === 'link' || kind === 'late' ? tables.links.find((one) => one.id === id) : undefined;
  if (link?.kind === 'stance') {
    const line = tables.lines.find(({ cell }) => cell === link.source);
    if (line)
      return words.say('pusher-stance', {
        who: nameOf(line.owner, reading),
        line: words.say(`line-${line.owner}-${line.id}`),
        stance: nameOfStance(line.owner, line.id, line.stances[link.reference] ?? '', reading),
      });
  }
  if (link?.kind === 'level') {
    const path = tables.layout.paths[link.source] ?? '';
    const level = values?.['level'];
    return level === undefined
      ? tellCell(path, reading)
      : words.say('pusher-level', { what: tellCell(path, reading), value: tellValue(path, level, reading) });
  }
  const verdict = ofPacts.has(kind) ? verdictBehind(change, reading) : null;
  if (verdict) return tellPact(verdict, reading);
  if (link && origin) return words.say('pusher-change', { what: tellOrigin(origin, reading) });
  return sayIfThere(`pusher-${kind}`, reading) || tell(change, reading);
}

/** An event's whole text would be too long for a push: its title stands for it. */
function tellOrigin(origin: Change, reading: Reading): string {
  return origin.by.kind === 'event' ? reading.words.say(`event-${origin.by.id}`) : tell(origin, reading);
}

/** Pushes that come of a pact's verdict. */
const ofPacts = new Set<Change['by']['kind']>(['trust', 'owed', 'stake']);
