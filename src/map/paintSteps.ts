/** Paints the steps of a reveal over the marks: each kind of step moves in a way of its own, so that it reads without colour. */
import type { Brush } from './brush.ts';
import type { Ink } from './ink.ts';
import type { Point } from './land.ts';
import type { MapStep } from './picture.ts';
import { tableRadius } from './capitals.ts';
import { frameSize } from './places.ts';
import { along, asNumber, beside, fillAll, fillHead, strokeAll, zigzag } from './strokes.ts';
import { curve } from './ties.ts';
import type { Way } from './ties.ts';

/** Where a step takes place on the screen. */
export interface StepPlaces {
  at: Point | undefined;
  /** Lines between capitals, or from a capital to what its order concerns. */
  ways: Way[];
  /** The outline of the governorate concerned, if it is one. */
  outline: Point[][];
  /** Ways of convoys or of people, for flows. */
  streams: { kind: 'aid' | 'flight'; line: Point[] }[];
  /** Outlines of the governorates that a client holds. */
  holdings: Point[][];
  /** The letter on the seal of the capital whose order or question it is; empty where it is none's. */
  letter: string;
}

/** Paint one step; `part` runs from 0 to 1, and at 0.55 it shows all that it has to say, for those who see it still. */
export function paintStep(brush: Brush, step: MapStep, places: StepPlaces, ink: Ink, part: number): void {
  const { at, ways, outline, streams } = places;
  if (outline.length > 0) paintOutline(brush, outline, ink, part);
  for (const { kind, line } of streams) {
    if (kind === 'aid') paintConvoy(brush, line, step.up !== false, ink, part);
    else paintFlight(brush, line, step.up !== false, ink, part);
  }
  switch (step.kind) {
    case 'order':
      for (const way of ways) paintDispatch(brush, way, step.at, places.letter, ink, part);
      if (at && ways.length === 0) paintRings(brush, at, asNumber(ink.capital(step.at)), part, 16, 20);
      return;
    case 'client':
      for (const way of ways) paintDispatch(brush, way, step.among?.[0] ?? '', places.letter, ink, part);
      if (step.answer === 'refuses') for (const way of ways) paintBar(brush, way, ink, part);
      if (at) paintFrame(brush, at, step, ink, part);
      return;
    case 'issue':
      paintPleas(brush, step, ways, ink, part);
      if (at) paintTable(brush, at, ink);
      return;
    case 'alarm':
      if (at) paintRays(brush, at, ink, step.up === false ? 1 - part : part);
      return;
    case 'seat':
      if (at)
        paintRings(brush, at, asNumber(ink.capital(step.at)), step.up === false ? 1 - part : part, 24, 22);
      return;
    case 'pact':
      for (const way of ways) paintMeeting(brush, way, ink, part);
      return;
    case 'breach':
      for (const way of ways) paintBreach(brush, way, ink, part);
      return;
    case 'trust':
      for (const way of ways) paintTrust(brush, way, step.up !== false, ink, part);
      return;
    case 'flow':
      for (const way of ways) paintTalks(brush, way, step.up !== false, ink, part);
      return;
    case 'violence':
    case 'clock':
      // What grows goes outwards, what eases comes back in.
      if (at) paintRings(brush, at, asNumber(ink.violence), step.up === false ? 1 - part : part, 10, 32);
      return;
    case 'event':
      paintPleas(brush, step, ways, ink, part);
      if (at) paintNews(brush, at, ink, part);
      return;
    case 'control':
      return;
  }
}

/** Paint what a step shows that does not move: a client's own ground. It is drawn once and not with every frame. */
export function paintHoldings(brush: Brush, { holdings }: StepPlaces, ink: Ink): void {
  for (const [width, colour, alpha] of [
    [5, ink.halo, 0.8],
    [2, ink.text, 0.9],
  ] as const) {
    brush.lineStyle(width, asNumber(colour), alpha);
    for (const ring of holdings) strokeAll(brush, ring, true);
  }
}

