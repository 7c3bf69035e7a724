/** The borders of the house: who may import whom, and what the rules may not touch. There are no exceptions. */
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

/** What each folder of src may import: other folders, and packages by name. `types:` in front allows types alone. */
const allowed: Record<string, readonly string[]> = {
  engine: ['xstate', 'zod'],
  forecast: ['engine'],
  words: ['@fluent/bundle', '@fluent/langneg'],
  // Remote tables speak with the classroom's server, in shapes that both sides read.
  table: ['engine', 'forecast', 'zod', 'socket.io-client'],
  server: ['engine', 'table', 'xstate', 'node:', 'socket.io', 'sirv', 'pg', 'uqr', 'vite'],
  map: [
    'types:engine',
    'phaser',
    'd3-geo',
    'topojson-client',
    'types:geojson',
    'types:topojson-specification',
  ],
  panels: [
    'engine',
    'forecast',
    'table',
    'words',
    'map',
    'svelte',
    'idb-keyval',
    // Draws the code by which a class joins.
    'uqr',
    // Loaded when a chart or a graph is shown.
    '@observablehq/plot',
    '@xyflow/svelte',
    '@dagrejs/dagre',
  ],
  cli: [
    'zod',
    'engine',
    'forecast',
    'words',
    'node:',
    // The script that makes the land of the map once.
    'd3-geo',
    'topojson-client',
    'topojson-server',
    'topojson-simplify',
    'types:geojson',
    'types:topojson-specification',
  ],
  'main.ts': ['panels', 'words', 'svelte', 'map', 'engine', 'forecast', 'table'],
};

interface Import {
  from: string;
  what: string;
  typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const text = read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  for (const [, kind = '', clause = '', what = ''] of text.matchAll(
    /\b(import|export)\s+([^'";]*?\bfrom\s+)?['"]([^'"]+)['"]/g,
  )) {
    if (kind === 'export' && clause === '') continue;
    found.push({ from: file, what, typeOnly: clause.startsWith('type ') });
  }
  // What is loaded later, and what is started as a worker, crosses a border too.
  for (const [, what = ''] of text.matchAll(/\b(?:import|Worker\(\s*new URL)\(\s*['"`]([^'"`]+)['"`]/g))
    found.push({ from: file, what, typeOnly: false });
  return found;
}

/** Folder of src that a file belongs to, or the file itself at the top. */
function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function isAllowed({ from, what, typeOnly }: Import): boolean {
  const room = roomOf(from);
  const list = allowed[room] ?? [];
  const to = what.startsWith('.') ? roomOf(normalize(join(dirname(from), what))) : what;
  if (what.startsWith('.') && to === room) return true;
  return list.some((entry) => {
    const name = entry.replace(/^types:/, '');
    const fits = to === name || to.startsWith(name.endsWith(':') ? name : `${name}/`);
    return fits && (!entry.startsWith('types:') || typeOnly);
  });
}

const sources = filesBelow('src', '.ts', '.svelte');

test('every import stays within the borders of the house', () => {
  const imports = sources.flatMap(importsOf);
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.filter((one) => !isAllowed(one)).map(({ from, what }) => `${from} imports ${what}`)).toEqual(
    [],
  );
});

test('the borders would notice a rule that reaches for the screen', () => {
  expect(isAllowed({ from: 'src/engine/round.ts', what: '../panels/game.svelte.ts', typeOnly: true })).toBe(
    false,
  );
  expect(isAllowed({ from: 'src/map/map.ts', what: '../engine/decide.ts', typeOnly: false })).toBe(false);
  expect(isAllowed({ from: 'src/engine/round.ts', what: 'svelte', typeOnly: false })).toBe(false);
});

test('rules and forecasts know no clock, no chance of their own and no number that differs between browsers', () => {
  const forbidden =
    /\bMath\.(random|exp|expm1|log|log1p|log2|log10|pow|a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh|cbrt|hypot)\b|\bDate\b|\bperformance\b|\bset(Timeout|Interval)\b|\blocaleCompare\b|\*\*|\bIntl\b|\bfetch\b|\bcrypto\b/;
  const files = [...filesBelow('src/engine', '.ts'), ...filesBelow('src/forecast', '.ts')];
  const found = files.flatMap((file) =>
    read(file)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .filter((line) => forbidden.test(line.replace(/\/\/.*$/, '')))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});

test("the game's map has one panel, still pictures of it two more, and all load it when it is shown", () => {
  const holders = sources.filter(
    (file) =>
      file.startsWith('src/panels') &&
      importsOf(file).some(({ what, typeOnly }) => what.includes('/map/') && !typeOnly),
  );
  expect(holders).toEqual([
    'src/panels/MapPanel.svelte',
    'src/panels/ScenarioPicture.svelte',
    // Two branches side by side are two still pictures.
    'src/panels/whatif/BranchMap.svelte',
  ]);
});

test('phaser is asked for by the stage of the map alone', () => {
  const found = sources.filter((file) => importsOf(file).some(({ what }) => what === 'phaser'));
  expect(found).toEqual(['src/map/stage.ts']);
});
