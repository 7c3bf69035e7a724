/** Offers, answers, and what talks allow. */
import { describe, expect, test } from 'vitest';
import type { Term } from '../../src/engine/deals/terms.ts';
import { aGame } from './aGame.ts';

const keepsOut: Term = { capital: 'iran', kind: 'forgo', move: 'surge' };
const restrains: Term = { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' };
const terms = [keepsOut, restrains];
const toTurkey = { to: ['turkey'], terms };

describe('an offer', () => {
  test('goes from one capital to one, two or three others', () => {
    const game = aGame();
    expect(game.why(game.offer('iran', { to: [], terms }))).toBe('offerMembers');
    expect(game.why(game.offer('iran', { to: ['iran'], terms }))).toBe('offerMembers');
    expect(game.why(game.offer('iran', { to: ['nobody'], terms }))).toBe('offerMembers');
    expect(game.why(game.offer('iran', toTurkey))).toBe('accepted');
    expect(game.why(game.offer('iran', { to: ['turkey', 'usa', 'russia'], terms }))).toBe('accepted');
  });

  test('holds at most two terms a capital, each once', () => {
    const game = aGame();
    const iran: Term[] = [
      keepsOut,
      { capital: 'iran', kind: 'stance', line: 'assad', stance: 'flexible' },
      { capital: 'iran', kind: 'make', move: 'visit' },
    ];
    expect(game.why(game.offer('iran', { to: ['turkey'], terms: [] }))).toBe('noTerms');
    expect(game.why(game.offer('iran', { to: ['turkey'], terms: iran }))).toBe('tooManyTerms');
    expect(game.why(game.offer('iran', { to: ['turkey'], terms: [keepsOut, keepsOut] }))).toBe(
      'sameTermTwice',
    );
    expect(game.why(game.offer('iran', { to: ['turkey'], terms: [...iran.slice(1), restrains] }))).toBe(
      'accepted',
    );
  });

  test('may ask for a stance, a move made or forgone, a press, and influence by a named channel', () => {
    const game = aGame();
    for (const term of [
      restrains,
      { capital: 'turkey', kind: 'make', move: 'restrainGroups' },
      { capital: 'turkey', kind: 'forgo', move: 'operate' },
      { capital: 'iran', kind: 'make', move: 'pressConvoys' },
      { capital: 'iran', kind: 'pass', channel: 'gasPrice', amount: 2 },
    ] as Term[])
      expect(game.why(game.offer('iran', { to: ['turkey'], terms: [term] }))).toBe('accepted');
  });

  test('names only what is there', () => {
    const game = aGame();
    const why = (term: Term) => game.why(game.offer('iran', { to: ['turkey'], terms: [term] }));
    expect(why({ capital: 'usa', kind: 'make', move: 'strike' })).toBe('termOfStranger');
    expect(why({ capital: 'iran', kind: 'make', move: 'operate' })).toBe('noSuchMove');
    expect(why({ capital: 'iran', kind: 'stance', line: 'assad', stance: 'surge' })).toBe('noSuchStance');
    expect(why({ capital: 'iran', kind: 'pass', channel: 'charterFlights', amount: 1 })).toBe(
      'noSuchChannel',
    );
    expect(why({ capital: 'iran', kind: 'pass', channel: 'gasPrice', amount: 3 })).toBe('passAmount');
    expect(why({ capital: 'iran', kind: 'pass', channel: 'gasPrice', amount: 0 })).toBe('passAmount');
  });

  test('binds from one round until another, not in the past and not beyond the game', () => {
    const game = aGame({ rounds: 5 });
    game.play();
    const why = (from: number, until: number) => game.why(game.offer('iran', { ...toTurkey, from, until }));
    expect(why(1, 2)).toBe('offerRounds');
    expect(why(3, 2)).toBe('offerRounds');
    expect(why(2, 6)).toBe('offerTooLong');
    expect(why(2, 5)).toBe('accepted');
    expect(why(4, 5)).toBe('accepted');
  });

  test('carries a stake of 0 to 2', () => {
    const game = aGame();
    expect(game.why(game.offer('iran', { ...toTurkey, stake: 2 }))).toBe('accepted');
    expect(game.why(game.offer('iran', { ...toTurkey, stake: 3 }))).toBe('stakeAmount');
    expect(game.why(game.offer('iran', { ...toTurkey, stake: -1 }))).toBe('stakeAmount');
  });

  test('needs a stake where trust is 1 or less between any two of its members', () => {
    const game = aGame({ with: { 'trust.iran.turkey': 3999 } });
    expect(game.why(game.offer('iran', toTurkey))).toBe('needsStake');
    expect(game.why(game.offer('iran', { ...toTurkey, stake: 1 }))).toBe('accepted');
    expect(game.why(game.offer('usa', { to: ['iran', 'turkey'], terms }))).toBe('needsStake');
    expect(game.why(game.offer('iran', { to: ['usa'], terms: [keepsOut] }))).toBe('accepted');
  });

  test('cannot be secret, staked or warned of where that layer is off', () => {
    const game = aGame({ layers: [], with: { 'trust.iran.turkey': 0 } });
    expect(game.why(game.offer('iran', { ...toTurkey, secret: true }))).toBe('layerOff');
    expect(game.why(game.offer('iran', { ...toTurkey, stake: 1 }))).toBe('layerOff');
    expect(game.why(game.offer('iran', toTurkey))).toBe('accepted');
  });

  test('is one of at most two that a capital has out', () => {
    const game = aGame();
    game.propose('iran', toTurkey);
    const second = game.propose('iran', { to: ['usa'], terms: [keepsOut] });
    expect(game.why(game.offer('iran', toTurkey))).toBe('offersOut');
    game.take({ seat: 'iran', round: 1, kind: 'withdraw', offer: second });
    expect(game.why(game.offer('iran', toTurkey))).toBe('accepted');
    expect(game.why(game.offer('turkey', { to: ['iran'], terms }))).toBe('accepted');
  });

  test('can be taken back by who made it, and by nobody else', () => {
    const game = aGame();
    const offer = game.propose('iran', toTurkey);
    expect(game.why({ seat: 'turkey', round: 1, kind: 'withdraw', offer })).toBe('noSuchOffer');
    game.take({ seat: 'iran', round: 1, kind: 'withdraw', offer });
    expect(game.deal(offer)?.state).toBe('withdrawn');
    expect(game.why(game.accept('turkey', offer))).toBe('noSuchOffer');
  });

  test('lapses when the round is played without an answer', () => {
    const game = aGame();
    const offer = game.propose('iran', { ...toTurkey, until: 3 });
    game.play();
    expect(game.deal(offer)?.state).toBe('expired');
    game.play();
    expect(game.deal(offer)).toBeUndefined();
  });
});

describe('an answer', () => {
  test('of all makes a pact', () => {
    const game = aGame();
    const offer = game.propose('iran', { to: ['turkey', 'usa'], terms });
    game.take(game.accept('turkey', offer));
    expect(game.deal(offer)).toMatchObject({ state: 'proposed', accepted: ['iran', 'turkey'] });
    game.take(game.accept('usa', offer));
    expect(game.deal(offer)).toMatchObject({ state: 'inForce', members: ['iran', 'turkey', 'usa'] });
  });

  test('cannot be given twice, nor by who is not asked', () => {
    const game = aGame();
    const offer = game.propose('iran', { to: ['turkey', 'usa'], terms });
    game.take(game.accept('turkey', offer));
    expect(game.why(game.accept('turkey', offer))).toBe('alreadyAccepted');
    expect(game.why(game.accept('iran', offer))).toBe('alreadyAccepted');
    expect(game.why(game.accept('russia', offer))).toBe('noSuchOffer');
    expect(game.why(game.accept('usa', 12345))).toBe('noSuchOffer');
    expect(game.why(game.accept('usa', 0))).toBe('noSuchOffer');
  });

  test('may be to decline: then it is over for all', () => {
    const game = aGame();
    const offer = game.propose('iran', { to: ['turkey', 'usa'], terms });
    game.take(game.accept('usa', offer));
    game.take({ seat: 'turkey', round: 1, kind: 'answer', offer, answer: 'decline' });
    expect(game.deal(offer)?.state).toBe('declined');
    expect(game.why(game.accept('usa', offer))).toBe('noSuchOffer');
  });

  test('may be to counter once, with other terms that all others must accept anew', () => {
    const game = aGame();
    const offer = game.propose('iran', { to: ['turkey', 'usa'], terms });
    game.take(game.accept('usa', offer));
    const other: Term[] = [{ capital: 'iran', kind: 'stance', line: 'assad', stance: 'flexible' }];
    const counter = { round: 1, kind: 'answer', offer, answer: 'counter', terms: other } as const;
    game.take({ seat: 'turkey', ...counter });
    expect(game.deal(offer)).toMatchObject({
      state: 'countered',
      accepted: ['turkey'],
      terms: other,
      by: 'iran',
    });
    expect(game.why({ seat: 'usa', ...counter })).toBe('counteredOnce');
    game.take(game.accept('usa', offer));
    game.take(game.accept('iran', offer));
    expect(game.deal(offer)?.state).toBe('inForce');
  });

  test('with counter terms is checked like an offer', () => {
    const game = aGame();
    const offer = game.propose('iran', toTurkey);
    const counter = { seat: 'turkey', round: 1, kind: 'answer', offer, answer: 'counter' } as const;
    expect(game.why({ ...counter, terms: [] })).toBe('noTerms');
    expect(game.why({ ...counter, terms: [{ capital: 'usa', kind: 'make', move: 'strike' }] })).toBe(
      'termOfStranger',
    );
  });

  test('cannot bring a capital into a fourth pact in force', () => {
    const game = aGame();
    for (const other of ['turkey', 'usa', 'russia'])
      game.pact('iran', { to: [other], terms: [keepsOut], until: 4 });
    const fourth = game.propose('turkey', { to: ['iran'], terms });
    expect(game.why(game.accept('iran', fourth))).toBe('pactsFull');
  });
});

describe('talks', () => {
  test('close with the first lock', () => {
    const game = aGame();
    const offer = game.propose('iran', toTurkey);
    game.take(game.lock('usa'));
    expect(game.why(game.accept('turkey', offer))).toBe('talksClosed');
    expect(game.why(game.offer('turkey', { to: ['iran'], terms }))).toBe('talksClosed');
    expect(game.why({ seat: 'iran', round: 1, kind: 'debrief' })).toBe('talksClosed');
    expect(game.why(game.lock('turkey', 'operate'))).toBe('accepted');
  });

  test('open again when the round has been played', () => {
    const game = aGame();
    game.play();
    expect(game.why(game.offer('iran', toTurkey))).toBe('accepted');
  });

  test('take only decisions of the round that is talked about, from capitals that are there', () => {
    const game = aGame();
    expect(game.why({ ...game.offer('iran', toTurkey), round: 2 })).toBe('wrongRound');
    expect(game.why({ ...game.offer('iran', toTurkey), seat: 'paris' })).toBe('noSuchCapital');
  });
});

describe('a public pact', () => {
  const guarded = () =>
    aGame({
      change: (draft) => {
        draft.capitals[3]!.machine.states['moscow']!.states['plan']!.on!['confront']![0]!.guard = {
          type: 'pactInForce',
          params: { between: ['turkey', 'iran'] },
        };
      },
    });

  test('can be read by guards while it binds', () => {
    const game = guarded();
    expect(game.why(game.lock('usa', 'confront'))).toBe('guard');
    game.pact('iran', toTurkey);
    expect(game.why(game.lock('usa', 'confront'))).toBe('accepted');
    game.play();
    expect(game.why(game.lock('usa', 'confront'))).toBe('guard');
  });

  test('is not read before the round from which it binds', () => {
    const game = guarded();
    game.pact('iran', { ...toTurkey, from: 2, until: 3 });
    expect(game.why(game.lock('usa', 'confront'))).toBe('guard');
    game.play();
    expect(game.why(game.lock('usa', 'confront'))).toBe('accepted');
  });

  test('is not read where it is secret', () => {
    const game = guarded();
    game.pact('iran', { ...toTurkey, secret: true });
    expect(game.why(game.lock('usa', 'confront'))).toBe('guard');
  });
});
