/** Chance without state: the dice against the published hash, and whether they are fair. */
import { describe, expect, test } from 'vitest';
import { drawChance } from '../../src/engine/position.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { theRealScenario } from './aGame.ts';
import { die, murmur, ruleHash, seedFor, seedFrom, seedText } from '../../src/engine/dice.ts';

/** Four bytes as the little-endian word that MurmurHash3 reads. */
function words(...bytes: number[]): number[] {
  const read: number[] = [];
  for (let at = 0; at < bytes.length; at += 4)
    read.push(bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24));
  return read;
}

const letters = (text: string) => words(...Array.from(text, (letter) => letter.charCodeAt(0)));

describe('the hash agrees with the published vectors of MurmurHash3 (x86, 32 bit) for whole words', () => {
  test.each([
    ['nothing, seed 0', [], 0, 0],
    ['nothing, seed 1', [], 1, 0x514e28b7],
    ['nothing, seed ffffffff', [], 0xffffffff, 0x81f16f39],
    ['ff ff ff ff', words(0xff, 0xff, 0xff, 0xff), 0, 0x76293b50],
    ['21 43 65 87', words(0x21, 0x43, 0x65, 0x87), 0, 0xf55b516b],
    ['21 43 65 87, seeded', words(0x21, 0x43, 0x65, 0x87), 0x5082edee, 0x2362f9de],
    ['00 00 00 00', words(0, 0, 0, 0), 0, 0x2362f9de],
    ['aaaa', letters('aaaa'), 0x9747b28c, 0x5a97808a],
    ['abcd', letters('abcd'), 0x9747b28c, 0xf0478627],
  ])('%s', (_, input, seed, hash) => {
    expect(murmur(input, seed)).toBe(hash);
  });
});

describe('a die', () => {
  const seed = { high: 1, low: 2 };

  test('is the hash of seed, round, rule and number', () => {
    const hash = murmur([1, 2, 3, ruleHash('press.iran.pressConvoys'), 4], 0);
    expect(die(seed, 3, ruleHash('press.iran.pressConvoys'), 4, 6)).toBe(Math.floor((hash * 6) / 2 ** 32));
  });

  test('shows all its faces about equally often, over rounds, rules and numbers', () => {
    for (const below of [2, 4, 6, 100]) {
      const faces = Array.from({ length: below }, () => 0);
      const throws = 600 * below;
      for (let at = 0; at < throws; at++) {
        const face = die(seed, at % 12, ruleHash(`event.${at % 97}`), at, below);
        faces[face] = faces[face]! + 1;
      }
      // Chi squared, far beyond its mean plus five standard deviations would be no die.
      const chi = faces.reduce((sum, count) => sum + (count - 600) ** 2 / 600, 0);
      expect(chi).toBeLessThan(below - 1 + 5 * Math.sqrt(2 * (below - 1)) + 5);
    }
  });

  test('of one rule says nothing of the next round’s', () => {
    const rule = ruleHash('leak');
    let same = 0;
    for (let at = 0; at < 6000; at++) if (die(seed, at, rule, 0, 6) === die(seed, at + 1, rule, 0, 6)) same++;
    expect(same).toBeGreaterThan(850);
    expect(same).toBeLessThan(1150);
  });

  test('changes with every bit of its seed', () => {
    for (let bit = 0; bit < 32; bit++) {
      const other = { high: 1 ^ (1 << bit), low: 2 };
      const differs = Array.from(
        { length: 40 },
        (_, n) => die(seed, 1, 5, n, 1000) !== die(other, 1, 5, n, 1000),
      );
      expect(differs.filter(Boolean).length).toBeGreaterThan(35);
    }
  });
});

describe('a link’s strength', () => {
  const { tables, scenario } = theRealScenario();
  const seeds = { dice: seedFrom('dice'), doubt: seedFrom('doubt') };
  const shares = { high: 0.1, medium: 0.25, low: 0.5 };

  test('is drawn once a game from the range that its confidence sets', () => {
    for (const text of ['a', 'b', 'c']) {
      const { strengths } = drawChance(tables, { ...seeds, doubt: seedFrom(text) });
      for (const { id, strength, confidence } of scenario.links) {
        const drawn = strengths[tables.links.findIndex((link) => link.id === id)]!;
        expect(Math.abs(drawn - strength)).toBeLessThanOrEqual(Math.abs(strength) * shares[confidence]);
        expect(Number.isInteger(drawn)).toBe(true);
      }
    }
  });

  test('comes of the seed of doubt alone, or of none in the middle', () => {
    const one = drawChance(tables, seeds);
    expect(drawChance(tables, { ...seeds, dice: seedFrom('other') }).strengths).toEqual(one.strengths);
    expect(drawChance(tables, { ...seeds, doubt: seedFrom('other') }).strengths).not.toEqual(one.strengths);
    const middle = drawChance(tables, seeds, true).strengths;
    expect([...middle]).toEqual(tables.links.map(({ strength }) => strength));
  });

  test('is moved by no other link that comes or goes', () => {
    const fewer = compile({
      ...scenario,
      links: scenario.links.filter(({ id }) => id !== 'peopleFlee' && id !== 'surgeBold'),
    });
    const all = drawChance(tables, seeds).strengths;
    const some = drawChance(fewer, seeds).strengths;
    fewer.links.forEach(({ id }, at) =>
      expect(some[at]).toBe(all[tables.links.findIndex((link) => link.id === id)]),
    );
  });
});

describe('a seed', () => {
  test('is written in sixteen digits that read back', () => {
    const seed = seedFrom('anything at all');
    expect(seedText(seed)).toMatch(/^[0-9a-f]{16}$/);
    expect(seedFrom(seedText(seed))).toEqual(seed);
  });

  test('can be any text', () => {
    expect(seedFrom('')).toEqual({ high: murmur([], 1), low: murmur([], 2) });
    expect(seedFrom('1')).not.toEqual(seedFrom('2'));
    expect(seedFrom('حلب')).not.toEqual(seedFrom('Halep'));
  });

  test('for dice and for doubt differ', () => {
    const seed = seedFrom('7');
    expect(seedFor(seed, 'dice')).not.toEqual(seedFor(seed, 'doubt'));
  });
});
