/** Turns a checked scenario into the tables that are played. What each part of it becomes is said in the other files of this folder. */
import { flatten } from '../flat.ts';
import { atOnce } from '../inParts.ts';
import type { InParts } from '../inParts.ts';
import { pairFinder } from '../layout.ts';
import type { ScenarioShape } from '../scenario/schema.ts';
import type { Tables } from '../tables.ts';
import { compileCapitals, compileDecisions } from './capitals.ts';
import { compileMachines } from './machines.ts';
import { compileDeals, compilePairs } from './pairs.ts';
import { readingOf } from './reading.ts';
import { compileWorld, unaskedOf } from './world.ts';

/**
 * Compile a scenario.
 * @param scenario one that `readScenario` has accepted; anything else may throw
 * @returns tables without state: they can be shared by any number of games
 */
export function compile(scenario: ScenarioShape): Tables {
  return atOnce(compiling(scenario));
}

/** The same in parts. */
export function* compiling(scenario: ScenarioShape): InParts<Tables> {
  const reading = readingOf(scenario);
  yield;
  const { layout, cell, capital } = reading;
  const { lines, clients, played, moves } = compileMachines(reading);
  yield;
  const decisions = compileDecisions(reading);
  const pairs = compilePairs(reading);
  const deals = compileDeals(reading, pairs);
  yield;
  const tables = {
    scenario,
    layout,
    at: {
      round: cell('round'),
      phase: cell('phase'),
      rounds: cell('rounds'),
      moves: cell('moves'),
      layers: cell('layers'),
      people: cell('people'),
      ending: cell('ending'),
      endedAfter: cell('endedAfter'),
    },
    capitals: compileCapitals(reading, played, decisions),
    clients,
    moves,
    covering: moves.filter(({ covers }) => covers >= 0),
    jointMoves: moves.filter(({ joint }) => joint !== null),
    lines,
    unasked: unaskedOf(clients),
    ...compileWorld(reading),
    decisions,
    pairs,
    deals,
    channels: scenario.channels.map(({ from, to }) => ({ from: capital(from), to: capital(to) })),
    pairOf: pairFinder(pairs),
  };
  yield;
  return { ...tables, flat: flatten(tables) };
}
