/** The laboratory: the real scenario's, and what an author reads whose own is wrong. */
import { describe, expect, it } from 'vitest';
import { laboratoryKeys } from '../../../src/engine/scenario/laboratorySchema.ts';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import { onDisk, sentences, whole } from './broken.ts';
import type { Loose } from './broken.ts';

const real: Loose = JSON.parse(onDisk['laboratory.json']);

function sentencesWith(change: (laboratory: Loose) => void): string[] {
  const laboratory = structuredClone(real);
  change(laboratory);
  return sentences({
    ...whole,
    'sources.json': onDisk['sources.json'],
    'checks.json': undefined,
    'laboratory.json': JSON.stringify(laboratory),
    textKeys: new Set([...whole.textKeys, ...laboratoryKeys(real)]),
  });
}

describe('The laboratory', () => {
  it('asks one question in four arms, with three hinges argued for and against and four scales', () => {
    const read = readScenario(onDisk);
    if (!read.ok || !read.laboratory) throw new Error('no laboratory');
    const { arms, hinges, scales } = read.laboratory;
    expect(arms.map(({ id }) => id)).toEqual(['ankara', 'moscow', 'both', 'neither']);
    expect(hinges).toHaveLength(3);
    expect(scales).toHaveLength(4);
    for (const hinge of hinges) {
      expect(hinge.for.sources.length).toBeGreaterThanOrEqual(3);
      expect(hinge.against.sources.length).toBeGreaterThanOrEqual(3);
      expect(JSON.stringify(hinge.yes)).not.toBe(JSON.stringify(hinge.no));
    }
  });

  it('need not be there', () => {
    const read = readScenario(whole);
    expect(read.ok && read.laboratory).toBe(null);
  });
});

describe('An author whose laboratory is wrong', () => {
  it('is told of names that do not exist, with the nearest that does', () => {
    expect(sentencesWith(() => undefined)).toEqual([]);
    expect(sentencesWith((laboratory) => (laboratory.capital = 'iram'))[0]).toContain(
      'the nearest known is "iran"',
    );
    expect(sentencesWith((laboratory) => (laboratory.partners[0] = 'iran'))).toEqual([
      'laboratory.json, partners[0]: found "iran", expected another capital than the one that asks.',
    ]);
    expect(
      sentencesWith((laboratory) => (laboratory.arms[0].keep = { 'iran.consults': 'ankora' }))[0],
    ).toContain('a stance of iran.consults; the nearest known is "ankara"');
    expect(
      sentencesWith((laboratory) => (laboratory.hinges[0].yes.strengths = { damascusAsad: 'lower' }))[0],
    ).toContain('a link; the nearest known is "damascusAssad"');
    expect(sentencesWith((laboratory) => (laboratory.scales[0].level = 'aim.iran.friendly'))[0]).toContain(
      'a level or an aim',
    );
    expect(sentencesWith((laboratory) => (laboratory.scales[1].id = 'damascus')).join()).toContain(
      'a second time',
    );
    expect(sentencesWith((laboratory) => (laboratory.hinges[1].for.sources = ['t999']))[0]).toContain(
      'a key of sources.json',
    );
    expect(sentencesWith((laboratory) => (laboratory.arms[0].wins = true)).join()).toContain(
      'laboratory.json',
    );
  });
});
