/** What moves do and cost. */
import { describe, expect, test } from 'vitest';
import { openMove, pricesOf } from '../../src/engine/orders.ts';
import { aGame } from './aGame.ts';
import type { Draft } from './smallScenario.ts';

describe('influence', () => {
  test('a capital starts with 4', () => {
    expect(aGame().at('influence.usa')).toBe(4);
  });

  test('content at home (step 3) starts and goes on with one more', () => {
    const game = aGame({ change: (draft) => (draft.capitals[0]!.home.start = 6000) });
    expect(game.at('influence.iran')).toBe(5);
    game.play();
    expect(game.at('influence.iran')).toBe(2 + 4 + 1);
  });

  test('unrest at home (step 1) costs one', () => {
    const game = aGame({ change: (draft) => (draft.capitals[0]!.home.start = 3999) });
    expect(game.at('influence.iran')).toBe(3);
  });

  test('a heavy stance at the start is paid for from the first round on', () => {
    const game = aGame({
      change: (draft) => (draft.capitals[2]!.machine.states['opposition']!.initial = 'arm'),
    });
    expect(game.at('influence.turkey')).toBe(3);
  });

  test('at most 2 are carried over', () => {
    const game = aGame();
    game.play();
    expect(game.at('influence.iran')).toBe(6);
    game.play();
    expect(game.at('influence.iran')).toBe(6);
    game.play({ iran: ['surge', 'softenAssad'] });
    expect(game.at('influence.iran')).toBe(2 + 4 - 1);
  });

  test('it is never less than nothing', () => {
    const game = aGame({ with: { 'influence.russia': 0, 'home.russia': 0 } });
    game.play();
    expect(game.at('influence.russia')).toBe(3);
  });
});

describe('a step', () => {
  test('changes a stance along an arrow and costs 1', () => {
    const game = aGame();
    game.play({ iran: ['softenAssad'] });
    expect(game.stance('iran', 'assad')).toBe('flexible');
    expect(game.at('influence.iran')).toBe(Math.min(2, 4 - 1) + 4);
  });

  test('cannot be taken from a stance that it does not leave', () => {
    const game = aGame();
    expect(game.why(game.lock('iran', 'hardenAssad'))).toBe('notFromHere');
  });

  test('to a heavy stance costs 2, and 1 a round while it lasts', () => {
    const game = aGame();
    game.play({ russia: ['surge'] });
    expect(game.at('influence.russia')).toBe(2 + 4 - 1);
    game.play({ russia: ['loosenOnAssad', 'openTheAir'] });
    expect(game.at('influence.russia')).toBe(2 + 4 - 1);
    game.play({ russia: ['drawDown'] });
    expect(game.at('influence.russia')).toBe(2 + 4);
  });

  test('may cost less while another capital stands where it helps', () => {
    const game = aGame();
    expect(game.why(game.lock('turkey', 'operate'))).toBe('accepted');
    expect(game.why(game.lock('turkey', 'operate', 'armGroups'))).toBe('influence');
    game.play({ russia: ['openTheAir'] });
    game.position.cells[game.tables.layout.cell('influence.turkey')] = 4;
    expect(game.why(game.lock('turkey', 'operate', 'armGroups'))).toBe('accepted');
  });

  test('is priced and allowed by what stood at the close of talks, not by what others do in the same round', () => {
    const game = aGame();
    const before = game.at('influence.turkey');
    game.play({ russia: ['openTheAir'], turkey: ['operate'] });
    const paid = game.changes.find(({ by }) => by.kind === 'price' && by.id === 'turkey.operate');
    expect(paid).toMatchObject({ from: before, to: before - 4 });
  });
});

describe('an act', () => {
  test('is done once', () => {
    const game = aGame();
    game.play({ iran: ['visit'] });
    expect(game.stance('iran', 'assad')).toBe('redLine');
    expect(game.why(game.lock('iran', 'visit'))).toBe('once');
  });

  test('may be done again after the rounds its author says', () => {
    const game = aGame();
    game.play({ iran: ['statement'] });
    expect(game.why(game.lock('iran', 'statement'))).toBe('again');
    game.play();
    expect(game.why(game.lock('iran', 'statement'))).toBe('accepted');
  });
});

