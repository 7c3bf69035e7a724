/** What charts are drawn with, loaded once; and whether they are drawn for paper, which waits for nothing. */
import type * as Marks from './plot.ts';

export const paper = $state({
  /** True while the page is laid out for printing: what can be drawn is drawn at once. */
  printing: false,
});

let ready: typeof Marks | null = null;

/** Load the tools; later calls give the same ones. */
export async function loadTools(): Promise<typeof Marks> {
  ready ??= await import('./plot.ts');
  return ready;
}

/** Give the tools if they are here already. */
export function toolsHere(): typeof Marks | null {
  return ready;
}
