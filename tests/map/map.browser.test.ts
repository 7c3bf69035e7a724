import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
// oxlint-disable-next-line import/no-unassigned-import -- the page's tokens, from which the map takes its colours
import '../../src/panels/style.css';
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
    onText: () => touched.push('text'),
    reducedMotion: true,
    labels: mapNames((key) => key),
    ...changed,
  });
  map.show(aPicture());
  return map;
}

beforeEach(() => {
  document.documentElement.dataset['text'] = 'usual';
  document.documentElement.dataset['motion'] = 'full';
});
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
  for (const button of parent.querySelectorAll<HTMLButtonElement>('.map-capital, .map-callout button')) {
    button.click();
  }
  for (const one of touched) answering.add(one);
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
  { at: 'iran', to: 'turkey', kind: 'pact', name: 'it', words: 'one' },
  { at: 'north', kind: 'violence', name: 'it', words: 'two' },
  { at: 'homs', kind: 'control', name: 'it', words: 'three' },
  { at: 'siege', kind: 'clock', name: 'it', words: 'four' },
  { at: 'usa', to: 'aleppo', kind: 'order', name: 'it', words: 'five' },
  { at: 'nowhere', kind: 'event', name: 'it', words: 'six' },
  { at: 'iran', to: 'turkey', kind: 'breach', name: 'it', words: 'seven' },
  { at: 'usa', to: 'russia', kind: 'trust', up: false, name: 'it', words: 'eight' },
  { at: 'aid', kind: 'flow', up: true, name: '', words: 'nine' },
  { at: 'refugees', kind: 'flow', up: true, name: 'it', words: 'ten' },
  { at: 'astana', kind: 'flow', up: true, name: 'it', words: 'eleven' },
  { at: 'constitution', kind: 'issue', among: ['iran', 'usa'], up: false, name: 'it', words: 'twelve' },
  {
    at: 'militia',
    kind: 'client',
    holder: 'opposition',
    among: ['usa'],
    answer: 'refuses',
    name: 'it',
    words: 'thirteen',
  },
  { at: 'europe', kind: 'alarm', up: true, name: 'it', words: 'fourteen' },
  { at: 'iran', kind: 'seat', up: true, name: 'it', words: 'fifteen' },
];

