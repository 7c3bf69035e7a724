/**
 * One table for several people at one device: each capital has its own view and seals its orders until all are in; computers
 * play the capitals that nobody takes. Who holds the device, and what lies covered meanwhile, is the screens' business.
 */
import type { Change } from '../engine/changes.ts';
import { decide } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import type { Seed } from '../engine/dice.ts';
import { dealsIn } from '../engine/deals/terms.ts';
import { checkOrders } from '../engine/orders.ts';
import type { Orders, Refusal } from '../engine/orders.ts';
import { phaseOf, roundOf, start } from '../engine/position.ts';
import type { GameOptions, Position } from '../engine/position.ts';
import { chanceOf, newRecord, recorded, replay } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import type { Chance } from '../engine/run.ts';
import { openLog, seenChanges, viewFor } from '../engine/seats.ts';
import type { SeatLog } from '../engine/seats.ts';
import type { Tables } from '../engine/tables.ts';
import type { ComputerSeat, Spoken } from './computers.ts';
import { computerSeats } from './seats.ts';
import { watching } from './table.ts';
import type { Answer, Everything, Said, Table, TableState } from './table.ts';

/** What a shared game comes to when it is kept: enough to go on with it. */
export interface SharedKept {
  readonly record: GameRecord;
  readonly people: readonly string[];
  readonly said: readonly Said[];
  readonly sealed: Readonly<Record<string, Orders>>;
}

export type SharedOptions =
  | {
      readonly tables: Tables;
      readonly options: GameOptions;
      readonly seeds: { readonly dice: Seed; readonly doubt: Seed };
      /** Capitals that people play. */
      readonly people: readonly string[];
    }
  | { readonly tables: Tables; readonly kept: SharedKept };

/** How often computers answer one another in one go, so that talks always end. */
const mostAnswers = 24;
/** How many of its reasons a capital gives at the table. */
const reasonsAtTable = 2;

/**
 * Open a shared table, for a new game or one that was kept.
 * @throws when a record that was kept does not replay on these tables
 */
export function openSharedTable(given: SharedOptions): SharedTable {
  return new SharedTable(given);
}

export class SharedTable {
  readonly tables: Tables;
  /** Capitals that people play, in the scenario's order. */
  readonly people: readonly string[];
  /** What everybody sees, for whoever looks on together. */
  readonly open: Table;
  private readonly seats: readonly SeatTable[];
  private readonly computers: readonly ComputerSeat[];
  private readonly listeners = new Set<() => void>();
  private chance: Chance;
  private position: Position;
  private kept: GameRecord;
  private all: readonly Change[];
  private said: readonly Said[];
  private sealed = new Map<string, Orders>();

  constructor(given: SharedOptions) {
    const { tables } = given;
    this.tables = tables;
    const people = 'kept' in given ? given.kept.people : given.people;
    this.people = tables.capitals.map(({ id }) => id).filter((id) => people.includes(id));
    this.kept = 'kept' in given ? given.kept.record : begun(given);
    this.computers = computerSeats(tables, '', this.kept).computers;
    this.chance = chanceOf(tables, this.kept);
    this.said = 'kept' in given ? given.kept.said : [];
    const { position, changes } = played(tables, this.kept, this.chance);
    this.position = position;
    this.all = changes;
    if ('kept' in given) this.sealed = new Map(Object.entries(given.kept.sealed));
    this.seats = [...this.people, watching].map((seat) => new SeatTable(this, seat));
    for (const seat of this.seats) seat.begin(this.all);
    if (phaseOf(this.position) === 'talks' && this.kept.decisions.at(-1)?.round !== this.round)
      this.openTalks();
    const open = this.seats.at(-1);
    if (!open) throw new Error('nobody is at the table');
    this.open = open;
    this.show();
  }

  get round(): number {
    return roundOf(this.position);
  }

  /** The table of a capital that somebody here plays. */
  at(seat: string): Table {
    const found = this.seats.find((one) => one.seat === seat);
    if (!found) throw new Error(`nobody plays ${seat}`);
    return found;
  }

  /** Be told of every update; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  hasSealed(seat: string): boolean {
    return this.sealed.has(seat);
  }

  /** Give a capital its orders back, as long as the round has not been played. */
  unseal(seat: string): void {
    if (this.sealed.delete(seat)) this.show();
  }

  /** Let a computer order for a capital this round: whoever plays it is away. */
  orderByComputer(seat: string): Answer {
    const spoken = this.computers.find((one) => one.seat === seat)?.lock(viewFor(this.position, seat));
    const decision = spoken?.decision;
    return this.decide({
      seat,
      round: this.round,
      kind: 'lock',
      orders: decision?.kind === 'lock' ? decision.orders : { moves: [] },
    });
  }

