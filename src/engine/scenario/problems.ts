/**
 * What is wrong with an author's file, said in one sentence: which file, where in it, what was found, what was expected,
 * and the nearest known id where one is misspelt. What counts as wrong is decided elsewhere.
 */

export type Path = readonly (string | number)[];

export interface Problem {
  /** Name of the file inside the scenario's folder. */
  readonly file: string;
  /** Where in the file, e.g. `links[surgeBold].strength`; empty for the file as a whole. */
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  /** The nearest known id or key, where one is near enough. */
  readonly nearest?: string;
  /** All of the above in one sentence. */
  readonly sentence: string;
}

/** Collects problems of one file; `data` is only read to name list entries by their ids. */
export interface Reporter {
  readonly problems: Problem[];
  /**
   * Add a problem.
   * @param known ids or keys that would have been right; the nearest to `wrong` is named
   */
  report(path: Path, found: string, expected: string, wrong?: string, known?: Iterable<string>): void;
}

/** Open a reporter for one file. */
export function reporterFor(file: string, data: unknown): Reporter {
  const problems: Problem[] = [];
  return {
    problems,
    report(path, found, expected, wrong, known) {
      const near = wrong === undefined || known === undefined ? null : nearest(wrong, known);
      problems.push(problemAt(file, pathText(path, data), found, expected, near));
    },
  };
}

/** Make a problem with its sentence. */
export function problemAt(
  file: string,
  path: string,
  found: string,
  expected: string,
  near: string | null = null,
): Problem {
  const where = path === '' ? file : `${file}, ${path}`;
  const hint = near === null ? '' : `; the nearest known is "${near}"`;
  return {
    file,
    path,
    found,
    expected,
    ...(near === null ? {} : { nearest: near }),
    sentence: `${where}: found ${found}, expected ${expected}${hint}.`,
  };
}

/** Write a path as authors read it: list entries by their id where they have one, else by their place from 0. */
export function pathText(path: Path, data: unknown): string {
  let text = '';
  let at: unknown = data;
  for (const key of path) {
    const next = childOf(at, key);
    if (typeof key === 'number') {
      const id = childOf(next, 'id');
      const twice =
        Array.isArray(at) && at.filter((other) => childOf(other, 'id') === id && id !== undefined).length > 1;
      text += `[${typeof id === 'string' && /^[A-Za-z0-9-]{1,60}$/.test(id) && !twice ? id : key}]`;
    } else {
      text += /^[A-Za-z0-9$_*-]+$/.test(key) ? (text === '' ? key : `.${key}`) : `[${shown(key)}]`;
    }
    at = next;
  }
  return text;
}

/** Show a piece of data in a sentence: short, quoted where it is text. */
export function shown(data: unknown): string {
  if (data === undefined) return 'nothing';
  if (Array.isArray(data)) return data.length === 0 ? 'an empty list' : `a list of ${data.length}`;
  if (data !== null && typeof data === 'object') {
    const keys = Object.keys(data);
    return keys.length === 0 ? 'an empty object' : `an object with ${keys.slice(0, 4).join(', ')}`;
  }
  const text = JSON.stringify(data) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…${typeof data === 'string' ? '"' : ''}` : text;
}

/**
 * Find the known word nearest to a misspelt one.
 * @returns null when none is near enough to be meant (more than a third of the letters differ)
 */
export function nearest(wrong: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
  for (const word of known) {
    if (Math.abs(word.length - wrong.length) >= least) continue;
    const distance = editDistance(wrong.toLowerCase(), word.toLowerCase());
    if (distance < least) {
      best = word;
      least = distance;
    }
  }
  return best;
}

/** Read a child of anything, own keys only. */
export function childOf(data: unknown, key: string | number): unknown {
  if (data === null || typeof data !== 'object' || !Object.hasOwn(data, key)) return undefined;
  return (data as Record<string | number, unknown>)[key];
}

/** Count the letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function editDistance(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const above = rows[i - 1] ?? [];
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, (rows[i - 2]?.[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}
