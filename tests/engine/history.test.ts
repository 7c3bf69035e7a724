/** History is played by the same rules as every game: middle strengths, no dice, the events on record, and nothing forbidden. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { replyIn } from '../../src/engine/clients/answer.ts';
import { playHistory } from '../../src/engine/history.ts';
import type { PlayedHistory } from '../../src/engine/history.ts';
import { compareHistory, historyBars } from '../../src/engine/historyTable.ts';
import type { HistoryTable } from '../../src/engine/historyTable.ts';
import { stanceOf, valueOf } from '../../src/engine/position.ts';
import { checkHistory, roundOfDate } from '../../src/engine/scenario/checkHistory.ts';
import { History } from '../../src/engine/scenario/historySchema.ts';
import type { HistoryShape } from '../../src/engine/scenario/historySchema.ts';
import { knownOf } from '../../src/engine/scenario/known.ts';
import { reporterFor } from '../../src/engine/scenario/problems.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { doubtOf } from '../../src/engine/compile/world.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { theRealScenario } from './aGame.ts';
import { onDisk, sentences, whole } from './scenario/broken.ts';
import type { Loose } from './scenario/broken.ts';
import { smallScenario } from './smallScenario.ts';

const sourced = { sources: ['own'], confidence: 'high' as const };
const made = (move: string, more: object = {}) => ({ move, ...sourced, ...more });
const note = 'Own reading of the record.';

/** A history of the small scenario. */
function aHistory(parts: Loose = {}): HistoryShape {
  return History.parse({
    format: 1,
    rounds: [],
    events: [],
    indicators: [],
    fitted: [],
    notes: [],
    ...parts,
  });
}

/** The small scenario with two events and a link that each of them fires. */
function withEvents(): Tables {
  return compile(
    smallScenario((draft) => {
      draft.links.push({
        id: 'truceUp',
        from: { impulse: true },
        to: { level: 'issue.truce' },
        strength: 700,
        delay: 0,
        sources: ['own'],
        confidence: 'low',
      });
      const fires = [{ type: 'fire' as const, params: { link: 'truceUp' } }];
      for (const id of ['calm', 'storm'])
        draft.events.push({
          id,
          rounds: [1, 4],
          chance: 9000,
          cases: [{ id: 'only', fires }],
          sources: ['own'],
          confidence: 'high',
        });
    }),
  );
}

