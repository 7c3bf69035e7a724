/** What an author reads when parts of a scenario do not fit one another. */
import { describe, expect, it } from 'vitest';
import { broken, byId, sentences, whole } from './broken.ts';
import type { Loose } from './broken.ts';

const iran = (scenario: Loose): Loose => byId(scenario.capitals, 'iran');
const redLine = 'capitals[iran].redLines[assadForcedOut].when.params';
const guard =
  (type: string, params: object) =>
  (scenario: Loose): void => {
    iran(scenario).redLines[0].when = { type, params };
  };

const cases: [string, (scenario: Loose) => void, string[]][] = [
  [
    'a guard on a level that does not exist',
    guard('levelAtLeast', { level: 'issue.trce', value: 3 }),
    [`${redLine}.level: found "issue.trce", expected a level; the nearest known is "issue.truce".`],
  ],
  [
    'a guard on something that is no level',
    guard('levelBelow', { level: 'order.usa.answer', value: 3 }),
    [`${redLine}.level: found "order.usa.answer", expected a level.`],
  ],
  [
    'a guard on a stance that does not exist',
    guard('stanceIs', { of: 'iran', line: 'ground', stance: 'surg' }),
    [`${redLine}.stance: found "surg", expected a stance of iran.ground; the nearest known is "surge".`],
  ],
  [
    'a guard on a line that does not exist',
    guard('stanceIs', { of: 'damascus', line: 'conducts', stance: 'hold' }),
    [`${redLine}.line: found "conducts", expected a line of damascus; the nearest known is "conduct".`],
  ],
  [
    'a guard on nobody',
    guard('stanceIs', { of: 'irann', line: 'ground', stance: 'surge' }),
    [`${redLine}.of: found "irann", expected a capital or client; the nearest known is "iran".`],
  ],
  [
    'a guard deep inside others',
    guard('all', {
      of: [{ type: 'not', params: { of: { type: 'eventHappened', params: { event: 'coup' } } } }],
    }),
    [`${redLine}.of[0].params.of.params.event: found "coup", expected an event.`],
  ],
  [
    'guards on an unknown pair',
    guard('any', {
      of: [
        { type: 'pactInForce', params: { between: ['iran', 'turky'] } },
        { type: 'trustAtLeast', params: { between: ['usa', 'usa'], step: 1 } },
      ],
    }),
    [
      `${redLine}.of[0].params.between[1]: found "turky", expected a capital; the nearest known is "turkey".`,
      `${redLine}.of[1].params.between: found the same capital twice, expected two capitals.`,
    ],
  ],
  [
    'guards on unknown things of other kinds',
    guard('any', {
      of: [
        { type: 'homeAtLeast', params: { capital: 'damascus', step: 1 } },
        { type: 'clockAtLeast', params: { clock: 'alepo', segments: 1 } },
        { type: 'confidenceAtLeast', params: { client: 'kurds', step: 1 } },
        { type: 'relianceAtLeast', params: { client: 'kurdish', capital: 'us', step: 1 } },
        { type: 'answered', params: { decision: 'hamedan', option: 'refus' } },
        { type: 'hasMade', params: { capital: 'iran', move: 'surg' } },
      ],
    }),
    [
      `${redLine}.of[0].params.capital: found "damascus", expected a capital.`,
      `${redLine}.of[1].params.clock: found "alepo", expected a clock; the nearest known is "aleppo".`,
      `${redLine}.of[2].params.client: found "kurds", expected a client; the nearest known is "kurdish".`,
      `${redLine}.of[3].params.capital: found "us", expected a capital; the nearest known is "usa".`,
      `${redLine}.of[4].params.option: found "refus", expected an option of hamedan; the nearest known is "refuse".`,
      `${redLine}.of[5].params.move: found "surg", expected a move of iran; the nearest known is "surge".`,
    ],
  ],
  [
    'an unknown link fired',
    (s) => (s.events[0].cases[0].fires[0].params.link = 'trustRusiaTurkey'),
    [
      'events[coupAttempt].cases[friends].fires[0].params.link: found "trustRusiaTurkey", expected a link; the nearest known is "trustRussiaTurkey".',
    ],
  ],
  [
    'a link fired that runs by itself',
    (s) => (s.events[0].cases[0].fires[0].params.link = 'truceAid'),
    [
      'events[coupAttempt].cases[friends].fires[0].params.link: found "truceAid", which runs by itself, expected a link that comes from an impulse.',
    ],
  ],
  [
    'ends of links that do not exist',
    (s) => {
      byId(s.links, 'violenceUn').from.level = 'violence.alepo';
      byId(s.links, 'surgeBold').from.stance.is = 'surged';
      byId(s.links, 'surgeAleppo').to = { control: 'alepo', to: 'goverment', from: 'goverment' };
      byId(s.links, 'truceAid').to.level = 'control.aleppo.isis';
    },
    [
      'links[surgeAleppo].to.control: found "alepo", expected a governorate; the nearest known is "aleppo".',
      'links[surgeAleppo].to.to: found "goverment", expected a holder; the nearest known is "government".',
      'links[surgeAleppo].to.from: found "goverment", expected a holder; the nearest known is "government".',
      'links[surgeAleppo].to.from: found "goverment", the one that gains, expected another holder.',
      'links[surgeBold].from.stance.is: found "surged", expected a stance of russia.campaign; the nearest known is "surge".',
      'links[violenceUn].from.level: found "violence.alepo", expected a level; the nearest known is "violence.aleppo".',
      'links[truceAid].to.level: found "control.aleppo.isis", expected a transfer: control, to and from.',
    ],
  ],
  [
    'other ids of a capital',
    (s) => {
      iran(s).tiedLine = 'grond';
      iran(s).redrawsAfter = 'usElections';
      iran(s).cards[0].doubles = 'unitarySyra';
      iran(s).aims[0].parts[0].level = 'issue.asad';
    },
    [
      'capitals[iran].cards[holdTheAlly].doubles: found "unitarySyra", expected an aim of iran; the nearest known is "unitarySyria".',
      'capitals[iran].aims[friendlyDamascus].parts[0].level: found "issue.asad", expected a level; the nearest known is "issue.assad".',
      'capitals[iran].tiedLine: found "grond", expected a line of iran; the nearest known is "ground".',
      'capitals[iran].redrawsAfter: found "usElections", expected an event; the nearest known is "usElection".',
    ],
  ],
  [
    'places and holders that do not exist',
    (s) => {
      s.theatres[0].governorates[0] = 'alepo';
      s.clients[0].holder = 'goverment';
      s.clocks[0].theatre = 'north2';
      s.channels[0].to = 'iran';
    },
    [
      'clients[damascus].holder: found "goverment", expected a holder; the nearest known is "government".',
      'theatres[aleppo].governorates[0]: found "alepo", expected a governorate; the nearest known is "aleppo".',
      'governorates[aleppo]: found a governorate in no theatre, expected one theatre that lists it.',
      'clocks[aleppo].theatre: found "north2", expected a theatre; the nearest known is "north".',
      'channels[gasPrice].to: found "iran", the giver itself, expected another capital.',
    ],
  ],
  [
    'an unknown judgement in an ending',
    (s) => (s.endings[0].north[0] = 'returnd'),
    [
      'endings[compact].north[0]: found "returnd", expected a judgement of north; the nearest known is "returned".',
      'endings[compact]: found an ending that is never reached, expected a combination of judgements that no ending above takes.',
    ],
  ],
  [
    'silence that is no option',
    (s) => (s.decisions[0].silence = 'nothing'),
    ['decisions[hamedan].silence: found "nothing", expected an option of hamedan.'],
  ],
  [
    'silence that costs',
    (s) => (byId(s.decisions[0].options, s.decisions[0].silence).cost = 1),
    [
      'decisions[hamedan].options[refuse]: found a cost on the option that silence means, expected an option that is always open and free.',
    ],
  ],
  [
    'an id twice',
    (s) => (s.channels[1].id = s.channels[0].id),
    [
      'channels[1].id: found "gasPrice" a second time, expected each id once.',
      'words/en.ftl, channel-overflight: found a text for nothing in the scenario, expected a key made from its ids.',
    ],
  ],
  [
    'shares that do not add up',
    (s) => (s.governorates[0].control.isis += 1),
    ['governorates[aleppo].control: found shares that add up to 10001, expected 10000.'],
  ],
  [
    'a pair of capitals without trust',
    (s) => (s.trust.find((one: Loose) => one.between.join() === 'iran,usa').between = ['usa', 'turkey']),
    [
      'trust[5].between: found the pair turkey and usa again, expected each pair once.',
      'trust: found nothing between iran and usa, expected an entry for each two capitals.',
      'links[trustIranUsa].to.level: found "trust.iran.usa", expected a level; the nearest known is "trust.iran.russia".',
    ],
  ],
  [
    'a scale that does not rise',
    (s) => (s.issues[0].scale[1].at = 0),
    ['issues[assad].scale[leavesLater].at: found 0, expected more than 0, the point before.'],
  ],
  [
    'a guard on the last judgement, none on an earlier one',
    (s) => {
      s.judgements.governs.at(-1).when = { type: 'roundAtLeast', params: { round: 2 } };
      delete s.judgements.governs[0].when;
    },
    [
      'judgements.governs[transition]: found no guard on an entry that is not the last, expected a guard, since those below are never tried.',
      'judgements.governs[divided].when: found a guard on the last entry, expected none, so that one entry always holds.',
    ],
  ],
  [
    'a guard on the last case of an event',
    (s) => (s.events[0].cases.at(-1).when = { type: 'roundAtLeast', params: { round: 2 } }),
    [
      'events[coupAttempt].cases[alone].when: found a guard on the last entry, expected none, so that one entry always holds.',
    ],
  ],
  [
    'combinations of judgements without an ending',
    (s) => (byId(s.endings, 'longWar').outside = ['leaving', 'three', 'noTable']),
    [
      'endings: found nothing for divided, contested and nations, expected an ending for each combination of judgements.',
    ],
  ],
  [
    'dates outside the game',
    (s) => {
      s.events[0].rounds = [3, 2];
      s.events[1].rounds = [1, 10];
      s.rounds = 7;
      for (const decision of s.decisions) decision.round = Math.min(decision.round, 7);
      s.decisions[0].round = 8;
      s.shortGames.push(7);
    },
    [
      'shortGames[3]: found 7, expected fewer rounds than 7.',
      'events[coupAttempt].rounds: found 3 to 2, expected an earliest round that is not after the latest.',
      'events[targetDate].rounds[1]: found 10, expected 9 at most, the last round that is played.',
      'decisions[hamedan].round: found 8, expected 7 at most.',
      'words/en.ftl, round-10: found a text for nothing in the scenario, expected a key made from its ids.',
      'words/en.ftl, round-10.news: found a text for nothing in the scenario, expected a key made from its ids.',
    ],
  ],
  [
    'an unknown source',
    (s) => (s.links[0].sources = ['t02o']),
    ['links[truceUp].sources[0]: found "t02o", expected a key of sources.json; the nearest known is "t020".'],
  ],
  [
    'a part that goes nowhere',
    (s) => (s.people.parts[0].to = s.people.parts[0].from),
    ['people.parts[0].to: found 8000, the same as from, expected another value.'],
  ],
];

