/**
 * The game as the panels hold it: the table's newest state, the player's draft of orders, and the words to say it in.
 * It knows no rule; what may be picked comes from the engine's `choicesFor`.
 */
import type { Change } from '../engine/changes.ts';
import type { Choice, DecisionChoice } from '../engine/choices.ts';
import { choicesFor, decisionChoices } from '../engine/choices.ts';
import type { Decision } from '../engine/decide.ts';
import { dealsIn } from '../engine/deals/terms.ts';
import type { Deal } from '../engine/deals/terms.ts';
import { checkOrders } from '../engine/orders.ts';
import type { Orders, Refusal } from '../engine/orders.ts';
import { phases } from '../engine/position.ts';
import type { Phase } from '../engine/position.ts';
import type { SourcesShape } from '../engine/scenario/schema.ts';
import type { TimelineShape } from '../engine/scenario/timelineSchema.ts';
import type { CapitalTable, Tables } from '../engine/tables.ts';
import { watching } from '../table/table.ts';
import type { Answer, Table, TableState } from '../table/table.ts';
import type { Words } from '../words/words.ts';

/** Orders as they are being drafted; drafts belong to the screen and are lost to nobody but the player. */
export interface Draft {
  answer: string | undefined;
  moves: { move: string; influence?: number }[];
  withhold: number[];
}

export class Game {
  readonly table: Table;
  readonly words: Words;
  readonly sources: SourcesShape;
  /** What really happened in the same quarters, for the debrief; null where the scenario does not tell it. */
  readonly timeline: TimelineShape | null;
  readonly tables: Tables;
  readonly capital: CapitalTable;
  /** The newest state of the table; replaced whole. */
  state: TableState = $state.raw() as TableState;
  /** The cells as far as a reveal has told them; null when nothing is being told. */
  telling: Int32Array | null = $state.raw(null);
  /** Place in the changes from which a round that was played has not been told to its end; null when all is told. */
  untold: number | null = $state(null);
  draft: Draft = $state({ answer: undefined, moves: [], withhold: [] });
  /** Drafts that can be returned to, oldest first. */
  private earlier: string[] = $state.raw([]);

  constructor(table: Table, words: Words, sources: SourcesShape, timeline: TimelineShape | null) {
    this.table = table;
    this.words = words;
    this.sources = sources;
    this.timeline = timeline;
    this.tables = table.tables;
    // Who looks on has no capital; panels for them ask for none.
    const isOwn = ({ id }: CapitalTable): boolean => id === table.seat || table.seat === watching;
    const capital = table.tables.capitals.find(isOwn);
    if (!capital) throw new Error(`no capital ${table.seat}`);
    this.capital = capital;
    this.state = table.state;
    table.subscribe((state) => {
      if (this.at('round', state.view.cells) !== this.round) this.clearDraft();
      if (state.changes.slice(state.fresh).some(({ step }) => step === 'standing')) this.untold = state.fresh;
      this.state = state;
    });
  }

  get seat(): string {
    return this.table.seat;
  }
  get cells(): Int32Array {
    return this.state.view.cells;
  }
  get round(): number {
    return this.at('round');
  }
  get rounds(): number {
    return this.at('rounds');
  }
  get phase(): Phase {
    return phases[this.at('phase')] ?? 'talks';
  }
  /** True once all quarters are played, however far a reveal has told them and whichever report is read. */
  get isOver(): boolean {
    return phases[this.at('phase', this.cells)] === 'over';
  }
  get changes(): readonly Change[] {
    return this.state.changes;
  }
  /** Changes of the last round that was played, for reveal and report. */
  get lastRound(): readonly Change[] {
    const last = Math.max(
      0,
      ...this.changes.filter(({ step }) => step === 'links' || step === 'standing').map(({ round }) => round),
    );
    return this.changes.filter(({ round, step }) => round === last && step !== 'talks');
  }
  get deals(): Deal[] {
    return dealsIn(this.tables, this.cells);
  }
  get choices(): Choice[] {
    return choicesFor(this.tables, this.cells, this.capital);
  }
  get decision(): DecisionChoice | null {
    return decisionChoices(this.tables, this.cells, this.capital);
  }
  get orders(): Orders {
    const { answer, moves, withhold } = $state.snapshot(this.draft);
    return {
      ...(answer === undefined ? {} : { answer }),
      moves,
      ...(withhold.length > 0 ? { withhold } : {}),
    };
  }
  /** What the draft comes to, or why it could not be locked. */
  get checked(): { cost: number } | Refusal {
    return checkOrders(this.tables, this.cells, this.capital, this.orders);
  }

  /** Read a cell by path as the screen shows it now, 0 where there is none; while a reveal is told, what was not told yet has not happened. */
  at(path: string, cells: Int32Array = this.telling ?? this.cells): number {
    return cells[this.tables.layout.find(path)] ?? 0;
  }

  /** Change the draft; what it was can be undone. */
  redraft(change: (draft: Draft) => void): void {
    this.earlier = [...this.earlier, JSON.stringify($state.snapshot(this.draft))];
    change(this.draft);
  }
  get canUndo(): boolean {
    return this.earlier.length > 0;
  }
  undo(): void {
    const last = this.earlier.at(-1);
    if (last === undefined) return;
    this.earlier = this.earlier.slice(0, -1);
    this.draft = { answer: undefined, ...JSON.parse(last) } as Draft;
  }

  /** Send a decision of this seat for this round. */
  decide(decision: DistributiveOmit<Decision, 'seat' | 'round'>): Promise<Answer> {
    // What is decided goes into the record: it must not stay tied to a form that changes on.
    const plain = $state.snapshot(decision);
    return this.table.decide({ ...plain, seat: this.seat, round: this.round } as Decision);
  }
  lock(): Promise<Answer> {
    return this.decide({ kind: 'lock', orders: this.orders });
  }

  private clearDraft(): void {
    this.draft = { answer: undefined, moves: [], withhold: [] };
    this.earlier = [];
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
