/**
 * Warnings: given in the talks, called at the reveal when their condition comes true, then carried out or climbed down from.
 */
import { isOn } from '../layers.ts';
import type { Refusal } from '../orders.ts';
import { add, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { stepSize } from '../statecharts/holds.ts';
import type { CapitalTable } from '../tables.ts';
import { layerOff } from './talks.ts';

/** Rounds after climbing down in which a capital cannot warn again. */
const calmRounds = 2;

/** What a warning speaks of: another capital's move, or a stance it takes. */
export type Condition =
  | { readonly capital: string; readonly move: string }
  | { readonly capital: string; readonly line: string; readonly stance: string };

/** Numbers from here on in a warning's `if` cell mean a line and not a move. */
export const conditionLines = 100_000;

/** Give a public warning: "if X happens, I will do Y". */
export function warn(run: Run, by: CapitalTable, condition: Condition, will: string): Refusal | null {
  const { tables } = run;
  const round = value(run, tables.at.round);
  if (!isOn(value(run, tables.at.layers), 'warnings')) return layerOff('warnings');
  if (value(run, by.calmUntil) >= round)
    return { reason: 'calm', args: { round: value(run, by.calmUntil) + 1 } };
  if (value(run, by.warning.state) !== 0) return { reason: 'oneWarning' };
  const other = tables.capitals.find(({ id }) => id === condition.capital);
  const move = by.moves.find(({ id }) => id === will);
  if (!other || other === by) return { reason: 'noSuchCapital', args: { capital: condition.capital } };
  if (!move || move.kind === 'joint') return { reason: 'noSuchMove', args: { move: will } };
  let about: number;
  let stance = 0;
  if ('move' in condition) {
    const found = other.moves.find(({ id }) => id === condition.move);
    if (!found) return { reason: 'noSuchMove', args: { move: condition.move } };
    about = found.index + 1;
  } else {
    const line = other.lines.find(({ id }) => id === condition.line);
    stance = line?.stances.indexOf(condition.stance) ?? -1;
    if (!line || stance < 0) return { reason: 'noSuchStance', args: { stance: condition.stance } };
    if (value(run, line.cell) === stance) return { reason: 'alreadySo' };
    about = conditionLines + line.index;
  }
  const because = write(run, by.warning.state, 1, 'warning', by.index, -1);
  write(run, by.warning.if, about, 'warning', by.index, because);
  write(run, by.warning.stance, stance, 'warning', by.index, because);
  write(run, by.warning.will, move.index + 1, 'warning', by.index, because);
  write(run, by.warning.round, round, 'warning', by.index, because);
  return null;
}

/** Settle warnings called last round, then call those whose condition came true in this one. */
export function settleWarnings(run: Run): void {
  run.step = 'pacts';
  const { tables, cells } = run;
  const round = value(run, tables.at.round);
  // Nobody can act in the quarters that run on: no warning is called, none climbed down from.
  if (value(run, tables.at.phase) === 2) return;
  for (const capital of tables.capitals) {
    const { warning } = capital;
    if (value(run, warning.state) === 0) continue;
    const then = tables.moves[value(run, warning.will) - 1];
    if (!then) continue;
    const carriedOut = cells[then.made] === round;
    // Who does Y at once or before X has happened has not climbed down from anything.
    if (value(run, warning.state) === 2 || carriedOut) {
      const because = carriedOut ? lastChange(run, then.made) : lastChange(run, warning.state);
      if (!carriedOut) {
        add(run, capital.home, -stepSize, 'climbDown', then.index, because);
        write(run, capital.calmUntil, round + calmRounds, 'climbDown', then.index, because);
      }
      for (const cell of Object.values(warning))
        write(run, cell, 0, carriedOut ? 'called' : 'climbDown', then.index, because);
    } else if (value(run, warning.state) === 1) {
      const cause = conditionCause(run, value(run, warning.if), value(run, warning.stance), round);
      if (cause === null) continue;
      const called = write(run, warning.state, 2, 'called', then.index, cause);
      write(run, warning.round, round, 'called', then.index, called);
    }
  }
}

/** The change by which a warning's condition came true this round; null when it did not. */
function conditionCause(run: Run, about: number, stance: number, round: number): number | null {
  if (about >= conditionLines) {
    const line = run.tables.lines[about - conditionLines];
    return line && value(run, line.cell) === stance ? lastChange(run, line.cell) : null;
  }
  const move = run.tables.moves[about - 1];
  return move && value(run, move.made) === round ? lastChange(run, move.made) : null;
}
