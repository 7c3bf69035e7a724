/** How pacts are judged, and what that does to trust, stakes and secrets. */
import { describe, expect, test } from 'vitest';
import type { Term } from '../../src/engine/deals/terms.ts';
import { aGame, pressFalls, secretLeaks } from './aGame.ts';
import type { GameSetup } from './aGame.ts';

const iranSurges: Term = { capital: 'iran', kind: 'stance', line: 'ground', stance: 'surge' };
const turkeyArms: Term = { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'arm' };
const turkeyRestrains: Term = { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' };
const iranStaysFirm: Term = { capital: 'iran', kind: 'stance', line: 'assad', stance: 'redLine' };
const presses: Term = { capital: 'iran', kind: 'make', move: 'pressConvoys' };

/** A serial number as it will be given: round, capital, audience (0 = public), how many. */
const serialOf = (round: number, capital: number, audience = 0, number = 1) =>
  ((round * 4 + capital) * 16 + audience) * 16 + number;
const iranAndTurkey = 0b0101;

describe('a pact that is kept', () => {
  test('at a cost to both raises trust by 1', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [iranSurges, turkeyArms] });
    game.play({ iran: ['surge'], turkey: ['armGroups'] });
    expect(game.deal(pact)).toMatchObject({
      state: 'kept',
      verdicts: { iran: 'keptAtCost', turkey: 'keptAtCost' },
    });
    expect(game.at('trust.iran.turkey')).toBe(7000);
    expect(game.at('trust.iran.usa')).toBe(5000);
  });

  test('cheaply by one of the two leaves trust as it is', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [iranSurges, turkeyRestrains] });
    game.play({ iran: ['surge'] });
    expect(game.deal(pact)).toMatchObject({
      state: 'kept',
      verdicts: { iran: 'keptAtCost', turkey: 'kept' },
    });
    expect(game.at('trust.iran.turkey')).toBe(5000);
  });

  test('raises trust once a pair a round, however many pacts were kept', () => {
    const game = aGame({ with: { 'influence.iran': 8, 'influence.turkey': 8 } });
    const visit: Term = { capital: 'iran', kind: 'make', move: 'visit' };
    const operate: Term = { capital: 'turkey', kind: 'make', move: 'operate' };
    game.pact('iran', { to: ['turkey'], terms: [iranSurges, turkeyArms] });
    game.pact('turkey', { to: ['iran'], terms: [visit, operate] });
    game.play({ iran: ['surge', 'visit'], turkey: ['armGroups', 'operate'] });
    expect(game.at('trust.iran.turkey')).toBe(7000);
    expect(game.changesOf('trust.iran.turkey')).toHaveLength(1);
  });

  test('is judged when its last round has been played', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [iranSurges, turkeyArms], until: 2 });
    game.play({ iran: ['surge'], turkey: ['armGroups'] });
    expect(game.deal(pact)?.state).toBe('inForce');
    game.play();
    expect(game.deal(pact)?.state).toBe('kept');
  });

  test('is not yet looked at before the round from which it binds', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [iranSurges], from: 2, until: 2 });
    game.play();
    expect(game.deal(pact)?.state).toBe('inForce');
    game.play({ iran: ['surge'] });
    expect(game.deal(pact)?.state).toBe('kept');
  });

  test('by forgoing costs something only if the move could have been made', () => {
    const could = aGame();
    const forgo: Term = { capital: 'iran', kind: 'forgo', move: 'surge' };
    const pact = could.pact('iran', { to: ['turkey'], terms: [forgo] });
    could.play();
    expect(could.deal(pact)?.verdicts['iran']).toBe('keptAtCost');
    const poor = aGame({ with: { 'influence.iran': 1 } });
    const cheap = poor.pact('iran', { to: ['turkey'], terms: [forgo] });
    poor.play();
    expect(poor.deal(cheap)?.verdicts['iran']).toBe('kept');
  });

  test('with the free joint move of friends costs nothing', () => {
    const game = aGame({ with: { 'trust.iran.turkey': 6000 } });
    const pact = game.pact('iran', {
      to: ['turkey'],
      terms: [
        { capital: 'iran', kind: 'make', move: 'unityStatement' },
        { capital: 'turkey', kind: 'make', move: 'unityStatement' },
      ],
    });
    game.play({ iran: ['unityStatement'], turkey: ['unityStatement'] });
    expect(game.deal(pact)?.verdicts).toEqual({ iran: 'kept', turkey: 'kept' });
    expect(game.at('trust.iran.turkey')).toBe(6000);
  });

  test('holds when a promised move is made in any of its rounds', () => {
    const game = aGame();
    const visit: Term = { capital: 'iran', kind: 'make', move: 'visit' };
    const pact = game.pact('iran', { to: ['turkey'], terms: [visit], until: 3 });
    game.play();
    game.play({ iran: ['visit'] });
    game.play();
    expect(game.deal(pact)?.verdicts['iran']).toBe('keptAtCost');
  });
});

