/** Reads the themes' colours out of the one style sheet that holds them, and measures them as eyes do. */
import { readFileSync } from 'node:fs';

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

const sheet = readFileSync(new URL('../../src/panels/style/tokens.css', import.meta.url), 'utf8');

/** Read all colours of a theme, by token; what a theme does not set it has from the light one. */
export function coloursOf(theme: Theme): Record<string, string> {
  const own = theme === 'light' ? {} : declared(`:root[data-theme='${theme}']`);
  return { ...declared(':root'), ...own };
}

function declared(selector: string): Record<string, string> {
  const from = sheet.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = sheet.slice(from, sheet.indexOf('\n}', from));
  return Object.fromEntries(
    [...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

type Light = readonly [number, number, number];

/** The share of red, green and blue light in a colour, 0..1. */
function lightOf(colour: string): Light {
  const part = (at: number): number => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

/** Contrast of two colours as the Web Content Accessibility Guidelines measure it: 1..21. */
export function contrast(one: string, other: string): number {
  const bright = ([red, green, blue]: Light): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const [dark = 0, light = 0] = [bright(lightOf(one)), bright(lightOf(other))].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** How the three kinds of colour blindness turn light, at their strongest (Machado, Oliveira and Fernandes 2009). */
const blindness = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export const eyes = ['usual', ...(Object.keys(blindness) as (keyof typeof blindness)[])] as const;

/** How far apart two colours look to some eyes, in hundredths of the way from black to white (distance in Oklab). */
export function apart(one: string, other: string, eye: (typeof eyes)[number]): number {
  const [a, b] = [one, other].map((colour) => oklab(seenBy(lightOf(colour), eye)));
  return 100 * Math.hypot(...[0, 1, 2].map((axis) => (a?.[axis] ?? 0) - (b?.[axis] ?? 0)));
}

function seenBy(light: Light, eye: (typeof eyes)[number]): Light {
  if (eye === 'usual') return light;
  const turn: readonly number[] = blindness[eye];
  const mix = (row: number): number =>
    light.reduce((sum, part, column) => sum + part * (turn[row * 3 + column] ?? 0), 0);
  return [clamp(mix(0)), clamp(mix(1)), clamp(mix(2))];
}

function oklab([red, green, blue]: Light): Light {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
