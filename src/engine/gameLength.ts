/** What a game's length brings with it. How long a game may be is the scenario's business. */

/** Rounds from which a game is a long one. */
const longGame = 8;

/** Tell how many moves a capital may order a round in a game of so many rounds. */
export function movesIn(rounds: number): number {
  return rounds >= longGame ? 3 : 2;
}
