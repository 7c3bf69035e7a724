/** Warnings: "if X happens, I will do Y". */
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/engine/decide.ts';
import { aGame } from './aGame.ts';

const surge = { capital: 'russia', line: 'campaign', stance: 'surge' };
const warns = (round = 1, will = 'confront'): Decision => ({
  seat: 'usa',
  round,
  kind: 'warn',
  if: surge,
  will,
});

describe('a warning', () => {
  test('speaks of a stance or a move of another capital, and of one’s own move', () => {
    const game = aGame();
    const why = (condition: object, will = 'confront') =>
      game.why({ seat: 'usa', round: 1, kind: 'warn', if: condition, will } as Decision);
    expect(why(surge)).toBe('accepted');
    expect(why({ capital: 'iran', move: 'surge' })).toBe('accepted');
    expect(why({ capital: 'usa', move: 'strike' })).toBe('noSuchCapital');
    expect(why({ capital: 'paris', move: 'strike' })).toBe('noSuchCapital');
    expect(why({ capital: 'iran', move: 'operate' })).toBe('noSuchMove');
    expect(why({ ...surge, stance: 'fly' })).toBe('noSuchStance');
    expect(why({ ...surge, stance: 'sustained' })).toBe('alreadySo');
    expect(why(surge, 'operate')).toBe('noSuchMove');
    expect(why(surge, 'jointCentre')).toBe('noSuchMove');
  });

  test('is one at a time', () => {
    const game = aGame();
    game.take(warns());
    expect(game.why(warns())).toBe('oneWarning');
  });

  test('is not given where warnings are off', () => {
    const game = aGame({ layers: [] });
    expect(game.why(warns())).toBe('layerOff');
  });

  test('stands until what it speaks of happens', () => {
    const game = aGame();
    game.take(warns());
    game.play();
    game.play();
    expect(game.at('warning.usa.state')).toBe(1);
    game.play({ russia: ['surge'] });
    expect(game.at('warning.usa.state')).toBe(2);
  });

  test('that speaks of a move is called when the move is made', () => {
    const game = aGame();
    game.take({
      seat: 'usa',
      round: 1,
      kind: 'warn',
      if: { capital: 'iran', move: 'visit' },
      will: 'strike',
    });
    game.play({ iran: ['visit'] });
    expect(game.at('warning.usa.state')).toBe(2);
  });

  test('that was called makes what it threatened cost 1 less in the next round', () => {
    const game = aGame();
    game.take(warns(1, 'armYpg'));
    game.play({ russia: ['surge'] });
    game.position.cells[game.tables.layout.cell('influence.usa')] = 1;
    expect(game.why(game.lock('usa', 'armYpg'))).toBe('accepted');
    expect(game.why(game.lock('usa', 'strike'))).toBe('influence');
  });

  test('that is carried out costs nothing at home and frees the capital to warn again', () => {
    const game = aGame();
    game.take(warns());
    game.play({ russia: ['surge'] });
    game.play({ usa: ['confront'] });
    expect(game.at('home.usa')).toBe(5000);
    expect(game.at('warning.usa.state')).toBe(0);
    expect(
      game.why({
        seat: 'usa',
        round: 3,
        kind: 'warn',
        if: { capital: 'iran', move: 'surge' },
        will: 'strike',
      }),
    ).toBe('accepted');
  });

  test('that is climbed down from costs home 1 and silences for two rounds', () => {
    const game = aGame();
    game.take(warns());
    game.play({ russia: ['surge'] });
    game.play();
    expect(game.at('home.usa')).toBe(3000);
    expect(game.at('warning.usa.state')).toBe(0);
    const again = () =>
      game.why({
        seat: 'usa',
        round: game.round(),
        kind: 'warn',
        if: { capital: 'iran', move: 'surge' },
        will: 'strike',
      });
    expect(again()).toBe('calm');
    game.play();
    expect(again()).toBe('calm');
    game.play();
    expect(again()).toBe('accepted');
  });

  test('is carried out when the threat was made good in the same round already', () => {
    const game = aGame();
    game.take(warns());
    game.play({ russia: ['surge'], usa: ['confront'] });
    expect(game.at('warning.usa.state')).toBe(0);
    game.play();
    expect(game.at('home.usa')).toBe(5000);
  });

  test('called in the last round is not climbed down from: nobody can act any more', () => {
    const game = aGame({ rounds: 1 });
    game.take(warns());
    game.play({ russia: ['surge'] });
    expect(game.at('phase')).toBe(3);
    expect(game.at('home.usa')).toBe(5000);
  });
});