function paintRings(
  brush: Brush,
  [x, y]: Point,
  colour: number,
  part: number,
  from: number,
  size: number,
): void {
  for (const delay of [0, 0.22, 0.44]) {
    const own = Math.min(Math.max((part - delay) / (1 - delay), 0), 1);
    if (own <= 0) continue;
    brush.lineStyle(2.8 - delay * 2, colour, 1 - own * 0.6);
    brush.strokeCircle(x, y, from + size * own * (1 - delay * 0.6));
  }
}

/** The governorate whose hands change: its border is drawn anew, point by point, over a pale band. */
function paintOutline(brush: Brush, outline: readonly Point[][], ink: Ink, part: number): void {
  const drawn = Math.min(1, part * 1.9);
  for (const ring of outline) {
    brush.lineStyle(6, asNumber(ink.halo), 0.85);
    strokeAll(brush, ring, true);
    brush.lineStyle(2.6, asNumber(ink.text), 1);
    strokeAll(brush, ring.slice(0, Math.max(2, Math.ceil(ring.length * drawn))), drawn === 1);
  }
}

/** An order leaves its capital, in the colour of its seal, and arrives: a line with a head, and its letter on the way. */
function paintDispatch(
  brush: Brush,
  way: Way,
  capital: string,
  letter: string,
  ink: Ink,
  part: number,
): void {
  const colour = asNumber(ink.capital(capital));
  const gone = Math.min(1, part * 1.9);
  const points = curve(way, gone);
  brush.lineStyle(7, asNumber(ink.halo), 0.85);
  strokeAll(brush, points);
  brush.lineStyle(3.2, colour, 1);
  strokeAll(brush, points);
  brush.fillStyle(colour, 1);
  fillHead(brush, points, 11);
  const middle = along(points, 0.5);
  if (middle && letter !== '') brush.seal?.(middle[0], middle[1], letter, colour, asNumber(ink.halo));
}

/** A client acts on the ground: a square closes around its place, full where it does as it was asked, half where it drags. */
function paintFrame(
  brush: Brush,
  [x, y]: Point,
  { answer = 'complies', up }: MapStep,
  ink: Ink,
  part: number,
): void {
  const closed = Math.min(1, (up === false ? 1 - part : part) * 1.6);
  const square = (half: number, floor = -half): Point[] => [
    [x - half, y + floor],
    [x + half, y + floor],
    [x + half, y + half],
    [x - half, y + half],
  ];
  const frame = square(frameSize + 12 * (1 - closed));
  if (answer !== 'refuses') {
    brush.fillStyle(asNumber(ink.text), 0.3);
    fillAll(brush, square(frameSize - 4, answer === 'drags' ? 0 : undefined));
  }
  brush.lineStyle(5.5, asNumber(ink.halo), 0.9);
  strokeAll(brush, frame, true);
  brush.lineStyle(3, asNumber(ink.text), 1);
  strokeAll(brush, frame, true);
}

/** What was asked for stops at a bar. */
function paintBar(brush: Brush, way: Way, ink: Ink, part: number): void {
  if (part < 0.5) return;
  const end = curve(way, 1).slice(-3);
  const [one, other] = [beside(end, 12).at(-1), beside(end, -12).at(-1)];
  if (!one || !other) return;
  brush.lineStyle(8, asNumber(ink.halo), 0.9);
  strokeAll(brush, [one, other]);
  brush.lineStyle(4.5, asNumber(ink.tension), 1);
  strokeAll(brush, [one, other]);
}

/** The capitals' table, seen from above: a disc with four seats. */
function paintTable(brush: Brush, [x, y]: Point, ink: Ink): void {
  brush.fillStyle(asNumber(ink.halo), 1);
  brush.fillCircle(x, y, tableRadius + 5);
  brush.lineStyle(2.4, asNumber(ink.text), 1);
  brush.strokeCircle(x, y, tableRadius - 3);
  brush.fillStyle(asNumber(ink.text), 1);
  for (const [across, down] of [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ] as const)
    brush.fillCircle(x + across * (tableRadius + 1.5), y + down * (tableRadius + 1.5), 2.2);
}

