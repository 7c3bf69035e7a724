/** Constraints on a policy: lines that are held at a stance in a forecast or a check ("Tehran consults Ankara first"). */
import type { CapitalTable, LineTable, MoveTable, Tables } from '../engine/tables.ts';

/** Stance by `capital.line`, e.g. `{ 'iran.consults': 'ankara' }`. */
export type Keep = Readonly<Record<string, string>>;

/** Weight with which a constraint overrides everything else. */
export const keepCounts = 1_000_000;

/**
 * Check constraints.
 * @returns the first `capital.line` or stance that does not exist, in plain English; null when all do
 */
export function wrongKeep(tables: Tables, keep: Keep): string | null {
  for (const [path, stance] of Object.entries(keep)) {
    const [owner, id] = path.split('.');
    const line = tables.capitals.find((one) => one.id === owner)?.lines.find((one) => one.id === id);
    if (!line) return `there is no line '${path}'`;
    if (!line.stances.includes(stance))
      return `line '${path}' has no stance '${stance}' (${line.stances.join(', ')})`;
  }
  return null;
}

/**
 * Say what constraints make of a move.
 * @returns 0 where they do not touch it, else plus or minus `keepCounts`
 */
export function keepBonus(
  capital: CapitalTable,
  cells: Int32Array,
  keep: Keep,
  move: MoveTable,
  target: number,
): number {
  const wanted = keep[`${capital.id}.${move.line.id}`];
  if (wanted === undefined) return 0;
  const at = cells[move.line.cell] ?? 0;
  const goal = move.line.stances.indexOf(wanted);
  const before = distance(capital, move.line, at, goal);
  const after = distance(capital, move.line, target, goal);
  return after < before ? keepCounts : after > before ? -keepCounts : 0;
}

/** Tell whether a line is constrained. */
export function isKept(capital: string, line: string, keep: Keep): boolean {
  return keep[`${capital}.${line}`] !== undefined;
}

/** Count the moves from one stance of a line to another along its statechart, guards aside. */
function distance(capital: CapitalTable, line: LineTable, from: number, goal: number): number {
  let reached = new Set([from]);
  for (let moves = 0; moves <= line.stances.length; moves++) {
    if (reached.has(goal)) return moves;
    const next = new Set(reached);
    for (const move of capital.moves) {
      if (move.line !== line) continue;
      for (const stance of reached) for (const { target } of move.from[stance] ?? []) next.add(target);
    }
    reached = next;
  }
  return line.stances.length + 1;
}
