/** What every command of the command line is made of. Commands themselves have a file each. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints, without the name of the program. */
  readonly usage: string;
  /** Carry it out; the exit code comes back. What is printed goes through `print`. */
  run(args: readonly string[], print: Print): number | Promise<number>;
}

export type Print = (text: string) => void;

/** Somebody asked for what cannot be done; said in one sentence, exit code 2. */
export class WrongUse extends Error {}

/** The option that every command knows besides its own. */
const help = { help: { type: 'boolean', short: 'h' } } as const satisfies Options;

/** Thrown where help was asked for. */
export class HelpAsked extends Error {}

/**
 * Read a command's arguments.
 * @param most how many words without dashes it takes at most
 * @throws WrongUse for unknown options, missing values and too many words; HelpAsked for `--help`
 */
export function readArguments<T extends Options>(args: readonly string[], options: T, most: number) {
  const read = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: { ...options, ...help },
        allowPositionals: true,
        strict: true,
      });
    } catch (error) {
      throw new WrongUse(firstSentence(error), { cause: error });
    }
  })();
  if ((read.values as { help?: boolean }).help) throw new HelpAsked();
  const extra = read.positionals[most];
  if (extra !== undefined) throw new WrongUse(`'${extra}' is one word too many.`);
  return read;
}

/** Read a whole number from an option. */
export function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new WrongUse(`--${name} takes a whole number from ${least} to ${most}, not '${text}'.`);
  return value;
}

/** Read one of a few words from an option. */
export function oneOf<T extends string>(name: string, text: string, words: readonly T[]): T {
  const found = words.find((word) => word === text);
  if (found === undefined) throw new WrongUse(`--${name} takes ${words.join(', ')}, not '${text}'.`);
  return found;
}

/** Node tells more than one sentence about unknown options; the first one says it. */
function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const first = text.split(/\.\s|\n/)[0] ?? text;
  return first.endsWith('.') ? first : `${first}.`;
}
