/** The scenarios that rooms can play, read once when the server starts. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scenarioDigest } from '../engine/record.ts';
import { readScenario } from '../engine/scenario/readScenario.ts';
import type { Tables } from '../engine/tables.ts';

export interface ReadyScenario {
  readonly tables: Tables;
  readonly digest: string;
}

const usual = fileURLToPath(new URL('../../assets/scenarios/', import.meta.url));

/**
 * Read all scenarios of a folder.
 * @param refused is told of each that cannot be read, in one sentence; the others are served all the same
 */
export function readScenarios(
  refused: (sentence: string) => void,
  folder = usual,
): ReadonlyMap<string, ReadyScenario> {
  const ready = new Map<string, ReadyScenario>();
  for (const id of readdirSync(folder).sort()) {
    const text = (file: string): string | undefined => {
      const path = join(folder, id, file);
      return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    };
    const scenario = text('scenario.json');
    if (scenario === undefined) continue;
    const read = readScenario({ 'scenario.json': scenario, 'sources.json': text('sources.json') ?? '' });
    if (read.ok) ready.set(id, { tables: read.tables, digest: scenarioDigest(read.tables.scenario) });
    else refused(read.problems[0]?.sentence ?? `The scenario ${id} cannot be read.`);
  }
  return ready;
}
