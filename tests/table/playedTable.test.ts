/** A game shown as it was played: nothing can be decided, and what was kept is shown even when cells lie elsewhere today. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readScenario } from '../../src/engine/scenario/readScenario.ts';
import { openPlayedTable } from '../../src/table/playedTable.ts';
import { aRandomGame } from '../panels/aRandomGame.ts';

const folder = 'assets/scenarios/tehran-2016';
const read = readScenario({
  'scenario.json': readFileSync(`${folder}/scenario.json`, 'utf8'),
  'sources.json': readFileSync(`${folder}/sources.json`, 'utf8'),
});
if (!read.ok) throw new Error('the scenario does not read');
const { tables } = read;
const { position, changes, record } = aRandomGame(tables, 'played table', 3);
const played = { tables, seat: 'iran', record, changes, cells: position.cells, said: [] };

test('every decision is refused with its reason, and nothing changes', async () => {
  const table = openPlayedTable(played);
  const before = table.state;
  const answer = await table.decide({ seat: 'iran', round: 1, kind: 'debrief' });
  expect(answer).toMatchObject({ ok: false, why: { reason: 'asPlayed' } });
  expect(table.state).toBe(before);
});

test('a game played to its end lays everything open', () => {
  expect(openPlayedTable(played).everything()).toMatchObject({ changes, record });
});

test('cells that lie elsewhere today are built anew from the changes', () => {
  const table = openPlayedTable({ ...played, cells: new Int32Array(7) });
  for (const path of ['round', 'phase', 'home.iran', 'control.aleppo.government', 'ending']) {
    const cell = tables.layout.cell(path);
    expect([path, table.state.view.cells[cell]]).toEqual([path, position.cells[cell]]);
  }
});
