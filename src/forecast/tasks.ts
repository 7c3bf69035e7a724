/**
 * Everything of which many games are played on the command line, as work that a crew can share: forecasts of a question, counts of a
 * request, arms of a comparison, and how a table of one policy behaves. Plain data in, rows out.
 */
import type { Tables } from '../engine/tables.ts';
import { armWidth, playArmRows } from './arms.ts';
import { countGames, countLayout } from './counting.ts';
import type { Craft } from './crew.ts';
import { countManners, mannersWidth } from './manners.ts';
import { questionCraft } from './pool.ts';
import type { Question } from './question.ts';
import type { ForecastRequest } from './rollOut.ts';

export type Task =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'count'; readonly request: ForecastRequest }
  /** `first` is the number of its first game. */
  | { readonly kind: 'arm'; readonly request: ForecastRequest; readonly first: number }
  | { readonly kind: 'manners'; readonly request: ForecastRequest };

/** Plays a task's games, wherever: all its rows come back. */
export type Play = (task: Task) => Promise<Int16Array>;

export const taskCraft: Craft<Task> = {
  games: (task) => (task.kind === 'question' ? task.question.games : task.request.games),
  width(tables, task) {
    switch (task.kind) {
      case 'question':
        return questionCraft.width(tables, task.question);
      case 'count':
        return countLayout(tables, task.request).width;
      case 'arm':
        return armWidth(tables);
      case 'manners':
        return mannersWidth;
    }
  },
  play(tables, task, from, to) {
    switch (task.kind) {
      case 'question':
        return questionCraft.play(tables, task.question, from, to);
      case 'count':
        return countGames(tables, task.request, from, to);
      case 'arm':
        return playArmRows(tables, task.request, task.first + from, task.first + to);
      case 'manners':
        return countManners(tables, task.request, from, to);
    }
  },
};

/** Play tasks where this is called, one after the other. */
export function playHere(tables: Tables): Play {
  return async (task) => taskCraft.play(tables, task, 0, taskCraft.games(task));
}
