/** `schema`: writes JSON Schemas of the scenario files, by which editors complete and check while one types. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../engine/zod.ts';
import { Glossary } from '../engine/scenario/glossarySchema.ts';
import { History } from '../engine/scenario/historySchema.ts';
import { Laboratory } from '../engine/scenario/laboratorySchema.ts';
import { Checks, Scenario, Sources } from '../engine/scenario/schema.ts';
import { Timeline } from '../engine/scenario/timelineSchema.ts';
import { readArguments } from './command.ts';
import type { Command } from './command.ts';
import { assets } from './scenarioFiles.ts';

export const schema: Command = {
  summary: 'write the JSON Schemas of scenario files for editors',
  usage: [
    'schema [--json]',
    '',
    'Writes scenario.schema.json, sources.schema.json, checks.schema.json, history.schema.json, timeline.schema.json,',
    'glossary.schema.json and laboratory.schema.json in assets/schemas.',
    '  --json   print them instead of writing',
  ].join('\n'),
  run(args, print) {
    const { values } = readArguments(args, { json: { type: 'boolean' } }, 0);
    if (values.json) {
      print(
        JSON.stringify(Object.fromEntries(schemaFiles().map(({ file, text }) => [file, JSON.parse(text)]))),
      );
      return 0;
    }
    mkdirSync(join(assets, 'schemas'), { recursive: true });
    for (const { file, text } of schemaFiles()) {
      writeFileSync(join(assets, 'schemas', file), text);
      print(`assets/schemas/${file}`);
    }
    return 0;
  },
};

/** Make the schema files' names and texts. */
export function schemaFiles(): { file: string; text: string }[] {
  const titles = [
    ['scenario', 'Red Lines: a scenario', Scenario],
    ['sources', "Red Lines: a scenario's sources", Sources],
    ['checks', "Red Lines: what a scenario's author expects of the model", Checks],
    ['history', 'Red Lines: what really happened', History],
    ['timeline', 'Red Lines: what a debrief puts beside a game', Timeline],
    ['glossary', 'Red Lines: terms and contested words of a scenario', Glossary],
    ['laboratory', 'Red Lines: the question a scenario starts from, and how it is tried', Laboratory],
  ] as const;
  return titles.map(([name, title, shape]) => ({
    file: `${name}.schema.json`,
    text: `${JSON.stringify({ title, ...z.toJSONSchema(shape, { io: 'input' }) }, null, 1)}\n`,
  }));
}
