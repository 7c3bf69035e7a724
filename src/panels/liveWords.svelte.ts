/**
 * Words that change under the screens: the interface's texts and those of the scenario that is open, in the reader's
 * language. Whatever says a word through this redraws when language or scenario change. What a key says is not decided here.
 */
import { makeWords } from '../words/words.ts';
import type { Args, Words } from '../words/words.ts';
import { fetchText, fetchTitles, fetchWords } from './scenarioTexts.ts';
import type { ScenarioEntry } from './scenarioTexts.ts';

/** Texts by language. */
type Texts = Readonly<Record<string, string>>;

const english = 'en';

export class LiveWords implements Words {
  private readonly library: readonly ScenarioEntry[];
  /** Words of scenarios that were opened, and of all others what is said before. */
  private readonly scenarios = new Map<string, Texts>();
  private readonly titles = new Map<string, Texts>();
  /** The interface's texts by language: the main file, then further ones. */
  private interfaceTexts: Readonly<Record<string, readonly string[]>> = {};
  /** Further files of the interface's texts that were asked for. */
  private parts: readonly string[] = [];
  private opened: string | null = null;
  private now: Words = $state.raw(makeWords(english, []));
  /** Words of one scenario each, for the library; made when asked for. */
  private each: ReadonlyMap<string, Words> = $state.raw(new Map());

  constructor(library: readonly ScenarioEntry[]) {
    this.library = library;
  }

  /** Load a language and speak it from now on; throws FileMissing and goes on in the old one. */
  async speak(language: string): Promise<void> {
    const [own, ...words] = await Promise.all([
      loadInterface(language, this.interfaceTexts, this.parts),
      ...this.library.map(async (entry) => {
        const [known, fetched] = this.scenarios.has(entry.id)
          ? ([this.scenarios, fetchWords] as const)
          : ([this.titles, fetchTitles] as const);
        return { id: entry.id, known, texts: await fetched(entry, language) };
      }),
    ]);
    this.interfaceTexts = own;
    for (const { id, known, texts } of words) known.set(id, { ...known.get(id), ...texts });
    this.rebuild(language);
  }

  /** Load texts that only a part of the interface needs, and keep them through changes of language; throws FileMissing. */
  async more(part: string): Promise<void> {
    if (this.parts.includes(part)) return;
    const codes = Object.keys(this.interfaceTexts);
    const texts = await Promise.all(codes.map((code) => fetchText(`words/${part}.${code}.ftl`)));
    this.parts = [...this.parts, part];
    this.interfaceTexts = Object.fromEntries(
      codes.map((code, at) => [code, [...(this.interfaceTexts[code] ?? []), texts[at] ?? '']]),
    );
    this.rebuild(this.now.lang);
  }

  /** Take over the words of a scenario that is opened now, as they came with its other files. */
  open(id: string, texts: Texts): void {
    this.scenarios.set(id, { ...this.scenarios.get(id), ...texts });
    this.opened = id;
    this.rebuild(this.now.lang);
  }

  /** Give the words of a scenario that need not be the open one; the interface's stand behind them. */
  of(id: string): Words {
    return this.each.get(id) ?? this.now;
  }

  get lang(): string {
    return this.now.lang;
  }
  get dir(): 'ltr' | 'rtl' {
    return this.now.dir;
  }
  get plain(): Words {
    return this.now.plain;
  }
  say(key: string, args?: Args): string {
    return this.now.say(key, args);
  }
  has(key: string): boolean {
    return this.now.has(key);
  }
  number(value: number, options?: Intl.NumberFormatOptions): string {
    return this.now.number(value, options);
  }
  list(items: readonly string[]): string {
    return this.now.list(items);
  }

  private rebuild(language: string): void {
    const each = [...this.titles, ...this.scenarios];
    const made = new Map(each.map(([id, texts]) => [id, this.make(language, texts)]));
    this.each = made;
    this.now = (this.opened === null ? undefined : made.get(this.opened)) ?? this.make(language, {});
  }

  private make(language: string, scenario: Texts): Words {
    const read = (code: string): string[] =>
      [...(this.interfaceTexts[code] ?? []), scenario[code]].filter((text) => text !== undefined);
    const own = read(language);
    // A made-up language is made from the English texts; a real one falls back on them.
    return own.length === 0 || language === english
      ? makeWords(language, read(english))
      : makeWords(language, own, read(english));
  }
}

/** Fetch the interface's texts in English and in a real other language, what is known already left out. */
async function loadInterface(
  language: string,
  known: Readonly<Record<string, readonly string[]>>,
  parts: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const wanted = new Set([english, ...(language.startsWith('xx') ? [] : [language])]);
  const missing = [...wanted].filter((code) => known[code] === undefined);
  const texts = await Promise.all(
    missing.map(async (code) => {
      const files = [code, ...parts.map((part) => `${part}.${code}`)];
      return Promise.all(files.map((file) => fetchText(`words/${file}.ftl`)));
    }),
  );
  return { ...known, ...Object.fromEntries(missing.map((code, at) => [code, texts[at] ?? []])) };
}
