/** Lesson plans: how many rounds fit into a lesson, and how long each phase of a round lasts. What is done around the rounds stands in the kit. */
import type { Settings } from '../../table/wire.ts';

export interface Plan {
  readonly id: 'rehearsal' | 'm45' | 'm60' | 'm90' | 'two' | 'open';
  readonly rounds: number;
  readonly timers: Settings['timers'];
}

const timers = (briefing: number, talks: number, orders: number, reveal: number, report: number) => ({
  briefing,
  talks,
  orders,
  reveal,
  report,
});

/** The plans, shortest first; the last one waits for the teacher at every step. */
export const plans: readonly Plan[] = [
  { id: 'rehearsal', rounds: 2, timers: timers(15, 70, 25, 40, 15) },
  { id: 'm45', rounds: 3, timers: timers(30, 160, 30, 60, 20) },
  { id: 'm60', rounds: 4, timers: timers(30, 175, 30, 60, 20) },
  { id: 'm90', rounds: 5, timers: timers(40, 200, 40, 60, 20) },
  { id: 'two', rounds: 5, timers: timers(30, 160, 30, 60, 20) },
  {
    id: 'open',
    rounds: 3,
    timers: { briefing: null, talks: null, orders: null, reveal: null, report: null },
  },
];

/** Seconds that a round of a plan takes; 0 where it waits for the teacher. */
export function secondsOfRound({ timers: times }: Pick<Plan, 'timers'>): number {
  return Object.values(times).reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0);
}
