/** Loads what the laboratory of a scenario needs. The page itself stands in Laboratory.svelte. */
import { Laboratory as LaboratoryFile } from '../../engine/scenario/laboratorySchema.ts';
import type { LaboratoryShape } from '../../engine/scenario/laboratorySchema.ts';
import type { OpenedScenario } from '../playing.ts';
import { FileMissing, fetchText } from '../scenarioTexts.ts';

export { default as Laboratory } from './Laboratory.svelte';

/** A scenario with its laboratory. */
export interface OpenedLaboratory extends OpenedScenario {
  readonly laboratory: LaboratoryShape;
}

/** Fetch the laboratory of a scenario; throws FileMissing, also where the file is not in order. */
export async function withLaboratory(scenario: OpenedScenario): Promise<OpenedLaboratory> {
  const file = `scenarios/${scenario.texts.id}/laboratory.json`;
  const read = LaboratoryFile.safeParse(JSON.parse(await fetchText(file)));
  if (!read.success) throw new FileMissing(file);
  return { ...scenario, laboratory: read.data };
}
