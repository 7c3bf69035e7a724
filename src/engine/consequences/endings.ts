/** Endings: three judgements, each the first of its list whose guard holds, and the first ending that fits all three. */
import { write } from '../run.ts';
import type { Run } from '../run.ts';
import { holds } from '../statecharts/holds.ts';
import { causeOf } from './clocks.ts';

/** Judge the position and write the ending. */
export function judgeEnding(run: Run): void {
  run.step = 'end';
  const found: Record<string, number> = {};
  for (const judgement of run.tables.judgements) {
    const at = judgement.of.findIndex(({ when }) => holds(when, run.cells));
    found[judgement.name] = at;
    const when = judgement.of[at]?.when;
    write(run, judgement.cell, at + 1, 'judgement', at, when ? causeOf(run, when) : -1);
  }
  const fits = (bits: number, at: number | undefined): boolean => (bits & (1 << (at ?? 0))) !== 0;
  const ending = run.tables.endings.findIndex(
    (one) =>
      fits(one.governs, found['governs']) &&
      fits(one.north, found['north']) &&
      fits(one.outside, found['outside']),
  );
  write(run, run.tables.at.ending, ending + 1, 'ending', ending, -1);
}
