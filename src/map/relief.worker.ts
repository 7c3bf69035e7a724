/** Shades mountains beside the page, once. */
import { shade } from './relief.ts';
import type { Ground, Manner } from './relief.ts';

/** What is to be shaded, and how. */
export interface ShadeWanted {
  readonly ground: Ground;
  readonly manner: Manner;
}

addEventListener('message', ({ data: { ground, manner } }: MessageEvent<ShadeWanted>) => {
  void shade(ground, manner, async () => undefined).then((shaded) =>
    postMessage(shaded, { transfer: [shaded.pixels.buffer] }),
  );
});
