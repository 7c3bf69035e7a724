/** Paints portraits beside the page, which goes on answering meanwhile. */
import { openPainter } from './painter.ts';
import type { Wanted } from './painter.ts';

/** A portrait, or null where it could not be painted. */
export type Painted = ImageBitmap | null;

const paint = openPainter();

addEventListener('message', ({ data }: MessageEvent<Wanted>) => {
  const sheet = new OffscreenCanvas(1, 1);
  void paint(data, sheet).then(
    () => {
      const bitmap = sheet.transferToImageBitmap();
      postMessage(bitmap, { transfer: [bitmap] });
    },
    () => postMessage(null),
  );
});
