/** Which cells a computer capital's reckoning rests on: public ones, without those that only say who has locked already. */
import type { Guard } from '../engine/statecharts/holds.ts';
import type { Tables } from '../engine/tables.ts';

/** List the public cells that count, by number. */
export function lookedAt(tables: Tables): Int32Array {
  let cells = known.get(tables);
  if (!cells) {
    const { guarded, paths } = tables.layout;
    // Red lines that everybody knows of are public, although their cells lie among guarded ones.
    const open = new Set(
      tables.capitals.flatMap(({ redLines }) =>
        redLines.flatMap((line) => (line.card < 0 ? line.crossed : [])),
      ),
    );
    const asked = askedAbout(tables);
    const counts = (path: string, cell: number): boolean =>
      open.has(cell) ||
      (guarded[cell] === 0 && !unread.test(path) && (asked.has(cell) || !onlyIfAsked.test(path)));
    cells = Int32Array.from(paths.flatMap((path, cell) => (counts(path, cell) ? [cell] : [])));
    known.set(tables, cells);
  }
  return cells;
}
const known = new WeakMap<Tables, Int32Array>();
/** Warnings are read one by one where they matter: most of their life they change nothing. */
const unread = /^(locked|phase|warning|proposed|offers|ending|endedAfter|judgement|aimSum)\b/;

/** What changes often and matters only where a guard asks about it. */
const onlyIfAsked = /^(pact|due|owed|case|tried|answer|sign|filled)\b/;

/** Collect all cells that some guard asks about. */
function askedAbout(tables: Tables): Set<number> {
  const found = new Set<number>();
  const visit = (guard: Guard | null): void => {
    if (guard === null) return;
    if (guard.op === 'within') found.add(guard.cell);
    else for (const part of guard.of) visit(part);
  };
  const visitMoves = (moves: readonly { from: readonly (readonly { guard: Guard | null }[])[] }[]): void => {
    for (const { from } of moves) for (const ways of from) for (const { guard } of ways) visit(guard);
  };
  visitMoves(tables.moves);
  for (const { prices } of tables.moves) for (const { when } of prices) visit(when);
  for (const { moves } of tables.clients) visitMoves(moves);
  for (const { when } of tables.links) visit(when);
  for (const { rules } of tables.clocks) for (const { when } of rules) visit(when);
  for (const { redLines } of tables.capitals) for (const { when } of redLines) visit(when);
  for (const { when, options } of tables.decisions) {
    visit(when);
    for (const option of options) visit(option.when);
  }
  return found;
}

/** Tell whether two sets of cells look the same to everybody. */
export function sameToAll(tables: Tables, one: Int32Array, other: Int32Array): boolean {
  const looked = lookedAt(tables);
  for (let at = 0; at < looked.length; at++) {
    const cell = looked[at] ?? 0;
    if (one[cell] !== other[cell]) return false;
  }
  for (const { warning } of tables.capitals) {
    const called = one[warning.state] === 2;
    if (called !== (other[warning.state] === 2)) return false;
    if (called && (one[warning.will] !== other[warning.will] || one[warning.round] !== other[warning.round]))
      return false;
  }
  return true;
}
