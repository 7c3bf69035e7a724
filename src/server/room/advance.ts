/** When a world's session goes on: by its timer, by the teacher, or because all orders are in. Which phase may follow is the machine's. */
import { checkOrders } from '../../engine/orders.ts';
import type { Orders } from '../../engine/orders.ts';
import { phaseOf } from '../../engine/position.ts';
import type { Said } from '../../table/table.ts';
import type { Clock } from '../../table/wire.ts';
import { letAnswer, openTalks, ordersBy } from './computers.ts';
import type { SessionEvent } from './session.machine.ts';
import { playsSeat, stopped } from './state.ts';
import type { Work } from './work.ts';

/** Let a world go on to what comes after its phase; a phase that lasts no time is passed over. */
export function advance(work: Work, world: number): void {
  const { phase } = work.world(world) ?? {};
  if (phase === 'briefing') enter(work, world, 'talk');
  else if (phase === 'talks') enter(work, world, 'close');
  else if (phase === 'orders') playRound(work, world, true);
  else if (phase === 'reveal') enter(work, world, 'read');
  else if (phase === 'report') next(work, world);
}

/** Bring a world into the phase that an event leads to. */
export function enter(work: Work, world: number, event: SessionEvent): void {
  work.add({ kind: 'phase', world, event, clock: stopped });
  const { phase } = work.world(world) ?? {};
  const clock = clockFor(work, phase);
  if (event === 'talk') openTalks(work, world);
  if (event === 'close' && playRound(work, world, false)) return;
  if (clock === 'none') advance(work, world);
  else if (clock.until !== null) work.add({ kind: 'clock', world, clock });
}

/** Play the round of every world in which nobody has to lock any more. */
export function playIfReady(work: Work, world: number): void {
  const { phase } = work.world(world) ?? {};
  if (phase === 'talks' || phase === 'orders') playRound(work, world, false);
}

/** Let computers take over at once where people left, and play what waited only for them. */
export function afterSeating(work: Work): void {
  work.state.worlds.forEach(({ phase }, world) => {
    if (phase === 'talks') letAnswer(work, world);
    playIfReady(work, world);
  });
}

/** Bring every world to the debrief that is not there; its game ends where it stands. */
export function toDebrief(work: Work, world: number): void {
  const game = work.game(world);
  const seat = work.tables.capitals[0]?.id;
  if (!game || seat === undefined) return;
  if (phaseOf(game.position) === 'talks')
    work.add({
      kind: 'decided',
      world,
      decision: { seat, round: game.began.length, kind: 'debrief' },
    });
  work.add({ kind: 'phase', world, event: 'debrief', clock: stopped });
}

/**
 * Play a round if all orders are in.
 * @param late time is up: a draft counts as locked where it can be, and a computer takes the place of who has none
 * @returns whether it was played
 */
function playRound(work: Work, world: number, late: boolean): boolean {
  const one = work.world(world);
  const game = one?.game;
  if (!one || !game) return false;
  const { cells } = game.position;
  const orders: [string, Orders][] = [];
  const said: Said[] = [];
  const missing: string[] = [];
  let people = false;
  for (const capital of work.tables.capitals) {
    const { id } = capital;
    const isPeople = playsSeat(work.state, world, id) === 'people';
    const sealed = one.sealed[id];
    const refused = sealed && checkOrders(work.tables, cells, capital, sealed);
    // Talks went on after they locked, and something that the orders need is gone: they are asked again.
    if (refused && 'reason' in refused) work.add({ kind: 'unsealed', world, seat: id, why: refused });
    else if (sealed) {
      orders.push([id, sealed]);
      people = true;
      continue;
    }
    if (isPeople && !late) {
      missing.push(id);
      continue;
    }
    const draft = isPeople ? one.drafts[id] : undefined;
    if (draft && !('reason' in checkOrders(work.tables, cells, capital, draft))) orders.push([id, draft]);
    else {
      const instead = ordersBy(game, id);
      orders.push([id, instead.orders]);
      said.push(instead.said);
    }
  }
  // Where nobody plays, nobody is waited for, but nobody hurries either.
  if (missing.length > 0 || (!late && !people)) return false;
  const { round } = one;
  work.add({ kind: 'played', world, orders, said });
  const digest = work.game(world)?.record.digests[round - 1];
  if (digest !== undefined) work.add({ kind: 'checked', world, round, digest });
  enter(work, world, 'play');
  return true;
}

/** Begin the next round, or the debrief after the last one; in step, the last world to be ready takes the others along. */
function next(work: Work, world: number): void {
  const game = work.game(world);
  if (game && phaseOf(game.position) === 'over') return toDebrief(work, world);
  const { worlds, settings } = work.state;
  const waiting = (at: number): boolean => {
    const { phase, clock } = worlds[at] ?? {};
    return phase === 'report' && (at === world || (clock?.until === null && clock.left === null));
  };
  const ready = worlds.every(({ phase }, at) => phase === 'debrief' || phase === 'ended' || waiting(at));
  if (!settings.inStep) return enter(work, world, 'next');
  if (!ready) return work.add({ kind: 'clock', world, clock: stopped });
  worlds.forEach((_, at) => {
    if (!waiting(at)) return;
    const over = work.game(at);
    if (over && phaseOf(over.position) === 'over') toDebrief(work, at);
    else enter(work, at, 'next');
  });
}

/** The clock of a phase from now on; 'none' for a phase that is left out. */
function clockFor(work: Work, phase: string | undefined): Clock | 'none' {
  const { timers } = work.state.settings;
  const seconds = phase && phase in timers ? timers[phase as keyof typeof timers] : null;
  if (seconds === 0) return 'none';
  return seconds === null ? stopped : { until: work.now + seconds * 1000, left: null };
}
