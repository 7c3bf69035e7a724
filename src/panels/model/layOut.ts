/** Gives the nodes of a graph their places: dagre says in which rank each stands and in what order, then the ranks are packed. */
import { graphlib, layout } from '@dagrejs/dagre';

export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** Size of a node and the room around it, in pixels; at most so many nodes stand in one column. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly apart: number;
  readonly ranks: number;
  readonly most: number;
}

/**
 * Place nodes, causes at the start; a place is a node's upper start corner. The same graph is placed the same way.
 * @param first nodes that come before all others, in this order; dagre is not asked about them, since what acts pushes almost
 * everything and a hundred long edges would take it seconds
 */
export function layOut(
  first: readonly string[],
  nodes: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
  { width, height, apart, ranks, most }: Room,
): Placed[] {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: apart, ranksep: ranks, ranker: 'tight-tree' });
  graph.setDefaultEdgeLabel(() => ({}));
  const known = new Set(nodes);
  for (const id of nodes) graph.setNode(id, { width, height });
  for (const { from, to } of edges)
    if (from !== to && known.has(from) && known.has(to)) graph.setEdge(from, to);
  layout(graph);
  // Dagre leaves room for every long edge, which stretches a dense web out of sight: its order is kept, its gaps are not.
  const byRank = new Map<number, { id: string; y: number }[]>();
  for (const id of nodes) {
    const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
    byRank.set(x, [...(byRank.get(x) ?? []), { id, y }]);
  }
  const ranked = [...byRank]
    .sort(([one], [other]) => one - other)
    .flatMap(([, column]) => split(column.sort((one, other) => one.y - other.y).map(({ id }) => id)));
  return [...split(first), ...ranked].flatMap((column, at) =>
    column.map((id, place) => ({
      id,
      x: at * (width + ranks),
      y: (place - (column.length - 1) / 2) * (height + apart),
    })),
  );

  /** A column that is too long becomes two or more beside one another. */
  function split(column: readonly string[]): string[][] {
    const parts = Math.ceil(column.length / most);
    const size = Math.ceil(column.length / parts);
    return Array.from({ length: parts }, (_, part) => column.slice(part * size, (part + 1) * size));
  }
}
