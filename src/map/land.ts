/** Reads region.json into shapes on a plane. How they look, and who holds them, does not belong here. */
import { geoConicConformal } from 'd3-geo';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { feature } from 'topojson-client';

export type Point = readonly [x: number, y: number];
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Shape {
  id: string;
  rings: Point[][];
  box: Box;
  /** A point well inside, for a name or a mark. */
  heart: Point;
  /** Where points spread evenly over the shape lie along `bandAxis`, in order: the measure of area for bands. */
  spread: Float64Array;
}

interface Town {
  id: string;
  at: Point;
  rank: number;
}

export interface Ridge {
  rise: number;
  width: number;
  line: Point[];
}

/** Ways of convoys or of people who flee, or capitals that meet. */
export interface Flow {
  id: string;
  kind: 'aid' | 'flight' | 'talks';
  ways: Point[][];
  among: string[];
}

/** The land, on a plane whose unit is about a seventeenth of a degree. */
export interface Land {
  /** The part of the plane that is drawn to the last corner. */
  sheet: Box;
  governorates: Shape[];
  /** A box around all governorates. */
  syria: Box;
  countries: { id: string; rings: Point[][] }[];
  lines: Record<string, Point[][]>;
  /** Names in `lines` that are under dispute. */
  disputed: string[];
  rivers: { id: string; major: boolean; line: Point[] }[];
  lakes: { id: string; ring: Point[] }[];
  towns: Town[];
  /** Each name with the places to try for it, best first. */
  names: { id: string; places: Point[]; kind: NameKind }[];
  capitals: Record<string, Point>;
  /** Where others outside Syria are told of. */
  outsiders: Record<string, Point>;
  golanWest: Point[];
  /** Crests of mountains: `rise` 0..1, `width` of the slopes in units of the plane. */
  ridges: Ridge[];
  /** What is shown when a level with this id moves. */
  flows: Flow[];
  /** Lines of longitude and latitude, every two degrees. */
  grid: Point[][];
}

/** Unit vector along which the bands of a governorate follow each other. */
export const bandAxis: Point = [Math.cos(0.6), Math.sin(0.6)];

/** Units of the plane to a degree of latitude, near enough. */
const unitsADegree = 17.4;

/** Large countries are named across their land, small ones beside it. */
type NameKind = 'country' | 'small' | 'sea' | 'area';

type Place = [number, number];
interface Region {
  sheet: [number, number, number, number];
  disputed: string[];
  capitals: Record<string, Place>;
  outsiders: Record<string, Place>;
  cities: { id: string; at: Place; rank: number }[];
  names: { id: string; places: Place[]; kind: NameKind }[];
  rivers: { id: string; major: boolean; line: Place[] }[];
  lakes: { id: string; ring: Place[] }[];
  golanWest: Place[];
  ridges: { rise: number; width: number; line: Place[] }[];
  flows: { id: string; kind: Flow['kind']; ways?: Place[][]; among?: string[] }[];
  land: Topology;
}

/** Read the region file's parsed contents; throws when it is not one. */
export function readLand(file: unknown): Land {
  const region = asRegion(file);
  const conic = geoConicConformal().parallels([31, 40]).rotate([-39.5, 0]).scale(1000).translate([0, 0]);
  const project = (place: readonly number[]): Point =>
    conic([place[0] ?? 0, place[1] ?? 0]) ?? [Number.NaN, Number.NaN];
  const along = (places: readonly (readonly number[])[]) => places.map(project);
  const shapes = (name: string) =>
    geometriesOf(region.land, name).map((one) => ({
      id: String(one.id),
      rings: ringsOf(region.land, one).map(along),
    }));
  const governorates = shapes('governorates').map(({ id, rings }) => measured(id, rings));
  return {
    sheet: sheetBox(region.sheet, project),
    governorates,
    syria: boxAround(governorates.flatMap(({ rings }) => rings.flat())),
    countries: shapes('countries'),
    lines: Object.fromEntries(shapes('lines').map(({ id, rings }) => [id, rings])),
    disputed: region.disputed,
    rivers: region.rivers.map((river) => ({ ...river, line: along(river.line) })),
    lakes: region.lakes.map((lake) => ({ ...lake, ring: along(lake.ring) })),
    towns: region.cities.map((town) => ({ ...town, at: project(town.at) })),
    names: region.names.map(({ id, kind, places }) => ({ id, kind, places: along(places) })),
    capitals: Object.fromEntries(
      Object.entries(region.capitals).map(([id, at]) => [
        id,
        isOnSheet(region.sheet, at) ? project(at) : beyond(at, project),
      ]),
    ),
    outsiders: Object.fromEntries(Object.entries(region.outsiders).map(([id, at]) => [id, project(at)])),
    golanWest: along(region.golanWest),
    ridges: region.ridges.map(({ rise, width, line }) => ({
      rise,
      width: width * unitsADegree,
      line: along(line),
    })),
    flows: region.flows.map(({ id, kind, ways = [], among = [] }) => ({
      id,
      kind,
      ways: ways.map(along),
      among,
    })),
    grid: gridLines(region.sheet).map(along),
  };
}

