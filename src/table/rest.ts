/**
 * Plays the rest of a game with computers on all seats: the closed loop of "what if", in which everybody decides anew from what
 * happened. A person's seat gets a computer of the kind that plays the others.
 */
import { seedFrom } from '../engine/dice.ts';
import type { GameRecord } from '../engine/record.ts';
import type { Tables } from '../engine/tables.ts';
import { openLocalTable } from './localTable.ts';
import { computerSeats } from './seats.ts';
import type { Said } from './table.ts';

export interface Rest {
  readonly record: GameRecord;
  readonly said: readonly Said[];
}

/** How often one seat speaks in the talks of one round, so that they end. */
const mostSaid = 12;

/**
 * Play a game on to its end.
 * @param record as far as it has come, with the digests that belong to it
 * @param seat the capital that a person played
 * @param pause is waited for between rounds, and told how much is done, 0 to 1: the page gets its turn, and may stop it by throwing
 */
export async function playRest(
  tables: Tables,
  record: GameRecord,
  seat: string,
  pause: (done: number) => Promise<void>,
): Promise<Rest> {
  const seeds = { dice: seedFrom(record.seeds.dice), doubt: seedFrom(record.seeds.doubt) };
  const drawn = computerSeats(tables, '', seeds).players[seat];
  const seats = { ...record.seats, ...(drawn ? { [seat]: drawn } : {}) };
  const continued: GameRecord = { ...record, seats };
  const { computers, players } = computerSeats(tables, '', continued);
  const table = openLocalTable({
    tables,
    options: record.options,
    seeds,
    seat,
    computers: computers.filter((one) => one.seat !== seat),
    players,
    resume: { record: continued, said: [] },
  });
  const own = computers.find((one) => one.seat === seat);
  const rounds = record.options.rounds;
  let spoken = record.decisions.some((one) => one.seat === seat && one.round === roundNow());
  while (own && table.everything() === null) {
    await pause(Math.max(0, roundNow() - 1) / rounds);
    if (!spoken) for (const { decision } of own.open(table.state.view)) await table.decide(decision);
    spoken = false;
    for (let said = 0; said < mostSaid; said++) {
      if (!(await answered())) break;
    }
    const round = roundNow();
    const { decision } = own.lock(table.state.view);
    const locked = await table.decide(decision);
    if (!locked.ok) await table.decide({ seat, round, kind: 'lock', orders: { moves: [] } });
  }
  return { record: table.record(), said: table.allSaid() };

  async function answered(): Promise<boolean> {
    for (const { decision } of own?.answers(table.state.view) ?? [])
      if ((await table.decide(decision)).ok) return true;
    return false;
  }

  function roundNow(): number {
    return table.state.view.cells[tables.at.round] ?? 0;
  }
}
