/** Seats the computers at a table: which policy and temperament plays which capital, drawn from the game's seed. */
import type { Seed } from '../engine/dice.ts';
import type { GameRecord, SeatPlayer } from '../engine/record.ts';
import type { Tables } from '../engine/tables.ts';
import { drawSeats } from '../forecast/playout.ts';
import { answerOffers, choose, makeOffers, warnOf } from '../forecast/policy.ts';
import type { PolicyName } from '../forecast/policy.ts';
import type { ComputerSeat } from './computers.ts';

/** The policy of the capitals that one plays against. */
export const opponents: PolicyName = 'deep@4';

/**
 * Seat computers on all capitals but one.
 * @param seat the capital that a person plays
 * @param from the seeds of a new game, or the record of one that goes on (its seats are kept)
 */
export function computerSeats(
  tables: Tables,
  seat: string,
  from: { readonly dice: Seed } | GameRecord,
): { computers: ComputerSeat[]; players: Record<string, SeatPlayer> } {
  const players =
    'decisions' in from
      ? { ...from.seats }
      : { ...drawSeats(tables, from.dice, opponents), [seat]: { plays: 'person' } as const };
  const computers = tables.capitals
    .filter(({ id }) => id !== seat)
    .map(({ id }) => computerSeat(tables, id, players[id] ?? {}));
  return { computers, players };
}

function computerSeat(tables: Tables, seat: string, person: Partial<SeatPlayer>): ComputerSeat {
  return {
    seat,
    open(view) {
      const warning = warnOf(tables, view, person);
      return [...makeOffers(tables, view, person), ...(warning ? [warning] : [])];
    },
    answers: (view) => answerOffers(tables, view, person),
    lock(view) {
      const round = view.cells[tables.at.round] ?? 0;
      const { orders, all } = choose(tables, view, person);
      return {
        decision: { seat, round, kind: 'lock', orders },
        reasons: all.map(({ key, args }) => ({ key, args })),
      };
    },
  };
}
