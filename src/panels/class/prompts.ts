/** What a class is asked in the debrief, and at which step. Answers are collected without a name and shown when the teacher says so. */
import type { StepId } from '../debrief/steps.ts';

const asked: Readonly<Partial<Record<StepId, readonly string[]>>> = {
  role: ['feel'],
  why: ['predict'],
  ticket: ['tradeOff', 'doubt'],
};

/** All prompts, in the order of the steps. */
export const prompts = ['feel', 'predict', 'tradeOff', 'doubt'] as const;

/** List what is asked at a step. */
export function promptsAt(step: StepId): readonly string[] {
  return asked[step] ?? [];
}
