/** Playing, replaying, forecasting and checking from the command line. */
import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { wholeScenario } from '../../src/cli/scenarioFiles.ts';
import { beginFork } from '../../src/engine/counterfactual/fork.ts';
import { withBranch } from '../../src/engine/forks.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { schemaFiles } from '../../src/cli/schema.ts';
import { aFile, ownFolder, ran } from './aCommand.ts';

// Each command reads its scenario afresh and some play games.
vi.setConfig({ testTimeout: 60_000 });

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));
let written: string | null = null;
/** A record of a short game; its path comes back. */
const record = async (): Promise<string> => {
  if (written === null) {
    written = `${ownFolder}/game.json`;
    await ran(`play tehran-2016 --seed 7 --rounds 3 --out ${written}`);
  }
  return written;
};

describe('play', () => {
  it('tells a game round by round to its ending', async () => {
    const { code, out } = await ran('play tehran-2016 --seed 7 --rounds 3');
    expect(code).toBe(0);
    expect(out).toMatch(/^\n1\. /);
    expect(out).toMatch(/\n3\. /);
    expect(out).toMatch(/\nEnding: .+ \([a-zA-Z]+\)\nPeople: \d+ of 100\n/);
    expect(out).toMatch(/\nDigest: [0-9a-f]{16}$/);
  });

  it('gives the same game for the same seed, another for another, and JSON only where asked', async () => {
    const games: { digest: string }[] = [];
    for (const seed of ['7', '7', '8'])
      games.push(JSON.parse((await ran(`play tehran-2016 --seed ${seed} --rounds 3 --json`)).out));
    expect(games[0]).toEqual(games[1]);
    expect(games[0]?.digest).not.toBe(games[2]?.digest);
  });

  it('plays one capital by orders out of a file', async () => {
    const orders = aFile('own.json', [
      { round: 1, answer: 'refuse', moves: [{ move: 'surge' }] },
      { round: 3, moves: [{ move: 'pressHold', influence: 2 }] },
    ]);
    const { code, out } = await ran(
      `play tehran-2016 --seed 7 --rounds 3 --layers secrecy --as iran --orders ${orders} --json`,
    );
    expect(code).toBe(0);
    const played = (
      JSON.parse(out) as { record: { decisions: { seat: string }[]; seats: object; options: object } }
    ).record;
    expect(played.decisions.filter(({ seat }) => seat === 'iran')).toEqual([
      { seat: 'iran', round: 1, kind: 'lock', orders: { answer: 'refuse', moves: [{ move: 'surge' }] } },
      { seat: 'iran', round: 2, kind: 'lock', orders: { moves: [] } },
      { seat: 'iran', round: 3, kind: 'lock', orders: { moves: [{ move: 'pressHold', influence: 2 }] } },
    ]);
    expect(played.seats).toMatchObject({ iran: { plays: 'person' }, usa: { plays: 'computer' } });
    expect(played.options).toEqual({ rounds: 3, moves: 2, layers: ['secrecy'] });
  });
});

