/**
 * Follows a world's game with the eyes of one seat: what was shown before, so that each update continues it. The changes themselves
 * are not kept; who needs them all has them told anew.
 */
import type { Change } from '../../engine/changes.ts';
import { decide } from '../../engine/decide.ts';
import { openLog, seenChanges, viewFor } from '../../engine/seats.ts';
import type { SeatLog } from '../../engine/seats.ts';
import type { GameShown } from '../../table/wire.ts';
import type { Said } from '../../table/table.ts';
import type { Game } from './game.ts';
import { SignFilter } from './signs.ts';
import type { World } from './state.ts';

/** Who sits at no capital follows what everybody sees. */
export const observer = 'observer';
/** How many of its reasons a capital gives at the table. */
const reasonsAtTable = 2;

export class Follower {
  readonly seat: string;
  private log: SeatLog;
  /** How many changes were shown. */
  private count = 0;
  /** Serial numbers of the deals that the seat has seen. */
  private readonly deals = new Set<number>();
  private readonly signs: SignFilter;

  /** @param reports whether it holds the signs of what may come */
  constructor(seat: string, reports: boolean) {
    this.seat = seat;
    this.log = openLog(seat);
    this.signs = new SignFilter(reports);
  }

  /** See more of the game; what is new to the seat comes back. */
  follow(game: Game, changes: readonly Change[]): { from: number; seen: Change[] } {
    const from = this.count;
    const seen = seenChanges(game.tables, this.log, this.signs.changes(changes));
    for (const { where, to } of seen) if (where.endsWith('.serial')) this.deals.add(to);
    this.count += seen.length;
    return { from, seen };
  }

  /** Make an update out of what `follow` gave. */
  shown(at: number, world: World, game: Game, { from, seen }: { from: number; seen: Change[] }): GameShown {
    return {
      world: at,
      seat: this.seat,
      cells: [...this.signs.cells(game.tables, cellsFor(world, game, this.seat))],
      from,
      changes: seen,
      said: this.saidTo(game),
    };
  }

  /** What was said openly: orders are explained once they are seen; an offer only to those who see it. */
  private saidTo(game: Game): Said[] {
    const round = game.began.length;
    return game.said
      .filter(({ offer, round: then }) => (offer === 0 ? then < round : this.deals.has(offer)))
      .map((one) => ({ ...one, reasons: one.reasons.slice(0, reasonsAtTable) }));
  }
}

/** The cells that a seat sees; its own locked orders are shown to it as if they were on the table already. */
function cellsFor({ sealed }: World, game: Game, seat: string): Int32Array {
  const orders = sealed[seat];
  if (orders) {
    const round = game.position.cells[game.tables.at.round] ?? 0;
    const locked = decide(game.position, { seat, round, kind: 'lock', orders }, game.chance);
    if (locked.ok) return viewFor(locked.position, seat).cells;
  }
  return viewFor(game.position, seat).cells;
}
