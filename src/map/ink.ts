/** The colours and hatchings of the plate, read from the page's tokens. Where they are laid is not decided here. */
import { penFor, sheetOf } from './paper.ts';
import type { Pen } from './paper.ts';

const names = [
  'sea',
  'shallows',
  'land',
  'plain',
  'relief',
  'grid',
  'border',
  'coast',
  'ribbon',
  'governorate',
  'syria',
  'river',
  'disputed',
  'text',
  'soft-text',
  'sea-text',
  'halo',
  'frame',
  'violence',
  'pact',
  'partnership',
  'tension',
  'mine',
  'flight',
  'aid',
] as const;

type Name = (typeof names)[number];

/** Colours as `#rrggbb`, by the token's name without `--map-`. */
export type Ink = Record<Name, string> & {
  /** The colour of a capital's seal, by the capital's id; that of orders where there is none. */
  capital(id: string): string;
  /** Ground and line of each holder's hatching. */
  holders: Record<string, { ground: string; line: string }>;
  /** The letters of the map: names of water, towns and countries, and the rest. */
  serif: string;
  sans: string;
};

/** What the land alone is drawn with: plain data, which can be sent to a worker. */
export type LandInk = Omit<Ink, 'capital'>;

/** Read the inks that the page's theme gives to an element. */
export function readInk(element: Element): Ink {
  const style = getComputedStyle(element);
  const capitals = new Map<string, string>();
  const ink = landInkIn(style);
  return {
    ...ink,
    capital: (id) => {
      const known = capitals.get(id) ?? (inFull(style.getPropertyValue(`--${id}`).trim()) || ink.mine);
      capitals.set(id, known);
      return known;
    },
  };
}

/** Read of these what the land alone is drawn with. */
export function readLandInk(element: Element): LandInk {
  return landInkIn(getComputedStyle(element));
}

function landInkIn(style: CSSStyleDeclaration): LandInk {
  const token = (name: string) => inFull(style.getPropertyValue(name).trim()) || '#808080';
  return {
    ...(Object.fromEntries(names.map((name) => [name, token(`--map-${name}`)])) as Record<Name, string>),
    holders: Object.fromEntries(
      holderOrder.map((holder) => [
        holder,
        { ground: token(`--hold-${holder}`), line: token(`--hold-${holder}-line`) },
      ]),
    ),
    serif: style.getPropertyValue('--serif').trim() || 'serif',
    sans: style.getPropertyValue('--sans').trim() || 'sans-serif',
  };
}

/** Write `#rgb` as `#rrggbb`: built style sheets shorten what they can. */
export function inFull(colour: string): string {
  return /^#[0-9a-f]{3}$/i.test(colour) ? colour.replace(/[0-9a-f]/gi, '$&$&') : colour;
}

type Pattern = 'slant' | 'dots' | 'level' | 'cross' | 'upright';

/** Told apart by pattern first; the colours stay apart for colour-blind eyes too. */
const patterns: Record<string, Pattern> = {
  government: 'slant',
  opposition: 'dots',
  kurdish: 'level',
  isis: 'cross',
  turkish: 'upright',
};

/** Names of the holders in the order of the legend. */
export const holderOrder = Object.keys(patterns);

/** Make the fill for a holder's hatching, drawn for screens with `dpr` pixels to the CSS pixel, in lines of `thick` of these. */
export function hatching(holder: string, ink: LandInk, dpr: number, thick = 0.9): CanvasPattern | string {
  const style = ink.holders[holder];
  const pattern = patterns[holder];
  if (!style || !pattern) return ink.plain;
  const size = Math.round((pattern === 'cross' ? 7 : 6) * dpr);
  const tile = sheetOf(size, size);
  const pen = penFor(tile);
  if (!pen) return style.ground;
  pen.fillStyle = style.ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = style.line;
  pen.fillStyle = style.line;
  pen.lineWidth = thick * dpr;
  pen.globalAlpha = thick > 1 ? 1 : 0.85;
  draw[pattern](pen, size, dpr);
  return pen.createPattern(tile, 'repeat') ?? style.ground;
}

const draw: Record<Pattern, (pen: Pen, size: number, dpr: number) => void> = {
  slant: (pen, size) => {
    // The line leaves at one corner and comes in at the other, so three pieces make it seamless.
    for (const shift of [-size, 0, size]) strokeLine(pen, shift, size, shift + size, 0);
  },
  dots: (pen, size, dpr) => {
    for (const [x, y] of [
      [0.25, 0.25],
      [0.75, 0.75],
    ] as const) {
      pen.beginPath();
      pen.arc(x * size, y * size, 0.95 * dpr, 0, Math.PI * 2);
      pen.fill();
    }
  },
  level: (pen, size) => {
    for (const y of [0.25, 0.75]) strokeLine(pen, 0, y * size, size, y * size);
  },
  cross: (pen, size) => {
    for (const shift of [-size, 0, size]) {
      strokeLine(pen, shift, size, shift + size, 0);
      strokeLine(pen, shift, 0, shift + size, size);
    }
  },
  upright: (pen, size) => {
    for (const x of [0.25, 0.75]) strokeLine(pen, x * size, 0, x * size, size);
  },
};

function strokeLine(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}
