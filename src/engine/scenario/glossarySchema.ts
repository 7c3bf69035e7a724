/**
 * The shape of a glossary file: which terms a scenario explains, which of its words are contested, and on which sources each
 * explanation rests. What it says stands in the scenario's words; no rule of the game reads this file.
 */
import { z } from '../zod.ts';
import { Id } from './guards.ts';
import { shown } from './problems.ts';
import type { Reporter } from './problems.ts';

export const glossaryFormat = 1;

/** One entry; its words have the key `glossary-<id>` or `contested-<id>`, with a note. */
const Entry = z.strictObject({
  id: Id,
  /** Keys of sources.json, at least one. */
  sources: z.array(z.string().min(1)).min(1),
});

export const Glossary = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(glossaryFormat),
  /** In the order in which they are listed. */
  terms: z.array(Entry),
  /** Wordings that somebody would have chosen otherwise. */
  contested: z.array(Entry),
});

export type GlossaryShape = z.infer<typeof Glossary>;

const lists = [
  ['terms', 'glossary'],
  ['contested', 'contested'],
] as const;

/** List the keys of the words that a glossary needs. */
export function glossaryKeys(glossary: GlossaryShape): string[] {
  return lists.flatMap(([list, prefix]) =>
    glossary[list].flatMap(({ id }) => [`${prefix}-${id}`, `${prefix}-${id}.note`]),
  );
}

/** Check that each id stands once in its list, and has words where the words are known. */
export function checkGlossary(
  glossary: GlossaryShape,
  textKeys: ReadonlySet<string> | undefined,
  reporter: Reporter,
): void {
  for (const [list, prefix] of lists) {
    glossary[list].forEach(({ id }, at) => {
      if (glossary[list].findIndex((other) => other.id === id) < at)
        reporter.report([list, at, 'id'], `${shown(id)} a second time`, 'each id once');
      for (const key of [`${prefix}-${id}`, `${prefix}-${id}.note`])
        if (textKeys && !textKeys.has(key))
          reporter.report([list, at], 'nothing in English', `the text ${key} in words/en.ftl`);
    });
  }
}