describe('a pact that is breached', () => {
  const breach = (setup: GameSetup = {}, more: object = {}) => {
    const game = aGame(setup);
    const pact = game.pact('iran', { to: ['turkey'], terms: [iranSurges, turkeyRestrains], ...more });
    game.play();
    return { game, pact };
  };

  test('costs two steps of trust with the injured, one now and one in the next round', () => {
    const { game, pact } = breach({ with: { 'trust.iran.turkey': 9000 } });
    expect(game.deal(pact)).toMatchObject({
      state: 'breached',
      verdicts: { iran: 'breached', turkey: 'kept' },
    });
    expect(game.at('trust.iran.turkey')).toBe(7000);
    game.play();
    expect(game.at('trust.iran.turkey')).toBe(5000);
    game.play();
    expect(game.at('trust.iran.turkey')).toBe(5000);
  });

  test('costs one step with each witness', () => {
    const { game } = breach();
    expect(game.at('trust.iran.usa')).toBe(3000);
    expect(game.at('trust.iran.russia')).toBe(3000);
    expect(game.at('trust.turkey.usa')).toBe(5000);
  });

  test('has no witnesses where it is secret', () => {
    const { game } = breach(
      { dice: [secretLeaks(serialOf(1, 0, iranAndTurkey), 1, false)] },
      { secret: true },
    );
    expect(game.at('trust.iran.usa')).toBe(5000);
    expect(game.at('trust.iran.turkey')).toBe(3000);
  });

  test('gives the stake of the breaker to the injured', () => {
    const { game } = breach({}, { stake: 2 });
    // Carried over: 4 − 2 = 2 for Tehran, 2 of 4 for Ankara; then income, and 2 more for Ankara.
    expect(game.at('influence.iran')).toBe(2 + 4);
    expect(game.at('influence.turkey')).toBe(2 + 4 + 2);
  });

  test('takes a stake that is not there from the next income', () => {
    const { game } = breach({ with: { 'influence.iran': 0 } }, { stake: 2 });
    expect(game.at('influence.iran')).toBe(4 - 2);
  });

  test('shares the stake among several who were injured', () => {
    const game = aGame();
    game.pact('iran', { to: ['turkey', 'usa'], terms: [iranSurges, turkeyRestrains], stake: 2 });
    game.play();
    expect(game.at('influence.turkey')).toBe(2 + 4 + 1);
    expect(game.at('influence.usa')).toBe(2 + 4 + 1);
  });

  test('of two rounds ends in the round of the breach, and what the others still owed lapses', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [iranStaysFirm, turkeyRestrains], until: 3 });
    game.play({ iran: ['softenAssad'] });
    expect(game.deal(pact)).toMatchObject({
      state: 'breached',
      verdicts: { iran: 'breached', turkey: 'lapsed' },
    });
  });

  test('leaves who had tried by then with its try, and is put down to what the breaker did', () => {
    const dice = [pressFalls('iran.pressConvoys', 1, '-1')];
    const game = aGame({ dice, with: { 'trust.iran.turkey': 6000 } });
    const pact = game.pact('iran', { to: ['turkey'], terms: [presses, turkeyRestrains], until: 2 });
    const played = game.play({ iran: [{ move: 'pressConvoys', influence: 1 }], turkey: ['armGroups'] });
    expect(game.deal(pact)).toMatchObject({
      state: 'breached',
      verdicts: { iran: 'triedSeen', turkey: 'breached' },
    });
    const closed = played.find(
      ({ where, by }) =>
        where.endsWith('.state') &&
        where.startsWith('deal.') &&
        by.kind === 'verdict' &&
        !where.includes('.term.'),
    );
    expect(played.find(({ id }) => id === closed?.because)?.where).toBe('stance.turkey.opposition');
  });

  test('calls nobody a seen trier whom its partner could not see', () => {
    const dice = [pressFalls('iran.pressConvoys', 1, '-1')];
    const game = aGame({ dice, with: { 'trust.iran.turkey': 5000 } });
    const pact = game.pact('iran', { to: ['turkey'], terms: [presses, turkeyRestrains], until: 2 });
    game.play({ iran: [{ move: 'pressConvoys', influence: 1 }], turkey: ['armGroups'] });
    expect(game.deal(pact)).toMatchObject({ verdicts: { iran: 'lapsed', turkey: 'breached' } });
  });

  test('by a promised move that was not made is breached when its last round is over', () => {
    const game = aGame();
    const visit: Term = { capital: 'iran', kind: 'make', move: 'visit' };
    const pact = game.pact('iran', { to: ['turkey'], terms: [visit], until: 2 });
    game.play();
    expect(game.deal(pact)?.state).toBe('inForce');
    game.play();
    expect(game.deal(pact)?.state).toBe('breached');
  });

  test('by a move that was to be forgone is breached at once', () => {
    const game = aGame();
    const pact = game.pact('iran', {
      to: ['turkey'],
      terms: [{ capital: 'iran', kind: 'forgo', move: 'surge' }],
      until: 3,
    });
    game.play({ iran: ['surge'] });
    expect(game.deal(pact)?.state).toBe('breached');
  });

  test('twice takes no more than a step a round, until all is taken', () => {
    const game = aGame({ with: { 'trust.iran.turkey': 10000 } });
    const other: Term = { capital: 'iran', kind: 'make', move: 'visit' };
    game.pact('iran', { to: ['turkey'], terms: [iranSurges] });
    game.pact('iran', { to: ['turkey'], terms: [other] });
    const seen = [8000, 6000, 4000];
    for (const trust of seen) {
      game.play();
      expect(game.at('trust.iran.turkey')).toBe(trust);
    }
  });
});

