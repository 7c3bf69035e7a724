/** What counted most for how a level moved in a quarter: the one push that a line of the story names, so that nobody has to ask who did it. */
import type { Change } from '../../engine/changes.ts';
import { tellSigned } from './amount.ts';
import { isPush, originOf } from './effects.ts';
import { tellMovement } from './movement.ts';
import { partsOf } from './parts.ts';
import type { Reading } from './reading.ts';
import { pusherOf } from './share.ts';

/** A push counts from this share of all that pushed the same way. */
const leastShare = 0.25;

/**
 * Say what pushed a cell hardest the way it went.
 * @param path the cell's
 * @param up whether it rose over the round
 * @returns a sentence; empty where nothing stands out, or where the reader may not know who pushed
 */
export function tellStrongest(path: string, round: number, up: boolean, reading: Reading): string {
  const { book, words } = reading;
  const pushes = new Map<string, number>();
  let all = 0;
  for (const change of book.of(path)) {
    const by = change.to - change.from;
    if (change.round !== round || by > 0 !== up || by === 0 || !isPush(change)) continue;
    all += by;
    const what = namedPusher(change, reading);
    if (what !== '') pushes.set(what, (pushes.get(what) ?? 0) + by);
  }
  const [strongest] = [...pushes].sort(([, one], [, other]) => Math.abs(other) - Math.abs(one));
  if (!strongest || strongest[1] / all < leastShare) return '';
  const [what, by] = strongest;
  return words.say('story-strongest', { what, amount: tellSigned(path, by, reading) });
}

/**
 * Say which part moved an aim or the ledger of people most the way it went.
 * @param path the aim's, or that of the ledger
 * @param up whether it rose over the round
 * @returns a sentence; empty where no part moved that way: an aim follows its parts by a step a quarter at most
 */
export function tellLeadingPart(path: string, round: number, up: boolean, reading: Reading): string {
  const { book, words } = reading;
  const last = book
    .of(path)
    .filter((change) => change.round === round)
    .at(-1);
  if (!last) return '';
  const was = new Map(partsOf(path, book.cellsBefore(round), reading).map((part) => [part.path, part]));
  const [leads] = partsOf(path, book.cellsAt(last.id), reading)
    .map((part) => ({ part, by: part.makes - (was.get(part.path)?.makes ?? 0) }))
    .filter(({ by }) => by !== 0 && by > 0 === up)
    .sort((one, other) => Math.abs(other.by) - Math.abs(one.by));
  if (!leads) return '';
  const { path: of, value } = leads.part;
  return words.say('story-leading-part', {
    moved: tellMovement(of, was.get(of)?.value ?? value, value, reading),
  });
}

/** Name the order, event, stance or level behind a push; empty for an impulse whose sender is not known. */
function namedPusher(change: Change, reading: Reading): string {
  const link = reading.tables.links.find(({ id }) => id === change.by.id);
  const origin = originOf(change, reading.book) ?? undefined;
  return link?.kind === 'impulse' && !origin ? '' : pusherOf(change, origin, reading);
}
