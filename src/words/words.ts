/**
 * Keys to words, by Project Fluent. Hosts hand in the texts of the .ftl files; nothing is loaded here.
 * A missing text never throws: the key shows instead, in brackets.
 */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { FluentVariable } from '@fluent/bundle';
import { dirOf, formatsAs } from './languages.ts';
import { mirrored, stretched } from './pseudo.ts';

export type Args = Readonly<Record<string, string | number>>;

export interface Words {
  /** Code of the language, `xx` and `xx-rtl` included. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Say a key (`move-iran-surge`, or an attribute: `move-iran-surge.order`) with its values. */
  say(key: string, args?: Args): string;
  /** Tell whether there are words for a key, in this language or in English. */
  has(key: string): boolean;
  /** Write a number as the language does. */
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** Join items as the language does: "a, b and c". */
  list(items: readonly string[]): string;
  /** The same words without the invisible marks that keep directions apart: for exports, titles, diagrams. */
  readonly plain: Words;
}

/**
 * Make the words of a language.
 * @param lang a language code; `xx` and `xx-rtl` are made from the English texts
 * @param texts contents of its .ftl files, later ones not overriding earlier ones
 * @param english contents of the English files, used where a key is missing
 */
export function makeWords(lang: string, texts: readonly string[], english: readonly string[] = []): Words {
  const plain = build(lang, texts, english, false);
  return build(lang, texts, english, true, plain);
}

function build(
  lang: string,
  texts: readonly string[],
  english: readonly string[],
  isolating: boolean,
  plain?: Words,
): Words {
  const bundles = [
    bundleOf(lang, texts, isolating),
    ...(english.length > 0 ? [bundleOf('en', english, isolating)] : []),
  ];
  const numbers = new Map<string, Intl.NumberFormat>();
  // Made when a list is first said: browsers take their time over it.
  let lists: Intl.ListFormat | undefined;
  const words: Words = {
    lang,
    dir: dirOf(lang),
    say(key, args) {
      const [id = '', attribute] = key.split('.');
      for (const bundle of bundles) {
        const message = bundle.getMessage(id);
        const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
        if (!pattern) continue;
        // Without this list a missing value would throw; with it Fluent writes the value's name in braces.
        const errors: Error[] = [];
        const filling = (args ?? null) as Record<string, FluentVariable> | null;
        return withMinus(bundle.formatPattern(pattern, filling, errors));
      }
      return `⟨${key}⟩`;
    },
    has(key) {
      const [id = '', attribute] = key.split('.');
      return bundles.some((bundle) => {
        const message = bundle.getMessage(id);
        return (
          message !== undefined &&
          (attribute === undefined ? message.value !== null : message.attributes[attribute] !== undefined)
        );
      });
    },
    number(value, options) {
      const key = JSON.stringify(options ?? {});
      const format = numbers.get(key) ?? new Intl.NumberFormat(formatsAs(lang), options);
      numbers.set(key, format);
      return withMinus(format.format(value));
    },
    list(items) {
      lists ??= new Intl.ListFormat(formatsAs(lang), { type: 'conjunction' });
      return lists.format(items);
    },
    get plain() {
      return plain ?? words;
    },
  };
  return words;
}

/** Write a minus where a number is below nothing: number formats write a hyphen. */
function withMinus(text: string): string {
  return text.replace(/(^|[^\p{L}\p{N}])-(?=\p{N})/gu, '$1\u2212');
}

function bundleOf(lang: string, texts: readonly string[], useIsolating: boolean): FluentBundle {
  const transform = lang === 'xx' ? stretched : lang === 'xx-rtl' ? mirrored : undefined;
  const bundle = new FluentBundle(formatsAs(lang), { useIsolating, ...(transform ? { transform } : {}) });
  for (const text of texts) bundle.addResource(resourceOf(text));
  return bundle;
}

/** Texts as they were read: all words are made twice, with marks and plain, and again when a scenario opens. */
const read = new Map<string, FluentResource>();

function resourceOf(text: string): FluentResource {
  const known = read.get(text);
  if (known) return known;
  const resource = new FluentResource(text);
  read.set(text, resource);
  return resource;
}
