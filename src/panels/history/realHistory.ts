/**
 * The record of what really happened, as a file of the scenario that is fetched when somebody asks for it, and what the model makes
 * of it: history's moves played through the rules, compared indicator by indicator. Words and drawings are not made here.
 */
import { playHistory } from '../../engine/history.ts';
import type { Forbidden } from '../../engine/history.ts';
import { compareHistory } from '../../engine/historyTable.ts';
import type { HistoryTable } from '../../engine/historyTable.ts';
import type { Position } from '../../engine/position.ts';
import { checkHistory } from '../../engine/scenario/checkHistory.ts';
import { History } from '../../engine/scenario/historySchema.ts';
import type { HistoryShape } from '../../engine/scenario/historySchema.ts';
import { knownOf } from '../../engine/scenario/known.ts';
import { reporterFor } from '../../engine/scenario/problems.ts';
import type { Tables } from '../../engine/tables.ts';

export interface RealHistory {
  readonly history: HistoryShape;
  /** The start, then the position after each round, as the model plays history's moves. */
  readonly positions: readonly Position[];
  readonly forbidden: readonly Forbidden[];
  readonly compared: HistoryTable;
}

/** How a file is fetched: its address relative to the page gives its text; rejects where it cannot be had. */
export type FetchFile = (file: string) => Promise<string>;

/**
 * Fetch a scenario's history and play it.
 * @param tables the scenario as it is played here, changed assumptions included
 * @returns null where the file names what this scenario does not have: it was written for another version
 * @throws where the file cannot be had
 */
export async function fetchHistory(tables: Tables, fetchFile: FetchFile): Promise<RealHistory | null> {
  const { scenario } = tables;
  const data: unknown = JSON.parse(await fetchFile(`scenarios/${scenario.id}/history.json`));
  const parsed = History.safeParse(data);
  if (!parsed.success) return null;
  const reporter = reporterFor('history.json', data);
  checkHistory(parsed.data, scenario, knownOf(scenario), reporter);
  return reporter.problems.length > 0 ? null : playedHistory(tables, parsed.data);
}

/** Play a history that fits its scenario, and compare. */
export function playedHistory(tables: Tables, history: HistoryShape): RealHistory {
  const { positions, forbidden } = playHistory(tables, history);
  return { history, positions, forbidden, compared: compareHistory(history, positions) };
}
