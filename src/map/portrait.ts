/**
 * Lays portraits of the land on the page: painted in a worker where the browser can, else in the page, a little at a time.
 * Needs no WebGL. What a portrait looks like is the painter's business.
 */
import { readLandInk } from './ink.ts';
import type { Held, Wanted } from './painter.ts';
import type { Painted } from './painter.worker.ts';

/** A place for portraits of one land. */
export interface Portraits {
  /**
   * Paint who holds what, in the canvas's size and the page's colours; rejected where a file cannot be had.
   * @param held who holds what, or the address of a scenario, for how it begins
   * @returns whether it stands there now: not where a newer one was asked for meanwhile, or nothing can be painted
   */
  draw(held: string | Held): Promise<boolean>;
  close(): void;
}

/** Paints what is wanted onto the canvas; says whether it could. */
type Lay = (wanted: Wanted) => Promise<boolean>;

/**
 * Open a canvas for portraits.
 * @param region address of assets/map/region.json, relative to the page
 * @param isBeside false: paint in the page, whatever the browser can
 */
export function openPortraits(canvas: HTMLCanvasElement, region: string, isBeside = true): Portraits {
  const laid = (isBeside && besidePage(canvas)) || inPage(canvas);
  let asked = 0;
  let before: Promise<unknown> = Promise.resolve();
  return {
    async draw(held) {
      const own = (asked += 1);
      // One at a time: while a window is drawn larger, only the last size is painted.
      const turn = before;
      const done = (async () => {
        await turn;
        const { clientWidth: width, clientHeight: height } = canvas;
        if (!laid || own !== asked || width === 0 || height === 0) return false;
        return laid.lay({
          region: addressOf(region),
          held: typeof held === 'string' ? addressOf(held) : held,
          ink: readLandInk(canvas),
          width,
          height,
          dpr: Math.min(window.devicePixelRatio || 1, 2),
        });
      })();
      before = done.catch(() => undefined);
      return done;
    },
    close: () => laid?.close(),
  };
}

/** A worker has addresses of its own. */
function addressOf(file: string): string {
  return new URL(file, document.baseURI).href;
}

/** Let a worker paint; null where the browser knows no sheets in workers. */
function besidePage(canvas: HTMLCanvasElement): { lay: Lay; close(): void } | null {
  if (typeof OffscreenCanvas === 'undefined' || typeof Worker === 'undefined') return null;
  const place = canvas.getContext('bitmaprenderer');
  if (!place) return null;
  const worker = new Worker(new URL('./painter.worker.ts', import.meta.url), { type: 'module' });
  const answer = () =>
    new Promise<Painted>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Painted>) => resolve(data);
      worker.onerror = () => resolve(null);
    });
  return {
    async lay(wanted) {
      const painted = answer();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(wanted);
      const bitmap = await painted;
      if (!bitmap) return false;
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      place.transferFromImageBitmap(bitmap);
      return true;
    },
    close: () => worker.terminate(),
  };
}

/** Paint in the page, a little at a time. */
function inPage(canvas: HTMLCanvasElement): { lay: Lay; close(): void } | null {
  if (!canvas.getContext('2d')) return null;
  const painter = import('./painter.ts').then(({ openPainter }) =>
    openPainter(() => new Promise((resolve) => setTimeout(resolve))),
  );
  return {
    async lay(wanted) {
      await (
        await painter
      )(wanted, canvas);
      return true;
    },
    close: () => undefined,
  };
}