describe('influence that is passed', () => {
  const passes: Term = { capital: 'iran', kind: 'pass', channel: 'gasPrice', amount: 2 };

  test('is paid at the reveal and counts for the other in the next round', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [passes] });
    game.play();
    expect(game.deal(pact)?.verdicts['iran']).toBe('keptAtCost');
    expect(game.at('influence.iran')).toBe(4 - 2 + 4);
    expect(game.at('influence.turkey')).toBe(2 + 4 + 2);
  });

  test('can be held back, which is a breach', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [passes] });
    game.play({ iran: { moves: [], withhold: [pact] } });
    expect(game.deal(pact)?.verdicts['iran']).toBe('breached');
    expect(game.at('influence.turkey')).toBe(2 + 4);
  });

  test('cannot be passed by who has spent it, which is a breach', () => {
    const game = aGame();
    const pact = game.pact('iran', { to: ['turkey'], terms: [passes] });
    game.play({ iran: ['surge', 'softenAssad'] });
    expect(game.deal(pact)?.verdicts['iran']).toBe('breached');
  });
});

describe('a try that did not deliver', () => {
  /** Iran promises to press Damascus, presses, and is refused (1 + 2 − 3 − 2 + 0 = −2). */
  const tried = (trust: number) => {
    const game = aGame({
      with: { 'trust.iran.turkey': trust, 'confidence.damascus': 7500 },
      dice: [pressFalls('iran.pressConvoys', 1, '0')],
    });
    const pact = game.pact('iran', { to: ['turkey'], terms: [presses, turkeyRestrains], stake: 1 });
    game.play({ iran: [{ move: 'pressConvoys', influence: 1 }] });
    return { game, pact };
  };

  test('is no breach', () => {
    const { game, pact } = tried(6000);
    expect(game.deal(pact)).toMatchObject({ state: 'tried', verdicts: { turkey: 'kept' } });
    expect(game.at('influence.turkey')).toBe(2 + 4);
  });

  test('costs no trust where it was seen, at trust 3 or more', () => {
    const { game, pact } = tried(6000);
    expect(game.deal(pact)?.verdicts['iran']).toBe('triedSeen');
    expect(game.at('trust.iran.turkey')).toBe(6000);
  });

  test('costs one step where it was not seen', () => {
    const { game, pact } = tried(5999);
    expect(game.deal(pact)?.verdicts['iran']).toBe('triedUnseen');
    expect(game.at('trust.iran.turkey')).toBe(3999);
    expect(game.at('trust.iran.usa')).toBe(5000);
  });

  test('can be proved by showing the cable for 1 influence in the next talks', () => {
    const { game, pact } = tried(5999);
    const before = game.at('influence.iran');
    game.take({ seat: 'iran', round: 2, kind: 'cable', pact });
    expect(game.deal(pact)?.verdicts['iran']).toBe('triedSeen');
    expect(game.at('trust.iran.turkey')).toBe(5999);
    expect(game.at('influence.iran')).toBe(before - 1);
    expect(game.why({ seat: 'iran', round: 2, kind: 'cable', pact })).toBe('noCable');
  });

  test('cannot be proved later, by others, or without influence', () => {
    const { game, pact } = tried(5999);
    expect(game.why({ seat: 'turkey', round: 2, kind: 'cable', pact })).toBe('noCable');
    game.position.cells[game.tables.layout.cell('influence.iran')] = 0;
    expect(game.why({ seat: 'iran', round: 2, kind: 'cable', pact })).toBe('influence');
    game.play();
    expect(game.why({ seat: 'iran', round: 3, kind: 'cable', pact })).toBe('noCable');
  });

  test('brings back by its cable only what was lost for it', () => {
    const { game, pact } = tried(500);
    expect(game.at('trust.iran.turkey')).toBe(0);
    game.take({ seat: 'iran', round: 2, kind: 'cable', pact });
    expect(game.at('trust.iran.turkey')).toBe(500);
  });

  test('is made up only with partners who had not seen it', () => {
    const seen = aGame({
      with: { 'trust.iran.turkey': 5000, 'trust.iran.usa': 6000, 'confidence.damascus': 7500 },
      dice: [pressFalls('iran.pressConvoys', 1, '0')],
    });
    const other = seen.pact('iran', { to: ['turkey', 'usa'], terms: [presses], stake: 1 });
    seen.play({ iran: [{ move: 'pressConvoys', influence: 1 }] });
    expect(seen.at('trust.iran.usa')).toBe(6000);
    expect(seen.at('trust.iran.turkey')).toBe(3000);
    seen.take({ seat: 'iran', round: 2, kind: 'cable', pact: other });
    expect(seen.at('trust.iran.usa')).toBe(6000);
    expect(seen.at('trust.iran.turkey')).toBe(5000);
  });

  test('whose cable was shown leaves no room for more trust in the same round', () => {
    const { game, pact } = tried(5999);
    game.take({ seat: 'iran', round: 2, kind: 'cable', pact });
    game.pact('iran', { to: ['turkey'], terms: [iranSurges, turkeyArms] });
    game.play({ iran: ['surge'], turkey: ['armGroups'] });
    // 3999 after round 1; no more than a step above that after round 2.
    expect(game.at('trust.iran.turkey')).toBe(5999);
    expect(game.changesOf('trust.iran.turkey').map(({ by }) => by.kind)).toEqual(['trust', 'limit']);
  });

  test('that succeeds in a later round of the pact has delivered', () => {
    const game = aGame({
      with: { 'confidence.damascus': 7500 },
      dice: [pressFalls('iran.pressConvoys', 1, '0'), pressFalls('iran.pressConvoys', 2, '0')],
    });
    const pact = game.pact('iran', { to: ['turkey'], terms: [presses], until: 2 });
    game.play({ iran: [{ move: 'pressConvoys', influence: 1 }] });
    game.position.cells[game.tables.layout.cell('confidence.damascus')] = 0;
    game.play({ iran: [{ move: 'pressConvoys', influence: 3 }] });
    expect(game.deal(pact)?.verdicts['iran']).toBe('keptAtCost');
  });

  test('may also be a joint move that the others did not order', () => {
    const game = aGame();
    const pact = game.pact('usa', {
      to: ['turkey'],
      terms: [{ capital: 'usa', kind: 'make', move: 'jointCentre' }, turkeyRestrains],
    });
    game.play({ usa: ['jointCentre'] });
    expect(game.deal(pact)?.state).toBe('tried');
  });

  test('may also be shown as tied hands', () => {
    const game = aGame({ with: { 'frozen.iran': 1, 'lowHome.iran': 2, 'home.iran': 2000 } });
    const pact = game.pact('iran', {
      to: ['turkey'],
      terms: [{ capital: 'iran', kind: 'stance', line: 'assad', stance: 'flexible' }],
    });
    game.play();
    expect(game.deal(pact)?.state).toBe('tried');
  });
});

