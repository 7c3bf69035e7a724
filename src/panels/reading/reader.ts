/** What is needed to put something into words: the words, the tables and one seat's cells. A `Game` is one; tests make a plain one. */
import type { Tables } from '../../engine/tables.ts';

export type Filling = Record<string, string | number>;

export interface Wording {
  /** Say a message, or an attribute of one (`move-iran-surge.order`), with its variables filled in. */
  say(key: string, args?: Filling): string;
  has(key: string): boolean;
  /** Join items into one enumeration of the reader's language. */
  list(items: readonly string[]): string;
}

export interface Reader {
  readonly words: Wording;
  readonly tables: Tables;
  /** The capital that reads. */
  readonly seat: string;
  /** Read a cell by path, 0 where there is none. */
  at(path: string): number;
}

/** Name a capital, a client or an outsider by its id. */
export function nameOf(id: string, { words }: Pick<Reader, 'words'>): string {
  for (const kind of ['capital', 'client', 'outsider']) {
    const key = `${kind}-${id}`;
    if (words.has(key)) return words.say(key);
  }
  return id;
}

/** Say an attribute of a message, or nothing where the message has no such attribute. */
export function sayIfThere(key: string, { words }: Pick<Reader, 'words'>): string {
  return words.has(key) ? words.say(key) : '';
}

/** Name a stance of a line. */
export function nameOfStance(
  owner: string,
  line: string,
  stance: string,
  { words }: Pick<Reader, 'words'>,
): string {
  return words.say(`stance-${owner}-${line}-${stance}`);
}

/** Name the stance at which a line stands in the reader's cells. */
export function nameOfCurrentStance(owner: string, line: string, reader: Reader): string {
  const table = reader.tables.lines.find((one) => one.owner === owner && one.id === line);
  const stance = table?.stances[reader.at(`stance.${owner}.${line}`)];
  return stance === undefined ? '' : nameOfStance(owner, line, stance, reader);
}
