/** Lessons minute by minute: the steps of each plan. The rounds last as long as the plan's timers say, so that table and desk agree. */
import { plans, secondsOfRound } from '../plans.ts';
import type { Plan } from '../plans.ts';

/** A step of a lesson; its words are `kit-step-<id>`. */
export interface LessonStep {
  readonly id: string;
  readonly from: number;
  readonly until: number;
}

type Length = readonly [id: string, minutes: number | 'rounds'];

const aMinute = 60;
const lengths: Readonly<Record<Exclude<Plan['id'], 'open'>, readonly Length[]>> = {
  rehearsal: [
    ['open', 2],
    ['seat', 2],
    ['rounds', 'rounds'],
    ['look', 5],
  ],
  m45: [
    ['join', 4],
    ['roles', 6],
    ['vote', 2],
    ['rounds', 'rounds'],
    ['stepOut', 2],
    ['debrief', 13],
    ['ticket', 3],
  ],
  m60: [
    ['join', 4],
    ['roles', 7],
    ['vote', 2],
    ['rounds', 'rounds'],
    ['stepOut', 2],
    ['debrief', 18],
    ['whatIf', 4],
    ['ticket', 2],
  ],
  m90: [
    ['join', 5],
    ['roles', 12],
    ['memo', 5],
    ['rounds', 'rounds'],
    ['stepOut', 3],
    ['debrief', 22],
    ['whatIf', 8],
    ['ticket', 5],
  ],
  two: [
    ['join', 4],
    ['roles', 8],
    ['roundsFirst', 15],
    ['soFar', 10],
    ['pause', 0],
    ['back', 4],
    ['roundsSecond', 10],
    ['stepOut', 2],
    ['debrief', 18],
    ['whatIf', 4],
    ['ticket', 3],
  ],
};

/** List the plans that have a clock, with their steps; minutes count from the beginning of the lesson. */
export function lessonsOf(): readonly { readonly plan: Plan; readonly steps: readonly LessonStep[] }[] {
  return plans.flatMap((plan) => {
    if (plan.id === 'open') return [];
    let from = 0;
    const steps = lengths[plan.id].map(([id, length]) => {
      const minutes =
        length === 'rounds' ? Math.round((secondsOfRound(plan) * plan.rounds) / aMinute) : length;
      // A second lesson begins at its own first minute.
      if (id === 'back') from = 0;
      const step = { id, from, until: from + minutes };
      from += minutes;
      return step;
    });
    return [{ plan, steps }];
  });
}
