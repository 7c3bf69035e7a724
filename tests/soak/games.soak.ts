/** The long version of what `tests/engine` promises: thousands of games at random and by computers, each held against all properties. */
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../../src/engine/changes.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { layers } from '../../src/engine/layers.ts';
import { digest, seedsFrom } from '../../src/engine/position.ts';
import { newRecord, recorded, replay, replayDigests } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { drawSeats, playGame } from '../../src/forecast/playout.ts';
import { theRealScenario } from '../engine/aGame.ts';
import { allOn, playRandomly } from '../engine/randomPlay.ts';

const { tables } = theRealScenario();
const hour = 3_600_000;

describe('games at random', () => {
  test('two thousand of them keep every promise at every decision', { timeout: hour }, () => {
    let decisions = 0;
    for (let game = 0; game < 2000; game++) {
      const seed = `soak ${game}`;
      const seeds = seedsFrom(seedFrom(seed));
      let record: GameRecord = newRecord(tables, seeds, allOn, {});
      const { position } = playRandomly(tables, seed, ({ before, decision, decided }) => {
        decisions++;
        const was = digest(before.cells);
        const told = applyChanges(tables, before.cells, decided.changes);
        if (digest(told) !== digest(decided.position.cells))
          throw new Error(`${seed}: the changes do not give the position`);
        if (digest(before.cells) !== was) throw new Error(`${seed}: the old position was written`);
        for (const change of decided.changes) {
          if (change.because >= change.id) throw new Error(`${seed}: change ${change.id} is its own cause`);
        }
        decided.position.cells.forEach((value, cell) => {
          const path = tables.layout.paths[cell];
          if (value < tables.layout.least[cell]! || value > tables.layout.most[cell]!)
            throw new Error(`${seed}: ${path} is ${value}`);
        });
        record = recorded(record, decision, before, decided.position);
      });
      expect(position.cells[tables.at.ending]).toBeGreaterThan(0);
      const again = replay(tables, record);
      expect({ differs: again.differs, refused: again.refused }).toEqual({ differs: null, refused: null });
      expect(replayDigests(tables, record)).toEqual(record.digests);
    }
    console.log(`${decisions} decisions in 2000 games`);
  });
});

describe('games of computers', () => {
  test.each([
    ['quick@4', 1000],
    ['deep@4', 50],
  ] as const)(
    '%s plays %i games alike on bare cells and through decide()',
    { timeout: hour },
    (policy, games) => {
      for (let game = 0; game < games; game++) {
        const seeds = seedsFrom(seedFrom(`alike ${game}`));
        const setup = {
          seeds,
          options: { rounds: 8, moves: 3, layers },
          seats: drawSeats(tables, seeds.dice, policy),
        };
        const bare = playGame(tables, setup);
        expect(playGame(tables, { ...setup, traced: true }).record).toEqual(bare.record);
      }
    },
  );

  test('five hundred of them end, repeat, and replay', { timeout: hour }, () => {
    for (let game = 0; game < 500; game++) {
      const setup = {
        seeds: seedsFrom(seedFrom(`computers ${game}`)),
        options: { rounds: 8, moves: 3, layers },
      };
      const played = playGame(tables, setup);
      const again = replay(tables, played.record);
      expect({ differs: again.differs, refused: again.refused }).toEqual({ differs: null, refused: null });
      expect(playGame(tables, setup).record.digests).toEqual(played.record.digests);
    }
  });
});
