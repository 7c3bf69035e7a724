/** The path by which a change came about, as nodes and edges of the web: what stands out when a cause is selected. */
import type { Change } from '../../engine/changes.ts';
import type { Reading } from '../reading/reading.ts';
import type { Web } from './web.ts';
import { nodeOfLevel } from './web.ts';

/** Follow a change back through its causes and collect what lies on the way, by id. */
export function pathOf(change: Change, { book, tables }: Reading, web: Web): Set<string> {
  const lit = new Set<string>();
  const known = new Set(web.nodes.map(({ id }) => id));
  for (let at: Change | undefined = change; at; at = book.byId(at.because)) {
    const node = nodeOf(at);
    if (node && known.has(node)) lit.add(node);
    if (at.by.kind === 'link' || at.by.kind === 'late') {
      const link = at.by.id;
      const cause = book.byId(at.because);
      const came = cause ? nodeOf(cause) : null;
      for (const edge of web.edges)
        if (
          edge.to === node &&
          edge.parts.some((part) => 'link' in part && part.link === link) &&
          (edge.from === came || !edge.parts.some(({ kind }) => kind === 'fired'))
        ) {
          lit.add(edge.id);
          lit.add(edge.from);
        }
    }
  }
  return lit;

  function nodeOf({ where, by }: Change): string | null {
    const [kind = '', one = '', other = ''] = where.split('.');
    if (kind === 'stance') return `line.${one}.${other}`;
    if (kind === 'made' || kind === 'tried' || kind === 'reply') {
      const line = [...tables.capitals, ...tables.clients]
        .find(({ id }) => id === one)
        ?.moves.find(({ id }) => id === other)?.line.id;
      return line === undefined ? null : `line.${one}.${line}`;
    }
    if (kind === 'answer') {
      const decision = tables.decisions.find(({ id }) => id === by.id);
      return `answers.${tables.capitals[decision?.capital ?? -1]?.id ?? ''}`;
    }
    if (kind === 'event') return 'events';
    if (kind === 'acted') return `outsider.${one}`;
    if (kind === 'filled') return `clock.${one}`;
    return nodeOfLevel(where);
  }
}
