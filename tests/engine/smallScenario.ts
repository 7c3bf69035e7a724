/**
 * The smallest legal scenario: four capitals with two lines each, one client, one governorate, no links, no events.
 * Nothing drifts and nothing happens by itself, so that a test sees only what it put in.
 */
import { Scenario } from '../../src/engine/scenario/schema.ts';
import type { ScenarioShape } from '../../src/engine/scenario/schema.ts';

/** A scenario that a test may still write to before it is compiled. */
export type Draft = Writable<ScenarioShape>;
type Writable<T> = T extends readonly (infer U)[]
  ? Writable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;

const sourced = { sources: ['own'], confidence: 'high' as const };
/** A level that stays where it is put. */
const still = (start: number) => ({ start, anchor: start, drift: 0, ...sourced });

type Stances = Record<string, { upkeep?: number; supports?: string }>;
/** Moves of a line: `leads` says from which stance to which; an act stays where it is. */
type Moves = Record<string, { leads: Record<string, string>; meta: object }>;

/** Build one line of a machine from its stances and moves. */
export function aLine(initial: string, stances: Stances, moves: Moves): object {
  const states: Record<string, object> = {};
  for (const [stance, meta] of Object.entries(stances)) {
    const on: Record<string, object[]> = {};
    for (const [move, { leads }] of Object.entries(moves)) {
      if (leads[stance] !== undefined) on[move] = [{ target: leads[stance] }];
    }
    states[stance] = { ...(Object.keys(on).length > 0 ? { on } : {}), meta: { ...meta, ...sourced } };
  }
  return {
    initial,
    states,
    meta: {
      moves: Object.fromEntries(Object.entries(moves).map(([id, { meta }]) => [id, { ...meta, ...sourced }])),
      ...sourced,
    },
  };
}

const step = (cost: number, prices: object[] = []) => ({
  kind: 'step',
  cost,
  ...(prices.length ? { prices } : {}),
});
const act = (cost: number, again: number, more: object = {}) => ({ kind: 'act', cost, again, ...more });
const joint = (id: string, all: string[]) => ({ kind: 'joint', cost: 1, joint: { id, all } });

function capital(id: string, tiedLine: string, lines: Record<string, object>): object {
  const aim = (name: string, level: string) => ({
    id: name,
    parts: [{ level, from: 0, to: 10000, weight: 1 }],
    ...sourced,
  });
  const never = { type: 'roundAtLeast', params: { round: 40 } };
  const card = (name: string, doubles: string) => ({
    id: name,
    doubles,
    redLine: { id: `${name}Line`, when: never, ...sourced },
  });
  return {
    id,
    machine: { id, type: 'parallel', states: lines },
    aims: [aim('assad', 'issue.assad'), aim('truce', 'issue.truce'), aim('calm', 'violence.aleppo')],
    redLines: [{ id: 'line', when: never, ...sourced }],
    cards: [card('first', 'assad'), card('second', 'truce'), card('third', 'calm')],
    tiedLine,
    home: still(5000),
  };
}

const both = { redLine: 'redLine', flexible: 'flexible' };

/**
 * Make the small scenario afresh.
 * @param change what a test needs to be different; it may write to the draft
 */
