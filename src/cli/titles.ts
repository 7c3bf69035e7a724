/** English words of a scenario for what commands print. Screens have their own, in every language. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';

/** Gives the text of a key, the key itself where there is none. */
export type Titles = (key: string) => string;

/** Load the English words in a scenario's folder. */
export function titlesOf(folder: string): Titles {
  const path = join(folder, 'words/en.ftl');
  const bundle = new FluentBundle('en', { useIsolating: false });
  if (existsSync(path)) bundle.addResource(new FluentResource(readFileSync(path, 'utf8')));
  return (key) => {
    const [id = '', attribute] = key.split('.');
    const message = bundle.getMessage(id);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    return pattern ? bundle.formatPattern(pattern, {}, []) : key;
  };
}
