/** Draws a scenario's picture: the land and who holds it at the start, without names or marks. Needs no WebGL. */
import { drawLand, traceOutlines } from './drawLand.ts';
import { readInk } from './ink.ts';
import type { Ink } from './ink.ts';
import { readLand } from './land.ts';
import type { Land } from './land.ts';
import type { MapPicture } from './picture.ts';
import { coarseCell, shadeRelief, shading } from './relief.ts';
import type { Relief } from './relief.ts';
import { homeView } from './view.ts';

/** Draws onto a canvas, in its size and the page's colours, who holds how much of each governorate. */
export type DrawPortrait = (canvas: HTMLCanvasElement, governorates: MapPicture['governorates']) => void;

/**
 * Read a region, so that pictures of it can be drawn.
 * @param region the contents of assets/map/region.json
 * @param rest waits between the parts of the work, so that a page that is being read does not stand still
 */
export async function readPortrait(
  region: unknown,
  rest: () => Promise<void> = async () => undefined,
): Promise<DrawPortrait> {
  const land = readLand(region);
  await rest();
  const outlines = traceOutlines(land);
  // Mountains look the same in each picture until the theme changes.
  const first = readInk(document.documentElement);
  let shaded = { of: themeOf(first), relief: await shadedInParts(land, first, rest) };
  const reliefIn = (ink: Ink): Relief => {
    const of = themeOf(ink);
    if (shaded.of !== of) shaded = { of, relief: shadeRelief(land, ink.relief, ink.plain, coarseCell) };
    return shaded.relief;
  };
  return (canvas, governorates) => {
    const { clientWidth: width, clientHeight: height } = canvas;
    const dpr = Math.min(window.devicePixelRatio || 1, 2);
    canvas.width = Math.round(width * dpr);
    canvas.height = Math.round(height * dpr);
    const pen = canvas.getContext('2d');
    if (!pen || width === 0 || height === 0) return;
    const ink = readInk(canvas);
    // Syria stands a little off the middle, where the page's words leave room.
    const home = homeView(land, width, height);
    const scale = Math.min(
      (width * 0.8) / (land.syria.right - land.syria.left),
      (height * 0.82) / (land.syria.bottom - land.syria.top),
    );
    const middle = [
      (land.syria.left + land.syria.right) / 2,
      (land.syria.top + land.syria.bottom) / 2,
    ] as const;
    const view = {
      ...home,
      scale,
      home: scale,
      x: width * 0.53 - middle[0] * scale,
      y: height * 0.54 - middle[1] * scale,
    };
    drawLand(pen, land, outlines, reliefIn(ink), view, { governorates }, ink, dpr);
  };
}

function themeOf(ink: Ink): string {
  return ink.relief + ink.plain;
}

async function shadedInParts(land: Land, ink: Ink, rest: () => Promise<void>): Promise<Relief> {
  const work = shading(land, ink.relief, ink.plain, coarseCell);
  for (;;) {
    const { done, value } = work.next();
    await rest();
    if (done) return value;
  }
}
