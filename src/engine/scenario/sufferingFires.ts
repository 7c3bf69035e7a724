/**
 * Looks at what suffering sets off beside links: events, clocks and clients' own acts whose guards read a level of suffering
 * directly, and outsiders whose alarm it raises. What they fire must raise no aim; easing the people's lot is the exception,
 * since an alarm that leads to a truce or to convoys is wanted. Guards that read suffering through something else (a truce
 * that broke because of the fighting), and what capitals may choose while people suffer, are not followed.
 */
import type { GuardShape } from './guards.ts';
import type { FireShape } from './machines.ts';
import type { Path, Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';
import { told, waysFrom } from './ways.ts';
import type { Reached, Step } from './ways.ts';
import { levelsIn, pullsOf, times } from './web.ts';
import type { Sign } from './web.ts';

/** What was gone through, for `check` to tell. */
export interface FiresProof {
  /** Parts that suffering sets off: `clock aleppo`, `outsider un`. */
  readonly setOff: readonly string[];
  /** Those that may raise an aim by easing the people's lot: `event winter (truceUp)`. */
  readonly eased: readonly string[];
}

/** Something that fires, more (1) or less (-1) when suffering rises. */
interface SetOff {
  readonly name: string;
  readonly path: Path;
  readonly because: string;
  readonly sign: Sign;
  readonly fires: readonly FireShape[];
}

/**
 * Look at everything that suffering sets off; what would raise an aim is a problem that shows the way.
 * @param levels the levels of suffering
 * @param reached what suffering moves along links, by `level sign`
 */
export function proveNoGainByFires(
  scenario: ScenarioShape,
  levels: readonly string[],
  reached: ReadonlyMap<string, Reached>,
  reporter: Reporter,
): FiresProof {
  const pulls = pullsOf(scenario);
  const all = [
    ...eventsSetOff(scenario, levels),
    ...clocksSetOff(scenario, levels),
    ...clientsSetOff(scenario, levels),
    ...outsidersSetOff(scenario, reached),
  ];
  const eased = new Set<string>();
  const reported = new Set<string>();
  for (const { name, path, because, sign, fires } of all) {
    for (const { params } of fires) {
      const link = scenario.links.find(({ id }) => id === params.link);
      if (!link) continue;
      const moves = times(sign, link.strength * (params.times ?? 1) < 0 ? -1 : 1);
      const begins =
        'level' in link.to
          ? [{ level: link.to.level, sign: moves }]
          : [
              { level: `control.${link.to.control}.${link.to.to}`, sign: moves },
              { level: `control.${link.to.control}.${link.to.from}`, sign: times(moves, -1) },
            ];
      for (const begin of begins) {
        // Suffering that brings more suffering is what the links are followed for.
        if (begin.sign === 1 && levels.includes(begin.level)) continue;
        const gain = gainOf(scenario, waysFrom([begin], pulls));
        if (!gain) continue;
        if (eases(scenario, begin, pulls)) {
          eased.add(`${name} (${params.link})`);
          continue;
        }
        const rises = sign === 1 ? `so ${params.link}` : `so no ${params.link}`;
        const found = `a gain of ${gain.aim} when people suffer: ${because} rises, ${rises}: ${told(gain.way)}`;
        if (reported.has(`${name} ${found}`)) continue;
        reported.add(`${name} ${found}`);
        reporter.report(
          path,
          found,
          'nothing that suffering sets off and that raises an aim other than by easing it',
        );
      }
    }
  }
  return { setOff: [...new Set(all.map(({ name }) => name))], eased: [...eased] };
}

/** Find the first aim that gains by what is reached. */
function gainOf(
  scenario: ScenarioShape,
  reached: ReadonlyMap<string, Reached>,
): { aim: string; way: Reached } | null {
  for (const { id, aims } of scenario.capitals)
    for (const aim of aims)
      for (const { level, from, to } of aim.parts) {
        const way = reached.get(`${level} ${to > from ? 1 : -1}`);
        if (way) return { aim: `${id}.${aim.id}`, way };
      }
  return null;
}

/** Tell whether a move eases the people's lot on some way and darkens it on none. */
function eases(
  scenario: ScenarioShape,
  begin: { readonly level: string; readonly sign: Sign },
  pulls: readonly Step[],
): boolean {
  const reached = waysFrom([begin], pulls);
  const ledger = scenario.people.parts.map(({ level, from, to }) => ({
    level,
    bright: (to > from ? 1 : -1) as Sign,
  }));
  return (
    ledger.some(({ level, bright }) => reached.has(`${level} ${bright}`)) &&
    !ledger.some(({ level, bright }) => reached.has(`${level} ${times(bright, -1)}`))
  );
}

/** List which suffering a guard reads, each with the sign by which its rise makes the guard hold. */
function readBy(
  guard: GuardShape | undefined,
  levels: readonly string[],
  sign: Sign = 1,
): { because: string; sign: Sign }[] {
  return levelsIn(guard)
    .filter(([level]) => levels.includes(level))
    .map(([because, one]) => ({ because, sign: times(one, sign) }));
}

interface Case {
  readonly guards: readonly (GuardShape | undefined)[];
  readonly fires: readonly FireShape[];
}

/** Of cases tried in order, one comes when its own guards hold and when those before it do not. */
function inOrder(name: string, path: Path, cases: readonly Case[], levels: readonly string[]): SetOff[] {
  return cases.flatMap(({ guards, fires }, at) =>
    [
      ...guards.flatMap((guard) => readBy(guard, levels)),
      ...cases.slice(0, at).flatMap((one) => one.guards.flatMap((guard) => readBy(guard, levels, -1))),
    ].map((read) => ({ name, path, fires, ...read })),
  );
}

function eventsSetOff({ events }: ScenarioShape, levels: readonly string[]): SetOff[] {
  return events.flatMap(({ id, when, cases }, at) => [
    ...cases.flatMap(({ fires }) =>
      readBy(when, levels).map((read) => ({ name: `event ${id}`, path: ['events', at], fires, ...read })),
    ),
    ...inOrder(
      `event ${id}`,
      ['events', at],
      cases.map((one) => ({ guards: [one.when], fires: one.fires })),
      levels,
    ),
  ]);
}

function clocksSetOff({ clocks }: ScenarioShape, levels: readonly string[]): SetOff[] {
  return clocks.flatMap(({ id, rules, full }, at) =>
    rules.flatMap(({ when, by }) =>
      readBy(when, levels, by < 0 ? -1 : 1).map((read) => ({
        name: `clock ${id}`,
        path: ['clocks', at],
        fires: full,
        ...read,
      })),
    ),
  );
}

function clientsSetOff({ clients }: ScenarioShape, levels: readonly string[]): SetOff[] {
  return clients.flatMap(({ id, machine }, at) =>
    Object.entries(machine.states).flatMap(([line, { states }]) =>
      Object.entries(states).flatMap(([stance, { on }]) =>
        Object.entries(on ?? {}).flatMap(([move, ways]) =>
          inOrder(
            `client ${id}.${move}`,
            ['clients', at, 'machine', 'states', line, 'states', stance, 'on', move],
            ways.map(({ guard, actions }) => ({ guards: [guard], fires: actions ?? [] })),
            levels,
          ),
        ),
      ),
    ),
  );
}

/** An outsider acts when its alarm is high: what raises the alarm sets it off. */
function outsidersSetOff({ outsiders }: ScenarioShape, reached: ReadonlyMap<string, Reached>): SetOff[] {
  return outsiders.flatMap(({ id, fires }, at) =>
    ([1, -1] as const).flatMap((sign) =>
      reached.has(`outsider.${id} ${sign}`)
        ? [{ name: `outsider ${id}`, path: ['outsiders', at], because: `outsider.${id}`, sign, fires }]
        : [],
    ),
  );
}
