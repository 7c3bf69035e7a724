/** What the command line says when it is asked for help, or wrongly. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { aFile, ownFolder, ran } from './aCommand.ts';

vi.setConfig({ testTimeout: 60_000 });

const commands = [
  'check',
  'play',
  'replay',
  'forecast',
  'laboratory',
  'balance',
  'tournament',
  'history',
  'schema',
  'diagram',
];

describe('Help', () => {
  it.each(['', '--help', '-h', 'help'])('lists all commands on "%s"', async (typed) => {
    const { code, out, said } = await ran(typed);
    expect(code).toBe(0);
    expect(said).toBe('');
    for (const command of commands) expect(out).toContain(`\n  ${command} `);
  });

  it.each(commands)('is there for %s', async (command) => {
    for (const flag of ['--help', '-h']) {
      const { code, out, said } = await ran(`${command} ${flag}`);
      expect({ code, said }).toEqual({ code: 0, said: '' });
      expect(out).toMatch(new RegExp(`^red-lines ${command} `));
    }
  });
});

describe('A wrong question ends with one sentence and exit code 2', () => {
  it.each([
    [
      'chek',
      "There is no command 'chek': try check, play, replay, forecast, laboratory, balance, tournament, history, schema, diagram.",
    ],
    [
      'constructor',
      "There is no command 'constructor': try check, play, replay, forecast, laboratory, balance, tournament, history, schema, diagram.",
    ],
    ['check --foo', "Unknown option '--foo'."],
    ['check a b', "'b' is one word too many."],
    ['check nope', "There is no scenario 'nope': known are tehran-2016, or give its folder."],
    ['play', 'Name a scenario: tehran-2016.'],
    ['play tehran-2016', '--seed is needed: any text or number.'],
    ['play tehran-2016 --seed', "Option '--seed <value>' argument missing."],
    ['play tehran-2016 --seed 1 --rounds 6', "--rounds takes 3, 4, 5, 8 in this scenario, not '6'."],
    ['play tehran-2016 --seed 1 --rounds x', "--rounds takes 3, 4, 5, 8 in this scenario, not 'x'."],
    ['play tehran-2016 --seed 1 --rounds 9999', "--rounds takes 3, 4, 5, 8 in this scenario, not '9999'."],
    ['play tehran-2016 --seed 1 --rounds 3.0', "--rounds takes 3, 4, 5, 8 in this scenario, not '3.0'."],
    [
      'play tehran-2016 --seed 1 --layers secrecy,leeks',
      "--layers takes secrecy, leaks, stakes, warnings, instructions, not 'leeks'.",
    ],
    ['play tehran-2016 --seed 1 --as iran', '--as and --orders go together.'],
    [
      'play tehran-2016 --seed 1 --as persia --orders x.json',
      "--as takes iran, russia, turkey, usa, not 'persia'.",
    ],
    ['play tehran-2016 --seed 1 --as iran --orders no-such.json', 'no-such.json cannot be read.'],
    ['replay', 'Name a record file.'],
    ['replay no-such.json', 'no-such.json cannot be read.'],
    ['forecast tehran-2016 --seed 1', '--games is needed: how many games to play.'],
    ['forecast tehran-2016 --games 10', '--seed is needed: any text or number.'],
    ['forecast tehran-2016 --seed 1 --games 0', "--games takes a whole number from 1 to 100000, not '0'."],
    [
      'forecast tehran-2016 --seed 1 --games 1.5',
      "--games takes a whole number from 1 to 100000, not '1.5'.",
    ],
    [
      'forecast tehran-2016 --seed 1 --games 5 --keep iran',
      "--keep takes a capital's line and a stance, such as iran.consults=ankara, not 'iran'.",
    ],
    [
      'forecast tehran-2016 --seed 1 --games 5 --keep iran.consult=ankara',
      "--keep: there is no line 'iran.consult'.",
    ],
    [
      'forecast tehran-2016 --seed 1 --games 5 --keep iran.ground=surg',
      "--keep: line 'iran.ground' has no stance 'surg' (advisers, drawDown, surge).",
    ],
    [
      'diagram tehran-2016 --capital persia',
      "--capital takes iran, russia, turkey, usa, damascus, opposition, kurdish, not 'persia'.",
    ],
    ['diagram tehran-2016 --format svg', "--format takes mermaid, xstate, not 'svg'."],
    ['schema now', "'now' is one word too many."],
  ])('%s', async (typed, sentence) => {
    expect(await ran(typed)).toEqual({ code: 2, out: '', said: sentence });
  });

  it('for a folder that cannot be written to', async () => {
    const path = `${ownFolder}/no/such/record.json`;
    expect(await ran(`play tehran-2016 --seed 1 --rounds 3 --out ${path}`)).toMatchObject({
      code: 2,
      said: `${path} cannot be written.`,
    });
  });

  it('for orders that cannot be read, or that the rules refuse', async () => {
    const play = async (orders: unknown): Promise<string> =>
      (await ran(`play tehran-2016 --seed 1 --rounds 3 --as iran --orders ${aFile('orders.json', orders)}`))
        .said;
    const file = `${ownFolder}/orders.json`;
    expect(await play('[{')).toBe(
      `${file}, line 1, column 3: found the end of the file, as if it were cut off, expected a key in double quotes.`,
    );
    expect(await play([{ round: 1, move: [] }])).toBe(
      `${file}, [0].moves: found nothing, expected a list of at most 3.`,
    );
    expect(
      await play([
        { round: 1, moves: [] },
        { round: 1, moves: [] },
      ]),
    ).toBe(`${file}: round 1 has orders twice.`);
    expect(await play([{ round: 1, moves: [{ move: 'surg' }] }])).toBe(
      'The orders of round 1 are refused: noSuchMove (move surg).',
    );
  });
});

describe('The program itself', () => {
  it('prints to the right place and ends with the right code', () => {
    const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const run = (...words: string[]) => spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
    expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
    expect(run('play', 'nowhere')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: "There is no scenario 'nowhere': known are tehran-2016, or give its folder.\n",
    });
  });
});
