/**
 * Forecasts: many playouts, counted. The answer is plain data, the same for the same seed wherever it is worked out.
 * What is counted of each game is `counting.ts`; how it is drawn is the panels' business.
 */
import { seedText } from '../engine/dice.ts';
import type { Tables } from '../engine/tables.ts';
import { countGames, countLayout, pactFields } from './counting.ts';
import type { Keep } from './keep.ts';
import type { ForecastRequest } from './rollOut.ts';

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
type PactCounts = Readonly<Record<(typeof pactFields)[number], number>>;

/**
 * Play many games and count.
 * @param request at least one game; `keep` names lines and stances that exist (see `wrongKeep`)
 */
export function forecast(tables: Tables, request: ForecastRequest): Forecast {
  return forecastOf(tables, request, countGames(tables, request, 0, request.games));
}

/**
 * Say what counted games come to.
 * @param rows of all games of the request, see `countGames`
 */
export function forecastOf(tables: Tables, request: ForecastRequest, rows: Int16Array): Forecast {
  const { games, seed, keep = {} } = request;
  const layout = countLayout(tables, request);
  const sum = (at: number): number => {
    let total = 0;
    for (let start = at; start < rows.length; start += layout.width) total += rows[start] ?? 0;
    return total;
  };
  const column = (at: number): Int16Array =>
    Int16Array.from({ length: games }, (_, game) => rows[game * layout.width + at] ?? 0);
  const ended = column(layout.ending);
  const aims = layout.aimIds.map((_, at) => column(layout.aims + at));
  const shares = (at: number): Record<string, number> =>
    byMove(tables, (move) => sum(at + move) / Math.max(1, games));
  const rounds = sum(layout.rounds);
  return {
    games,
    seed: seedText(seed),
    keep,
    endings: Object.fromEntries(
      tables.endings.map(({ id }, at) => [id, ended.filter((ending) => ending === at + 1).length]),
    ),
    moves: shares(layout.made),
    allowed: shares(layout.open),
    stepped: rounds === 0 ? 0 : sum(layout.stepped) / rounds,
    pacts: Object.fromEntries(
      pactFields.map((field, at) => [field, sum(layout.pacts + at)]),
    ) as unknown as PactCounts,
    capitals: Object.fromEntries(
      tables.capitals.map(({ id }) => [
        id,
        meanOf(aims.filter((_, at) => layout.aimIds[at]?.startsWith(`${id}.`))),
      ]),
    ),
    aims: Object.fromEntries(layout.aimIds.map((id, at) => [id, spreadOf(aims[at] ?? [])])),
    levels: Object.fromEntries(
      layout.paths.map((path, at) => [
        path,
        Array.from({ length: layout.points }, (_, point) =>
          spreadOf(column(layout.levels + at * layout.points + point)),
        ),
      ]),
    ),
  };
}

function byMove(tables: Tables, shareOf: (move: number) => number): Record<string, number> {
  return Object.fromEntries(
    tables.moves.map(({ capital, id, index }) => [
      `${tables.capitals[capital]?.id ?? ''}.${id}`,
      shareOf(index),
    ]),
  );
}

/** Average over several columns of as many games each. */
function meanOf(columns: readonly Int16Array[]): number {
  let sum = 0;
  let count = 0;
  for (const column of columns) {
    for (const value of column) sum += value;
    count += column.length;
  }
  return Math.round(sum / Math.max(1, count));
}

/** Describe how values are spread; they are left as they are. */
export function spreadOf(values: ArrayLike<number>): Spread {
  const sorted = Int32Array.from(values).sort();
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  let sum = 0;
  for (const value of sorted) sum += value;
  return {
    mean: Math.round(sum / Math.max(1, sorted.length)),
    quantiles: [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)],
  };
}
