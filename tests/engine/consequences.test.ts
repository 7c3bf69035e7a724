/** Links, clocks, events, unasked acts, and how a game ends. */
import { describe, expect, test } from 'vitest';
import { aimResult } from '../../src/engine/consequences/results.ts';
import type { Term } from '../../src/engine/deals/terms.ts';
import { aGame } from './aGame.ts';
import type { Draft } from './smallScenario.ts';

const sourced = { sources: ['own'], confidence: 'high' as const };
type Link = Draft['links'][number];
const link = (id: string, from: Link['from'], to: Link['to'], strength: number, more: object = {}): Link => ({
  id,
  from,
  to,
  strength,
  delay: 0,
  ...sourced,
  ...more,
});
const surges = { stance: { of: 'russia', line: 'campaign', is: 'surge' } };
const impulse = { impulse: true } as const;
const fires = (id: string, times?: number) => ({
  type: 'fire' as const,
  params: { link: id, ...(times ? { times } : {}) },
});
/** Let a step of the small scenario fire impulses. */
function firing(
  draft: Draft,
  capital: number,
  line: string,
  from: string,
  move: string,
  ...actions: object[]
) {
  draft.capitals[capital]!.machine.states[line]!.states[from]!.on![move]![0]!.actions = actions as never;
}

describe('a link', () => {
  test('from a level moves by strength × (level − reference) / 10 000, cut towards nothing', () => {
    const game = aGame({
      change: (draft) =>
        draft.links.push(
          link('up', { level: 'issue.truce', reference: 3001 }, { level: 'issue.assad' }, 999),
          link('down', { level: 'issue.truce', reference: 6001 }, { level: 'violence.aleppo' }, 999),
        ),
    });
    game.play();
    // 999 × 1999 / 10 000 = 199.7 and 999 × −1001 / 10 000 = −99.9.
    expect(game.at('issue.assad')).toBe(5000 + 199);
    expect(game.at('violence.aleppo')).toBe(5000 - 99);
  });

  test('from a stance pushes whole, in each round in which the line stands there', () => {
    const game = aGame({
      change: (draft) => draft.links.push(link('push', surges, { level: 'violence.aleppo' }, 700)),
    });
    game.play();
    expect(game.at('violence.aleppo')).toBe(5000);
    game.play({ russia: ['surge'] });
    game.play();
    expect(game.at('violence.aleppo')).toBe(5000 + 2 * 700);
  });

  test('counts only while its condition holds', () => {
    const when = { type: 'stanceIs', params: { of: 'iran', line: 'ground', stance: 'surge' } };
    const game = aGame({
      change: (draft) => draft.links.push(link('push', surges, { level: 'violence.aleppo' }, 700, { when })),
    });
    game.play({ russia: ['surge'] });
    expect(game.at('violence.aleppo')).toBe(5000);
    game.play({ iran: ['surge'] });
    expect(game.at('violence.aleppo')).toBe(5700);
  });

  test('reads what all others read: a chain takes a round for each link', () => {
    const game = aGame({
      change: (draft) =>
        draft.links.push(
          link('first', surges, { level: 'issue.truce' }, 1000),
          link('second', { level: 'issue.truce', reference: 5000 }, { level: 'issue.assad' }, 5000),
        ),
    });
    game.play({ russia: ['surge'] });
    expect(game.at('issue.truce')).toBe(6000);
    expect(game.at('issue.assad')).toBe(5000);
    game.play();
    expect(game.at('issue.assad')).toBe(5500);
  });

  test('amounts are summed and clamped once; the cut is a change of its own', () => {
    const game = aGame({
      change: (draft) =>
        draft.links.push(
          link('a', surges, { level: 'violence.aleppo' }, 4000),
          link('b', surges, { level: 'violence.aleppo' }, 3000),
          link('c', surges, { level: 'violence.aleppo' }, -1000),
        ),
    });
    game.play({ russia: ['surge'] });
    // 5000 + 4000 + 3000 − 1000 = 11 000: had each been clamped, it would stand at 9000.
    expect(game.at('violence.aleppo')).toBe(10000);
    expect(game.changesOf('violence.aleppo').map(({ by, from, to }) => [by.kind, by.id, to - from])).toEqual([
      ['link', 'a', 4000],
      ['link', 'b', 3000],
      ['link', 'c', -1000],
      ['clamp', '', -1000],
    ]);
  });

  test('that is delayed computes now and delivers as many rounds later as it says', () => {
    for (const delay of [1, 2, 3]) {
      const game = aGame({
        change: (draft) =>
          draft.links.push(
            link('late', { level: 'issue.truce', reference: 4000 }, { level: 'issue.assad' }, 1000, {
              delay,
            }),
          ),
      });
      game.play();
      // What happens to the cause meanwhile makes no difference to what is on its way.
      game.position.cells[game.tables.layout.cell('issue.truce')] = 4000;
      for (let later = 1; later <= delay; later++) {
        expect(game.at('issue.assad')).toBe(5000);
        game.play();
      }
      expect(game.at('issue.assad')).toBe(5100);
      game.play();
      expect(game.at('issue.assad')).toBe(5100);
    }
  });

  test('that is fired with a delay waits as long, whoever fires it', () => {
    const game = aGame({
      change: (draft) => {
        draft.links.push(link('late', impulse, { level: 'issue.assad' }, 300, { delay: 1 }));
        firing(draft, 1, 'campaign', 'sustained', 'surge', fires('late'));
      },
    });
    game.play({ russia: ['surge'] });
    expect(game.at('issue.assad')).toBe(5000);
    game.play();
    expect(game.at('issue.assad')).toBe(5300);
  });

  test('may be fired twice over or turned round', () => {
    const game = aGame({
      change: (draft) => {
        draft.links.push(link('push', impulse, { level: 'issue.assad' }, 300));
        draft.links.push(link('pull', impulse, { level: 'issue.truce' }, 300));
        firing(draft, 1, 'campaign', 'sustained', 'surge', fires('push', 2), fires('pull', -1));
      },
    });
    game.play({ russia: ['surge'] });
    expect(game.at('issue.assad')).toBe(5600);
    expect(game.at('issue.truce')).toBe(4700);
  });
});

