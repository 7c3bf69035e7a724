/** Endings: three judgements, each the first of its list whose guard holds, and the first ending that fits all three. */
import { write } from '../run.ts';
import type { Run } from '../run.ts';
import { holds } from '../statecharts/holds.ts';
import type { Tables } from '../tables.ts';
import { causeOf } from './clocks.ts';

/** Judge the position and write the ending. */
export function judgeEnding(run: Run): void {
  run.step = 'end';
  const { judgements, endings } = run.tables;
  let governs = 0;
  let north = 0;
  let outside = 0;
  for (let one = 0; one < judgements.length; one++) {
    const judgement = judgements[one] as Tables['judgements'][number];
    const at = judge(run, judgement);
    if (judgement.name === 'governs') governs = at;
    else if (judgement.name === 'north') north = at;
    else outside = at;
  }
  let ending = -1;
  for (let one = 0; one < endings.length && ending < 0; one++) {
    const fits = endings[one] as Tables['endings'][number];
    if (has(fits.governs, governs) && has(fits.north, north) && has(fits.outside, outside)) ending = one;
  }
  write(run, run.tables.at.ending, ending + 1, 'ending', ending, -1);
}

/** Write a judgement, and give its place in the list; -1 where none fits. */
function judge(run: Run, { of, cell }: Tables['judgements'][number]): number {
  let at = 0;
  while (at < of.length && !holds(of[at]?.when ?? null, run.cells)) at++;
  if (at === of.length) at = -1;
  const when = of[at]?.when;
  write(run, cell, at + 1, 'judgement', at, when && run.trace !== null ? causeOf(run, when) : -1);
  return at;
}

function has(bits: number, at: number): boolean {
  return (bits & (1 << at)) !== 0;
}
