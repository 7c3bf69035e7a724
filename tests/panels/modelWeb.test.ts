/** The open model says what the scenario says: nothing is left out of the web, and everything in it has words. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assumable, assume } from '../../src/engine/scenario/assumptions.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import { nameOfAssumption, tellAssumptions } from '../../src/panels/model/assumptionWords.ts';
import { pathOf } from '../../src/panels/model/causePath.ts';
import { boxesOf, linesOf } from '../../src/panels/model/chart.ts';
import { layOut } from '../../src/panels/model/layOut.ts';
import { nameOfNode, nowIn, tellPart } from '../../src/panels/model/names.ts';
import { subjectOfScenario } from '../../src/panels/model/subject.ts';
import { actingIn, webOf } from '../../src/panels/model/web.ts';
import { readingOf } from '../../src/panels/reading/reading.ts';
import { makeWords } from '../../src/words/words.ts';
import { aRandomGame } from './aRandomGame.ts';

const folder = 'assets/scenarios/tehran-2016';
const read = (file: string): string => readFileSync(file, 'utf8');
const scenario = Scenario.parse(JSON.parse(read(`${folder}/scenario.json`)));
const tables = compile(scenario);
const words = makeWords('en', [read('assets/words/en.ftl'), read(`${folder}/words/en.ftl`)]).plain;
const subject = subjectOfScenario(tables, {}, words);
const web = webOf(scenario);

test('every link, every weight and every clock’s rule is in the web', () => {
  const parts = web.edges.flatMap((edge) => edge.parts);
  const links = new Set(parts.flatMap((part) => ('link' in part ? [part.link] : [])));
  expect(scenario.links.filter(({ id }) => !links.has(id))).toEqual([]);
  const weights = scenario.capitals.flatMap(({ aims }) => aims.flatMap((aim) => aim.parts)).length;
  expect(parts.filter(({ kind }) => kind === 'weight')).toHaveLength(weights + scenario.people.parts.length);
  const rules = new Set(
    parts.flatMap((part) => (part.kind === 'clock' ? [`${part.clock}.${part.rule}`] : [])),
  );
  expect(rules.size).toBe(scenario.clocks.reduce((sum, { rules: own }) => sum + own.length, 0));
});

test('an impulse turned round by who fires it lowers what it else raises', () => {
  const edge = web.edges.find(({ id }) => id === 'line.iran.assad>trust.iran.turkey');
  const signs = new Set(edge?.parts.map((part) => (part.kind === 'fired' ? part.by.times * part.sign : 0)));
  expect(edge?.sign).toBe(0);
  expect(signs.size).toBe(1);
});

test('everything in the web is said in words and not in ids', () => {
  const said = [
    ...web.nodes.flatMap((node) => [nameOfNode(node.id, subject), nowIn(node, subject)]),
    ...web.edges.flatMap(({ parts }) => parts.map((part) => tellPart(part, subject))),
    ...assumable(scenario).map(({ what }) => nameOfAssumption(what, subject)),
  ];
  expect(said.filter((text) => /⟨|undefined|NaN|\{|\b[a-z]+[A-Z]\w*\b/.test(text))).toEqual([]);
  expect(web.nodes.filter(({ id }) => nameOfNode(id, subject) === '')).toEqual([]);
});

test('nodes have places of their own, the same every time', () => {
  const room = { width: 176, height: 46, apart: 16, ranks: 130, most: 14 };
  const { acting, others } = actingIn(web);
  const placed = layOut(acting, others, web.edges, room);
  expect(new Set(placed.map(({ x, y }) => `${x} ${y}`)).size).toBe(web.nodes.length);
  expect(layOut(acting, others, web.edges, room)).toEqual(placed);
});

test('a statechart shows each stance once and each move from where it leads', () => {
  for (const { id, machine } of [...scenario.capitals, ...scenario.clients]) {
    const lines = linesOf(scenario, id);
    expect(lines.map((line) => line.id)).toEqual(Object.keys(machine.states));
    const stances = lines.reduce((sum, line) => sum + line.stances.length, 0);
    expect(boxesOf(lines).filter(({ stance }) => stance !== null)).toHaveLength(stances);
  }
});

test('the path of a cause leads through the web from what was done to what it moved', () => {
  const { position, changes } = aRandomGame(tables, 'a path', 3);
  const at = (path: string): number => position.cells[tables.layout.find(path)] ?? 0;
  const reading = readingOf({ words, tables, seat: 'iran', at, changes, deals: [] }, changes);
  const pushed = changes.filter(
    ({ where, by, because }) =>
      by.kind === 'link' && because > 0 && /^(issue|level|violence|trust)\./.test(where),
  );
  expect(pushed.length).toBeGreaterThan(20);
  for (const change of pushed) {
    const lit = pathOf(change, reading, web);
    expect(lit.has(change.where)).toBe(true);
    const edges = web.edges.filter(({ id }) => lit.has(id));
    expect(edges.some(({ to }) => to === change.where)).toBe(true);
    expect(edges.every(({ from, to }) => lit.has(from) && lit.has(to))).toBe(true);
  }
});

test('what was assumed otherwise is named with its value', () => {
  const [link] = assumable(scenario);
  const made = assume(scenario, [{ what: link?.what ?? '', is: link?.most ?? 0 }]);
  if (!made.ok) throw new Error(made.wrong.what);
  const told = tellAssumptions(made.scenario, { words, tables: compile(made.scenario) });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/ 6\.25 points$/);
  expect(tellAssumptions(scenario, { words, tables })).toEqual([]);
});
