/**
 * Chance without state: every die is a keyed hash, so that adding or removing one rule moves no other die.
 * What a die is thrown for is decided elsewhere.
 */

/** A seed of 64 bits as two unsigned 32-bit words. */
export interface Seed {
  readonly high: number;
  readonly low: number;
}

/**
 * Hash whole 32-bit words with MurmurHash3 (x86, 32 bit; Austin Appleby, public domain algorithm).
 * @param words the input, each taken as an unsigned 32-bit word in little-endian order
 * @param seed any 32-bit number
 * @returns an unsigned 32-bit number
 */
export function murmur(words: ArrayLike<number>, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < words.length; at++) hash = mix(hash, words[at] ?? 0);
  return finish(hash, words.length * 4);
}

/**
 * Throw the die that belongs to one rule in one round.
 * @param seed the game's seed for dice (or for model doubt)
 * @param round the round, any integer
 * @param rule hash of the rule's id, see `ruleHash`
 * @param n which of the rule's dice this is, from 0
 * @param below how many faces, at least 1
 * @returns an integer from 0 to below - 1
 */
export function die(seed: Seed, round: number, rule: number, n: number, below: number): number {
  let hash = mix(0, seed.high);
  hash = mix(hash, seed.low);
  hash = mix(hash, round);
  hash = mix(hash, rule);
  hash = mix(hash, n);
  // The product stays below 2^53, so that this division is exact everywhere.
  return Math.floor((finish(hash, 20) * below) / 4294967296);
}

/** Hash a rule's id to the 32-bit word that keys its dice. */
export function ruleHash(id: string): number {
  const words: number[] = [];
  for (let at = 0; at < id.length; at++) words.push(id.charCodeAt(at));
  return murmur(words, 0x52656421);
}

/**
 * Read a seed as a player may type it.
 * @param text a number or any text; sixteen hexadecimal digits are taken as they are
 * @returns the seed; every text gives one
 */
export function seedFrom(text: string): Seed {
  if (/^[0-9a-f]{16}$/.test(text)) {
    return { high: Number.parseInt(text.slice(0, 8), 16), low: Number.parseInt(text.slice(8), 16) };
  }
  const words = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  return { high: murmur(words, 1), low: murmur(words, 2) };
}

/** Write a seed as sixteen hexadecimal digits, which `seedFrom` reads back. */
export function seedText(seed: Seed): string {
  return hex(seed.high) + hex(seed.low);
}

/** Derive a seed for another purpose, so that the two never share a die. */
export function seedFor(seed: Seed, purpose: string): Seed {
  const key = ruleHash(purpose);
  return { high: murmur([seed.high, seed.low, key], 3), low: murmur([seed.high, seed.low, key], 4) };
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  k = Math.imul(k, 0x1b873593);
  let h = hash ^ k;
  h = (h << 13) | (h >>> 19);
  return (Math.imul(h, 5) + 0xe6546b64) | 0;
}

function finish(hash: number, bytes: number): number {
  let h = hash ^ bytes;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}
