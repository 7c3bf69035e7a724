/** Random legal play of the real scenario, for properties that hold in any game. */
import { decide, hasLocked } from '../../src/engine/decide.ts';
import type { Decided, Decision } from '../../src/engine/decide.ts';
import type { Change } from '../../src/engine/changes.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import type { Term } from '../../src/engine/deals/terms.ts';
import { die, seedFrom } from '../../src/engine/dice.ts';
import type { Seed } from '../../src/engine/dice.ts';
import { layers } from '../../src/engine/layers.ts';
import { checkOrders, decisionFor, openMove } from '../../src/engine/orders.ts';
import type { Orders } from '../../src/engine/orders.ts';
import { drawChance, phaseOf, roundOf, seedsFrom, start } from '../../src/engine/position.ts';
import type { GameOptions, Position } from '../../src/engine/position.ts';
import type { Chance } from '../../src/engine/run.ts';
import type { CapitalTable, Tables } from '../../src/engine/tables.ts';

export const allOn: GameOptions = { rounds: 8, moves: 2, layers };

/** A source of small numbers that depends on its seed alone. */
export type Pick = (below: number) => number;

export function picker(seed: string): Pick {
  const from: Seed = seedFrom(seed);
  let n = 0;
  return (below) => die(from, 0, 0x7e57, n++, below);
}

/** Begin a game whose luck comes from a text. */
export function beginGame(
  tables: Tables,
  seed: string,
  options: GameOptions = allOn,
): { position: Position; changes: readonly Change[]; chance: Chance } {
  const chance = drawChance(tables, seedsFrom(seedFrom(seed)));
  return { ...start(tables, options, chance), chance };
}

/** Draw orders that can be locked: an answer, up to as many moves as the game allows, what they cost never more than there is. */
export function someOrders(position: Position, capital: CapitalTable, pick: Pick): Orders {
  const { tables, cells } = position;
  const decision = decisionFor(tables, cells, capital);
  const option = decision?.options[pick(decision.options.length + 1)];
  let orders: Orders = { moves: [] };
  const tryOut = (next: Orders): void => {
    if (!('reason' in checkOrders(tables, cells, capital, next))) orders = next;
  };
  if (option) tryOut({ ...orders, answer: option.id });
  const open = capital.moves.filter((move) => 'take' in openMove(tables, cells, move));
  for (let tries = 0; tries < 4; tries++) {
    const move = open[pick(Math.max(1, open.length))];
    if (!move) continue;
    const influence = Math.max(1, move.cost) + pick(2);
    tryOut({
      ...orders,
      moves: [...orders.moves, { move: move.id, ...(move.kind === 'press' ? { influence } : {}) }],
    });
  }
  const pacts = dealsIn(tables, cells).filter(
    (deal) => deal.state === 'inForce' && deal.members.includes(capital.id),
  );
  const held = pacts[pick(8)];
  if (held) tryOut({ ...orders, withhold: [held.serial] });
  return orders;
}

/** Draw something to say in the talks; it may be refused. */
export function someTalk(position: Position, capital: CapitalTable, pick: Pick): Decision {
  const { tables, cells } = position;
  const seated = { seat: capital.id, round: roundOf(position) };
  const others = tables.capitals.filter((other) => other !== capital);
  const own = dealsIn(tables, cells).filter((deal) => deal.members.includes(capital.id));
  const open = own.filter((deal) => deal.state === 'proposed' || deal.state === 'countered');
  const deal = open[pick(Math.max(1, open.length))];
  const choice = pick(10);
  if (deal && choice < 5) return { ...seated, kind: 'answer', offer: deal.serial, answer: 'accept' };
  if (deal && choice === 5) return { ...seated, kind: 'answer', offer: deal.serial, answer: 'decline' };
  if (deal && choice === 6) {
    const member =
      tables.capitals.find(({ id }) => id === deal.members[pick(deal.members.length)]) ?? capital;
    return {
      ...seated,
      kind: 'answer',
      offer: deal.serial,
      answer: 'counter',
      terms: [someTerm(tables, member, pick)],
    };
  }
  if (deal && choice === 7) return { ...seated, kind: 'withdraw', offer: deal.serial };
  if (choice === 8) {
    const ended = own[pick(Math.max(1, own.length))];
    if (ended) return { ...seated, kind: 'cable', pact: ended.serial };
  }
  const other = others[pick(others.length)] ?? capital;
  if (choice === 9) {
    const move = other.moves[pick(other.moves.length)];
    const will = capital.moves[pick(capital.moves.length)];
    return { ...seated, kind: 'warn', if: { capital: other.id, move: move?.id ?? '' }, will: will?.id ?? '' };
  }
  const third = others[pick(others.length)] ?? other;
  const members = [...new Set([other, third])];
  return {
    ...seated,
    kind: 'offer',
    offer: {
      to: members.map(({ id }) => id),
      terms: [someTerm(tables, capital, pick), someTerm(tables, other, pick)],
      from: seated.round + pick(2),
      until: seated.round + pick(3),
      secret: pick(2) === 0,
      stake: pick(3),
    },
  };
}

function someTerm(tables: Tables, capital: CapitalTable, pick: Pick): Term {
  const move = capital.moves[pick(capital.moves.length)];
  const line = capital.lines[pick(capital.lines.length)];
  const channels = tables.scenario.channels.filter(({ from }) => from === capital.id);
  const channel = channels[pick(Math.max(1, channels.length))];
  const kind = pick(5);
  if (kind === 0 && channel)
    return { capital: capital.id, kind: 'pass', channel: channel.id, amount: 1 + pick(2) };
  switch (kind) {
    case 1:
      return { capital: capital.id, kind: 'forgo', move: move?.id ?? '' };
    case 2:
      return { capital: capital.id, kind: 'make', move: move?.id ?? '' };
    default:
      return {
        capital: capital.id,
        kind: 'stance',
        line: line?.id ?? '',
        stance: line?.stances[pick(line.stances.length)] ?? '',
      };
  }
}

/** What a watcher of a random game is told of each decision. */
export interface Taken {
  readonly before: Position;
  readonly decision: Decision;
  readonly decided: Decided & { ok: true };
}

/**
 * Play a random game to its end.
 * @param watch is told of each decision that was accepted
 * @returns all decisions taken
 */
export function playRandomly(
  tables: Tables,
  seed: string,
  watch: (taken: Taken) => void = () => {},
  options: GameOptions = allOn,
): { decisions: Decision[]; position: Position; chance: Chance } {
  const pick = picker(seed);
  const { position: begun, chance } = beginGame(tables, seed, options);
  let position = begun;
  const decisions: Decision[] = [];
  const take = (decision: Decision): boolean => {
    const decided = decide(position, decision, chance);
    if (!decided.ok) return false;
    decisions.push(decision);
    watch({ before: position, decision, decided });
    position = decided.position;
    return true;
  };
  while (phaseOf(position) !== 'over') {
    for (let said = 0; said < 10; said++) {
      const capital = tables.capitals[pick(4)];
      if (capital) take(someTalk(position, capital, pick));
    }
    const first = pick(4);
    for (let at = 0; at < 4; at++) {
      const capital = tables.capitals[(first + at) % 4];
      if (!capital || hasLocked(position, capital)) continue;
      const orders = someOrders(position, capital, pick);
      if (!take({ seat: capital.id, round: roundOf(position), kind: 'lock', orders }))
        throw new Error(`${capital.id} cannot lock ${JSON.stringify(orders)}`);
    }
  }
  return { decisions, position, chance };
}
