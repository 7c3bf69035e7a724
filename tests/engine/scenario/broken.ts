/** Breaks the real scenario in one place and gives the sentences its author would read. */
import { readFileSync } from 'node:fs';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import type { ScenarioFiles } from '../../../src/engine/scenario/readScenario.ts';
import type { ScenarioShape } from '../../../src/engine/scenario/schema.ts';
import { textsOf } from '../../../src/engine/scenario/texts.ts';
import { keysOf } from '../../../src/words/keys.ts';

const folder = new URL('../../../assets/scenarios/tehran-2016/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** The files of `tehran-2016` as they lie on disk. */
export const onDisk: Required<ScenarioFiles> = {
  'scenario.json': read('scenario.json'),
  'sources.json': read('sources.json'),
  'checks.json': read('checks.json'),
  'history.json': read('history.json'),
  'timeline.json': read('timeline.json'),
  'glossary.json': read('glossary.json'),
  'laboratory.json': read('laboratory.json'),
  textKeys: keysOf(read('words/en.ftl')),
};

/** The same with nothing beside what is needed, so that a test sees only what it broke itself. */
export const whole: Required<Omit<ScenarioFiles, 'laboratory.json'>> = {
  ...withoutLaboratory(),
  'sources.json': JSON.stringify(
    Object.fromEntries(
      Object.entries(JSON.parse(onDisk['sources.json']) as object).filter(([key]) =>
        onDisk['scenario.json'].includes(`"${key}"`),
      ),
    ),
  ),
  'checks.json': '[]',
  'history.json': JSON.stringify({
    format: 1,
    rounds: [],
    events: [],
    indicators: [],
    fitted: [],
    notes: [],
  }),
  'timeline.json': JSON.stringify({ format: 1, entries: [] }),
  'glossary.json': JSON.stringify({ format: 1, terms: [], contested: [] }),
  textKeys: new Set(
    textsOf(JSON.parse(onDisk['scenario.json']) as ScenarioShape)
      .filter(({ optional }) => !optional)
      .map(({ key }) => key),
  ),
};

function withoutLaboratory(): Required<Omit<ScenarioFiles, 'laboratory.json'>> {
  const files = Object.entries(onDisk).filter(([name]) => name !== 'laboratory.json');
  return Object.fromEntries(files) as unknown as Required<Omit<ScenarioFiles, 'laboratory.json'>>;
}

/** Data that a test may write to without knowing its shape. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test breaks data on purpose, in ways no type allows
export type Loose = any;

/** Read the scenario with its data changed; gives the sentences of all problems. */
export function broken(change: (scenario: Loose) => void): string[] {
  const scenario: Loose = JSON.parse(whole['scenario.json']);
  change(scenario);
  return sentences({ ...whole, 'scenario.json': JSON.stringify(scenario) });
}

/** Read files; gives the sentences of all problems. */
export function sentences(files: ScenarioFiles): string[] {
  const out = readScenario(files);
  return out.ok ? [] : out.problems.map(({ sentence }) => sentence);
}

/** Find an entry of a list by id. */
export function byId(list: readonly Loose[], id: string): Loose {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
