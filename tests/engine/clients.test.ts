/** How clients answer a press, and what they rely on. */
import { describe, expect, test } from 'vitest';
import { outlook, pressWeight } from '../../src/engine/clients/answer.ts';
import { choicesFor } from '../../src/engine/choices.ts';
import { aGame, pressFalls } from './aGame.ts';
import type { Game, GameSetup } from './aGame.ts';

const press = (influence: number) => ({ move: 'pressConvoys', influence });

/** Iran presses Damascus for convoys (an ask of 2) in round 1: how does Damascus reply? */
function reply(game: Game): string {
  return ['nothing', 'refuses', 'drags', 'complies'][game.at('reply.iran.pressConvoys') % 4] ?? '';
}

function pressed(setup: {
  influence: number;
  reliance: number;
  confidence: number;
  die: '-1' | '0' | '+1';
  russia?: string[];
}): Game {
  const game = aGame({
    with: { 'reliance.damascus.iran': setup.reliance, 'confidence.damascus': setup.confidence * 2500 },
    dice: [pressFalls('iran.pressConvoys', 1, setup.die)],
  });
  game.play({ iran: [press(setup.influence)], russia: setup.russia ?? [] });
  return game;
}

describe('a press: influence + reliance − confidence − ask + die', () => {
  test('at 1 or more the client complies (2 + 3 − 2 − 2 + 0 = 1)', () => {
    const game = pressed({ influence: 2, reliance: 3, confidence: 2, die: '0' });
    expect(reply(game)).toBe('complies');
    expect(game.at('made.damascus.letConvoysIn')).toBe(1);
  });

  test('at 0 it drags its feet (2 + 3 − 3 − 2 + 0 = 0)', () => {
    const game = pressed({ influence: 2, reliance: 3, confidence: 3, die: '0' });
    expect(reply(game)).toBe('drags');
    expect(game.at('made.damascus.letConvoysIn')).toBe(0);
  });

  test('below 0 it refuses (1 + 1 − 2 − 2 + 0 = −2)', () => {
    const game = pressed({ influence: 1, reliance: 1, confidence: 2, die: '0' });
    expect(reply(game)).toBe('refuses');
    expect(game.at('made.damascus.letConvoysIn')).toBe(0);
  });

  test('the die adds −1, 0, 0 or +1', () => {
    const base = { influence: 2, reliance: 2, confidence: 2 };
    expect(reply(pressed({ ...base, die: '+1' }))).toBe('complies');
    expect(reply(pressed({ ...base, die: '0' }))).toBe('drags');
    expect(reply(pressed({ ...base, die: '-1' }))).toBe('refuses');
  });

  test('another patron who covers the client makes it 2 less (3 + 2 − 2 − 2 + 0 − 2 = −1)', () => {
    const base = { influence: 3, reliance: 2, confidence: 2, die: '0' } as const;
    expect(reply(pressed(base))).toBe('complies');
    const covered = pressed({ ...base, russia: ['shieldDamascus'] });
    expect(reply(covered)).toBe('refuses');
    const { by } = covered.changesOf('reply.iran.pressConvoys')[0]!;
    expect(by.values).toMatchObject({
      influence: 3,
      reliance: 2,
      confidence: 2,
      ask: 2,
      cover: 2,
      die: 0,
      sum: -1,
    });
  });

  test('costs the influence pressed, 1 to 3', () => {
    const game = aGame();
    expect(game.why(game.lock('iran', press(0)))).toBe('pressInfluence');
    expect(game.why(game.lock('iran', press(4)))).toBe('pressInfluence');
    const before = game.at('influence.iran');
    game.play({ iran: [press(3)] });
    const paid = game.changes.find(({ by }) => by.kind === 'price');
    expect(paid).toMatchObject({ where: 'influence.iran', from: before, to: before - 3 });
  });
});

