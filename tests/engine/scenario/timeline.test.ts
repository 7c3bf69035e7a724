/** What is put beside a game: the real scenario's timeline, and what an author reads whose own is wrong. */
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import { realEventsOf } from '../../../src/engine/scenario/timelineSchema.ts';
import { onDisk, sentences, whole } from './broken.ts';

const entry = { id: 'letter', date: '2016-06-27', sources: ['t037'], confidence: 'high' };
interface Written {
  id: string;
  [key: string]: unknown;
}
const withEntries = (...entries: Written[]): string[] =>
  sentences({
    ...whole,
    'timeline.json': JSON.stringify({ format: 1, entries }),
    textKeys: new Set([...whole.textKeys, ...worded(entries)]),
  });

/** Keys of those that have words; a text for nothing would be a problem of its own. */
function worded(entries: readonly { id: string }[]): string[] {
  return entries.filter(({ id }) => id !== 'wordless').map(({ id }) => `real-${id}`);
}

describe('The events beside a game', () => {
  it('are three to five in every quarter that is played, and some in those that run on', () => {
    const read = readScenario(onDisk);
    if (!read.ok || !read.timeline) throw new Error('no timeline');
    const { timeline, scenario } = read;
    const counts = Array.from({ length: 10 }, (_, at) => realEventsOf(timeline, scenario, at + 1).length);
    for (const count of counts.slice(0, 8)) {
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(5);
    }
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(timeline.entries.length);
  });

  it('rest on sources that were checked', () => {
    const read = readScenario(onDisk);
    if (!read.ok || !read.timeline) throw new Error('no timeline');
    for (const { id, sources } of read.timeline.entries)
      for (const key of sources) expect(read.sources[key]?.status, `${id}: ${key}`).toBe('verified');
  });

  it('need not be there', () => {
    const read = readScenario({ ...whole, 'timeline.json': undefined });
    expect(read.ok && read.timeline).toBe(null);
  });
});

describe('An author whose timeline is wrong', () => {
  it('is told of an event that stands twice, out of order, or outside the game', () => {
    expect(withEntries(entry)).toEqual([]);
    expect(withEntries(entry, entry)).toEqual([
      'timeline.json, entries[1].id: found "letter" a second time, expected each id once.',
    ]);
    expect(withEntries({ ...entry, id: 'other', date: '2016-07-01' }, entry)).toEqual([
      'timeline.json, entries[letter].date: found 2016-06-27, expected a date not before 2016-07-01.',
    ]);
    expect(withEntries({ ...entry, date: '2016-05-31' })).toEqual([
      'timeline.json, entries[letter].date: found 2016-05-31, expected a date in one of the 10 quarters.',
    ]);
    expect(withEntries({ ...entry, date: '2016-06-31' })).toEqual([
      'timeline.json, entries[letter].date: found 2016-06-31, expected a day of the calendar.',
    ]);
  });

  it('is told of a source and of words that are missing', () => {
    expect(withEntries({ ...entry, sources: ['t03x'] })).toEqual([
      'timeline.json, entries[letter].sources[0]: found "t03x", expected a key of sources.json; the nearest known is "t030".',
    ]);
    expect(withEntries({ ...entry, id: 'wordless' })).toContain(
      'timeline.json, entries[wordless]: found nothing in English, expected the text real-wordless in words/en.ftl.',
    );
    expect(withEntries({ ...entry, note: 'x' })[0]).toContain('timeline.json');
  });
});
