/** Draws what lies still, on a plain canvas: sea, land, borders, hatching, rivers. Names are drawn by drawNames.ts. */
import { bandAxis } from './land.ts';
import type { Land, Point } from './land.ts';
import { bandsOf } from './bands.ts';
import { hatching } from './ink.ts';
import type { LandInk } from './ink.ts';
import type { Pen } from './paper.ts';
import type { MapPicture } from './picture.ts';
import type { Relief } from './relief.ts';
import type { View } from './view.ts';

/** The land's outlines as the canvas wants them, made once. */
export interface Outlines {
  countries: Path2D;
  syria: Path2D;
  governorates: Map<string, Path2D>;
  lines: Map<string, Path2D>;
  rivers: { major: boolean; path: Path2D }[];
  lakes: Path2D;
  golan: Path2D;
  golanWest: Path2D;
  grid: Path2D;
}

/** Trace the land's outlines, in units of the plane. */
export function traceOutlines(land: Land): Outlines {
  const israel = land.countries.find(({ id }) => id === 'israel');
  return {
    countries: traced(land.countries.flatMap(({ rings }) => rings)),
    syria: traced(land.governorates.flatMap(({ rings }) => rings)),
    governorates: new Map(land.governorates.map(({ id, rings }) => [id, traced(rings)])),
    lines: new Map(Object.entries(land.lines).map(([id, rings]) => [id, traced(rings, false)])),
    rivers: land.rivers.map(({ major, line }) => ({ major, path: tracedSoftly(line) })),
    lakes: traced(land.lakes.map(({ ring }) => ring)),
    golan: traced(israel?.rings ?? []),
    golanWest: traced([land.golanWest], false),
    grid: traced(land.grid, false),
  };
}

/** Draw the whole plate onto a canvas of `view` size times `dpr`. */
export function drawLand(
  ink: Pen,
  land: Land,
  outlines: Outlines,
  relief: Relief,
  view: View,
  picture: Pick<MapPicture, 'governorates'>,
  colours: LandInk,
  dpr: number,
): void {
  const onPlane = () =>
    ink.setTransform(view.scale * dpr, 0, 0, view.scale * dpr, view.x * dpr, view.y * dpr);
  const onScreen = () => ink.setTransform(dpr, 0, 0, dpr, 0, 0);
  // Thickness in CSS pixels, whatever the zoom.
  const pen = (width: number, colour: string, dash: number[] = []) => {
    ink.lineWidth = width / view.scale;
    ink.strokeStyle = colour;
    ink.setLineDash(dash.map((length) => length / view.scale));
  };
  const stroke = (name: string) => {
    const path = outlines.lines.get(name);
    if (path) ink.stroke(path);
  };
  ink.lineJoin = 'round';
  ink.lineCap = 'round';
  onScreen();
  ink.fillStyle = colours.sea;
  ink.fillRect(0, 0, view.width, view.height);

  onPlane();
  // Bands of shallow water along the coast, as engraved maps have them; the land covers their inner half.
  for (const [width, alpha] of [
    [26, 0.1],
    [15, 0.16],
    [6, 0.3],
  ] as const) {
    ink.globalAlpha = alpha;
    pen(width, colours.shallows);
    stroke('coast');
  }
  ink.globalAlpha = 1;
  ink.fillStyle = colours.land;
  ink.fill(outlines.countries);
  ink.fillStyle = colours.plain;
  ink.fill(outlines.syria);
  ink.globalAlpha = 0.16;
  pen(0.6, colours.grid);
  ink.stroke(outlines.grid);
  ink.globalAlpha = 1;

  drawRibbon(ink, outlines, pen, stroke, colours);
  drawRelief(ink, outlines.countries, relief, 0.52);
  drawHatching(ink, land, outlines, view, picture, colours, dpr, onPlane, onScreen);
  onPlane();
  // Where bands are narrow, their patterns must not drown in the hills' shade.
  drawRelief(ink, outlines.syria, relief, isSmall(view) ? 0.2 : 0.42);
  drawGolan(ink, outlines, view, colours, land, onScreen, onPlane);
  drawWater(ink, outlines, view, colours, pen);

  pen(0.8, colours.border, [6, 2, 1, 2]);
  stroke('borders');
  ink.globalAlpha = 0.75;
  pen(2.6, colours.governorate);
  stroke('governorates');
  ink.globalAlpha = 1;
  pen(0.8, colours['soft-text']);
  stroke('governorates');
  pen(0.9, colours.coast);
  stroke('coast');
  pen(1.7, colours.syria);
  stroke('syria');
  pen(1.3, colours.disputed, [1, 3.5]);
  for (const name of land.disputed) stroke(name);
  ink.stroke(outlines.golanWest);
  ink.setLineDash([]);
  onScreen();
}

/** Lay the mountains' light and shade over the land inside an outline. */
function drawRelief(ink: Pen, outline: Path2D, { image, box }: Relief, strength: number): void {
  ink.save();
  ink.clip(outline);
  ink.globalAlpha = strength;
  ink.imageSmoothingEnabled = true;
  ink.imageSmoothingQuality = 'high';
  ink.drawImage(image, box.left, box.top, box.right - box.left, box.bottom - box.top);
  ink.restore();
}

