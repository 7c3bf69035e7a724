/**
 * Paints portraits of the land: who holds it, without names or marks. The same in the page and in a worker; when one is
 * wanted, and where it is laid, is decided in portrait.ts.
 */
import { drawLand, traceOutlines } from './drawLand.ts';
import type { Outlines } from './drawLand.ts';
import type { LandInk } from './ink.ts';
import { readLand } from './land.ts';
import type { Land } from './land.ts';
import { penFor } from './paper.ts';
import type { Sheet } from './paper.ts';
import type { MapPicture } from './picture.ts';
import { coarseCell, laidOut, shade } from './relief.ts';
import type { Relief } from './relief.ts';
import { homeView } from './view.ts';

/** Who holds how much of each governorate. */
export type Held = MapPicture['governorates'];

/** A portrait that is wanted. */
export interface Wanted {
  /** Address of assets/map/region.json. */
  readonly region: string;
  /** Address of a scenario.json, for who holds what when it begins; or who holds what. */
  readonly held: string | Held;
  readonly ink: LandInk;
  /** In CSS pixels, of which each is `dpr` canvas pixels. */
  readonly width: number;
  readonly height: number;
  readonly dpr: number;
}

/** Paints onto a sheet, which takes the size that is wanted; rejected where a file cannot be had. */
export type Paint = (wanted: Wanted, sheet: Sheet) => Promise<void>;

interface Ground {
  readonly land: Land;
  readonly outlines: Outlines;
}

/**
 * Open a painter, who keeps what the next portrait of the same land needs too.
 * @param rest waits between the parts of the work, so that a page that is being read does not stand still
 */
export function openPainter(rest: () => Promise<void> = async () => undefined): Paint {
  const files = new Map<string, Promise<unknown>>();
  let ground: (Ground & { of: string }) | null = null;
  // Mountains look the same in each picture until the theme changes.
  let shaded: { of: string; relief: Relief } | null = null;

  function fetched(address: string): Promise<unknown> {
    const file = files.get(address) ?? fetchFile(address);
    files.set(address, file);
    return file;
  }
  async function groundOf(region: string): Promise<Ground> {
    if (ground?.of === region) return ground;
    const land = readLand(await fetched(region));
    await rest();
    ground = { of: region, land, outlines: traceOutlines(land) };
    return ground;
  }
  async function reliefOf(land: Land, { relief, plain }: LandInk, region: string): Promise<Relief> {
    const of = [region, relief, plain].join(' ');
    if (shaded?.of === of) return shaded.relief;
    const manner = { shadow: relief, light: plain, cell: coarseCell };
    shaded = { of, relief: laidOut(await shade(land, manner, rest)) };
    return shaded.relief;
  }
  return async ({ region, held, ink, width, height, dpr }, sheet) => {
    const governorates = typeof held === 'string' ? heldAtStart(await fetched(held)) : held;
    const { land, outlines } = await groundOf(region);
    const relief = await reliefOf(land, ink, region);
    sheet.width = Math.round(width * dpr);
    sheet.height = Math.round(height * dpr);
    const pen = penFor(sheet);
    if (pen) drawLand(pen, land, outlines, relief, viewOf(land, width, height), { governorates }, ink, dpr);
  };
}

async function fetchFile(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`cannot load ${address}`);
  return response.json();
}

/** Read from a scenario who holds what when it begins. */
function heldAtStart(scenario: unknown): Held {
  const { governorates } = scenario as {
    governorates: { id: string; control: Record<string, number> }[];
  };
  return governorates.map(({ id, control }) => ({
    id,
    name: '',
    tip: '',
    shares: Object.entries(control).map(([holder, share]) => ({ holder, name: '', share })),
  }));
}

/** Syria stands a little off the middle, where the page's words leave room. */
function viewOf(land: Land, width: number, height: number) {
  const { left, right, top, bottom } = land.syria;
  const scale = Math.min((width * 0.8) / (right - left), (height * 0.82) / (bottom - top));
  const [across, down] = [((left + right) / 2) * scale, ((top + bottom) / 2) * scale];
  return {
    ...homeView(land, width, height),
    scale,
    home: scale,
    x: width * 0.53 - across,
    y: height * 0.54 - down,
  };
}