describe('a secret', () => {
  const secret = (leaks: boolean, terms: Term[], orders = {}) => {
    const serial = serialOf(1, 0, iranAndTurkey);
    const game = aGame({ dice: [secretLeaks(serial, 1, leaks)] });
    expect(game.pact('iran', { to: ['turkey'], terms, secret: true, until: 3 })).toBe(serial);
    game.play(orders);
    return { game, pact: game.deal(serial) };
  };

  test('leaks one time in six a round', () => {
    expect(secret(true, [turkeyRestrains]).pact?.leaked).toBe(true);
    expect(secret(false, [turkeyRestrains]).pact?.leaked).toBe(false);
  });

  test('that contradicts a public line costs home 1 when it leaks', () => {
    const soften: Term = { capital: 'iran', kind: 'make', move: 'softenAssad' };
    const { game } = secret(true, [soften, turkeyRestrains]);
    expect(game.at('home.iran')).toBe(5000 - 2000);
    expect(game.at('home.turkey')).toBe(5000);
  });

  test('that contradicts nothing costs nothing when it leaks', () => {
    const { game } = secret(true, [turkeyRestrains, iranStaysFirm]);
    expect(game.at('home.iran')).toBe(5000);
  });

  test('leaks twice as easily while one of its members issues a joint statement with somebody else', () => {
    const serial = serialOf(1, 1, 0b0011);
    const statement = { iran: ['unityStatement'], turkey: ['unityStatement'] };
    const on = () =>
      aGame({ dice: [{ rule: 'leak', round: 1, n: serial, below: 6, is: (thrown) => thrown === 1 }] });
    const terms: Term[] = [{ capital: 'russia', kind: 'forgo', move: 'surge' }];
    for (const [orders, leaked] of [
      [{}, false],
      [statement, true],
    ] as const) {
      const game = on();
      expect(game.pact('russia', { to: ['iran'], terms, secret: true, until: 2 })).toBe(serial);
      game.play(orders);
      expect(game.deal(serial)?.leaked).toBe(leaked);
    }
  });

  test('never leaks where leaks are off', () => {
    const serial = serialOf(1, 0, iranAndTurkey);
    const game = aGame({ dice: [secretLeaks(serial, 1, true)], layers: ['secrecy'] });
    game.pact('iran', { to: ['turkey'], terms: [turkeyRestrains], secret: true, until: 3 });
    game.play();
    expect(game.deal(serial)?.leaked).toBe(false);
  });

  test('that has leaked has witnesses when it is breached later', () => {
    const { game } = secret(true, [iranStaysFirm]);
    game.play({ iran: ['softenAssad'] });
    expect(game.at('trust.iran.usa')).toBe(3000);
  });
});

