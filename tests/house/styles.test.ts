/** Styles of the house: everything is laid out by start and end, so that a page mirrors for right-to-left scripts. */
import { expect, test } from 'vitest';
import { filesBelow, read } from './files.ts';

const sides = '(?:left|right|top|bottom)';
/** Declarations that name a side of the screen, and shorthands whose four values do. */
const physical = [
  new RegExp(`^(?:scroll-)?(?:margin|padding)-${sides}:`),
  new RegExp(`^border-${sides}[\\w-]*:`),
  new RegExp(`^${sides}:`),
  /^(?:text-align|float|clear|caption-side):\s*(?:left|right)\b/,
  /^(?:margin|padding|inset|border-width|border-style|border-color|scroll-margin|scroll-padding):(?:\s+[^\s;]+){4}/,
];

/** Finds the physical declarations of a style text: "left: 0", "margin: 0 1px 0 2px". */
function physicalIn(style: string): string[] {
  return style
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/[;{}\n]/)
    .map((declaration) => declaration.trim())
    .filter((declaration) => physical.some((pattern) => pattern.test(declaration)));
}

/** Takes the style text out of a file: a whole style sheet, or the style part and the inline styles of a component. */
function styleOf(file: string): string {
  const text = read(file);
  if (file.endsWith('.css')) return text;
  const part = /<style[^>]*>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '';
  const inline = [...text.matchAll(/\bstyle="([^"]*)"/g)].map(([, style = '']) => style);
  const directives = [...text.matchAll(/\bstyle:([\w-]+)/g)].map(([, name = '']) => `${name}: directive`);
  return [part, ...inline, ...directives].join('\n');
}

test('style sheets speak of start and end, never of left and right', () => {
  const found = filesBelow('src', '.svelte', '.css').flatMap((file) =>
    physicalIn(styleOf(file)).map((declaration) => `${file}: ${declaration}`),
  );
  expect(found).toEqual([]);
});

test('a physical declaration is noticed in each of its forms, a logical one is let through', () => {
  const named = [
    'left: 0',
    'margin-left: 1px',
    'border-top: 0',
    'text-align: right',
    'padding: 0 1px 2px 3px',
  ];
  const neutral = [
    'inset: 0',
    'inset-inline-start: 0',
    'border-block-end: 0',
    'text-align: start',
    'margin: 0 auto',
  ];
  expect(physicalIn(named.join(';'))).toEqual(named);
  expect(physicalIn(neutral.join(';'))).toEqual([]);
});