describe('a joint move', () => {
  test('happens when all whom it names order it in the same round', () => {
    const game = aGame();
    game.play({ iran: ['unityStatement'], turkey: ['unityStatement'] });
    expect(game.at('made.iran.unityStatement')).toBe(1);
    expect(game.at('made.turkey.unityStatement')).toBe(1);
    expect(game.at('influence.iran')).toBe(2 + 4);
  });

  test('does not happen when one of them does not order it, and is paid for all the same', () => {
    const game = aGame();
    game.play({ usa: ['jointCentre'] });
    expect(game.at('made.usa.jointCentre')).toBe(0);
    expect(game.at('tried.usa.jointCentre')).toBe(1);
    expect(game.changes.some(({ by }) => by.kind === 'price' && by.id === 'usa.jointCentre')).toBe(true);
  });

  /** A second joint move with the same partner, in the other line. */
  const aPatrol = (cost: number) => (draft: Draft) => {
    const iran = draft.capitals[0]!.machine.states['ground']!;
    const turkey = draft.capitals[2]!.machine.states['opposition']!;
    for (const [line, stances] of [
      [iran, ['advisers', 'surge']],
      [turkey, ['arm', 'restrain']],
    ] as const) {
      line.meta.moves['patrol'] = {
        kind: 'joint',
        cost,
        joint: { id: 'patrol', all: ['iran', 'turkey'] },
        sources: ['own'],
        confidence: 'high',
      };
      for (const stance of stances) (line.states[stance]!.on ??= {})['patrol'] = [{ target: stance }];
    }
  };

  test('is free from trust 3 on, once a round', () => {
    const game = aGame({ with: { 'trust.iran.turkey': 6000, 'influence.iran': 0 }, change: aPatrol(1) });
    expect(game.why(game.lock('iran', 'unityStatement'))).toBe('accepted');
    expect(game.why(game.lock('iran', 'patrol'))).toBe('accepted');
    expect(game.why(game.lock('iran', 'unityStatement', 'patrol'))).toBe('influence');
  });

  test('is not free below trust 3', () => {
    const game = aGame({ with: { 'trust.iran.turkey': 5999, 'influence.iran': 0 } });
    expect(game.why(game.lock('iran', 'unityStatement'))).toBe('influence');
  });

  test('that is free is the dearest of those that could be, whatever the order in which they stand', () => {
    const game = aGame({ with: { 'trust.iran.turkey': 8000 }, change: aPatrol(2) });
    const iran = game.tables.capitals[0]!;
    const unity = iran.moves.find(({ id }) => id === 'unityStatement')!;
    const dear = iran.moves.find(({ id }) => id === 'patrol')!;
    const prices = (moves: (typeof unity)[]) =>
      pricesOf(
        game.tables,
        game.position.cells,
        moves.map((move) => ({ move, influence: 0 })),
      );
    expect(prices([unity, dear])).toEqual([1, 0]);
    expect(prices([dear, unity])).toEqual([0, 1]);
  });
});

describe('orders', () => {
  test('hold at most two moves, or three in a long game', () => {
    const three = ['surge', 'loosenOnAssad', 'openTheAir'] as const;
    const game = aGame();
    expect(game.why(game.lock('russia', ...three))).toBe('tooManyMoves');
    const long = aGame({ moves: 3 });
    expect(long.why(long.lock('russia', ...three))).toBe('accepted');
  });

  test('hold at most one move a line', () => {
    const game = aGame();
    expect(game.why(game.lock('iran', 'visit', 'softenAssad'))).toBe('oneALine');
  });

  test('cannot cost more than there is', () => {
    const game = aGame({ with: { 'influence.iran': 2 } });
    expect(game.why(game.lock('iran', 'surge', 'softenAssad'))).toBe('influence');
    expect(game.why(game.lock('iran', 'surge'))).toBe('accepted');
  });

  test('name only moves that are there', () => {
    const game = aGame();
    expect(game.why(game.lock('iran', 'operate'))).toBe('noSuchMove');
  });

  test('are locked once', () => {
    const game = aGame();
    game.take(game.lock('iran', 'surge'));
    expect(game.why(game.lock('iran'))).toBe('locked');
  });

  test('that were legal when locked are carried out, whatever others do', () => {
    const game = aGame({
      change: (draft) => {
        const confront = draft.capitals[3]!.machine.states['moscow']!.states['plan']!.on!['confront']!;
        confront[0]!.guard = {
          type: 'stanceIs',
          params: { of: 'russia', line: 'campaign', stance: 'sustained' },
        };
      },
    });
    game.play({ russia: ['surge'], usa: ['confront'] });
    expect(game.stance('usa', 'moscow')).toBe('confront');
  });

  test('may be withheld influence only from a pact that the capital is in', () => {
    const game = aGame();
    expect(game.why(game.lockWith('iran', { moves: [], withhold: [77] }))).toBe('noSuchOffer');
  });
});

