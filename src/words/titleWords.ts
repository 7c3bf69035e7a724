/**
 * Picks from a scenario's words those that are said before it is opened: its title, what it asks and warns of, its capitals. The
 * rest is a hundred times as much, and comes with the scenario.
 */

const saidBefore = /^(?:scenario-(?:title|question|blurb|note)|capital-[\w-]+|-[\w-]+)$/;

/**
 * Pick them.
 * @param text a scenario's words as they stand in its .ftl file
 * @returns the same, without all other messages and comments
 */
export function titleWords(text: string): string {
  const entries = text.split(/^(?=\S)/m);
  return entries.filter((entry) => saidBefore.test(/^(-?[a-zA-Z][\w-]*) *=/.exec(entry)?.[1] ?? '')).join('');
}
