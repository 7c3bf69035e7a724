/** Waits for a moment in which the browser has nothing else to do: Safari of old school tablets knows none, a short while will do there. */

/** Call back when nothing else is to be done; the result takes it back. */
export function whenIdle(act: () => void): () => void {
  if (window.requestIdleCallback === undefined) {
    const later = window.setTimeout(act, 400);
    return () => window.clearTimeout(later);
  }
  const idle = window.requestIdleCallback(act, { timeout: longestWait });
  return () => window.cancelIdleCallback(idle);
}

/** In milliseconds: a page that always has something to do does it all the same. */
const longestWait = 2000;
