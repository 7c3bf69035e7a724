/** The random policy: legal decisions by dice of its own. It is a measure for the others, and a way to try the rules. */
import { openMove, priceOf, decisionFor } from '../engine/orders.ts';
import type { Orders } from '../engine/orders.ts';
import type { Deal } from '../engine/deals/terms.ts';
import type { Decision } from '../engine/decide.ts';
import { die } from '../engine/dice.ts';
import { isOn } from '../engine/layers.ts';
import { holds } from '../engine/statecharts/holds.ts';
import type { CapitalTable, MoveTable, Tables } from '../engine/tables.ts';
import { ownSeed } from './pinch.ts';

/** Choose legal orders by dice. */
export function chooseAtRandom(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  character: string,
): Orders {
  const seed = ownSeed(tables, cells, capital, character);
  const throwFor = (n: number, below: number): number => die(seed, 2, capital.rule, n, Math.max(1, below));
  let left = cells[capital.influence] ?? 0;
  const decision = decisionFor(tables, cells, capital);
  const option = decision?.options[throwFor(0, decision.options.length)];
  const answers = option !== undefined && option.cost <= left && holds(option.when, cells);
  if (answers) left -= option.cost;
  const picked: MoveTable[] = [];
  const moves: { move: string; influence?: number }[] = [];
  const open = openMoves(tables, cells, capital);
  for (let at = 0; at < (cells[tables.at.moves] ?? 2); at++) {
    const fitting = open.filter((move) => !picked.some(({ line }) => line === move.line));
    const move = fitting[throwFor(1 + at, fitting.length)];
    const influence = Math.max(1, move?.cost ?? 1);
    const price = move ? priceOf(tables, cells, move, influence) : 0;
    if (!move || price > left || throwFor(10 + at, 5) === 0) continue;
    left -= price;
    picked.push(move);
    moves.push(move.kind === 'press' ? { move: move.id, influence } : { move: move.id });
  }
  return { ...(answers ? { answer: option.id } : {}), moves };
}

/** Answer an offer by a die: two in three are accepted. */
export function answerAtRandom(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  character: string,
  deal: Deal,
): 'accept' | 'decline' {
  return die(ownSeed(tables, cells, capital, character), 3, deal.serial, 0, 3) > 0 ? 'accept' : 'decline';
}

/** Offer somebody something, one round in two. */
export function offerAtRandom(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  character: string,
): Decision[] {
  const seed = ownSeed(tables, cells, capital, character);
  const throwFor = (n: number, below: number): number => die(seed, 4, capital.rule, n, Math.max(1, below));
  const others = tables.capitals.filter((one) => one !== capital);
  const other = others[throwFor(0, others.length)];
  const mine = openMoves(tables, cells, capital);
  const theirs = other ? openMoves(tables, cells, other) : [];
  const give = mine[throwFor(1, mine.length)];
  const take = theirs[throwFor(2, theirs.length)];
  const out = tables.deals.some((deal) => cells[deal.state] === 1 && cells[deal.by] === capital.index);
  if (!other || !give || !take || out || throwFor(3, 2) === 0) return [];
  const round = cells[tables.at.round] ?? 0;
  const layers = cells[tables.at.layers] ?? 0;
  return [
    {
      seat: capital.id,
      round,
      kind: 'offer',
      offer: {
        to: [other.id],
        terms: [
          { capital: capital.id, kind: 'make', move: give.id },
          { capital: other.id, kind: throwFor(4, 2) === 0 ? 'make' : 'forgo', move: take.id },
        ],
        from: round,
        until: Math.min(cells[tables.at.rounds] ?? round, round + throwFor(5, 3)),
        secret: isOn(layers, 'secrecy') && throwFor(6, 2) === 0,
        stake: isOn(layers, 'stakes') ? 1 : 0,
      },
    },
  ];
}

function openMoves(tables: Tables, cells: Int32Array, capital: CapitalTable): MoveTable[] {
  return capital.moves.filter((move) => 'take' in openMove(tables, cells, move));
}
