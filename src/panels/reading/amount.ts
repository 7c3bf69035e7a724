/** By how much a cell moved, in the unit in which its value is read. */
import type { Reader } from './reader.ts';

/**
 * Say an amount without a sign: points of a hundred with one decimal, people in thousands, whole steps where a cell counts steps.
 * @param amount in the cell's own unit, 0 or more
 */
export function tellAmount(path: string, amount: number, { words }: Pick<Reader, 'words'>): string {
  const [kind = '', one = ''] = path.split('.');
  if (['influence', 'reliance', 'clock'].includes(kind)) return words.say('amount-whole', { amount });
  if (kind === 'level' && words.has(`level-${one}.value`))
    return words.say('amount-people', { thousands: amount });
  return words.say('amount-points', { points: amount / 100 });
}

/** Say an amount with its sign in front. */
export function tellSigned(path: string, amount: number, reader: Pick<Reader, 'words'>): string {
  return reader.words.say(amount < 0 ? 'amount-down' : 'amount-up', {
    amount: tellAmount(path, Math.abs(amount), reader),
  });
}