/** Capitals have their part in what is on the table: dots run there in the colours of their seals. */
function paintPleas(
  brush: Brush,
  { among = [] }: MapStep,
  ways: readonly Way[],
  ink: Ink,
  part: number,
): void {
  ways.forEach((way, index) => {
    const colour = asNumber(ink.capital(among[index] ?? ''));
    const points = curve(way, 1);
    const head = along(points, Math.min(1, part * 1.9));
    const dots = points.filter((_, place) => place % 2 === 0).map((point) => ({ point, radius: 1.9 }));
    for (const { point, radius } of head ? [...dots, { point: head, radius: 4.8 }] : dots) {
      brush.fillStyle(asNumber(ink.halo), 0.9);
      brush.fillCircle(point[0], point[1], radius + 1.3);
      brush.fillStyle(colour, 1);
      brush.fillCircle(point[0], point[1], radius);
    }
  });
}

/** Somebody outside grows uneasy: short rays around their place; they draw in as they calm. */
function paintRays(brush: Brush, [x, y]: Point, ink: Ink, part: number): void {
  const reach = 6 + 9 * Math.min(1, part * 1.4);
  for (const [width, colour] of [
    [5, ink.halo],
    [2.4, ink.violence],
  ] as const) {
    brush.lineStyle(width, asNumber(colour), width === 5 ? 0.85 : 1);
    for (let ray = 0; ray < 8; ray += 1) {
      const turn = (ray * Math.PI) / 4;
      const [across, down] = [Math.cos(turn), Math.sin(turn)];
      strokeAll(brush, [
        [x + across * 9, y + down * 9],
        [x + across * (9 + reach), y + down * (9 + reach)],
      ]);
    }
  }
  brush.fillStyle(asNumber(ink.violence), 1);
  brush.fillCircle(x, y, 4);
}

/** Word goes out from both capitals and meets halfway: a double line. */
function paintMeeting(brush: Brush, way: Way, ink: Ink, part: number): void {
  const reach = Math.min(0.5, part * 0.95);
  const whole = curve(way, 1);
  const count = Math.max(2, Math.ceil(whole.length * reach));
  for (const half of [whole.slice(0, count), whole.slice(-count)]) {
    brush.lineStyle(9, asNumber(ink.halo), 0.85);
    strokeAll(brush, half);
    for (const distance of [2.6, -2.6]) {
      brush.lineStyle(2, asNumber(ink.pact), 1);
      strokeAll(brush, beside(half, distance));
    }
  }
  const middle = whole[Math.floor(whole.length / 2)];
  if (reach === 0.5 && middle) {
    brush.fillStyle(asNumber(ink.halo), 1);
    brush.fillCircle(middle[0], middle[1], 8);
    brush.lineStyle(2, asNumber(ink.pact), 1);
    brush.strokeCircle(middle[0], middle[1], 7);
    brush.strokeCircle(middle[0], middle[1], 3.5);
  }
}

/** A double line comes apart in the middle, with a cut across the gap. */
function paintBreach(brush: Brush, way: Way, ink: Ink, part: number): void {
  const whole = curve(way, 1);
  const parted = Math.min(0.14, Math.max(0, part - 0.2) * 0.5);
  const colour = asNumber(ink.tension);
  const near = whole.slice(0, Math.max(2, Math.ceil(whole.length * (0.5 - parted))));
  const far = whole.slice(Math.min(whole.length - 2, Math.floor(whole.length * (0.5 + parted))));
  for (const half of [near, far]) {
    brush.lineStyle(9, asNumber(ink.halo), 0.85);
    strokeAll(brush, half);
    for (const distance of [2.6, -2.6]) {
      brush.lineStyle(2, colour, 1);
      strokeAll(brush, beside(half, distance));
    }
  }
  const middle = along(whole, 0.5);
  if (parted === 0 || !middle) return;
  const [x, y] = middle;
  brush.lineStyle(3.2, colour, 1);
  for (const way2 of [-1, 1])
    strokeAll(brush, [
      [x - 7, y - 7 * way2],
      [x + 7, y + 7 * way2],
    ]);
}

