/** Draws a scenario's picture: the land and who holds it at the start, without names or marks. Needs no WebGL. */
import { drawLand, traceOutlines } from './drawLand.ts';
import { readInk } from './ink.ts';
import { readLand } from './land.ts';
import type { MapPicture } from './picture.ts';
import { coarseCell, shadeRelief } from './relief.ts';
import { homeView } from './view.ts';

/**
 * Draw the picture onto a canvas, in its size and the page's colours.
 * @param region the contents of assets/map/region.json
 * @param governorates who holds how much of each
 */
export function drawPortrait(
  canvas: HTMLCanvasElement,
  region: unknown,
  governorates: MapPicture['governorates'],
): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const dpr = Math.min(window.devicePixelRatio || 1, 2);
  canvas.width = Math.round(width * dpr);
  canvas.height = Math.round(height * dpr);
  const pen = canvas.getContext('2d');
  if (!pen || width === 0 || height === 0) return;
  const land = readLand(region);
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
  const relief = shadeRelief(land, ink.relief, ink.plain, coarseCell);
  drawLand(pen, land, traceOutlines(land), relief, view, { governorates }, ink, dpr);
}
