/** Draws all names on the plate, none over another, and the frame. The land under them is drawn by drawLand.ts. */
import { inks } from './ink.ts';
import type { Ink, Theme } from './ink.ts';
import type { Box, Land, Point } from './land.ts';
import { aroundDot, aroundHeart, placeLabels } from './labelPlacing.ts';
import type { LabelWish } from './labelPlacing.ts';
import type { Marks } from './marks.ts';
import { curve } from './ties.ts';
import type { MapPicture } from './picture.ts';
import { toScreen } from './view.ts';
import type { View } from './view.ts';

interface Name extends LabelWish {
  text: string;
  /** A second, quieter line under the first. */
  below?: string;
  font: string;
  smallFont?: string;
  colour: string;
  spacing: number;
  dot?: Point;
  /** From where a fine line leads to the name when it had to move away. */
  from?: Point;
}

const serif =
  "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Noto Serif', 'Noto Naskh Arabic', Georgia, serif";

/** Draw names and town dots; `labels` holds the words by id, `covered` are boxes in which nothing can be read. */
export function drawNames(
  ink: CanvasRenderingContext2D,
  land: Land,
  view: View,
  picture: MapPicture,
  marks: Marks,
  labels: Record<string, string>,
  theme: Theme,
  covered: readonly Box[],
): void {
  const colours = inks[theme];
  const size = Math.min(13, Math.max(10, view.width / 62));
  const isNarrow = view.width < 480;
  const measure = makeMeasure(ink);
  const names = [
    ...markNames(marks, colours, size, measure, isNarrow),
    ...governorateNames(land, view, picture, colours, size, measure),
    ...townNames(land, view, picture, labels, colours, size, measure),
    ...landNames(land, view, labels, colours, size, measure),
  ];
  const taken = [...covered];
  for (const { x, y, radius } of [...marks.capitals, ...marks.theatres, ...marks.clocks]) {
    taken.push({ left: x - radius - 2, right: x + radius + 2, top: y - radius - 2, bottom: y + radius + 2 });
  }
  // Names keep off the lines between capitals, which are painted above them.
  const soft = marks.ties
    .flatMap((tie) => curve(tie, 1))
    .map(([x, y]): Box => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  const places = placeLabels(names, taken, soft, view);
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  ink.lineJoin = 'round';
  names.forEach((name, index) => {
    const place = places[index];
    if (name.dot) drawDot(ink, name.dot, colours);
    if (place) drawName(ink, name, place, colours);
  });
  drawFrame(ink, view, colours);
}

type Measure = (text: string, font: string, spacing?: number) => number;

function makeMeasure(ink: CanvasRenderingContext2D): Measure {
  return (text, font, spacing = 0) => {
    ink.font = font;
    return ink.measureText(text).width + spacing * text.length;
  };
}

function markNames(marks: Marks, colours: Ink, size: number, measure: Measure, isNarrow: boolean): Name[] {
  const capitals = marks.capitals.map((capital): Name => {
    const font = `${capital.mine ? 'bold ' : ''}${size + 2}px ${serif}`;
    const width = measure(capital.name, font) + 8;
    const height = size + 7;
    return {
      text: capital.name,
      font,
      colour: capital.mine ? colours.mine : colours.text,
      spacing: 0,
      weight: 100,
      isNeeded: true,
      width,
      height,
      centres: aroundDot([capital.x, capital.y], capital.radius + 4, width, height),
    };
  });
  const theatres = marks.theatres.map((theatre): Name => {
    const font = `italic bold ${size}px ${serif}`;
    const smallFont = `italic ${size - 1}px ${serif}`;
    const word = isNarrow ? '' : theatre.word;
    const width = Math.max(measure(theatre.name, font), measure(word, smallFont)) + 6;
    const height = word === '' ? size + 4 : size * 2 + 6;
    return {
      text: theatre.name,
      below: word,
      font,
      smallFont,
      colour: colours.violence,
      spacing: 0,
      // On a small screen the governorates come first: the rings already tell where it burns.
      weight: isNarrow ? 70 : 90,
      width,
      height,
      centres: aroundDot([theatre.x, theatre.y], theatre.radius + 3, width, height),
    };
  });
  const clocks = marks.clocks.map((clock): Name => {
    const font = `italic ${size - 0.5}px ${serif}`;
    const width = measure(clock.name, font) + 6;
    return {
      text: clock.name,
      font,
      colour: colours.text,
      spacing: 0,
      weight: isNarrow ? 68 : 85,
      width,
      height: size + 4,
      centres: aroundDot([clock.x, clock.y], clock.radius + 3, width, size + 4),
    };
  });
  return [...capitals, ...theatres, ...clocks];
}

function governorateNames(
  land: Land,
  view: View,
  picture: MapPicture,
  colours: Ink,
  size: number,
  measure: Measure,
): Name[] {
  return land.governorates.flatMap((shape): Name[] => {
    const name = picture.governorates.find(({ id }) => id === shape.id)?.name;
    if (!name) return [];
    const spacing = isCursive(name) ? 0 : 1.1;
    const text = isCursive(name) ? name : name.toLocaleUpperCase();
    const font = `${size}px ${serif}`;
    const width = measure(text, font, spacing) + 4;
    const heart = toScreen(view, shape.heart);
    return [
      {
        text,
        font,
        colour: colours.text,
        spacing,
        weight: 80,
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
  colours: Ink,
  size: number,
  measure: Measure,
): Name[] {
  const near = view.scale / view.home;
  const governorates = new Set(picture.governorates.map(({ name }) => name));
  const capitals = new Set(Object.values(land.capitals).map((at) => at.join()));
  return land.towns.flatMap((town): Name[] => {
    // The four capitals have marks of their own; small towns wait until there is room for them.
    if (capitals.has(town.at.join()) || (town.rank === 3 && near * view.width < 620)) return [];
    const text = labels[town.id] ?? '';
    const dot = toScreen(view, town.at);
    // A town that gives its governorate its name need not repeat it until one looks closely.
    const repeats = governorates.has(text) && near < 2.5;
    const font = `${size - 1 - (town.rank === 3 ? 0.5 : 0)}px ${serif}`;
    const width = measure(text, font) + 4;
    const centres = repeats || text === '' ? [] : aroundDot(dot, 4, width, size + 2);
    return [
      {
        text,
        font,
        colour: colours.text,
        spacing: 0,
        weight: 60 - town.rank,
        width,
        height: size + 2,
        dot,
        centres,
      },
    ];
  });
}

function landNames(
  land: Land,
  view: View,
  labels: Record<string, string>,
  colours: Ink,
  size: number,
  measure: Measure,
): Name[] {
  const lands = land.names.flatMap(({ id, places, kind }): Name[] => {
    const label = labels[id];
    if (!label) return [];
    const isLarge = kind === 'country';
    const isCountry = isLarge || kind === 'small';
    const spacing = isCountry && !isCursive(label) ? (isLarge ? 3 : 1.4) : 0.6;
    const text = isCountry && !isCursive(label) ? label.toLocaleUpperCase() : label;
    const font = `${isCountry ? '' : 'italic '}${size + (isLarge || kind === 'sea' ? 1 : -1)}px ${serif}`;
    const width = measure(text, font, spacing) + 6;
    const colour = kind === 'sea' ? colours.seaText : colours.softText;
    const centres = places.flatMap((place) => {
      const at = toScreen(view, place);
      if (kind === 'area') return aroundDot(at, 6, width, size);
      return kind === 'small' ? [at, ...aroundDot(at, 2, width, size)] : aroundHeart(at, size, width);
    });
    const weight = isCountry ? 65 : 40;
    return [{ text, font, colour, spacing, weight, width, height: size + 4, centres }];
  });
  const rivers = land.rivers.flatMap((river): Name[] => {
    const text = labels[river.id];
    if (!text) return [];
    const font = `italic ${size - 1}px ${serif}`;
    const width = measure(text, font) + 4;
    // Anywhere along the river will do, as long as it is free.
    const centres = river.line.flatMap((at) => aroundDot(toScreen(view, at), 5, width, size).slice(0, 4));
    return [
      { text, font, colour: colours.seaText, spacing: 0, weight: 45, width, height: size + 2, centres },
    ];
  });
  return [...lands, ...rivers];
}

function drawName(ink: CanvasRenderingContext2D, name: Name, [x, y]: Point, colours: Ink): void {
  if (name.from && Math.hypot(name.from[0] - x, name.from[1] - y) > 26) {
    ink.strokeStyle = colours.softText;
    ink.lineWidth = 0.7;
    ink.beginPath();
    ink.moveTo(...name.from);
    ink.lineTo(x, y + (name.from[1] > y ? 1 : -1) * (name.height / 2 - 2));
    ink.stroke();
  }
  const lines: [string, string, number][] = name.below
    ? [
        [name.text, name.font, y - name.height / 4],
        [name.below, name.smallFont ?? name.font, y + name.height / 4],
      ]
    : [[name.text, name.font, y]];
  for (const [text, font, top] of lines) {
    ink.font = font;
    // Letterspacing would tear joined scripts apart, and is missing on old tablets, where it is simply not there.
    ink.letterSpacing = `${name.spacing}px`;
    ink.strokeStyle = colours.halo;
    ink.lineWidth = 3.8;
    ink.globalAlpha = 0.88;
    ink.strokeText(text, x + name.spacing / 2, top);
    ink.globalAlpha = 1;
    ink.fillStyle = name.colour;
    ink.fillText(text, x + name.spacing / 2, top);
  }
  ink.letterSpacing = '0px';
}

function drawDot(ink: CanvasRenderingContext2D, [x, y]: Point, colours: Ink): void {
  ink.beginPath();
  ink.arc(x, y, 2, 0, Math.PI * 2);
  ink.fillStyle = colours.halo;
  ink.strokeStyle = colours.text;
  ink.lineWidth = 1.1;
  ink.fill();
  ink.stroke();
}

/** Draw the double line that frames a plate in an atlas. */
function drawFrame(ink: CanvasRenderingContext2D, view: View, colours: Ink): void {
  ink.strokeStyle = colours.frame;
  for (const [inset, width] of [
    [0.75, 1.5],
    [4, 0.6],
  ] as const) {
    ink.lineWidth = width;
    ink.strokeRect(inset, inset, view.width - 2 * inset, view.height - 2 * inset);
  }
}

/** Scripts whose letters join, or that have no capitals, are neither spaced out nor raised. */
function isCursive(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufeff\u0900-\u0dff]/u.test(text);
}