test('a reveal announces its steps in order and ends asleep', async () => {
  const handle = await open();
  const announced: number[] = [];
  await handle.play(steps, { speed: 25, reducedMotion: false, onStep: (i) => announced.push(i) });
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
  await handle.play(steps, { speed: 20, reducedMotion: true, onStep: () => {} });
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

test('all that can be pointed at is named for screen readers, and nothing drawn is read', async () => {
  await open();
  for (const canvas of parent.querySelectorAll('canvas')) {
    expect(canvas.closest('[aria-hidden="true"]')).not.toBeNull();
  }
  const names = [...parent.querySelectorAll('.map-tools button')].map((one) =>
    one.getAttribute('aria-label'),
  );
  expect(names).toEqual(['map-own-asText', 'map-own-zoomIn', 'map-own-zoomOut', 'map-own-zoomHome']);
  expect(parent.querySelectorAll('.map-things button')).toHaveLength(14 + 2 + 4 + 1);
  const homs = parent.querySelector('[data-thing="governorate homs"]');
  expect([homs?.getAttribute('aria-label'), homs?.getAttribute('aria-description')]).toEqual([
    'name of homs',
    'who holds homs',
  ]);
  const { violations } = await axe.run(parent, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
});

test('one stop for the Tab key; arrow keys go from thing to thing, and a label tells what it is', async () => {
  await open();
  const stops = [...parent.querySelectorAll<HTMLButtonElement>('.map-things button')].filter(
    ({ tabIndex }) => tabIndex === 0,
  );
  expect(stops).toHaveLength(1);
  const homs = parent.querySelector<HTMLButtonElement>('[data-thing="governorate homs"]');
  homs?.focus();
  const held = () => (document.activeElement as HTMLElement | null)?.dataset['thing'];
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  press('ArrowUp');
  expect(held()).toMatch(/hama|idlib|aleppo|raqqa|north/);
  press('ArrowDown');
  press('ArrowDown');
  expect(held()).toMatch(/homs|damascus|suwayda|south/);
  const box = plate().getBoundingClientRect();
  const at = { clientX: box.left + 450, clientY: box.top + 400, pointerType: 'mouse', bubbles: true };
  plate().dispatchEvent(new PointerEvent('pointermove', at));
  const tip = parent.querySelector<HTMLElement>('.map-tip');
  expect(tip?.hidden).toBe(false);
  expect(tip?.textContent).toMatch(/name of \w+who holds/);
  plate().dispatchEvent(new PointerEvent('pointerleave'));
  expect(tip?.hidden).toBe(true);
});

const plates = [
  [1375, 880],
  [1180, 640],
  [735, 600],
  [768, 560],
  [600, 420],
  [540, 300],
  [360, 430],
  [640, 210],
] as const;

test.each(plates)(
  'no word lies over another at %i × %i, whatever the size of letters',
  async (width, height) => {
    // Where motion is reduced, style sheets make every change a very short one.
    document.documentElement.dataset['motion'] = 'reduced';
    const handle = await open();
    Object.assign(parent.style, { width: `${width}px`, height: `${height + 60}px` });
    await document.fonts.ready;
    const crossing: string[] = [];
    for (const text of ['usual', 'large', 'largest']) {
      document.documentElement.dataset['text'] = text;
      handle.resize();
      handle.show(aPicture());
      const words = handle.words();
      expect(words.length, text).toBeGreaterThan(6);
      words.forEach((one, index) => {
        for (const other of words.slice(index + 1)) {
          const crosses =
            one.left < other.right - 0.5 &&
            one.right > other.left + 0.5 &&
            one.top < other.bottom - 0.5 &&
            one.bottom > other.top + 0.5;
          if (crosses) crossing.push(`${text}: ${one.text} over ${other.text}`);
        }
      });
    }
    expect(crossing).toEqual([]);
  },
);

test('a closer look comes at once, and is drawn anew when the hand rests', async () => {
  const handle = await open();
  await wait(200);
  const before = handle.words().map(({ text }) => text);
  const box = plate().getBoundingClientRect();
  const at = {
    clientX: box.left + 400,
    clientY: box.top + 300,
    deltaY: -60,
    bubbles: true,
    cancelable: true,
  };
  plate().dispatchEvent(new WheelEvent('wheel', at));
  const sheet = parent.querySelector<HTMLElement>('.map-sheet');
  expect(sheet?.style.transform).toMatch(/translate.*scale/);
  for (let turn = 0; turn < 4; turn += 1) plate().dispatchEvent(new WheelEvent('wheel', at));
  await wait(300);
  expect(sheet?.style.transform).toBe('');
  expect(handle.words().map(({ text }) => text)).not.toEqual(before);
});

test('without WebGL the same map stands still: it is touched, told of step by step, and draws no frame', async () => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...all: [string]) {
    return all[0].startsWith('webgl') ? null : real.apply(this, all);
  } as typeof real;
  try {
    const handle = await open({ reducedMotion: false });
    expect(parent.querySelector('.map-moving canvas')).toBeNull();
    expect(tapEverywhere().has('governorate homs')).toBe(true);
    const told: string[] = [];
    const label = () => parent.querySelector<HTMLElement>('.map-told');
    await handle.play(steps, {
      speed: 20,
      reducedMotion: false,
      onStep: () => void told.push(label()?.hidden ? '' : (label()?.textContent ?? '')),
    });
    expect(told.filter((text) => text.startsWith('it'))).toHaveLength(
      steps.filter(({ name }) => name).length,
    );
    handle.rest();
    expect(label()?.hidden).toBe(true);
    expect(handle.frames()).toBe(0);
  } finally {
    HTMLCanvasElement.prototype.getContext = real;
  }
});

test('where nothing can be drawn the map says so, and leaves nothing behind', async () => {
  const real = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = () => null;
  try {
    await expect(open()).rejects.toThrow('cannot draw the map');
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