describe('a pact and the election of another government', () => {
  const elected = (setup: GameSetup = {}) =>
    aGame({
      ...setup,
      change: (draft) => {
        draft.capitals[3]!.redrawsAfter = 'election';
        draft.events.push({
          id: 'election',
          rounds: [2, 2],
          chance: 10000,
          cases: [{ id: 'other', fires: [] }],
          sources: ['own'],
          confidence: 'high',
        });
      },
      dice: [
        { rule: 'handover', round: 2, n: serialOf(1, 3), below: 2, is: (thrown) => thrown === 0 },
        { rule: 'handover', round: 2, n: serialOf(1, 3, 0, 2), below: 2, is: (thrown) => thrown === 1 },
      ],
    });
  const promise: Term = { capital: 'usa', kind: 'stance', line: 'moscow', stance: 'plan' };

  test('may not bind the next administration: one in two lapses without a breach', () => {
    const game = elected();
    const first = game.pact('usa', { to: ['turkey'], terms: [promise], until: 4 });
    const second = game.pact('usa', { to: ['turkey'], terms: [promise, turkeyRestrains], until: 4 });
    game.play();
    game.play();
    expect(game.deal(first)).toMatchObject({
      state: 'lapsed',
      verdicts: { usa: 'lapsed', turkey: 'lapsed' },
    });
    expect(game.deal(second)?.state).toBe('inForce');
    expect(game.at('trust.turkey.usa')).toBe(5000);
  });

  test('is left alone where instructions are off', () => {
    const game = elected({ layers: [] });
    const first = game.pact('usa', { to: ['turkey'], terms: [promise], until: 4 });
    game.play();
    game.play();
    expect(game.deal(first)?.state).toBe('inForce');
  });

  test('of others is left alone', () => {
    const game = elected();
    const others = game.pact('iran', { to: ['turkey'], terms: [iranStaysFirm], until: 4 });
    game.play();
    game.play();
    expect(game.deal(others)?.state).toBe('inForce');
  });
});