describe('History', () => {
  it('is played with orders as they are on record, from the start to the end of its last round', () => {
    const tables = compile(smallScenario());
    const rounds = [
      { round: 1, orders: { russia: { moves: [made('surge')] }, usa: { moves: [made('confront')] } } },
      { round: 2, orders: { russia: { moves: [made('drawDown')] } } },
    ];
    const { positions, forbidden } = playHistory(tables, aHistory({ rounds }));
    expect(forbidden).toEqual([]);
    expect(positions.map((one) => valueOf(one, 'round'))).toEqual([1, 2, 3]);
    expect(positions.map((one) => stanceOf(one, 'russia', 'campaign'))).toEqual([
      'sustained',
      'surge',
      'sustained',
    ]);
    expect(stanceOf(positions[2]!, 'usa', 'moscow')).toBe('confront');
  });

  it('lets the events on record happen in their round and no others, at middle strength', () => {
    const tables = withEvents();
    const { positions, forbidden } = playHistory(
      tables,
      aHistory({
        rounds: [1, 2, 3].map((round) => ({ round, orders: {} })),
        events: [
          { event: 'calm', round: 2, ...sourced },
          { event: 'storm', round: null, ...sourced, note },
        ],
      }),
    );
    expect(forbidden).toEqual([]);
    expect(positions.map((one) => valueOf(one, 'event.calm'))).toEqual([0, 0, 2, 2]);
    expect(positions.map((one) => valueOf(one, 'event.storm'))).toEqual([0, 0, 0, 0]);
    expect(positions.map((one) => valueOf(one, 'issue.truce'))).toEqual([5000, 5000, 5700, 5700]);
  });

  it.each([
    [1, undefined, 'refuses'],
    [2, undefined, 'drags'],
    [3, undefined, 'complies'],
    [1, 'complies', 'complies'],
    [3, 'refuses', 'refuses'],
  ])(
    'answers a press of %i with the middle of the die, or as it is on record (%s)',
    (influence, reply, answer) => {
      const tables = compile(smallScenario());
      const press = made('pressConvoys', { influence, ...(reply ? { reply } : {}) });
      const history = aHistory({ rounds: [{ round: 1, orders: { iran: { moves: [press] } } }] });
      const { positions } = playHistory(tables, history);
      const move = tables.moves.find(({ id }) => id === 'pressConvoys')!;
      expect(replyIn(positions[1]!.cells, move, 1)).toBe(answer);
    },
  );

  it('names round, capital, move and guard or price of all that the model forbids, and plays on without it', () => {
    const tables = compile(
      smallScenario((draft) => {
        const never = { type: 'homeAtLeast' as const, params: { capital: 'usa', step: 4 } };
        const usa: Loose = draft.capitals[3];
        usa.machine.states.moscow.states.plan.on.confront[0].guard = never;
      }),
    );
    const rounds = [
      {
        round: 1,
        orders: {
          iran: { moves: [made('surge'), made('softenAssad')] },
          russia: { moves: [made('drawDown')] },
          turkey: { moves: [made('operate'), made('armGroups')] },
          usa: { moves: [made('confront'), made('armYpg')] },
        },
      },
    ];
    const { positions, forbidden } = playHistory(tables, aHistory({ rounds }));
    expect(forbidden.map(({ sentence }) => sentence)).toEqual([
      'Round 1, russia: drawDown is on record, and the model forbids it: notFromHere.',
      'Round 1, turkey: armGroups is on record, and the model forbids it: influence (cost 6, influence 4).',
      'Round 1, usa: confront is on record, and the model forbids it: guard ({"type":"homeAtLeast","params":{"capital":"usa","step":4}}).',
    ]);
    expect(stanceOf(positions[1]!, 'usa', 'isis')).toBe('armYpg');
    expect(stanceOf(positions[1]!, 'turkey', 'ypg')).toBe('operation');
  });

  it('names events that could not happen in their round', () => {
    const tables = compile(
      smallScenario((draft) => {
        draft.events.push({
          id: 'calm',
          rounds: [1, 4],
          when: { type: 'levelAtLeast', params: { level: 'issue.truce', value: 6000 } },
          chance: 10000,
          cases: [{ id: 'only', fires: [] }],
          sources: ['own'],
          confidence: 'high',
        });
      }),
    );
    const { forbidden } = playHistory(
      tables,
      aHistory({
        rounds: [{ round: 1, orders: {} }],
        events: [{ event: 'calm', round: 1, ...sourced }],
      }),
    );
    expect(forbidden.map(({ sentence }) => sentence)).toEqual([
      'Round 1, the event calm is on record, and the model forbids it: guard ({"type":"levelAtLeast","params":{"level":"issue.truce","value":6000}}).',
    ]);
  });
});

describe('The table of history', () => {
  it('tells error and sign of each indicator, and the two bars', () => {
    const indicators = [
      { id: 'truce', level: 'issue.truce', round: 2, value: 6000, ...sourced, note },
      { id: 'flat', level: 'issue.assad', round: 2, value: 5100, ...sourced, note },
      { id: 'rose', level: 'issue.truce', round: 2, direction: 'up', since: 1, ...sourced, note },
      { id: 'fell', level: 'violence.aleppo', round: 1, direction: 'down', since: 0, ...sourced, note },
    ];
    const history = aHistory({
      rounds: [1, 2].map((round) => ({ round, orders: {} })),
      events: [{ event: 'calm', round: 2, ...sourced }],
      indicators,
    });
    const { positions } = playHistory(withEvents(), history);
    const table = compareHistory(history, positions);
    expect(
      table.rows.map(({ indicator, before, model, error, moved, recorded, signRight }) => [
        indicator.id,
        before,
        model,
        error,
        moved,
        recorded,
        signRight,
      ]),
    ).toEqual([
      ['truce', 5000, 5700, -300, 'up', 'up', true],
      ['flat', 5000, 5000, -100, 'same', 'same', true],
      ['rose', 5000, 5700, null, 'up', 'up', true],
      ['fell', 5000, 5000, null, 'same', 'down', false],
    ]);
    expect(table).toMatchObject({
      signsRight: 3,
      signShare: 7500,
      valued: 2,
      meanError: 200,
      stillError: 550,
    });
    expect(table.holds).toEqual({ signs: false, error: true });
    expect(table.kinds).toEqual([
      { kind: 'issue', count: 3, signsRight: 3, meanError: 200 },
      { kind: 'violence', count: 1, signsRight: 0, meanError: null },
    ]);
  });
});

