/**
 * Rooms of a class for the gallery, as devices in them are shown them, without a server: people, seats, messages and clocks are set up
 * here; the games in them are played by the real engine at a shared table. Whatever is asked in them is refused.
 */
import { teamPosts } from '../../table/classWords.ts';
import type { TeamPost } from '../../table/classWords.ts';
import { RemoteGames } from '../../table/remoteGames.ts';
import { RemoteDesk, RemoteProjector, RemoteSeat } from '../../table/remoteRoom.ts';
import { powers } from '../../table/wire.ts';
import type {
  DeskShown,
  MessageShown,
  PersonShown,
  ProjectorShown,
  RoomShown,
  SessionPhase,
  Settings,
  WorldShown,
} from '../../table/wire.ts';
import { beginTable } from '../class/roundTable.svelte.ts';
import type { RoundTable } from '../class/roundTable.svelte.ts';
import { plans } from '../class/plans.ts';
import { RoomView, sayRefusal } from '../class/roomView.svelte.ts';
import type { Game } from '../game.svelte.ts';
import type { OpenedScenario } from '../playing.ts';
import type { Shell } from '../shell.svelte.ts';

/** How a room stands: how far its game has come, and what is so of the device that looks at it. */
export interface RoomState {
  readonly phase: SessionPhase;
  /** Nobody has come yet. */
  readonly empty?: boolean;
  /** The device has lost its line, was refused something, or is no longer in the room. */
  readonly line?: 'lost' | 'refused' | 'gone';
  /** The person's orders lie locked, and others are waited for. */
  readonly locked?: boolean;
  /** Without timers. */
  readonly untimed?: boolean;
  /** Held by the teacher. */
  readonly held?: boolean;
}

export type Who = 'desk' | 'student' | 'newcomer' | 'looker' | 'wall';

const code = 'HRN4EX';
const minute = 60_000;

/** Set up a room and open it as one of the devices in it. */
export async function openRoomAs(
  who: Who,
  state: RoomState,
  scenario: OpenedScenario,
  shell: Shell,
): Promise<RoomView<RemoteDesk> | RoomView<RemoteSeat> | RoomView<RemoteProjector>> {
  const table = await playedTo(state, scenario, shell);
  const room = roomOf(state, table, scenario, shell.words.say('gallery-answer'));
  const seat = table.people[0] ?? '';
  const me = meOf(who, room.people, seat);
  const isOpen = who === 'student';
  const arrived = {
    greeted: {
      ok: true,
      code,
      role: 'person',
      scenario: { id: scenario.texts.id, version: '', digest: '' },
      others: [],
    },
    token: '',
    link: {
      state: state.line === 'lost' ? 'lost' : 'here',
      ask: async () => ({ ok: false, why: { reason: 'notNow' } }),
      hurry: () => undefined,
      close: () => undefined,
    },
    games: gamesOf(isOpen ? table.of(seat) : table.open, room, scenario),
    becomes: () => undefined,
  } as const;

  const { people, ...rest } = room;
  const hears = ({ to }: MessageShown): boolean => to === 'all' || who === 'desk' || who === 'student';
  const shared = { ...rest, messages: rest.messages.filter(hears) };
  if (who === 'desk') {
    const shown: DeskShown = {
      ...shared,
      people,
      worlds: [{ ...room.world, deals: table.open.deals, drafted: [seat], differs: null, injected: [] }],
      answers: room.tickets,
      shown: ['feel'],
    };
    return setOff(new RoomView(new RemoteDesk({ ...arrived, shown }), scenario, shell), state);
  }
  if (who === 'wall') {
    const shown: ProjectorShown = { ...shared, worlds: [room.world], people: people.length };
    return setOff(new RoomView(new RemoteProjector({ ...arrived, shown }), scenario, shell), state);
  }
  const shown: RoomShown = {
    ...shared,
    me,
    worlds: 1,
    powers: me.seat === null ? [] : [...powers],
    team: people.filter((one) => me.seat !== null && one.seat === me.seat),
    draft: null,
    mandate: null,
    guess: null,
    guessed: 1,
  };
  return setOff(new RoomView(new RemoteSeat({ ...arrived, shown }), scenario, shell), state);
}

type Room = Omit<DeskShown, 'worlds' | 'answers' | 'shown'> & { readonly world: WorldShown };

/** Play a game of two capitals, computers beside them, as far as a phase asks for. */
async function playedTo(
  { phase, locked }: RoomState,
  scenario: OpenedScenario,
  shell: Shell,
): Promise<RoundTable> {
  const people = scenario.tables.capitals.slice(0, 2).map(({ id }) => id);
  const choice = { people, rounds: 3, layers: [], seed: 'gallery' };
  const table = beginTable(null, scenario, choice, shell.words);
  const rounds = phase === 'debrief' || phase === 'ended' ? choice.rounds : phase === 'lobby' ? 0 : 1;
  for (let round = 0; round < rounds; round++) for (const seat of people) table.shared.orderByComputer(seat);
  if (locked) table.shared.orderByComputer(people[0] ?? '');
  return table;
}

