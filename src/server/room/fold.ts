/**
 * How an entry of the log changes a room. It asks no clock and no chance and refuses nothing: whatever stands in the log has
 * happened. An entry that does not fit, as from another version, changes nothing.
 */
import type { Change } from '../../engine/changes.ts';
import { hasLocked } from '../../engine/decide.ts';
import { roundOf } from '../../engine/position.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Body, Entry } from './entries.ts';
import { beginGame, inject, setBack, take } from './game.ts';
import { nextPhase } from './session.machine.ts';
import { emptyWorld } from './state.ts';
import type { Person, RoomState, World } from './state.ts';

/** Told what happened in a world's game; `anew` when everything told before is void. */
export type Tell = (world: number, changes: readonly Change[], anew: boolean) => void;

/** Most messages and numbers of messages that a room remembers. */
const mostMessages = 300;
const mostDone = 400;

/**
 * Change a room by what one command came to.
 * @param state null for the first row of a room
 */
export function foldBody(
  state: RoomState | null,
  code: string,
  body: Body,
  tables: Tables,
  tell: Tell,
): RoomState {
  let next = state;
  for (const entry of body.entries)
    next = entry.kind === 'made' ? madeRoom(code, body.at, entry) : next && fold(next, entry, tables, tell);
  if (!next) throw new Error(`the log of room ${code} does not begin with its making`);
  return body.id === undefined ? next : withDone(next, ...[body.id].flat());
}

/** Remember the numbers of messages that were carried out. */
export function withDone(state: RoomState, ...ids: string[]): RoomState {
  return { ...state, done: [...state.done, ...ids].slice(-mostDone) };
}

function madeRoom(code: string, made: number, entry: Extract<Entry, { kind: 'made' }>): RoomState {
  const { scenario, seed, teacher, projector, settings } = entry;
  return {
    code,
    made,
    scenario,
    seed,
    teacher,
    projector,
    settings,
    people: {},
    joined: 0,
    allMuted: false,
    begun: false,
    worlds: Array.from({ length: settings.worlds }, () => emptyWorld),
    messages: [],
    said: 0,
    step: 0,
    tickets: [],
    shown: [],
    done: [],
  };
}

/** Change a room by one entry. */
export function fold(state: RoomState, entry: Entry, tables: Tables, tell: Tell): RoomState {
  switch (entry.kind) {
    case 'made':
      return state;
    case 'set': {
      const settings = { ...state.settings, ...entry.settings };
      if (state.begun) return { ...state, settings };
      return {
        ...state,
        settings,
        worlds: Array.from({ length: settings.worlds }, () => emptyWorld),
        people: mapPeople(state, (one) =>
          one.world < settings.worlds ? one : { ...one, world: 0, seat: null, post: null },
        ),
      };
    }
    case 'joined': {
      const { person: id, token, name } = entry;
      const person: Person = { id, token, name, world: 0, seat: null, post: null, here: null, muted: false };
      return { ...state, joined: state.joined + 1, people: { ...state.people, [id]: person } };
    }
    case 'named':
      return onePerson(state, entry.person, (one) => ({ ...one, name: entry.name }));
    case 'here':
      return onePerson(state, entry.person, (one) =>
        // A device that came back through another process is not away because the first one lost it.
        entry.here ? { ...one, here: entry.host } : one.here === entry.host ? { ...one, here: null } : one,
      );
    case 'placed':
      return onePerson(state, entry.person, (one) => ({
        ...one,
        world: entry.world,
        seat: entry.seat,
        post: entry.post,
      }));
    case 'swapped': {
      const [first, second] = entry.seats;
      const other = (seat: string | null): string | null =>
        seat === first ? second : seat === second ? first : seat;
      const people = mapPeople(state, (one) =>
        one.world === entry.world ? { ...one, seat: other(one.seat) } : one,
      );
      // Drafts and locked orders belong to a capital that somebody else speaks for now.
      return oneWorld({ ...state, people }, entry.world, (world) => ({
        ...world,
        drafts: without(world.drafts, first, second),
        sealed: without(world.sealed, first, second),
        mandates: without(world.mandates, first, second),
        guesses: without(world.guesses, first, second),
        version: world.version + 1,
      }));
    }
    case 'muted':
      return entry.person === null
        ? { ...state, allMuted: entry.muted }
        : onePerson(state, entry.person, (one) => ({ ...one, muted: entry.muted }));
    case 'removed':
      return { ...state, people: without(state.people, entry.person) };
    case 'handed':
      return oneWorld(state, entry.world, (world) => ({
        ...world,
        handed: [
          ...world.handed.filter((seat) => seat !== entry.seat),
          ...(entry.to === 'computer' ? [entry.seat] : []),
        ],
      }));
    case 'begun':
      return {
        ...state,
        begun: true,
        worlds: state.worlds.map((world, at) => {
          const { game, changes } = beginGame(tables, state.seed, state.settings, entry.seats[at] ?? {});
          tell(at, changes, true);
          return { ...world, game, version: world.version + 1 };
        }),
      };
    case 'phase':
      return oneWorld(state, entry.world, (world) => {
        const phase = nextPhase(world.phase, entry.event);
        if (phase === null) return world;
        const round =
          world.game && phase === 'briefing'
            ? Math.min(roundOf(world.game.position), state.settings.rounds)
            : world.round;
        return { ...world, phase, round, clock: entry.clock };
      });
    case 'clock':
      return oneWorld(state, entry.world, (world) => ({ ...world, clock: entry.clock }));
    case 'drafted':
      return bySeat(state, entry, 'drafts', entry.orders);
    case 'marked':
      return bySeat(state, entry, 'mandates', entry.mandate);
    case 'guessed':
      return bySeat(state, entry, 'guesses', { capital: entry.capital, move: entry.move });
    case 'sealed':
      return oneWorld(bySeat(state, entry, 'sealed', entry.orders), entry.world, risen);
    case 'unsealed':
      return oneWorld(state, entry.world, (world) =>
        risen({ ...world, sealed: without(world.sealed, entry.seat) }),
      );
    case 'decided':
      return oneWorld(state, entry.world, (world) => decided(world, entry, tell));
    case 'played':
      return oneWorld(state, entry.world, (world) => played(world, entry, tell));
    case 'checked':
      return oneWorld(state, entry.world, (world) => checked(world, entry));
    case 'undone':
      return oneWorld(state, entry.world, (world) => undone(world, entry, tell));
    case 'injected':
      return oneWorld(state, entry.world, (world) => injected(world, entry.event));
    case 'message': {
      const { world, from, to, cable, text } = entry;
      const round = state.worlds[world]?.round ?? 1;
      const message = { number: state.said + 1, world, round, from: from ?? ('teacher' as const), to };
      return {
        ...state,
        said: state.said + 1,
        messages: [
          ...state.messages,
          { ...message, ...(cable ? { cable } : {}), ...(text ? { text } : {}) },
        ].slice(-mostMessages),
      };
    }
    case 'step':
      return { ...state, step: entry.step };
    case 'ticket': {
      const { prompt, choice, text } = entry;
      const ticket = { prompt, ...(choice ? { choice } : {}), ...(text ? { text } : {}) };
      return { ...state, tickets: [...state.tickets, ticket].slice(-mostMessages) };
    }
    case 'shown':
      return {
        ...state,
        shown: [
          ...state.shown.filter((prompt) => prompt !== entry.prompt),
          ...(entry.shown ? [entry.prompt] : []),
        ],
      };
    default:
      return state;
  }
}

