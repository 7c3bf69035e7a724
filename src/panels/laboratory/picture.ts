/** The laboratory as one drawing: outcomes by arm with their intervals, on what the answer hangs, and what may not be concluded. */
import { nameOfOutcome } from '../../forecast/laboratory.ts';
import type { Outcome } from '../../forecast/laboratory.ts';
import type { LaboratoryReport } from '../../forecast/report.ts';
import type { Words } from '../../words/words.ts';
import { nameOf, nameOfSwing, pointsOf } from './naming.ts';
import type { OpenedLaboratory } from './opened.ts';

const width = 1000;
const line = 24;
const colours = {
  paper: '#fdfaf2',
  ink: '#29241d',
  soft: '#5d5344',
  rule: '#cfc4ac',
  bar: '#1b5468',
  warn: '#8a3324',
};

/**
 * Draw a report.
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
  let y = 40;
  const text = (x: number, content: string, size = 14, fill = colours.ink, weight = 400): void => {
    parts.push(
      `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" font-weight="${weight}">${escaped(content)}</text>`,
    );
  };
  const track = (
    from: number,
    to: number,
    mean: number,
    least: number,
    most: number,
    hollow = false,
  ): void => {
    const at = (value: number): number => 520 + (300 * (value - least)) / (most - least || 1);
    const left = at(Math.min(from, to));
    const wide = Math.max(2, Math.abs(at(to) - at(from)));
    const fill = hollow ? 'none' : colours.bar;
    parts.push(
      `<path d="M520 ${y - 5}H820" stroke="${colours.rule}"/>`,
      `<rect x="${left}" y="${y - 11}" width="${wide}" height="12" fill="${fill}" fill-opacity="0.45" stroke="${colours.bar}"/>`,
      `<rect x="${at(mean) - 1.5}" y="${y - 14}" width="3" height="18" fill="${colours.ink}"/>`,
    );
  };
  text(30, words.say('laboratory-question'), 24, colours.ink, 600);
  y += line;
  text(30, words.say('lab-picture-note', { games: report.trial.games }), 13, colours.soft);
  y += line;
  if (own.length > 0) {
    text(30, words.say('lab-own', { count: own.length }), 14, colours.warn, 600);
    y += line;
    for (const one of own) {
      text(50, one, 13, colours.warn);
      y += line;
    }
  }
  for (const outcome of outcomes) {
    y += line / 2;
    text(30, nameOf(outcome, opened, words), 15, colours.ink, 600);
    for (const arm of report.arms) {
      const mean = arm.outcomes[nameOfOutcome(outcome)];
      if (!mean) continue;
      y += line;
      text(50, words.say(`laboratory-arm-${arm.arm}`));
      track(mean.low, mean.high, mean.mean, 0, 10_000);
      text(840, words.say('lab-value', numbers(mean, words)), 13, colours.soft);
    }
    y += line / 2;
  }
  y += line;
  const answer = opened.laboratory.arms.length > 0 ? report.answer : null;
  text(30, words.say('lab-hangs'), 18, colours.ink, 600);
  const ends = report.sensitivity.flatMap(({ low, high }) => [low, high]);
  for (const swing of report.sensitivity) {
    y += line;
    text(50, shortened(nameOfSwing(swing, opened, words)), 13);
    track(swing.low, swing.high, answer?.mean ?? 0, Math.min(...ends), Math.max(...ends), !swing.standsOut);
    text(840, `${pointsOf(swing.low, words)} … ${pointsOf(swing.high, words)}`, 13, colours.soft);
  }
  y += line * 1.5;
  text(30, words.say('app-limits'), 12, colours.soft);
  const height = Math.ceil(y + line);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Georgia, serif"><rect width="100%" height="100%" fill="${colours.paper}"/>${parts.join('')}</svg>`;
  return { svg, width, height };
}

function numbers(mean: { mean: number; low: number; high: number }, words: Words): Record<string, string> {
  return {
    value: pointsOf(mean.mean, words),
    low: pointsOf(mean.low, words),
    high: pointsOf(mean.high, words),
  };
}

/** What fits before the track. */
const mostLetters = 66;

function shortened(sentence: string): string {
  return sentence.length <= mostLetters ? sentence : `${sentence.slice(0, mostLetters - 1)}…`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
