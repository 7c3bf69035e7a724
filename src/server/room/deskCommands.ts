/** What the teacher may do. Each command ends as entries in the log, so that a room made again from it has been steered alike. */
import type { DeskCommand, Reply, Settings } from '../../table/wire.ts';
import { plainPosts, teamPosts } from '../../table/classWords.ts';
import { advance, afterSeating, enter, toDebrief } from './advance.ts';
import { playersOf } from './computers.ts';
import { drawName } from './names.ts';
import { seatByLot } from './seating.ts';
import { stopped, within } from './state.ts';
import { plain } from './talk.ts';
import { done, no } from './work.ts';
import type { Work } from './work.ts';

/** Settings that the game is built on. */
const fixed: readonly (keyof Settings)[] = ['rounds', 'moves', 'layers', 'worlds'];

/** Carry out what the teacher asks for, or say why not. Deleting the room is not done here: no entry could say it. */
export function deskCommand(work: Work, command: DeskCommand): Reply {
  const { state } = work;
  if (command.kind === 'erase') return no('other');
  if (state.worlds.every(({ phase }) => phase === 'ended') && command.kind !== 'show') return no('ended');
  if ('person' in command && command.person !== undefined && !state.people[command.person])
    return no('noSuchPerson');
  if ('world' in command && command.world >= state.worlds.length) return no('noSuchSeat');
  const seats = 'seats' in command ? command.seats : 'seat' in command ? [command.seat] : [];
  if (seats.some((seat) => seat !== undefined && !work.tables.capitals.some(({ id }) => id === seat)))
    return no('noSuchSeat');
  const chosen = ('worlds' in command && command.worlds) || state.worlds.map((_, at) => at);
  const worlds = chosen.filter((at) => at < state.worlds.length);
  switch (command.kind) {
    case 'set':
      if (state.begun && fixed.some((name) => command.settings[name] !== undefined))
        return no('alreadyBegun');
      work.add({ kind: 'set', settings: within(command.settings, work.tables.scenario.rounds) });
      return done;
    case 'lot':
      seatByLot(work);
      afterSeating(work);
      return done;
    case 'begin':
      return begin(work);
    case 'skip': {
      // In step, one world can take another along: each goes on once.
      const before = worlds.map((at) => work.world(at)?.phase);
      worlds.forEach((at, index) => {
        if (work.world(at)?.phase === before[index]) advance(work, at);
      });
      return work.entries.length > 0 ? done : no('notNow');
    }
    case 'extend':
      return onClocks(work, worlds, ({ until, left }) => {
        if (until === null && left === null) return null;
        const by = command.seconds * 1000;
        return left === null
          ? { until: Math.max(work.now, (until ?? work.now) + by), left: null }
          : { until: null, left: Math.max(0, left + by) };
      });
    case 'freeze':
      return onClocks(work, worlds, ({ until, left }) =>
        left === null ? { until: null, left: until === null ? 0 : Math.max(0, until - work.now) } : null,
      );
    case 'resume':
      return onClocks(work, worlds, ({ left }) =>
        // Where no timer ran when it was frozen, none runs now.
        left === null ? null : left === 0 ? stopped : { until: work.now + left, left: null },
      );
    case 'place': {
      const { person, world, seat = null, post = null } = command;
      const fits = (posts: readonly string[]): boolean => post === null || posts.includes(post);
      if (!fits(seat === null ? plainPosts : teamPosts)) return no('noSuchSeat');
      work.add({ kind: 'placed', person, world, seat, post });
      afterSeating(work);
      return done;
    }
    case 'swap':
      work.add({ kind: 'swapped', world: command.world, seats: command.seats });
      afterSeating(work);
      return done;
    case 'mute':
      work.add({ kind: 'muted', person: command.person ?? null, muted: command.muted });
      return done;
    case 'rename':
      work.add({ kind: 'named', person: command.person, name: drawName(work) });
      return done;
    case 'remove':
      work.add({ kind: 'removed', person: command.person });
      afterSeating(work);
      return done;
    case 'hand':
      work.add({ kind: 'handed', world: command.world, seat: command.seat, to: command.to });
      afterSeating(work);
      return done;
    case 'inject':
      return putIn(work, worlds, command.event);
    case 'news': {
      const text = plain(command.text);
      if (text === '') return no('other');
      for (const world of worlds) work.add({ kind: 'message', world, from: null, to: 'all', text });
      return done;
    }
    case 'undo':
      return undo(work, worlds);
    case 'debrief': {
      const playing = worlds.filter((at) => work.game(at) && work.world(at)?.phase !== 'debrief');
      if (playing.length === 0) return no('notNow');
      for (const at of playing) toDebrief(work, at);
      return done;
    }
    case 'step':
      work.add({ kind: 'step', step: command.step });
      return done;
    case 'show':
      work.add({ kind: 'shown', prompt: command.prompt, shown: command.shown });
      return done;
    case 'end':
      state.worlds.forEach((_, at) => work.add({ kind: 'phase', world: at, event: 'end', clock: stopped }));
      return done;
  }
}

function begin(work: Work): Reply {
  const { state } = work;
  if (state.begun) return no('alreadyBegun');
  if (state.settings.seating === 'lot') seatByLot(work);
  const seats = work.state.worlds.map((_, at) => playersOf(work.state, work.tables, at));
  work.add({ kind: 'begun', seats });
  state.worlds.forEach((_, at) => enter(work, at, 'begin'));
  return done;
}

/** Put an event into the round of every world that is still before its reveal and has not had it. */
function putIn(work: Work, worlds: readonly number[], id: string): Reply {
  const event = work.tables.events.find((one) => one.id === id);
  if (!event) return no('noSuchEvent');
  for (const world of worlds) {
    const { phase, game } = work.world(world) ?? {};
    if (!game || (phase !== 'briefing' && phase !== 'talks' && phase !== 'orders')) continue;
    const isIn = game.record.injected?.some((one) => one.event === id) ?? false;
    if (isIn || game.position.cells[event.happened] !== 0) continue;
    work.add({ kind: 'injected', world, event: id });
  }
  return work.entries.length > 0 ? done : no('eventOver');
}

function undo(work: Work, worlds: readonly number[]): Reply {
  const playing = worlds.filter((at) => work.game(at));
  if (playing.length === 0) return no('notNow');
  for (const at of playing) {
    const seconds = work.state.settings.timers.briefing;
    // A phase that lasts no time would be over before the teacher has said a word about it.
    const clock = seconds ? { until: work.now + seconds * 1000, left: null } : stopped;
    work.add({ kind: 'undone', world: at, clock });
  }
  return done;
}

function onClocks(
  work: Work,
  worlds: readonly number[],
  change: (clock: { until: number | null; left: number | null }) => {
    until: number | null;
    left: number | null;
  } | null,
): Reply {
  for (const world of worlds) {
    const one = work.world(world);
    if (!one?.game || one.phase === 'debrief') continue;
    const clock = change(one.clock);
    if (clock) work.add({ kind: 'clock', world, clock });
  }
  return work.entries.length > 0 ? done : no('notNow');
}
