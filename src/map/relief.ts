/** Shades mountains: crests set by hand become slopes under light from the north-west, as in an engraved atlas. Schematic, drawn once. */
import type { Box, Land, Point, Ridge } from './land.ts';
import { penFor, sheetOf } from './paper.ts';
import type { Sheet } from './paper.ts';

/** What is shaded of a land. */
export type Ground = Pick<Land, 'sheet' | 'ridges'>;

/** A shading as plain numbers, which a worker can hand over. */
export interface Shade {
  /** Red, green, blue and opacity of each cell, row by row. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
  columns: number;
  rows: number;
  box: Box;
}

/** A shading of part of the plane, to be laid over the land. */
export interface Relief {
  image: Sheet;
  box: Box;
}

/** Units of the plane to a cell of a fine shading, and of one that is only glanced at. */
export const fineCell = 0.5;
export const coarseCell = 0.85;
/** How steep slopes look: the difference between neighbouring cells grows with the cell. */
const steepness = 2.1;

/** Put a shading on a sheet. */
export function laidOut({ pixels, columns, rows, box }: Shade): Relief {
  const image = sheetOf(columns, rows);
  penFor(image)?.putImageData(new ImageData(pixels, columns, rows), 0, 0);
  return { image, box };
}

/** Rows of cells that are shaded at a time. */
const rowsAtATime = 40;

/** How a land is shaded: colours as `#rrggbb`, and the grain in units of the plane. */
export interface Manner {
  readonly shadow: string;
  readonly light: string;
  readonly cell: number;
}

/**
 * Shade a land's mountains.
 * @param rest waits between the parts of the work, so that whoever has something else to do meanwhile gets to it
 */
export async function shade(land: Ground, manner: Manner, rest: () => Promise<void>): Promise<Shade> {
  const work = shading(land, manner);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await rest();
  }
}

function* shading(land: Ground, { shadow, light, cell }: Manner): Generator<void, Shade, void> {
  const { sheet } = land;
  const columns = Math.ceil((sheet.right - sheet.left) / cell);
  const rows = Math.ceil((sheet.bottom - sheet.top) / cell);
  const ground: Cells = {
    columns,
    rows,
    cell,
    sheet,
    heights: new Float32Array(columns * rows),
    rugged: new Float32Array(columns * rows),
  };
  const { heights } = ground;
  for (const ridge of land.ridges) {
    raise(ground, ridge);
    yield;
  }
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  const [dark, bright] = [channels(shadow), channels(light)];
  for (let row = 1; row < rows - 1; row += 1) {
    if (row % rowsAtATime === 0) yield;
    for (let column = 1; column < columns - 1; column += 1) {
      const at = row * columns + column;
      const east = (heights[at + 1] ?? 0) - (heights[at - 1] ?? 0);
      const south = (heights[at + columns] ?? 0) - (heights[at - columns] ?? 0);
      // Slopes that fall to the south-east lie in shade.
      const lit = ((east * 0.75 + south) * steepness) / cell;
      const tone = lit < 0 ? dark : bright;
      const strength = Math.min(1, Math.abs(lit));
      // One by one: a list for each of some hundred thousand cells would be made and thrown away.
      pixels[at * 4] = tone[0];
      pixels[at * 4 + 1] = tone[1];
      pixels[at * 4 + 2] = tone[2];
      pixels[at * 4 + 3] = Math.round(strength * (lit < 0 ? 190 : 120));
    }
  }
  return { pixels, columns, rows, box: sheet };
}

interface Cells {
  columns: number;
  rows: number;
  cell: number;
  sheet: Box;
  heights: Float32Array;
  /** How uneven each cell is; 0 where that was not reckoned yet. */
  rugged: Float32Array;
}

/** Raise the ground along a crest, uneven enough to look like hills. */
function raise({ columns, rows, cell, sheet, heights, rugged }: Cells, ridge: Ridge): void {
  const reach = ridge.width * 1.9;
  ridge.line.forEach((end, index) => {
    const start = ridge.line[index - 1];
    if (!start) return;
    const from = (value: number, origin: number) => Math.max(0, Math.floor((value - reach - origin) / cell));
    const to = (value: number, origin: number, most: number) =>
      Math.min(most - 1, Math.ceil((value + reach - origin) / cell));
    for (
      let row = from(Math.min(start[1], end[1]), sheet.top);
      row <= to(Math.max(start[1], end[1]), sheet.top, rows);
      row += 1
    ) {
      for (
        let column = from(Math.min(start[0], end[0]), sheet.left);
        column <= to(Math.max(start[0], end[0]), sheet.left, columns);
        column += 1
      ) {
        const x = sheet.left + (column + 0.5) * cell;
        const y = sheet.top + (row + 0.5) * cell;
        const away = distance([x, y], start, end) / ridge.width;
        if (away > 1.9) continue;
        const at = row * columns + column;
        // Reckoned once for a cell, however many crests reach it.
        const own = rugged[at] || (rugged[at] = 0.34 + ruggedness(x, y));
        const height = ridge.rise * Math.exp(-away * away * 1.5) * own;
        // Stretches of one crest meet without a step.
        if (height > (heights[at] ?? 0)) heights[at] = height;
      }
    }
  });
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [along, across] = [bx - ax, by - ay];
  const length = along * along + across * across || 1;
  const part = Math.max(0, Math.min(1, ((x - ax) * along + (y - ay) * across) / length));
  return Math.hypot(x - ax - along * part, y - ay - across * part);
}

/** Crests and gullies, large ones and small ones on them, between 0 and 1. */
function ruggedness(x: number, y: number): number {
  const crest = (density: number) => 1 - Math.abs(2 * unevenness(x * density, y * density) - 1);
  return crest(0.16) * 0.5 + crest(0.42) * 0.32 + crest(0.95) * 0.18;
}

/** Smooth unevenness between 0 and 1, always the same at the same place. */
function unevenness(x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const soft = (part: number) => part * part * (3 - 2 * part);
  const [across, down] = [soft(x - left), soft(y - top)];
  const mix = (one: number, other: number, part: number) => one + (other - one) * part;
  return mix(
    mix(scatter(left, top), scatter(left + 1, top), across),
    mix(scatter(left, top + 1), scatter(left + 1, top + 1), across),
    down,
  );
}

function scatter(x: number, y: number): number {
  let mixed = Math.imul(x, 374_761_393) ^ Math.imul(y, 668_265_263);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1_274_126_177);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}

function channels(colour: string): [number, number, number] {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16) || 0;
  return [part(1), part(3), part(5)];
}
