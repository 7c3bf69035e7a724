/** What an author reads when data has the wrong shape: types, ranges, keys. */
import { describe, expect, it } from 'vitest';
import { broken, byId, sentences, whole } from './broken.ts';
import type { Loose } from './broken.ts';

const iran = (scenario: Loose): Loose => byId(scenario.capitals, 'iran');
const guardOf = (scenario: Loose, when: object): void => {
  iran(scenario).redLines[0].when = when;
};

const cases: [string, (scenario: Loose) => void, string[]][] = [
  [
    'text in place of a number',
    (s) => (s.links[0].strength = '500'),
    ['links[truceUp].strength: found "500", expected a whole number from -10000 to 10000.'],
  ],
  [
    'a fraction',
    (s) => (s.links[0].strength = 1.5),
    ['links[truceUp].strength: found 1.5, expected a whole number from -10000 to 10000.'],
  ],
  [
    'a number out of range',
    (s) => (s.links[0].delay = 9),
    ['links[truceUp].delay: found 9, expected a whole number from 0 to 3.'],
  ],
  [
    'an object in place of a list',
    (s) => (s.events = {}),
    ['events: found an empty object, expected a list of at most 60.'],
  ],
  [
    'a misspelt key',
    (s) => {
      s.links[0].strenght = s.links[0].strength;
      delete s.links[0].strength;
    },
    [
      'links[truceUp].strength: found nothing, expected a whole number from -10000 to 10000.',
      'links[truceUp].strenght: found an unknown key, expected only id, from, to, strength, when, delay, sources, confidence, reading, dissent; the nearest known is "strength".',
    ],
  ],
  [
    'a key too many, and an unknown id elsewhere: both are said',
    (s) => {
      s.levels[0].colour = 'red';
      s.events[0].theatre = 'alepo';
    },
    [
      'levels[displaced].colour: found an unknown key, expected only id, start, anchor, drift, sources, confidence, reading, suffering.',
      'events[coupAttempt].theatre: found "alepo", expected a theatre; the nearest known is "aleppo".',
    ],
  ],
  [
    'an id that is none',
    (s) => (s.links[0].id = 'Bad-Id'),
    ['links[Bad-Id].id: found "Bad-Id", expected an id.'],
  ],
  [
    'a link without source, another without confidence, a third with an empty list',
    (s) => {
      delete s.links[0].sources;
      delete s.links[1].confidence;
      s.links[2].sources = [];
    },
    [
      'links[truceUp].sources: found nothing, expected a list of at least 1.',
      'links[aidEnters].confidence: found nothing, expected one of "high", "medium", "low".',
      'links[aleppoCalm].sources: found an empty list, expected a list of at least 1.',
    ],
  ],
  [
    'a misspelt word of a short list',
    (s) => (s.links[3].confidence = 'hihg'),
    [
      'links[idlibCalm].confidence: found "hihg", expected one of "high", "medium", "low"; the nearest known is "high".',
    ],
  ],
  ['no capitals', (s) => delete s.capitals, ['capitals: found nothing, expected a list of exactly 4.']],
  ['three capitals', (s) => s.capitals.pop(), ['capitals: found a list of 3, expected a list of exactly 4.']],
  [
    'a misspelt origin of a link',
    (s) => (s.links[0].from = { impuls: true }),
    [
      'links[truceUp].from.impulse: found nothing, expected true.',
      'links[truceUp].from.impuls: found an unknown key, expected only level, reference, stance, impulse; the nearest known is "impulse".',
    ],
  ],
  [
    'an unknown guard',
    (s) => guardOf(s, { type: 'levelAtLest', params: { level: 'issue.truce', value: 3 } }),
    [
      'capitals[iran].redLines[assadForcedOut].when.type: found "levelAtLest", expected a known type; the nearest known is "levelAtLeast".',
    ],
  ],
  [
    'a misspelt parameter of a guard',
    (s) => guardOf(s, { type: 'levelAtLeast', params: { levl: 'issue.truce', value: 3 } }),
    [
      'capitals[iran].redLines[assadForcedOut].when.params.level: found nothing, expected ids joined by dots.',
      'capitals[iran].redLines[assadForcedOut].when.params.levl: found an unknown key, expected only level, value; the nearest known is "level".',
    ],
  ],
  [
    'a stance whose id is none',
    (s) => (iran(s).machine.states.assad.states['a.b'] = {}),
    [
      'capitals[iran].machine.states.assad.states["a.b"]: found the key "a.b", expected an id: a small letter, then letters and digits.',
    ],
  ],
];

describe('Data of the wrong shape', () => {
  it.each(cases)('%s', (_, change, expected) => {
    expect(broken(change)).toEqual(expected.map((sentence) => `scenario.json, ${sentence}`));
  });

  it('is said of sources and checks too', () => {
    const sources = { ...(JSON.parse(whole['sources.json']) as object), t999: { title: '', publisher: 'y' } };
    const checks = [
      { id: 'one', expect: 'a long enough text', measure: 'people', games: 5, sources: ['d01'] },
    ];
    expect(
      sentences({ ...whole, 'sources.json': JSON.stringify(sources), 'checks.json': JSON.stringify(checks) }),
    ).toEqual([
      'sources.json, t999.title: found "", expected text.',
      'sources.json, t999.date: found nothing, expected text.',
      'sources.json, t999.urls: found nothing, expected a list of at least 1.',
      'sources.json, t999.status: found nothing, expected one of "verified", "partly", "unverified".',
      'checks.json, [one].holds: found nothing, expected an object.',
      'checks.json, [one].games: found 5, expected a whole number from 10 to 2000.',
    ]);
  });
});