describe('a decision of the quarter', () => {
  const dilemma = {
    id: 'militias',
    capital: 'iran',
    round: 1,
    options: [
      { id: 'hold', cost: 1, fires: [], sources: ['own'], confidence: 'high' as const, seen: true },
      { id: 'join', cost: 2, fires: [], sources: ['own'], confidence: 'high' as const, seen: true },
      { id: 'silent', fires: [], sources: ['own'], confidence: 'high' as const, seen: false },
    ],
    silence: 'silent',
    sources: ['own'],
    confidence: 'high' as const,
  };
  const withDilemma = (more: object = {}) =>
    aGame({ change: (draft) => draft.decisions.push({ ...dilemma, ...more }) });

  test('is answered with one of its options, which may cost', () => {
    const game = withDilemma();
    game.play({ iran: { answer: 'join', moves: [{ move: 'surge' }] } });
    expect(game.at('answer.militias')).toBe(2);
    expect(game.at('influence.iran')).toBe(0 + 4 - 1);
  });

  test('costs count together with the moves', () => {
    const game = withDilemma();
    const orders = { answer: 'join', moves: [{ move: 'surge' }, { move: 'visit' }] };
    expect(game.why(game.lockWith('iran', orders))).toBe('influence');
  });

  test('is answered by silence where nothing is said', () => {
    const game = withDilemma();
    game.play();
    expect(game.at('answer.militias')).toBe(3);
  });

  test('costs nothing to be silent on, said or unsaid', () => {
    const game = withDilemma({ silence: 'hold' });
    const before = game.at('influence.iran');
    game.play({ iran: { answer: 'hold', moves: [] } });
    expect(
      game.changes.filter(({ where, by }) => where === 'influence.iran' && by.kind === 'answer'),
    ).toEqual([]);
    expect(before).toBe(4);
    const poor = withDilemma({ silence: 'hold' });
    poor.position.cells[poor.tables.layout.cell('influence.iran')] = 0;
    poor.play();
    expect(poor.at('influence.iran')).toBe(4);
  });

  test('is put to one capital in its own round', () => {
    const game = withDilemma();
    expect(game.why(game.lockWith('usa', { answer: 'join', moves: [] }))).toBe('noSuchOption');
    game.play();
    expect(game.why(game.lockWith('iran', { answer: 'join', moves: [] }))).toBe('noSuchOption');
  });

  test('has no such option as another one', () => {
    const game = withDilemma();
    expect(game.why(game.lockWith('iran', { answer: 'fly', moves: [] }))).toBe('noSuchOption');
  });
});

describe('tied hands', () => {
  test('two rounds at home step 1 or less freeze one line', () => {
    const game = aGame({ with: { 'home.iran': 3900 } });
    game.play();
    expect(game.at('frozen.iran')).toBe(0);
    game.play();
    expect(game.at('frozen.iran')).toBe(1);
    expect(game.why(game.lock('iran', 'softenAssad'))).toBe('tiedHands');
    expect(game.why(game.lock('iran', 'surge'))).toBe('accepted');
  });

  test('hands are free again when home has recovered', () => {
    const game = aGame({ with: { 'home.iran': 3900 } });
    game.play();
    game.play();
    game.position.cells[game.tables.layout.cell('home.iran')] = 4000;
    game.play();
    expect(game.at('frozen.iran')).toBe(0);
    const move = game.tables.capitals[0]!.moves.find(({ id }) => id === 'softenAssad')!;
    expect('take' in openMove(game.tables, game.position.cells, move)).toBe(true);
  });
});
