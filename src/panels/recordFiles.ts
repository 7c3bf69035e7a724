/** Records as files: written for keeping or for the command line, and read back with one sentence for whatever is wrong. */
import type { GameRecord } from '../engine/record.ts';
import { readRecord } from '../engine/recordFile.ts';
import type { Notice } from './shell.svelte.ts';

/** Hand a record to the reader as a file to keep. */
export function saveRecord(record: GameRecord): void {
  const file = new Blob([`${JSON.stringify(record, null, 1)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = nameOf(record);
  link.click();
  // The browser has taken the file over by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** Read a record from a file that somebody picked; what is wrong with it comes back as a notice. */
export async function readRecordFile(
  file: File,
  isKnown: (scenario: string) => boolean,
): Promise<{ readonly record: GameRecord } | { readonly notice: Notice }> {
  const read = readRecord(await file.text());
  return { notice: { key: 'record-foreign', args: { file: file.name } } };
}

function nameOf({ scenario, seats, digests }: GameRecord): string {
  const seat = Object.entries(seats).find(([, { plays }]) => plays === 'person')?.[0] ?? 'all';
  return `red-lines-${scenario.id}-${seat}-round-${digests.length}.json`;
}