describe('control of a governorate', () => {
  const transfer = (strength: number) => (draft: Draft) =>
    draft.links.push(
      link('take', surges, { control: 'aleppo', to: 'government', from: 'opposition' }, strength),
    );
  const shares = (game: ReturnType<typeof aGame>) =>
    ['government', 'opposition', 'kurdish'].map((holder) => game.at(`control.aleppo.${holder}`));

  test('moves from one holder to another and always adds to 100.00', () => {
    const game = aGame({ change: transfer(1200) });
    game.play({ russia: ['surge'] });
    expect(shares(game)).toEqual([5200, 3800, 1000]);
  });

  test('moves no more than is there', () => {
    const game = aGame({ change: transfer(9000) });
    game.play({ russia: ['surge'] });
    expect(shares(game)).toEqual([9000, 0, 1000]);
  });

  test('moves the other way where the amount is negative', () => {
    const game = aGame({ change: transfer(-9000) });
    game.play({ russia: ['surge'] });
    expect(shares(game)).toEqual([0, 9000, 1000]);
  });
});

describe('a level that is left alone', () => {
  test('drifts to its anchor by a share of the distance a round', () => {
    const game = aGame({
      change: (draft) => Object.assign(draft.issues[0]!, { start: 5000, anchor: 3000, drift: 1000 }),
    });
    game.play();
    expect(game.at('issue.assad')).toBe(4800);
    game.play();
    expect(game.at('issue.assad')).toBe(4620);
  });
});

describe('no watched level moves more than one step a round', () => {
  const shaken = (to: string, strength: number) =>
    aGame({
      change: (draft) => {
        draft.links.push(link('shock', surges, { level: to }, strength));
      },
    });

  test.each([
    ['home.iran', -4500, 3000],
    ['home.iran', 4500, 7000],
    ['trust.iran.turkey', -4500, 3000],
    ['trust.iran.turkey', 2500, 7000],
    ['trust.iran.turkey', 1999, 6999],
  ])('%s pushed by %i stands at %i', (path, strength, stands) => {
    const game = shaken(path, strength);
    game.play({ russia: ['surge'] });
    expect(game.at(path)).toBe(stands);
  });

  test('aims and the ledger of people follow their parts a step at a time', () => {
    const aims = shaken('issue.assad', 5000);
    aims.play({ russia: ['surge'] });
    expect([aims.at('issue.assad'), aims.at('aim.iran.assad')]).toEqual([10000, 7000]);
    aims.play();
    expect(aims.at('aim.iran.assad')).toBe(9000);
    const people = shaken('level.displaced', 5000);
    expect(people.at('people')).toBe(5000);
    people.play({ russia: ['surge'] });
    expect(people.at('people')).toBe(3000);
  });
});