describe('reliance', () => {
  test('each press wears it down by 1, whatever the reply', () => {
    expect(pressed({ influence: 3, reliance: 3, confidence: 0, die: '0' }).at('reliance.damascus.iran')).toBe(
      2,
    );
    expect(pressed({ influence: 1, reliance: 1, confidence: 3, die: '0' }).at('reliance.damascus.iran')).toBe(
      0,
    );
  });

  test('it is never less than 0', () => {
    expect(pressed({ influence: 1, reliance: 0, confidence: 3, die: '0' }).at('reliance.damascus.iran')).toBe(
      0,
    );
  });

  test('a round of support by a stance restores 1, up to 3', () => {
    const game = aGame({ with: { 'reliance.damascus.iran': 1 } });
    game.play({ iran: ['surge'] });
    expect(game.at('reliance.damascus.iran')).toBe(2);
    game.play();
    game.play();
    expect(game.at('reliance.damascus.iran')).toBe(3);
  });

  test('a round of support by an act restores 1', () => {
    const game = aGame({ with: { 'reliance.damascus.iran': 1 } });
    game.play({ iran: ['creditDamascus'] });
    expect(game.at('reliance.damascus.iran')).toBe(2);
    game.play();
    expect(game.at('reliance.damascus.iran')).toBe(2);
  });

  test('belongs to one patron: a press by Tehran does not wear what it has in Moscow', () => {
    expect(
      pressed({ influence: 1, reliance: 2, confidence: 2, die: '0' }).at('reliance.damascus.russia'),
    ).toBe(2);
  });
});

describe('before locking', () => {
  test('a player reads likely, open or unlikely for each influence', () => {
    const game = aGame({ with: { 'reliance.damascus.iran': 1 } });
    const choice = choicesFor(game.tables, game.position.cells, game.tables.capitals[0]!).find(
      ({ move }) => move === 'pressConvoys',
    );
    // Reliance 1 − confidence 2 − ask 2 = −3, so that 3 pressed only comes to 0.
    expect(choice?.press?.ways).toEqual([
      { influence: 1, price: 1, outlook: 'unlikely' },
      { influence: 2, price: 2, outlook: 'unlikely' },
      { influence: 3, price: 3, outlook: 'open' },
    ]);
  });

  test('likely means three dice of four or more, open one of four, unlikely none', () => {
    expect([-1, 0, 1, 2].map(outlook)).toEqual(['unlikely', 'open', 'likely', 'likely']);
    const game = aGame();
    const move = game.tables.capitals[0]!.moves.find(({ id }) => id === 'pressConvoys')!;
    expect(pressWeight(game.tables, game.position.cells, move, 2)).toBe(2 + 2 - 2 - 2);
  });
});

describe('the better a client does, the less it listens', () => {
  /** Moscow's surge makes Damascus bolder at once, by an impulse. */
  const bolder = aGameWhere((draft) => {
    draft.links.push({
      id: 'damascusBold',
      from: { impulse: true },
      to: { level: 'confidence.damascus' },
      strength: 2500,
      delay: 0,
      sources: ['own'],
      confidence: 'high',
    });
    draft.capitals[1]!.machine.states['campaign']!.states['sustained']!.on!['surge']![0]!.actions = [
      { type: 'fire', params: { link: 'damascusBold' } },
    ];
  });

  test('what is done in a round is felt before the clients of that round answer', () => {
    const game = bolder();
    game.play({ iran: [press(2)], russia: ['surge'] });
    expect(reply(game)).toBe('drags');
    const { by, because } = game.changesOf('reply.iran.pressConvoys')[0]!;
    expect(by.values).toMatchObject({ reliance: 3, confidence: 3, sum: 0 });
    const grown = game.changesOf('confidence.damascus')[0]!;
    expect(grown).toMatchObject({
      from: 5000,
      to: 7500,
      step: 'orders',
      by: { kind: 'link', id: 'damascusBold' },
    });
    expect(by.values!['confidenceCause']).toBe(grown.id);
    expect(because).toBe(game.changesOf('made.iran.pressConvoys')[0]!.id);
  });

  test('without it the same press is complied with', () => {
    const game = bolder();
    game.play({ iran: [press(2)] });
    expect(reply(game)).toBe('complies');
  });

  function aGameWhere(change: GameSetup['change'] & {}) {
    return () =>
      aGame({
        change,
        with: { 'reliance.damascus.iran': 3 },
        dice: [pressFalls('iran.pressConvoys', 1, '0')],
      });
  }
});
