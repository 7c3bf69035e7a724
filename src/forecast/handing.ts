/**
 * A compiled scenario as plain data, for workers: they need neither compile it again nor carry what compiles, and what a capital's
 * deeds are worth is not worked out twice.
 */
import { layoutOf, pairFinder } from '../engine/layout.ts';
import type { Tables } from '../engine/tables.ts';
import { reckonedOf, takeReckoning } from './reckoning.ts';
import type { Reckoning } from './reckoning.ts';

export interface Handed {
  readonly tables: Omit<Tables, 'layout' | 'pairOf'>;
  readonly reckoning: Reckoning | undefined;
}

/** Put tables so that they can be sent. */
export function handOver(tables: Tables): Handed {
  // Functions cannot be sent.
  const rest = { ...tables, layout: null, pairOf: null };
  return { tables: rest, reckoning: reckonedOf(tables) };
}

/** Take tables that were sent: the same that were handed over. */
export function takeUp({ tables, reckoning }: Handed): Tables {
  const taken: Tables = {
    ...tables,
    layout: layoutOf(tables.scenario),
    pairOf: pairFinder(tables.pairs),
  };
  if (reckoning) takeReckoning(taken, reckoning);
  return taken;
}
