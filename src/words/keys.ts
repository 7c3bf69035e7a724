/** Reads which keys a file of words has. What they say, and in which language, does not matter here. */
import { FluentResource } from '@fluent/bundle';

/**
 * List the keys of a Fluent file: `move-iran-surge` for a message with a value, `move-iran-surge.order` for an attribute.
 * Lines that are not Fluent are passed over, so that their keys are missing from the list.
 */
export function keysOf(ftl: string): Set<string> {
  const keys = new Set<string>();
  for (const { id, value, attributes } of new FluentResource(ftl).body) {
    if (id.startsWith('-')) continue;
    if (value !== null) keys.add(id);
    for (const attribute of Object.keys(attributes)) keys.add(`${id}.${attribute}`);
  }
  return keys;
}
