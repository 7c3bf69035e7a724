/** The glossary: the real scenario's, and what an author reads whose own is wrong. */
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import { onDisk, sentences, whole } from './broken.ts';

const words = ['glossary-truce', 'glossary-truce.note', 'contested-war', 'contested-war.note'];
const sentencesWith = (terms: object[], contested: object[] = []): string[] =>
  sentences({
    ...whole,
    'glossary.json': JSON.stringify({ format: 1, terms, contested }),
    textKeys: new Set([...whole.textKeys, ...words.slice(0, contested.length > 0 ? 4 : 2)]),
  });
const truce = { id: 'truce', sources: ['t020'] };

describe('The glossary', () => {
  it('explains between fifteen and thirty terms and lists contested words, all with sources that were checked', () => {
    const read = readScenario(onDisk);
    if (!read.ok || !read.glossary) throw new Error('no glossary');
    const { terms, contested } = read.glossary;
    expect(terms.length).toBeGreaterThanOrEqual(15);
    expect(terms.length).toBeLessThanOrEqual(30);
    expect(contested.length).toBeGreaterThanOrEqual(8);
    for (const { id, sources } of [...terms, ...contested])
      for (const key of sources)
        expect(['verified', 'partly'], `${id}: ${key}`).toContain(read.sources[key]?.status);
  });

  it('need not be there', () => {
    const read = readScenario({ ...whole, 'glossary.json': undefined });
    expect(read.ok && read.glossary).toBe(null);
  });
});

describe('An author whose glossary is wrong', () => {
  it('is told of an id that stands twice, a key too many, and a source or words that are missing', () => {
    expect(sentencesWith([truce], [{ id: 'war', sources: ['t001x', 't020'] }])).toEqual([
      expect.stringContaining('glossary.json, contested[war].sources[0]: found "t001x"'),
    ]);
    expect(sentencesWith([truce])).toEqual([]);
    expect(sentencesWith([truce, truce])).toEqual([
      'glossary.json, terms[1].id: found "truce" a second time, expected each id once.',
    ]);
    expect(sentencesWith([{ ...truce, note: 'x' }])[0]).toContain('glossary.json');
    expect(sentencesWith([truce, { id: 'wordless', sources: ['t020'] }])).toContain(
      'glossary.json, terms[wordless]: found nothing in English, expected the text glossary-wordless in words/en.ftl.',
    );
  });
});
