/**
 * Long work that comes in parts, so that a page can answer in between: a generator that yields where one may rest and returns what
 * came of it. Who has nothing else to do does it at once.
 */
export type InParts<T> = Generator<void, T, void>;

/** Do all parts one after the other. @returns what came of the work */
export function atOnce<T>(work: InParts<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
