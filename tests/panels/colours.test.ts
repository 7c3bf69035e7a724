/** The themes' colours: text can be read, meaningful lines can be seen, and capitals stay apart for colour-blind eyes. */
import { describe, expect, test } from 'vitest';
import { apart, coloursOf, contrast, eyes, themes } from './tokens.ts';

const capitals = ['--iran', '--russia', '--turkey', '--usa'];
const holders = ['government', 'opposition', 'kurdish', 'isis', 'turkish'];

/** List pairs whose contrast falls below `least`, each with its figure. */
function tooFaint(
  colours: Record<string, string>,
  pairs: readonly (readonly [string, string])[],
  least: number,
): string[] {
  return pairs.flatMap(([one, other]) => {
    const [front, ground] = [colours[one], colours[other]];
    if (!front || !ground) return [`${one} or ${other} is missing`];
    const figure = contrast(front, ground);
    return figure < least ? [`${one} on ${other}: ${figure.toFixed(2)}`] : [];
  });
}

const across = (fronts: readonly string[], grounds: readonly string[]) =>
  fronts.flatMap((front) => grounds.map((ground) => [front, ground] as const));

describe.each(themes)('in the theme %s', (theme) => {
  const colours = coloursOf(theme);

  test('text stands out from its paper', () => {
    const fronts = ['--ink', '--ink-soft', '--accent', '--warn', '--good', ...capitals];
    const pairs = [...across(fronts, ['--paper', '--paper-raised']), ['--on-accent', '--accent'] as const];
    expect(tooFaint(colours, pairs, theme === 'contrast' ? 7 : 4.5)).toEqual([]);
  });

  test('names on the map stand out from their halo', () => {
    const fronts = ['--map-text', '--map-soft-text', '--map-sea-text', '--map-violence'];
    expect(tooFaint(colours, across(fronts, ['--map-halo']), 4.5)).toEqual([]);
  });

  test('what can be pressed has an edge, and the focus is seen', () => {
    const pairs = across(['--edge', '--focus'], ['--paper', '--paper-raised']);
    expect(tooFaint(colours, pairs, 3)).toEqual([]);
  });

  test('lines that mean something stand out from the land under them', () => {
    const lines = [
      'violence',
      'pact',
      'partnership',
      'tension',
      'mine',
      'flight',
      'aid',
      'disputed',
      'syria',
      'river',
    ];
    const pairs = across(
      lines.map((line) => `--map-${line}`),
      ['--map-land', '--map-plain'],
    );
    expect(tooFaint(colours, pairs, 3)).toEqual([]);
  });

  test('each hatching stands out from its own ground', () => {
    const pairs = holders.map((holder) => [`--hold-${holder}-line`, `--hold-${holder}`] as const);
    expect(tooFaint(colours, pairs, 3)).toEqual([]);
  });

  test('water ends where a line can be seen, and what is drawn over its pale band too', () => {
    const shore = across(['--map-coast'], ['--map-sea', '--map-land']);
    const drawn = ['violence', 'pact', 'partnership', 'tension', 'mine', 'flight', 'aid', 'frame'];
    const fronts = [...drawn.map((line) => `--map-${line}`), ...capitals];
    expect(tooFaint(colours, [...shore, ...across(fronts, ['--map-halo'])], 3)).toEqual([]);
  });

  test('what charts are drawn with stands out from the paper they stand on', () => {
    const fronts = ['--ink', '--ink-soft', '--accent', '--warn', '--good', '--edge', ...capitals];
    expect(tooFaint(colours, across(fronts, ['--paper', '--paper-raised']), 3)).toEqual([]);
  });

  test.each(eyes)('the capitals stay apart for %s eyes', (eye) => {
    const close = capitals.flatMap((one, index) =>
      capitals.slice(index + 1).flatMap((other) => {
        const distance = apart(colours[one] ?? '', colours[other] ?? '', eye);
        return distance < 10 ? [`${one} and ${other}: ${distance.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });
});

test('two colours that colour-blind eyes take for one are found out', () => {
  expect(apart('#7a2020', '#454a10', 'usual')).toBeGreaterThan(10);
  expect(Math.min(...eyes.map((eye) => apart('#7a2020', '#454a10', eye)))).toBeLessThan(3);
});
