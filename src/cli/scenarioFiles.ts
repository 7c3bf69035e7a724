/** Finds scenarios on disk and reads them whole. What is wrong inside is for `readScenario` to say. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readScenario } from '../engine/scenario/readScenario.ts';
import type { ReadScenario } from '../engine/scenario/readScenario.ts';
import { problemAt } from '../engine/scenario/problems.ts';
import { mostCharacters } from '../engine/scenario/readJson.ts';
import { keysOf } from '../words/keys.ts';
import { WrongUse } from './command.ts';

export type Whole = Extract<ReadScenario, { ok: true }>;

export const assets = fileURLToPath(new URL('../../assets/', import.meta.url));

/** List the ids of all scenarios. */
export function scenarioIds(): string[] {
  return readdirSync(join(assets, 'scenarios'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Find a scenario's folder.
 * @param named an id, a folder, or a scenario.json inside one
 */
export function folderOf(named: string): string {
  if (/^[a-z0-9][a-z0-9-]*$/.test(named) && existsSync(join(assets, 'scenarios', named)))
    return join(assets, 'scenarios', named);
  const path = resolve(named);
  const folder = basename(path) === 'scenario.json' ? resolve(path, '..') : path;
  if (existsSync(join(folder, 'scenario.json'))) return folder;
  throw new WrongUse(
    `There is no scenario '${named}': known are ${scenarioIds().join(', ')}, or give its folder.`,
  );
}

/**
 * Read a scenario with its sources and promises.
 * @param withWords whether its English words are looked at too; games can be played without
 */
export function readFolder(folder: string, withWords: boolean): ReadScenario {
  const words = textOf(folder, 'words/en.ftl');
  const missing = ['scenario.json', 'sources.json'].filter((file) => !existsSync(join(folder, file)));
  if (withWords && words === undefined) missing.push('words/en.ftl');
  if (missing.length > 0)
    return {
      ok: false,
      problems: missing.map((file) => problemAt(file, '', 'no such file', 'it in the folder')),
    };
  return readScenario({
    'scenario.json': textOf(folder, 'scenario.json') ?? '',
    'sources.json': textOf(folder, 'sources.json') ?? '',
    'checks.json': textOf(folder, 'checks.json'),
    'history.json': textOf(folder, 'history.json'),
    'timeline.json': textOf(folder, 'timeline.json'),
    'glossary.json': textOf(folder, 'glossary.json'),
    'laboratory.json': textOf(folder, 'laboratory.json'),
    textKeys: withWords ? keysOf(words ?? '') : undefined,
  });
}

/** Read a scenario that must be whole; the first problem is said where it is not. */
export function wholeScenario(named: string | undefined): Whole & { folder: string } {
  if (named === undefined) throw new WrongUse(`Name a scenario: ${scenarioIds().join(', ')}.`);
  const folder = folderOf(named);
  const read = readFolder(folder, false);
  if (read.ok) return { ...read, folder };
  const more = read.problems.length > 1 ? ` (and ${read.problems.length - 1} more: run check)` : '';
  throw new WrongUse(`${read.problems[0]?.sentence ?? 'The scenario cannot be read.'}${more}`);
}

/** Read a text file that somebody named. */
export function readNamed(path: string): string {
  try {
    if (statSync(path).size > 2 * mostCharacters)
      throw new WrongUse(`${path} is too large for a file of this game.`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse(`${path} cannot be read.`, { cause: error });
  }
}

function textOf(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  // A file far beyond any scenario is not even read: its size is enough to refuse it.
  const { size } = statSync(path);
  return size > 2 * mostCharacters
    ? ' '.repeat(Math.min(size, 20 * mostCharacters))
    : readFileSync(path, 'utf8');
}
