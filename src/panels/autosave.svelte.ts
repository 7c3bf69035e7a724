/** Keeps a game in the browser: after every update of the table, and a moment after every change of the draft. */
import { engineVersion } from '../engine/record.ts';
import type { Game } from './game.svelte.ts';
import type { OpenedScenario } from './playing.ts';
import { keep, Overtaken, saveFormat } from './saves.ts';
import type { Tree } from './tree.svelte.ts';

/** Milliseconds that a draft may rest before it is kept. */
const rest = 400;

export class Autosave {
  /** True once the browser has refused to keep the game. */
  failed = $state(false);
  /** True once another tab has taken the same game further: this one keeps nothing any more. */
  overtaken = $state(false);
  readonly id: string;
  private readonly game: Game;
  private readonly scenario: OpenedScenario;
  private readonly tree: Tree;
  /** False for a game that is only shown. */
  keeps: boolean = $state(true);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly stop: () => void;

  /**
   * Begin to keep a game.
   * @param tree the game's branches, of which this is one
   * @param keeps false for a game that is only shown
   * @param id of the save it goes on with; a new one where there is none
   */
  constructor(game: Game, scenario: OpenedScenario, tree: Tree, keeps: boolean, id = newId()) {
    this.game = game;
    this.scenario = scenario;
    this.tree = tree;
    this.keeps = keeps;
    this.id = id;
    const unsubscribe = game.table.subscribe(() => void this.flush());
    const forget = $effect.root(() => {
      $effect(() => {
        JSON.stringify(game.draft);
        void [game.untold, tree.forks, this.keeps];
        this.later();
      });
    });
    this.stop = () => {
      unsubscribe();
      forget();
    };
    void this.flush();
  }

  /** Keep the game now. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (!this.keeps || this.overtaken) return;
    const { game, scenario, tree } = this;
    const record = tree.whole(game.table.record());
    try {
      await keep(
        {
          format: saveFormat,
          card: {
            id: this.id,
            scenario: scenario.texts.id,
            seat: game.seat,
            // As it stands, however far a reveal has told it.
            round: Math.min(game.at('round', game.cells), game.rounds),
            rounds: game.rounds,
            isOver: game.isOver,
            ...(record.assumed?.length ? { assumed: record.assumed.length } : {}),
            savedAt: Date.now(),
          },
          app: engineVersion,
          files: scenario.digest,
          record,
          changes: game.changes,
          cells: game.cells,
          said: [...game.table.allSaid()],
          draft: $state.snapshot(game.draft),
          branch: tree.open.id,
          saidOf: tree.said,
          ...(game.untold === null ? {} : { untold: game.untold }),
        },
        scenario.texts,
      );
    } catch (error) {
      if (error instanceof Overtaken) this.overtaken = true;
      else this.failed = true;
    }
  }

  /** Stop keeping the game, after a last time. */
  async close(): Promise<void> {
    this.stop();
    await this.flush();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), rest);
  }
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(2)), (word) => word.toString(36)).join('');
}
