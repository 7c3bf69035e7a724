/** Paints what stands on the land and between capitals with a brush, frame by frame. Where it stands is decided in marks.ts, what a reveal adds in paintSteps.ts. */
import type { Brush } from './brush.ts';
import type { Ink } from './ink.ts';
import type { Point } from './land.ts';
import type { ClockMark, Marks, TheatreMark } from './marks.ts';
import { asNumber, beside, strokeAll, strokeDashes, zigzag } from './strokes.ts';
import { curve } from './ties.ts';
import type { TieMark } from './ties.ts';

/** Seconds that the rings of violence swing after a change, before they come to rest. */
export const settling = 1.8;

/**
 * Paint all marks as they stand at rest.
 * @param leaders fine lines from texts beside Syria to their rings
 * @param dimmed true while a step is told over them: ties step back then
 * @param without ids of theatres whose rings swing, and are painted by themselves
 */
export function paintMarks(
  brush: Brush,
  marks: Marks,
  leaders: readonly (readonly Point[])[],
  ink: Ink,
  dimmed: boolean,
  without: ReadonlySet<string>,
): void {
  for (const tie of marks.ties) paintTie(brush, tie, ink, dimmed ? 0.4 : 0.9);
  for (const leader of leaders) {
    brush.lineStyle(2.6, asNumber(ink.halo), 0.6);
    strokeAll(brush, leader);
    brush.lineStyle(1, asNumber(ink.violence), 0.9);
    strokeAll(brush, leader);
  }
  for (const theatre of marks.theatres) if (!without.has(theatre.id)) paintTheatre(brush, theatre, ink, 0, 0);
  for (const clock of marks.clocks) paintClock(brush, clock, ink);
}

/** Paint the theatres whose rings swing; `breath` says how far: 1 just after a change, 0 at rest. */
export function paintSwinging(
  brush: Brush,
  marks: Marks,
  ink: Ink,
  swinging: ReadonlySet<string>,
  elapsed: number,
  breath: number,
): void {
  for (const theatre of marks.theatres)
    if (swinging.has(theatre.id)) paintTheatre(brush, theatre, ink, elapsed, breath);
}

/** Rings like those on a map of earthquakes: the more violence, the more and the wider. */
function paintTheatre(
  brush: Brush,
  { x, y, radius, violence }: TheatreMark,
  ink: Ink,
  elapsed: number,
  breath: number,
): void {
  const colour = asNumber(ink.violence);
  const count = 1 + Math.min(3, Math.floor(violence / 2500));
  brush.fillStyle(asNumber(ink.halo), 0.74);
  brush.fillCircle(x, y, radius + 1.5);
  for (let ring = 0; ring < count; ring += 1) {
    const own = (radius * (ring + 1)) / count;
    const swing = Math.sin(elapsed * 4.2 - ring * 0.9) * breath * 1.9;
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

/** Pact: a double line. Partnership: one line. Tension: a zigzag. A secret tie is broken into dashes. */
function paintTie(brush: Brush, tie: TieMark, ink: Ink, alpha: number): void {
  const points = curve(tie, 1);
  const lines =
    tie.kind === 'tension'
      ? [zigzag(points, 2.2)]
      : tie.kind === 'pact'
        ? [beside(points, 2.2), beside(points, -2.2)]
        : [points];
  for (const line of lines) {
    brush.lineStyle(tie.kind === 'partnership' ? 4.6 : 3.8, asNumber(ink.halo), 0.6 * alpha);
    strokeAll(brush, line);
  }
  for (const line of lines) {
    brush.lineStyle(tie.kind === 'partnership' ? 2.2 : 1.3, asNumber(ink[tie.kind]), alpha);
    if (tie.secret) strokeDashes(brush, line);
    else strokeAll(brush, line);
  }
}
