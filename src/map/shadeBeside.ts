/** Has mountains shaded in a worker where the browser can, else in the page, a little at a time: either way the page goes on answering. */
import { laidOut, shading } from './relief.ts';
import type { Ground, Relief, Shade } from './relief.ts';
import type { ShadeWanted } from './relief.worker.ts';

/** Shade the land's mountains; what is asked is what `shading` is asked. */
export async function shadeBeside(
  { sheet, ridges }: Ground,
  shadow: string,
  light: string,
  cell: number,
): Promise<Relief> {
  const ground = { sheet, ridges };
  const beside = await inWorker({ ground, shadow, light, cell });
  return laidOut(beside ?? (await inPage(shading(ground, shadow, light, cell))));
}

/** Null where the worker fails. */
async function inWorker(wanted: ShadeWanted): Promise<Shade | null> {
  const worker = new Worker(new URL('./relief.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Shade>) => resolve(data);
      worker.onerror = () => resolve(null);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(wanted);
    });
  } finally {
    worker.terminate();
  }
}

async function inPage(work: Generator<void, Shade, void>): Promise<Shade> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}
