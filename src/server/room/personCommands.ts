/** What a person in a room may do: decide for the capital it sits at within its post, talk, change its place, answer in the debrief. */
import type { Decision } from '../../engine/decide.ts';
import { checkOrders } from '../../engine/orders.ts';
import type { Orders } from '../../engine/orders.ts';
import type { CapitalTable } from '../../engine/tables.ts';
import type { PersonCommand, Power, Reply } from '../../table/wire.ts';
import { afterSeating, playIfReady } from './advance.ts';
import { letAnswer } from './computers.ts';
import type { Game } from './game.ts';
import { take } from './game.ts';
import { beyondMandate } from './mandate.ts';
import { drawName } from './names.ts';
import { powersNow } from './posts.ts';
import { playsSeat } from './state.ts';
import type { Person, World } from './state.ts';
import { plain, send } from './talk.ts';
import { done, no } from './work.ts';
import type { Work } from './work.ts';

/** Most answers in a debrief by one device, see `ticket`. */
export const mostTickets = 12;

/** Carry out what a person asks for, or say why not. */
export function personCommand(work: Work, id: string, command: PersonCommand): Reply {
  const person = work.state.people[id];
  if (!person) return no('removed');
  if (work.world(person.world)?.phase === 'ended') return no('ended');
  switch (command.kind) {
    case 'reroll':
      work.add({ kind: 'named', person: id, name: drawName(work) });
      return done;
    case 'observe':
      if (command.world >= work.state.worlds.length) return no('noSuchSeat');
      work.add({ kind: 'placed', person: id, world: command.world, seat: null, post: command.post });
      afterSeating(work);
      return done;
    case 'sit':
      return sit(work, person, command);
    case 'cable':
      return send(work, person, command.to, { cable: command.cable });
    case 'write':
      return send(work, person, command.to, { text: command.text });
    case 'ticket':
      return ticket(work, command);
    case 'decide':
      if (command.decision.kind === 'lock') return lock(work, person, command.decision);
      return decide(work, person, command.decision);
    case 'draft':
      return atSeat(work, person, 'draft', (place) => {
        if (place.world.sealed[place.capital.id]) return no('locked');
        work.add({ kind: 'drafted', ...place.key, orders: command.orders });
        return done;
      });
    case 'mark':
      return atSeat(work, person, 'mark', ({ key }) => {
        work.add({ kind: 'marked', ...key, mandate: command.mandate });
        return done;
      });
    case 'unlock':
      return atSeat(work, person, 'lock', ({ key, world, capital }) => {
        if (!world.sealed[capital.id]) return no('other');
        work.add({ kind: 'unsealed', ...key, why: null });
        return done;
      });
    case 'guess':
      return atSeat(work, person, 'guess', ({ key, capital }) => {
        const other = work.tables.capitals.find((one) => one.id === command.capital);
        if (!other || other.id === capital.id) return no('noSuchCapital', { capital: command.capital });
        if (!other.moves.some((move) => move.id === command.move))
          return no('noSuchMove', { move: command.move });
        work.add({ kind: 'guessed', ...key, capital: command.capital, move: command.move });
        return done;
      });
  }
}

interface Place {
  readonly world: World;
  readonly game: Game;
  readonly capital: CapitalTable;
  readonly key: { readonly world: number; readonly seat: string };
}

/** Do something that belongs to a post at a capital, in the time in which orders are made. */
function atSeat(work: Work, person: Person, power: Power, act: (place: Place) => Reply): Reply {
  const world = work.world(person.world);
  const capital = work.tables.capitals.find(({ id }) => id === person.seat);
  if (!capital || playsSeat(work.state, person.world, capital.id) !== 'people') return no('notYourSeat');
  if (!powersNow(work.state, person).includes(power)) return no('notYourPost');
  if (!world?.game || (world.phase !== 'talks' && world.phase !== 'orders')) return no('notNow');
  if (world.clock.left !== null) return no('frozen');
  return act({ world, game: world.game, capital, key: { world: person.world, seat: capital.id } });
}

function decide(work: Work, person: Person, decision: Decision): Reply {
  if (decision.kind === 'debrief') return no('forTeacher');
  if (decision.seat !== person.seat) return no('notYourSeat');
  return atSeat(work, person, 'talk', ({ world, game, capital, key }) => {
    if (world.phase !== 'talks') return no('talksOver');
    if (world.sealed[capital.id]) return no('locked');
    if (beyondMandate(world.mandates[capital.id], decision, game)) return no('notMarked');
    const taken = take(game, decision);
    if (!taken.ok) return taken;
    work.add({ kind: 'decided', world: key.world, decision });
    letAnswer(work, key.world);
    return done;
  });
}

/** Lock a team's orders: they are kept sealed until all are in. Where somebody else drafts, only the draft can be locked. */
function lock(work: Work, person: Person, decision: Extract<Decision, { kind: 'lock' }>): Reply {
  if (decision.seat !== person.seat) return no('notYourSeat');
  return atSeat(work, person, 'lock', ({ world, game, capital, key }) => {
    if (decision.round !== world.round) return no('wrongRound', { round: world.round });
    if (world.sealed[capital.id]) return no('locked');
    const draft = world.drafts[capital.id];
    if (!powersNow(work.state, person).includes('draft')) {
      if (!draft) return no('noDraft');
      if (!isSame(draft, decision.orders)) return no('notAsDrafted');
    }
    const checked = checkOrders(work.tables, game.position.cells, capital, decision.orders);
    if ('reason' in checked) return { ok: false, why: checked };
    work.add({ kind: 'sealed', ...key, orders: decision.orders });
    playIfReady(work, key.world);
    return done;
  });
}

function isSame(one: Orders, other: Orders): boolean {
  const text = ({ answer, moves, withhold }: Orders): string =>
    JSON.stringify([
      answer ?? null,
      moves.map(({ move, influence }) => `${move} ${influence ?? 0}`).sort(),
      [...(withhold ?? [])].sort((first, second) => first - second),
    ]);
  return text(one) === text(other);
}

function sit(work: Work, person: Person, { world, seat }: { world: number; seat: string }): Reply {
  const { state } = work;
  if (state.settings.seating !== 'choice') return no('seatsByTeacher');
  if (world >= state.worlds.length || !work.tables.capitals.some(({ id }) => id === seat))
    return no('noSuchSeat');
  if (state.worlds[world]?.handed.includes(seat)) return no('seatsByTeacher');
  work.add({ kind: 'placed', person: person.id, world, seat, post: null });
  afterSeating(work);
  return done;
}

function ticket(work: Work, given: Extract<PersonCommand, { kind: 'ticket' }>): Reply {
  const text = given.text === undefined ? undefined : plain(given.text);
  if (given.choice === undefined && !text) return no('other');
  work.add({
    kind: 'ticket',
    prompt: given.prompt,
    ...(given.choice === undefined ? {} : { choice: given.choice }),
    ...(text ? { text } : {}),
  });
  return done;
}
