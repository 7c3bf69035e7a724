/**
 * A round told in full (September to November 2016), as near as the small scenario allows: Tehran promises convoys,
 * Moscow surges, Damascus grows confident, and the press for convoys drags its feet.
 */
import { describe, expect, test } from 'vitest';
import type { Term } from '../../src/engine/deals/terms.ts';
import { aGame, pressFalls, secretLeaks } from './aGame.ts';
import type { Game } from './aGame.ts';
import type { Draft } from './smallScenario.ts';

const sourced = { sources: ['own'], confidence: 'high' as const };
const fires = (link: string) => [{ type: 'fire' as const, params: { link } }];

function autumn(draft: Draft): void {
  draft.links.push(
    {
      id: 'damascusBold',
      from: { impulse: true },
      to: { level: 'confidence.damascus' },
      strength: 2500,
      delay: 0,
      ...sourced,
    },
    {
      id: 'flight',
      from: { impulse: true },
      to: { level: 'level.displaced' },
      strength: 800,
      delay: 0,
      ...sourced,
    },
    {
      id: 'convoys',
      from: { impulse: true },
      to: { level: 'level.displaced' },
      strength: -400,
      delay: 0,
      ...sourced,
    },
  );
  draft.capitals[1]!.machine.states['campaign']!.states['sustained']!.on!['surge']![0]!.actions =
    fires('damascusBold');
  draft.clients[0]!.machine.states['conduct']!.states['hold']!.on!['letConvoysIn']![0]!.actions =
    fires('convoys');
  draft.clocks.push({
    id: 'aleppo',
    theatre: 'aleppo',
    start: 2,
    rules: [
      { when: { type: 'stanceIs', params: { of: 'russia', line: 'campaign', stance: 'surge' } }, by: 1 },
      { when: { type: 'confidenceAtLeast', params: { client: 'damascus', step: 3 } }, by: 1 },
    ],
    full: fires('flight'),
    after: 4,
    ...sourced,
  });
}

const secretOfMoscow = ((1 * 4 + 1) * 16 + 0b0110) * 16 + 1;
const pactA: Term[] = [
  { capital: 'iran', kind: 'make', move: 'pressConvoys' },
  { capital: 'iran', kind: 'make', move: 'unityStatement' },
  { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' },
  { capital: 'turkey', kind: 'make', move: 'unityStatement' },
];
const pactB: Term[] = [
  { capital: 'russia', kind: 'stance', line: 'airspace', stance: 'open' },
  { capital: 'turkey', kind: 'forgo', move: 'armGroups' },
];

/** Talks and orders as told; Moscow surges or not. */
function told(surges: boolean): { game: Game; a: number; b: number } {
  const game = aGame({
    change: (draft) => {
      autumn(draft);
      draft.capitals[1]!.machine.states['airspace']!.initial = 'open';
    },
    with: { 'reliance.damascus.iran': 3, 'influence.russia': 5, 'influence.turkey': 3, 'influence.usa': 3 },
    dice: [pressFalls('iran.pressConvoys', 1, '0'), secretLeaks(secretOfMoscow, 1, false)],
  });
  const a = game.pact('iran', { to: ['turkey'], terms: pactA, stake: 1 });
  const b = game.pact('russia', { to: ['turkey'], terms: pactB, secret: true });
  game.take({
    seat: 'usa',
    round: 1,
    kind: 'warn',
    if: { capital: 'russia', line: 'campaign', stance: 'surge' },
    will: 'confront',
  });
  game.play({
    iran: [{ move: 'pressConvoys', influence: 2 }, 'unityStatement'],
    russia: surges ? ['surge'] : [],
    turkey: ['unityStatement'],
    usa: ['jointCentre'],
  });
  return { game, a, b };
}

describe('the told round, with the surge', () => {
  const { game, a, b } = told(true);

  test('Tehran and Ankara speak together, and the statement stands', () => {
    expect([game.at('made.iran.unityStatement'), game.at('made.turkey.unityStatement')]).toEqual([1, 1]);
  });

  test('Moscow surges, and Damascus grows confident, 2 to 3', () => {
    expect(game.changesOf('confidence.damascus')[0]).toMatchObject({ from: 5000, to: 7500 });
  });

  test('Washington holds out the joint centre, and nobody takes it', () => {
    expect([game.at('tried.usa.jointCentre'), game.at('made.usa.jointCentre')]).toEqual([1, 0]);
  });

  test('Damascus drags its feet: 2 + 3 − 3 − 2 + 0 = 0', () => {
    const { by } = game.changesOf('reply.iran.pressConvoys')[0]!;
    expect(by.values).toMatchObject({ influence: 2, reliance: 3, confidence: 3, ask: 2, die: 0, sum: 0 });
    expect(game.at('made.damascus.letConvoysIn')).toBe(0);
  });

  test('the sum leads back to Moscow: the confidence it counted came of the surge', () => {
    const { values } = game.changesOf('reply.iran.pressConvoys')[0]!.by;
    const byId = new Map(game.changes.map((change) => [change.id, change]));
    const confidence = byId.get(values!['confidenceCause']!)!;
    expect(confidence.by).toMatchObject({ kind: 'link', id: 'damascusBold' });
    expect(byId.get(confidence.because)).toMatchObject({
      where: 'made.russia.surge',
      by: { id: 'russia.surge' },
    });
  });

  test('Aleppo goes from 2 to 4: full, and people flee', () => {
    expect(game.changesOf('clock.aleppo')[0]).toMatchObject({ from: 2, to: 4 });
    expect(game.at('level.displaced')).toBe(5800);
  });

  test('pact A is tried and not delivered; Ankara sees no convoys', () => {
    expect(game.deal(a)).toMatchObject({ state: 'tried', verdicts: { iran: 'triedUnseen' } });
    expect(game.at('trust.iran.turkey')).toBe(3000);
  });

  test('Tehran can still show the cable', () => {
    expect(game.why({ seat: 'iran', round: 2, kind: 'cable', pact: a })).toBe('accepted');
  });

  test('pact B is kept, but cheap', () => {
    expect(game.deal(b)).toMatchObject({ state: 'kept', verdicts: { russia: 'kept' } });
    expect(game.at('trust.russia.turkey')).toBe(5000);
  });

  test('Washington’s warning is called', () => {
    expect(game.at('warning.usa.state')).toBe(2);
  });
});

describe('the told round, without the surge', () => {
  const { game, a } = told(false);

  test('the convoys enter: 2 + 3 − 2 − 2 + 0 = 1', () => {
    expect(game.changesOf('reply.iran.pressConvoys')[0]!.by.values).toMatchObject({ confidence: 2, sum: 1 });
    expect(game.at('made.damascus.letConvoysIn')).toBe(1);
    expect(game.at('level.displaced')).toBe(4600);
  });

  test('Tehran’s word is kept, at a cost to both', () => {
    expect(game.deal(a)).toMatchObject({
      state: 'kept',
      verdicts: { iran: 'keptAtCost', turkey: 'keptAtCost' },
    });
    expect(game.at('trust.iran.turkey')).toBe(7000);
  });
});
