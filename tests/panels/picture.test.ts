/** The map's picture out of a reader's cells. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import type { Deal } from '../../src/engine/deals/terms.ts';
import { readScenario } from '../../src/engine/scenario/readScenario.ts';
import { pictureOf } from '../../src/panels/reading/picture.ts';
import { makeWords } from '../../src/words/words.ts';

const text = (file: string): string => readFileSync(`assets/${file}`, 'utf8');
const read = readScenario({
  'scenario.json': text('scenarios/tehran-2016/scenario.json'),
  'sources.json': text('scenarios/tehran-2016/sources.json'),
});
if (!read.ok) throw new Error('the scenario does not read');
const { tables } = read;
const words = makeWords('en', [text('words/en.ftl'), text('scenarios/tehran-2016/words/en.ftl')]).plain;

/** Make the picture of the start position with some cells changed. */
function pictureWith(
  changed: Record<string, number>,
  deals?: Deal[],
  before?: ReadonlyMap<string, number>,
): ReturnType<typeof pictureOf> {
  const cells = tables.layout.start.slice();
  for (const [path, value] of Object.entries({ round: 2, ...changed }))
    cells[tables.layout.cell(path)] = value;
  const at = (path: string): number => cells[tables.layout.find(path)] ?? 0;
  return pictureOf({ tables, words, seat: 'iran', at, deals: deals ?? dealsIn(tables, cells), before });
}

test('shares of every governorate add up, and every name is a word', () => {
  const picture = pictureWith({});
  expect(picture.governorates).toHaveLength(14);
  for (const { shares } of picture.governorates)
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBe(10000);
  expect(JSON.stringify(picture)).not.toContain('⟨');
  expect(picture.capitals.filter(({ mine }) => mine).map(({ id }) => id)).toEqual(['iran']);
});

test('a theatre that grew worse or calmer over the quarter says so, by a sign and in words', () => {
  const { theatres } = pictureWith(
    { 'violence.aleppo': 7000, 'violence.idlib': 3000 },
    undefined,
    new Map([
      ['violence.aleppo', 5000],
      ['violence.idlib', 3200],
    ]),
  );
  const told = Object.fromEntries(theatres.map(({ id, word, tip }) => [id, [word, tip]]));
  expect(told['aleppo']).toEqual(['heavy fighting ↑', 'Violence: heavy fighting, up since last quarter']);
  expect(told['idlib']?.[0]).toBe('sporadic fighting ↘');
  expect(told['east']?.[0]).not.toMatch(/[↑↗↘↓]/);
});

test('low trust is drawn as tension, high trust as partnership, nothing in between', () => {
  const all = Object.fromEntries(
    tables.scenario.trust.map(({ between }) => [`trust.${between[0]}.${between[1]}`, 5000]),
  );
  const { ties } = pictureWith({ ...all, 'trust.iran.russia': 9000, 'trust.russia.usa': 500 });
  expect(ties.map(({ from, to, kind }) => [from, to, kind])).toEqual([
    ['iran', 'russia', 'partnership'],
    ['russia', 'usa', 'tension'],
  ]);
});

test('a pact in force is a line between each two of its members, dashed while it is secret', () => {
  const pact = {
    serial: 1,
    state: 'inForce',
    by: 'iran',
    members: ['iran', 'russia', 'turkey'],
    accepted: ['iran', 'russia', 'turkey'],
    terms: [],
    from: 1,
    until: 3,
    secret: true,
    stake: 0,
    made: 1,
    ended: 0,
    countered: false,
    leaked: false,
    verdicts: {},
  } satisfies Deal;
  const pacts = (deals: Deal[]): (string | boolean)[][] =>
    pictureWith({}, deals)
      .ties.filter(({ kind }) => kind === 'pact')
      .map(({ from, to, secret, word }) => [from, to, secret, word]);
  expect(pacts([pact])).toEqual([
    ['iran', 'russia', true, 'pact, 2 rounds'],
    ['iran', 'turkey', true, 'pact, 2 rounds'],
    ['russia', 'turkey', true, 'pact, 2 rounds'],
  ]);
  expect(pacts([{ ...pact, members: ['iran', 'russia'], leaked: true, until: 2 }])).toEqual([
    ['iran', 'russia', false, 'pact, this round'],
  ]);
  expect(pacts([{ ...pact, until: 1 }])).toEqual([]);
});
