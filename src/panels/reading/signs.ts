/** Signs of what may come: what can be seen a round before an event, an unasked act or an outsider's act. */
import { sayIfThere } from './reader.ts';
import type { Reader } from './reader.ts';

export interface Sign {
  readonly path: string;
  readonly text: string;
}

/** List the signs that show now, those of clients first, then outsiders, then events. */
export function signsShown(reader: Reader): Sign[] {
  const { tables } = reader;
  const keys: [path: string, key: string][] = [
    ...tables.clients.flatMap((client) =>
      client.moves
        .filter(({ sign }) => sign >= 0)
        .map(({ id }): [string, string] => [`sign.${client.id}.${id}`, `move-${client.id}-${id}.sign`]),
    ),
    ...tables.outsiders.map(({ id }): [string, string] => [`sign.outsider.${id}`, `outsider-${id}.sign`]),
    ...tables.events.map(({ id }): [string, string] => [`sign.event.${id}`, `event-${id}.sign`]),
  ];
  return keys
    .filter(([path]) => reader.at(path) === 1)
    .map(([path, key]) => ({ path, text: sayIfThere(key, reader) }))
    .filter(({ text }) => text !== '');
}
