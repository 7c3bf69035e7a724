/** Telling in words: conditions, refusals, offers, values, signs, and one line of a statechart. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { choicesFor } from '../../src/engine/choices.ts';
import type { Change } from '../../src/engine/changes.ts';
import { stateNumber } from '../../src/engine/deals/deal.machine.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import type { Deal, Offer } from '../../src/engine/deals/terms.ts';
import type { GuardShape } from '../../src/engine/scenario/guards.ts';
import { slotName } from '../../src/engine/layout.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { viewFor } from '../../src/engine/seats.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import {
  sayWarning,
  sideIn,
  standingOf,
  tellOffer,
  tellState,
  tellTerm,
} from '../../src/panels/reading/deal.ts';
import { tellGuard, tellGuardNow } from '../../src/panels/reading/guard.ts';
import { tellCell, tellValue, wordFor } from '../../src/panels/reading/level.ts';
import { arcOf, chartOf } from '../../src/panels/reading/lineChart.ts';
import { kindsFor, optionsFor, rowOf, termOf, whyRefused } from '../../src/panels/reading/offerDraft.ts';
import { brokenBy, inSameLine, promisesOf, tellOrder, withMove } from '../../src/panels/reading/orders.ts';
import type { WordGiven } from '../../src/panels/reading/orders.ts';
import { tellQuarter } from '../../src/panels/reading/quarter.ts';
import { tellReason } from '../../src/panels/reading/reason.ts';
import { tellRefusal } from '../../src/panels/reading/refusal.ts';
import { signsShown } from '../../src/panels/reading/signs.ts';
import { sortDeals } from '../../src/panels/reading/talks.ts';
import { topChanges } from '../../src/panels/reading/topChanges.ts';
import { clocksIn, trendOf, valuesBefore, watchedBy } from '../../src/panels/reading/watch.ts';
import { makeWords } from '../../src/words/words.ts';
import { filesBelow, read } from '../house/files.ts';
import { aRandomGame } from './aRandomGame.ts';

const folder = 'assets/scenarios/tehran-2016';
const tables = compile(Scenario.parse(JSON.parse(readFileSync(`${folder}/scenario.json`, 'utf8'))));
const texts = [readFileSync('assets/words/en.ftl', 'utf8'), readFileSync(`${folder}/words/en.ftl`, 'utf8')];
const words = makeWords('en', texts).plain;

const games = Array.from({ length: 6 }, (_, at) => aRandomGame(tables, `reading ${at}`, 8, 2 + at));

/** What a seat sees of a game; cells can be set by path. */
function readerOf(seat = 'iran', set: Record<string, number> = {}, game = games[0]) {
  if (!game) throw new Error('no game');
  const { cells } = viewFor(game.position, seat);
  for (const [path, value] of Object.entries(set)) cells[tables.layout.cell(path)] = value;
  const capital = tables.capitals.find(({ id }) => id === seat);
  if (!capital) throw new Error(`no ${seat}`);
  return { words, tables, seat, cells, capital, at: (path: string) => cells[tables.layout.find(path)] ?? 0 };
}