  /** End the game where it stands and lay everything open. */
  debrief(): Answer {
    return this.decide({ seat: this.people[0] ?? '', round: this.round, kind: 'debrief' });
  }

  /** Set the game back to the beginning of the round that was played last; nothing happens before there is one. */
  undoRound(): void {
    const last = this.kept.digests.length;
    if (last === 0) return;
    this.kept = {
      ...this.kept,
      decisions: this.kept.decisions.filter(({ round, kind }) => round < last && kind !== 'debrief'),
      digests: this.kept.digests.slice(0, last - 1),
    };
    const { position, changes } = played(this.tables, this.kept, this.chance);
    this.position = position;
    this.all = changes;
    this.said = this.said.filter(({ round }) => round < last);
    this.sealed.clear();
    for (const seat of this.seats) seat.begin(this.all);
    this.openTalks();
    this.show();
  }

  /** Take a decision of any capital that somebody here plays. Orders wait, sealed, until all are in. */
  decide(decision: Decision): Answer {
    for (const seat of this.seats) seat.mark();
    const why = this.take(decision);
    if (why) return { ok: false, why };
    this.show();
    return { ok: true };
  }

  keep(): SharedKept {
    const { kept: record, people, said } = this;
    return { record, people, said, sealed: Object.fromEntries(this.sealed) };
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

  /** What a seat has before it now. */
  stateOf(seat: string, changes: readonly Change[], fresh: number): TableState {
    const round = this.round;
    const serials = new Set(changes.filter(({ where }) => where.endsWith('.serial')).map(({ to }) => to));
    return {
      view: { seat, cells: this.cellsOf(seat) },
      changes,
      fresh,
      waitingFor: this.people.filter((one) => !this.sealed.has(one)),
      said: this.said
        .filter((one) => (one.offer === 0 ? one.round < round : serials.has(one.offer)))
        .map((one) => ({ ...one, reasons: one.reasons.slice(0, reasonsAtTable) })),
    };
  }

  /** A seat's own sealed orders are shown to it as if they lay on the table already. */
  private cellsOf(seat: string): Int32Array {
    const orders = this.sealed.get(seat);
    if (orders) {
      const locked = decide(this.position, { seat, round: this.round, kind: 'lock', orders }, this.chance);
      if (locked.ok) return viewFor(locked.position, seat).cells;
    }
    return viewFor(this.position, seat).cells;
  }

  private take(decision: Decision): Refusal | null {
    const { seat } = decision;
    if (!this.people.includes(seat)) return { reason: 'notYourSeat' };
    if (decision.kind === 'lock') return this.seal(seat, decision);
    if (decision.kind !== 'debrief' && this.sealed.has(seat)) return { reason: 'locked' };
    const why = this.apply(decision);
    if (why) return why;
    if (decision.kind === 'debrief') this.sealed.clear();
    else this.letAnswer();
    return null;
  }

  private seal(seat: string, decision: Extract<Decision, { kind: 'lock' }>): Refusal | null {
    if (phaseOf(this.position) !== 'talks') return { reason: 'over' };
    if (decision.round !== this.round) return { reason: 'wrongRound', args: { round: this.round } };
    if (this.sealed.has(seat)) return { reason: 'locked' };
    const refused = this.refusalOf(seat, decision.orders);
    if (refused) return refused;
    this.sealed.set(seat, decision.orders);
    // What talks have made impossible since goes back to whoever ordered it.
    for (const [other, orders] of this.sealed) if (this.refusalOf(other, orders)) this.sealed.delete(other);
    if (this.people.every((one) => this.sealed.has(one))) this.play();
    return null;
  }

  private refusalOf(seat: string, orders: Orders): Refusal | null {
    const capital = this.tables.capitals.find(({ id }) => id === seat);
    if (!capital) return { reason: 'noSuchCapital', args: { capital: seat } };
    const checked = checkOrders(this.tables, this.position.cells, capital, orders);
    return 'reason' in checked ? checked : null;
  }

  private play(): void {
    const { round } = this;
    for (const [seat, orders] of this.sealed) this.apply({ seat, round, kind: 'lock', orders });
    this.sealed.clear();
    // All choose before any of them locks: a computer must not see that another has.
    const spoken = this.computers
      .filter(({ seat }) => !this.people.includes(seat))
      .map((computer) => computer.lock(viewFor(this.position, computer.seat)));
    for (const one of spoken)
      if (!this.speak(one))
        this.apply({ seat: one.decision.seat, round, kind: 'lock', orders: { moves: [] } });
    if (phaseOf(this.position) === 'talks') this.openTalks();
  }

  private apply(decision: Decision): Refusal | null {
    const decided = decide(this.position, decision, this.chance);
    if (!decided.ok) return decided.why;
    this.kept = recorded(this.kept, decision, this.position, decided.position);
    this.position = decided.position;
    this.all = [...this.all, ...decided.changes];
    for (const seat of this.seats) seat.see(decided.changes);
    return null;
  }

  private openTalks(): void {
    for (const computer of this.atTable())
      for (const spoken of computer.open(viewFor(this.position, computer.seat))) this.speak(spoken);
    this.letAnswer();
  }

  private letAnswer(): void {
    for (let answers = 0; answers < mostAnswers; answers++) {
      const spoke = this.atTable().some((computer) =>
        computer.answers(viewFor(this.position, computer.seat)).some((spoken) => this.speak(spoken)),
      );
      if (!spoke) return;
    }
  }

  private atTable(): readonly ComputerSeat[] {
    return this.computers.filter(({ seat }) => !this.people.includes(seat));
  }

  private speak({ decision, reasons }: Spoken): boolean {
    const known = new Set(dealsIn(this.tables, this.position.cells).map(({ serial }) => serial));
    if (this.apply(decision)) return false;
    const { seat, round } = decision;
    const say = (offer: number, answer: Said['answer']): void => {
      this.said = [...this.said, { round, seat, offer, answer, reasons }];
    };
    if (decision.kind === 'lock') say(0, 'orders');
    if (decision.kind === 'answer') say(decision.offer, decision.answer);
    if (decision.kind === 'offer') {
      const made = dealsIn(this.tables, this.position.cells).find(
        (deal) => deal.by === seat && !known.has(deal.serial),
      );
      if (made) say(made.serial, 'offer');
    }
    return true;
  }

  private show(): void {
    for (const seat of this.seats) seat.show();
    for (const listener of this.listeners) listener();
  }
}

/** One capital's place at the table, or that of who looks on. */
class SeatTable implements Table {
  readonly tables: Tables;
  readonly seat: string;
  state: TableState;
  private readonly shared: SharedTable;
  private readonly listeners = new Set<(state: TableState) => void>();
  private log: SeatLog;
  private seen: readonly Change[] = [];
  private fresh = 0;