describe('A history file with mistakes', () => {
  const problems = (change: (history: Loose) => void): string[] => {
    const history: Loose = JSON.parse(onDisk['history.json']);
    change(history);
    const { scenario } = theRealScenario();
    const reporter = reporterFor('history.json', history);
    checkHistory(History.parse(history), scenario, knownOf(scenario), reporter);
    return reporter.problems.map(({ sentence }) => sentence);
  };

  it('is told all of them at once, with the nearest id', () => {
    expect(
      problems((history) => {
        const { orders } = history.rounds[0];
        orders.persia = { moves: [] };
        orders.iran.answer.option = 'allowThenEnds';
        orders.turkey.moves[0].move = 'mendTie';
        orders.usa.moves[0].influence = undefined;
        history.events[0].event = 'coupAttemp';
        history.events[1].round = 2;
        history.events[3].date = '2016-12-07';
        history.indicators[0].level = 'control.alepo.government';
        history.indicators[1].id = history.indicators[0].id;
      }),
    ).toEqual([
      'history.json, rounds[0].orders.iran.answer.option: found "allowThenEnds", expected an option of hamedan; the nearest known is "allowThenEnd".',
      'history.json, rounds[0].orders.turkey.moves[0].move: found "mendTie", expected a move of turkey; the nearest known is "mendTies".',
      'history.json, rounds[0].orders.usa.moves[0].influence: found nothing, expected what was pressed, 1 to 3.',
      'history.json, rounds[0].orders.persia: found "persia", expected a capital.',
      'history.json, events[0].event: found "coupAttemp", expected an event; the nearest known is "coupAttempt".',
      'history.json, events[1].round: found 2, expected a round from 1 to 1.',
      'history.json, events[1].date: found 2016-08-01, which lies in round 1, expected a date in round 2, or a note that says why it is played there.',
      'history.json, events[3].date: found 2016-12-07, which lies in round 3, expected a date in round 2, or a note that says why it is played there.',
      'history.json, events[5].round: found event 4 of round 2, expected at most 3.',
      'history.json, indicators[0].level: found "control.alepo.government", expected a level; the nearest known is "control.aleppo.government".',
      'history.json, indicators[1].id: found "aleppoGovWinter" a second time, expected each id once.',
    ]);
  });

  it('may not misspell a key, nor cite a source that is not in the list', () => {
    const history: Loose = JSON.parse(whole['history.json']);
    history.indicators = [
      { id: 'one', level: 'issue.truce', round: 1, value: 5, sources: ['t9999'], confidence: 'high', note },
    ];
    history.rounds = [{ round: 1, orders: {} }];
    history.note = [];
    expect(sentences({ ...whole, 'history.json': JSON.stringify(history) })).toEqual([
      'history.json, note: found an unknown key, expected only format, rounds, events, indicators, fitted, notes; the nearest known is "notes".',
      'history.json, indicators[one].sources[0]: found "t9999", expected a key of sources.json; the nearest known is "t099".',
    ]);
  });

  it('finds the round of a date', () => {
    const starts = { year: 2016, month: 6 };
    expect(
      ['2016-05-31', '2016-06', '2016-08-31', '2016-09-01', '2017-02-20', '2018-05-21'].map((date) =>
        roundOfDate({ starts }, date),
      ),
    ).toEqual([0, 1, 1, 2, 3, 8]);
  });
});

