/**
 * Turning points: the orders and answers without which most would have ended otherwise, everything else as it was. Until that has been
 * worked out, and where it cannot be, those of which most can be traced.
 */
import type { Change } from '../../engine/changes.ts';
import { weigh } from '../../engine/counterfactual/shares.ts';
import type { Sifted } from '../../engine/counterfactual/shares.ts';
import { tellAmount } from '../reading/amount.ts';
import { isOrder } from '../reading/effects.ts';
import { factorOf, tellFactor, tellSkipped } from '../reading/factors.ts';
import { tellQuarter } from '../reading/quarter.ts';
import type { Reading } from '../reading/reading.ts';
import { tellMoved, turningPointsOf } from '../reading/tale.ts';

export interface Turn {
  readonly id: string;
  readonly round: number;
  readonly quarter: string;
  /** Id of the capital whose order it was. */
  readonly capital: string;
  readonly text: string;
  /** What came of it, as a sentence. */
  readonly effects: string;
  /** What could not have been done without it, each a sentence. */
  readonly skipped: readonly string[];
  readonly order: Change;
}

/** Find the turning points of a game, the largest first. */
export function turnsOf(reading: Reading, sifted: Sifted | null, most = 3): Turn[] {
  return sifted ? counted(sifted, reading, most) : traced(reading, most);
}

const effectsTold = 3;
/** What would be written as 0.0 is no effect. */
const leastFelt = 5;

function counted(sifted: Sifted, reading: Reading, most: number): Turn[] {
  const { words, book } = reading;
  const seen = new Set<string>();
  return (
    weigh(sifted)
      .filter(({ factor, size }) => (factor.kind === 'move' || factor.kind === 'answer') && size > 0)
      // The parts of a joint move are worth the same, since neither comes about alone: one of them is told.
      .filter(({ factor: { round }, size }) => !seen.has(`${round} ${size}`) && seen.add(`${round} ${size}`))
      .flatMap(({ factor, effects }): Turn[] => {
        const order = book
          .inRound(factor.round)
          .find((change) => isOrder(change) && factorOf(change, reading) === factor.id);
        if (!order) return [];
        const felt = effects.filter(
          // What one holder gains in a governorate another loses: the gain tells both.
          ({ path, by }) => Math.abs(by) >= leastFelt && !(path.startsWith('control.') && by < 0),
        );
        const told = felt.slice(0, effectsTold).map(({ path, by }) =>
          words.say('turn-counted-effect', {
            what: tellMoved(path, reading),
            by: tellAmount(path, Math.abs(by), reading),
            way: by > 0 ? 'up' : 'down',
          }),
        );
        return [
          {
            id: factor.id,
            round: factor.round,
            quarter: tellQuarter(factor.round, reading),
            capital: factor.seat,
            text: tellFactor(factor, reading),
            effects: words.say('turn-counted', { effects: words.list(told) }),
            skipped: (sifted.without.get(factor.id)?.skipped ?? []).map((one) => tellSkipped(one, reading)),
            order,
          },
        ];
      })
      .slice(0, most)
  );
}

function traced(reading: Reading, most: number): Turn[] {
  return turningPointsOf(reading, most).map(({ order, quarter, text, effects, capital }) => ({
    id: String(order.id),
    round: order.round,
    quarter,
    capital,
    text,
    effects: reading.words.say('turn-effects', { effects }),
    skipped: [],
    order,
  }));
}
