/** What the gallery shows: games that are always the same, played by the real engine. Loaded with the game, not with the page. */
import { beginFork } from '../../engine/counterfactual/fork.ts';
import type { Orders } from '../../engine/orders.ts';
import { playRest } from '../../table/rest.ts';
import { beginTable } from '../class/roundTable.svelte.ts';
import type { RoundTable } from '../class/roundTable.svelte.ts';
import { Lab, sizes } from '../laboratory/lab.svelte.ts';
import { withLaboratory } from '../laboratory/opened.ts';
import type { LiveWords } from '../liveWords.svelte.ts';
import { begin, openScenario } from '../playing.ts';
import type { OpenedGame, OpenedScenario } from '../playing.ts';
import { fetchTexts } from '../scenarioTexts.ts';
import type { ScenarioEntry } from '../scenarioTexts.ts';

export { default as Documents } from './Documents.svelte';
export { default as MapPanel } from '../MapPanel.svelte';
export { default as Played } from './Played.svelte';
export { default as Studies } from './Studies.svelte';
export { default as Together } from './Together.svelte';

export interface Shown {
  readonly scenario: OpenedScenario;
  /** In the middle of a game, and at the end of a short one that has been forked. */
  readonly game: OpenedGame;
  readonly over: OpenedGame;
  /** A game of two capitals at one device. */
  readonly table: RoundTable;
  /** A laboratory before and after its games. */
  readonly labs: { readonly before: Lab; readonly after: Lab };
}

const seed = 'gallery';

/** Play everything that is shown; null where the scenario is not in order. */
export async function play(entry: ScenarioEntry, words: LiveWords): Promise<Shown | null> {
  const scenario = await openScenario(await fetchTexts(entry, words.lang));
  if ('notice' in scenario) return null;
  words.open(entry.id, scenario.texts.words);
  const [seat = '', second = ''] = entry.capitals;
  const game = begin(scenario, { seat, rounds: 8, layers: [], seed }, words);
  await game.game.lock();
  const over = begin(scenario, { seat, rounds: 3, layers: [], seed }, words);
  const other = over.game.choices.find(({ why, press }) => why === null && !press);
  while (over.game.phase !== 'over' && (await over.game.lock()).ok);
  await addFork(over, other ? [{ move: other.move }] : []);
  const people = [seat, second];
  const table = beginTable(null, scenario, { people, rounds: 3, layers: [], seed }, words);
  const opened = await withLaboratory(scenario);
  const labs = { before: new Lab(opened), after: new Lab(opened) };
  labs.after.games = sizes[0] ?? labs.after.games;
  return { scenario, game, over, table, labs };
}

/** Let computers play the game on from the first quarter, in which its capital now makes other moves. */
async function addFork({ game, tree }: OpenedGame, moves: Orders['moves']): Promise<void> {
  const begun = beginFork(game.tables, game.table.record(), {
    kind: 'orders',
    seat: game.seat,
    round: 1,
    orders: { moves },
  });
  if ('reason' in begun) return;
  const rest = await playRest(game.tables, begun.record, game.seat, async () => undefined);
  tree.add(rest.record, { id: 'gallery', of: tree.open.id, at: begun.at, changed: begun.changed }, rest.said);
}
