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
    walk(data, (key, path) => {
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

function walk(data: unknown, cite: (key: string, path: Path) => void): void {
  // One path for the whole walk: only what is told of needs one of its own.
  const path: (string | number)[] = [];
  within(data);

  function within(value: unknown): void {
    if (Array.isArray(value)) value.forEach((one, at) => go(at, one));
    else if (value !== null && typeof value === 'object') {
      for (const key of Object.keys(value)) {
        const one = childOf(value, key);
        if ((key === 'sources' || key === 'dissent') && Array.isArray(one))
          one.forEach((source, at) => {
            if (typeof source === 'string') cite(source, [...path, key, at]);
          });
        else go(key, one);
      }
    }
  }
  function go(key: string | number, value: unknown): void {
    if (value === null || typeof value !== 'object') return;
    path.push(key);
    within(value);
    path.pop();
  }
}