describe('a red line', () => {
  const crossed = { type: 'stanceIs' as const, params: { of: 'russia', line: 'campaign', stance: 'surge' } };

  test('costs home once when it is crossed', () => {
    const game = aGame({ change: (draft) => (draft.capitals[0]!.redLines[0]!.when = crossed) });
    game.play({ russia: ['surge'] });
    expect(game.at('home.iran')).toBe(4000);
    game.play();
    expect(game.at('home.iran')).toBe(4000);
  });

  test('of an instruction card counts only for who has drawn the card', () => {
    for (const card of [1, 2]) {
      const game = aGame({
        change: (draft) => (draft.capitals[0]!.cards[1]!.redLine.when = crossed),
        with: { 'card.iran': card },
      });
      game.play({ russia: ['surge'] });
      expect(game.at('home.iran')).toBe(card === 2 ? 4000 : 5000);
    }
  });
});

describe('instruction cards', () => {
  test('are drawn by all four, one of three each', () => {
    const game = aGame();
    for (const { id } of game.tables.capitals) expect([1, 2, 3]).toContain(game.at(`card.${id}`));
  });

  test('are not drawn where instructions are off', () => {
    const game = aGame({ layers: [] });
    for (const { id } of game.tables.capitals) expect(game.at(`card.${id}`)).toBe(0);
  });

  test('are drawn again after the election', () => {
    const drawn = (n: number, round: number, is: number) => ({
      rule: 'card.usa',
      round,
      n,
      below: 3,
      is: (face: number) => face === is,
    });
    const game = aGame({
      change: (draft) => {
        draft.capitals[3]!.redrawsAfter = 'election';
        draft.events.push({
          id: 'election',
          rounds: [1, 1],
          chance: 10000,
          cases: [{ id: 'one', fires: [] }],
          ...sourced,
        });
      },
      dice: [drawn(0, 0, 0), drawn(1, 1, 2)],
    });
    expect(game.at('card.usa')).toBe(1);
    game.play();
    expect(game.at('card.usa')).toBe(3);
  });
});

describe('a clock', () => {
  const withClock =
    (more: object = {}) =>
    (draft: Draft) => {
      draft.links.push(link('flight', impulse, { level: 'level.displaced' }, 500));
      draft.clocks.push({
        id: 'aleppo',
        theatre: 'aleppo',
        start: 1,
        rules: [
          {
            when: {
              type: 'stanceIs',
              params: surges.stance && { of: 'russia', line: 'campaign', stance: 'surge' },
            },
            by: 1,
          },
          { when: { type: 'stanceIs', params: { of: 'iran', line: 'ground', stance: 'surge' } }, by: 2 },
          { when: { type: 'stanceIs', params: { of: 'turkey', line: 'opposition', stance: 'arm' } }, by: -1 },
        ],
        full: [fires('flight')],
        after: 1,
        ...sourced,
        ...more,
      });
    };

  test('advances by the rules that hold', () => {
    const game = aGame({ change: withClock() });
    game.play();
    expect(game.at('clock.aleppo')).toBe(1);
    game.play({ russia: ['surge'] });
    expect(game.at('clock.aleppo')).toBe(2);
  });

  test('moves at most two segments a round, and not below nothing', () => {
    const game = aGame({ change: withClock() });
    game.play({ russia: ['surge'], iran: ['surge'] });
    expect(game.at('clock.aleppo')).toBe(3);
    const back = aGame({ change: withClock({ start: 0 }) });
    back.play({ turkey: ['armGroups'] });
    expect(back.at('clock.aleppo')).toBe(0);
  });

  test('fires when it fills, and then stands where its author says', () => {
    const game = aGame({ change: withClock({ start: 3 }) });
    game.play({ russia: ['surge'] });
    expect(game.at('level.displaced')).toBe(5500);
    expect(game.at('filled.aleppo')).toBe(1);
    expect(game.changesOf('clock.aleppo').map(({ from, to }) => [from, to])).toEqual([
      [3, 4],
      [4, 1],
    ]);
  });

  test('that stays full has fired once', () => {
    const game = aGame({ change: withClock({ start: 3, after: 4 }) });
    game.play({ russia: ['surge'] });
    game.play();
    expect(game.at('clock.aleppo')).toBe(4);
    expect(game.at('level.displaced')).toBe(5500);
  });

  test('reads what all clocks read: what one fires turns no other in the same round', () => {
    const game = aGame({
      change: (draft) => {
        withClock({ start: 3 })(draft);
        draft.clocks.push({
          id: 'belt',
          theatre: 'aleppo',
          start: 0,
          rules: [
            { when: { type: 'levelAtLeast', params: { level: 'level.displaced', value: 5500 } }, by: 1 },
            { when: { type: 'clockAtLeast', params: { clock: 'aleppo', segments: 4 } }, by: 1 },
          ],
          full: [fires('flight')],
          after: 0,
          ...sourced,
        });
      },
    });
    game.play({ russia: ['surge'] });
    expect(game.at('clock.belt')).toBe(0);
    game.play();
    expect(game.at('clock.belt')).toBe(1);
  });
});

