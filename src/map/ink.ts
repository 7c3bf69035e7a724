/** The colours and hatchings of the plate, by day and by night. Where they are laid is not decided here. */

export type Theme = 'light' | 'dark';

export interface Ink {
  sea: string;
  shallows: string;
  land: string;
  plain: string;
  grid: string;
  border: string;
  coast: string;
  ribbon: string;
  governorate: string;
  syria: string;
  river: string;
  disputed: string;
  text: string;
  softText: string;
  seaText: string;
  halo: string;
  frame: string;
  violence: string;
  pact: string;
  partnership: string;
  tension: string;
  mine: string;
  paper: string;
}

export const inks: Record<Theme, Ink> = {
  light: {
    sea: '#d3dfdd',
    shallows: '#9fb8ba',
    land: '#ece3d0',
    plain: '#f8f2e4',
    grid: '#6f6a5c',
    border: '#a2937a',
    coast: '#7f9799',
    ribbon: '#b9a683',
    governorate: '#fbf6ea',
    syria: '#4a3f33',
    river: '#5b8ba0',
    disputed: '#6d4a6e',
    text: '#2f2820',
    softText: '#6b5f4e',
    seaText: '#4f7580',
    halo: '#f8f2e4',
    frame: '#8b7d66',
    violence: '#9c2f28',
    pact: '#1f5f6b',
    partnership: '#6a7d3b',
    tension: '#a0522d',
    mine: '#2b4a73',
    paper: '#f6efdf',
  },
  dark: {
    sea: '#18222d',
    shallows: '#31485a',
    land: '#27323d',
    plain: '#303c47',
    grid: '#9fb0bd',
    border: '#5d6c79',
    coast: '#5d7a8e',
    ribbon: '#46535f',
    governorate: '#1d262f',
    syria: '#d9d0bf',
    river: '#7fb0c9',
    disputed: '#c9a2cc',
    text: '#f1eadb',
    softText: '#b3b5b1',
    seaText: '#7f9fb3',
    halo: '#1b242d',
    frame: '#6d7984',
    violence: '#f08a7c',
    pact: '#7fc4cf',
    partnership: '#b3c77b',
    tension: '#e3a07a',
    mine: '#9dc1f0',
    paper: '#1f2933',
  },
};

interface Hatch {
  ground: string;
  line: string;
}

/** Told apart by pattern first; the colours are chosen to stay apart for colour-blind eyes too. */
const holders: Record<string, { pattern: Pattern } & Record<Theme, Hatch>> = {
  government: {
    pattern: 'slant',
    light: { ground: '#e9c6b8', line: '#a75a4b' },
    dark: { ground: '#5c3833', line: '#d2917f' },
  },
  opposition: {
    pattern: 'dots',
    light: { ground: '#b9d6c6', line: '#22614d' },
    dark: { ground: '#23483d', line: '#93cdb5' },
  },
  kurdish: {
    pattern: 'level',
    light: { ground: '#f0dfa6', line: '#a07c22' },
    dark: { ground: '#574a22', line: '#dcc070' },
  },
  isis: {
    pattern: 'cross',
    light: { ground: '#cbc4b8', line: '#5a534b' },
    dark: { ground: '#14171a', line: '#8f8c86' },
  },
  turkish: {
    pattern: 'upright',
    light: { ground: '#c3d0e8', line: '#3f5a94' },
    dark: { ground: '#2b3d60', line: '#a0b6e2' },
  },
};

type Pattern = 'slant' | 'dots' | 'level' | 'cross' | 'upright';

/** Names of the holders in the order of the legend. */
export const holderOrder = Object.keys(holders);

/** Make the fill for a holder's hatching, drawn for screens with `dpr` pixels to the CSS pixel. */
export function hatching(holder: string, theme: Theme, dpr: number): CanvasPattern | string {
  const style = holders[holder];
  if (!style) return inks[theme].plain;
  const size = Math.round(7 * dpr);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const ink = tile.getContext('2d');
  if (!ink) return style[theme].ground;
  ink.fillStyle = style[theme].ground;
  ink.fillRect(0, 0, size, size);
  ink.strokeStyle = style[theme].line;
  ink.fillStyle = style[theme].line;
  ink.lineWidth = 1.15 * dpr;
  draw[style.pattern](ink, size, dpr);
  return ink.createPattern(tile, 'repeat') ?? style[theme].ground;
}

const draw: Record<Pattern, (ink: CanvasRenderingContext2D, size: number, dpr: number) => void> = {
  slant: (ink, size) => {
    // The line leaves at one corner and comes in at the other, so three pieces make it seamless.
    for (const shift of [-size, 0, size]) strokeLine(ink, shift, size, shift + size, 0);
  },
  dots: (ink, size, dpr) => {
    for (const [x, y] of [
      [0.25, 0.25],
      [0.75, 0.75],
    ] as const) {
      ink.beginPath();
      ink.arc(x * size, y * size, 1.15 * dpr, 0, Math.PI * 2);
      ink.fill();
    }
  },
  level: (ink, size) => {
    for (const y of [0.25, 0.75]) strokeLine(ink, 0, y * size, size, y * size);
  },
  cross: (ink, size) => {
    for (const shift of [-size, 0, size]) {
      strokeLine(ink, shift, size, shift + size, 0);
      strokeLine(ink, shift, 0, shift + size, size);
    }
  },
  upright: (ink, size) => {
    for (const x of [0.25, 0.75]) strokeLine(ink, x * size, 0, x * size, size);
  },
};

function strokeLine(ink: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ink.beginPath();
  ink.moveTo(x1, y1);
  ink.lineTo(x2, y2);
  ink.stroke();
}
