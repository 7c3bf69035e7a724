/** Lets the parts of a long page come one after the other: what is seen first is there first, and the page answers in between. */
import { flushSync } from 'svelte';
import { rest } from './rest.ts';

/**
 * Count the parts that may be there, from the first one on; to be called while a component is made.
 * @param last the number of the last part; the first has none before it and is 0
 */
export function inTurns(last: number): { readonly at: number } {
  let at = $state(0);
  $effect(() => {
    let isGone = false;
    void (async () => {
      for (let next = 1; next <= last; next += 1) {
        await rest();
        if (isGone) return;
        flushSync(() => (at = next));
      }
    })();
    return () => {
      isGone = true;
    };
  });
  return {
    get at() {
      return at;
    },
  };
}
