/** English words of a scenario for what commands print. Screens have their own, in every language. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWords } from '../words/words.ts';

/** Gives the text of a key, the key itself where there is none. */
export type Titles = (key: string) => string;

/** Load the English words in a scenario's folder. */
export function titlesOf(folder: string): Titles {
  const path = join(folder, 'words/en.ftl');
  const words = makeWords('en', existsSync(path) ? [readFileSync(path, 'utf8')] : []).plain;
  return (key) => (words.has(key) ? words.say(key) : key);
}
