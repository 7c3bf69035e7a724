/** Loads what the laboratory of a scenario needs. The page itself stands in Laboratory.svelte. */
import type { LaboratoryShape } from '../../engine/scenario/laboratorySchema.ts';
import type { OpenedScenario } from '../playing.ts';
import { FileMissing, fetchText } from '../scenarioTexts.ts';
import { fetchQuestion } from '../thesis/question.ts';

export { default as Laboratory } from './Laboratory.svelte';

/** A scenario with its laboratory. */
export interface OpenedLaboratory extends OpenedScenario {
  readonly laboratory: LaboratoryShape;
}

/** Fetch the laboratory of a scenario; throws FileMissing, also where the file is not in order. */
export async function withLaboratory(scenario: OpenedScenario): Promise<OpenedLaboratory> {
  const { id } = scenario.texts;
  const laboratory = await fetchQuestion(id, fetchText);
  if (!laboratory) throw new FileMissing(`scenarios/${id}/laboratory.json`);
  return { ...scenario, laboratory };
}
