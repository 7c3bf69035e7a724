/**
 * Forecasts: many playouts, counted. The answer is plain data, the same for the same seed wherever it is worked out.
 * How it is drawn is the panels' business; workers come round this file, not into it.
 */
import { dealIn } from '../engine/deals/terms.ts';
import type { Deal } from '../engine/deals/terms.ts';
import { seedFor, seedText } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';
import type { Decision } from '../engine/decide.ts';
import { drawChance, seedsFrom, start } from '../engine/position.ts';
import type { GameOptions } from '../engine/position.ts';
import type { Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import { outlookFor } from './outlook.ts';
import { drawSeats } from './playout.ts';
import type { PolicyName } from './policy.ts';
import { rollOn } from './rollOn.ts';

export interface ForecastRequest {
  readonly games: number;
  readonly seed: Seed;
  readonly options: GameOptions;
  /** Stances held by constraint in all games. */
  readonly keep?: Keep;
  readonly policy?: PolicyName;
  /** Policies of single capitals, where one plays otherwise than the rest. */
  readonly policies?: Readonly<Record<string, PolicyName>>;
}

/** How something was spread over the games, in its own unit. */
export interface Spread {
  readonly mean: number;
  /** Values below which 5, 25, 50, 75 and 95 of 100 games lie. */
  readonly quantiles: readonly [number, number, number, number, number];
}

export interface Forecast {
  readonly games: number;
  readonly seed: string;
  readonly keep: Keep;
  /** Games by ending; every ending of the scenario is listed. */
  readonly endings: Readonly<Record<string, number>>;
  /** Share of games in which a move was made at least once, by `capital.move`. */
  readonly moves: Readonly<Record<string, number>>;
  /** Share of games in which a move was open in some round, likewise. */
  readonly allowed: Readonly<Record<string, number>>;
  /** Share of rounds in which an issue went to another named point or a clock moved. */
  readonly stepped: number;
  readonly pacts: PactCounts;
  /** An aim's result: half its average over the rounds, half its end; by `capital.aim`, in hundredths. */
  readonly aims: Readonly<Record<string, Spread>>;
  /** Share of its three aims that each capital reached on average, in hundredths. */
  readonly capitals: Readonly<Record<string, number>>;
  /** Watched and finer levels by path, one spread a round; the last one is after the quarters that run on. */
  readonly levels: Readonly<Record<string, readonly Spread[]>>;
}

/** Pacts made in all games, and what became of them. */
interface PactCounts {
  readonly offered: number;
  readonly made: number;
  readonly kept: number;
  readonly breached: number;
  readonly tried: number;
  readonly lapsed: number;
}

const watched = /^(aim|clock|confidence|control|home|issue|level|outsider|people|trust|violence)\b/;

/**
 * Play many games and count.
 * @param request at least one game; `keep` names lines and stances that exist (see `wrongKeep`)
 */
export function forecast(tables: Tables, request: ForecastRequest): Forecast {
  const { games, seed, keep = {} } = request;
  const endings: Record<string, number> = Object.fromEntries(tables.endings.map(({ id }) => [id, 0]));
  const made = new Int32Array(tables.moves.length);
  const paths = tables.layout.paths.filter((path) => watched.test(path));
  const cellsOf = paths.map((path) => tables.layout.cell(path));
  const levels = paths.map((): number[][] => []);
  const aims: Record<string, number[]> = {};
  const pacts = { offered: 0, made: 0, kept: 0, breached: 0, tried: 0, lapsed: 0 };
  const allowed = new Int32Array(tables.moves.length);
  const open = new Uint8Array(tables.moves.length);
  const steps = stepsIn(tables);
  let rounds = 0;
  let stepped = 0;
  let stood = '';
  const note = (cells: Int32Array, round: number): void => {
    const stands = steps(cells);
    // The quarters that run on come in one with the last round, and are not counted.
    if (round > 0 && (cells[tables.at.phase] ?? 0) < 2) {
      rounds++;
      if (stands !== stood) stepped++;
    }
    stood = stands;
    if ((cells[tables.at.phase] ?? 0) < 2) noteOpen(tables, cells, open);
    cellsOf.forEach((cell, at) => ((levels[at] ??= [])[round] ??= []).push(cells[cell] ?? 0));
  };
  for (let game = 0; game < games; game++) {
    const cells = rollOut(tables, request, game, {
      decision(decision) {
        if (decision.kind === 'offer') pacts.offered++;
      },
      ended(deal) {
        if (
          deal.state === 'kept' ||
          deal.state === 'breached' ||
          deal.state === 'tried' ||
          deal.state === 'lapsed'
        ) {
          pacts.made++;
          pacts[deal.state]++;
        }
      },
      round: note,
    });
    open.forEach((was, index) => (allowed[index] = (allowed[index] ?? 0) + was));
    open.fill(0);
    const ending = tables.endings[(cells[tables.at.ending] ?? 0) - 1]?.id;
    if (ending !== undefined) endings[ending] = (endings[ending] ?? 0) + 1;
    for (const move of tables.moves)
      if (cells[move.made] !== 0) made[move.index] = (made[move.index] ?? 0) + 1;
    for (const { id, value } of aimResults(tables, cells)) (aims[id] ??= []).push(value);
  }
  return {
    games,
    seed: seedText(seed),
    keep,
    endings,
    moves: byMove(tables, made, games),
    allowed: byMove(tables, allowed, games),
    stepped: rounds === 0 ? 0 : stepped / rounds,
    pacts,
    aims: Object.fromEntries(Object.entries(aims).map(([id, values]) => [id, spreadOf(values)])),
    capitals: Object.fromEntries(
      tables.capitals.map((capital) => {
        const own = capital.aims.flatMap(({ id }) => aims[`${capital.id}.${id}`] ?? []);
        return [capital.id, Math.round(own.reduce((sum, value) => sum + value, 0) / Math.max(1, own.length))];
      }),
    ),
    levels: Object.fromEntries(paths.map((path, at) => [path, (levels[at] ?? []).map(spreadOf)])),
  };
}

function byMove(tables: Tables, counts: Int32Array, games: number): Record<string, number> {
  return Object.fromEntries(
    tables.moves.map((move) => [
      `${tables.capitals[move.capital]?.id ?? ''}.${move.id}`,
      (counts[move.index] ?? 0) / games,
    ]),
  );
}

/** Mark the moves that are open now; a joint one where all of its parts are. */
function noteOpen(tables: Tables, cells: Int32Array, open: Uint8Array): void {
  const now = outlookFor(tables, cells);
  for (const { index, joint } of tables.moves) {
    const isOpen = now.open[index] === 1 && (joint?.moves ?? []).every((part) => now.open[part] === 1);
    if (isOpen) open[index] = 1;
  }
}

/** Make a function that writes down at which named point every issue and at which segment every clock stands. */
function stepsIn(tables: Tables): (cells: Int32Array) => string {
  const issues = tables.scenario.issues.map(({ id, scale }) => ({
    cell: tables.layout.cell(`issue.${id}`),
    scale: scale.map(({ at }) => at),
  }));
  return (cells) =>
    [
      ...issues.map(({ cell, scale }) => scale.filter((at) => (cells[cell] ?? 0) >= at).length),
      ...tables.clocks.map(({ cell }) => cells[cell] ?? 0),
    ].join();
}

/** Who is told what while a game is rolled out. */
export interface Watch {
  decision?(decision: Decision): void;
  /** A pact that ended, once. */
  ended?(deal: Deal): void;
  /** The cells after a round was played, counted from 0 = the start. */
  round?(cells: Int32Array, round: number): void;
}

/**
 * Play one game of a forecast to its end.
 * @param game its number: the same request and number give the same game
 * @returns the last cells
 */
export function rollOut(
  tables: Tables,
  request: ForecastRequest,
  game: number,
  watch: Watch = {},
): Int32Array {
  const own = seedFor(request.seed, `game ${game}`);
  const chance = drawChance(tables, seedsFrom(own));
  const cells = start(tables, request.options, chance).position.cells.slice();
  const seen = new Set<number>();
  let played = 0;
  watch.round?.(cells, 0);
  const seats = { ...drawSeats(tables, own, request.policy) };
  for (const [id, policy] of Object.entries(request.policies ?? {})) {
    const seat = seats[id];
    if (seat) seats[id] = { ...seat, policy };
  }
  rollOn(tables, cells, chance, seats, request.keep ?? {}, {
    ...(watch.decision ? { decision: (decision) => watch.decision?.(decision) } : {}),
    round() {
      if (watch.ended) reportEnded(tables, cells, seen, (deal) => watch.ended?.(deal));
      watch.round?.(cells, ++played);
    },
  });
  return cells;
}

/** Report pacts whose verdict stands in the cells and was not reported before. */
function reportEnded(
  tables: Tables,
  cells: Int32Array,
  seen: Set<number>,
  report: (deal: Deal) => void,
): void {
  for (const slot of tables.deals) {
    const serial = cells[slot.serial] ?? 0;
    if (serial === 0 || cells[slot.ended] === 0 || seen.has(serial)) continue;
    const deal = dealIn(tables, cells, slot);
    if (!deal) continue;
    seen.add(serial);
    report(deal);
  }
}

/** Give the result of every aim: half its average over the rounds, half its end; in hundredths. */
export function aimResults(tables: Tables, cells: Int32Array): { id: string; value: number }[] {
  const rounds = Math.max(1, (cells[tables.at.round] ?? 1) - 1);
  return tables.capitals.flatMap((capital) =>
    capital.aims.map((aim) => ({
      id: `${capital.id}.${aim.id}`,
      value: Math.trunc((Math.trunc((cells[aim.sum] ?? 0) / rounds) + (cells[aim.cell] ?? 0)) / 2),
    })),
  );
}

/** Describe how values are spread; the list is sorted in place. */
export function spreadOf(values: number[]): Spread {
  values.sort((one, other) => one - other);
  const at = (share: number): number => values[Math.round((values.length - 1) * share)] ?? 0;
  const sum = values.reduce((total, value) => total + value, 0);
  return {
    mean: Math.round(sum / Math.max(1, values.length)),
    quantiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)],
  };
}
