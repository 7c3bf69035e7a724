/** A game for tests: the small scenario or a real one, with strengths and dice that the test has fixed. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Change } from '../../src/engine/changes.ts';
import { decide } from '../../src/engine/decide.ts';
import type { Decision } from '../../src/engine/decide.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import type { Deal, Offer } from '../../src/engine/deals/terms.ts';
import { die, ruleHash } from '../../src/engine/dice.ts';
import type { Seed } from '../../src/engine/dice.ts';
import { layers as allLayers } from '../../src/engine/layers.ts';
import type { Layer } from '../../src/engine/layers.ts';
import type { Orders } from '../../src/engine/orders.ts';
import { drawChance, stanceOf, start, valueOf } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import type { ScenarioShape } from '../../src/engine/scenario/schema.ts';
import { compile } from '../../src/engine/compile/compile.ts';
import type { Tables } from '../../src/engine/tables.ts';
import { smallScenario } from './smallScenario.ts';
import type { Draft } from './smallScenario.ts';

/** One die that a test wants to fall in a certain way. */
export interface Wish {
  /** The rule's id, as its hash is made from: `press.iran.pressConvoys`, `event.election`. */
  readonly rule: string;
  readonly round: number;
  readonly n?: number;
  readonly below: number;
  readonly is: (face: number) => boolean;
}

/** Faces of a press die. */
export const pressDie = { '-1': 0, '0': 1, '+1': 3 } as const;

/** Wish for the die of a press. */
export function pressFalls(press: string, round: number, face: keyof typeof pressDie): Wish {
  return { rule: `press.${press}`, round, below: 4, is: (thrown) => thrown === pressDie[face] };
}

/** Wish that a secret leaks, or that it does not. */
export function secretLeaks(deal: number, round: number, leaks: boolean): Wish {
  return { rule: 'leak', round, n: deal, below: 6, is: (thrown) => (leaks ? thrown === 0 : thrown > 1) };
}

/** Find the first seed whose dice fall as wished. */
export function seedWhere(wishes: readonly Wish[]): Seed {
  for (let low = 0; low < 1_000_000; low++) {
    const seed = { high: 0, low };
    if (wishes.every(({ rule, round, n = 0, below, is }) => is(die(seed, round, ruleHash(rule), n, below))))
      return seed;
  }
  throw new Error('no such seed');
}

export interface GameSetup {
  /** What is different from the small scenario. */
  readonly change?: (draft: Draft) => void;
  readonly scenario?: ScenarioShape;
  /** Cells to be set before the first talks, by path. */
  readonly with?: Readonly<Record<string, number>>;
  readonly layers?: readonly Layer[];
  readonly rounds?: number;
  readonly moves?: number;
  readonly dice?: readonly Wish[];
}

type Ordered = readonly (string | { readonly move: string; readonly influence: number })[];

/** Set up a game: all layers on, eight rounds, two moves, every link at its middle strength. */
export function aGame(setup: GameSetup = {}) {
  const tables = compile(setup.scenario ?? smallScenario(setup.change));
  const dice = seedWhere(setup.dice ?? []);
  const chance = drawChance(tables, { dice, doubt: dice }, true);
  const begun = start(
    tables,
    { rounds: setup.rounds ?? 8, moves: setup.moves ?? 2, layers: setup.layers ?? allLayers },
    chance,
  );
  const cells = begun.position.cells.slice();
  for (const [path, value] of Object.entries(setup.with ?? {})) cells[tables.layout.cell(path)] = value;
  const game = {
    tables,
    chance,
    position: { ...begun.position, cells } as Position,
    /** Changes of the last decision that was taken. */
    changes: begun.changes as readonly Change[],

    at: (path: string): number => valueOf(game.position, path),
    stance: (owner: string, line: string): string => stanceOf(game.position, owner, line),
    round: (): number => game.at('round'),
    /** Take a decision that must be accepted. */
    take(decision: Decision): readonly Change[] {
      const decided = decide(game.position, decision, chance);
      expect(decided.ok ? null : decided.why).toBeNull();
      if (!decided.ok) throw new Error('refused');
      game.position = decided.position;
      game.changes = decided.changes;
      return decided.changes;
    },
    /** Give the reason why a decision is refused; `accepted` when it is not. The game does not move. */
    why(decision: Decision): string {
      const decided = decide(game.position, decision, chance);
      return decided.ok ? 'accepted' : decided.why.reason;
    },
    lockWith: (seat: string, orders: Orders): Decision => ({
      seat,
      round: game.round(),
      kind: 'lock',
      orders,
    }),
    lock: (seat: string, ...moves: Ordered): Decision => game.lockWith(seat, ordersOf(moves)),
    /** Lock orders for all and play the round; a capital that is not named orders nothing. */
    play(orders: Readonly<Record<string, Ordered | Orders>> = {}): readonly Change[] {
      const all: Change[] = [];
      for (const { id } of tables.capitals) {
        const own = orders[id] ?? [];
        all.push(...game.take(game.lockWith(id, 'moves' in own ? own : ordersOf(own))));
      }
      game.changes = all;
      return all;
    },
    offer(seat: string, offer: Partial<Offer> & Pick<Offer, 'to' | 'terms'>): Decision {
      const round = game.round();
      return {
        seat,
        round,
        kind: 'offer',
        offer: { from: round, until: round, secret: false, stake: 0, ...offer },
      };
    },
    accept: (seat: string, offer: number): Decision => ({
      seat,
      round: game.round(),
      kind: 'answer',
      offer,
      answer: 'accept',
    }),
    /** Make an offer that all whom it is sent to accept; gives its serial number. */
    pact(seat: string, offer: Partial<Offer> & Pick<Offer, 'to' | 'terms'>): number {
      const serial = game.propose(seat, offer);
      for (const other of offer.to) game.take(game.accept(other, serial));
      expect(game.deal(serial)?.state).toBe('inForce');
      return serial;
    },
    /** Make an offer; gives its serial number. */
    propose(seat: string, offer: Partial<Offer> & Pick<Offer, 'to' | 'terms'>): number {
      game.take(game.offer(seat, offer));
      return Math.max(...game.changes.filter(({ where }) => where.endsWith('.serial')).map(({ to }) => to));
    },
    deal: (serial: number): Deal | undefined =>
      dealsIn(tables, game.position.cells).find((deal) => deal.serial === serial),
    /** Changes of one cell in the last decision. */
    changesOf: (path: string): readonly Change[] => game.changes.filter(({ where }) => where === path),
    debrief: (seat = 'iran'): readonly Change[] => game.take({ seat, round: game.round(), kind: 'debrief' }),
  };
  return game;
}
export type Game = ReturnType<typeof aGame>;

function ordersOf(moves: Ordered): Orders {
  return { moves: moves.map((move) => (typeof move === 'string' ? { move } : move)) };
}

let tehran: { scenario: ScenarioShape; tables: Tables } | undefined;

/** Read and compile the scenario that is played, once. */
export function theRealScenario(): { scenario: ScenarioShape; tables: Tables } {
  if (!tehran) {
    const text = readFileSync(
      new URL('../../assets/scenarios/tehran-2016/scenario.json', import.meta.url),
      'utf8',
    );
    const scenario = Scenario.parse(JSON.parse(text));
    tehran = { scenario, tables: compile(scenario) };
  }
  return tehran;
}
