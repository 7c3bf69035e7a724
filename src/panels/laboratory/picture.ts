/** The laboratory as one drawing: outcomes by arm with their intervals, on what the answer hangs, and what may not be concluded. */
import { nameOfOutcome } from '../../forecast/laboratory.ts';
import type { Outcome } from '../../forecast/laboratory.ts';
import type { LaboratoryReport } from '../../forecast/report.ts';
import type { Words } from '../../words/words.ts';
import { nameOf, nameOfSwing, pointsOf } from './naming.ts';
import type { OpenedLaboratory } from './opened.ts';

const width = 1000;
const line = 24;
/** Where lines of text begin, where what belongs below them does, where tracks run, and where figures stand. */
const at = { edge: 30, inside: 50, track: 520, trackEnd: 820, figures: 840 } as const;
/** How many letters fit into a whole line, and before a track. */
const letters = { line: 135, name: 66 } as const;
const colours = {
  paper: '#fdfaf2',
  ink: '#29241d',
  soft: '#5d5344',
  rule: '#cfc4ac',
  bar: '#1b5468',
  warn: '#8a3324',
};

/** What one track shows: a bar with a line in it, and where the side is that is marked. */
interface Bar {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  /** What the track runs over. */
  readonly least: number;
  readonly most: number;
  readonly hollow?: boolean;
  readonly marked?: number;
}

/**
 * Draw a report, from the side from which its words are read.
 * @param own what the reader assumed, one line each
 * @returns a whole SVG text with its measures
 */
export function pictureOf(
  report: LaboratoryReport,
  outcomes: readonly Outcome[],
  opened: OpenedLaboratory,
  words: Words,
  own: readonly string[],
): { svg: string; width: number; height: number } {
  const parts: string[] = [];
  const mirrored = words.dir === 'rtl';
  const side = (x: number): number => (mirrored ? width - x : x);
  let y = 40;
  const text = (x: number, content: string, size = 14, fill = colours.ink, weight = 400): void => {
    parts.push(
      `<text x="${side(x)}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight}">${escaped(content)}</text>`,
    );
  };
  /** Write in as many lines as it takes; the last one stays open. */
  const wrapped = (x: number, content: string, most: number, size = 13, fill = colours.ink): void =>
    linesOf(content, most).forEach((one, index) => {
      if (index > 0) y += line * 0.75;
      text(x, one, size, fill);
    });
  const rect = (from: number, to: number, above: number, high: number, look: string): void => {
    const [one, other] = [side(from), side(to)];
    parts.push(
      `<rect x="${Math.min(one, other)}" y="${y - above}" width="${Math.abs(other - one)}" height="${high}" ${look}/>`,
    );
  };
  const track = ({ from, to, mean, least, most, hollow = false, marked }: Bar): void => {
    const place = (value: number): number =>
      at.track + ((at.trackEnd - at.track) * (value - least)) / (most - least || 1);
    const left = place(Math.min(from, to));
    const right = Math.max(left + 2, place(Math.max(from, to)));
    const look = hollow ? 'fill="none" stroke-dasharray="5 3"' : `fill="${colours.bar}" fill-opacity="0.45"`;
    parts.push(`<path d="M${side(at.track)} ${y - 5}H${side(at.trackEnd)}" stroke="${colours.rule}"/>`);
    rect(left, right, 11, 12, `${look} stroke="${colours.bar}"`);
    rect(place(mean) - 1, place(mean) + 1, 14, 18, `fill="${colours.ink}"`);
    if (marked !== undefined)
      rect(place(marked) - 2.5, place(marked) + 2.5, 14, 18, `fill="${colours.warn}"`);
  };
  text(at.edge, words.say('laboratory-question'), 24, colours.ink, 600);
  y += line;
  wrapped(
    at.edge,
    words.say('lab-picture-note', { games: report.trial.games }),
    letters.line,
    13,
    colours.soft,
  );
  y += line;
  if (own.length > 0) {
    text(at.edge, words.say('lab-own', { count: own.length }), 14, colours.warn, 600);
    y += line;
    for (const one of own) {
      wrapped(at.inside, one, letters.line, 13, colours.warn);
      y += line;
    }
  }
  for (const outcome of outcomes) {
    y += line / 2;
    text(at.edge, nameOf(outcome, opened, words), 15, colours.ink, 600);
    for (const arm of report.arms) {
      const mean = arm.outcomes[nameOfOutcome(outcome)];
      if (!mean) continue;
      y += line;
      text(at.inside, words.say(`laboratory-arm-${arm.arm}`));
      track({ from: mean.low, to: mean.high, mean: mean.mean, least: 0, most: 10_000 });
      text(at.figures, words.say('lab-value', numbers(mean, words)), 13, colours.soft);
    }
    y += line / 2;
  }
  y += line;
  text(at.edge, words.say('lab-hangs'), 18, colours.ink, 600);
  y += line;
  wrapped(at.edge, tellAnswer(report, outcomes, opened, words), letters.line, 14);
  y += line;
  wrapped(at.edge, words.say('lab-hangs-note'), letters.line, 13, colours.soft);
  y += line / 4;
  const { mean } = report.answer;
  const ends = [mean, ...report.sensitivity.flatMap(({ low, high }) => [low, high])];
  const reach = { least: Math.min(...ends), most: Math.max(...ends) };
  for (const { low, high, standsOut, ...swing } of report.sensitivity) {
    y += line;
    const top = y;
    track({ from: low, to: high, mean, ...reach, hollow: !standsOut, marked: high });
    const figures = words.say('lab-picture-swing', {
      low: pointsOf(low, words),
      high: pointsOf(high, words),
    });
    text(at.figures, figures, 13, colours.soft);
    wrapped(at.inside, nameOfSwing(swing, opened, words), letters.name);
    y = Math.max(y, top);
  }
  y += line * 1.5;
  wrapped(at.edge, words.say('laboratory-may-not'), letters.line, 13, colours.soft);
  const height = Math.ceil(y + line);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" direction="${words.dir}" font-family="Georgia, serif"><rect width="100%" height="100%" fill="${colours.paper}"/>${parts.join('')}</svg>`;
  return { svg, width, height };
}

/** Say what was compared, and what came of it. */
function tellAnswer(
  { answer }: LaboratoryReport,
  outcomes: readonly Outcome[],
  opened: OpenedLaboratory,
  words: Words,
): string {
  const outcome = outcomes.find((one) => nameOfOutcome(one) === answer.outcome);
  const [one = '', other] = answer.arms.map((arm) => words.say(`laboratory-arm-${arm}`));
  const name = outcome ? nameOf(outcome, opened, words) : '';
  return [
    other === undefined
      ? words.say('lab-picture-of', { outcome: name, one })
      : words.say('lab-picture-less', { outcome: name, one, other }),
    words.say('lab-answer-is', numbers(answer, words)),
  ].join(' ');
}

function numbers(mean: { mean: number; low: number; high: number }, words: Words): Record<string, string> {
  return {
    value: pointsOf(mean.mean, words),
    low: pointsOf(mean.low, words),
    high: pointsOf(mean.high, words),
  };
}

/** Break a text between words into lines of at most so many letters. */
function linesOf(content: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of content.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
