/**
 * Checks every guard and every `fire` of a scenario, wherever they stand: do the things they name exist?
 * The two can only be told apart from other data by their `type` and `params`.
 */
import type { LeafGuard } from './guards.ts';
import type { Known } from './known.ts';
import { movesOf } from './known.ts';
import { shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';

/** Walk all data of a scenario that has the right shape. */
export function checkGuards(data: unknown, known: Known, reporter: Reporter): void {
  // One path for the whole walk: a scenario has tens of thousands of places, and hardly one of them is ever told of.
  const path: (string | number)[] = [];
  walk(data);

  function walk(value: unknown): void {
    if (Array.isArray(value)) value.forEach((one, at) => within(at, one));
    else if (value !== null && typeof value === 'object') {
      if ('type' in value && 'params' in value)
        checkTyped(value as LeafGuard | FireLike, path, known, reporter);
      for (const [key, one] of Object.entries(value)) within(key, one);
    }
  }
  function within(key: string | number, value: unknown): void {
    if (value === null || typeof value !== 'object') return;
    path.push(key);
    walk(value);
    path.pop();
  }
}

interface FireLike {
  type: 'fire';
  params: { link: string };
}

function checkTyped(typed: LeafGuard | FireLike, path: Path, known: Known, reporter: Reporter): void {
  const is = (key: string, id: string, among: Iterable<string>, what: string): boolean => {
    const ids: string[] = [];
    for (const one of among) {
      if (one === id) return true;
      ids.push(one);
    }
    reporter.report([...path, 'params', key], shown(id), what, id, ids);
    return false;
  };
  const pair = (between: readonly [string, string]): void => {
    const both = between.map((id, at) => {
      if (known.capitals.has(id)) return true;
      reporter.report([...path, 'params', 'between', at], shown(id), 'a capital', id, known.capitals);
      return false;
    });
    if (both.every(Boolean) && between[0] === between[1])
      reporter.report([...path, 'params', 'between'], 'the same capital twice', 'two capitals');
  };
  switch (typed.type) {
    case 'fire': {
      const { link } = typed.params;
      if (!is('link', link, known.links, 'a link')) return;
      if (!known.impulses.has(link))
        reporter.report(
          [...path, 'params', 'link'],
          `"${link}", which runs by itself`,
          'a link that comes from an impulse',
        );
      return;
    }
    case 'levelAtLeast':
    case 'levelBelow':
      is('level', typed.params.level, known.readable, 'a level');
      return;
    case 'stanceIs': {
      const { of, line, stance } = typed.params;
      if (!is('of', of, known.machines.keys(), 'a capital or client')) return;
      const states = known.machines.get(of)?.states ?? {};
      if (!is('line', line, Object.keys(states), `a line of ${of}`)) return;
      is('stance', stance, Object.keys(states[line]?.states ?? {}), `a stance of ${of}.${line}`);
      return;
    }
    case 'pactInForce':
    case 'trustAtLeast':
      pair(typed.params.between);
      return;
    case 'eventHappened':
      is('event', typed.params.event, known.events, 'an event');
      return;
    case 'homeAtLeast':
      is('capital', typed.params.capital, known.capitals, 'a capital');
      return;
    case 'clockAtLeast':
      is('clock', typed.params.clock, known.clocks, 'a clock');
      return;
    case 'confidenceAtLeast':
      is('client', typed.params.client, known.clients, 'a client');
      return;
    case 'relianceAtLeast':
      is('client', typed.params.client, known.clients, 'a client');
      is('capital', typed.params.capital, known.capitals, 'a capital');
      return;
    case 'answered': {
      const { decision, option } = typed.params;
      if (is('decision', decision, known.decisions.keys(), 'a decision'))
        is('option', option, known.decisions.get(decision) ?? [], `an option of ${decision}`);
      return;
    }
    case 'hasMade': {
      const { capital, move } = typed.params;
      if (!is('capital', capital, known.machines.keys(), 'a capital or client')) return;
      const moves = movesOf(known.machines.get(capital)).map((one) => one.move);
      is('move', move, moves, `a move of ${capital}`);
      return;
    }
    case 'roundAtLeast':
    case 'roundBefore':
      return;
  }
}
