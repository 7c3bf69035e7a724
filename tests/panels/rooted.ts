/** Walks trees of causes to their ends, for the tests that ask whether everything begins somewhere. */
import type { Change } from '../../src/engine/changes.ts';
import { causesOf } from '../../src/panels/reading/causes.ts';
import type { CauseNode, Root } from '../../src/panels/reading/causes.ts';
import type { Reading } from '../../src/panels/reading/reading.ts';

/** What a game's chains of causes end in, and which end in nothing. */
export interface Ends {
  readonly roots: ReadonlySet<Root>;
  /** Ends that nothing explains: what is told there, and of what kind it is. */
  readonly loose: readonly string[];
}

/** Follow the causes of changes to their ends, each cause once. */
export function endsOf(changes: readonly Change[], reading: Reading): Ends {
  const roots = new Set<Root>();
  const loose: string[] = [];
  const seen = new Set<string>();
  const waiting: CauseNode[] = changes.map((change) => causesOf(change, reading));
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!node || seen.has(node.key)) continue;
    seen.add(node.key);
    const children = node.children();
    if (node.root) roots.add(node.root);
    else if (children.length === 0)
      loose.push(`${node.change?.by.kind} ${node.change?.where}: ${node.sentence}`);
    waiting.push(...children);
  }
  return { roots, loose };
}
