/** `replay`: plays a record again and says whether it still comes out the same. */
import { digest, roundOf } from '../engine/position.ts';
import { replay, scenarioDigest } from '../engine/record.ts';
import { readRecord, wrongScenario } from '../engine/recordFile.ts';
import { assume } from '../engine/scenario/assumptions.ts';
import { compile } from '../engine/statecharts/compile.ts';
import { readArguments, WrongUse } from './command.ts';
import type { Command } from './command.ts';
import { readNamed, scenarioIds, wholeScenario } from './scenarioFiles.ts';
import { endingOf, endOf, storyOf } from './story.ts';
import { titlesOf } from './titles.ts';

export const replays: Command = {
  summary: 'play a record again and say whether it comes out the same',
  usage: [
    'replay <record.json> [--scenario id] [--story] [--json]',
    '',
    '  --scenario  an id or folder; the one that the record names where it is left out',
    '  --story     tell the game round by round',
    '  --json      print JSON only',
    'The exit code is 1 where a round comes out differently or a decision is refused today.',
  ].join('\n'),
  run(args, print) {
    const { values, positionals } = readArguments(
      args,
      { scenario: { type: 'string' }, story: { type: 'boolean' }, json: { type: 'boolean' } },
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

    const { position, changes, digests, differs, refused } = replay(tables, record);
    const sameScenario = scenarioDigest(scenario) === record.scenario.digest;
    // The quarters that ran on without orders are not counted.
    const rounds = position.cells[tables.at.endedAfter] || roundOf(position) - 1;
    if (values.json) {
      const outcome = { digest: digest(position.cells), rounds, ending: endingOf(position), digests };
      print(JSON.stringify({ ...outcome, differs, refused, sameScenario, assumed }));
    } else {
      const titles = titlesOf(folder);
      if (values.story) for (const line of storyOf(tables, changes, titles)) print(line);
      for (const line of endOf(position, titles)) print(line);
      print(`Rounds: ${rounds}`);
      for (const { what, is } of assumed) print(`Assumed otherwise: ${what} is ${is}.`);
      if (!sameScenario)
        print(`The scenario is not the one that was played (version ${record.scenario.version}).`);
      if (refused) {
        const decision = record.decisions[refused.at];
        print(
          `Decision ${refused.at + 1} (${decision?.seat}, round ${decision?.round}, ${decision?.kind}) is refused today: ${refused.why.reason}.`,
        );
      }
      if (differs !== null) print(`Round ${differs} is the first that comes out differently.`);
      if (!refused && differs === null) print(`All ${digests.length} digests agree.`);
    }
    return differs === null && !refused ? 0 : 1;
  },
};
