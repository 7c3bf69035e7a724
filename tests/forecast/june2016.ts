/** The first scenario as the forecast's tests play it: tables, a long game's options, and positions on the way. */
import { readFileSync } from 'node:fs';
import { seedFrom } from '../../src/engine/dice.ts';
import { layers } from '../../src/engine/layers.ts';
import { drawChance, seedsFrom, start } from '../../src/engine/position.ts';
import type { GameOptions, Position } from '../../src/engine/position.ts';
import { chanceOf } from '../../src/engine/record.ts';
import { decide } from '../../src/engine/decide.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { drawSeats, playGame } from '../../src/forecast/playout.ts';
import type { PolicyName } from '../../src/forecast/policy.ts';

const folder = new URL('../../assets/scenarios/tehran-2016/', import.meta.url);

/** Read one of the scenario's JSON files. */
export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

export const tables = compile(Scenario.parse(readJson('scenario.json')));
export const longGame: GameOptions = { rounds: 8, moves: 3, layers: [...layers] };

/** Play a game of one policy from a text. */
export function aPlayout(seed: string, policy: PolicyName = 'quick@4', options = longGame, traced = false) {
  const seeds = seedsFrom(seedFrom(seed));
  return playGame(tables, { seeds, options, seats: drawSeats(tables, seeds.dice, policy), traced });
}

/** Positions of a game in which somebody has still to talk or to lock: every `step`th. */
export function positionsOf(seed: string, policy: PolicyName, step: number): Position[] {
  const { record } = aPlayout(seed, policy);
  const chance = chanceOf(tables, record);
  let { position } = start(tables, record.options, chance);
  const found: Position[] = [position];
  record.decisions.forEach((decision, at) => {
    const decided = decide(position, decision, chance);
    if (!decided.ok) throw new Error(decided.why.reason);
    position = decided.position;
    if (at % step === 0 && (position.cells[tables.at.phase] ?? 0) < 2) found.push(position);
  });
  return found;
}

/** Luck from a text. */
export function someChance(seed: string) {
  return drawChance(tables, seedsFrom(seedFrom(seed)));
}
