/** Words: every text file parses, every key used has words, no interface key lies unused. */
import { FluentParser } from '@fluent/syntax';
import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

const texts = filesBelow('assets', '.ftl');

interface Parsed {
  keys: Set<string>;
  problems: string[];
}

function parse(file: string): Parsed {
  const keys = new Set<string>();
  const problems: string[] = [];
  for (const entry of new FluentParser().parse(read(file)).body) {
    if (entry.type === 'Junk') problems.push(`${file}: ${String(entry.content).trim().split('\n')[0]}`);
    if (entry.type !== 'Message') continue;
    const message = entry as unknown as {
      id: { name: string };
      value: unknown;
      attributes: { id: { name: string } }[];
    };
    if (keys.has(message.id.name)) problems.push(`${file}: ${message.id.name} stands twice`);
    keys.add(message.id.name);
    for (const attribute of message.attributes) keys.add(`${message.id.name}.${attribute.id.name}`);
  }
  return { keys, problems };
}

const interfaceKeys = new Set(filesBelow('assets/words', 'en.ftl').flatMap((file) => [...parse(file).keys]));
const sources = filesBelow('src', '.ts', '.svelte');
const code = sources.map(read).join('\n');
/** Keys that stand in code as a literal, wherever they stand: `say('talks-title')`, `{ key: 'scenario-broken' }`. */
const literals = new Set(
  [...code.matchAll(/['"`]([a-z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)+(?:\.[a-z]+)?)['"`]/g)].map(
    ([, key = '']) => key,
  ),
);
/** Keys of one word, wherever they stand in quotes. */
const quoted = new Set([...code.matchAll(/['"`]([a-z]+)['"`]/g)].map(([, key = '']) => key));
/** Keys that code puts together, as patterns: `why-${reason}` stands for all that begin with why-. */
const families = [...code.matchAll(/`((?:[^`$\s]|\$\{[^}`]*\})*\$\{[^}`]*\}(?:[^`$\s]|\$\{[^}`]*\})*)`/g)]
  .map(([, template = '']) => template.split(/\$\{[^}]*\}/))
  .filter(
    (pieces) =>
      pieces.some((piece) => /[a-z]{2,}-|-[a-z]{3,}/.test(piece)) &&
      pieces.every((piece) => /^[\w.-]*$/.test(piece)),
  )
  .map((pieces) => new RegExp(`^${pieces.map((piece) => piece.replaceAll('.', '\\.')).join('[\\w.-]*')}$`));
const spoken = new Set(
  [...code.matchAll(/\bsay\(\s*['"`]([a-z][\w-]*(?:\.[a-z]+)?)['"`]/g)].map(([, key = '']) => key),
);

test('every text file is sound', () => {
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.flatMap((file) => parse(file).problems)).toEqual([]);
});

test('every key that code says has words', () => {
  const scenarioKeys = new Set(
    filesBelow('assets/scenarios', 'en.ftl').flatMap((file) => [...parse(file).keys]),
  );
  expect([...spoken].filter((key) => !interfaceKeys.has(key) && !scenarioKeys.has(key))).toEqual([]);
});

test('no interface text lies unused', () => {
  const used = (key: string): boolean => {
    const [id = key] = key.split('.');
    const whole = literals.has(key) || literals.has(id) || spoken.has(key) || spoken.has(id);
    return whole || quoted.has(id) || families.some((family) => family.test(id) || family.test(key));
  };
  expect([...interfaceKeys].filter((key) => !used(key))).toEqual([]);
});
