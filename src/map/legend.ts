/** The key to the plate: whose hatching is whose, always in sight, and what rings, dials and lines mean, on demand. */
import { hatching, holderOrder } from './ink.ts';
import type { Ink } from './ink.ts';
import type { Point } from './land.ts';
import { paintStep } from './paintSteps.ts';
import type { StepPlaces } from './paintSteps.ts';
import { penBrush } from './penBrush.ts';
import type { MapPicture, MapStep } from './picture.ts';
import type { Way } from './ties.ts';

/** Write the hatchings of a picture into `hands` and the meaning of everything else into `key`, replacing the last ones. */
export function writeLegend(
  hands: HTMLElement,
  key: HTMLElement,
  picture: MapPicture,
  labels: Record<string, string>,
  ink: Ink,
): void {
  const dpr = Math.min(window.devicePixelRatio || 1, 3);
  const holders = new Map(
    picture.governorates.flatMap(({ shares }) =>
      shares.filter(({ share }) => share > 0).map((one) => [one.holder, one.name]),
    ),
  );
  const held = holderOrder.filter((holder) => holders.has(holder));
  const swatches = () =>
    held.map((holder) => entry(holders.get(holder) ?? '', dpr, (pen) => swatch(pen, holder, ink, dpr)));
  hands.replaceChildren(...swatches());
  // Shown where the hatchings have no room beside the plate.
  const hidden = document.createElement('ul');
  hidden.className = 'map-held';
  hidden.append(...swatches());
  const list = (samples: Samples): HTMLUListElement => {
    const made = document.createElement('ul');
    made.append(...samples.map(([id, draw]) => entry(labels[id] ?? '', dpr, draw)));
    return made;
  };
  const standing: Samples = [
    ['violence', (pen) => rings(pen, ink)],
    ['clock', (pen) => dial(pen, ink)],
    ['pact', (pen) => lines(pen, ink.pact, [7, 11])],
    ['partnership', (pen) => lines(pen, ink.partnership, [9], 2.4)],
    ['tension', (pen) => zigzag(pen, ink.tension)],
    ['secret', (pen) => lines(pen, ink.text, [9], 1.8, [4, 4])],
    ['disputed', (pen) => lines(pen, ink.disputed, [9], 1.6, [1, 4])],
  ];
  // Drawn by what paints them on the map, so that they are the same.
  const at: Point = [width / 2, height / 2];
  const step = (kind: MapStep['kind']): MapStep => ({ at: '', kind, name: '', words: '' });
  const places: StepPlaces = { at, ways: [], outline: [], holdings: [], letter: '', streams: [] };
  const way: Way = {
    start: [2, 9],
    bends: [
      [10, 9],
      [20, 9],
    ],
    end: [width - 2, 9],
  };
  const painted =
    (one: MapStep, more: Partial<StepPlaces>, size: number, part = 0.55) =>
    (pen: CanvasRenderingContext2D): void => {
      pen.translate(...at);
      pen.scale(size, size);
      pen.translate(-at[0], -at[1]);
      paintStep(penBrush(pen, ink.serif), one, { ...places, ...more }, ink, part);
    };
  const told: Samples = [
    ['order', (pen) => arrow(pen, ink.mine)],
    ['client', painted(step('client'), {}, 0.42)],
    ['table', painted(step('issue'), {}, 0.6)],
    ['event', painted(step('event'), {}, 0.36)],
    ['alarm', painted(step('alarm'), {}, 0.46)],
    ['met', painted({ ...step('flow'), up: true }, { ways: [way] }, 0.8, 0.24)],
    ['breach', painted(step('breach'), { ways: [way] }, 0.8)],
    ['flight', (pen) => lines(pen, ink.flight, [9], 4.5, [0, 7])],
    ['aid', (pen) => lines(pen, ink.aid, [9], 4.5, [6, 8])],
  ];
  const heading = document.createElement('p');
  heading.textContent = labels['told'] ?? '';
  const note = document.createElement('p');
  note.textContent = picture.note;
  key.replaceChildren(hidden, list(standing), heading, list(told), note);
}

type Samples = readonly (readonly [string, (pen: CanvasRenderingContext2D) => void])[];

const width = 30;
const height = 18;

function entry(name: string, dpr: number, draw: (pen: CanvasRenderingContext2D) => void): HTMLLIElement {
  const item = document.createElement('li');
  const sample = document.createElement('canvas');
  sample.width = width * dpr;
  sample.height = height * dpr;
  sample.setAttribute('aria-hidden', 'true');
  const pen = sample.getContext('2d');
  if (pen) {
    pen.scale(dpr, dpr);
    pen.lineCap = 'round';
    draw(pen);
  }
  item.append(sample, name);
  return item;
}

function swatch(pen: CanvasRenderingContext2D, holder: string, ink: Ink, dpr: number): void {
  pen.save();
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.fillStyle = hatching(holder, ink, dpr);
  pen.fillRect(0, 0, width * dpr, height * dpr);
  pen.restore();
  pen.strokeStyle = ink.syria;
  pen.strokeRect(0.5, 0.5, width - 1, height - 1);
}

function rings(pen: CanvasRenderingContext2D, ink: Ink): void {
  pen.strokeStyle = ink.violence;
  pen.fillStyle = ink.violence;
  for (const radius of [4, 7.5]) circle(pen, radius).stroke();
  circle(pen, 2).fill();
}

function dial(pen: CanvasRenderingContext2D, ink: Ink): void {
  pen.fillStyle = ink.violence;
  pen.beginPath();
  pen.moveTo(width / 2, height / 2);
  pen.arc(width / 2, height / 2, 7, -Math.PI / 2, Math.PI / 2);
  pen.fill();
  pen.strokeStyle = ink.text;
  circle(pen, 7.5).stroke();
  stroke(pen, [
    [width / 2, 1.5],
    [width / 2, height - 1.5],
  ]);
  stroke(pen, [
    [width / 2 - 7.5, height / 2],
    [width / 2 + 7.5, height / 2],
  ]);
}

function lines(
  pen: CanvasRenderingContext2D,
  colour: string,
  tops: number[],
  thick = 1.7,
  dash: number[] = [],
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = thick;
  pen.setLineDash(dash);
  for (const top of tops) {
    stroke(pen, [
      [3, top],
      [width - 3, top],
    ]);
  }
}

function arrow(pen: CanvasRenderingContext2D, colour: string): void {
  lines(pen, colour, [9], 2.2);
  pen.fillStyle = colour;
  pen.beginPath();
  for (const [x, y] of [
    [width - 1, 9],
    [width - 9, 4.5],
    [width - 9, 13.5],
  ] as const)
    pen.lineTo(x, y);
  pen.fill();
}

function zigzag(pen: CanvasRenderingContext2D, colour: string): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.7;
  stroke(
    pen,
    Array.from({ length: 7 }, (_, n): [number, number] => [2 + (n * (width - 4)) / 6, n % 2 === 0 ? 6 : 12]),
  );
}

function circle(pen: CanvasRenderingContext2D, radius: number): CanvasRenderingContext2D {
  pen.beginPath();
  pen.arc(width / 2, height / 2, radius, 0, Math.PI * 2);
  return pen;
}

function stroke(pen: CanvasRenderingContext2D, points: [number, number][]): void {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  pen.stroke();
}