describe('June 2016 to May 2018', () => {
  const { scenario, tables } = theRealScenario();
  const history = History.parse(JSON.parse(onDisk['history.json']));
  let played: PlayedHistory;
  let table: HistoryTable;
  beforeAll(() => {
    played = playHistory(tables, history);
    table = compareHistory(history, played.positions);
  });

  it('can be played: nothing that really happened is forbidden', () => {
    expect(played.forbidden.map(({ sentence }) => sentence)).toEqual([]);
    expect(history.rounds.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('comes out near the record', () => {
    expect(table.signShare).toBeGreaterThanOrEqual(historyBars.signs);
    expect(table.meanError).toBeLessThanOrEqual(historyBars.error);
    expect(table.rows.length).toBeGreaterThanOrEqual(50);
  });

  it('says of each event of the scenario when it happened, or why it is left out', () => {
    expect(history.events.map(({ event }) => event).sort()).toEqual(
      scenario.events.map(({ id }) => id).sort(),
    );
    const end = played.positions[8]!;
    for (const { event, round } of history.events)
      expect({ event, round: valueOf(end, `event.${event}`) }).toEqual({ event, round: round ?? 0 });
  });

  it('lets joint moves come about, since all whom they name ordered them', () => {
    const end = played.positions[8]!;
    for (const { round, orders } of history.rounds)
      for (const [capital, { moves }] of Object.entries(orders))
        for (const { move } of moves)
          expect({ round, capital, move, made: valueOf(end, `made.${capital}.${move}`) > 0 }).toEqual({
            round,
            capital,
            move,
            made: true,
          });
  });

  it('turns on the same hinges: Aleppo retaken, Raqqa in Kurdish-led hands, Afrin entered', () => {
    const end = played.positions[8]!;
    const happened = (event: string): string | undefined =>
      tables.events.find(({ id }) => id === event)?.cases[valueOf(end, `case.${event}`) - 1]?.id;
    expect(happened('aleppoWinter')).toBe('retaken');
    expect(happened('raqqaFalls')).toBe('kurdish');
    expect(happened('afrinOperation')).toBe('entered');
  });

  it('comes out the same each time it is played', () => {
    const again = playHistory(tables, history);
    expect(again.positions.map(({ cells }) => [...cells])).toEqual(
      played.positions.map(({ cells }) => [...cells]),
    );
  });

  it('speaks of each capital in most quarters, and gives sources for everything', () => {
    for (const { id } of scenario.capitals) {
      const quarters = history.rounds.filter(({ orders }) => orders[id] !== undefined);
      expect({ id, quarters: quarters.length }).toEqual({ id, quarters: 8 });
    }
    const sources = Object.keys(JSON.parse(readFileSync(sourcesFile, 'utf8')) as object);
    const cited = JSON.stringify(history).match(/"sources":\[[^\]]*\]/g) ?? [];
    for (const one of cited)
      for (const key of JSON.parse(one.slice(10)) as string[]) expect(sources).toContain(key);
  });

  // As they stood when the scenario was first read off the sources.
  const before = { aleppoDisplaced: 120, idlibDisplaced: 100, peopleFlee: 120 };

  it('says what its fitting was worth, by undoing what was fitted to outcomes', () => {
    const fired = [
      ['convoyHit', 'blame', 'truceUp'],
      ['astanaOpens', 'opened', 'truceUp'],
      ['afrinOperation', 'entered', 'kurdsRecognised'],
    ];
    const undone = compile({
      ...scenario,
      links: scenario.links.map((link) => ({
        ...link,
        strength: before[link.id as keyof typeof before] ?? link.strength,
      })),
      levels: scenario.levels.map((level) => (level.id === 'displaced' ? { ...level, drift: 800 } : level)),
      events: scenario.events.map((event) => ({
        ...event,
        cases: event.cases.map((one) => ({
          ...one,
          fires: one.fires.filter(
            ({ params }) =>
              !fired.some(([of, which, link]) => of === event.id && which === one.id && link === params.link),
          ),
        })),
      })),
    });
    const then = compareHistory(history, playHistory(undone, history).positions);
    const figures = [
      `${then.signsRight} of ${then.rows.length} indicators`,
      `instead of ${table.signsRight},`,
      `${(then.meanError / 100).toFixed(1)} points off instead of ${(table.meanError / 100).toFixed(1)}.`,
    ];
    for (const figure of figures) expect(history.notes[0]).toContain(figure);
    expect(then.signsRight).toBeLessThan(table.signsRight);
  });

  it('bends no strength beyond what its confidence allows', () => {
    for (const [id, first] of Object.entries(before)) {
      const link = scenario.links.find((one) => one.id === id)!;
      const most = (first * doubtOf[link.confidence]) / 10000;
      expect(Math.abs(link.strength - first)).toBeLessThanOrEqual(most);
    }
  });
});

const sourcesFile = new URL('../../assets/scenarios/tehran-2016/sources.json', import.meta.url);
