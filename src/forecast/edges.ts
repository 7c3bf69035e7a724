/** Edges: the levels that a guard waits for, read out of the guard as its author wrote it. */
import type { Guard } from '../engine/statecharts/holds.ts';

export interface Edge {
  readonly cell: number;
  /** The level at which it is crossed. */
  readonly at: number;
  /** 1 where rising leads there, -1 where falling does. */
  readonly towards: number;
}

/** List the levels that a guard asks about. */
export function edgesOf(guard: Guard): Edge[] {
  if (guard.op === 'not') {
    const [inner] = guard.of;
    // The other side of an edge; of many asked about together it cannot be told which would have to give way.
    return inner.op === 'within' ? edgesOf(inner).map(otherSide) : [];
  }
  if (guard.op !== 'within') return guard.of.flatMap(edgesOf);
  const { type } = guard.json;
  if (type === 'levelAtLeast' || type === 'confidenceAtLeast')
    return [{ cell: guard.cell, at: guard.least, towards: 1 }];
  return type === 'levelBelow' ? [{ cell: guard.cell, at: guard.most, towards: -1 }] : [];
}

function otherSide({ cell, at, towards }: Edge): Edge {
  return { cell, at: at - towards, towards: -towards };
}
