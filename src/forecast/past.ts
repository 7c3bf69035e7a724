/**
 * What a capital remembers when it chooses: who kept and who broke a word to it, which of its lines it turned lately, and which of
 * its red lines were crossed. It reads cells that its seat sees; how much each memory weighs is said where it is used.
 */
import type { Deal, Term } from '../engine/deals/terms.ts';
import type { CapitalTable, LineTable, MoveTable, Tables } from '../engine/tables.ts';

/** Rounds after a line was turned in which turning it back would be a flip-flop. */
const turnsStand = 2;

/**
 * Tell whether a move would turn a line back to where it stood within the last two rounds.
 * @param target stance to which the move leads
 * @returns the round in which the line was turned away from there, or 0
 */
export function turnedAwayIn(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  { line }: MoveTable,
  target: number,
): number {
  const round = cells[tables.at.round] ?? 0;
  const stands = cells[line.cell] ?? 0;
  let latest = 0;
  if (target === stands) return 0;
  for (const earlier of capital.moves) {
    const made = cells[earlier.made] ?? 0;
    if (earlier.line !== line || made === 0 || made + turnsStand < round || made <= latest) continue;
    for (const { target: led } of earlier.from[target] ?? []) if (led === stands) latest = made;
  }
  return latest;
}

/**
 * Tell whether something happened since a round that would excuse a change of mind: a red line of its own was crossed, another
 * government came in, or a partner broke the pact for which the line was turned.
 */
export function hasCause(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  deals: readonly Deal[],
  { line }: MoveTable,
  since: number,
): boolean {
  for (const { crossed } of capital.redLines) if ((cells[crossed] ?? 0) >= since) return true;
  if (capital.redrawsAfter >= 0 && (cells[capital.redrawsAfter] ?? 0) >= since) return true;
  return deals.some(
    ({ verdicts, terms }) =>
      tables.capitals.some((other) => other !== capital && verdicts[other.id] === 'breached') &&
      terms.some((term) => term.capital === capital.id && isAbout(capital, line, term)),
  );
}

function isAbout(capital: CapitalTable, line: LineTable, term: Term): boolean {
  if (term.kind === 'stance') return term.line === line.id;
  return term.kind === 'make' && capital.moves.some((move) => move.line === line && move.id === term.move);
}

/**
 * Count how another capital kept its word to this one in what ended last round.
 * @returns pacts that it kept at a cost, less twice those that it broke
 */
export function recordOf(deals: readonly Deal[], one: CapitalTable, other: CapitalTable): number {
  let sum = 0;
  for (const { verdicts } of deals) {
    if (verdicts[one.id] === undefined) continue;
    if (verdicts[other.id] === 'keptAtCost') sum += 1;
    if (verdicts[other.id] === 'breached') sum -= 2;
  }
  return sum;
}
