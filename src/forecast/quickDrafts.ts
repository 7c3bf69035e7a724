/** How the draft of a quick capital's offer is framed once its terms stand: how long it binds, its stake, and whether it had better be secret. */
import type { Draft } from '../engine/deals/talks.ts';
import { kindNumber } from '../engine/deals/terms.ts';
import { isOn } from '../engine/layers.ts';
import { termsEach } from '../engine/layout.ts';
import { wayOf } from '../engine/orders.ts';
import { stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable } from '../engine/tables.ts';
import type { Desk } from './desk.ts';
import { moveWorth } from './quickWorth.ts';

/** What a move must do to an onlooker for the deal to be better kept secret. */
const wouldHurt = -150;
/** Rounds for which promises bind: joint moves at once, moves within two quarters, stances for three. */
const lasts = { joint: 1, moves: 2, stance: 3 } as const;

/** Set the rounds, the stake and the secrecy of a draft whose terms stand. */
export function frame(desk: Desk, cells: Int32Array, draft: Draft): void {
  const { tables } = desk;
  const round = cells[tables.at.round] ?? 0;
  const layers = cells[tables.at.layers] ?? 0;
  let rounds: number = lasts.joint;
  let passes = false;
  for (let at = 0; at < draft.kind.length; at++) {
    const kind = draft.kind[at];
    if (kind === kindNumber.pass) passes = true;
    else if (kind === kindNumber.stance) rounds = lasts.stance;
    else if (kind !== 0 && rounds < lasts.moves && tables.moves[draft.what[at] ?? 0]?.kind !== 'joint')
      rounds = lasts.moves;
  }
  if (passes) rounds = lasts.joint;
  draft.from = round;
  draft.until = Math.min(cells[tables.at.rounds] ?? round, round + rounds - 1);
  draft.stake = isOn(layers, 'stakes') && isDistrustedBy(desk, cells, draft.members) ? 1 : 0;
  draft.secret = isOn(layers, 'secrecy') && wouldAnger(desk, cells, draft);
}

function isDistrustedBy({ tables }: Desk, cells: Int32Array, members: number): boolean {
  const { pairs } = tables;
  for (let at = 0; at < pairs.length; at++) {
    const pair = pairs[at] as (typeof pairs)[number];
    const both = (1 << pair.one) | (1 << pair.other);
    if ((members & both) === both && (cells[pair.trust] ?? 0) < 2 * stepSize) return true;
  }
  return false;
}

/** Tell whether an onlooker would dislike what is promised so much that it had better not be seen. */
function wouldAnger(desk: Desk, cells: Int32Array, draft: Draft): boolean {
  const { tables } = desk;
  for (let at = 0; at < draft.kind.length; at++) {
    const kind = draft.kind[at];
    const what = draft.what[at] ?? 0;
    if (kind === kindNumber.make) {
      if (angers(desk, cells, draft.members, what, wayOf(tables, cells, what))) return true;
    } else if (kind === kindNumber.stance) {
      const cell = tables.flat.lines.cell[what] ?? 0;
      const { moves } = tables.capitals[(at / termsEach) | 0] as CapitalTable;
      const first = moves[0]?.index ?? 0;
      for (let move = first; move < first + moves.length; move++) {
        if (tables.flat.moves.line[move] !== cell || cells[cell] === draft.much[at]) continue;
        const way = wayOf(tables, cells, move);
        if (
          way >= 0 &&
          tables.flat.ways.target[way] === draft.much[at] &&
          angers(desk, cells, draft.members, move, way)
        )
          return true;
      }
    }
  }
  return false;
}

function angers(desk: Desk, cells: Int32Array, members: number, move: number, way: number): boolean {
  if (way < 0) return false;
  for (let onlooker = 0; onlooker < desk.tables.capitals.length; onlooker++)
    if ((members & (1 << onlooker)) === 0 && moveWorth(desk, cells, onlooker, move, way, false) < wouldHurt)
      return true;
  return false;
}

export function clearTerms(draft: Draft): void {
  draft.kind.fill(0);
}

export function setTerm(draft: Draft, capital: number, kind: number, what: number, much: number): void {
  const at = capital * termsEach;
  draft.kind[at] = kind;
  draft.what[at] = what;
  draft.much[at] = much;
}
