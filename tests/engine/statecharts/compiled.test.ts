/**
 * What is played is what XState reads: every reachable (stance, move, guard outcome) of every scenario is taken through
 * XState's own `transition()` and through the tables, and nothing may differ.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { readScenario } from '../../../src/engine/scenario/readScenario.ts';
import type { ReadScenario } from '../../../src/engine/scenario/readScenario.ts';
import { enabled } from '../../../src/engine/statecharts/enabled.ts';
import { holds } from '../../../src/engine/statecharts/holds.ts';
import type { Guard } from '../../../src/engine/statecharts/holds.ts';
import { namesOf } from '../../../src/engine/statecharts/names.ts';
import { machineOf } from '../../../src/engine/statecharts/vocabulary.ts';
import type { FireTable, LineTable, Tables, TransitionTable } from '../../../src/engine/tables.ts';

const folder = new URL('../../../assets/scenarios/', import.meta.url);
const scenarios = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/scenario.json`, folder)));

/** Most outcomes of guards tried for one move in one stance, and most combinations of values walked to find them. */
const mostCombinations = 512;
const mostWalked = 100_000;

describe.each(scenarios)('%s', (id) => {
  const read = (name: string): string => readFileSync(new URL(`${id}/${name}`, folder), 'utf8');
  const scenario: ReadScenario = readScenario({
    'scenario.json': read('scenario.json'),
    'sources.json': read('sources.json'),
  });
  if (!scenario.ok) throw new Error(scenario.problems[0]?.sentence);
  const { tables } = scenario;
  const names = namesOf(tables.scenario, tables.layout);
  const owners = [
    ...tables.scenario.capitals.map(({ id: owner, machine }) => ({ owner, machine })),
    ...tables.scenario.clients.map(({ id: owner, machine }) => ({ owner, machine })),
  ];

  it.each(owners)('$owner plays as XState reads it', ({ owner, machine: config }) => {
    const machine = machineOf(config, names);
    let tried = 0;
    for (const { line, move, from } of movesOf(tables, owner)) {
      line.stances.forEach((stance, at) => {
        if (!reachable(tables, line).has(at)) return;
        const transitions = from[at] ?? [];
        const taken = new Set<TransitionTable | null>();
        for (const cells of outcomes(tables, line, at, transitions)) {
          const table = enabled(transitions, cells);
          taken.add(table);
          expect(throughXState(machine, tables, owner, move, cells), `${stance}, ${move}`).toEqual({
            stances: {
              ...stancesIn(tables, owner, cells),
              [line.id]: line.stances[table?.target ?? at],
            },
            actions: (table?.fires ?? []).map((fires) => asAction(tables, fires)),
          });
          tried++;
        }
        expect(taken, `${stance}, ${move}: ways tried`).toEqual(new Set(canBeTaken(transitions)));
      });
    }
    expect(tried).toBeGreaterThan(0);
  });
});

function movesOf(
  tables: Tables,
  owner: string,
): { line: LineTable; move: string; from: readonly (readonly TransitionTable[])[] }[] {
  const capital = tables.capitals.find((one) => one.id === owner);
  const client = tables.clients.find((one) => one.id === owner);
  return [...(capital?.moves ?? []), ...(client?.moves ?? [])].map(({ id, line, from }) => ({
    line,
    move: id,
    from,
  }));
}

/** What a table fires, as XState hands it back. */
function asAction(tables: Tables, { link, times }: FireTable): { type: string; params: object } {
  return { type: 'fire', params: { times, link: tables.links[link]?.id } };
}

/** Where an owner's lines stand. */
function stancesIn(tables: Tables, owner: string, cells: Int32Array): Record<string, string> {
  const own = tables.lines.filter((line) => line.owner === owner);
  return Object.fromEntries(own.map(({ id, cell, stances }) => [id, stances[cells[cell] ?? 0] ?? '']));
}

/** Take a move through XState: all stances afterwards, and what is to be done. */
function throughXState(
  machine: AnyStateMachine,
  tables: Tables,
  owner: string,
  move: string,
  cells: Int32Array,
): { stances: unknown; actions: unknown[] } {
  // TypeScript cannot know the states of a machine that is read from a file.
  const state = machine.resolveState({ value: stancesIn(tables, owner, cells), context: {} } as never);
  const [next, actions] = transition(machine, state, { type: move, facts: cells });
  return {
    stances: next.value,
    actions: actions.map(({ type, params }) => ({ type, params: { times: 1, ...params } })),
  };
}

/** Stances of a line that its transitions can lead to, guards counted as open. */
function reachable(tables: Tables, line: LineTable): Set<number> {
  const found = new Set([tables.layout.start[line.cell] ?? 0]);
  for (const stance of found) {
    for (const move of movesOf(tables, line.owner)) {
      if (move.line === line) for (const { target } of move.from[stance] ?? []) found.add(target);
    }
  }
  return found;
}

/** Ways that some facts take: each transition whose guard can hold while those above fail, and none where all can fail. */
function canBeTaken(transitions: readonly TransitionTable[]): (TransitionTable | null)[] {
  const open = transitions.some(({ guard }) => guard === null);
  return open ? [...transitions] : [...transitions, null];
}

type Within = Extract<Guard, { op: 'within' }>;

function leaves(guard: Guard | null): Within[] {
  if (guard === null) return [];
  return guard.op === 'within' ? [guard] : guard.of.flatMap(leaves);
}

/**
 * Facts on which the guards of a move come out in every way: each cell that they read takes values just below, in and just
 * above what is asked. Every combination where there are few; else every combination that a walk through them reaches.
 */
function* outcomes(
  tables: Tables,
  line: LineTable,
  stance: number,
  transitions: readonly TransitionTable[],
): Generator<Int32Array> {
  const values = new Map<number, number[]>();
  for (const { cell, least, most } of transitions.flatMap(({ guard }) => leaves(guard))) {
    const low = tables.layout.least[cell] ?? 0;
    const high = tables.layout.most[cell] ?? 0;
    const asked = [Math.max(least, low), Math.min(most, high), least - 1, most + 1];
    const possible = asked.filter((one) => one >= low && one <= high);
    values.set(cell, [...new Set([...(values.get(cell) ?? []), ...possible])]);
  }
  // A guard on the line's own stance reads where the move leaves from.
  values.delete(line.cell);
  const read = [...values];
  const all = read.reduce((product, [, list]) => product * list.length, 1);
  const made = (place: number): Int32Array => {
    const cells = tables.layout.start.slice();
    cells[line.cell] = stance;
    let rest = place;
    for (const [cell, list] of read) {
      cells[cell] = list[rest % list.length] ?? 0;
      rest = Math.trunc(rest / list.length);
    }
    return cells;
  };
  const outcome = (cells: Int32Array): string =>
    transitions
      .flatMap(({ guard }) => leaves(guard).map((leaf) => (holds(leaf, cells) ? '1' : '0')))
      .join('');
  const seen = new Set<string>();
  for (let place = 0; place < all && seen.size < mostCombinations && place < mostWalked; place++) {
    const cells = made(place);
    if (seen.has(outcome(cells))) continue;
    seen.add(outcome(cells));
    yield cells;
  }
}
