/** All commands, and how one is found and carried out. What a command does stands in a file of its own. */
import { balances } from './balance.ts';
import { check } from './check.ts';
import { HelpAsked, WrongUse } from './command.ts';
import type { Command, Print } from './command.ts';
import { diagram } from './diagram.ts';
import { forecasts } from './forecasts.ts';
import { histories } from './histories.ts';
import { laboratories } from './laboratories.ts';
import { play } from './play.ts';
import { replays } from './replays.ts';
import { schema } from './schema.ts';
import { tournament } from './tournament.ts';

const commands: Readonly<Record<string, Command>> = {
  check,
  play,
  replay: replays,
  forecast: forecasts,
  laboratory: laboratories,
  balance: balances,
  tournament,
  history: histories,
  schema,
  diagram,
};

/**
 * Carry out a command.
 * @param words what was typed after the program's name
 * @param print takes what is printed, line by line
 * @param complain takes the one sentence about what was asked wrongly
 * @returns the exit code: 0 well, 1 something was found wrong, 2 asked wrongly
 */
export async function runCommand(
  [name, ...args]: readonly string[],
  print: Print,
  complain: Print,
): Promise<number> {
  const refuse = (sentence: string): number => {
    complain(sentence);
    return 2;
  };
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(overview());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse(`There is no command '${name}': try ${Object.keys(commands).join(', ')}.`);
  try {
    return await command.run(args, print);
  } catch (error) {
    if (error instanceof HelpAsked) {
      print(`red-lines ${command.usage}`);
      return 0;
    }
    if (error instanceof WrongUse) return refuse(error.message);
    throw error;
  }
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
