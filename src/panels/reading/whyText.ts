/**
 * A tree of causes as lines of text, for files, for exports and for whoever reads with a screen reader: the same sentences as on the
 * screen, down to a few steps. How lines are set, indented or as a list, is the business of who writes them.
 */
import type { SourcesShape } from '../../engine/scenario/schema.ts';
import type { CauseNode } from './causes.ts';
import type { Wording } from './reader.ts';
import type { Effects, Worth } from './worth.ts';

/** What is written beside the causes, where it has been worked out. */
export interface Beside {
  /** What each single cause was worth. */
  readonly worth?: Worth | null;
  /** What came of it. */
  readonly effects?: Effects | null;
  readonly sources?: SourcesShape;
}

export interface Line {
  /** How many steps from what was asked; 0 for headings and what was asked itself. */
  readonly depth: number;
  readonly text: string;
}

const deepest = 4;
const mostLines = 200;

/** Write causes as indented text. */
export function whyText(root: CauseNode, beside: Beside, words: Wording): string {
  return whyLines(root, beside, words)
    .map(({ depth, text }) => (text === '' ? '' : '  '.repeat(depth) + text))
    .join('\n');
}

/**
 * Give the lines of a tree of causes and of what stands beside it.
 * @param down how many steps of causes are written; after two hundred lines no more are
 */
export function whyLines(root: CauseNode, beside: Beside, words: Wording, down = deepest): Line[] {
  const { worth = null, effects = null, sources = {} } = beside;
  const lines: Line[] = [];
  const put = (depth: number, text: string): void => void lines.push({ depth, text });
  write(root, 0);
  if (worth && worth.rows.length > 0) writeWorth(worth, put, words);
  if (effects) writeEffects(effects, put, words);
  put(0, '');
  put(0, words.say('why-not-a-prediction'));
  return lines;

  function write(node: CauseNode, depth: number): void {
    if (lines.length >= mostLines) return;
    put(depth, node.sentence);
    const { rule, details } = node;
    for (const detail of details) put(depth + 1, detail);
    if (rule && rule.text !== '') put(depth + 1, `${words.say('why-rule')}: ${rule.text}`);
    if (rule && rule.strength !== '') put(depth + 1, `${words.say('why-strength')}: ${rule.strength}`);
    if (rule?.confidence) {
      const confidence = words.say(`why-confidence-${rule.confidence}`);
      put(depth + 1, words.say('why-confidence', { confidence }));
    }
    for (const source of sourcesOf(rule?.sources ?? [])) put(depth + 1, source);
    if (rule?.dissent) {
      put(depth + 1, `${words.say('why-dissent')}: ${rule.dissent.text}`);
      for (const source of sourcesOf(rule.dissent.sources)) put(depth + 2, source);
    }
    if (depth < down) for (const child of node.children()) write(child, depth + 1);
  }

  function sourcesOf(keys: readonly string[]): string[] {
    return [...new Set(keys)].flatMap((key) => {
      const source = sources[key];
      if (!source) return [];
      const { publisher, date, title } = source;
      return `${title}: ${words.say('why-source-line', { publisher, date })} ${source.urls.join(' ')}`;
    });
  }
}

type Put = (depth: number, text: string) => void;

function writeWorth(worth: Worth, put: Put, words: Wording): void {
  put(0, '');
  put(0, words.say(worth.sums ? 'worth-heading' : 'worth-otherwise'));
  if (worth.sums) put(1, `${worth.sums.start}: ${words.say('worth-start')}`);
  for (const { amount, text, when, skipped } of worth.rows) {
    put(1, `${amount}: ${text} (${when})`);
    for (const one of skipped) put(2, one);
  }
  if (worth.sums) {
    put(1, `${worth.sums.together}: ${words.say('worth-together')}`);
    put(1, `${worth.sums.course}: ${words.say('worth-course')}`);
    put(1, `${worth.value}: ${words.say('worth-value', { what: worth.what })}`);
  }
  put(1, words.say('worth-note'));
}

function writeEffects({ effects, skipped }: Effects, put: Put, words: Wording): void {
  put(0, '');
  put(0, words.say('worth-heading-of-it'));
  if (effects.length === 0) put(1, words.say('worth-nothing'));
  for (const { text, amount, played, without } of effects)
    put(1, `${amount}: ${text}. ${words.say('worth-effect', { played, without })}`);
  for (const one of skipped) put(1, one);
  put(1, words.say('worth-note'));
}
