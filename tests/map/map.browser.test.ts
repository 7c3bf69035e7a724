import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { openMap } from '../../src/map/map.ts';
import { mapNames } from '../../src/map/names.ts';
import type { MapHandle, MapOptions, MapStep } from '../../src/map/picture.ts';
import { aPicture } from './aPicture.ts';

const region: unknown = await (await fetch('/map/region.json')).json();
let parent: HTMLElement;
let map: MapHandle | undefined;
const touched: string[] = [];

async function open(changed: Partial<MapOptions> = {}): Promise<MapHandle> {
  parent = document.createElement('div');
  Object.assign(parent.style, { width: '900px', height: '640px' });
  document.body.append(parent);
  touched.length = 0;
  map = await openMap(parent, {
    region,
    onTouch: (id, kind) => touched.push(`${kind} ${id}`),
    theme: 'light',
    reducedMotion: true,
    labels: mapNames((key) => key),
    ...changed,
  });
  map.show(aPicture());
  return map;
}

afterEach(() => {
  map?.destroy();
  map = undefined;
  parent.remove();
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function plate(): HTMLElement {
  const found = parent.querySelector<HTMLElement>('.map-plate');
  if (!found) throw new Error('the map has no plate');
  return found;
}

function tap(x: number, y: number): void {
  const box = plate().getBoundingClientRect();
  const at = { clientX: box.left + x, clientY: box.top + y, pointerId: 1, button: 0, bubbles: true };
  plate().dispatchEvent(new PointerEvent('pointerdown', at));
  plate().dispatchEvent(new PointerEvent('pointerup', at));
}

/** Taps a grid over the whole plate, as one would who looks for everything that answers. */
function tapEverywhere(): Set<string> {
  const { width, height } = plate().getBoundingClientRect();
  for (let x = 3; x < width; x += 7) for (let y = 3; y < height; y += 7) tap(x, y);
  return new Set(touched);
}

test('the map shows the fourteen governorates, the theatres, capitals and clocks, and each answers to a touch', async () => {
  await open();
  const picture = aPicture();
  const things = [
    ...picture.governorates.map(({ id }) => `governorate ${id}`),
    ...picture.theatres.map(({ id }) => `theatre ${id}`),
    ...picture.capitals.map(({ id }) => `capital ${id}`),
    ...picture.clocks.map(({ id }) => `clock ${id}`),
  ];
  const answering = tapEverywhere();
  expect(things.filter((thing) => !answering.has(thing))).toEqual([]);
});

test('both layers have colour on them', async () => {
  await open();
  await wait(300);
  const land = parent.querySelector<HTMLCanvasElement>('.map-land');
  const pixels = land?.getContext('2d')?.getImageData(0, 0, land.width, land.height).data ?? [];
  const colours = new Set<string>();
  for (let index = 0; index < pixels.length; index += 400) {
    colours.add(`${pixels[index]},${pixels[index + 1]},${pixels[index + 2]}`);
  }
  expect(colours.size).toBeGreaterThan(20);
  expect(parent.querySelector('.map-moving canvas')).not.toBeNull();
});

test('at rest the map draws no frame', async () => {
  const handle = await open({ reducedMotion: false });
  await expect.poll(() => handle.frames(), { timeout: 10_000 }).toBeGreaterThan(0);
  await expect.poll(() => isAsleep(handle), { timeout: 10_000 }).toBe(true);
});

const steps: MapStep[] = [
  { at: 'iran', to: 'turkey', kind: 'pact', words: 'one' },
  { at: 'north', kind: 'violence', words: 'two' },
  { at: 'homs', kind: 'control', words: 'three' },
  { at: 'siege', kind: 'clock', words: 'four' },
  { at: 'usa', to: 'aleppo', kind: 'order', words: 'five' },
  { at: 'nowhere', kind: 'event', words: 'six' },
  { at: 'iran', to: 'turkey', kind: 'breach', words: 'seven' },
];

test('a reveal announces its steps in order and ends asleep', async () => {
  const handle = await open();
  const announced: number[] = [];
  await handle.play(steps, { speed: 10, reducedMotion: false, onStep: (i) => announced.push(i) });
  expect(announced).toEqual(steps.map((_, index) => index));
  await expect.poll(() => isAsleep(handle), { timeout: 10_000 }).toBe(true);
});

/** Tell whether the map draws nothing for half a second; on a slow machine it may need a while to come to rest. */
async function isAsleep(handle: MapHandle): Promise<boolean> {
  const before = handle.frames();
  await wait(500);
  return handle.frames() === before;
}

test('under reduced motion a reveal stands still: one picture a step', async () => {
  const handle = await open();
  await wait(300);
  const before = handle.frames();
  await handle.play(steps, { speed: 6, reducedMotion: true, onStep: () => {} });
  await wait(100);
  expect(handle.frames() - before).toBeLessThanOrEqual((steps.length + 1) * 2);
});

test('a reveal can be skipped, and a new one ends the old', async () => {
  const handle = await open();
  const announced: string[] = [];
  const first = handle.play(steps, {
    speed: 0.2,
    reducedMotion: true,
    onStep: (i) => announced.push(`a${i}`),
  });
  const second = handle.play(steps, {
    speed: 0.2,
    reducedMotion: true,
    onStep: (i) => announced.push(`b${i}`),
  });
  await first;
  handle.skip();
  await second;
  expect(announced).toEqual(['a0', 'b0']);
});

test('the map follows its parent to another size', async () => {
  const handle = await open();
  Object.assign(parent.style, { width: '360px', height: '560px' });
  handle.resize();
  await wait(200);
  expect(parent.querySelector('.map-land')?.getBoundingClientRect().width).toBe(360);
  expect(parent.querySelector('.map-moving canvas')?.getBoundingClientRect().width).toBe(360);
  expect(tapEverywhere().has('governorate homs')).toBe(true);
});

test('the drawn map is silent for screen readers, its buttons are named', async () => {
  await open();
  for (const canvas of parent.querySelectorAll('canvas')) {
    expect(canvas.closest('[aria-hidden="true"]')).not.toBeNull();
  }
  const names = [...parent.querySelectorAll('button')].map((button) => button.getAttribute('aria-label'));
  expect(names).toEqual(['map-own-zoomIn', 'map-own-zoomOut', 'map-own-zoomHome']);
  const { violations } = await axe.run(parent, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
});

test('without WebGL the map says so, and leaves nothing behind', async () => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = () => null;
  try {
    await expect(open()).rejects.toThrow('WebGL is missing');
  } finally {
    HTMLCanvasElement.prototype.getContext = real;
  }
  expect(parent.childElementCount).toBe(0);
});

test('a closed map leaves nothing behind', async () => {
  const handle = await open();
  handle.destroy();
  map = undefined;
  await wait(100);
  expect(parent.childElementCount).toBe(0);
});
