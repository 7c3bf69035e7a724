/** Lists the names that could stand on the plate, with their letters, size and the places to try. Draws nothing; the text's width is measured by whoever asks. */
import type { Land, Point } from './land.ts';
import { aroundDot, aroundHeart } from './labelPlacing.ts';
import type { LabelWish } from './labelPlacing.ts';
import type { Marks } from './marks.ts';
import type { MapPicture } from './picture.ts';
import { toScreen } from './view.ts';
import type { View } from './view.ts';

export interface Name extends LabelWish {
  text: string;
  /** A second, quieter line under the first. */
  below?: string;
  letters: Letters;
  colour: 'text' | 'soft-text' | 'sea-text' | 'violence';
  dot?: Point;
  /** From where a fine line leads to the name when it had to move away. */
  from?: Point;
}

interface Letters {
  size: number;
  spacing: number;
  family: 'serif' | 'sans';
  italic: boolean;
  bold: boolean;
}

/** Measures a text's width in CSS pixels. */
export type Measure = (text: string, letters: Letters) => number;

/** List all names of a view, heaviest first of their kind. */
export function wishNames(
  land: Land,
  view: View,
  picture: MapPicture,
  marks: Marks,
  labels: Record<string, string>,
  measure: Measure,
): Name[] {
  const size = letterSize(view);
  const isNarrow = view.width < 480 * view.edges.rem;
  return [
    ...(isNarrow && view.scale < view.home * 1.6 ? [] : markNames(marks, size, measure)),
    ...governorateNames(land, view, picture, size, measure),
    ...townNames(land, view, picture, labels, size, measure),
    ...landNames(land, view, labels, size, measure),
  ];
}

/** Letters grow with the plate, so that they are read across a room too, and with what the reader has set. */
function letterSize({ width, edges }: View): number {
  const own = Math.max(11, Math.min(13.5, width / 58), Math.min(18, width / 80));
  return own * edges.rem;
}

const plain = { spacing: 0, family: 'sans', italic: false, bold: false } as const;

/** Theatres and clocks are named on the land only where they are not told of beside it, and there is room. */
function markNames(marks: Marks, size: number, measure: Measure): Name[] {
  if (marks.clocks.length === 0) return [];
  const theatres = marks.theatres.map((theatre): Name => {
    const letters: Letters = { ...plain, size, family: 'serif', italic: true };
    const { word } = theatre;
    const width = Math.max(measure(theatre.name, letters), measure(word, letters)) + 6;
    const height = size * 2 + 7;
    return {
      text: theatre.name,
      below: word,
      letters,
      colour: 'violence',
      weight: 90,
      width,
      height,
      centres: aroundDot([theatre.x, theatre.y], theatre.radius + 3, width, height),
    };
  });
  const clocks = marks.clocks.map((clock): Name => {
    const letters: Letters = { ...plain, size: size - 0.5, family: 'serif', italic: true };
    const width = measure(clock.name, letters) + 6;
    return {
      text: clock.name,
      letters,
      colour: 'text',
      weight: 85,
      width,
      height: size + 4,
      centres: aroundDot([clock.x, clock.y], clock.radius + 3, width, size + 4),
    };
  });
  return [...theatres, ...clocks];
}

function governorateNames(
  land: Land,
  view: View,
  picture: MapPicture,
  size: number,
  measure: Measure,
): Name[] {
  return land.governorates.flatMap((shape): Name[] => {
    const name = picture.governorates.find(({ id }) => id === shape.id)?.name;
    if (!name) return [];
    const isJoined = isCursive(name);
    const text = isJoined ? name : name.toLocaleUpperCase();
    const letters: Letters = {
      ...plain,
      size: isJoined ? size : size * 0.88,
      spacing: isJoined ? 0 : 0.9,
      bold: true,
    };
    const width = measure(text, letters) + 6;
    const heart = toScreen(view, shape.heart);
    return [
      {
        text,
        letters,
        colour: 'text',
        weight: 80 + Math.min(9, (shape.box.right - shape.box.left) / 10),
        width,
        height: size + 4,
        from: heart,
        centres: aroundHeart(heart, size + 4, width),
      },
    ];
  });
}

function townNames(
  land: Land,
  view: View,
  picture: MapPicture,
  labels: Record<string, string>,
  size: number,
  measure: Measure,
): Name[] {
  const near = view.scale / view.home;
  const governorates = new Set(picture.governorates.map(({ name }) => name));
  const capitals = new Set(Object.values(land.capitals).map((at) => at.join()));
  return land.towns.flatMap((town): Name[] => {
    // The four capitals have seals of their own; small towns wait until there is room for them.
    if (capitals.has(town.at.join()) || (town.rank === 3 && near * view.width < 900)) return [];
    const text = labels[town.id] ?? '';
    const dot = toScreen(view, town.at);
    // A town that gives its governorate its name need not repeat it until one looks closely.
    const repeats = governorates.has(text) && near < 2.2;
    const letters: Letters = { ...plain, size: size - (town.rank === 3 ? 1 : 0.5), family: 'serif' };
    const width = measure(text, letters) + 4;
    const centres = repeats || text === '' ? [] : aroundDot(dot, 4, width, size + 2);
    return [{ text, letters, colour: 'text', weight: 60 - town.rank, width, height: size + 2, dot, centres }];
  });
}

function landNames(
  land: Land,
  view: View,
  labels: Record<string, string>,
  size: number,
  measure: Measure,
): Name[] {
  const lands = land.names.flatMap(({ id, places, kind }): Name[] => {
    const label = labels[id];
    if (!label) return [];
    const isLarge = kind === 'country';
    const isCountry = isLarge || kind === 'small';
    const isRaised = isCountry && !isCursive(label);
    const letters: Letters = {
      ...plain,
      size: size + (isLarge || kind === 'sea' ? 1 : -1.5),
      spacing: isRaised ? (isLarge ? 4 : 1.4) : isCursive(label) ? 0 : 0.5,
      family: 'serif',
      italic: !isCountry,
    };
    const text = isRaised ? label.toLocaleUpperCase() : label;
    const width = measure(text, letters) + 6;
    const centres = places.flatMap((place) => {
      const at = toScreen(view, place);
      if (kind === 'area') return aroundDot(at, 6, width, size);
      return kind === 'small' ? [at, ...aroundDot(at, 2, width, size)] : aroundHeart(at, size, width);
    });
    const weight = isCountry ? 65 : 40;
    const colour = kind === 'sea' ? 'sea-text' : 'soft-text';
    return [{ text, letters, colour, weight, width, height: size + 4, centres }];
  });
  const rivers = land.rivers.flatMap((river): Name[] => {
    const text = labels[river.id];
    if (!text) return [];
    const letters: Letters = { ...plain, size: size - 1, family: 'serif', italic: true };
    const width = measure(text, letters) + 4;
    // Anywhere along the river will do, as long as it is free.
    const centres = river.line.flatMap((at) => aroundDot(toScreen(view, at), 5, width, size).slice(0, 4));
    return [{ text, letters, colour: 'sea-text', weight: 45, width, height: size + 2, centres }];
  });
  return [...lands, ...rivers];
}

/** Scripts whose letters join, or that have no capitals, are neither spaced out nor raised. */
function isCursive(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufeff\u0900-\u0dff]/u.test(text);
}
