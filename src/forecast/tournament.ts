/**
 * Tournaments: how well each policy does in each capital's seat among others of one kind. How human-like a table of one kind is, is
 * `manners.ts`; what is printed of it is the command line's business.
 */
import type { Tables } from '../engine/tables.ts';
import { armOf } from './arms.ts';
import type { PolicyName } from './policy.ts';
import type { ForecastRequest } from './rollOut.ts';
import type { Play } from './tasks.ts';

/** One policy in every capital's seat in turn, the three other seats held by another: share of its aims reached, in points of 100. */
export interface SeatResult {
  readonly policy: PolicyName;
  readonly field: PolicyName;
  readonly games: number;
  readonly reached: Readonly<Record<string, number>>;
  /** Standard error of those figures. */
  readonly error: Readonly<Record<string, number>>;
}

/** Seat a policy in every capital in turn among others of one kind. @param play plays the games */
export async function seatAmong(
  tables: Tables,
  request: ForecastRequest,
  policy: PolicyName,
  field: PolicyName,
  play: Play,
): Promise<SeatResult> {
  const reached: Record<string, number> = {};
  const error: Record<string, number> = {};
  for (const { id, index } of tables.capitals) {
    const policies = Object.fromEntries(
      tables.capitals.map((other) => [other.id, other.id === id ? policy : field]),
    );
    const rows = await play({ kind: 'arm', request: { ...request, policies }, first: 0 });
    const arm = armOf(tables, rows);
    reached[id] = arm.mean[index] ?? 0;
    error[id] = (arm.deviation[index] ?? 0) / Math.sqrt(Math.max(1, request.games));
  }
  return { policy, field, games: request.games, reached, error };
}
