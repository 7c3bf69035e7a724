/**
 * Games kept in this browser (IndexedDB). A save keeps what was seen as well as what was decided, and the scenario's own
 * files, so that it can still be shown when rules or scenario have changed since. Reading a save's record is done elsewhere.
 */
import { del, get, keys, set, update } from 'idb-keyval';
import type { Change } from '../engine/changes.ts';
import type { GameRecord } from '../engine/record.ts';
import type { Said } from '../table/table.ts';
import type { Draft } from './game.svelte.ts';
import type { ScenarioTexts } from './scenarioTexts.ts';

export const saveFormat = 1;

/** What the first screen needs to know of a save. */
export interface SaveCard {
  readonly id: string;
  readonly scenario: string;
  readonly seat: string;
  readonly round: number;
  readonly rounds: number;
  readonly isOver: boolean;
  /** How many assumptions were the player's own; left out where none was. */
  readonly assumed?: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** A game as it was last seen. */
export interface Save {
  readonly format: typeof saveFormat;
  readonly card: SaveCard;
  /** Version of the engine that wrote it. */
  readonly app: string;
  /** Digest of the scenario whose files stand beside the saves. */
  readonly files: string;
  readonly record: GameRecord;
  readonly changes: readonly Change[];
  readonly cells: Int32Array;
  readonly said: readonly Said[];
  readonly draft: Draft;
  /** The branch that was open, and what was said in the others; left out where there are no forks. */
  readonly branch?: string;
  readonly saidOf?: Readonly<Record<string, readonly Said[]>>;
  /** Place in the changes from which a round had not been told to its end. */
  readonly untold?: number;
}

const listKey = 'saves';
const gameKey = (id: string): string => `game:${id}`;
const filesKey = (digest: string): string => `files:${digest}`;

/** Tell whether games can be kept here: not in some private windows, and not where storage is forbidden. */
export async function canSave(): Promise<boolean> {
  try {
    await get(listKey);
    return true;
  } catch {
    return false;
  }
}

/** List the saves, newest first; empty where nothing can be read. */
export async function listSaves(): Promise<readonly SaveCard[]> {
  try {
    const list: unknown = await get(listKey);
    const cards = (Array.isArray(list) ? list : []).filter(isCard);
    const ids = new Set<string>();
    // Whatever else has written here: a card that is none is passed over, and no id stands twice.
    const once = cards.filter(({ id }) => !ids.has(id) && ids.add(id));
    return once.sort((one, other) => other.savedAt - one.savedAt);
  } catch {
    return [];
  }
}

/** Thrown where another tab has taken the same game on: what was done there is not written over. */
export class Overtaken extends Error {}

let writing: Promise<unknown> = Promise.resolve();

/** A save with the tab that wrote it. */
type Written = Save & { tab?: string };

const thisTab = String(Math.random());

/**
 * Keep a game, over its earlier state; calls are carried out in order. Rejected where storage refuses, and with `Overtaken`
 * where another tab has kept something that this game does not hold. A tab may take back what it kept itself: a branch
 * that is removed.
 * @param tab the one that keeps it
 */
export function keep(save: Save, files: ScenarioTexts, tab = thisTab): Promise<void> {
  const written = writing.then(async () => {
    const kept = await get<Written>(gameKey(save.card.id));
    if (kept && kept.tab !== tab && !holds(save.record, kept.record)) throw new Overtaken();
    const known = new Set(await keys());
    if (!known.has(filesKey(save.files))) await set(filesKey(save.files), files);
    await set(gameKey(save.card.id), { ...save, tab } satisfies Written);
    await update<SaveCard[]>(listKey, (list = []) => [
      save.card,
      ...list.filter(({ id }) => id !== save.card.id),
    ]);
  });
  writing = written.catch(() => undefined);
  return written;
}

/** Tell whether all that was decided in a record, and in each of its forks, was decided in another too. */
function holds({ decisions, forks = [] }: GameRecord, earlier: GameRecord | undefined): boolean {
  const begins = (whole: readonly unknown[], part: readonly unknown[]): boolean =>
    part.every((one, at) => JSON.stringify(one) === JSON.stringify(whole[at]));
  return (
    begins(decisions, earlier?.decisions ?? []) &&
    (earlier?.forks ?? []).every((fork) =>
      begins(forks.find(({ id }) => id === fork.id)?.decisions ?? [], fork.decisions),
    )
  );
}

/** Read a save with its scenario's files, without a draft that is none; null where it is gone, broken, or was written by a newer version. */
export async function readSave(id: string): Promise<{ save: Save; files: ScenarioTexts } | null> {
  try {
    const written = await get<Written>(gameKey(id));
    if (!written || written.format !== saveFormat || !isWhole(written)) return null;
    const save = { ...written, draft: isDraft(written.draft) ? written.draft : noDraft };
    delete save.tab;
    const files = await get<ScenarioTexts>(filesKey(save.files));
    return files && typeof files.scenario === 'string' && typeof files.sources === 'string'
      ? { save, files }
      : null;
  } catch {
    return null;
  }
}

const noDraft: Draft = { answer: undefined, moves: [], withhold: [] };

/** Tell whether a save has the parts without which no screen can be drawn; what they say is for the rules to read. */
function isWhole({ card, record, changes, cells, said }: Partial<Save>): boolean {
  const lists = [record?.decisions, record?.digests, changes, said];
  return isCard(card) && cells instanceof Int32Array && lists.every(Array.isArray);
}
function isDraft(draft: Partial<Draft> | null | undefined): boolean {
  return Array.isArray(draft?.moves) && Array.isArray(draft.withhold);
}

function isCard(card: unknown): card is SaveCard {
  if (typeof card !== 'object' || card === null) return false;
  const { id, scenario, seat, round, rounds, savedAt } = card as Record<string, unknown>;
  const texts = [id, scenario, seat].every((one) => typeof one === 'string');
  return texts && [round, rounds, savedAt].every((one) => typeof one === 'number');
}

/** Delete a save, and its scenario's files when no other save needs them. */
export async function deleteSave(id: string): Promise<void> {
  await writing;
  await update<SaveCard[]>(listKey, (list = []) => list.filter((card) => card.id !== id));
  await del(gameKey(id));
  const left = await listSaves();
  const needed = new Set(
    (await Promise.all(left.map((card) => get<Save>(gameKey(card.id))))).map((save) =>
      save ? filesKey(save.files) : '',
    ),
  );
  const unneeded = (await keys()).filter(
    (key) => typeof key === 'string' && key.startsWith('files:') && !needed.has(key),
  );
  await Promise.all(unneeded.map((key) => del(key)));
}