/** Is the point inside the rings (odd number of edges crossed)? */
export function isInside(rings: Point[][], [x, y]: Point): boolean {
  return isOdd(crossings(rings, y), x);
}

/** Where the edges of rings meet a level line. */
function crossings(rings: Point[][], y: number): number[] {
  const met: number[] = [];
  for (const ring of rings) {
    let previous = ring.at(-1);
    for (const point of ring) {
      if (previous && point[1] > y !== previous[1] > y)
        met.push(point[0] + ((y - point[1]) / (previous[1] - point[1])) * (previous[0] - point[0]));
      previous = point;
    }
  }
  return met;
}

/** Does an odd number of crossings lie further along than `x`? */
function isOdd(met: readonly number[], x: number): boolean {
  let inside = false;
  for (const crossing of met) if (x < crossing) inside = !inside;
  return inside;
}

function asRegion(file: unknown): Region {
  const region = file as Partial<Region> | null;
  if (typeof region !== 'object' || region?.land?.type !== 'Topology' || !region.sheet) {
    throw new Error('the map file is not a region made by make-map');
  }
  return region as Region;
}

function geometriesOf(land: Topology, name: string): GeometryObject[] {
  const found = land.objects[name];
  if (found?.type !== 'GeometryCollection') throw new Error(`the map file has no ${name}`);
  return (found as GeometryCollection).geometries;
}

/** Flatten any geometry into lists of places: the rings of areas, the stretches of lines. */
function ringsOf(land: Topology, one: GeometryObject): number[][][] {
  const found = feature(land, one);
  if (found.type !== 'Feature') return [];
  const { geometry } = found;
  switch (geometry.type) {
    case 'MultiPolygon':
      return geometry.coordinates.flat();
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates;
    case 'LineString':
      return [geometry.coordinates];
    default:
      return [];
  }
}

function isOnSheet([west, south, east, north]: Region['sheet'], [x, y]: Place): boolean {
  return x > west && x < east && y > south && y < north;
}

/**
 * Place a far town in the direction in which readers of a flat map look for it: Washington to the west, where the
 * straight line over the globe would send the eye north.
 */
function beyond([longitude, latitude]: Place, project: (place: number[]) => Point): Point {
  const [x, y] = project([39.5, 36]);
  const degree = project([39.5, 35])[1] - y;
  return [x + (longitude - 39.5) * degree * 0.8, y - (latitude - 36) * degree];
}

/** The largest upright box that the curved sheet fills. */
function sheetBox([west, south, east, north]: Region['sheet'], project: (place: number[]) => Point): Box {
  const middle = (west + east) / 2;
  return {
    left: Math.max(project([west, south])[0], project([west, north])[0]),
    right: Math.min(project([east, south])[0], project([east, north])[0]),
    // Parallels bend: the north edge hangs lowest at its middle, the south edge rises towards its ends.
    top: Math.max(project([west, north])[1], project([middle, north])[1], project([east, north])[1]),
    bottom: Math.min(project([west, south])[1], project([middle, south])[1], project([east, south])[1]),
  };
}

function measured(id: string, rings: Point[][]): Shape {
  const box = boxAround(rings.flat());
  const inside = pointsInside(rings, box);
  const edge = rings.flat();
  const clearance = ([x, y]: Point): number => {
    let least = Infinity;
    for (const [a, b] of edge) least = Math.min(least, (a - x) ** 2 + ((b - y) * 1.6) ** 2);
    return least;
  };
  const sample = inside.filter((_, index) => index % Math.ceil(inside.length / 150) === 0);
  const heart = sample.reduce<[Point, number]>(
    (best, point) => {
      const room = clearance(point);
      return room > best[1] ? [point, room] : best;
    },
    [[(box.left + box.right) / 2, (box.top + box.bottom) / 2], -1],
  )[0];
  const spread = Float64Array.from(inside, ([x, y]) => x * bandAxis[0] + y * bandAxis[1]);
  // A typed array sorts by value.
  spread.sort();
  return { id, rings, box, heart, spread };
}

function pointsInside(rings: Point[][], box: Box): Point[] {
  const cells = 44;
  const found: Point[] = [];
  for (let row = 0; row < cells; row += 1) {
    const y = box.top + ((row + 0.5) / cells) * (box.bottom - box.top);
    // One look at the edges for a whole row: thousands of points would ask each edge anew.
    const met = crossings(rings, y);
    for (let column = 0; column < cells; column += 1) {
      const x = box.left + ((column + 0.5) / cells) * (box.right - box.left);
      if (isOdd(met, x)) found.push([x, y]);
    }
  }
  return found;
}

/** Draw the smallest upright box around points. */
export function boxAround(points: readonly Point[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

function gridLines([west, south, east, north]: Region['sheet']): number[][][] {
  const lines: number[][][] = [];
  for (let x = Math.ceil(west / 2) * 2; x <= east; x += 2) lines.push(steps(south, north).map((y) => [x, y]));
  for (let y = Math.ceil(south / 2) * 2; y <= north; y += 2) lines.push(steps(west, east).map((x) => [x, y]));
  return lines;
}

/** Count up in ones. */
function steps(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n);
}
