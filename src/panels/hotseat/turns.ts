/** Whose turn it is when a device goes round: everybody once for talks, then again, beginning with another capital each round. */

/**
 * Say who takes the device next.
 * @param people capitals that people play, in the scenario's order
 * @param turns how often each had it this round
 * @param sealed capitals whose orders are in
 * @param last who had it before; not the same again while somebody else waits
 * @returns a capital, or null where all orders are in
 */
export function nextAtTable(
  people: readonly string[],
  turns: Readonly<Record<string, number>>,
  sealed: readonly string[],
  round: number,
  last: string | null,
): string | null {
  const from = people.length === 0 ? 0 : (round - 1) % people.length;
  const order = [...people.slice(from), ...people.slice(0, from)].filter((seat) => !sealed.includes(seat));
  const waiting = order.length > 1 ? order.filter((seat) => seat !== last) : order;
  const fewest = Math.min(...waiting.map((seat) => turns[seat] ?? 0));
  return waiting.find((seat) => (turns[seat] ?? 0) === fewest) ?? null;
}
