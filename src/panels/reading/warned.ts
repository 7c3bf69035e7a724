/** Warnings as they bear on orders that are being drafted: what would call one, and what an own one asks for. How a warning reads is in `deal.ts`. */
import type { Choice } from '../../engine/choices.ts';
import { warningOf } from './deal.ts';
import type { Warning } from './deal.ts';
import type { Ordered } from './orders.ts';
import type { Reader } from './reader.ts';

export interface Warned extends Warning {
  /** The capital that gave it. */
  readonly by: string;
}

/** List live warnings of others that are about the reader's own moves and lines and have not come true. */
export function warningsTo(reader: Reader): Warned[] {
  return reader.tables.capitals.flatMap(({ id }) => {
    const warning = id === reader.seat ? null : warningOf(id, reader);
    return warning && !warning.called && warning.condition.capital === reader.seat
      ? [{ ...warning, by: id }]
      : [];
  });
}

/** Tell whether a move, once made, is or brings about what a warning is about. */
export function meets({ condition }: Warning, { move, line, target }: Choice): boolean {
  return 'move' in condition
    ? condition.move === move
    : condition.line === line && condition.stance === target;
}

/** Find the warnings that drafted moves would call this round; a line that is left where it was warned of calls one too. */
export function calledBy(
  warned: readonly Warned[],
  moves: readonly Ordered[],
  choices: readonly Choice[],
  reader: Reader,
): Warned[] {
  const { tables, seat } = reader;
  const drafted = choices.filter(({ move }) => moves.some((one) => one.move === move));
  return warned.filter((one) => {
    const { condition } = one;
    if (drafted.some((choice) => meets(one, choice))) return true;
    if ('move' in condition || drafted.some(({ line }) => line === condition.line)) return false;
    const line = tables.lines.find(({ owner, id }) => owner === seat && id === condition.line);
    return line?.stances[reader.at(`stance.${seat}.${condition.line}`)] === condition.stance;
  });
}

/** Give the reader's own warning where it has come true, so that it must be carried out or climbed down from now. */
export function dueOf(reader: Reader): Warned | null {
  const warning = warningOf(reader.seat, reader);
  return warning?.called ? { ...warning, by: reader.seat } : null;
}
