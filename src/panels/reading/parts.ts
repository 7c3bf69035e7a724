/**
 * What aims and the ledger of people are made of: each part with its published weight, where it counts from and to, and what it
 * makes of the whole now. How a part came to stand where it stands is the business of `causes.ts`.
 */
import type { PartTable } from '../../engine/tables.ts';
import { tellCell, tellValue } from './level.ts';
import type { Reader } from './reader.ts';

export interface Part {
  readonly path: string;
  readonly value: number;
  /** How far it is reached, and what that makes of the whole, both in hundredths. */
  readonly reached: number;
  readonly makes: number;
  readonly sentence: string;
}

/**
 * List the parts of an aim or of the ledger, the heaviest first; none for any other path.
 * @param cells as they stood when the whole was put together
 */
export function partsOf(path: string, cells: Int32Array, reader: Reader): Part[] {
  const tables = tablesOf(path, reader);
  const weights = tables.reduce((sum, { weight }) => sum + weight, 0);
  return [...tables]
    .sort((one, other) => other.weight - one.weight)
    .map(({ cell, from, to, weight }) => {
      const name = reader.tables.layout.paths[cell] ?? '';
      const value = cells[cell] ?? 0;
      const share = Math.trunc(((value - from) * 10000) / (to - from));
      const reached = Math.min(10000, Math.max(0, share));
      const makes = (reached * weight) / weights;
      const sentence = reader.words.say('cause-part', {
        what: tellCell(name, reader),
        value: tellValue(name, value, reader),
        weight: Math.round((weight * 100) / weights),
        none: tellValue(name, from, reader),
        all: tellValue(name, to, reader),
        reached: Math.round(reached / 100),
        makes: makes / 100,
      });
      return { path: name, value, reached, makes, sentence };
    });
}

function tablesOf(path: string, { tables }: Reader): readonly PartTable[] {
  const [kind, who, aim] = path.split('.');
  if (kind === 'people') return tables.people;
  if (kind !== 'aim') return [];
  return tables.capitals.find(({ id }) => id === who)?.aims.find(({ id }) => id === aim)?.parts ?? [];
}
