/**
 * What the bench holds playouts against: the arithmetic of a round in a bare loop over plain arrays (no rule knows of it, nothing is
 * decided), and the moves of the same games stepped through XState's own `transition()`.
 */
import { transition } from 'xstate';
import type { Decision } from '../../src/engine/decide.ts';
import { decide } from '../../src/engine/decide.ts';
import { start } from '../../src/engine/position.ts';
import { chanceOf } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { namesOf } from '../../src/engine/statecharts/names.ts';
import { machineOf } from '../../src/engine/statecharts/vocabulary.ts';
import type { Tables } from '../../src/engine/tables.ts';

/**
 * Run the multiplications, additions, comparisons and clamps of whole games: every link, drift, guard, part of an aim and move is gone
 * through once a round, from lists that lie in the order in which they are read.
 * @returns games a second
 */
export function bareLoop(tables: Tables, rounds: number, games: number): number {
  const { links, drifts, flat, capitals, people } = tables;
  const cells = Int32Array.from(tables.layout.start);
  const pushing = links.filter(({ source }) => source >= 0);
  const source = Int32Array.from(pushing, (link) => link.source);
  const reference = Int32Array.from(pushing, (link) => link.reference);
  const target = Int32Array.from(pushing, (link) => link.target);
  const strength = Int32Array.from(pushing, (link) => link.strength);
  const level = Int32Array.from(drifts, ({ cell }) => cell);
  const anchor = Int32Array.from(drifts, (one) => one.anchor);
  const drift = Int32Array.from(drifts, (one) => one.drift);
  const parts = [...capitals.flatMap(({ aims }) => aims.flatMap((aim) => aim.parts)), ...people];
  const part = Int32Array.from(parts, ({ cell }) => cell);
  const from = Int32Array.from(parts, (one) => one.from);
  const span = Int32Array.from(parts, (one) => one.to - one.from);
  const { code } = flat;
  const amounts = new Int32Array(source.length);
  let seen = 0;
  const round = (): void => {
    for (let at = 0; at < source.length; at++)
      amounts[at] = (Math.imul(strength[at]!, cells[source[at]!]! - reference[at]!) / 10000) | 0;
    for (let at = 0; at < source.length; at++) cells[target[at]!] = cells[target[at]!]! + amounts[at]!;
    for (let at = 0; at < level.length; at++) {
      const now =
        cells[level[at]!]! + ((Math.imul(anchor[at]! - cells[level[at]!]!, drift[at]!) / 10000) | 0);
      cells[level[at]!] = now < 0 ? 0 : now > 10000 ? 10000 : now;
    }
    for (let at = 0; at < code.length; at += 5) {
      const value = cells[code[at]!]!;
      if (value >= code[at + 1]! && value <= code[at + 2]!) seen++;
    }
    for (let at = 0; at < part.length; at++)
      seen += (Math.imul(cells[part[at]!]! - from[at]!, 10000) / span[at]!) | 0;
  };
  const play = (count: number): number => {
    const before = performance.now();
    for (let game = 0; game < count; game++) {
      cells.set(tables.layout.start);
      for (let at = 0; at < rounds; at++) round();
    }
    return (count * 1000) / (performance.now() - before);
  };
  play(games);
  const speed = play(games);
  if (!Number.isFinite(seen)) throw new Error('nothing was counted');
  return Math.round(speed);
}

/**
 * Step the moves that recorded games ordered through XState, asking each machine for each of its moves once a round, as a policy
 * that plays on statecharts would have to.
 * @returns games a second
 */
export function steppedByXState(tables: Tables, records: readonly GameRecord[]): number {
  const names = namesOf(tables.scenario, tables.layout);
  const machines = tables.scenario.capitals.map(({ id, machine }) => ({
    id,
    machine: machineOf(machine, names),
  }));
  let spent = 0;
  for (const record of records) {
    const chance = chanceOf(tables, record);
    let { position } = start(tables, record.options, chance);
    for (const decision of record.decisions as readonly Decision[]) {
      if (decision.kind === 'lock') {
        const found = machines.find(({ id }) => id === decision.seat);
        const capital = tables.capitals.find(({ id }) => id === decision.seat);
        if (!found || !capital) throw new Error(decision.seat);
        const value = Object.fromEntries(
          capital.lines.map((line) => [line.id, line.stances[position.cells[line.cell] ?? 0] ?? '']),
        );
        const before = performance.now();
        // The machine of any scenario: its snapshots have no type of their own.
        let snapshot = found.machine.resolveState({ value } as never);
        for (const { id } of capital.moves)
          transition(found.machine, snapshot, { type: id, facts: position.cells });
        for (const { move } of decision.orders.moves)
          [snapshot] = transition(found.machine, snapshot, { type: move, facts: position.cells });
        spent += performance.now() - before;
      }
      const decided = decide(position, decision, chance);
      if (!decided.ok) throw new Error(decided.why.reason);
      ({ position } = decided);
    }
  }
  return Math.round((records.length * 1000) / spent);
}
