/** Paints marks and the steps of a reveal with a brush, frame by frame. Where marks stand is decided in marks.ts. */
import type { Brush } from './brush.ts';
import type { Ink } from './ink.ts';
import type { Point } from './land.ts';
import type { CapitalMark, ClockMark, Marks, TheatreMark } from './marks.ts';
import type { MapStep } from './picture.ts';
import { curve } from './ties.ts';
import type { TieMark, Way } from './ties.ts';

/** How a step's places look on the screen. */
export interface StepPlaces {
  at: Point | undefined;
  /** The way from one to the other, for steps between two places. */
  way: Way | undefined;
  /** The outline of the governorate concerned, if it is one. */
  outline: Point[][];
}

/** Seconds that the rings of violence swing after a change, before they come to rest. */
export const settling = 1.8;

/** Paint all marks; `elapsed` (seconds) lets the rings of violence swing out, `moving` says whether they may. */
export function paintMarks(brush: Brush, marks: Marks, ink: Ink, elapsed: number, moving: boolean): void {
  for (const tie of marks.ties) paintTie(brush, tie, ink);
  for (const theatre of marks.theatres) paintTheatre(brush, theatre, ink, moving ? elapsed : settling);
  for (const clock of marks.clocks) paintClock(brush, clock, ink);
  for (const capital of marks.capitals) paintCapital(brush, capital, ink);
}

/** Paint one step of the reveal over the marks; `part` runs from 0 to 1, and 1 is also how it looks at rest. */
export function paintStep(brush: Brush, step: MapStep, places: StepPlaces, ink: Ink, part: number): void {
  const colour = asNumber(stepColour(step, ink));
  const fade = 1 - part * 0.35;
  const { at, way } = places;
  for (const ring of places.outline) {
    brush.lineStyle(4.5, asNumber(ink.halo), fade);
    strokeAll(brush, ring, true);
    brush.lineStyle(2.4, colour, fade);
    strokeAll(brush, ring, true);
  }
  if (!at) return;
  if (way) {
    paintJourney(brush, step, way, ink, part);
    return;
  }
  const size = step.kind === 'violence' ? 34 : 24;
  for (const delay of [0, 0.25, 0.5]) {
    const own = Math.min(Math.max((part - delay) / (1 - delay), 0), 1);
    if (own <= 0) continue;
    brush.lineStyle(2.6 - delay * 2, colour, 1 - own * 0.55);
    brush.strokeCircle(at[0], at[1], 9 + size * own * (1 - delay * 0.6));
  }
}

/** Paint an order, pact or breach on its way from one place to another. */
function paintJourney(brush: Brush, step: MapStep, way: Way, ink: Ink, part: number): void {
  const colour = asNumber(stepColour(step, ink));
  const gone = Math.min(part * 1.6, 1);
  const points = curve(way, gone);
  // A breach is drawn and then comes apart in the middle: seen without colour too.
  const parted = step.kind === 'breach' ? Math.max(0, part - 0.6) : 0;
  const kept = points.filter((_, index) => Math.abs(index / points.length - 0.5) >= parted * 0.5);
  for (const [width, tone, alpha] of [
    [6, asNumber(ink.halo), 0.85],
    [2.8, colour, 1],
  ] as const) {
    brush.lineStyle(width, tone, alpha);
    if (parted > 0) {
      strokeAll(brush, kept.slice(0, Math.ceil(kept.length / 2)));
      strokeAll(brush, kept.slice(Math.ceil(kept.length / 2)));
    } else strokeAll(brush, points);
  }
  const head = points.at(-1) ?? way.end;
  brush.fillStyle(colour, 1);
  brush.fillCircle(head[0], head[1], 5);
  if (gone === 1) {
    brush.lineStyle(2, colour, 1 - part * 0.5);
    brush.strokeCircle(way.end[0], way.end[1], 8 + 16 * (part - 0.6));
  }
}

function stepColour(step: MapStep, ink: Ink): string {
  switch (step.kind) {
    case 'violence':
    case 'clock':
      return ink.violence;
    case 'breach':
      return ink.tension;
    case 'pact':
    case 'trust':
      return ink.pact;
    case 'order':
    case 'client':
      return ink.mine;
    case 'control':
    case 'event':
      return ink.text;
  }
}

