/**
 * Games that several people play at this one device, kept in the browser: the scenario's files, the table and what each capital
 * is drafting. One of each kind is kept. Games for one person are kept elsewhere.
 */
import { del, get, set } from 'idb-keyval';
import type { SharedKept } from '../../table/sharedTable.ts';
import type { Draft } from '../game.svelte.ts';
import type { ScenarioTexts } from '../scenarioTexts.ts';

/** Ways of playing whose game lies in this browser. */
export type KeptWay = 'device' | 'slips';

export interface KeptHere {
  readonly format: 1;
  readonly texts: ScenarioTexts;
  readonly table: SharedKept;
  readonly drafts: Readonly<Record<string, Draft>>;
  /** How often each capital had the device this round. */
  readonly turns: Readonly<Record<string, number>>;
  /** True while the last round has not been told to its end. */
  readonly telling: boolean;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

const placeOf = (way: KeptWay): string => `together:${way}`;
let writing: Promise<unknown> = Promise.resolve();

/** Keep a game over its earlier state; false where the browser keeps nothing. Calls are carried out in order. */
export function keepHere(way: KeptWay, kept: KeptHere): Promise<boolean> {
  const written = writing
    .then(() => set(placeOf(way), kept))
    .then(
      () => true,
      () => false,
    );
  writing = written;
  return written;
}

/** Read the game that was kept; null where there is none that can be read. */
export async function readHere(way: KeptWay): Promise<KeptHere | null> {
  try {
    const kept = await get<KeptHere>(placeOf(way));
    return kept?.format === 1 && typeof kept.texts?.scenario === 'string' ? kept : null;
  } catch {
    return null;
  }
}

/** Delete the game that was kept. */
export async function dropHere(way: KeptWay): Promise<void> {
  await writing;
  await del(placeOf(way)).catch(() => undefined);
}
