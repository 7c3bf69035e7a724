/** How a cell moved over a quarter, as one sentence. */
import { tellAmount } from './amount.ts';
import { tellCell, tellValue } from './level.ts';
import type { Reading } from './reading.ts';

/** Say how a cell moved: "Violence: Aleppo – up 4.2, now heavy fighting (60)." */
export function tellMovement(path: string, from: number, to: number, reading: Reading): string {
  return reading.words.say(path.startsWith('aim.') ? 'change-aim' : 'change-link', {
    what: tellCell(path, reading),
    way: to > from ? 'up' : 'down',
    moved: reading.words.say(to > from ? 'trend-up' : 'trend-down'),
    by: tellAmount(path, Math.abs(to - from), reading),
    to: tellValue(path, to, reading),
  });
}
