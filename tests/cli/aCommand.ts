/** Runs a command as a person would type it, in this process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../src/cli/commands.ts';

export interface Ran {
  readonly code: number;
  /** What was printed. */
  readonly out: string;
  /** What was complained about. */
  readonly said: string;
}

/** Run a command; words are split at blanks. */
export async function ran(typed: string): Promise<Ran> {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCommand(
    typed.split(' ').filter((word) => word !== ''),
    (text) => void out.push(text),
    (text) => void said.push(text),
  );
  return { code, out: out.join('\n'), said: said.join('\n') };
}

/** Write a file that only this test run sees; its path comes back. */
export function aFile(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const folder = mkdtempSync(join(tmpdir(), 'red-lines-'));
/** A folder that only this test run sees. */
export const ownFolder = folder;
