/** Lines that the map's moving part is made of: whole, dashed, zigzag, beside each other. Knows no marks. */
import type { Brush } from './brush.ts';
import type { Point } from './land.ts';

/** Stroke a line through points, closed to a ring where asked. */
export function strokeAll(brush: Brush, line: readonly Point[], closed = false): void {
  if (line.length < 2) return;
  brush.beginPath();
  line.forEach(([x, y], index) => (index === 0 ? brush.moveTo(x, y) : brush.lineTo(x, y)));
  if (closed) brush.closePath();
  brush.strokePath();
}

/** Stroke every third stretch of a line of short stretches. */
export function strokeDashes(brush: Brush, line: readonly Point[]): void {
  for (let index = 0; index < line.length - 1; index += 3) strokeAll(brush, line.slice(index, index + 2));
}

/** Shift a line sideways. */
export function beside(points: readonly Point[], distance: number): Point[] {
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

/** Break a line into a zigzag of `height` to each side. */
export function zigzag(points: readonly Point[], height = 3): Point[] {
  const [left, right] = [beside(points, height), beside(points, -height)];
  return points.map((point, index) => {
    if (index === 0 || index === points.length - 1) return point;
    return (index % 2 === 0 ? left[index] : right[index]) ?? point;
  });
}

/** Fill an arrowhead at the end of a line. */
export function fillHead(brush: Brush, line: readonly Point[], size: number): void {
  const tip = line.at(-1);
  const before = line.at(-3) ?? line.at(-2);
  if (!tip || !before) return;
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  fillAll(
    brush,
    [0, 2.5, -2.5].map((turn): Point => [
      tip[0] + Math.cos(angle + turn) * size,
      tip[1] + Math.sin(angle + turn) * size,
    ]),
  );
}

/** Fill the inside of a ring of points. */
export function fillAll(brush: Brush, ring: readonly Point[]): void {
  brush.beginPath();
  ring.forEach(([x, y], index) => (index === 0 ? brush.moveTo(x, y) : brush.lineTo(x, y)));
  brush.closePath();
  brush.fillPath();
}

/** Find the point at a part (0..1) of a line's length. */
export function along(line: readonly Point[], part: number): Point | undefined {
  const lengths = line.map((point, index) => {
    const before = line[index - 1] ?? point;
    return Math.hypot(point[0] - before[0], point[1] - before[1]);
  });
  let left = lengths.reduce((sum, one) => sum + one, 0) * Math.max(0, Math.min(1, part));
  for (let index = 1; index < line.length; index += 1) {
    const [from, to, length] = [line[index - 1], line[index], lengths[index] ?? 0];
    if (!from || !to) return undefined;
    if (left <= length) {
      const share = length === 0 ? 0 : left / length;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    }
    left -= length;
  }
  return line.at(-1);
}

/** Turn `#rrggbb` into the number that a brush takes. */
export function asNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16) || 0;
}

/** Turn a brush's number back into `#rrggbb`. */
export function colourOf(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}
