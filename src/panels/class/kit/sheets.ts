/** The sheets of the kit, in the order in which a teacher needs them. Their words are `kit-<sheet>` and, item by item, `kit-<sheet>-<n>`. */

export const sheets = [
  'start',
  'rehearsal',
  'lessons',
  'script',
  'roles',
  'slips',
  'background',
  'debrief',
  'happened',
  'model',
  'rubric',
  'care',
  'privacy',
  'trouble',
] as const;
export type Sheet = (typeof sheets)[number];

/** Sheets for those who play; all others are the teacher's. */
export const handouts: readonly Sheet[] = ['roles', 'slips', 'background'];
