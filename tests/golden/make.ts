/**
 * Records games anew: `node tests/golden/make.ts`. Run it when a rule or the scenario was changed on purpose, and say in the
 * commit why the digests moved. Random games are played anew; games that somebody played by hand keep every decision and get
 * the digests of today, or have to be played again where today's rules refuse one.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seedFrom } from '../../src/engine/dice.ts';
import { seedsFrom } from '../../src/engine/position.ts';
import { newRecord, recorded, replay, scenarioDigest } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { playRandomly } from '../engine/randomPlay.ts';
import { handGames, randomGames } from './games.ts';
import { goldenForecast } from '../forecast/goldenForecast.ts';

const scenarioFile = new URL('../../assets/scenarios/tehran-2016/scenario.json', import.meta.url);
const tables = compile(Scenario.parse(JSON.parse(readFileSync(scenarioFile, 'utf8'))));

for (const [name, options] of Object.entries(randomGames)) {
  const seed = `golden ${name}`;
  let record = newRecord(tables, seedsFrom(seedFrom(seed)), options, {});
  playRandomly(
    tables,
    seed,
    ({ before, decision, decided }) => (record = recorded(record, decision, before, decided.position)),
    options,
  );
  keep(name, record);
  console.log(`${name}: ${record.decisions.length} decisions, ${record.digests.length} rounds`);
}

for (const [name, { seat }] of Object.entries(handGames)) {
  const kept: GameRecord = JSON.parse(readFileSync(fileOf(name), 'utf8'));
  const { refused, digests } = replay(tables, kept);
  const decision = kept.decisions[refused?.at ?? -1];
  if (refused)
    throw new Error(
      `${name}: ${decision?.seat} may not ${decision?.kind} in round ${decision?.round} any more (${JSON.stringify(refused.why)}): play it again by hand`,
    );
  const { id, version } = tables.scenario;
  keep(name, { ...kept, scenario: { id, version, digest: scenarioDigest(tables.scenario) }, digests });
  console.log(`${name}: played by hand as ${seat}, ${kept.decisions.length} decisions kept`);
}

keep('forecast', goldenForecast(tables));
console.log('forecast: two questions');

function fileOf(name: string): string {
  return fileURLToPath(new URL(`${name}.json`, import.meta.url));
}

function keep(name: string, data: unknown): void {
  writeFileSync(fileOf(name), `${JSON.stringify(data, null, 1)}\n`);
  execFileSync('npx', ['oxfmt', fileOf(name)]);
}
