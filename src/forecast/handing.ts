/**
 * A compiled scenario as plain data, for workers: they need neither compile it again nor carry what compiles, and what a capital's
 * deeds are worth is not worked out twice.
 */
import { layoutOf } from '../engine/layout.ts';
import type { Tables } from '../engine/tables.ts';
import { reckonedOf, takeReckoning } from './reckoning.ts';
import type { Reckoning } from './reckoning.ts';

export interface Handed {
  readonly tables: Omit<Tables, 'layout' | 'pairOf'>;
  /** Pair index by two capital indices. */
  readonly pairs: readonly (readonly number[])[];
  readonly reckoning: Reckoning | undefined;
}

/** Put tables so that they can be sent. */
export function handOver(tables: Tables): Handed {
  const { capitals, pairOf } = tables;
  // Functions cannot be sent.
  const rest = { ...tables, layout: null, pairOf: null };
  const pairs = capitals.map((one) => capitals.map((other) => pairOf(one.index, other.index)));
  return { tables: rest, pairs, reckoning: reckonedOf(tables) };
}

/** Take tables that were sent: the same that were handed over. */
export function takeUp({ tables, pairs, reckoning }: Handed): Tables {
  const taken: Tables = {
    ...tables,
    layout: layoutOf(tables.scenario),
    pairOf: (one, other) => pairs[one]?.[other] ?? -1,
  };
  if (reckoning) takeReckoning(taken, reckoning);
  return taken;
}
