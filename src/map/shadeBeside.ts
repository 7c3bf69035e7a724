/** Has mountains shaded in a worker where the browser can, else in the page, a little at a time: either way the page goes on answering. */
import { laidOut, shade } from './relief.ts';
import type { Ground, Manner, Relief, Shade } from './relief.ts';
import type { ShadeWanted } from './relief.worker.ts';

/** Shade the land's mountains; what is asked is what `shade` is asked. */
export async function shadeBeside({ sheet, ridges }: Ground, manner: Manner): Promise<Relief> {
  const ground = { sheet, ridges };
  const rest = () => new Promise<void>((resolve) => setTimeout(resolve));
  return laidOut((await inWorker({ ground, manner })) ?? (await shade(ground, manner, rest)));
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
