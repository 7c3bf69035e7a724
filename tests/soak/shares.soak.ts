/** Counterfactual shares over many games: they add up in every cell and round, and nothing moves before it was missing. */
import { expect, test } from 'vitest';
import { openPlayed } from '../../src/engine/counterfactual/played.ts';
import { sharesOf, sift, siftOne } from '../../src/engine/counterfactual/shares.ts';
import { theRealScenario } from '../engine/aGame.ts';
import { aRandomGame } from '../panels/aRandomGame.ts';

const { tables } = theRealScenario();

test('the shares of 200 random games add up, together with what they made together', () => {
  for (let name = 0; name < 200; name++) {
    const played = openPlayed(tables, aRandomGame(tables, `shares soak ${name}`).record);
    const sifted = sift(played);
    while (siftOne(sifted));
    for (const [id, { ends }] of sifted.without) {
      const first = played.factors.find((factor) => factor.id === id)?.round ?? 1;
      expect(ends.slice(0, first - 1), `game ${name}, ${id}`).toEqual(played.ends.slice(0, first - 1));
    }
    for (const path of tables.layout.paths)
      for (let round = 1; round <= played.ends.length; round++) {
        const { value, start, course, shares, together } = sharesOf(sifted, path, round);
        expect(start + course + together + shares.reduce((sum, { by }) => sum + by, 0)).toBe(value);
      }
  }
});
