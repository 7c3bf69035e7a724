/** Draws all names on the plate, none over another, and the frame. Which names there are is decided in nameWishes.ts. */
import type { Ink } from './ink.ts';
import type { Box, Land, Point } from './land.ts';
import { placeLabels } from './labelPlacing.ts';
import type { Marks } from './marks.ts';
import { wishNames } from './nameWishes.ts';
import type { Measure, Name } from './nameWishes.ts';
import type { MapPicture } from './picture.ts';
import { curve } from './ties.ts';
import type { View } from './view.ts';

/** A name where it stands. */
export interface PlacedName extends Box {
  text: string;
}

/**
 * Choose places for all names of a view.
 * @param covered boxes in which nothing can be read: seals, texts beside Syria
 * @param lines fine lines that names keep off
 */
export function placeNames(
  land: Land,
  view: View,
  picture: MapPicture,
  marks: Marks,
  labels: Record<string, string>,
  measure: Measure,
  covered: readonly Box[],
  lines: readonly Point[],
): { names: Name[]; places: (Point | null)[] } {
  const names = wishNames(land, view, picture, marks, labels, measure);
  const taken = [...covered];
  for (const { x, y, radius } of [...marks.theatres, ...marks.clocks]) {
    taken.push({ left: x - radius - 2, right: x + radius + 2, top: y - radius - 2, bottom: y + radius + 2 });
  }
  const soft = [...marks.ties.flatMap((tie) => curve(tie, 1)), ...lines].map(([x, y]): Box => ({
    left: x - 4,
    right: x + 4,
    top: y - 4,
    bottom: y + 4,
  }));
  return { names, places: placeLabels(names, taken, soft, view) };
}

/** Draw names and town dots where they were placed; gives back the boxes of the names. */
export function drawNames(
  ink: CanvasRenderingContext2D,
  { names, places }: { names: readonly Name[]; places: readonly (Point | null)[] },
  colours: Ink,
): PlacedName[] {
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  ink.lineJoin = 'round';
  for (const { dot } of names) if (dot) drawDot(ink, dot, colours);
  return names.flatMap((name, index): PlacedName[] => {
    const place = places[index];
    if (!place) return [];
    drawName(ink, name, place, colours);
    const [x, y] = place;
    const { text, width, height } = name;
    return [{ text, left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 }];
  });
}

/** Make a measure out of a canvas. */
export function measureOn(ink: CanvasRenderingContext2D, colours: Ink): Measure {
  return (text, letters) => {
    ink.font = fontOf(letters, colours);
    return ink.measureText(text).width + letters.spacing * text.length;
  };
}

function fontOf({ size, family, italic, bold }: Name['letters'], colours: Ink): string {
  return `${italic ? 'italic ' : ''}${bold ? '600 ' : ''}${size}px ${colours[family]}`;
}

function drawName(ink: CanvasRenderingContext2D, name: Name, [x, y]: Point, colours: Ink): void {
  const { spacing } = name.letters;
  if (name.from && Math.hypot(name.from[0] - x, name.from[1] - y) > 26) {
    ink.strokeStyle = colours['soft-text'];
    ink.lineWidth = 0.7;
    ink.beginPath();
    ink.moveTo(...name.from);
    ink.lineTo(x, y + (name.from[1] > y ? 1 : -1) * (name.height / 2 - 2));
    ink.stroke();
  }
  const lines: [string, number][] = name.below
    ? [
        [name.text, y - name.height / 4],
        [name.below, y + name.height / 4],
      ]
    : [[name.text, y]];
  ink.font = fontOf(name.letters, colours);
  // Letterspacing would tear joined scripts apart, and is missing on old tablets, where it is simply not there.
  ink.letterSpacing = `${spacing}px`;
  for (const [text, top] of lines) {
    ink.strokeStyle = colours.halo;
    ink.lineWidth = 3.4;
    ink.globalAlpha = 0.86;
    ink.strokeText(text, x + spacing / 2, top);
    ink.globalAlpha = 1;
    ink.fillStyle = colours[name.colour];
    ink.fillText(text, x + spacing / 2, top);
  }
  ink.letterSpacing = '0px';
}

function drawDot(ink: CanvasRenderingContext2D, [x, y]: Point, colours: Ink): void {
  ink.beginPath();
  ink.arc(x, y, 2, 0, Math.PI * 2);
  ink.fillStyle = colours.halo;
  ink.strokeStyle = colours.text;
  ink.lineWidth = 1.1;
  ink.fill();
  ink.stroke();
}
