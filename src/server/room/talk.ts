/** Messages between people: what may be said, and who sees it. */
import type { MessageShown, MessageTo } from '../../table/wire.ts';
import type { Person } from './state.ts';
import { postOf } from './posts.ts';
import { done, no } from './work.ts';
import type { Work } from './work.ts';
import type { Cable } from '../../table/classWords.ts';
import type { Reply } from '../../table/wire.ts';

/** Send a preset cable or, where the teacher allows it, a message in own words. */
export function send(
  work: Work,
  person: Person,
  to: MessageTo,
  what: { cable: Cable } | { text: string },
): Reply {
  const { state } = work;
  if (person.muted || state.allMuted) return no('muted');
  const said = 'text' in what ? { text: plain(what.text) } : what;
  if ('text' in said && !state.settings.freeText) return no('freeTextOff');
  if ('text' in said && said.text === '') return no('other');
  if (Array.isArray(to) && !to.every((seat) => work.tables.capitals.some(({ id }) => id === seat)))
    return no('noSuchCapital', { capital: 'other' });
  const as = person.seat ?? postOf(state, person);
  if (as === null) return no('noPlace');
  work.add({
    kind: 'message',
    world: person.world,
    from: { person: person.id, name: person.name, as },
    to,
    ...said,
  });
  return done;
}

/** Take everything out of a text that is not plain: control signs, signs that turn its direction, runs of space. */
export function plain(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(
        /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu,
        ' ',
      )
      // Heaps of accents that spill over other lines.
      .replace(/(\p{M}{3})\p{M}+/gu, '$1')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** Tell whether a message is for a person. */
export function hears(person: Person, as: string | null, { world, from, to }: MessageShown): boolean {
  if (world !== person.world) return false;
  if (to === 'all' || from === 'teacher' || from.person === person.id) return true;
  const own = person.seat ?? as;
  if (own === null) return false;
  // A cable goes out in a capital's name: its whole team sees it.
  return from.as === own || (Array.isArray(to) && person.seat !== null && to.includes(person.seat));
}
