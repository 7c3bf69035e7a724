/** The key to the plate: hatchings, rings, dials and lines with their names. Hidden from readers of the text map. */
import { hatching, holderOrder, inks } from './ink.ts';
import type { Theme } from './ink.ts';
import type { MapPicture } from './picture.ts';

/** Write the legend of a picture into `parent`, replacing the last one. */
export function writeLegend(
  parent: HTMLElement,
  picture: MapPicture,
  labels: Record<string, string>,
  theme: Theme,
  dpr: number,
): void {
  const holders = new Map(
    picture.governorates.flatMap(({ shares }) => shares.map((one) => [one.holder, one.name])),
  );
  const known = holderOrder.filter((holder) => holders.has(holder));
  const list = document.createElement('ul');
  for (const holder of known) {
    list.append(entry(holders.get(holder) ?? '', dpr, (ink) => swatch(ink, holder, theme, dpr)));
  }
  const strokes: [string, (ink: CanvasRenderingContext2D) => void][] = [
    ['violence', (ink) => rings(ink, theme)],
    ['clock', (ink) => dial(ink, theme)],
    ['pact', (ink) => lines(ink, inks[theme].pact, [7, 11])],
    ['partnership', (ink) => lines(ink, inks[theme].partnership, [9], 2.4)],
    ['tension', (ink) => zigzag(ink, inks[theme].tension)],
    ['secret', (ink) => lines(ink, inks[theme].text, [9], 1.8, [4, 4])],
    ['disputed', (ink) => lines(ink, inks[theme].disputed, [9], 1.6, [1, 4])],
  ];
  for (const [id, draw] of strokes) list.append(entry(labels[id] ?? '', dpr, draw));
  const note = document.createElement('p');
  note.textContent = picture.note;
  parent.replaceChildren(list, note);
}

const width = 30;
const height = 18;

function entry(name: string, dpr: number, draw: (ink: CanvasRenderingContext2D) => void): HTMLLIElement {
  const item = document.createElement('li');
  const sample = document.createElement('canvas');
  sample.width = width * dpr;
  sample.height = height * dpr;
  const ink = sample.getContext('2d');
  if (ink) {
    ink.scale(dpr, dpr);
    ink.lineCap = 'round';
    draw(ink);
  }
  item.append(sample, name);
  return item;
}

function swatch(ink: CanvasRenderingContext2D, holder: string, theme: Theme, dpr: number): void {
  ink.save();
  ink.setTransform(1, 0, 0, 1, 0, 0);
  ink.fillStyle = hatching(holder, theme, dpr);
  ink.fillRect(0, 0, width * dpr, height * dpr);
  ink.restore();
  ink.strokeStyle = inks[theme].syria;
  ink.strokeRect(0.5, 0.5, width - 1, height - 1);
}

function rings(ink: CanvasRenderingContext2D, theme: Theme): void {
  ink.strokeStyle = inks[theme].violence;
  ink.fillStyle = inks[theme].violence;
  for (const radius of [4, 7.5]) circle(ink, radius).stroke();
  circle(ink, 2).fill();
}

function dial(ink: CanvasRenderingContext2D, theme: Theme): void {
  ink.fillStyle = inks[theme].violence;
  ink.beginPath();
  ink.moveTo(width / 2, height / 2);
  ink.arc(width / 2, height / 2, 7, -Math.PI / 2, Math.PI / 2);
  ink.fill();
  ink.strokeStyle = inks[theme].text;
  circle(ink, 7.5).stroke();
  stroke(ink, [
    [width / 2, 1.5],
    [width / 2, height - 1.5],
  ]);
  stroke(ink, [
    [width / 2 - 7.5, height / 2],
    [width / 2 + 7.5, height / 2],
  ]);
}

function lines(
  ink: CanvasRenderingContext2D,
  colour: string,
  tops: number[],
  thick = 1.7,
  dash: number[] = [],
): void {
  ink.strokeStyle = colour;
  ink.lineWidth = thick;
  ink.setLineDash(dash);
  for (const top of tops) {
    stroke(ink, [
      [2, top],
      [width - 2, top],
    ]);
  }
}

function zigzag(ink: CanvasRenderingContext2D, colour: string): void {
  ink.strokeStyle = colour;
  ink.lineWidth = 1.7;
  stroke(
    ink,
    Array.from({ length: 7 }, (_, n): [number, number] => [2 + (n * (width - 4)) / 6, n % 2 === 0 ? 6 : 12]),
  );
}

function circle(ink: CanvasRenderingContext2D, radius: number): CanvasRenderingContext2D {
  ink.beginPath();
  ink.arc(width / 2, height / 2, radius, 0, Math.PI * 2);
  return ink;
}

function stroke(ink: CanvasRenderingContext2D, points: [number, number][]): void {
  ink.beginPath();
  for (const [x, y] of points) ink.lineTo(x, y);
  ink.stroke();
}
