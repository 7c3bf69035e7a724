/** Lines of the story as steps that the map plays. A line that has no place on the map has no step. */
import type { Change } from '../../engine/changes.ts';
import { dealStates } from '../../engine/deals/deal.machine.ts';
import type { MapStep } from '../../map/picture.ts';
import { dealOf } from './dealing.ts';
import { originOf } from './effects.ts';
import { tellCell } from './level.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';
import type { StoryLine } from './story.ts';

/** Make the map's step of a line; null where the map has no place for it. */
export function mapStepOf(line: StoryLine, reading: Reading): MapStep | null {
  const { moved, text } = line;
  const placed = moved ? placeOfLevel(line, moved, reading) : placeOfDeed(line, reading);
  if (!placed) return null;
  return { name: moved ? tellCell(moved.path, reading) : '', words: text, ...placed };
}

/** A step without its words; a name only where it is not that of what moved. */
type Placed = Omit<MapStep, 'words' | 'name'> & { name?: string };

function placeOfLevel(
  { subject }: StoryLine,
  { path, from, to }: NonNullable<StoryLine['moved']>,
  reading: Reading,
): Placed | null {
  const [kind, one = '', other = ''] = path.split('.');
  const up = to > from;
  switch (kind) {
    case 'issue':
      return { at: one, kind: 'issue', up, among: moversOf(path, subject.round ?? 0, reading) };
    case 'confidence':
      return { at: one, kind: 'client', up, ...groundOf(one, reading) };
    case 'outsider':
      return { at: one, kind: 'alarm', up, ...groundOf(one, reading) };
    case 'home':
    case 'aim':
      return { at: one, kind: 'seat', up };
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
  // Who holds still is seen where it sits.
  if (!('id' in subject)) return capital === '' ? null : { at: capital, kind: 'seat' };
  const { tables, words } = reading;
  const [kind, owner = '', id = ''] = subject.where.split('.');
  switch (kind) {
    case 'made':
    case 'tried': {
      if (tables.clients.some((client) => client.id === owner))
        return { at: owner, kind: 'client', ...groundOf(owner, reading), name: nameOf(owner, reading) };
      const move = tables.moves.find((one) => one.id === id && tables.capitals[one.capital]?.id === owner);
      if (!move) return null;
      const to = move.theatre ?? metBy(subject, owner, reading);
      const name = words.say(`move-${owner}-${id}`);
      return { at: owner, kind: 'order', name, ...(to === null ? {} : { to }) };
    }
    case 'answer':
      return capital === '' ? null : { at: capital, kind: 'order' };
    case 'reply': {
      const move = tables.moves.find((one) => one.id === id && tables.capitals[one.capital]?.id === owner);
      const client = tables.clients[move?.press?.client ?? -1]?.id;
      if (!move || client === undefined) return null;
      return {
        at: client,
        kind: 'client',
        among: [owner],
        answer: answers[subject.to % 4] ?? 'refuses',
        ...groundOf(client, reading),
        ...(move.theatre ? { to: move.theatre } : {}),
        name: nameOf(client, reading),
      };
    }
    case 'acted':
      return {
        at: owner,
        kind: 'alarm',
        up: true,
        ...groundOf(owner, reading),
        name: nameOf(owner, reading),
      };
    case 'frozen':
    case 'crossed':
    case 'card':
    case 'warning':
      return { at: owner, kind: 'seat', name: kind === 'crossed' ? tellCell(subject.where, reading) : '' };
    case 'clock':
    case 'filled':
      return { at: owner, kind: 'clock', up: !('to' in subject) || subject.to > subject.from };
    case 'event': {
      const theatre = tables.scenario.events.find((event) => event.id === owner)?.theatre;
      const name = words.say(`event-${owner}`);
      if (theatre !== undefined) return { at: theatre, kind: 'event', name };
      // What has no place on the land shows among the capitals that it touched.
      return { at: owner, kind: 'event', among: touchedBy(subject, reading), name };
    }
    // It is the work of all four.
    case 'ending':
      return { at: kind, kind: 'event', among: tables.capitals.map((one) => one.id) };
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

/** What a reply's number says, from 1 on. */
const answers: readonly (MapStep['answer'] | undefined)[] = [undefined, 'refuses', 'drags', 'complies'];

/** As whom a client or somebody outside holds ground in Syria; nothing where they hold none. */
function groundOf(id: string, { tables }: Reading): { holder?: string } {
  const holder =
    tables.scenario.clients.find((client) => client.id === id)?.holder ??
    tables.scenario.holders.find((one) => one === id);
  return holder === undefined ? {} : { holder };
}

/** The capital that a move is aimed at: the only one whose trust it touches. */
function metBy(made: Change, owner: string, reading: Reading): string | null {
  const met = new Set<string>();
  for (const [kind, one = '', other = ''] of ledTo(made, reading))
    if (kind === 'trust' && (one === owner || other === owner)) met.add(one === owner ? other : one);
  const [only] = met;
  return met.size === 1 && only !== undefined ? only : null;
}

/** The capitals whose support at home or trust in each other something touched, in the scenario's order. */
function touchedBy(cause: Change, reading: Reading): string[] {
  const touched = new Set(
    ledTo(cause, reading).flatMap(([kind, ...of]) => (kind === 'trust' || kind === 'home' ? of : [])),
  );
  return capitalsAmong(touched, reading);
}

/** The capitals whose orders, answers or pacts moved a cell in a round, in the scenario's order. */
function moversOf(path: string, round: number, reading: Reading): string[] {
  const { book, tables } = reading;
  const movers = book
    .of(path)
    .filter((change) => change.round === round)
    .flatMap((change): readonly string[] => {
      const origin = originOf(change, book);
      const [kind, owner = ''] = origin?.where.split('.') ?? [];
      if (!origin || kind === 'made') return [owner];
      if (kind === 'deal') return dealOf(origin, reading)?.members ?? [];
      const decision = kind === 'answer' ? tables.decisions.find(({ id }) => id === origin.by.id) : undefined;
      return [tables.capitals[decision?.capital ?? -1]?.id ?? ''];
    });
  return capitalsAmong(new Set(movers), reading);
}

function capitalsAmong(ids: ReadonlySet<string>, { tables }: Reading): string[] {
  return tables.capitals.map(({ id }) => id).filter((id) => ids.has(id));
}

/** The paths, in parts, of all that a change led to in its round. */
function ledTo(cause: Change, { book }: Reading): string[][] {
  const caused = new Set([cause.id]);
  return book.inRound(cause.round).flatMap(({ id, because, where }) => {
    if (!caused.has(because)) return [];
    caused.add(id);
    return [where.split('.')];
  });
}