export function smallScenario(change: (draft: Draft) => void = () => {}): ScenarioShape {
  const draft = {
    format: 1,
    id: 'small',
    version: '1.0.0',
    starts: { year: 2016, month: 6 },
    rounds: 8,
    shortGames: [3],
    holders: ['government', 'opposition', 'kurdish'],
    capitals: [
      capital('iran', 'assad', {
        ground: aLine(
          'advisers',
          { advisers: {}, surge: { upkeep: 1, supports: 'damascus' } },
          {
            surge: { leads: { advisers: 'surge' }, meta: step(2) },
            drawDown: { leads: { surge: 'advisers' }, meta: step(1) },
            pressConvoys: {
              leads: { advisers: 'advisers', surge: 'surge' },
              meta: { kind: 'press', cost: 1, press: { client: 'damascus', move: 'letConvoysIn', ask: 2 } },
            },
            creditDamascus: { leads: { advisers: 'advisers' }, meta: act(1, 1, { supports: 'damascus' }) },
          },
        ),
        assad: aLine(
          'redLine',
          { redLine: {}, flexible: {} },
          {
            softenAssad: { leads: { redLine: 'flexible' }, meta: step(1) },
            hardenAssad: { leads: { flexible: 'redLine' }, meta: step(1) },
            visit: { leads: both, meta: act(1, 0) },
            statement: { leads: both, meta: act(1, 2) },
            unityStatement: { leads: both, meta: joint('unity', ['iran', 'turkey']) },
          },
        ),
      }),
      capital('russia', 'assad', {
        campaign: aLine(
          'sustained',
          { sustained: {}, surge: { upkeep: 1 } },
          {
            surge: { leads: { sustained: 'surge' }, meta: step(2) },
            drawDown: { leads: { surge: 'sustained' }, meta: step(1) },
            shieldDamascus: {
              leads: { sustained: 'sustained', surge: 'surge' },
              meta: act(1, 1, { covers: 'damascus' }),
            },
          },
        ),
        assad: aLine(
          'protect',
          { protect: {}, flexible: {} },
          {
            loosenOnAssad: { leads: { protect: 'flexible' }, meta: step(1) },
            standByAssad: { leads: { flexible: 'protect' }, meta: step(1) },
            jointCentre: {
              leads: { protect: 'protect', flexible: 'flexible' },
              meta: joint('centre', ['russia', 'usa']),
            },
          },
        ),
        airspace: aLine(
          'closed',
          { closed: {}, open: {} },
          {
            openTheAir: { leads: { closed: 'open' }, meta: step(1) },
            closeTheAir: { leads: { open: 'closed' }, meta: step(1) },
          },
        ),
      }),
      capital('turkey', 'opposition', {
        ypg: aLine(
          'warn',
          { warn: {}, operation: { upkeep: 1 } },
          {
            operate: {
              leads: { warn: 'operation' },
              meta: step(4, [
                {
                  when: { type: 'stanceIs', params: { of: 'russia', line: 'airspace', stance: 'open' } },
                  add: -2,
                },
              ]),
            },
            standDown: { leads: { operation: 'warn' }, meta: step(1) },
            unityStatement: {
              leads: { warn: 'warn', operation: 'operation' },
              meta: joint('unity', ['iran', 'turkey']),
            },
          },
        ),
        opposition: aLine(
          'restrain',
          { restrain: {}, arm: { upkeep: 1 } },
          {
            armGroups: { leads: { restrain: 'arm' }, meta: step(2) },
            restrainGroups: { leads: { arm: 'restrain' }, meta: step(1) },
          },
        ),
      }),
      capital('usa', 'isis', {
        moscow: aLine(
          'plan',
          { plan: {}, confront: {} },
          {
            confront: { leads: { plan: 'confront' }, meta: step(1) },
            openChannel: { leads: { confront: 'plan' }, meta: step(1) },
            jointCentre: {
              leads: { plan: 'plan', confront: 'confront' },
              meta: joint('centre', ['russia', 'usa']),
            },
          },
        ),
        isis: aLine(
          'train',
          { train: {}, armYpg: { upkeep: 1 } },
          {
            armYpg: { leads: { train: 'armYpg' }, meta: step(2) },
            trainPartners: { leads: { armYpg: 'train' }, meta: step(1) },
            strike: { leads: { train: 'train', armYpg: 'armYpg' }, meta: act(2, 1) },
          },
        ),
      }),
    ],
    trust: [
      ['iran', 'russia'],
      ['iran', 'turkey'],
      ['iran', 'usa'],
      ['russia', 'turkey'],
      ['russia', 'usa'],
      ['turkey', 'usa'],
    ].map((between) => ({ between, ...still(5000) })),
    clients: [
      {
        id: 'damascus',
        holder: 'government',
        machine: {
          id: 'damascus',
          type: 'parallel',
          states: {
            conduct: aLine(
              'hold',
              { hold: {}, advance: {} },
              { letConvoysIn: { leads: { hold: 'hold', advance: 'hold' }, meta: { kind: 'asked' } } },
            ),
          },
        },
        confidence: still(5000),
        reliance: { iran: 2, russia: 2, turkey: 0, usa: 0 },
      },
    ],
    outsiders: [],
    issues: [
      { id: 'assad', ...still(5000), scale: scale() },
      { id: 'truce', ...still(5000), scale: scale() },
    ],
    levels: [{ id: 'displaced', ...still(5000), suffering: true }],
    theatres: [{ id: 'aleppo', governorates: ['aleppo'], violence: still(5000) }],
    governorates: [
      { id: 'aleppo', control: { government: 4000, opposition: 5000, kurdish: 1000 }, ...sourced },
    ],
    clocks: [],
    links: [],
    events: [],
    decisions: [],
    channels: [
      { id: 'gasPrice', from: 'iran', to: 'turkey', ...sourced },
      { id: 'charterFlights', from: 'russia', to: 'turkey', ...sourced },
    ],
    people: { parts: [{ level: 'level.displaced', from: 10000, to: 0, weight: 1 }], ...sourced },
    judgements: {
      governs: [
        { id: 'firm', when: { type: 'levelAtLeast', params: { level: 'issue.assad', value: 6000 } } },
        { id: 'shared' },
      ],
      north: [
        {
          id: 'operation',
          when: { type: 'stanceIs', params: { of: 'turkey', line: 'ypg', stance: 'operation' } },
        },
        { id: 'quiet' },
      ],
      outside: [
        {
          id: 'surge',
          when: { type: 'stanceIs', params: { of: 'russia', line: 'campaign', stance: 'surge' } },
        },
        { id: 'few' },
      ],
    },
    endings: [
      { id: 'firmHand', governs: ['firm'], north: ['operation', 'quiet'], outside: ['surge', 'few'] },
      { id: 'zone', governs: ['shared'], north: ['operation'], outside: ['surge', 'few'] },
      { id: 'stillness', governs: ['shared'], north: ['quiet'], outside: ['surge', 'few'] },
    ],
  } as unknown as Draft;
  change(draft);
  return Scenario.parse(draft);
}

function scale(): { id: string; at: number }[] {
  return [
    { id: 'low', at: 0 },
    { id: 'middle', at: 5000 },
    { id: 'high', at: 10000 },
  ];
}
