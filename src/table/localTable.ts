/**
 * A table for one person alone: the other three capitals are played by computers, in the page itself, without a server.
 * The table holds the seed and keeps the record; what the person gets is always the seat's own view.
 */
import type { Change } from '../engine/changes.ts';
import { decide } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import type { Seed } from '../engine/dice.ts';
import { dealsIn } from '../engine/deals/terms.ts';
import type { Refusal } from '../engine/orders.ts';
import { phaseOf, roundOf, start } from '../engine/position.ts';
import type { GameOptions, Position } from '../engine/position.ts';
import { chanceOf, newRecord, recorded, replay } from '../engine/record.ts';
import type { GameRecord, Replayed, SeatPlayer } from '../engine/record.ts';
import type { Chance } from '../engine/run.ts';
import { openLog, seenChanges, viewFor } from '../engine/seats.ts';
import type { SeatLog } from '../engine/seats.ts';
import type { Tables } from '../engine/tables.ts';
import type { ComputerSeat, Spoken } from './computers.ts';
import type { Answer, Everything, Said, Table, TableState } from './table.ts';

export interface LocalOptions {
  readonly tables: Tables;
  readonly options: GameOptions;
  readonly seeds: { readonly dice: Seed; readonly doubt: Seed };
  /** The capital that the person plays. */
  readonly seat: string;
  /** Who plays the other capitals: `computerSeats` of `seats.ts` unless a test says otherwise. */
  readonly computers: readonly ComputerSeat[];
  readonly players: Readonly<Record<string, SeatPlayer>>;
  /** A game to go on with; its record must replay on these tables. */
  readonly resume?: {
    readonly record: GameRecord;
    readonly said: readonly Said[];
    /** What comes of the record on these tables, where that is known already. */
    readonly replayed?: Replayed;
    /** Place in the seat's changes from which what was seen last has not been told yet. */
    readonly fresh?: number;
  };
}

/** How often computers answer one another in one go, so that talks always end. */
const mostAnswers = 24;
/** How many of its reasons a capital gives at the table. */
const reasonsAtTable = 2;

/**
 * Open a table.
 * @throws when a record to resume does not replay on these tables: check it first with `replay`
 */
export function openLocalTable(given: LocalOptions): Table {
  return new LocalTable(given);
}

class LocalTable implements Table {
  readonly tables: Tables;
  readonly seat: string;
  state: TableState;
  private readonly computers: readonly ComputerSeat[];
  private readonly chance: Chance;
  private readonly log: SeatLog;
  private readonly listeners = new Set<(state: TableState) => void>();
  private position: Position;
  private kept: GameRecord;
  private all: Change[];
  private said: Said[];
  private seen: Change[] = [];

  constructor({ tables, options, seeds, seat, computers, players, resume }: LocalOptions) {
    this.tables = tables;
    this.seat = seat;
    this.computers = computers;
    this.log = openLog(seat);
    this.kept = resume?.record ?? newRecord(tables, seeds, options, players);
    this.chance = chanceOf(tables, this.kept);
    this.said = [...(resume?.said ?? [])];
    if (resume) {
      const replayed = resume.replayed ?? replay(tables, resume.record);
      if (replayed.differs !== null || replayed.refused)
        throw new Error('this record does not replay on these rules');
      this.position = replayed.position;
      this.all = [...replayed.changes];
    } else {
      const begun = start(tables, options, this.chance);
      this.position = begun.position;
      this.all = [...begun.changes];
    }
    this.seen = seenChanges(tables, this.log, this.all);
    // A game that was left, or is continued, just where a quarter begins: the others have not spoken yet.
    if (phaseOf(this.position) === 'talks' && this.kept.decisions.at(-1)?.round !== roundOf(this.position))
      this.openTalks();
    this.state = this.makeState(resume?.fresh ?? this.seen.length);
  }

