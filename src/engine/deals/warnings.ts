/** Warnings at the reveal: called when their condition comes true, then carried out or climbed down from. */
import { add, lastChange, value, write } from '../run.ts';
import type { Run } from '../run.ts';
import { stepSize } from '../statecharts/holds.ts';
import { conditionLines } from './talks.ts';

/** Rounds after climbing down in which a capital cannot warn again. */
const calmRounds = 2;

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