describe('Parts that do not fit one another', () => {
  it.each(cases)('%s', (_, change, expected) => {
    expect(broken(change)).toEqual(
      expected.map((sentence) => (sentence.startsWith('words/') ? sentence : `scenario.json, ${sentence}`)),
    );
  });

  it('a source that nothing cites', () => {
    const [first = {}] = Object.values(JSON.parse(whole['sources.json']) as object);
    const sources = { ...(JSON.parse(whole['sources.json']) as object), t999: first as object };
    expect(sentences({ ...whole, 'sources.json': JSON.stringify(sources) })).toEqual([
      'sources.json, t999: found a source that nothing cites, expected one that is used.',
    ]);
  });

  it('words that are missing, and words for nothing', () => {
    const textKeys = new Set([...whole.textKeys].filter((key) => key !== 'link-truceUp' && key !== 'card-x'));
    textKeys.add('link-truceup').add('hello');
    expect(sentences({ ...whole, textKeys })).toEqual([
      'scenario.json, links[truceUp]: found nothing in English, expected the text link-truceUp in words/en.ftl; the nearest known is "link-truceup".',
      'words/en.ftl, link-truceup: found a text for nothing in the scenario, expected a key made from its ids; the nearest known is "link-truceUp".',
      'words/en.ftl, hello: found a text for nothing in the scenario, expected a key made from its ids.',
    ]);
  });

  it('promises about what does not exist', () => {
    const check = {
      id: 'one',
      expect: 'a long enough text',
      keep: { 'iran.grond': 'surge', 'iran.ground': 'surg' },
      measure: 'control.aleppo.goverment',
      holds: { higherBy: 3 },
      games: 10,
      sources: ['d0l'],
    };
    expect(sentences({ ...whole, 'checks.json': JSON.stringify([check]) })).toEqual([
      'checks.json, [one].sources[0]: found "d0l", expected a key of sources.json; the nearest known is "d01".',
      'checks.json, [one].keep["iran.grond"]: found "iran.grond", expected a line of a capital; the nearest known is "iran.ground".',
      'checks.json, [one].keep["iran.ground"]: found "surg", expected a stance of iran.ground; the nearest known is "surge".',
      'checks.json, [one].measure: found "control.aleppo.goverment", expected a level or an aim; the nearest known is "control.aleppo.government".',
      'checks.json, [one]: found a comparison without "against", expected the stances to compare with.',
    ]);
  });
});