  subscribe(listener: (state: TableState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async decide(decision: Decision): Promise<Answer> {
    if (decision.seat !== this.seat) return { ok: false, why: { reason: 'notYourSeat' } };
    const fresh = this.seen.length;
    const why = this.take(decision);
    if (why) return { ok: false, why };
    if (decision.kind === 'lock') this.lockOthers();
    else if (decision.kind !== 'debrief') this.letAnswer();
    this.state = this.makeState(fresh);
    for (const listener of this.listeners) listener(this.state);
    return { ok: true };
  }

  record(): GameRecord {
    return this.kept;
  }

  allSaid(): readonly Said[] {
    return this.said;
  }

  everything(): Everything | null {
    if (phaseOf(this.position) !== 'over') return null;
    return { position: this.position, changes: this.all, said: this.said, record: this.kept };
  }

  /** Take any seat's decision; what comes of it goes into the record. */
  private take(decision: Decision): Refusal | null {
    const decided = decide(this.position, decision, this.chance);
    if (!decided.ok) return decided.why;
    this.kept = recorded(this.kept, decision, this.position, decided.position);
    this.position = decided.position;
    for (const change of decided.changes) this.all.push(change);
    this.seen = [...this.seen, ...seenChanges(this.tables, this.log, decided.changes)];
    return null;
  }

  private openTalks(): void {
    for (const computer of this.computers)
      for (const spoken of computer.open(this.viewOf(computer))) this.speak(spoken);
    this.letAnswer();
  }

  /** Let computers answer what waits for them until nobody has anything to say; who is refused keeps none of the others waiting. */
  private letAnswer(): void {
    for (let answers = 0; answers < mostAnswers; answers++) {
      const spoke = this.computers.some((computer) =>
        computer.answers(this.viewOf(computer)).some((spoken) => this.speak(spoken)),
      );
      if (!spoke) return;
    }
  }

  private lockOthers(): void {
    const round = roundOf(this.position);
    // All choose before any locks: a computer must not see that another has locked.
    const spoken = this.computers.map((computer) => computer.lock(this.viewOf(computer)));
    for (const one of spoken)
      if (!this.speak(one))
        this.take({ seat: one.decision.seat, round, kind: 'lock', orders: { moves: [] } });
    if (phaseOf(this.position) === 'talks') this.openTalks();
  }

  private speak({ decision, reasons }: Spoken): boolean {
    const before = this.position;
    if (this.take(decision)) return false;
    const { seat, round } = decision;
    if (decision.kind === 'lock') this.said.push({ round, seat, offer: 0, answer: 'orders', reasons });
    if (decision.kind === 'answer')
      this.said.push({ round, seat, offer: decision.offer, answer: decision.answer, reasons });
    if (decision.kind === 'offer') {
      const known = new Set(dealsIn(this.tables, before.cells).map(({ serial }) => serial));
      const made = dealsIn(this.tables, this.position.cells).find(
        (deal) => deal.by === seat && !known.has(deal.serial),
      );
      if (made) this.said.push({ round, seat, offer: made.serial, answer: 'offer', reasons });
    }
    return true;
  }

  private viewOf({ seat }: { seat: string }): ReturnType<typeof viewFor> {
    return viewFor(this.position, seat);
  }

  private makeState(fresh: number): TableState {
    const view = viewFor(this.position, this.seat);
    const round = roundOf(this.position);
    const visible = new Set(this.seen.filter(({ where }) => where.endsWith('.serial')).map(({ to }) => to));
    return {
      view,
      changes: this.seen,
      fresh,
      waitingFor: this.tables.capitals
        .filter(({ locked }) => this.position.cells[locked] !== 1)
        .map(({ id }) => id),
      // Orders are explained once they are seen; an offer only to those who see it.
      said: this.said
        .filter((one) => (one.offer === 0 ? one.round < round : visible.has(one.offer)))
        .map((one) => ({ ...one, reasons: one.reasons.slice(0, reasonsAtTable) })),
    };
  }
}
