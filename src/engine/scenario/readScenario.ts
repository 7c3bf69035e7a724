/**
 * Reads a scenario's files: either everything the game needs, or all that is wrong with them at once.
 * Nothing else in the house takes a scenario from a file.
 */
import type { z } from '../zod.ts';
import { compiling } from '../compile/compile.ts';
import { atOnce } from '../inParts.ts';
import type { InParts } from '../inParts.ts';
import type { Tables } from '../tables.ts';
import { checkHistory } from './checkHistory.ts';
import { checkPromises } from './checkPromises.ts';
import { checkSources } from './checkSources.ts';
import { crossChecking } from './crossCheck.ts';
import type { Findings } from './crossCheck.ts';
import { findFeatures } from './features.ts';
import { checkGlossary, Glossary, glossaryKeys } from './glossarySchema.ts';
import type { GlossaryShape } from './glossarySchema.ts';
import { History } from './historySchema.ts';
import type { HistoryShape } from './historySchema.ts';
import { knownOf } from './known.ts';
import { checkLaboratory, Laboratory, laboratoryKeys } from './laboratorySchema.ts';
import type { LaboratoryShape } from './laboratorySchema.ts';
import { reporterFor } from './problems.ts';
import type { Path, Problem, Reporter } from './problems.ts';
import { readJson } from './readJson.ts';
import { Checks, Scenario, Sources } from './schema.ts';
import type { CheckShape, ScenarioShape, SourcesShape } from './schema.ts';
import { isInside, shapeOf } from './shape.ts';
import { checkTexts } from './texts.ts';
import { checkTimeline, Timeline, timelineKey } from './timelineSchema.ts';
import type { TimelineShape } from './timelineSchema.ts';
import { upgrade } from './upgrade.ts';

/** The texts of a scenario's files, by name. */
export interface ScenarioFiles {
  readonly 'scenario.json': string;
  readonly 'sources.json': string;
  readonly 'checks.json'?: string | undefined;
  readonly 'history.json'?: string | undefined;
  readonly 'timeline.json'?: string | undefined;
  readonly 'glossary.json'?: string | undefined;
  readonly 'laboratory.json'?: string | undefined;
  /** Keys of `words/en.ftl`, attributes with a dot (`move-iran-surge.order`); left out, words are not checked. */
  readonly textKeys?: ReadonlySet<string> | undefined;
}