describe('an event', () => {
  type Event = Draft['events'][number];
  const event = (id: string, more: Partial<Event> = {}): Event => ({
    id,
    rounds: [2, 3],
    chance: 10000,
    cases: [{ id: 'plain', fires: [] }],
    ...sourced,
    ...more,
  });
  const truceIs = (value: number) => ({
    type: 'levelAtLeast' as const,
    params: { level: 'issue.truce', value },
  });

  test('shows a sign one round ahead, then happens once', () => {
    const game = aGame({ change: (draft) => draft.events.push(event('coup')) });
    expect(game.at('sign.event.coup')).toBe(0);
    game.play();
    expect([game.at('sign.event.coup'), game.at('event.coup')]).toEqual([1, 0]);
    game.play();
    expect([game.at('sign.event.coup'), game.at('event.coup')]).toEqual([0, 2]);
    game.play();
    expect(game.at('event.coup')).toBe(2);
  });

  test('does not happen without its sign, even if its condition has come true since', () => {
    const game = aGame({
      change: (draft) => {
        draft.links.push(link('calm', surges, { level: 'issue.truce' }, 1000));
        draft.events.push(event('talks', { rounds: [1, 3], when: truceIs(6000) }));
      },
    });
    game.play({ russia: ['surge'] });
    expect([game.at('issue.truce'), game.at('event.talks')]).toEqual([6000, 0]);
    game.play();
    expect(game.at('event.talks')).toBe(2);
  });

  test('does not happen where its condition has failed since the sign', () => {
    const game = aGame({
      change: (draft) => {
        draft.links.push(link('noise', surges, { level: 'issue.truce' }, -1000));
        draft.events.push(event('talks', { rounds: [1, 3], when: truceIs(5000) }));
      },
    });
    expect(game.at('sign.event.talks')).toBe(1);
    game.play({ russia: ['surge'] });
    expect(game.at('event.talks')).toBe(0);
  });

  test('with a chance happens when its die falls below it', () => {
    for (const happens of [true, false]) {
      const game = aGame({
        change: (draft) => draft.events.push(event('coup', { rounds: [1, 1], chance: 3000 })),
        dice: [{ rule: 'event.coup', round: 1, below: 10000, is: (face) => face < 3000 === happens }],
      });
      game.play();
      expect(game.at('event.coup')).toBe(happens ? 1 : 0);
    }
  });

  test('takes the first case that fits, and fires what belongs to it', () => {
    const game = aGame({
      change: (draft) => {
        draft.links.push(link('push', impulse, { level: 'issue.assad' }, 400));
        draft.events.push(
          event('summit', {
            rounds: [1, 1],
            cases: [
              { id: 'great', when: truceIs(9000), fires: [fires('push', 3)] },
              { id: 'fair', when: truceIs(5000), fires: [fires('push')] },
              { id: 'none', fires: [] },
            ],
          }),
        );
      },
    });
    game.play();
    expect(game.at('case.summit')).toBe(2);
    expect(game.at('issue.assad')).toBe(5400);
  });

  test('is one of at most three a round, in the order of ids; the others wait', () => {
    const game = aGame({
      change: (draft) => {
        for (const id of ['delta', 'beta', 'alpha', 'gamma'])
          draft.events.push(event(id, { rounds: [1, 4] }));
      },
    });
    game.play();
    expect(['alpha', 'beta', 'delta', 'gamma'].map((id) => game.at(`event.${id}`))).toEqual([1, 1, 1, 0]);
    game.play();
    expect(game.at('event.gamma')).toBe(2);
  });

  test('reads what earlier ones have left', () => {
    const game = aGame({
      change: (draft) => {
        draft.links.push(link('push', impulse, { level: 'issue.truce' }, -1000));
        draft.events.push(event('alpha', { rounds: [1, 1], cases: [{ id: 'one', fires: [fires('push')] }] }));
        draft.events.push(event('beta', { rounds: [1, 1], when: truceIs(5000) }));
      },
    });
    expect(game.at('sign.event.beta')).toBe(1);
    game.play();
    expect([game.at('event.alpha'), game.at('event.beta')]).toEqual([1, 0]);
  });
});

