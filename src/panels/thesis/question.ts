/** The question that a scenario starts from, as its file tells it: fetched when somebody asks for it. */
import { Laboratory } from '../../engine/scenario/laboratorySchema.ts';
import type { LaboratoryShape } from '../../engine/scenario/laboratorySchema.ts';

/**
 * Fetch a scenario's question.
 * @param fetchFile address relative to the page → text
 * @returns null where the file is not in order
 * @throws where there is none
 */
export async function fetchQuestion(
  scenario: string,
  fetchFile: (file: string) => Promise<string>,
): Promise<LaboratoryShape | null> {
  const read = Laboratory.safeParse(JSON.parse(await fetchFile(`scenarios/${scenario}/laboratory.json`)));
  return read.success ? read.data : null;
}
