/** Shades mountains beside the page, once. */
import { shading } from './relief.ts';
import type { Ground } from './relief.ts';

/** What is to be shaded, and how. */
export interface ShadeWanted {
  readonly ground: Ground;
  readonly shadow: string;
  readonly light: string;
  readonly cell: number;
}

addEventListener('message', ({ data: { ground, shadow, light, cell } }: MessageEvent<ShadeWanted>) => {
  const work = shading(ground, shadow, light, cell);
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    postMessage(value, { transfer: [value.pixels.buffer] });
    return;
  }
});
