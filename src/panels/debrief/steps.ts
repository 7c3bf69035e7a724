/** The debrief's steps in their order, each with the minutes that a class usually needs for it. What a step shows is its own business. */

export const steps = [
  { id: 'role', minutes: 2 },
  { id: 'happened', minutes: 8 },
  { id: 'why', minutes: 6 },
  { id: 'promises', minutes: 5 },
  { id: 'people', minutes: 4 },
  { id: 'record', minutes: 8 },
  { id: 'limits', minutes: 4 },
  { id: 'thesis', minutes: 8 },
  { id: 'ticket', minutes: 3 },
] as const;

export type StepId = (typeof steps)[number]['id'];
