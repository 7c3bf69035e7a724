import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inFull } from '../../src/map/ink.ts';
import { placeLabels } from '../../src/map/labelPlacing.ts';
import { readLand } from '../../src/map/land.ts';
import { layOut, placeOf, touchedAt } from '../../src/map/marks.ts';
import { asNumber, colourOf } from '../../src/map/strokes.ts';
import { curve } from '../../src/map/ties.ts';
import { homeView, moved, toScreen, zoomed } from '../../src/map/view.ts';
import { aPicture } from './aPicture.ts';

const file = readFileSync(new URL('../../assets/map/region.json', import.meta.url), 'utf8');
const land = readLand(JSON.parse(file));
const sizes = [
  [1280, 800],
  [768, 1024],
  [360, 480],
] as const;

test.each(sizes)('on %i × %i all marks and ties are on the screen', (width, height) => {
  const view = homeView(land, width, height);
  const marks = layOut(aPicture(), land, view);
  const all = [...marks.capitals, ...marks.theatres, ...marks.clocks];
  // Where there is room beside Syria, the clock stands there.
  const count = width < 560 ? 7 : 6;
  const lines = marks.ties.flatMap((tie) => curve(tie, 1)).map(([x, y]) => ({ id: 'tie', x, y }));
  expect(all).toHaveLength(count);
  const off = [...all, ...lines].filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height);
  expect(off).toEqual([]);
});

test.each(sizes)(
  'on %i × %i the capitals sit in the edge, apart, each with the bearing to it',
  (width, height) => {
    const { capitals } = layOut(aPicture(), land, homeView(land, width, height));
    const order = capitals.map(({ id }) => id);
    expect(order).toEqual(['usa', 'turkey', 'russia', 'iran']);
    // West, north-west, north, east: down the screen is positive.
    const bearings = capitals.map(({ bearing }) => [
      Math.sign(Math.round(Math.cos(bearing) * 3)) + 0,
      Math.sin(bearing) < 0.2,
    ]);
    expect(bearings).toEqual([
      [-1, true],
      [-1, true],
      [0, true],
      [1, true],
    ]);
    for (const { x, y } of capitals) {
      expect(Math.min(x, y, width - x), 'a seal far from the edge').toBeLessThan(60);
    }
    capitals.forEach((one, index) => {
      for (const other of capitals.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius + 8);
      }
    });
  },
);

test.each([
  [590, 300],
  [515, 340],
  [360, 300],
])('in a flat window of %i × %i no tie between capitals crosses Syria', (width, height) => {
  const view = homeView(land, width, height);
  const { ties } = layOut(aPicture(), land, view);
  const [, top] = toScreen(view, [land.syria.left, land.syria.top]);
  for (const tie of ties) expect(Math.max(...curve(tie, 1).map(([, y]) => y))).toBeLessThanOrEqual(top);
});

test('the seals stay where they are when one looks closer', () => {
  const home = homeView(land, 1280, 700);
  const near = zoomed(home, land, 3, [640, 350]);
  const places = (view: typeof home) => layOut(aPicture(), land, view).capitals.map(({ x, y }) => [x, y]);
  expect(places(near)).toEqual(places(home));
});

test('marks of theatres and clocks do not overlap, even where theatres share their ground', () => {
  const twins = ['a', 'b', 'c'].map((id) => ({
    id,
    name: id,
    governorates: ['aleppo'],
    violence: 9000,
    word: '',
    tip: '',
  }));
  const { theatres, clocks } = layOut(aPicture({ theatres: twins }), land, homeView(land, 360, 480));
  const all = [...theatres, ...clocks];
  all.forEach((one, index) => {
    for (const other of all.slice(index + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
    }
  });
});

test('a touch finds the mark within reach, else the governorate, else nothing', () => {
  const picture = aPicture();
  const view = homeView(land, 1280, 800);
  const marks = layOut(picture, land, view);
  const capital = marks.capitals.find(({ id }) => id === 'iran');
  const homs = land.governorates.find(({ id }) => id === 'homs');
  if (!capital || !homs) throw new Error('no capital or no Homs');
  expect(touchedAt([capital.x + 15, capital.y], marks, land, view, picture)).toEqual({
    id: 'iran',
    kind: 'capital',
  });
  expect(touchedAt(toScreen(view, homs.heart), marks, land, view, picture)).toEqual({
    id: 'homs',
    kind: 'governorate',
  });
  expect(touchedAt([60, 700], marks, land, view, picture)).toBeUndefined();
});

test('things of different kinds may share an id: each step means its own kind', () => {
  const picture = aPicture({
    theatres: [{ id: 'homs', name: '', governorates: ['aleppo'], violence: 5000, word: '', tip: '' }],
    clocks: [{ id: 'homs', name: '', theatre: 'homs', filled: 1, tip: '' }],
  });
  // On a phone, where clocks stand on the land.
  const view = homeView(land, 360, 480);
  const marks = layOut(picture, land, view);
  const [theatre] = marks.theatres;
  const [clock] = marks.clocks;
  const homs = land.governorates.find(({ id }) => id === 'homs');
  if (!theatre || !clock || !homs) throw new Error('something is missing');
  expect(placeOf('homs', marks, land, view)).toEqual([theatre.x, theatre.y]);
  expect(placeOf('homs', marks, land, view, 'clock')).toEqual([clock.x, clock.y]);
  expect(placeOf('homs', marks, land, view, 'governorate')).toEqual(toScreen(view, homs.heart));
  expect(placeOf('nowhere', marks, land, view)).toBeUndefined();
});

test('panning and zooming never leave the sheet', () => {
  let view = homeView(land, 900, 600);
  for (const [x, y] of [
    [9000, 9000],
    [-9000, -9000],
  ] as const) {
    view = moved(zoomed(view, land, 0.01, [0, 0]), land, x, y);
    const [left, top] = toScreen(view, [land.sheet.left, land.sheet.top]);
    const [right, bottom] = toScreen(view, [land.sheet.right, land.sheet.bottom]);
    expect([left <= 0.01, top <= 0.01, right >= 899.99, bottom >= 599.99]).toEqual([true, true, true, true]);
  }
});

test('no label covers another or a taken box; one that is needed is placed all the same', () => {
  const wish = { width: 20, height: 10, centres: [[50, 50]] as [number, number][] };
  const screen = { width: 100, height: 100 };
  expect(
    placeLabels(
      [
        { ...wish, weight: 1 },
        { ...wish, weight: 2 },
      ],
      [],
      [],
      screen,
    ),
  ).toEqual([null, [50, 50]]);
  const box = { left: 45, right: 55, top: 45, bottom: 55 };
  expect(placeLabels([{ ...wish, weight: 1 }], [box], [], screen)).toEqual([null]);
  expect(placeLabels([{ ...wish, weight: 1 }], [], [box], screen)).toEqual([null]);
  expect(placeLabels([{ ...wish, weight: 1, isNeeded: true }], [], [box], screen)).toEqual([[50, 50]]);
});

test('a colour that a built style sheet has shortened is the same colour to every brush', () => {
  expect(['#fff', '#a0f', '#1d4f86', ''].map(inFull)).toEqual(['#ffffff', '#aa00ff', '#1d4f86', '']);
  expect(colourOf(asNumber(inFull('#0a4')))).toBe('#00aa44');
});
