/**
 * Reads a scenario's files: either everything the game needs, or all that is wrong with them at once.
 * Nothing else in the house takes a scenario from a file.
 */
import { compile } from '../statecharts/compile.ts';
import type { Tables } from '../tables.ts';
import { checkPromises } from './checkPromises.ts';
import { checkSources } from './checkSources.ts';
import { crossCheck } from './crossCheck.ts';
import type { Findings } from './crossCheck.ts';
import { findFeatures } from './features.ts';
import { knownOf } from './known.ts';
import { reporterFor } from './problems.ts';
import type { Path, Problem, Reporter } from './problems.ts';
import { readJson } from './readJson.ts';
import { Checks, Scenario, Sources } from './schema.ts';
import type { CheckShape, ScenarioShape, SourcesShape } from './schema.ts';
import { isInside, shapeOf } from './shape.ts';
import { checkTexts } from './texts.ts';
import { upgrade } from './upgrade.ts';

/** The texts of a scenario's files, by name. */
export interface ScenarioFiles {
  readonly 'scenario.json': string;
  readonly 'sources.json': string;
  readonly 'checks.json'?: string | undefined;
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
  const sources = readSources(files['sources.json']);
  const checks = readChecks(files['checks.json']);
  const main = readMain(files['scenario.json']);
  const words: Problem[] = [];
  let findings: Findings | null = null;
  if (main.scenario) {
    const { scenario, reporter } = main;
    findings = crossCheck(scenario, reporter);
    if (sources.data)
      checkSources(
        [
          { data: scenario, reporter },
          { data: checks.data, reporter: checks.reporter },
        ],
        sources.data,
        sources.reporter,
      );
    if (files.textKeys) words.push(...checkTexts(scenario, files.textKeys, englishWords, reporter));
    if (checks.data) checkPromises(checks.data, scenario, knownOf(scenario), checks.reporter);
  }
  const problems = [...main.problems(), ...sources.reporter.problems, ...checks.reporter.problems, ...words];
  if (problems.length > 0 || !main.scenario || !findings || !sources.data || !checks.data)
    return { ok: false, problems };
  const { scenario } = main;
  return {
    ok: true,
    scenario,
    tables: compile(scenario),
    sources: sources.data,
    checks: checks.data,
    findings,
  };
}

interface Main {
  readonly scenario: ScenarioShape | null;
  readonly reporter: Reporter;
  problems(): Problem[];
}

function readMain(text: string): Main {
  const file = 'scenario.json';
  const read = readJson(file, text);
  if (!read.ok) return nothing(read.problems);
  const upgraded = upgrade(file, read.data);
  if (!upgraded.ok) return nothing([upgraded.problem]);
  const shapes = reporterFor(file, upgraded.data);
  const features = findFeatures(upgraded.data, shapes);
  const shaped = shapeOf(Scenario, upgraded.data, shapes, features);
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

function readSources(text: string): { data: SourcesShape | null; reporter: Reporter } {
  const file = 'sources.json';
  const read = readJson(file, text);
  const reporter = reporterFor(file, read.ok ? read.data : null);
  if (!read.ok) {
    reporter.problems.push(...read.problems);
    return { data: null, reporter };
  }
  return { data: shapeOf(Sources, read.data, reporter).data, reporter };
}

function readChecks(text: string | undefined): { data: CheckShape[] | null; reporter: Reporter } {
  const file = 'checks.json';
  if (text === undefined) return { data: [], reporter: reporterFor(file, []) };
  const read = readJson(file, text);
  const reporter = reporterFor(file, read.ok ? read.data : null);
  if (!read.ok) {
    reporter.problems.push(...read.problems);
    return { data: null, reporter };
  }
  return { data: shapeOf(Checks, read.data, reporter).data, reporter };
}
