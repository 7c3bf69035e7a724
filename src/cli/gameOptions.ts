/** The options by which commands set up games. */
import { movesIn } from '../engine/gameLength.ts';
import { layers as allLayers } from '../engine/layers.ts';
import type { GameOptions } from '../engine/position.ts';
import type { ScenarioShape } from '../engine/scenario/schema.ts';
import { seedFrom } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';
import { policies } from '../forecast/policy.ts';
import type { PolicyName } from '../forecast/policy.ts';
import { oneOf, wholeNumber, WrongUse } from './command.ts';

export const gameOptions = {
  seed: { type: 'string' },
  rounds: { type: 'string' },
  layers: { type: 'string' },
} as const;

export const gameOptionsUsage = [
  '  --seed      any text or number; the same one gives the same games',
  '  --rounds    3, 4, 5 or 8 quarters (what the scenario offers); the longest where it is left out',
  `  --layers    rules to switch on, with commas: ${allLayers.join(', ')}; all of them where it is left out, none for ''`,
];

/** Options of commands that play many games and count. */
export const manyGames = { ...gameOptions, games: { type: 'string' }, json: { type: 'boolean' } } as const;

/** All policies by name. */
export const policyNames = Object.keys(policies) as PolicyName[];

/** Read a policy's name. @param option under which it was given */
export function readPolicy(option: string, text: string): PolicyName {
  return oneOf(option, text, policyNames);
}

/**
 * Read how many games of which kind are to be played.
 * @param least fewest games that tell anything
 * @param otherwise games and seed where they are left out; which it does not name is needed
 */
export function readGames(
  scenario: ScenarioShape,
  values: { readonly [option in keyof typeof gameOptions | 'games']?: string | undefined },
  least: number,
  otherwise: { readonly games?: string; readonly seed?: string } = {},
): { games: number; seed: Seed; options: GameOptions } {
  const games = values.games ?? otherwise.games;
  if (games === undefined) throw new WrongUse('--games is needed: how many games to play.');
  return {
    games: wholeNumber('games', games, least, 100_000),
    seed: readSeed(values.seed ?? otherwise.seed),
    options: readOptions(scenario, values),
  };
}

/** Read the length of a game and its layers. */
export function readOptions(
  scenario: ScenarioShape,
  { rounds, layers }: { rounds?: string | undefined; layers?: string | undefined },
): GameOptions {
  const lengths = [...scenario.shortGames, scenario.rounds];
  const length = rounds === undefined ? scenario.rounds : Number(rounds);
  if (!lengths.includes(length) || (rounds !== undefined && !/^\d+$/.test(rounds)))
    throw new WrongUse(`--rounds takes ${lengths.join(', ')} in this scenario, not '${rounds}'.`);
  const names = layers === undefined ? [...allLayers] : layers.split(',').filter((name) => name !== '');
  return {
    rounds: length,
    moves: movesIn(length),
    layers: names.map((name) => oneOf('layers', name, allLayers)),
  };
}

/** Read a seed; a command that plays must be given one. */
export function readSeed(text: string | undefined): Seed {
  if (text === undefined || text === '') throw new WrongUse('--seed is needed: any text or number.');
  return seedFrom(text);
}