describe('replay', () => {
  it('of a record comes out the same', async () => {
    const path = await record();
    const { code, out } = await ran(`replay ${path}`);
    expect(code).toBe(0);
    expect(out).toContain('\nRounds: 3\nAll 3 digests agree.');
    const json = JSON.parse((await ran(`replay ${path} --json`)).out) as object;
    expect(json).toMatchObject({ rounds: 3, differs: null, refused: null, sameScenario: true });
  });

  it('plays its branches too, one or all, and says what branches there are', async () => {
    const { tables } = wholeScenario('tehran-2016');
    const game = JSON.parse(readFileSync(await record(), 'utf8')) as GameRecord;
    const begun = beginFork(tables, game, { kind: 'orders', seat: 'usa', round: 3, orders: { moves: [] } });
    if ('reason' in begun) throw new Error(begun.reason);
    const place = { id: 'f1', of: '', at: begun.at, changed: begun.changed };
    const path = aFile('forked.json', withBranch(game, begun.record, place));
    const main = await ran(`replay ${path}`);
    expect(main.out).toMatch(/\nBranches: f1 \(see --branch\)\.$/);
    const one = await ran(`replay ${path} --branch f1`);
    expect(one.code).toBe(0);
    expect(one.out).toMatch(/^\nBranch f1\n/);
    expect(one.out).toContain('All 3 digests agree.');
    const all = await ran(`replay ${path} --branch all --json`);
    const { branches } = JSON.parse(all.out) as { branches: { branch: string; digest: string }[] };
    expect(branches.map(({ branch }) => branch)).toEqual(['', 'f1']);
    expect(branches[0]?.digest).not.toBe(branches[1]?.digest);
    expect(await ran(`replay ${path} --branch f9`)).toEqual({
      code: 2,
      out: '',
      said: `${path} has no branch 'f9': it has f1.`,
    });
  });

  it('names the first round that differs and ends with 1', async () => {
    const game = JSON.parse(readFileSync(await record(), 'utf8')) as { digests: string[] };
    game.digests[1] = '0000000000000000';
    const { code, out } = await ran(`replay ${aFile('differs.json', game)}`);
    expect(code).toBe(1);
    expect(out).toContain('Round 2 is the first that comes out differently.');
  });

  it('names the decision that is refused today', async () => {
    const game = JSON.parse(readFileSync(await record(), 'utf8')) as { decisions: { kind: string }[] };
    const at = game.decisions.findIndex(({ kind }) => kind === 'lock');
    Object.assign(game.decisions[at] ?? {}, { orders: { moves: [{ move: 'noSuchMove' }] } });
    const { code, out } = await ran(`replay ${aFile('refused.json', game)}`);
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(`Decision ${at + 1} \\(\\w+, round 1, lock\\) is refused today: noSuchMove\\.`),
    );
  });

  it('says in a sentence that a file is no record, or one of another scenario', async () => {
    const said = async (content: unknown): Promise<string> =>
      (await ran(`replay ${aFile('bad.json', content)}`)).said;
    const path = `${ownFolder}/bad.json`;
    const game = JSON.parse(readFileSync(await record(), 'utf8')) as { scenario: object };
    expect(await said({ name: 'x' })).toBe(
      `${path}: found an object with name, expected a record of a game.`,
    );
    expect(await said('{"format": 1, "seeds')).toBe(
      `${path}, line 1, column 21: found the end of the file, as if it were cut off, expected a closing double quote.`,
    );
    expect(await said({ ...game, scenario: { ...game.scenario, id: 'elsewhere' } })).toBe(
      `${path} is a game of 'elsewhere', which is not here: give its folder with --scenario.`,
    );
    const other = await ran(
      `replay ${aFile('bad.json', { ...game, scenario: { ...game.scenario, id: 'elsewhere' } })} --scenario tehran-2016`,
    );
    expect(other).toEqual({
      code: 2,
      out: '',
      said: `${path}, scenario.id: found a game of "elsewhere", expected one of "tehran-2016".`,
    });
  });
});

describe('forecast', () => {
  it('counts endings, aims, moves and levels', async () => {
    const { code, out } = await ran(
      'forecast tehran-2016 --games 3 --seed 1 --rounds 3 --keep iran.consults=ankara',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^3 games, kept: iran\.consults = ankara; counts of games, not a prediction\n/);
    for (const title of ['Endings', 'Aims: ', 'Moves ', 'Pacts: ', 'Levels: '])
      expect(out).toContain(`\n${title}`);
  });

  it('prints JSON only where asked, the same for the same seed', async () => {
    const typed = 'forecast tehran-2016 --games 2 --seed s --rounds 3 --json';
    const [one, other] = [(await ran(typed)).out, (await ran(typed)).out];
    expect(one).toBe(other);
    const { games, endings } = JSON.parse(one ?? '') as { games: number; endings: Record<string, number> };
    expect(games).toBe(2);
    expect(Object.values(endings).reduce((sum, count) => sum + count, 0)).toBe(2);
  });
});

