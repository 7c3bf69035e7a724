/** What stands behind an address: a way of playing together, or a game. Known from the first screen on, so nothing is imported here. */

export const routes = ['together', 'device', 'slips', 'join', 'lead', 'projector', 'kit'] as const;
export type Route = (typeof routes)[number];

/** Read which way of playing together an address asks for: `#device`, or `?room=CODE` for joining; null where it asks for none. */
export function togetherIn({ hash, search }: { hash: string; search: string }): Route | null {
  const [name] = hash.slice(1).split('=');
  const found = routes.find((route) => route === name);
  if (found) return found;
  return hash === '' && new URLSearchParams(search).has('room') ? 'join' : null;
}

/** Tell whether what stands behind # holds a game. */
export function holdsGame(hash: string): boolean {
  return hash.startsWith('#game=');
}