function roomOf(
  state: RoomState,
  table: RoundTable,
  { texts, tables }: OpenedScenario,
  answer: string,
): Room {
  const { phase, empty = false, held = false } = state;
  const begun = phase !== 'lobby';
  const people = empty ? [] : peopleOf(table, begun);
  const untimed = state.untimed ?? false;
  const settings: Settings = {
    rounds: 3,
    moves: 2,
    layers: [],
    worlds: 1,
    timers: plans.find(({ id }) => (untimed ? id === 'open' : id === 'm45'))?.timers ?? noTimers,
    seating: 'choice',
    rotate: true,
    freeText: true,
    analyst: 'one',
    closed: false,
    inStep: true,
  };
  const runs = begun && !untimed && phase !== 'debrief' && phase !== 'ended';
  // While a round is told and read, it is still that round.
  const isTold = phase === 'reveal' || phase === 'report';
  const round = Math.min(table.round - (isTold ? 1 : 0), settings.rounds);
  return {
    code,
    now: Date.now(),
    scenario: texts.id,
    settings,
    begun,
    allMuted: false,
    step: 0,
    people,
    messages: begun ? messagesOf(people, table, round) : [],
    tickets: phase === 'debrief' ? [{ prompt: 'feel', text: answer }] : [],
    world: {
      world: 0,
      phase,
      round,
      clock: {
        until: runs && !held ? Date.now() + 2.5 * minute : null,
        left: held ? (runs ? 2.5 * minute : 0) : null,
      },
      seats: tables.capitals.map(({ id }) => {
        const team = people.filter(({ seat }) => seat === id);
        return {
          seat: id,
          plays: team.length > 0 ? 'people' : 'computer',
          people: team.length,
          here: team.filter(({ here }) => here).length,
          locked: table.shared.hasSealed(id),
        };
      }),
    },
  };
}

const noTimers = { briefing: null, talks: null, orders: null, reveal: null, report: null };

/** Three at the first capital, one of them away; one at the second; a newcomer without a place; one who looks on. */
function peopleOf({ people: [first = '', second = ''] }: RoundTable, begun: boolean): PersonShown[] {
  const posts: readonly TeamPost[] = teamPosts.slice(0, 3);
  const person = (
    at: number,
    quality: PersonShown['name']['quality'],
    thing: PersonShown['name']['thing'],
    rest: Partial<PersonShown>,
  ): PersonShown => ({
    id: `p${at}`,
    name: { quality, thing },
    post: null,
    seat: null,
    world: 0,
    here: true,
    muted: false,
    ...rest,
  });
  const atSeat = (seat: string, post: TeamPost): Partial<PersonShown> => ({
    seat,
    post: begun ? post : null,
  });
  return [
    person(1, 'calm', 'cedar', atSeat(first, posts[0] ?? 'alone')),
    person(2, 'early', 'heron', atSeat(first, posts[1] ?? 'alone')),
    person(3, 'silver', 'mountain', { ...atSeat(first, posts[2] ?? 'alone'), here: false }),
    person(4, 'northern', 'lantern', atSeat(second, 'alone')),
    person(5, 'patient', 'apricot', {}),
    person(6, 'quiet', 'sparrow', { post: 'press', muted: true }),
  ];
}

function meOf(who: Who, people: readonly PersonShown[], seat: string): PersonShown {
  const found = people.find((one) =>
    who === 'student'
      ? one.seat === seat
      : who === 'looker'
        ? one.post === 'press'
        : one.seat === null && one.post === null,
  );
  return (
    found ?? {
      id: 'p1',
      name: { quality: 'calm', thing: 'cedar' },
      post: null,
      seat: null,
      world: 0,
      here: true,
      muted: false,
    }
  );
}

/** A ready-made phrase to all, one within a team, a note of the press, a word from the teacher. */
function messagesOf(
  people: readonly PersonShown[],
  { people: [first = ''] }: RoundTable,
  round: number,
): MessageShown[] {
  const from = (at: number, as: string): MessageShown['from'] => {
    const { id = '', name = { quality: 'calm', thing: 'cedar' } } = people[at] ?? {};
    return { person: id, name, as };
  };
  const all = { world: 0, round } as const;
  return [
    { ...all, number: 1, from: from(0, first), to: 'all', cable: 'wantToTalk' },
    { ...all, number: 2, from: from(1, first), to: 'team', cable: 'needTime' },
    { ...all, number: 3, from: from(5, 'press'), to: 'all', cable: 'askStatement' },
    { ...all, number: 4, from: 'teacher', to: 'all', cable: 'thinkOfPeople' },
  ];
}

function gamesOf(game: Game, { world }: Room, { tables }: OpenedScenario): RemoteGames {
  const games = new RemoteGames(
    tables,
    async () => ({ ok: false, why: { reason: 'notNow' } }),
    () => undefined,
  );
  if (world.phase === 'lobby') return games;
  const { state, seat } = game.table;
  const { changes, said, view } = state;
  games.take({ world: 0, seat, cells: [...view.cells], from: 0, changes, said });
  if (game.phase === 'over')
    games.takeOver({ world: 0, record: game.table.record(), said: game.table.allSaid() });
  games.follow([world], 'one');
  return games;
}

function setOff<T extends RoomView<RemoteDesk> | RoomView<RemoteSeat> | RoomView<RemoteProjector>>(
  view: T,
  { line, phase }: RoomState,
): T {
  if (line === 'refused') view.refused = sayRefusal(view.shell, { reason: 'frozen' });
  if (line === 'gone') view.gone = { reason: 'removed' };
  for (const game of view.games.values()) game.untold = phase === 'reveal' ? 0 : null;
  return view;
}
