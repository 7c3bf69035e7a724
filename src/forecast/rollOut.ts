/** Plays single numbered games of a request from the start to their end, and reads how far aims were reached. Counting is done elsewhere. */
import { seedFor } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';
import { drawChance, seedsFrom, start } from '../engine/position.ts';
import type { GameOptions } from '../engine/position.ts';
import type { Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import { drawSeats } from './playout.ts';
import type { PolicyName } from './policy.ts';
import { rollOn } from './rollOn.ts';
import type { Player } from './rollOn.ts';

/** What all games of a request have in common. Plain data, so that it can be handed to a worker. */
export interface ForecastRequest {
  readonly games: number;
  readonly seed: Seed;
  readonly options: GameOptions;
  /** Stances held by constraint in all games. */
  readonly keep?: Keep;
  readonly policy?: PolicyName;
  /** Policies of single capitals, where one plays otherwise than the rest. */
  readonly policies?: Readonly<Record<string, PolicyName>>;
}

/** Who is told what while a game is rolled out. */
export interface Watch {
  /** The cells at the start, and after each round with orders: the last time before the quarters that run on are played. */
  round?(cells: Int32Array, round: number): void;
}

/**
 * Play one game of a request to its end.
 * @param game its number: the same request and number give the same game
 * @returns the last cells
 */
export function rollOut(
  tables: Tables,
  request: ForecastRequest,
  game: number,
  watch: Watch = {},
): Int32Array {
  const own = seedFor(request.seed, `game ${game}`);
  const drawn = drawChance(tables, seedsFrom(own));
  const { phase } = tables.at;
  let played = 0;
  // The last round is told of by who closes the books: when it comes back, the quarters that run on have been played too.
  const chance = watch.round
    ? { ...drawn, closed: (now: Int32Array) => watch.round?.(now, ++played) }
    : drawn;
  const cells = start(tables, request.options, chance).position.cells.slice();
  watch.round?.(cells, 0);
  rollOn(tables, cells, chance, seatsFor(tables, request, own), request.keep ?? {}, {
    round() {
      if ((cells[phase] ?? 0) < 2) watch.round?.(cells, ++played);
    },
  });
  return cells;
}

/** Seat a game: computers with temperaments of their own, of the policies that are asked for. */
export function seatsFor(
  tables: Tables,
  { policy, policies = {} }: ForecastRequest,
  seed: Seed,
): Record<string, Player> {
  const seats = drawSeats(tables, seed, policy);
  return Object.fromEntries(
    Object.entries(seats).map(([id, seat]) => [
      id,
      policies[id] === undefined ? seat : { ...seat, policy: policies[id] },
    ]),
  );
}

/** Give the result of every aim: half its average over the rounds, half its end; in hundredths. */
export function aimResults(tables: Tables, cells: Int32Array): { id: string; value: number }[] {
  const rounds = Math.max(1, (cells[tables.at.round] ?? 1) - 1);
  return tables.capitals.flatMap((capital) =>
    capital.aims.map((aim) => ({
      id: `${capital.id}.${aim.id}`,
      value: Math.trunc((Math.trunc((cells[aim.sum] ?? 0) / rounds) + (cells[aim.cell] ?? 0)) / 2),
    })),
  );
}
