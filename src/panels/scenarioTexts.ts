/**
 * Fetches a scenario's files as text, by address relative to the page. What stands in them is read elsewhere, later and
 * with the engine; here only the words are needed, for the library's titles.
 */

/** A scenario's files as they were served; a save keeps them, so that a later edit of the scenario does not kill it. */
export interface ScenarioTexts {
  readonly id: string;
  readonly scenario: string;
  readonly sources: string;
  /** What the debrief puts beside a game, where the scenario has it. */
  readonly timeline?: string;
  /** Text of words/<language>.ftl by language. */
  readonly words: Readonly<Record<string, string>>;
}

/** One entry of assets/scenarios/index.json. */
export interface ScenarioEntry {
  readonly id: string;
  readonly languages: readonly string[];
  readonly capitals: readonly string[];
  /** True where the scenario has a timeline.json. */
  readonly timeline?: boolean;
  /** True where it has a laboratory.json. */
  readonly laboratory?: boolean;
}

/** Thrown where a file cannot be had; `file` is its address relative to the page. */
export class FileMissing extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`cannot load ${file}`);
    this.file = file;
  }
}

/** Fetch the list of scenarios; throws FileMissing. */
export async function fetchIndex(): Promise<readonly ScenarioEntry[]> {
  const file = 'scenarios/index.json';
  try {
    const { scenarios } = JSON.parse(await fetchText(file)) as { scenarios: readonly ScenarioEntry[] };
    return scenarios;
  } catch (error) {
    throw error instanceof FileMissing ? error : new FileMissing(file);
  }
}

/** Fetch a scenario's words in the language that serves best; throws FileMissing. */
export function fetchWords(entry: ScenarioEntry, language: string): Promise<Record<string, string>> {
  return fetchEach(entry, language, (one) => `${one}.ftl`);
}

/** Fetch of them what is said before the scenario is opened; throws FileMissing. */
export function fetchTitles(entry: ScenarioEntry, language: string): Promise<Record<string, string>> {
  return fetchEach(entry, language, (one) => `titles.${one}.ftl`);
}

async function fetchEach(
  { id, languages }: ScenarioEntry,
  language: string,
  nameOf: (language: string) => string,
): Promise<Record<string, string>> {
  const wanted = languages.filter((one) => one === 'en' || one === language);
  const texts = await Promise.all(wanted.map((one) => fetchText(`scenarios/${id}/words/${nameOf(one)}`)));
  return Object.fromEntries(wanted.map((one, at) => [one, texts[at] ?? '']));
}

/** Fetch all that is needed to play a scenario; throws FileMissing. */
export async function fetchTexts(entry: ScenarioEntry, language: string): Promise<ScenarioTexts> {
  const [scenario, sources, words, timeline] = await Promise.all([
    fetchText(`scenarios/${entry.id}/scenario.json`),
    fetchText(`scenarios/${entry.id}/sources.json`),
    fetchWords(entry, language),
    entry.timeline ? fetchText(`scenarios/${entry.id}/timeline.json`) : null,
  ]);
  return { id: entry.id, scenario, sources, words, ...(timeline === null ? {} : { timeline }) };
}

/** Fetch a file as text; throws FileMissing, also where a server answers with its start page instead. */
export async function fetchText(file: string): Promise<string> {
  try {
    const response = await fetch(file);
    const type = response.headers.get('content-type') ?? '';
    if (response.ok && !type.startsWith('text/html')) return await response.text();
  } catch {
    // No network: told below like any other file that cannot be had.
  }
  throw new FileMissing(file);
}
