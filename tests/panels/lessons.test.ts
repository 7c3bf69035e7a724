/** The lesson plans keep the time that they name, and give a third of it to looking back. */
import { expect, test } from 'vitest';
import { lessonsOf } from '../../src/panels/class/kit/lessons.ts';

const minutes = { rehearsal: 15, m45: 45, m60: 60, m90: 90 } as const;
const back = ['stepOut', 'debrief', 'whatIf', 'ticket', 'look', 'soFar'];

for (const [id, length] of Object.entries(minutes))
  test(`the plan ${id} ends with its lesson`, () => {
    const lesson = lessonsOf().find(({ plan }) => plan.id === id);
    expect(lesson?.steps.at(-1)?.until).toBe(length);
    lesson?.steps.forEach(({ from }, at) => expect(from).toBe(at === 0 ? 0 : lesson.steps[at - 1]?.until));
  });

test('a third of each lesson looks back', () => {
  for (const { steps } of lessonsOf()) {
    const time = (all: typeof steps): number => all.reduce((sum, { from, until }) => sum + until - from, 0);
    expect(time(steps.filter(({ id }) => back.includes(id)))).toBeGreaterThanOrEqual(time(steps) / 3);
  }
});

test('two lessons each fit into 45 minutes', () => {
  const steps = lessonsOf().find(({ plan }) => plan.id === 'two')?.steps ?? [];
  expect(Math.max(...steps.map(({ until }) => until))).toBeLessThanOrEqual(45);
});
