/** Reads files of words as what a reader sees: key and text, without the numbers and names that are filled in. */
import { FluentParser, Visitor } from '@fluent/syntax';
import type { BaseNode, TextElement } from '@fluent/syntax';
import { read } from './files.ts';

/** Texts by key, attributes with a dot: `move-iran-surge.order`. Variants of one text are joined. */
export function textsOf(file: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const entry of new FluentParser().parse(read(file)).body) {
    if (entry.type !== 'Message') continue;
    if (entry.value) texts.set(entry.id.name, plainText(entry.value));
    for (const { id, value } of entry.attributes) texts.set(`${entry.id.name}.${id.name}`, plainText(value));
  }
  return texts;
}

/** Count words as a reader would. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}

/** Split a text into sentences. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/);
}

/** Leave out what stands in quotation marks: there somebody else speaks. */
export function ownVoice(text: string): string {
  return text.replaceAll(/“[^”]*”/g, '“…”');
}

function plainText(pattern: BaseNode): string {
  const said: string[] = [];
  class Reader extends Visitor {
    override visitTextElement(node: TextElement): void {
      said.push(node.value);
    }
  }
  new Reader().visit(pattern);
  return said.join(' … ');
}
