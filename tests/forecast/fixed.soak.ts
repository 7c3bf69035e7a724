/**
 * Fixed policies of every capital over five hundred seeds, the poor ones dropped early: minutes, for the soak alone.
 * All of them over all seeds take hours: `npm run -s red-lines -- balance tehran-2016 --fixed whole`.
 */
import { expect, test } from 'vitest';
import { seedFrom } from '../../src/engine/dice.ts';
import { bestFixed } from '../../src/forecast/fixed.ts';
import { playHere } from '../../src/forecast/tasks.ts';
import { longGame, tables } from './june2016.ts';

test.each(tables.capitals.map((capital) => [capital.id, capital] as const))(
  'no fixed policy of %s beats the computer capitals by more than ten points',
  async (_, capital) => {
    const request = { games: 500, seed: seedFrom('soak'), options: longGame };
    const best = await bestFixed(tables, capital, request, playHere(tables));
    expect(best).toMatchObject({ lead: expect.toSatisfy((lead: number) => lead <= 10) });
  },
);