/** Rings like those on a map of earthquakes: the more violence, the more and the wider. */
function paintTheatre(
  brush: Brush,
  { x, y, radius, violence }: TheatreMark,
  ink: Ink,
  elapsed: number,
): void {
  const colour = asNumber(ink.violence);
  const count = 1 + Math.min(3, Math.floor(violence / 2500));
  const rest = Math.max(0, 1 - elapsed / settling);
  brush.fillStyle(asNumber(ink.halo), 0.72);
  brush.fillCircle(x, y, radius + 1.5);
  for (let ring = 0; ring < count; ring += 1) {
    const own = (radius * (ring + 1)) / count;
    const swing = Math.sin(elapsed * 9 - ring) * rest * 2.4;
    brush.lineStyle(ring === 0 ? 2.2 : 1.5, colour, 1 - ring * 0.14);
    brush.strokeCircle(x, y, Math.max(1.5, own + swing));
  }
  brush.fillStyle(colour, 1);
  brush.fillCircle(x, y, 2.6);
}

/** A dial of four quarters, filled clockwise from the top. */
function paintClock(brush: Brush, { x, y, radius, filled }: ClockMark, ink: Ink): void {
  brush.fillStyle(asNumber(ink.halo), 1);
  brush.fillCircle(x, y, radius + 1.5);
  brush.fillStyle(asNumber(ink.violence), 1);
  for (let quarter = 0; quarter < Math.min(filled, 4); quarter += 1) {
    brush.slice(x, y, radius - 1, (quarter - 1) * (Math.PI / 2), quarter * (Math.PI / 2));
    brush.fillPath();
  }
  brush.lineStyle(1.5, asNumber(ink.text), 1);
  brush.strokeCircle(x, y, radius);
  brush.lineStyle(1.1, asNumber(ink.text), 0.9);
  strokeAll(brush, [
    [x - radius, y],
    [x + radius, y],
  ]);
  strokeAll(brush, [
    [x, y - radius],
    [x, y + radius],
  ]);
}

function paintCapital(brush: Brush, { x, y, radius, away, mine }: CapitalMark, ink: Ink): void {
  const colour = asNumber(mine ? ink.mine : ink.text);
  brush.fillStyle(asNumber(ink.halo), 1);
  brush.fillCircle(x, y, radius + 2);
  brush.lineStyle(2, colour, 1);
  brush.strokeCircle(x, y, radius);
  brush.fillStyle(colour, 1);
  if (mine) brush.fillCircle(x, y, radius - 1);
  else brush.fillCircle(x, y, 2.8);
  if (away === null) return;
  const tip = (turn: number, reach: number): Point => [
    x + Math.cos(away + turn) * reach,
    y + Math.sin(away + turn) * reach,
  ];
  brush.beginPath();
  [tip(0, radius + 9), tip(0.55, radius + 2.5), tip(-0.55, radius + 2.5)].forEach(([px, py], index) =>
    index === 0 ? brush.moveTo(px, py) : brush.lineTo(px, py),
  );
  brush.closePath();
  brush.fillPath();
}

/** Pact: a double line. Partnership: one line. Tension: a zigzag. A secret tie is broken into dashes. */
function paintTie(brush: Brush, tie: TieMark, ink: Ink): void {
  const points = curve(tie, 1);
  const colour = asNumber(ink[tie.kind]);
  const lines = tie.kind === 'pact' ? [beside(points, 2.2), beside(points, -2.2)] : [points];
  for (const line of tie.kind === 'tension' ? [zigzag(points)] : lines) {
    brush.lineStyle(tie.kind === 'partnership' ? 4.6 : 3.8, asNumber(ink.halo), 0.6);
    strokeAll(brush, line);
  }
  for (const line of tie.kind === 'tension' ? [zigzag(points)] : lines) {
    brush.lineStyle(tie.kind === 'partnership' ? 2.2 : 1.6, colour, 0.95);
    if (tie.secret) strokeDashes(brush, line);
    else strokeAll(brush, line);
  }
}

function beside(points: readonly Point[], distance: number): Point[] {
  return points.map((point, index): Point => {
    const before = points[index - 1] ?? point;
    const after = points[index + 1] ?? point;
    const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
    return [
      point[0] - ((after[1] - before[1]) / length) * distance,
      point[1] + ((after[0] - before[0]) / length) * distance,
    ];
  });
}

function zigzag(points: readonly Point[]): Point[] {
  const [left, right] = [beside(points, 3), beside(points, -3)];
  return points.map((point, index) => {
    if (index === 0 || index === points.length - 1) return point;
    return (index % 2 === 0 ? left[index] : right[index]) ?? point;
  });
}

function strokeDashes(brush: Brush, line: readonly Point[]): void {
  for (let index = 0; index < line.length - 1; index += 3) strokeAll(brush, line.slice(index, index + 2));
}

function strokeAll(brush: Brush, line: readonly Point[], closed = false): void {
  if (line.length < 2) return;
  brush.beginPath();
  line.forEach(([x, y], index) => (index === 0 ? brush.moveTo(x, y) : brush.lineTo(x, y)));
  if (closed) brush.closePath();
  brush.strokePath();
}

function asNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16);
}