/** Trust that grows is a line that thickens, trust that is lost a zigzag that grows out of it. */
function paintTrust(brush: Brush, way: Way, up: boolean, ink: Ink, part: number): void {
  const points = curve(way, 1);
  const strength = Math.min(1, part * 1.8);
  brush.lineStyle(up ? 8 : 6, asNumber(ink.halo), 0.8);
  strokeAll(brush, points);
  if (up) {
    brush.lineStyle(1.5 + 3 * strength, asNumber(ink.partnership), 1);
    strokeAll(brush, points);
  } else {
    brush.lineStyle(2.2, asNumber(ink.tension), 1);
    strokeAll(brush, zigzag(points, 1 + 5 * strength));
  }
}

/** Capitals meet: dots come towards each other along a dotted line; they drift apart where talks fail. */
function paintTalks(brush: Brush, way: Way, up: boolean, ink: Ink, part: number): void {
  const points = curve(way, 1);
  brush.fillStyle(asNumber(ink.pact), 0.9);
  for (let index = 0; index < points.length; index += 2) {
    const point = points[index];
    if (point) brush.fillCircle(point[0], point[1], 1.4);
  }
  const reach = 0.5 * Math.min(1, part * 1.8);
  for (const place of up ? [reach, 1 - reach] : [0.5 - reach, 0.5 + reach]) {
    const point = along(points, place);
    if (!point) continue;
    brush.fillStyle(asNumber(ink.halo), 1);
    brush.fillCircle(point[0], point[1], 7.5);
    brush.fillStyle(asNumber(ink.pact), 1);
    brush.fillCircle(point[0], point[1], 5.5);
  }
}

/** Convoys: short double dashes that move along; where aid falls they stop at a bar. */
function paintConvoy(brush: Brush, line: readonly Point[], up: boolean, ink: Ink, part: number): void {
  const colour = asNumber(ink.aid);
  brush.lineStyle(7, asNumber(ink.halo), 0.75);
  strokeAll(brush, line);
  brush.lineStyle(1.2, colour, 0.8);
  strokeAll(brush, line);
  if (!up) {
    const [x, y] = line[0] ?? [0, 0];
    brush.lineStyle(3.4, colour, 1);
    const [ahead] = beside(line, 9);
    const [behind] = beside(line, -9);
    strokeAll(brush, [ahead ?? [x, y], behind ?? [x, y]]);
    return;
  }
  for (let wagon = 0; wagon < 3; wagon += 1) {
    const place = (part * 1.2 + wagon / 3) % 1;
    const [from, to] = [along(line, place), along(line, Math.min(1, place + 0.14))];
    if (!from || !to) continue;
    brush.lineStyle(5, colour, 1);
    strokeAll(brush, [from, to]);
  }
}

/** People on their way: small dots in a loose file; few of them where fewer must leave. */
function paintFlight(brush: Brush, line: readonly Point[], up: boolean, ink: Ink, part: number): void {
  const count = up ? 9 : 3;
  for (let one = 0; one < count; one += 1) {
    const place = (part * 0.7 + one / count) % 1;
    const point = along(line, place);
    if (!point) continue;
    const [x, y] = [point[0] + ((one * 37) % 5) - 2, point[1] + ((one * 23) % 5) - 2];
    brush.fillStyle(asNumber(ink.halo), 0.95);
    brush.fillCircle(x, y, 4.2);
    brush.fillStyle(asNumber(ink.flight), 1);
    brush.fillCircle(x, y, 2.7);
  }
}

/** Something has happened here: a lozenge, as on a chart of notices. */
function paintNews(brush: Brush, [x, y]: Point, ink: Ink, part: number): void {
  const size = 12 + 14 * Math.min(1, part * 1.4);
  const ring: Point[] = [
    [x, y - size],
    [x + size, y],
    [x, y + size],
    [x - size, y],
  ];
  brush.fillStyle(asNumber(ink.halo), 0.35);
  fillAll(brush, ring);
  brush.lineStyle(5, asNumber(ink.halo), 0.85);
  strokeAll(brush, ring, true);
  brush.lineStyle(2.4, asNumber(ink.text), 1);
  strokeAll(brush, ring, true);
}