/** Lay a soft ribbon outside Syria's border, the old atlases' way of setting a country off. */
function drawRibbon(
  ink: Pen,
  outlines: Outlines,
  pen: (width: number, colour: string) => void,
  stroke: (name: string) => void,
  colours: LandInk,
): void {
  ink.save();
  ink.clip(outlines.countries);
  for (const [width, alpha] of [
    [22, 0.22],
    [12, 0.3],
  ] as const) {
    ink.globalAlpha = alpha;
    pen(width, colours.ribbon);
    stroke('syria');
  }
  ink.restore();
}

/** Is Syria so small on the first view that a band is hardly wider than its pattern? */
function isSmall(view: View): boolean {
  return view.width < 480 * view.edges.rem;
}

function drawHatching(
  ink: Pen,
  land: Land,
  outlines: Outlines,
  view: View,
  picture: Pick<MapPicture, 'governorates'>,
  colours: LandInk,
  dpr: number,
  onPlane: () => void,
  onScreen: () => void,
): void {
  const fills = new Map<string, CanvasPattern | string>();
  const fillOf = (holder: string) => {
    const fill = fills.get(holder) ?? hatching(holder, colours, dpr, isSmall(view) ? 1.15 : 0.9);
    fills.set(holder, fill);
    return fill;
  };
  const reach = 4 * (land.sheet.right - land.sheet.left);
  for (const shape of land.governorates) {
    const path = outlines.governorates.get(shape.id);
    const shares = picture.governorates.find(({ id }) => id === shape.id)?.shares;
    if (!path || !shares) continue;
    // Rounds of bands are counted for the first view, so that zooming enlarges them and never reshuffles them.
    const bands = bandsOf(shape, shares, 46 / view.home, (isSmall(view) ? 7 : 4.5) / view.home);
    onPlane();
    ink.save();
    ink.clip(path);
    for (const band of bands) {
      onPlane();
      ink.beginPath();
      bandCorners(band.from, band.to, reach).forEach(([x, y]) => ink.lineTo(x, y));
      ink.closePath();
      // Filled on the screen's own grid: the pattern keeps its size at every zoom.
      onScreen();
      ink.setTransform(1, 0, 0, 1, 0, 0);
      ink.fillStyle = fillOf(band.holder);
      ink.fill();
    }
    ink.restore();
  }
}

function bandCorners(from: number, to: number, reach: number): Point[] {
  const [start, end] = [Math.max(from, -reach), Math.min(to, reach)];
  const [ax, ay] = bandAxis;
  const corner = (along: number, across: number): Point => [
    ax * along - ay * across,
    ay * along + ax * across,
  ];
  return [corner(start, -reach), corner(end, -reach), corner(end, reach), corner(start, reach)];
}

/** Mark the Golan, Syrian by law and under Israeli administration, with fine lines of its own. */
function drawGolan(
  ink: Pen,
  outlines: Outlines,
  view: View,
  colours: LandInk,
  land: Land,
  onScreen: () => void,
  onPlane: () => void,
): void {
  const [first] = land.golanWest;
  const last = land.golanWest.at(-1);
  if (!first || !last) return;
  const east = (last[0] - first[0]) * 0.5 + 8;
  ink.save();
  ink.clip(outlines.golan);
  ink.beginPath();
  for (const [x, y] of land.golanWest) ink.lineTo(x, y);
  ink.lineTo(last[0] + east, last[1]);
  ink.lineTo(first[0] + east, first[1]);
  ink.closePath();
  ink.clip();
  ink.fillStyle = colours.plain;
  ink.fill();
  ink.globalAlpha = 0.75;
  onScreen();
  ink.strokeStyle = colours.disputed;
  ink.lineWidth = 0.8;
  const step = 4;
  for (let x = -view.height; x < view.width; x += step) {
    ink.beginPath();
    ink.moveTo(x, 0);
    ink.lineTo(x + view.height, view.height);
    ink.stroke();
  }
  ink.restore();
  onPlane();
}

function drawWater(
  ink: Pen,
  outlines: Outlines,
  view: View,
  colours: LandInk,
  pen: (width: number, colour: string) => void,
): void {
  const near = Math.min(1.6, Math.max(0.7, view.scale / view.home));
  ink.globalAlpha = 0.55;
  for (const { major, path } of outlines.rivers) {
    pen((major ? 4.2 : 2.6) * near, colours.halo);
    ink.stroke(path);
  }
  ink.globalAlpha = 1;
  for (const { major, path } of outlines.rivers) {
    pen((major ? 1.9 : 1.1) * near, colours.river);
    ink.stroke(path);
  }
  ink.fillStyle = colours.sea;
  ink.fill(outlines.lakes);
  pen(0.9, colours.river);
  ink.stroke(outlines.lakes);
}

function traced(rings: readonly (readonly Point[])[], closed = true): Path2D {
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (closed) path.closePath();
  }
  return path;
}

/** Trace a hand-set line with its corners rounded: it claims no more detail than it has. */
function tracedSoftly(line: readonly Point[]): Path2D {
  const path = new Path2D();
  line.forEach(([x, y], index) => {
    const next = line[index + 1];
    if (index === 0) path.moveTo(x, y);
    else if (next) path.quadraticCurveTo(x, y, (x + next[0]) / 2, (y + next[1]) / 2);
    else path.lineTo(x, y);
  });
  return path;
}