describe('acts that nobody asked for', () => {
  const advances = (draft: Draft) => {
    const conduct = draft.clients[0]!.machine.states['conduct']!;
    conduct.meta.moves['advance'] = { kind: 'unasked', order: 1, ...sourced } as never;
    conduct.states['hold']!.on!['advance'] = [
      { target: 'advance', guard: { type: 'confidenceAtLeast', params: { client: 'damascus', step: 3 } } },
    ];
  };
  const outsider =
    (id: string, threshold = 6000) =>
    (draft: Draft) => {
      if (!draft.links.some((one) => one.id === 'push'))
        draft.links.push(link('push', impulse, { level: 'violence.aleppo' }, 100));
      draft.outsiders.push({
        id,
        alarm: { start: 6000, anchor: 6000, drift: 0, ...sourced },
        threshold,
        relief: 2500,
        fires: [fires('push')],
      });
    };

  test('of a client follow its rule, after a sign of one round', () => {
    const game = aGame({ change: advances, with: { 'confidence.damascus': 7500 } });
    game.play();
    expect([game.at('sign.damascus.advance'), game.stance('damascus', 'conduct')]).toEqual([1, 'hold']);
    game.play();
    expect(game.stance('damascus', 'conduct')).toBe('advance');
    expect(game.changesOf('stance.damascus.conduct')[0]!.by).toMatchObject({
      kind: 'unasked',
      id: 'damascus.advance',
    });
  });

  test('of a client do not come when its reason has gone', () => {
    const game = aGame({ change: advances, with: { 'confidence.damascus': 7500 } });
    game.play();
    game.position.cells[game.tables.layout.cell('confidence.damascus')] = 7499;
    game.play();
    expect(game.stance('damascus', 'conduct')).toBe('hold');
  });

  test('of an outsider come at its threshold, once its alarm was seen, and relieve it', () => {
    const game = aGame({ change: outsider('israel') });
    expect(game.at('sign.outsider.israel')).toBe(1);
    game.play();
    expect([game.at('acted.israel'), game.at('outsider.israel'), game.at('violence.aleppo')]).toEqual([
      1, 3500, 5100,
    ]);
    game.play();
    expect(game.at('acted.israel')).toBe(1);
  });

  test('are at most two a round, clients first', () => {
    const game = aGame({
      change: (draft) => {
        advances(draft);
        for (const id of ['gulf', 'israel', 'un']) outsider(id)(draft);
      },
    });
    game.position.cells[game.tables.layout.cell('confidence.damascus')] = 7500;
    game.position.cells[game.tables.layout.cell('sign.damascus.advance')] = 1;
    game.play();
    expect(game.stance('damascus', 'conduct')).toBe('advance');
    expect(['gulf', 'israel', 'un'].map((id) => game.at(`acted.${id}`))).toEqual([1, 0, 0]);
  });
});

