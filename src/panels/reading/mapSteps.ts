/** Lines of the story as steps that the map plays. A line that has no place on the map has no step. */
import type { Change } from '../../engine/changes.ts';
import { dealStates } from '../../engine/deals/deal.machine.ts';
import type { MapStep } from '../../map/picture.ts';
import { dealOf } from './dealing.ts';
import type { Reading } from './reading.ts';
import type { StoryLine } from './story.ts';

/** Make the map's step of a line; null where the map has no place for it. */
export function mapStepOf(line: StoryLine, reading: Reading): MapStep | null {
  const place = line.moved ? placeOfLevel(line.moved) : placeOfDeed(line, reading);
  return place ? { ...place, words: line.text } : null;
}

type Placed = Omit<MapStep, 'words'>;

function placeOfLevel({ path, from, to }: NonNullable<StoryLine['moved']>): Placed | null {
  const [kind, one = '', other = ''] = path.split('.');
  const up = to > from;
  switch (kind) {
    case 'violence':
      return { at: one, kind: 'violence', up };
    case 'control':
      return { at: one, kind: 'control' };
    case 'trust':
      return { at: one, to: other, kind: 'trust', up };
    // The map knows which of these it can show.
    case 'level':
      return { at: one, kind: 'flow', up };
    default:
      return null;
  }
}

function placeOfDeed({ subject, capital }: StoryLine, reading: Reading): Placed | null {
  if (!('id' in subject)) return null;
  const { tables } = reading;
  const [kind, owner = '', id = ''] = subject.where.split('.');
  switch (kind) {
    case 'made':
    case 'tried': {
      const move = tables.moves.find((one) => one.id === id && tables.capitals[one.capital]?.id === owner);
      if (!move) return null;
      const to = move.theatre ?? metBy(subject, owner, reading);
      return { at: owner, kind: 'order', ...(to === null ? {} : { to }) };
    }
    case 'answer':
      return capital === '' ? null : { at: capital, kind: 'order' };
    case 'reply': {
      const move = tables.moves.find((one) => one.id === id && tables.capitals[one.capital]?.id === owner);
      return move?.theatre ? { at: move.theatre, kind: 'client' } : null;
    }
    case 'clock':
    case 'filled':
      return { at: owner, kind: 'clock', up: !('to' in subject) || subject.to > subject.from };
    case 'event': {
      const theatre = tables.scenario.events.find((event) => event.id === owner)?.theatre;
      return theatre === undefined ? null : { at: theatre, kind: 'event' };
    }
    case 'deal': {
      const members = dealOf(subject, reading)?.members ?? [];
      const [at, to] = members;
      if (at === undefined || to === undefined) return null;
      const broken = id === 'state' && dealStates[subject.to] === 'breached';
      return { at, to, among: [...members], kind: broken ? 'breach' : 'pact' };
    }
    default:
      return null;
  }
}

/** The capital that a move is aimed at: the only one whose trust it touches. */
function metBy(made: Change, owner: string, { book }: Reading): string | null {
  const caused = new Set([made.id]);
  const met = new Set<string>();
  for (const { id, because, where } of book.inRound(made.round)) {
    if (!caused.has(because)) continue;
    caused.add(id);
    const [kind, one = '', other = ''] = where.split('.');
    if (kind === 'trust' && (one === owner || other === owner)) met.add(one === owner ? other : one);
  }
  const [only] = met;
  return met.size === 1 && only !== undefined ? only : null;
}
