/** Which languages there are, which one to take, and how a language sets the page. */
import { negotiateLanguages } from '@fluent/langneg';

export interface Language {
  readonly code: string;
  /** Its own name, in its own script. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  /** Code whose numbers and plurals it uses. */
  readonly formats: string;
  /** Made from the English texts to show what is not in a text file and what does not mirror. */
  readonly pseudo?: boolean;
}

export const availableLanguages: readonly Language[] = [
  { code: 'en', name: 'English', dir: 'ltr', formats: 'en' },
  { code: 'xx', name: '[Éñģļîšĥ]', dir: 'ltr', formats: 'en', pseudo: true },
  { code: 'xx-rtl', name: '[ɥsᴉlƃuƎ]', dir: 'rtl', formats: 'ar', pseudo: true },
];

/**
 * Pick a language.
 * @param requested what the reader's browser asks for, best first
 * @param saved what the reader chose before
 * @param pseudo true where the made-up languages may be picked
 */
export function pickLanguage(requested: readonly string[], saved?: string, pseudo = false): Language {
  const offered = availableLanguages.filter((language) => pseudo || !language.pseudo);
  const chosen = offered.find(({ code }) => code === saved);
  const real = offered.filter((language) => !language.pseudo).map(({ code }) => code);
  const [best] = negotiateLanguages(requested, real, { defaultLocale: 'en', strategy: 'lookup' });
  const found = chosen ?? offered.find(({ code }) => code === best) ?? availableLanguages[0];
  if (!found) throw new Error('no language is available');
  return found;
}

/** Set language and direction of a page. */
export function applyLanguage(
  page: { documentElement: { lang: string; dir: string } },
  words: { lang: string; dir: string },
): void {
  page.documentElement.lang = formatsAs(words.lang);
  page.documentElement.dir = words.dir;
}

/** Code by whose rules a language writes numbers and plurals: `xx-rtl` is no valid code of its own. */
export function formatsAs(lang: string): string {
  return availableLanguages.find(({ code }) => code === lang)?.formats ?? lang;
}

export function dirOf(lang: string): 'ltr' | 'rtl' {
  return availableLanguages.find(({ code }) => code === lang)?.dir ?? 'ltr';
}
