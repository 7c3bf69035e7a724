/** What each device of a room is shown of it: a person, the teacher and the projector each get their own cut. */
import { dealsIn } from '../../engine/deals/terms.ts';
import type { DeskShown, PersonShown, ProjectorShown, RoomShown, WorldShown } from '../../table/wire.ts';
import { postOf, powersNow, teamOf } from './posts.ts';
import { playsSeat } from './state.ts';
import type { Person, RoomState } from './state.ts';
import { hears } from './talk.ts';
import type { Tables } from '../../engine/tables.ts';

/** Most messages that are sent along. */
const newest = 60;

/** A room as a person has it. */
export function roomFor(state: RoomState, tables: Tables, person: Person, now: number): RoomShown {
  const world = state.worlds[person.world];
  const seat = person.seat ?? '';
  const me = personShown(state, person);
  const team =
    person.seat === null
      ? Object.values(state.people).filter(
          (one) => one.seat === null && one.post === person.post && one.world === person.world,
        )
      : teamOf(state, person.world, seat);
  return {
    ...shared(state, now),
    messages: state.messages.filter((message) => hears(person, me.post, message)).slice(-newest),
    me,
    powers: powersNow(state, person),
    world: worldShown(state, tables, person.world),
    worlds: state.worlds.length,
    team: team.map((one) => personShown(state, one)),
    draft: world?.drafts[seat] ?? null,
    mandate: world?.mandates[seat] ?? null,
    guess: world?.guesses[seat] ?? null,
    guessed: world?.guessed[seat]?.length ?? 0,
  };
}

/** A room as the teacher has it: all but what is locked or drafted and not yet revealed. */
export function deskFor(state: RoomState, tables: Tables, now: number): DeskShown {
  return {
    ...shared(state, now),
    messages: state.messages.slice(-2 * newest),
    people: Object.values(state.people).map((person) => personShown(state, person)),
    worlds: state.worlds.map((world, at) => ({
      ...worldShown(state, tables, at),
      deals: world.game ? dealsIn(tables, world.game.position.cells) : [],
      drafted: Object.keys(world.drafts),
      differs: world.differs,
      injected: (world.game?.record.injected ?? [])
        .filter(({ round }) => round === world.round)
        .map(({ event }) => event),
    })),
    answers: state.tickets,
    shown: state.shown,
  };
}

/** A room as the projector has it. */
export function projectorFor(state: RoomState, tables: Tables, now: number): ProjectorShown {
  return {
    ...shared(state, now),
    messages: state.messages.filter(({ to }) => to === 'all').slice(-newest),
    worlds: state.worlds.map((_, at) => worldShown(state, tables, at)),
    people: Object.keys(state.people).length,
  };
}

function shared(
  state: RoomState,
  now: number,
): Pick<RoomShown, 'code' | 'now' | 'scenario' | 'settings' | 'begun' | 'allMuted' | 'step' | 'tickets'> {
  return {
    code: state.code,
    now,
    scenario: state.scenario.id,
    settings: state.settings,
    begun: state.begun,
    allMuted: state.allMuted,
    step: state.step,
    tickets: state.tickets.filter(({ prompt }) => state.shown.includes(prompt)),
  };
}

function personShown(state: RoomState, person: Person): PersonShown {
  const { id, name, seat, world, here, muted } = person;
  return { id, name, post: postOf(state, person), seat, world, here: here !== null, muted };
}

function worldShown(state: RoomState, tables: Tables, at: number): WorldShown {
  const world = state.worlds[at];
  return {
    world: at,
    phase: world?.phase ?? 'lobby',
    round: world?.round ?? 1,
    clock: world?.clock ?? { until: null, left: null },
    seats: tables.capitals.map(({ id }) => {
      const team = teamOf(state, at, id);
      return {
        seat: id,
        plays: playsSeat(state, at, id),
        people: team.length,
        here: team.filter(({ here }) => here !== null).length,
        locked: world?.sealed[id] !== undefined,
      };
    }),
  };
}
