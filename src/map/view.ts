/** Which part of the plane is on the screen, and how panning and zooming change that. Draws nothing. */
import { boxAround } from './land.ts';
import type { Box, Land, Point } from './land.ts';

/** screen = plane × scale + (x, y), in CSS pixels. */
export interface View {
  width: number;
  height: number;
  scale: number;
  x: number;
  y: number;
  /** The scale at which Syria fills the screen; thickness and detail go by `scale / home`. */
  home: number;
}

/** How far beyond Syria's edges the first view reaches, as parts of the screen: most in the north, towards the capitals. */
const margin = { side: 0.08, top: 0.2, bottom: 0.05 };
const closest = 7;

/** Show all of Syria, with a margin of neighbours. */
export function homeView(land: Land, width: number, height: number): View {
  const syria = boxAround(land.governorates.flatMap((shape) => shape.rings.flat()));
  const across = (width * (1 - 2 * margin.side)) / (syria.right - syria.left);
  const down = (height * (1 - margin.top - margin.bottom)) / (syria.bottom - syria.top);
  const scale = Math.max(Math.min(across, down), 0.01);
  const view = { width, height, scale, x: 0, y: 0, home: scale };
  const middle = centred(view, [(syria.left + syria.right) / 2, (syria.top + syria.bottom) / 2]);
  return kept({ ...middle, y: middle.y + ((margin.top - margin.bottom) / 2) * height }, land);
}

/** Zoom by a factor around a point of the screen. */
export function zoomed(view: View, land: Land, factor: number, around: Point): View {
  const least = smallestScale(view, land);
  const scale = Math.min(Math.max(view.scale * factor, least), view.home * closest);
  const real = scale / view.scale;
  return kept(
    {
      ...view,
      scale,
      x: around[0] - (around[0] - view.x) * real,
      y: around[1] - (around[1] - view.y) * real,
    },
    land,
  );
}

/** Move the sheet by pixels. */
export function moved(view: View, land: Land, byX: number, byY: number): View {
  return kept({ ...view, x: view.x + byX, y: view.y + byY }, land);
}

/** Is this the first view, or one from farther away? Then a finger may scroll the page instead. */
export function isHome(view: View): boolean {
  return view.scale <= view.home * 1.02;
}

export function toScreen(view: View, point: Point): Point {
  return [point[0] * view.scale + view.x, point[1] * view.scale + view.y];
}

export function toPlane(view: View, point: Point): Point {
  return [(point[0] - view.x) / view.scale, (point[1] - view.y) / view.scale];
}

function smallestScale(view: View, land: Land): number {
  const { left, right, top, bottom } = land.sheet;
  return Math.min(view.home, Math.max(view.width / (right - left), view.height / (bottom - top)));
}

function centred(view: View, at: Point): View {
  return { ...view, x: view.width / 2 - at[0] * view.scale, y: view.height / 2 - at[1] * view.scale };
}

/** Keep the screen on the sheet. */
function kept(view: View, land: Land): View {
  const clamp = (start: number, size: number, low: number, high: number) => {
    const least = size - high * view.scale;
    const most = -low * view.scale;
    return least > most ? (least + most) / 2 : Math.min(Math.max(start, least), most);
  };
  const { left, right, top, bottom }: Box = land.sheet;
  return {
    ...view,
    x: clamp(view.x, view.width, left, right),
    y: clamp(view.y, view.height, top, bottom),
  };
}
