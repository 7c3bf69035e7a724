/** `check`: says everything that is wrong with a scenario, or what stands in it, what was proved, and whether its promises hold. */
import type { Findings } from '../engine/scenario/crossCheck.ts';
import { movesOf } from '../engine/scenario/known.ts';
import type { Problem } from '../engine/scenario/problems.ts';
import { seedFrom } from '../engine/dice.ts';
import { runChecks } from '../forecast/checks.ts';
import type { CheckResult } from '../forecast/checks.ts';
import { reachesOf, swapsOf } from '../forecast/interdependence.ts';
import type { PairReach, PairSwaps } from '../forecast/interdependence.ts';
import { readArguments } from './command.ts';
import type { Command, Print } from './command.ts';
import { tellReaches, tellSwaps } from './interdependence.ts';
import { toldPromise } from './promises.ts';
import { readOptions } from './gameOptions.ts';
import { folderOf, readFolder, scenarioIds } from './scenarioFiles.ts';
import type { Whole } from './scenarioFiles.ts';

export const check: Command = {
  summary: "say what is wrong with a scenario, or what is in it and whether its author's promises hold",
  usage: [
    'check [scenario] [--quick] [--json]',
    '',
    'A scenario is an id, a folder, or a scenario.json; all scenarios are checked where it is left out.',
    '  --quick   leave out the promises of checks.json, which play many games',
    '  --json    print JSON only',
    'The exit code is 1 where a problem is found or a promise does not hold.',
  ].join('\n'),
  run(args, print) {
    const { values, positionals } = readArguments(
      args,
      { quick: { type: 'boolean' }, json: { type: 'boolean' } },
      1,
    );
    const named = positionals[0] === undefined ? scenarioIds() : [positionals[0]];
    const reports = named.map((name) => reportOn(name, values.quick === true));
    if (values.json) print(JSON.stringify(reports));
    else for (const report of reports) tell(report, print);
    return reports.every(({ ok }) => ok) ? 0 : 1;
  },
};

interface Broken {
  readonly scenario: string;
  readonly ok: false;
  readonly problems: readonly Problem[];
}

interface Sound {
  readonly scenario: string;
  /** False where a promise does not hold. */
  readonly ok: boolean;
  readonly counts: ReturnType<typeof countsOf>;
  readonly loops: Findings['loops'];
  readonly suffering: Findings['suffering'];
  /** What each capital can do that reaches each other one. */
  readonly reaches: readonly PairReach[];
  /** By pair, swaps by which both would gain; none where only a quick look was asked for. */
  readonly swaps: readonly PairSwaps[];
  readonly promises: readonly (CheckResult & { readonly expect: string; readonly told: string })[];
}

function reportOn(name: string, quick: boolean): Broken | Sound {
  const read = readFolder(folderOf(name), true);
  if (!read.ok) return { scenario: name, ok: false, problems: read.problems };
  const promises = quick ? [] : runPromises(read);
  return {
    scenario: name,
    ok: promises.every(({ verdict }) => verdict === 'holds' || verdict === 'open'),
    counts: countsOf(read),
    loops: read.findings.loops,
    suffering: read.findings.suffering,
    reaches: reachesOf(read.tables),
    swaps: quick ? [] : swapsOf(read.tables, readOptions(read.scenario, {}), seedFrom('check')),
    promises,
  };
}

function runPromises({ tables, checks }: Whole): Sound['promises'] {
  return runChecks(tables, checks).flatMap((result, at) => {
    const one = checks[at];
    return one ? [{ ...result, expect: one.expect, told: toldPromise(one, result) }] : [];
  });
}

function countsOf({ scenario, sources, tables }: Whole) {
  const kinds = ['step', 'act', 'press', 'joint'] as const;
  return {
    capitals: scenario.capitals.map(({ id, machine }) => ({
      id,
      lines: Object.keys(machine.states).length,
      stances: Object.values(machine.states).reduce((sum, { states }) => sum + Object.keys(states).length, 0),
      ...Object.fromEntries(
        kinds.map((kind) => [kind, movesOf(machine).filter((one) => one.kind === kind).length]),
      ),
      decisions: scenario.decisions.filter(({ capital }) => capital === id).length,
    })),
    links: scenario.links.length,
    impulses: scenario.links.filter(({ from }) => 'impulse' in from).length,
    events: scenario.events.length,
    clients: scenario.clients.length,
    outsiders: scenario.outsiders.length,
    clocks: scenario.clocks.length,
    issues: scenario.issues.length,
    endings: scenario.endings.length,
    sources: Object.keys(sources).length,
    cells: tables.layout.size,
  };
}

function tell(report: Broken | Sound, print: Print): void {
  if ('problems' in report) {
    const { problems } = report;
    print(`${report.scenario}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
    for (const { sentence } of problems) print(`  ${sentence}`);
    return;
  }
  const { counts, loops, suffering, reaches, swaps, promises } = report;
  const { capitals, ...rest } = counts;
  print(`${report.scenario}: nothing wrong`);
  print('');
  const columns = Object.keys(capitals[0] ?? {});
  print(`  ${columns.map((name) => name.padEnd(9)).join('')}`);
  for (const capital of capitals)
    print(
      `  ${Object.values(capital)
        .map((value) => String(value).padEnd(9))
        .join('')}`,
    );
  print('');
  print(
    `  ${Object.entries(rest)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  );
  print('');
  const reinforcing = loops.filter(({ kind }) => kind === 'reinforcing');
  print(
    `  Loops of links: ${reinforcing.length} that feed themselves, ${loops.length - reinforcing.length} that hold themselves back`,
  );
  for (const { links, gain, brake } of reinforcing)
    print(`    ${links.join(' → ')}: ${gain / 100} % come back a turn; brake: ${brake}`);
  print('');
  print(
    `  No aim rises because people suffer: ${suffering.levels.length} levels followed along ${suffering.links.length} links`,
  );
  print(
    `    to ${suffering.aims} aims and the people ledger; what they reach, they lower (${suffering.lowered.length} parts)`,
  );
  const { setOff, eased } = suffering.fires;
  print(
    `    What it sets off directly raises none either: ${setOff.join(', ') || 'nothing is set off'}; gains by truce and aid are`,
  );
  print(
    `    allowed (${eased.join(', ') || 'none here'}), and what capitals may choose meanwhile is not followed`,
  );
  print('');
  tellReaches(reaches, print);
  tellSwaps(swaps, print);
  if (promises.length === 0) return;
  print('');
  print('  Promises:');
  for (const { id, expect, verdict, told } of promises) {
    print(`    ${(verdict === 'fails' ? 'FAILS' : verdict).padEnd(5)}  ${id}: ${expect}`);
    print(`           ${told}`);
  }
}
