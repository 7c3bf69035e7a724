/** Records as files: written for keeping or for the command line, and read back with one sentence for whatever is wrong. */
import type { GameRecord } from '../engine/record.ts';
import { readRecord } from '../engine/recordFile.ts';
import type { RecordProblem } from '../engine/recordFile.ts';
import { saveFile } from './saveFile.ts';
import type { Notice } from './shell.svelte.ts';

/** Hand a record to the reader as a file to keep. */
export function saveRecord(record: GameRecord): void {
  saveFile(`${JSON.stringify(record, null, 1)}\n`, nameOf(record), 'application/json');
}

/**
 * Read a record from a file that somebody picked.
 * @param isKnown tells whether a scenario is here
 * @returns the record, or one sentence about what is wrong; the reader's own lines go with it where they say where
 */
export async function readRecordFile(
  file: File,
  isKnown: (scenario: string) => boolean,
): Promise<{ readonly record: GameRecord } | { readonly notice: Notice }> {
  const args = { file: file.name };
  if (file.size > mostBytes) return { notice: { key: 'record-too-big', args } };
  const read = readRecord(await file.text(), file.name);
  if (!read.ok) {
    const { kind, sentence } = read.problem;
    const key = sentences[kind];
    return {
      notice: { key, args, ...(kind === 'damaged' || kind === 'wrong' ? { lines: [sentence] } : {}) },
    };
  }
  const { record } = read;
  if (!isKnown(record.scenario.id)) {
    return { notice: { key: 'record-other-scenario', args: { ...args, scenario: record.scenario.id } } };
  }
  return { record };
}

/** No record comes near this. */
const mostBytes = 5_000_000;

const sentences = {
  damaged: 'record-damaged',
  foreign: 'record-foreign',
  newer: 'record-newer',
  wrong: 'record-wrong',
  otherScenario: 'record-other-scenario',
} as const satisfies Record<RecordProblem['kind'], string>;

/** A name that says how far the game has come: the round that is being played, or how many were. */
function nameOf({ scenario, seats, options, decisions }: GameRecord): string {
  const seat = Object.entries(seats).find(([, { plays }]) => plays === 'person')?.[0] ?? 'all';
  const locks = decisions.filter(({ kind }) => kind === 'lock');
  const seated = new Set(locks.map((lock) => lock.seat)).size;
  const played = seated === 0 ? 0 : Math.floor(locks.length / seated);
  const isOver = played >= options.rounds || decisions.at(-1)?.kind === 'debrief';
  const stage = isOver ? `over-after-${played}` : `round-${played + 1}`;
  return `red-lines-${scenario.id}-${seat}-${stage}.json`;
}