  constructor(shared: SharedTable, seat: string) {
    this.shared = shared;
    this.tables = shared.tables;
    this.seat = seat;
    this.log = openLog(seat);
    this.state = { view: { seat, cells: new Int32Array() }, changes: [], fresh: 0, waitingFor: [], said: [] };
  }

  begin(changes: readonly Change[]): void {
    this.log = openLog(this.seat);
    this.seen = seenChanges(this.tables, this.log, changes);
    this.fresh = this.seen.length;
  }
  mark(): void {
    this.fresh = this.seen.length;
  }
  see(changes: readonly Change[]): void {
    this.seen = [...this.seen, ...seenChanges(this.tables, this.log, changes)];
  }
  show(): void {
    this.state = this.shared.stateOf(this.seat, this.seen, this.fresh);
    for (const listener of this.listeners) listener(this.state);
  }

  subscribe(listener: (state: TableState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  decide(decision: Decision): Promise<Answer> {
    const isOwn = decision.seat === this.seat;
    return Promise.resolve(
      isOwn ? this.shared.decide(decision) : { ok: false, why: { reason: 'notYourSeat' } },
    );
  }
  record(): GameRecord {
    return this.shared.record();
  }
  allSaid(): readonly Said[] {
    return this.shared.allSaid();
  }
  everything(): Everything | null {
    return this.shared.everything();
  }
}

function begun({ tables, options, seeds, people }: Extract<SharedOptions, { people: unknown }>): GameRecord {
  const { players } = computerSeats(tables, '', seeds);
  const seats = Object.fromEntries(
    tables.capitals.map(({ id }) => [
      id,
      { ...players[id], plays: people.includes(id) ? ('person' as const) : ('computer' as const) },
    ]),
  );
  return newRecord(tables, seeds, options, seats);
}

function played(
  tables: Tables,
  record: GameRecord,
  chance: Chance,
): { position: Position; changes: readonly Change[] } {
  if (record.decisions.length === 0) return start(tables, record.options, chance);
  const { position, changes, differs, refused } = replay(tables, record);
  if (differs !== null || refused) throw new Error('this record does not replay on these rules');
  return { position, changes };
}
