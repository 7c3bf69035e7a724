/**
 * A game as a link: its record, packed, behind the # of the address, so that no server ever gets it. What comes in may come from
 * anywhere: it is unpacked no further than a record can be long, and whatever is wrong with it is told in one sentence.
 */
import { readRecord } from '../../engine/recordFile.ts';
import type { GameRecord } from '../../engine/record.ts';
import type { RecordProblem } from '../../engine/recordFile.ts';
import type { Notice } from '../shell.svelte.ts';

/**
 * Letters of the longest link that is made. Browsers take far longer ones; mail and chat programs begin to cut them here. A whole game
 * of eight rounds needs some three thousand.
 */
export const longestLink = 8000;
/** Letters of the longest that is read: links that other editions may make. */
const longestRead = 40_000;
/** Bytes to which a link may unpack: many times a long game with its forks. */
const mostUnpacked = 1_000_000;

export interface MadeLink {
  readonly url: string;
  /** Forks that had no room in it. */
  readonly forksLeft: number;
}

/**
 * Make the link to a game.
 * @param page address of the page, without what stands behind #
 * @param round the round at whose report it opens; the debrief where it is null
 * @returns the link, without the forks where they have no room; how long it would be where even the game has none
 */
export async function makeLink(
  record: GameRecord,
  page: string,
  round: number | null,
): Promise<MadeLink | { readonly tooLong: number }> {
  const { forks = [], ...main } = record;
  const whole = await urlOf(record, page, round);
  if (whole.length <= longestLink) return { url: whole, forksLeft: 0 };
  const url = await urlOf(main, page, round);
  return url.length <= longestLink ? { url, forksLeft: forks.length } : { tooLong: url.length };
}

async function urlOf(record: GameRecord, page: string, round: number | null): Promise<string> {
  const packed = await packed64(JSON.stringify(record));
  return `${page}#game=${packed}${round === null ? '' : `&round=${round}`}`;
}

export type ReadLink =
  | { readonly record: GameRecord; readonly round: number | null }
  | { readonly notice: Notice };

/** Tell whether this browser can pack and unpack links. */
export function canLink(): boolean {
  return typeof CompressionStream !== 'undefined' && typeof DecompressionStream !== 'undefined';
}

/**
 * Read the game that a link holds.
 * @param hash what stands behind the address, # included
 * @param isKnown tells whether a scenario is here
 */
export async function readLink(hash: string, isKnown: (scenario: string) => boolean): Promise<ReadLink> {
  const parts = new URLSearchParams(hash.slice(1));
  const packed = parts.get('game') ?? '';
  if (!canLink()) return { notice: { key: 'link-cannot' } };
  if (hash.length > longestRead) return { notice: { key: 'link-too-long' } };
  const text = await unpacked(packed);
  if (text === null) return { notice: { key: 'link-damaged' } };
  if (text === 'tooBig') return { notice: { key: 'link-too-big' } };
  const read = readRecord(text, 'the link');
  if (!read.ok) return { notice: { key: sentences[read.problem.kind] } };
  const { record } = read;
  if (!isKnown(record.scenario.id))
    return { notice: { key: 'link-other-scenario', args: { scenario: record.scenario.id } } };
  const round = Number(parts.get('round') ?? Number.NaN);
  const isRound = Number.isInteger(round) && round >= 1 && round <= record.options.rounds + 2;
  return { record, round: isRound ? round : null };
}

const sentences = {
  damaged: 'link-damaged',
  foreign: 'link-foreign',
  newer: 'link-newer',
  wrong: 'link-wrong',
  otherScenario: 'link-foreign',
} as const satisfies Record<RecordProblem['kind'], string>;

async function packed64(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Unpack a text; null where it is damaged, `tooBig` where it would grow beyond any record: then nothing more of it is read. */
async function unpacked(packed: string): Promise<string | null> {
  if (packed === '' || !/^[\w-]+$/.test(packed)) return null;
  try {
    const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let size = 0;
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > mostUnpacked) {
        await reader.cancel();
        return 'tooBig';
      }
      text += decoder.decode(part.value, { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return null;
  }
}