function decided(world: World, entry: Extract<Entry, { kind: 'decided' }>, tell: Tell): World {
  if (!world.game) return world;
  const taken = take(world.game, entry.decision);
  if (!taken.ok) return world;
  tell(entry.world, taken.changes, false);
  const game = entry.said ? { ...taken.game, said: [...taken.game.said, entry.said] } : taken.game;
  return risen({ ...world, game });
}

function played(world: World, entry: Extract<Entry, { kind: 'played' }>, tell: Tell): World {
  if (!world.game) return world;
  let { game } = world;
  const round = roundOf(game.position);
  const changes: Change[] = [];
  for (const [seat, orders] of entry.orders) {
    const capital = game.tables.capitals.find(({ id }) => id === seat);
    if (!capital || hasLocked(game.position, capital)) continue;
    const lock = { seat, round, kind: 'lock' } as const;
    const asPlayed = take(game, { ...lock, orders });
    // Rules of another version may refuse what was ordered; the round must end all the same, and is said to differ.
    const taken = asPlayed.ok ? asPlayed : take(game, { ...lock, orders: { moves: [] } });
    if (!taken.ok) continue;
    game = taken.game;
    for (const change of taken.changes) changes.push(change);
  }
  tell(entry.world, changes, false);
  const guessed = { ...world.guessed };
  for (const [seat, { capital, move }] of Object.entries(world.guesses)) {
    const orders = entry.orders.find(([one]) => one === capital)?.[1];
    if (orders?.moves.some((one) => one.move === move)) guessed[seat] = [...(guessed[seat] ?? []), round];
  }
  return risen({
    ...world,
    game: { ...game, said: [...game.said, ...entry.said] },
    sealed: {},
    drafts: {},
    mandates: {},
    guesses: {},
    guessed,
  });
}

function checked(world: World, { round, digest }: Extract<Entry, { kind: 'checked' }>): World {
  if (world.differs !== null || world.game?.record.digests[round - 1] === digest) return world;
  return { ...world, differs: round };
}

function undone(world: World, entry: Extract<Entry, { kind: 'undone' }>, tell: Tell): World {
  if (!world.game) return world;
  const { game, changes } = setBack(world.game);
  tell(entry.world, changes, true);
  return risen({
    ...world,
    game,
    phase: nextPhase(world.phase, 'back') ?? world.phase,
    round: roundOf(game.position),
    clock: entry.clock,
    differs: world.differs !== null && world.differs < roundOf(game.position) ? world.differs : null,
    sealed: {},
    drafts: {},
    mandates: {},
    guesses: {},
    guessed: Object.fromEntries(
      Object.entries(world.guessed).map(([seat, rounds]) => [
        seat,
        rounds.filter((round) => round < roundOf(game.position)),
      ]),
    ),
  });
}

function injected(world: World, event: string): World {
  return world.game ? { ...world, game: inject(world.game, event) } : world;
}

function risen(world: World): World {
  return { ...world, version: world.version + 1 };
}

function oneWorld(state: RoomState, at: number, change: (world: World) => World): RoomState {
  return { ...state, worlds: state.worlds.map((world, index) => (index === at ? change(world) : world)) };
}

function bySeat<K extends 'drafts' | 'mandates' | 'guesses' | 'sealed'>(
  state: RoomState,
  { world, seat }: { world: number; seat: string },
  field: K,
  value: World[K][string],
): RoomState {
  return oneWorld(state, world, (one) => ({ ...one, [field]: { ...one[field], [seat]: value } }));
}

function onePerson(state: RoomState, id: string, change: (person: Person) => Person): RoomState {
  const person = state.people[id];
  return person ? { ...state, people: { ...state.people, [id]: change(person) } } : state;
}

function mapPeople(state: RoomState, change: (person: Person) => Person): RoomState['people'] {
  return Object.fromEntries(Object.entries(state.people).map(([id, person]) => [id, change(person)]));
}

function without<T>(record: Readonly<Record<string, T>>, ...keys: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
