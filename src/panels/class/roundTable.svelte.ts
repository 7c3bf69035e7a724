/**
 * A game that several people play at one device, as the screens hold it: the shared table, a `Game` for each capital that people
 * play and one for what everybody sees. It keeps itself in the browser; which screen is shown is the way of playing's business.
 */
import { seedFrom } from '../../engine/dice.ts';
import { movesIn } from '../../engine/gameLength.ts';
import { seedsFrom } from '../../engine/position.ts';
import { openSharedTable } from '../../table/sharedTable.ts';
import type { SharedTable } from '../../table/sharedTable.ts';
import { Game } from '../game.svelte.ts';
import type { LiveWords } from '../liveWords.svelte.ts';
import { openScenario } from '../playing.ts';
import type { OpenedScenario, StartChoice } from '../playing.ts';
import { keepHere } from './keptHere.ts';
import type { KeptHere, KeptWay } from './keptHere.ts';

/** What is chosen before a game: who plays, how long, with which layers. */
export type TableChoice = Omit<StartChoice, 'seat'> & { readonly people: readonly string[] };

export class RoundTable {
  /** Under which it keeps itself; null where it is only looked at. */
  readonly way: KeptWay | null;
  readonly scenario: OpenedScenario;
  readonly shared: SharedTable;
  /** What everybody sees. */
  readonly open: Game;
  /** How often each capital had the device this round. */
  turns: Readonly<Record<string, number>> = $state.raw({});
  /** True while the last round has not been told to its end. */
  telling: boolean = $state(false);
  /** Capitals whose orders wait. */
  sealed: readonly string[] = $state.raw([]);
  round = $state(1);
  /** False once the browser has refused to keep the game. */
  keeps = $state(true);
  private readonly games: ReadonlyMap<string, Game>;
  private readonly stop: () => void;

  constructor(
    way: KeptWay | null,
    scenario: OpenedScenario,
    shared: SharedTable,
    words: LiveWords,
    kept?: KeptHere,
  ) {
    this.way = way;
    this.scenario = scenario;
    this.shared = shared;
    const game = (table: ConstructorParameters<typeof Game>[0]): Game =>
      new Game(table, words, scenario.sources, scenario.timeline);
    this.open = game(shared.open);
    this.games = new Map(shared.people.map((seat) => [seat, game(shared.at(seat))]));
    this.turns = kept?.turns ?? {};
    this.telling = kept?.telling ?? false;
    for (const [seat, draft] of Object.entries(kept?.drafts ?? {})) {
      const one = this.games.get(seat);
      if (one) one.draft = draft;
    }
    this.follow();
    const unsubscribe = shared.subscribe(() => this.follow());
    const forget = $effect.root(() => {
      $effect(() => {
        for (const one of this.games.values()) JSON.stringify(one.draft);
        void [this.turns, this.telling, this.sealed, this.open.state];
        const timer = setTimeout(() => void this.keep(), rest);
        return () => clearTimeout(timer);
      });
    });
    this.stop = () => {
      unsubscribe();
      forget();
    };
  }

  /** The game as a capital sees it. */
  of(seat: string): Game {
    return this.games.get(seat) ?? this.open;
  }

  get people(): readonly string[] {
    return this.shared.people;
  }

  get isOver(): boolean {
    return this.open.phase === 'over';
  }

  /** A round has been told to all: its parts that belong to one capital stand in that one's report. */
  told(): void {
    this.telling = false;
    for (const one of [this.open, ...this.games.values()]) one.untold = null;
  }

  /** Keep the game now. */
  async keep(): Promise<void> {
    const { way, scenario, shared, turns, telling, games } = this;
    if (way === null) return;
    const drafts = Object.fromEntries([...games].map(([seat, { draft }]) => [seat, $state.snapshot(draft)]));
    const kept = { texts: scenario.texts, table: shared.keep(), drafts, turns, telling };
    this.keeps = await keepHere(way, { format: 1, ...kept, savedAt: Date.now() });
  }

  /** Stop keeping the game, after a last time. */
  async close(): Promise<void> {
    this.stop();
    await this.keep();
  }

  private follow(): void {
    const { shared, people } = this;
    if (shared.round > this.round || (this.isOver && this.open.untold !== null)) {
      this.turns = {};
      if (this.open.untold !== null) this.telling = true;
    }
    this.round = shared.round;
    this.sealed = people.filter((seat) => shared.hasSealed(seat));
  }
}

/** Milliseconds that a draft may rest before it is kept. */
const rest = 400;

/** Begin a game for several people. */
export function beginTable(
  way: KeptWay | null,
  scenario: OpenedScenario,
  { people, rounds, layers, seed }: TableChoice,
  words: LiveWords,
): RoundTable {
  const { tables } = scenario;
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  const seeds = seedsFrom(seed === undefined ? { high, low } : seedFrom(seed));
  const options = { rounds, moves: movesIn(rounds), layers };
  words.open(scenario.texts.id, scenario.texts.words);
  return new RoundTable(way, scenario, openSharedTable({ tables, options, seeds, people }), words);
}

/** Go on with a game that was kept; null where today's rules or scenario give it other results. */
export async function resumeTable(
  way: KeptWay,
  kept: KeptHere,
  words: LiveWords,
): Promise<RoundTable | null> {
  const scenario = await openScenario(kept.texts);
  if ('notice' in scenario) return null;
  try {
    const shared = openSharedTable({ tables: scenario.tables, kept: kept.table });
    words.open(kept.texts.id, kept.texts.words);
    return new RoundTable(way, scenario, shared, words, kept);
  } catch {
    return null;
  }
}
