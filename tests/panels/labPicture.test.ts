/** The picture of a laboratory, as it is saved: nothing is cut off, it says what may not be concluded, and reads from its words' side. */
import { expect, test } from 'vitest';
import { seedFrom } from '../../src/engine/dice.ts';
import { Laboratory } from '../../src/engine/scenario/laboratorySchema.ts';
import { playGames } from '../../src/forecast/games.ts';
import { armQuestion, outcomesOf } from '../../src/forecast/laboratory.ts';
import type { Trial } from '../../src/forecast/laboratory.ts';
import { reportOf } from '../../src/forecast/report.ts';
import { gamesOf } from '../../src/forecast/results.ts';
import { pictureOf } from '../../src/panels/laboratory/picture.ts';
import { makeWords } from '../../src/words/words.ts';
import { longGame, readJson, tables } from '../forecast/june2016.ts';
import { read } from '../house/files.ts';

const laboratory = Laboratory.parse(readJson('laboratory.json'));
const trial: Trial = {
  games: 8,
  seed: seedFrom('picture'),
  options: { ...longGame, rounds: 2 },
  hinges: {},
  strengths: {},
};
const played = laboratory.arms.map(({ id }) => {
  const question = armQuestion(tables, laboratory, id, trial);
  return gamesOf(tables, question, playGames(tables, question, 0, question.games));
});
const report = reportOf(tables, laboratory, trial, played, {
  outcome: { kind: 'reached', capital: 'iran' },
  arms: ['ankara', 'moscow'],
});

/** Draw it, and read where what it holds begins and what it says. */
function drawn(lang: string) {
  const words = makeWords(lang, [
    read('assets/words/en.ftl'),
    read('assets/scenarios/tehran-2016/words/en.ftl'),
  ]).plain;
  const own = ['An assumption that takes a whole sentence to tell. '.repeat(6).trim()];
  const { svg, width } = pictureOf(
    report,
    outcomesOf(tables, laboratory),
    { tables, laboratory } as never,
    words,
    own,
  );
  const texts = [...svg.matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map((one) => ({
    x: Number(one[1]),
    content: one[2] ?? '',
  }));
  const rects = [...svg.matchAll(/<rect x="([-\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map((one) => ({
    from: Number(one[1]),
    to: Number(one[1]) + Number(one[2]),
  }));
  return { svg, width, words, texts, rects };
}

test('it says what was compared and what may not be concluded, whole sentences in lines that fit', () => {
  const { svg, texts, words, rects, width } = drawn('en');
  const all = texts.map(({ content }) => content).join(' ');
  expect(all).toContain(
    'Aims reached by Tehran: “Leaning to Ankara” less “Leaning to Moscow”. The answer over all',
  );
  expect(all).toContain(words.say('laboratory-may-not'));
  expect(all).not.toContain('…');
  for (const { content, x } of texts) expect(content.length).toBeLessThanOrEqual(x < 60 ? 135 : 40);
  for (const { from, to } of rects) expect(from >= 0 && to <= width).toBe(true);
  expect(svg).toContain('direction="ltr"');
});

test('where words run from right to left it is the same picture the other way round', () => {
  const left = drawn('en');
  const right = drawn('xx-rtl');
  expect(right.svg).toContain('direction="rtl"');
  const round = (value: number): number => Math.round(value * 100);
  expect(right.rects.map(({ from, to }) => [round(from), round(to)])).toEqual(
    left.rects.map(({ from, to }) => [round(left.width - to), round(left.width - from)]),
  );
  expect(Math.min(...right.texts.map(({ x }) => x))).toBeGreaterThan(100);
});