/** Keys in brackets, holes, and ids that no reader should meet. */
const raw = /⟨|⟩|undefined|NaN|\b[a-z]+[A-Z][A-Za-z]*\b|\b[a-z]+\.[a-zA-Z]+\b|\{/;

function guardsIn(data: unknown): GuardShape[] {
  if (Array.isArray(data)) return data.flatMap(guardsIn);
  if (typeof data !== 'object' || data === null) return [];
  const { type, params, ...rest } = data as { type?: unknown; params?: unknown };
  const isGuard = typeof type === 'string' && type !== 'fire' && params !== undefined;
  return [...(isGuard ? [data as GuardShape] : guardsIn(params)), ...guardsIn(Object.values(rest))];
}

describe('a condition in words', () => {
  it('is told for every condition of the scenario, and its contrary too', () => {
    const reader = readerOf();
    const guards = guardsIn(tables.scenario);
    expect(guards.length).toBeGreaterThan(100);
    for (const guard of guards) {
      for (const one of [guard, { type: 'not', params: { of: guard } } as GuardShape])
        expect(tellGuard(one, reader)).not.toMatch(raw);
      expect(tellGuardNow(guard, reader)).not.toMatch(raw);
    }
  });

  it('names line and stance, and how the line stands now', () => {
    const guard: GuardShape = {
      type: 'stanceIs',
      params: { of: 'turkey', line: 'moscow', stance: 'partnership' },
    };
    const line = tables.lines.find(({ owner, id }) => owner === 'turkey' && id === 'moscow');
    const reader = readerOf('iran', { 'stance.turkey.moscow': line?.stances.indexOf('amends') ?? -1 });
    expect(tellGuard(guard, reader)).toBe('Ankara’s line “Moscow” at “Partnership”');
    expect(tellRefusal({ reason: 'guard', guard }, reader)).toBe(
      'Needs Ankara’s line “Moscow” at “Partnership”. Now: Amends.',
    );
  });

  it('carries “not” inwards: not all of them is one of them not', () => {
    const of: GuardShape[] = [
      { type: 'eventHappened', params: { event: 'usElection' } },
      { type: 'homeAtLeast', params: { capital: 'iran', step: 2 } },
    ];
    expect(tellGuard({ type: 'not', params: { of: { type: 'all', params: { of } } } }, readerOf())).toBe(
      'this not to have happened: The election in the United States, or support at home in Tehran below “divided”',
    );
  });
});

describe('a refusal in words', () => {
  it('is there for every reason that engine and tables give', () => {
    const code = [...filesBelow('src/engine', '.ts'), ...filesBelow('src/table', '.ts')].map(read).join('\n');
    const reasons = new Set([...code.matchAll(/reason: '(\w+)'/g)].map(([, reason = '']) => reason));
    expect(reasons.size).toBeGreaterThan(30);
    expect([...reasons].filter((reason) => !words.has(`why-${reason}`))).toEqual([]);
  });

  it('puts names in place of ids', () => {
    const reader = readerOf('iran');
    expect(tellRefusal({ reason: 'oneALine', args: { move: 'iran-surge' } }, reader)).toContain(
      'Send more forces',
    );
    expect(tellRefusal({ reason: 'layerOff', args: { layer: 'stakes' } }, reader)).toBe(
      'This game is played without stakes.',
    );
  });

  it('names a capital that is in too many pacts only where the reader sees them all', () => {
    const full = { reason: 'pactsFull', args: { capital: 'usa', most: 3 } };
    const inForce = stateNumber('inForce');
    const bits = tables.capitals.reduce((sum, { id, index }) => sum | (id === 'usa' ? 1 << index : 0), 1);
    const withPacts = (seen: number, of = full): string => {
      const slots = tables.deals.map(({ slot }) => slotName(slot));
      const set = Object.fromEntries(
        slots.flatMap((slot, at): [string, number][] => [
          [`deal.${slot}.state`, at < seen ? inForce : 0],
          [`deal.${slot}.members`, at < seen ? bits : 0],
        ]),
      );
      return tellRefusal(of, readerOf('iran', set));
    };
    expect(withPacts(3)).toBe('Washington is in 3 pacts, and that is all a capital can be in.');
    for (const seen of [0, 2])
      expect(withPacts(seen)).toBe('This cannot be agreed now, for a reason that you may not know.');
    expect(withPacts(3, { ...full, args: { capital: 'iran', most: 3 } })).toBe(
      'You are in 3 pacts, and that is all a capital can be in.',
    );
  });

  it('says something even for a reason that nobody has words for', () => {
    expect(tellRefusal({ reason: 'brandNew' }, readerOf())).toBe('This cannot be done now.');
  });
});

describe('a side of a pact', () => {
  it('that was kept is not called cheap where another side broke the pact', () => {
    expect(sideIn({ state: 'breached' }, 'kept')).toBe('delivered');
    expect(sideIn({ state: 'kept' }, 'kept')).toBe('kept');
    expect(sideIn({ state: 'breached' }, 'breached')).toBe('breached');
  });
});

describe('a value in words', () => {
  it('is told for every cell that has a name, at both ends of its range', () => {
    const reader = readerOf();
    const named = tables.layout.paths.filter((path) => tellCell(path, reader) !== '');
    expect(named.length).toBeGreaterThan(200);
    expect(named.map((path) => tellCell(path, reader)).filter((name) => raw.test(name))).toEqual([]);
    const told = named
      .filter((path) => !/^(reply|pact)\./.test(path))
      .flatMap((path) => {
        const cell = tables.layout.cell(path);
        const ends = [tables.layout.least[cell] ?? 0, Math.min(tables.layout.most[cell] ?? 0, 10000)];
        return ends.map((value) => tellValue(path, value, reader));
      });
    expect(told.filter((value) => raw.test(value))).toEqual([]);
  });

  it('uses the named steps of the watched things and the named points of the issues', () => {
    const reader = readerOf();
    expect([0, 2000, 4000, 6000, 8000].map((value) => wordFor('aim.iran.x', value, reader))).toEqual([
      'lost',
      'slipping',
      'open',
      'largely reached',
      'reached',
    ]);
    expect(wordFor('issue.state', 0, reader)).toBe('a federation of regions');
    expect(wordFor('issue.state', 10000, reader)).toBe('unitary and central');
  });

  it('names a round by its months, also across the new year', () => {
    const reader = readerOf();
    expect(tellQuarter(1, reader)).toBe('June–August 2016');
    expect(tellQuarter(3, reader)).toBe('December 2016 – February 2017');
  });
});

describe('an offer in words', () => {
  const offer: Offer = {
    to: ['turkey'],
    terms: [
      { capital: 'iran', kind: 'make', move: 'pressConvoys' },
      { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' },
      { capital: 'iran', kind: 'pass', channel: 'gasPrice', amount: 1 },
    ],
    from: 1,
    until: 2,
    secret: true,
    stake: 1,
  };

  it('speaks of us when we make it', () => {
    expect(tellOffer(offer, 'iran', readerOf('iran'))).toBe(
      'We offer Ankara: We make this move: Press Damascus to let convoys in. ' +
        'Ankara holds its line “The armed opposition” at “Restrain”. ' +
        'We pass 1 influence to Ankara by way of gas price. ' +
        'This holds from June–August 2016 until September–November 2016. ' +
        'It stays secret. Whoever breaks it loses 1 influence to those it harms.',
    );
  });

  it('speaks of us when it is made to us', () => {
    const told = tellOffer(offer, 'iran', readerOf('turkey'));
    expect(told).toContain('Tehran offers us:');
    expect(told).toContain('We hold our line “The armed opposition” at “Restrain”.');
    expect(told).toContain('Tehran passes us 1 influence');
  });

  it('is told for every deal of random games, with how each term stands', () => {
    for (const game of games) {
      for (const { id } of tables.capitals) {
        const reader = readerOf(id, {}, game);
        for (const deal of dealsIn(tables, reader.cells)) {
          for (const term of deal.terms) {
            expect(tellTerm(term, reader)).not.toMatch(raw);
            expect(words.has(`term-standing-${standingOf(deal, term, reader)}`)).toBe(true);
          }
          expect(tellState(deal, reader)).not.toMatch(raw);
        }
      }
    }
  });

  it('comes out of the form as it went in', () => {
    for (const term of offer.terms) expect(termOf(term.capital, rowOf(term))).toEqual(term);
    expect(termOf('iran', { kind: 'make', what: '', amount: 1 })).toBeNull();
  });

  it('offers channels only towards those who take part', () => {
    const reader = readerOf('iran');
    expect(kindsFor('iran', ['iran', 'usa'], reader)).not.toContain('pass');
    expect(
      optionsFor('pass', 'iran', ['iran', 'turkey'], reader)[0]?.options.map(({ value }) => value),
    ).toEqual(['gasPrice']);
  });

  it('is tried on the rules without anything being decided', () => {
    const reader = readerOf('iran');
    const before = [...reader.cells];
    const decision = { kind: 'offer', seat: 'iran', round: reader.at('round') } as const;
    expect(whyRefused({ ...decision, offer: { ...offer, terms: [], to: ['usa'] } }, reader)).toMatchObject({
      reason: expect.any(String),
    });
    expect([...reader.cells]).toEqual(before);
  });

  it('lies on the table where the reader can do something about it', () => {
    const deal = (state: Deal['state'], members: string[], accepted: string[], ended = 0): Deal => ({
      ...offer,
      serial: 1,
      state,
      by: 'iran',
      members,
      accepted,
      made: 1,
      ended,
      countered: false,
      leaked: false,
      verdicts: {},
    });
    const both = ['iran', 'turkey'];
    const toUs = deal('proposed', both, ['turkey']);
    const ours = deal('proposed', both, ['iran']);
    const pact = deal('inForce', both, both);
    const fresh = deal('kept', both, both, 3);
    const old = deal('kept', both, both, 2);
    const foreign = deal('inForce', ['russia', 'usa'], ['russia', 'usa']);
    expect(sortDeals([toUs, ours, pact, fresh, old, foreign], 'iran', 4)).toEqual({
      toUs: [toUs],
      ours: [ours],
      pacts: [pact],
      ended: [fresh],
      others: [foreign],
    });
    expect(promisesOf([pact], 1, readerOf('iran'))).toEqual([
      { serial: 1, amount: 1, channel: 'gasPrice', to: 'turkey' },
    ]);
  });
});

it('a warning says what would be answered to what', () => {
  const condition = { capital: 'russia', line: 'campaign', stance: 'surge' };
  expect(sayWarning('usa', condition, 'hardenOnMoscow', readerOf('usa'))).toMatch(
    /^If Moscow takes its line “The air campaign” to “Surge”, we answer: /,
  );
  expect(sayWarning('usa', condition, 'hardenOnMoscow', readerOf('russia'))).toMatch(
    /^If we take our line “The air campaign” to “Surge”, Washington answers: /,
  );
});

it('a reason names the aim it speaks of', () => {
  const said = makeWords('en', [...texts, 'reason-testing = gains { $points } on { $aim }']).plain;
  expect(
    tellReason(
      { key: 'testing', args: { aim: 'iran.unitarySyria', points: 6 } },
      { ...readerOf(), words: said },
    ),
  ).toBe('gains 6 on One Syria, run from Damascus');
});

it('signs are told for every sign that can show', () => {
  const paths = tables.layout.paths.filter((path) => path.startsWith('sign.'));
  const shown = signsShown(readerOf('iran', Object.fromEntries(paths.map((path) => [path, 1]))));
  expect(shown.map(({ path }) => path).sort()).toEqual([...paths].sort());
  for (const { text } of shown) expect(text).not.toMatch(raw);
});

describe('what is watched', () => {
  it('is nine things and the clocks', () => {
    const reader = readerOf('usa');
    const watched = watchedBy('usa', [], reader);
    expect(watched.map(({ kind }) => kind)).toEqual([
      'influence',
      'home',
      'aim',
      'aim',
      'aim',
      'trust',
      'trust',
      'trust',
      'people',
    ]);
    for (const { name, word } of [...watched, ...clocksIn([], reader)]) {
      expect(name).not.toMatch(raw);
      expect(word).not.toMatch(raw);
      expect(word).not.toBe('');
    }
  });

  it('moves by a whole step or by less, and small stirrings are stillness', () => {
    expect(trendOf('home.iran', 3900, 4100)).toBe('up');
    expect(trendOf('home.iran', 4100, 4300)).toBe('slightlyUp');
    expect(trendOf('home.iran', 4300, 4280)).toBe('same');
    expect(trendOf('home.iran', 4300, 4100)).toBe('slightlyDown');
    expect(trendOf('trust.iran.usa', 4100, 3900)).toBe('down');
    expect(trendOf('influence.iran', 4, 3)).toBe('down');
    expect(trendOf('clock.aleppo', 1, 2)).toBe('up');
  });

  it('compares with the beginning of the last round, and not with setting up the game', () => {
    const aims = tables.capitals.flatMap(({ id, aims: own }) => own.map((aim) => `aim.${id}.${aim.id}`));
    const differing = games.flatMap((game) => {
      const round = game.position.cells[tables.at.round] ?? 0;
      const before = valuesBefore(game.changes, round - 1);
      const earlier = game.changes.filter((change) => change.round < round - 1 || change.by.kind === 'start');
      return aims.filter((aim) => {
        const last = earlier.filter(({ where }) => where === aim).at(-1);
        return last !== undefined && before.has(aim) && before.get(aim) !== last.to;
      });
    });
    expect(differing).toEqual([]);
  });
});

it('a briefing names few changes, each cell once, and what is secret bookkeeping never', () => {
  for (const game of games) {
    const round = (game.position.cells[tables.at.round] ?? 0) - 1;
    const picked = topChanges(
      game.changes.filter((change) => change.round === round && change.step !== 'talks'),
      'iran',
    );
    expect(picked.length).toBeGreaterThan(0);
    expect(picked.length).toBeLessThanOrEqual(6);
    expect(new Set(picked.map(({ where }: Change) => where)).size).toBe(picked.length);
  }
});

describe('orders', () => {
  it('are told as they will be at the reveal, with the influence pressed', () => {
    const reader = readerOf('iran');
    expect(tellOrder({ move: 'pressConvoys', influence: 2 }, reader)).toBe(
      'Tehran presses Damascus for convoys. With two influence.',
    );
    for (const { id, moves } of tables.capitals)
      for (const { id: move } of moves) expect(tellOrder({ move }, readerOf(id))).not.toMatch(raw);
  });

  it('hold one move a line: a second one takes the place of the first', () => {
    const { capital, cells } = readerOf('iran');
    const choices = choicesFor(tables, cells, capital);
    const moves = [{ move: 'surge' }, { move: 'gasOffer' }];
    expect(inSameLine(moves, 'creditDamascus', choices)).toEqual({ move: 'surge' });
    expect(withMove(moves, { move: 'creditDamascus' }, choices)).toEqual([
      { move: 'gasOffer' },
      { move: 'creditDamascus' },
    ]);
  });
});

describe('a line drawn small', () => {
  it('keeps the author’s order of stances and shows where one stands', () => {
    const reader = readerOf('iran', { 'stance.iran.assad': 0 });
    const line = reader.capital.lines.find(({ id }) => id === 'assad');
    if (!line) throw new Error('no line');
    const chart = chartOf(reader.capital, line, choicesFor(tables, reader.cells, reader.capital), reader);
    expect(chart.stances.map(({ id }) => id)).toEqual(['redLine', 'conditional', 'open']);
    expect(chart.stances.filter(({ here }) => here).map(({ id }) => id)).toEqual(['conditional']);
    for (const way of chart.ways) expect(way.from).not.toBe(way.to);
    expect(chart.ways.filter(({ here }) => here).map(({ move }) => move)).toEqual([
      'hardenAssad',
      'softenAssad',
    ]);
  });

  it('draws arcs that end at the list, those down outside those up', () => {
    const down = arcOf({ from: 0, to: 1 });
    const up = arcOf({ from: 1, to: 0 });
    expect(down.head).toMatch(/^M 2 /);
    expect(down.path).not.toBe(up.path);
  });
});

describe('words given', () => {
  const given: WordGiven[] = [
    { term: { capital: 'iran', kind: 'forgo', move: 'surge' }, partners: ['turkey'], from: 1, until: 2 },
    { term: { capital: 'iran', kind: 'make', move: 'jointFront' }, partners: ['russia'], from: 1, until: 1 },
    { term: { capital: 'iran', kind: 'make', move: 'borderTalks' }, partners: ['turkey'], from: 1, until: 2 },
  ];

  it('are broken by a forgone move, and by a promised one left out in its last round', () => {
    const game = { seat: 'iran', round: 1, at: () => 0, tables };
    const broken = (moves: string[]) =>
      brokenBy(
        given,
        moves.map((move) => ({ move })),
        [],
        game,
      ).map(({ term }) => term.kind);
    expect(broken([])).toEqual(['make']);
    expect(broken(['surge', 'jointFront'])).toEqual(['forgo']);
    expect(broken(['jointFront'])).toEqual([]);
  });
});

describe('what a round came to', () => {
  it('is told cell by cell from where it stood to where it stands, not by one push among several', () => {
    const push = (id: number, from: number, to: number): Change => ({
      id,
      round: 1,
      step: 'links',
      where: 'trust.iran.turkey',
      from,
      to,
      by: { kind: 'link', id: '' },
      because: -1,
      source: [],
      seen: 15,
    });
    const [net] = topChanges([push(1, 4700, 3800), push(2, 3800, 5600)], 'iran');
    expect(net).toMatchObject({ id: 2, from: 4700, to: 5600 });
    expect(topChanges([push(1, 4700, 3800), push(2, 3800, 4700)], 'iran')).toEqual([]);
  });
});
