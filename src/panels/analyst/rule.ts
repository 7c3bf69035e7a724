/** How often the analyst may be asked. Whoever leads the table says so first, then the scenario, then the player's own setting. */
import type { Game } from '../game.svelte.ts';
import { settings } from '../settings.svelte.ts';
import type { analystRules } from '../settings.svelte.ts';

export type AnalystRule = (typeof analystRules)[number];

/** Find the rule that holds in a game: `off`, `one` question a round, or `free`. */
export function analystRule({ table, tables }: Pick<Game, 'table' | 'tables'>): AnalystRule {
  return table.analyst ?? tables.scenario.analyst ?? settings.analyst;
}
