/**
 * The command line: `npm run -s red-lines -- <command>`. It finds the command and says what went wrong; what a command does
 * stands in the file of its name.
 */
import { check } from './check.ts';
import { HelpAsked, WrongUse } from './command.ts';
import type { Command } from './command.ts';
import { diagram } from './diagram.ts';
import { forecasts } from './forecasts.ts';
import { play } from './play.ts';
import { replays } from './replays.ts';
import { schema } from './schema.ts';

const commands: Readonly<Record<string, Command>> = {
  check,
  play,
  replay: replays,
  forecast: forecasts,
  schema,
  diagram,
};

// Whoever reads only the first lines (`| head`) closes the pipe; that is no mistake.
process.stdout.on('error', () => process.exit(0));
process.exitCode = main(process.argv.slice(2));

function main([name, ...args]: string[]): number {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(overview());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse(`There is no command '${name}': try ${Object.keys(commands).join(', ')}.`);
  try {
    return command.run(args, print);
  } catch (error) {
    if (error instanceof HelpAsked) {
      print(`red-lines ${command.usage}`);
      return 0;
    }
    if (error instanceof WrongUse) return refuse(error.message);
    throw error;
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    'red-lines <command> [options]',
    '',
    ...lines,
    '',
    'Each command tells more with --help. Exit codes: 0 well, 1 something was found wrong, 2 asked wrongly.',
  ].join('\n');
}