export type ReadScenario =
  | {
      readonly ok: true;
      readonly scenario: ScenarioShape;
      readonly tables: Tables;
      readonly sources: SourcesShape;
      readonly checks: readonly CheckShape[];
      /** What really happened; null where the scenario has none. */
      readonly history: HistoryShape | null;
      /** What is put beside a game in the debrief; null where the scenario has none. */
      readonly timeline: TimelineShape | null;
      /** Terms and contested words with their sources; null where the scenario has none. */
      readonly glossary: GlossaryShape | null;
      /** The question it starts from, as it is tried in the laboratory; null where the scenario has none. */
      readonly laboratory: LaboratoryShape | null;
      readonly findings: Findings;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const englishWords = 'words/en.ftl';

/**
 * Read a scenario.
 * @param files their texts as they lie on disk; older formats are upgraded
 * @returns the scenario with its tables; or every problem found, each a sentence, the scenario file's first
 */
export function readScenario(files: ScenarioFiles): ReadScenario {
  return atOnce(readingScenario(files));
}

/** The same reading in parts: whoever has something else to do meanwhile goes on with it when there is time. */
export function* readingScenario(files: ScenarioFiles): InParts<ReadScenario> {
  const sources = readPart('sources.json', files['sources.json'], Sources, null);
  yield;
  const checks = readPart('checks.json', files['checks.json'], Checks, []);
  const history = readPart('history.json', files['history.json'], History, null);
  const timeline = readPart('timeline.json', files['timeline.json'], Timeline, null);
  const glossary = readPart('glossary.json', files['glossary.json'], Glossary, null);
  const laboratory = readPart('laboratory.json', files['laboratory.json'], Laboratory, null);
  yield;
  const main = yield* readingMain(files['scenario.json']);
  yield;
  const words: Problem[] = [];
  let findings: Findings | null = null;
  if (main.scenario) {
    const { scenario, reporter } = main;
    findings = yield* crossChecking(scenario, reporter);
    yield;
    if (sources.data)
      checkSources(
        [
          { data: scenario, reporter },
          { data: checks.data, reporter: checks.reporter },
          { data: history.data, reporter: history.reporter },
          { data: timeline.data, reporter: timeline.reporter },
          { data: glossary.data, reporter: glossary.reporter },
          { data: laboratory.data, reporter: laboratory.reporter },
        ],
        sources.data,
        // Who reads only what is played has not seen all that may cite.
        files['checks.json'] === undefined || files['history.json'] === undefined ? null : sources.reporter,
      );
    if (files.textKeys) {
      const more = [...(timeline.data?.entries ?? []), ...(timeline.data?.epilogue ?? [])].map(timelineKey);
      if (glossary.data) more.push(...glossaryKeys(glossary.data));
      if (laboratory.data) more.push(...laboratoryKeys(laboratory.data));
      words.push(...checkTexts(scenario, files.textKeys, englishWords, reporter, more));
    }
    const known = knownOf(scenario);
    if (checks.data) checkPromises(checks.data, scenario, known, checks.reporter);
    if (history.data) checkHistory(history.data, scenario, known, history.reporter);
    if (timeline.data) checkTimeline(timeline.data, scenario, files.textKeys, timeline.reporter);
    if (glossary.data) checkGlossary(glossary.data, files.textKeys, glossary.reporter);
    if (laboratory.data)
      checkLaboratory(laboratory.data, scenario, known, files.textKeys, laboratory.reporter);
  }
  const problems = [
    ...main.problems(),
    ...[sources, checks, history, timeline, glossary, laboratory].flatMap(
      ({ reporter }) => reporter.problems,
    ),
    ...words,
  ];
  if (problems.length > 0 || !main.scenario || !findings || !sources.data || !checks.data)
    return { ok: false, problems };
  const { scenario } = main;
  yield;
  const tables = yield* compiling(scenario);
  return {
    ok: true,
    scenario,
    tables,
    sources: sources.data,
    checks: checks.data,
    history: history.data,
    timeline: timeline.data,
    glossary: glossary.data,
    laboratory: laboratory.data,
    findings,
  };
}

interface Main {
  readonly scenario: ScenarioShape | null;
  readonly reporter: Reporter;
  problems(): Problem[];
}

function* readingMain(text: string): InParts<Main> {
  const file = 'scenario.json';
  const read = readJson(file, text);
  if (!read.ok) return nothing(read.problems);
  yield;
  const upgraded = upgrade(file, read.data);
  if (!upgraded.ok) return nothing([upgraded.problem]);
  const shapes = reporterFor(file, upgraded.data);
  const features = findFeatures(upgraded.data, shapes);
  yield;
  const shaped = shapeOf(Scenario, upgraded.data, shapes, features);
  yield;
  // Checks run on repaired data too, so that one wrong key does not hide an unknown id elsewhere.
  const reporter = withoutPlaces(reporterFor(file, shaped.data), shaped.mended);
  return {
    scenario: shaped.data,
    reporter,
    problems: () => [...shapes.problems, ...reporter.problems],
  };

  function nothing(problems: Problem[]): Main {
    return { scenario: null, reporter: reporterFor(file, null), problems: () => problems };
  }
}

/** Keep silent about places that were repaired: what was wrong there has been said. */
function withoutPlaces(reporter: Reporter, places: readonly Path[]): Reporter {
  return {
    problems: reporter.problems,
    report: (path, ...rest) => {
      if (!isInside(path, places)) reporter.report(path, ...rest);
    },
  };
}

interface Part<T> {
  readonly data: T | null;
  readonly reporter: Reporter;
}

/** Read a file beside the scenario's own; where there is none, `without` stands for it. */
function readPart<T>(
  file: string,
  text: string | undefined,
  schema: z.ZodType<T>,
  without: T | null,
): Part<T> {
  if (text === undefined) return { data: without, reporter: reporterFor(file, without) };
  const read = readJson(file, text);
  const reporter = reporterFor(file, read.ok ? read.data : null);
  if (!read.ok) {
    reporter.problems.push(...read.problems);
    return { data: null, reporter };
  }
  return { data: shapeOf(schema, read.data, reporter).data, reporter };
}
