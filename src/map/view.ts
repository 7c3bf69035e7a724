/** Which part of the plane is on the screen, and how panning and zooming change that. Draws nothing. */
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
  edges: Edges;
}

/** What the first view leaves free around Syria, in CSS pixels, and how the edge is used. */
export interface Edges {
  /** `row`: all capitals over the map; `line`: so too, names beside seals, for flat windows; `round`: over and beside it. */
  capitals: 'row' | 'line' | 'round';
  top: number;
  bottom: number;
  side: number;
  /** Is there room beside Syria for what is told of its theatres? */
  tells: boolean;
  /** How large the reader has letters: 1 as usual. */
  rem: number;
}

const closest = 7;
/** How high the capitals stand in one line, in units of the reader's letters. */
export const lineHeight = 36;

/** Say how the edge of a plate of this size is used. */
export function edgesOf(width: number, height: number, rem: number): Edges {
  const isFlat = height < 340 * rem;
  const capitals = width < (isFlat ? 480 : 560) * rem ? 'row' : isFlat ? 'line' : 'round';
  const side = Math.min(Math.max(164 * rem, width * 0.145), width * 0.27);
  switch (capitals) {
    case 'row':
      return { capitals, top: 60 * rem + 36, bottom: 12, side: 10, tells: false, rem };
    case 'line':
      return { capitals, top: lineHeight * rem + 34, bottom: 12, side: 10, tells: false, rem };
    case 'round':
      return { capitals, top: 48 * rem + 56, bottom: 20, side, tells: side > 120 * rem, rem };
  }
}

/** Show all of Syria, with room at the edges; `rem` is how large the reader has letters. */
export function homeView(land: Land, width: number, height: number, rem = 1): View {
  const edges = edgesOf(width, height, rem);
  const { syria } = land;
  const across = (width - 2 * edges.side) / (syria.right - syria.left);
  const down = (height - edges.top - edges.bottom) / (syria.bottom - syria.top);
  const scale = Math.max(Math.min(across, down), 0.01);
  const view = { width, height, scale, x: 0, y: 0, home: scale, edges };
  const middle = centred(view, [(syria.left + syria.right) / 2, (syria.top + syria.bottom) / 2]);
  return kept({ ...middle, y: middle.y + (edges.top - edges.bottom) / 2 }, land);
}

/** Lean towards a point of the plane, as a camera does: closer, with the point nearer to the middle. */
export function leaning(home: View, land: Land, to: Point, closeness: number): View {
  const at = toScreen(home, to);
  const near = zoomed(home, land, closeness, at);
  const { top, bottom } = home.edges;
  const middle: Point = [home.width / 2, (top + home.height - bottom) / 2];
  return moved(near, land, (middle[0] - at[0]) * 0.55, (middle[1] - at[1]) * 0.55);
}

/** Find the view a part (0..1) of the way from one to another. */
export function between(from: View, to: View, part: number): View {
  const mix = (one: number, other: number) => one + (other - one) * part;
  return { ...to, scale: mix(from.scale, to.scale), x: mix(from.x, to.x), y: mix(from.y, to.y) };
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
