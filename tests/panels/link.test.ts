/** Links that hold a game: what goes in comes out, and whatever else comes in is told in one sentence. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GameRecord } from '../../src/engine/record.ts';
import { holdsGame } from '../../src/panels/class/routes.ts';
import { longestLink, makeLink, readLink } from '../../src/panels/share/link.ts';
import { theRealScenario } from '../engine/aGame.ts';
import { aRandomGame } from './aRandomGame.ts';

const { tables } = theRealScenario();
const page = 'https://school.example/red-lines/';
const known = (id: string): boolean => id === 'tehran-2016';

async function linkTo(record: GameRecord, round: number | null = null): Promise<string> {
  const made = await makeLink(record, page, round);
  if ('tooLong' in made) throw new Error('too long');
  return made.url;
}
const hashOf = (url: string): string => url.slice(url.indexOf('#'));
const packed = (text: string | Buffer): string => `#game=${deflateRawSync(text).toString('base64url')}`;
async function keyOf(hash: string): Promise<string> {
  const read = await readLink(hash, known);
  return 'notice' in read ? read.notice.key : 'read';
}

describe('A link', () => {
  it('gives back the game that went into it, whatever the game and the round', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 8 }),
        fc.option(fc.integer({ min: 1, max: 8 })),
        async (name, rounds, wanted) => {
          const round = wanted === null || wanted > rounds ? null : wanted;
          const { record } = aRandomGame(tables, `link ${name}`, rounds);
          const url = await linkTo(record, round);
          expect(url.startsWith(page)).toBe(true);
          expect(holdsGame(hashOf(url))).toBe(true);
          expect(await readLink(hashOf(url), known)).toEqual({ record, round });
        },
      ),
      { numRuns: 25 },
    );
  });

  it('to a whole game with all layers is half as long as it may be', async () => {
    const lengths = await Promise.all(
      [1, 2, 3].map(async (name) => (await linkTo(aRandomGame(tables, `long ${name}`).record)).length),
    );
    expect(Math.max(...lengths)).toBeLessThan(longestLink / 2);
  });

  it('leaves out forks that have no room, and says how many', async () => {
    const { record } = aRandomGame(tables, 'forked');
    const fork = (at: number) => ({
      id: `f${at}`,
      of: '',
      at: 0,
      changed: 1,
      seats: {},
      decisions: aRandomGame(tables, `fork ${at}`).record.decisions,
      digests: [],
    });
    const few = { ...record, forks: [fork(1)] };
    expect(await readLink(hashOf(await linkTo(few)), known)).toEqual({ record: few, round: null });
    const made = await makeLink(
      { ...record, forks: Array.from({ length: 9 }, (_, at) => fork(at)) },
      page,
      null,
    );
    expect(made).toMatchObject({ forksLeft: 9 });
    expect(await readLink(hashOf('url' in made ? made.url : ''), known)).toEqual({ record, round: null });
  });

  it('is not made where the game alone is too long for it', async () => {
    const { record } = aRandomGame(tables, 'endless');
    // Texts that cannot be packed: every policy another name.
    const seats = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [
        `seat${at}`,
        { plays: 'computer', policy: String(Math.sin(at)) + String(Math.cos(at)) } as const,
      ]),
    );
    expect(await makeLink({ ...record, seats }, page, null)).toMatchObject({ tooLong: expect.any(Number) });
  });

  it.each([
    ['nothing in it', '#game=', 'link-damaged'],
    ['letters that no link has', '#game=a%20b', 'link-damaged'],
    ['what nothing was packed into', '#game=AAAA', 'link-damaged'],
    ['a text that is no record', packed('hello'), 'link-damaged'],
    ['bytes that are no text', packed(Buffer.from([0xff, 0xfe, 0xfd])), 'link-damaged'],
    ['JSON of another kind', packed('{"milk": 2}'), 'link-foreign'],
    ['a flood of letters', `#game=${'A'.repeat(50_000)}`, 'link-too-long'],
    ['what unpacks without end', packed('0'.repeat(20_000_000)), 'link-too-big'],
  ])('with %s is told as such', async (_, hash, key) => {
    expect(await keyOf(hash)).toBe(key);
  });

  it('of a newer version, of another scenario, cut or bent is told as such', async () => {
    const { record } = aRandomGame(tables, 'told');
    expect(await keyOf(packed(JSON.stringify({ ...record, format: 99 })))).toBe('link-newer');
    expect(await keyOf(packed(JSON.stringify({ ...record, seeds: 7 })))).toBe('link-wrong');
    const elsewhere = { ...record, scenario: { ...record.scenario, id: 'vienna-1815' } };
    expect(await keyOf(packed(JSON.stringify(elsewhere)))).toBe('link-other-scenario');
    const hash = hashOf(await linkTo(record));
    expect(await keyOf(hash.slice(0, hash.length / 2))).toBe('link-damaged');
  });

  it('never throws, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        await readLink(`#game=${text}`, known);
        await readLink(packed(text), known);
      }),
      { numRuns: 100 },
    );
  });
});