describe('the end of a game', () => {
  test('comes after two quarters that run on without orders', () => {
    const game = aGame({
      rounds: 1,
      change: (draft) => draft.links.push(link('push', surges, { level: 'issue.truce' }, 500)),
    });
    game.play({ russia: ['surge'] });
    expect(game.at('phase')).toBe(3);
    expect(game.at('endedAfter')).toBe(1);
    expect(game.at('issue.truce')).toBe(5000 + 3 * 500);
    expect(game.why(game.lock('iran'))).toBe('over');
  });

  test('can follow any round, when talks are open', () => {
    const game = aGame();
    game.play();
    game.play();
    game.debrief('turkey');
    expect([game.at('phase'), game.at('endedAfter'), game.at('round')]).toEqual([3, 2, 5]);
  });

  test('lets what is on its way arrive', () => {
    const game = aGame({
      rounds: 1,
      change: (draft) =>
        draft.links.push(
          link('late', { level: 'issue.truce', reference: 4000 }, { level: 'issue.assad' }, 1000, {
            delay: 2,
          }),
        ),
    });
    game.play();
    expect(game.at('issue.assad')).toBe(5100);
  });

  const iranSurges: Term = { capital: 'iran', kind: 'stance', line: 'ground', stance: 'surge' };
  const turkeyArms: Term = { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'arm' };

  test.each([
    ['the last round', 1],
    ['the last round before an early debrief', 5],
  ])(
    'does not make a breach in %s free: trust falls twice, and what the injured gave falls back',
    (_, rounds) => {
      const game = aGame({ rounds, with: { 'trust.iran.turkey': 9000 } });
      game.pact('iran', { to: ['turkey'], terms: [iranSurges, turkeyArms] });
      game.play({ turkey: ['armGroups'] });
      if (rounds > 1) {
        expect(game.stance('turkey', 'opposition')).toBe('arm');
        game.debrief();
      }
      expect(game.stance('turkey', 'opposition')).toBe('restrain');
      expect(game.at('trust.iran.turkey')).toBe(9000 - 4000);
      expect(game.changes.some(({ by }) => by.kind === 'fallBack')).toBe(true);
    },
  );

  test('lets pacts lapse that still bound, and nobody has broken them', () => {
    const game = aGame();
    const visit: Term = { capital: 'iran', kind: 'make', move: 'visit' };
    game.pact('iran', { to: ['turkey'], terms: [visit], until: 3 });
    game.play();
    game.debrief();
    expect(game.changes.filter(({ where }) => where.endsWith('.verdict.iran'))[0]).toMatchObject({ to: 6 });
    expect(game.at('trust.iran.turkey')).toBe(5000);
  });

  test('is told by three judgements and the first ending that fits them', () => {
    const quiet = aGame({ rounds: 1 });
    quiet.play();
    const ending = (game: typeof quiet) => game.tables.endings[game.at('ending') - 1]?.id;
    expect(ending(quiet)).toBe('stillness');
    expect(['governs', 'north', 'outside'].map((name) => quiet.at(`judgement.${name}`))).toEqual([2, 2, 2]);
    const operation = aGame({ rounds: 1 });
    operation.play({ turkey: ['operate'], russia: ['surge'] });
    expect(ending(operation)).toBe('zone');
    expect(['governs', 'north', 'outside'].map((name) => operation.at(`judgement.${name}`))).toEqual([
      2, 1, 1,
    ]);
    const firm = aGame({ rounds: 1, with: { 'issue.assad': 6000 } });
    firm.play({ turkey: ['operate'] });
    expect(ending(firm)).toBe('firmHand');
  });
});

describe('the result of an aim', () => {
  test('is half its average over the rounds and half its end', () => {
    const game = aGame({
      rounds: 2,
      change: (draft) => draft.links.push(link('push', surges, { level: 'issue.assad' }, 1000)),
    });
    game.play();
    game.play({ russia: ['surge'] });
    // 5000 and 6000 over the two rounds; 8000 after two quarters more.
    expect(aimResult(game.position, 'iran', 'assad')).toEqual({
      average: 5500,
      end: 8000,
      result: 6750,
      word: 'largelyReached',
    });
  });

  test.each([
    [0, 'lost'],
    [1999, 'lost'],
    [2000, 'slipping'],
    [4000, 'open'],
    [6000, 'largelyReached'],
    [8000, 'reached'],
    [10000, 'reached'],
  ])('of %i is %s', (level, word) => {
    const game = aGame({
      change: (draft) => Object.assign(draft.issues[0]!, { start: level, anchor: level }),
    });
    expect(aimResult(game.position, 'iran', 'assad').word).toBe(word);
    game.debrief();
    expect(aimResult(game.position, 'iran', 'assad')).toMatchObject({ result: level, word });
  });
});

describe('support at home', () => {
  test('rises a little each round with an aim largely reached and falls with a lost one', () => {
    const reached = aGame({
      with: { 'aim.iran.assad': 6000, 'aim.iran.truce': 4000, 'aim.iran.calm': 4000 },
    });
    reached.play();
    expect(reached.at('home.iran')).toBe(5150);
    const lost = aGame({ with: { 'aim.iran.assad': 1999, 'aim.iran.truce': 4000, 'aim.iran.calm': 4000 } });
    lost.play();
    expect(lost.at('home.iran')).toBe(4850);
  });

  test('wears down under a heavy stance', () => {
    const game = aGame({
      with: { 'aim.russia.assad': 4000, 'aim.russia.truce': 4000, 'aim.russia.calm': 4000 },
    });
    const before = game.at('home.russia');
    game.play({ russia: ['surge'] });
    expect(game.at('home.russia')).toBe(before - 200);
  });
});
