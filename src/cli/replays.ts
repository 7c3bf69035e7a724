/** `replay`: plays a record again, or a branch of it, and says whether it still comes out the same. */
import { branchOf } from '../engine/forks.ts';
import { digest, roundOf } from '../engine/position.ts';
import { replay, scenarioDigest } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import { readRecord, wrongScenario } from '../engine/recordFile.ts';
import { assume } from '../engine/scenario/assumptions.ts';
import { compile } from '../engine/compile/compile.ts';
import type { Tables } from '../engine/tables.ts';
import { readArguments, WrongUse } from './command.ts';
import type { Command, Print } from './command.ts';
import { readNamed, scenarioIds, wholeScenario } from './scenarioFiles.ts';
import { endingOf, endOf, storyOf } from './story.ts';
import { titlesOf } from './titles.ts';
import type { Titles } from './titles.ts';

export const replays: Command = {
  summary: 'play a record again and say whether it comes out the same',
  usage: [
    'replay <record.json> [--branch id|all] [--scenario id] [--story] [--json]',
    '',
    '  --branch    a game that leaves this one, by its id; all of them and the game itself with "all"',
    '  --scenario  an id or folder; the one that the record names where it is left out',
    '  --story     tell the game round by round',
    '  --json      print JSON only',
    'The exit code is 1 where a round comes out differently or a decision is refused today.',
  ].join('\n'),
  run(args, print) {
    const { values, positionals } = readArguments(
      args,
      {
        branch: { type: 'string' },
        scenario: { type: 'string' },
        story: { type: 'boolean' },
        json: { type: 'boolean' },
      },
      1,
    );
    const [path] = positionals;
    if (path === undefined) throw new WrongUse('Name a record file.');
    const read = readRecord(readNamed(path), path);
    if (!read.ok) throw new WrongUse(read.problem.sentence);
    const { record } = read;
    if (values.scenario === undefined && !scenarioIds().includes(record.scenario.id))
      throw new WrongUse(
        `${path} is a game of '${record.scenario.id}', which is not here: give its folder with --scenario.`,
      );
    const { folder, ...whole } = wholeScenario(values.scenario ?? record.scenario.id);
    const wrong = wrongScenario(record, whole.scenario.id, path);
    if (wrong) throw new WrongUse(wrong.sentence);
    const { assumed = [] } = record;
    const made = assume(whole.scenario, assumed);
    if (!made.ok)
      throw new WrongUse(
        `${path} assumes '${made.wrong.what}' to be ${made.wrong.is}, which this scenario does not allow.`,
      );
    const { scenario } = made;
    const tables = assumed.length > 0 ? compile(scenario) : whole.tables;

    const sameScenario = scenarioDigest(scenario) === record.scenario.digest;
    const outcomes = branchesOf(record, values.branch, path).map(({ id, branch }) => ({
      id,
      branch,
      outcome: outcomeOf(tables, branch),
    }));
    if (values.json) {
      const [first, ...others] = outcomes.map(({ id, outcome }) => ({ branch: id, ...outcome.told }));
      const branches = others.length > 0 ? { branches: [first, ...others] } : first;
      print(JSON.stringify({ ...branches, sameScenario, assumed }));
    } else {
      const titles = titlesOf(folder);
      for (const { id, branch, outcome } of outcomes) {
        if (outcomes.length > 1 || id !== '') print(`\n${nameOf(id)}`);
        printOutcome(outcome, branch, titles, values.story === true, print);
      }
      for (const { what, is } of assumed) print(`Assumed otherwise: ${what} is ${is}.`);
      if (!sameScenario)
        print(`The scenario is not the one that was played (version ${record.scenario.version}).`);
      const { forks = [] } = record;
      if (values.branch === undefined && forks.length > 0)
        print(`Branches: ${forks.map(({ id }) => id).join(', ')} (see --branch).`);
    }
    return outcomes.every(({ outcome }) => outcome.told.differs === null && !outcome.told.refused) ? 0 : 1;
  },
};

/** The branches that are asked for, the game itself with an empty id. */
function branchesOf(
  record: GameRecord,
  asked: string | undefined,
  path: string,
): { readonly id: string; readonly branch: GameRecord }[] {
  const { forks = [], ...game } = record;
  if (asked === undefined) return [{ id: '', branch: game }];
  const ids = forks.map(({ id }) => id);
  const wanted = asked === 'all' ? ['', ...ids] : [asked];
  return wanted.map((id) => {
    const branch = branchOf(record, id);
    if (branch) return { id, branch };
    const known = ids.length > 0 ? `it has ${ids.join(', ')}` : 'it has none';
    throw new WrongUse(`${path} has no branch '${id}': ${known}.`);
  });
}

function nameOf(id: string): string {
  return id === '' ? 'The game itself' : `Branch ${id}`;
}

function outcomeOf(tables: Tables, record: GameRecord) {
  const { position, changes, digests, differs, refused } = replay(tables, record);
  // The quarters that ran on without orders are not counted.
  const rounds = position.cells[tables.at.endedAfter] || roundOf(position) - 1;
  const told = {
    digest: digest(position.cells),
    rounds,
    ending: endingOf(position),
    digests,
    differs,
    refused,
  };
  return { told, position, changes };
}

function printOutcome(
  { told, position, changes }: ReturnType<typeof outcomeOf>,
  record: GameRecord,
  titles: Titles,
  story: boolean,
  print: Print,
): void {
  const { rounds, differs, refused, digests } = told;
  if (story) for (const line of storyOf(position.tables, changes, titles)) print(line);
  for (const line of endOf(position, titles)) print(line);
  print(`Rounds: ${rounds}`);
  if (refused) {
    const decision = record.decisions[refused.at];
    print(
      `Decision ${refused.at + 1} (${decision?.seat}, round ${decision?.round}, ${decision?.kind}) is refused today: ${refused.why.reason}.`,
    );
  }
  if (differs !== null) print(`Round ${differs} is the first that comes out differently.`);
  if (!refused && differs === null) print(`All ${digests.length} digests agree.`);
}