describe('check', () => {
  it('finds nothing wrong with any scenario, and says what is in it and what was proved', async () => {
    const { code, out } = await ran('check --quick');
    expect(out).toContain('tehran-2016: nothing wrong');
    expect(out).toMatch(/\n {2}iran +5 +16 /);
    expect(out).toContain('brake: violence.aleppo drifts back');
    expect(out).toContain('No aim rises because people suffer');
    expect(code).toBe(0);
  });

  it('prints all problems of a broken one, by folder or file, and ends with 1', async () => {
    const folder = `${ownFolder}/broken`;
    cpSync(`${assets}scenarios/tehran-2016`, folder, { recursive: true });
    const scenario = JSON.parse(readFileSync(`${folder}/scenario.json`, 'utf8')) as {
      links: { strength: unknown }[];
      events: { theatre?: string }[];
    };
    if (scenario.links[0]) scenario.links[0].strength = 'strong';
    if (scenario.events[0]) scenario.events[0].theatre = 'alepo';
    aFile('broken/scenario.json', scenario);
    const expected = {
      code: 1,
      out: [
        `${folder}: 2 problems`,
        '  scenario.json, links[truceUp].strength: found "strong", expected a whole number from -10000 to 10000.',
        '  scenario.json, events[coupAttempt].theatre: found "alepo", expected a theatre; the nearest known is "aleppo".',
      ].join('\n'),
      said: '',
    };
    expect(await ran(`check ${folder}`)).toEqual(expected);
    expect((await ran(`check ${folder}/scenario.json`)).code).toBe(1);
    const json = JSON.parse((await ran(`check ${folder} --json`)).out) as {
      ok: boolean;
      problems: { nearest?: string }[];
    }[];
    expect(json[0]?.ok).toBe(false);
    expect(json[0]?.problems.map(({ nearest }) => nearest)).toEqual([undefined, 'aleppo']);
    aFile('broken/scenario.json', ' '.repeat(20_000_000));
    expect((await ran(`check ${folder}`)).out).toBe(
      `${folder}: 1 problem\n  scenario.json: found 20 MB of text, expected at most 2 MB.`,
    );
  });

  it('tries promises, and ends with 1 where one does not hold', async () => {
    const folder = `${ownFolder}/promises`;
    cpSync(`${assets}scenarios/tehran-2016`, folder, { recursive: true });
    const common = { expect: 'something about the truce', games: 10, sources: ['t020'] };
    const measure = 'issue.truce';
    aFile('promises/checks.json', [
      { id: 'bounds', ...common, measure, holds: { atLeast: 0, inShare: 10000 } },
      { id: 'never', ...common, measure, holds: { below: 0, inShare: 100 } },
      { id: 'reported', ...common, measure, holds: { open: true } },
      { id: 'same', ...common, measure, keep: {}, against: {}, holds: { higherBy: 1 } },
    ]);
    const { code, out } = await ran(`check ${folder}`);
    expect(code).toBe(1);
    expect(out).toContain('holds  bounds: something about the truce');
    expect(out).toContain('issue.truce at least 0 in 100 % of 10 games, expected 100 %');
    expect(out).toContain('FAILS  never:');
    expect(out).toContain('open   reported:');
    expect(out).toMatch(
      /FAILS {2}same: .*\n +issue\.truce ends at (\d+) on average of 10 games, against \1: \+0, expected \+1 or more/,
    );
  });
});

describe('diagram', () => {
  it('draws one arrow for each move between stances', async () => {
    const { code, out } = await ran('diagram tehran-2016 --capital iran');
    expect(code).toBe(0);
    expect(out).toMatch(/^stateDiagram-v2\n {2}state iran \{\n/);
    expect(out).toContain('[*] --> iran_ground_advisers');
    expect(out).toMatch(/iran_ground_advisers --> iran_ground_surge : surge/);
    expect((await ran('diagram tehran-2016')).out).toContain('  state kurdish {');
  });

  it('gives configs that a statechart editor reads', async () => {
    const one = JSON.parse((await ran('diagram tehran-2016 --capital usa --format xstate')).out) as {
      id: string;
    };
    expect(one).toMatchObject({ id: 'usa', type: 'parallel' });
    const all = JSON.parse((await ran('diagram tehran-2016 --format xstate')).out) as object;
    expect(Object.keys(all)).toEqual([
      'iran',
      'russia',
      'turkey',
      'usa',
      'damascus',
      'opposition',
      'kurdish',
    ]);
  });
});

describe('schema', () => {
  it('stands in assets as the code has it: run the command where this fails', () => {
    for (const { file, text } of schemaFiles())
      expect(readFileSync(`${assets}schemas/${file}`, 'utf8')).toBe(text);
  });

  it('knows every key, so that an editor can complete', async () => {
    const json = JSON.parse((await ran('schema --json')).out) as Record<string, { properties: object }>;
    expect(Object.keys(json)).toEqual([
      'scenario.schema.json',
      'sources.schema.json',
      'checks.schema.json',
      'history.schema.json',
      'timeline.schema.json',
      'glossary.schema.json',
      'laboratory.schema.json',
    ]);
    expect(Object.keys(json['scenario.schema.json']?.properties ?? {})).toContain('judgements');
  });
});
