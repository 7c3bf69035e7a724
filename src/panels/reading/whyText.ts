/** A tree of causes as plain text, for a file and for whoever reads with a screen reader: indented lines, down to a few steps. */
import type { CauseNode } from './causes.ts';
import type { Wording } from './reader.ts';
import type { Worth } from './worth.ts';

const deepest = 4;
const mostLines = 200;

/**
 * Write causes as text.
 * @param worth what each single cause was worth, where that has been worked out
 */
export function whyText(root: CauseNode, worth: Worth | null, words: Wording): string {
  const lines: string[] = [];
  write(root, 0);
  if (worth && worth.rows.length > 0) {
    lines.push('', words.say(worth.sums ? 'worth-heading' : 'worth-otherwise'));
    if (worth.sums) lines.push(`  ${worth.sums.start}: ${words.say('worth-start')}`);
    for (const { amount, text, when, skipped } of worth.rows) {
      lines.push(`  ${amount}: ${text} (${when})`);
      for (const one of skipped) lines.push(`    ${one}`);
    }
    if (worth.sums) {
      lines.push(`  ${worth.sums.together}: ${words.say('worth-together')}`);
      lines.push(`  ${worth.sums.course}: ${words.say('worth-course')}`);
      lines.push(`  ${worth.value}: ${words.say('worth-value', { what: worth.what })}`);
    }
    lines.push(`  ${words.say('worth-note')}`);
  }
  lines.push('', words.say('why-not-a-prediction'));
  return lines.join('\n');

  function write(node: CauseNode, depth: number): void {
    if (lines.length >= mostLines) return;
    const indent = '  '.repeat(depth);
    lines.push(indent + node.sentence);
    const { rule, details } = node;
    for (const detail of details) lines.push(`${indent}  ${detail}`);
    if (rule && rule.text !== '') lines.push(`${indent}  ${words.say('why-rule')}: ${rule.text}`);
    if (rule && rule.strength !== '') lines.push(`${indent}  ${words.say('why-strength')}: ${rule.strength}`);
    if (rule?.confidence) {
      const confidence = words.say(`why-confidence-${rule.confidence}`);
      lines.push(`${indent}  ${words.say('why-confidence', { confidence })}`);
    }
    if (rule?.dissent) lines.push(`${indent}  ${words.say('why-dissent')}: ${rule.dissent.text}`);
    if (depth < deepest) for (const child of node.children()) write(child, depth + 1);
  }
}
