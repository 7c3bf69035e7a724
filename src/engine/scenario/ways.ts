/** Ways through the causal web: from a level that moves to all that moves with it, each with its sign and the links passed. */
import { times } from './web.ts';
import type { Sign } from './web.ts';

/** A level that moves, and how it came to. */
export interface Reached {
  readonly level: string;
  readonly sign: Sign;
  readonly by: string | null;
  readonly before: Reached | null;
}

/** One step of the web. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly sign: Sign;
  readonly link: string;
}

const mostWays = 50_000;

/**
 * Follow moves of levels along all pulls and keep the shortest way to each (level, sign). A way passes no level twice:
 * what comes back to a level only dampens or feeds what went out, it does not turn it round.
 */
export function waysFrom(
  begins: readonly { readonly level: string; readonly sign: Sign }[],
  pulls: readonly Step[],
): ReadonlyMap<string, Reached> {
  const reached = new Map<string, Reached>();
  const queue: Reached[] = begins.map((begin) => ({ ...begin, by: null, before: null }));
  for (const at of queue) {
    const key = `${at.level} ${at.sign}`;
    // In a web too dense to walk every way, each (level, sign) is passed once only.
    if (reached.has(key) && queue.length > mostWays) continue;
    if (!reached.has(key)) reached.set(key, at);
    for (const { from, to, sign, link } of pulls) {
      if (from === at.level && !passes(at, to))
        queue.push({ level: to, sign: times(at.sign, sign), by: link, before: at });
    }
  }
  return reached;
}

function passes(way: Reached | null, level: string): boolean {
  for (let at = way; at !== null; at = at.before) if (at.level === level) return true;
  return false;
}

/** Tell a way: `violence.aleppo rises, so (aleppoDisplaced) level.displaced rises`. */
export function told(way: Reached): string {
  const goes = `${way.level} ${way.sign === 1 ? 'rises' : 'falls'}`;
  return way.before === null ? goes : `${told(way.before)}, so (${way.by}) ${goes}`;
}
