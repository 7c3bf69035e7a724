/**
 * How clients answer a press: influence pressed + reliance − confidence − size of the ask + die (−1, 0, 0, +1),
 * and 2 less when another patron covers them. 1 or more complies, 0 drags its feet, less refuses.
 */
import { die } from '../dice.ts';
import { confidenceOf } from '../consequences/happenings.ts';
import { add, fire, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { enabled } from '../statecharts/enabled.ts';
import type { MoveTable, Tables } from '../tables.ts';

/** How a reply stands in its cell: round × 4 + one of these. */
export const replies = { refuses: 1, drags: 2, complies: 3 } as const;
const faces = [-1, 0, 0, 1] as const;
const coverCounts = 2;

/** Let clients answer the presses among what was ordered this round, capital by capital. */
export function answerPresses(run: Run): void {
  run.step = 'clients';
  const { ordered } = run;
  for (let at = 0; at < ordered.count; at++) {
    const move = run.tables.moves[ordered.move[at] ?? 0] as MoveTable;
    if (move.kind === 'press') answer(run, move, ordered.influence[at] ?? 0, ordered.because[at] ?? -1);
  }
}

/**
 * Weigh a press before the die.
 * @returns the sum of the rule's terms without die and cover: 1 or more complies unless the die or a cover lowers it
 */
export function pressWeight(tables: Tables, cells: Int32Array, move: MoveTable, influence: number): number {
  const client = tables.clients[move.press?.client ?? -1];
  if (!move.press || !client) return -99;
  return (
    influence +
    (cells[client.reliance[move.capital] ?? -1] ?? 0) -
    confidenceOf(cells, client.confidence) -
    move.press.ask
  );
}

/** Tell before the lock how likely a client is to comply: three of four dice or better, some, or none. */
export function outlook(weight: number): 'likely' | 'open' | 'unlikely' {
  return weight >= 1 ? 'likely' : weight >= 0 ? 'open' : 'unlikely';
}

/** Read a reply cell for a round; null where that press was not made then. */
export function replyIn(cells: Int32Array, move: MoveTable, round: number): keyof typeof replies | null {
  const reply = cells[move.reply] ?? 0;
  if (Math.trunc(reply / 4) !== round) return null;
  return reply % 4 === replies.complies ? 'complies' : reply % 4 === replies.drags ? 'drags' : 'refuses';
}

function answer(run: Run, move: MoveTable, influence: number, because: number): void {
  const { tables, cells } = run;
  const client = tables.clients[move.press?.client ?? -1];
  if (!move.press || !client) return;
  const { round } = run;
  const reliance = value(run, client.reliance[move.capital] ?? -1);
  const confidence = confidenceOf(cells, client.confidence);
  const cover = coverOf(run, move, round);
  const { recorded, without } = run.chance;
  const evened = recorded !== undefined || without?.presses.has(move.index * 100 + round) === true;
  const thrown = evened ? 0 : (faces[die(run.chance.dice, round, move.rule, 0, faces.length)] ?? 0);
  const sum = pressWeight(tables, cells, move, influence) + thrown - (cover >= 0 ? coverCounts : 0);
  const reply =
    recorded?.replies.get(move.index * 100 + round) ??
    (sum >= 1 ? replies.complies : sum === 0 ? replies.drags : replies.refuses);
  if (run.trace !== null) {
    run.values = {
      influence,
      reliance,
      confidence,
      ask: move.press.ask,
      cover: cover >= 0 ? coverCounts : 0,
      die: thrown,
      sum,
      confidenceCause: lastChange(run, client.confidence),
    };
  }
  const replied = write(run, move.reply, round * 4 + reply, 'press', move.index, because);
  add(run, client.reliance[move.capital] ?? -1, -1, 'press', move.index, replied);
  if (reply !== replies.complies) return;
  const asked = client.moves[move.press.move];
  const transition = asked && enabled(asked.from[value(run, asked.line.cell)], cells);
  if (!asked || !transition) return;
  const reference = client.index * 100 + move.press.move;
  const made = write(run, asked.made, round, 'asked', reference, replied);
  write(run, asked.line.cell, transition.target, 'asked', reference, made);
  fire(run, transition.fires, made);
}

/** Number of the other capital's act that covers the client this round, -1 for none. */
function coverOf(run: Run, press: MoveTable, round: number): number {
  const { covering } = run.tables;
  for (let at = 0; at < covering.length; at++) {
    const move = covering[at] as MoveTable;
    if (
      move.covers === press.press?.client &&
      move.capital !== press.capital &&
      run.cells[move.made] === round
    )
      return move.index;
  }
  return -1;
}
