/** Draws values over the quarters of a game as lines and points. Colours are the page's own, and every series has its own stroke and mark. */
import type * as Marks from './plot.ts';

export interface Series {
  readonly kind: 'game' | 'model' | 'record' | 'other';
  /** Value by quarter, in hundredths of the scale; null where there is none. */
  readonly values: readonly (number | null)[];
}

export interface Chart {
  readonly series: readonly Series[];
  /** Something on record that only tells a direction: at which quarter, and which way. */
  readonly arrows?: readonly { readonly at: number; readonly mark: string }[];
  /** Name of each quarter on the axis, the start first. */
  readonly quarters: readonly string[];
  /** Quarters that stand out, with the mark written there. */
  readonly turns?: readonly { readonly at: number; readonly mark: string }[];
}

/** Full scale, in hundredths. */
const full = 10_000;

const looks = {
  game: { stroke: 'var(--accent)', strokeWidth: 2.5, strokeDasharray: 'none', symbol: 'circle' },
  model: { stroke: 'var(--ink-soft)', strokeWidth: 1.75, strokeDasharray: '5 4', symbol: 'square' },
  record: { stroke: 'var(--warn)', strokeWidth: 0, strokeDasharray: 'none', symbol: 'diamond2' },
  other: { stroke: 'var(--ink)', strokeWidth: 1.25, strokeDasharray: '1 3', symbol: 'triangle' },
} as const;

/** Draw a chart. @param width in pixels; it is as high as reads well */
export function drawOverQuarters(
  { plot, axisX, axisY, dot, gridY, lineY, ruleX, text }: typeof Marks,
  { series, arrows = [], quarters, turns = [] }: Chart,
  width: number,
): SVGElement | HTMLElement {
  const marks: unknown[] = [
    gridY([0, 25, 50, 75, 100], { stroke: 'var(--rule)', strokeOpacity: 0.6 }),
    ruleX(turns, { x: 'at', stroke: 'var(--ink-soft)', strokeDasharray: '2 3' }),
    text(turns, { x: 'at', y: 100, text: 'mark', dy: -9, fill: 'var(--ink)', fontWeight: 600 }),
    axisY([0, 50, 100], { label: null, tickSize: 0 }),
    axisX(everySecond(quarters), {
      label: null,
      tickSize: 3,
      tickFormat: (at: number) => quarters[at] ?? '',
    }),
  ];
  for (const { kind, values } of series) {
    const look = looks[kind];
    const points = values.flatMap((value, at) =>
      value === null ? [] : [{ at, value: (value * 100) / full }],
    );
    if (look.strokeWidth > 0)
      marks.push(
        lineY(points, {
          x: 'at',
          y: 'value',
          stroke: look.stroke,
          strokeWidth: look.strokeWidth,
          strokeDasharray: look.strokeDasharray,
        }),
      );
    marks.push(
      dot(points, {
        x: 'at',
        y: 'value',
        r: kind === 'record' ? 5.5 : 2.5,
        symbol: look.symbol,
        fill: look.stroke,
        stroke: 'var(--paper-raised)',
        strokeWidth: kind === 'record' ? 1 : 0,
      }),
    );
  }
  marks.push(
    text(arrows, { x: 'at', y: 4, text: 'mark', fill: 'var(--warn)', fontSize: 13, fontWeight: 700 }),
  );
  // Letters grow with those of the page, and the margins with them.
  const em = letterSize() / 16;
  return plot({
    width,
    height: Math.max(150, Math.min(230 * em, width * 0.45)),
    marginLeft: 30 * em,
    marginRight: 32 * em,
    marginTop: 20 * em,
    marginBottom: 14 + 16 * em,
    style: {
      background: 'transparent',
      color: 'var(--ink-soft)',
      fontFamily: 'inherit',
      fontSize: `${12 * em}px`,
    },
    x: { domain: [0, quarters.length - 1] },
    y: { domain: [0, 100] },
    marks: marks as never,
  });
}

/** Every quarter has its tick where there is room for few names only. */
function everySecond(quarters: readonly string[]): number[] {
  const places = quarters.map((_, at) => at);
  return places.filter((at) => at % (places.length > 6 ? 2 : 1) === 0);
}

/** In pixels; 16 where there is no page to ask. */
function letterSize(): number {
  const asked = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return asked > 0 ? asked : 16;
}
