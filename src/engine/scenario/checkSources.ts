/** Checks that every source a scenario cites is in its list, and that the list names none that nobody cites. */
import { childOf, shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';
import type { SourcesShape } from './schema.ts';

/**
 * Compare citations with the list of sources.
 * @param files data that may cite, each with the reporter of its file
 * @param list reporter of the list, told what nothing cites; null where not all that may cite was read
 */
export function checkSources(
  files: readonly { data: unknown; reporter: Reporter }[],
  sources: SourcesShape,
  list: Reporter | null,
): void {
  const known = Object.keys(sources);
  const cited = new Set<string>();
  for (const { data, reporter } of files) {
    walk(data, [], (key, path) => {
      if (!Object.hasOwn(sources, key))
        reporter.report(path, shown(key), 'a key of sources.json', key, known);
      cited.add(key);
    });
  }
  if (list === null) return;
  for (const key of known) {
    if (!cited.has(key)) list.report([key], 'a source that nothing cites', 'one that is used');
  }
}

function walk(data: unknown, path: Path, cite: (key: string, path: Path) => void): void {
  if (Array.isArray(data)) data.forEach((one, at) => walk(one, [...path, at], cite));
  else if (data !== null && typeof data === 'object') {
    for (const key of Object.keys(data)) {
      const value = childOf(data, key);
      if ((key === 'sources' || key === 'dissent') && Array.isArray(value))
        value.forEach((one, at) => {
          if (typeof one === 'string') cite(one, [...path, key, at]);
        });
      else walk(value, [...path, key], cite);
    }
  }
}
