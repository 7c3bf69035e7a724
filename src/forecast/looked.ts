/** Which cells a computer capital's reckoning rests on: public ones, without those that only say who has locked already. */
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
    const counts = (path: string, cell: number): boolean =>
      open.has(cell) || (guarded[cell] === 0 && !unread.test(path));
    cells = Int32Array.from(paths.flatMap((path, cell) => (counts(path, cell) ? [cell] : [])));
    known.set(tables, cells);
  }
  return cells;
}
const known = new WeakMap<Tables, Int32Array>();
/** Warnings are read one by one where they matter: most of their life they change nothing. */
const unread = /^(locked|phase|warning|proposed|offers|ending|endedAfter|judgement|aimSum)\b/;

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
