/**
 * Is a scenario balanced? Games are played in several arms, and each figure is set beside the bar that the design sets for it.
 * How one arm is played is `arms.ts`; how figures are printed is the command line's business.
 */
import { drawChance, seedsFrom } from '../engine/position.ts';
import { seedFor } from '../engine/dice.ts';
import type { Tables } from '../engine/tables.ts';
import { armOf, average, squared } from './arms.ts';
import type { Arm } from './arms.ts';
import { bestFixed } from './fixed.ts';
import type { FixedPolicy } from './fixed.ts';
import { forecastOf } from './forecast.ts';
import type { Forecast } from './forecast.ts';
import type { Keep } from './keep.ts';
import type { ForecastRequest } from './rollOut.ts';
import type { Play } from './tasks.ts';

/** Plans that a sensible player of a capital might follow, by capital: each walks to some stances and holds them. */
export type Plans = Readonly<Record<string, readonly { readonly id: string; readonly keep: Keep }[]>>;

/** A figure beside the bar that it should clear. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly least?: number;
  readonly most?: number;
  readonly met: boolean;
  /** What it was measured on, or which one missed it. */
  readonly on: string;
}

export interface PlanResult {
  readonly id: string;
  readonly mean: number;
  readonly deviation: number;
  /** What it reached of each of the capital's aims, by `capital.aim`. */
  readonly aims: Readonly<Record<string, number>>;
}

/** One way of consulting, and where in the range of assumptions it does best. */
export interface WayResult {
  readonly stance: string;
  readonly mean: number;
  /** Share of games, luck and assumptions alike, in which it did best of all ways. */
  readonly best: number;
}

/** A link's range in which another way does best than over all games. */
export interface Hinge {
  readonly link: string;
  readonly third: 'low' | 'high';
  readonly stance: string;
  /** Points by which it leads the way that is best overall. */
  readonly lead: number;
}

export interface Balance {
  readonly figures: readonly Figure[];
  readonly forecast: Forecast;
  readonly ways: readonly WayResult[];
  readonly hinges: readonly Hinge[];
  readonly plans: Readonly<Record<string, readonly PlanResult[]>>;
  readonly fixed: Readonly<Record<string, FixedPolicy>>;
  /** By capital: points that it reaches when all bargain, and when it alone never does. */
  readonly tournament: Readonly<Record<string, { readonly bargains: number; readonly alone: number }>>;
}

/** Ways of trying fixed policies. */
export const fixedLooks = ['none', 'sifted', 'whole'] as const;

/** The line whose stances are the question of a scenario: Tehran's four ways. */
const asked = { capital: 'iran', line: 'consults' } as const;
/** Standard errors by which a way must lead in a part of the range to be named. */
const worthNaming = 2;

/**
 * Measure a scenario.
 * @param request games of the largest arm; the others take a share of it
 * @param play plays the games
 * @param fixedOnes how fixed policies are tried: `sifted` drops the poor ones early, `whole` plays all games of all of them (hours)
 */
export async function balance(
  tables: Tables,
  request: ForecastRequest,
  plans: Plans,
  play: Play,
  fixedOnes: (typeof fixedLooks)[number] = 'sifted',
): Promise<Balance> {
  const share = (part: number): ForecastRequest => ({
    ...request,
    games: Math.max(2, Math.round(request.games / part)),
  });
  const arm: PlayArm = async (of) => armOf(tables, await play({ kind: 'arm', request: of, first: 0 }));
  const counted = forecastOf(tables, request, await play({ kind: 'count', request }));
  const base = await arm(share(5));
  const ways = await compareWays(tables, share(4), arm);
  const planned: Record<string, PlanResult[]> = {};
  const fixed: Record<string, FixedPolicy> = {};
  const tournament: Record<string, { bargains: number; alone: number }> = {};
  for (const capital of tables.capitals) {
    const { id, index } = capital;
    const own: PlanResult[] = (planned[id] = []);
    for (const plan of plans[id] ?? [])
      own.push(tellPlan(id, index, plan.id, await arm({ ...share(4), keep: plan.keep })));
    if (fixedOnes !== 'none') {
      const isWhole = fixedOnes === 'whole';
      fixed[id] = await bestFixed(tables, capital, share(isWhole ? 4 : 10), play, isWhole);
    }
    const alone = await arm({ ...share(5), policies: { [id]: 'alone@4' } });
    tournament[id] = { bargains: base.mean[index] ?? 0, alone: alone.mean[index] ?? 0 };
  }
  return {
    figures: figuresOf(counted, base, planned, fixed, tournament),
    forecast: counted,
    ...ways,
    plans: planned,
    fixed,
    tournament,
  };
}

/** Plays an arm whose games are numbered from 0. */
type PlayArm = (request: ForecastRequest) => Promise<Arm>;

function tellPlan(id: string, index: number, plan: string, arm: Arm): PlanResult {
  const aims = Object.fromEntries(Object.entries(arm.aims).filter(([aim]) => aim.startsWith(`${id}.`)));
  return { id: plan, mean: arm.mean[index] ?? 0, deviation: arm.deviation[index] ?? 0, aims };
}

/** Play each of the ways with the same luck and the same drawn strengths, and see where in their range which does best. */
async function compareWays(
  tables: Tables,
  request: ForecastRequest,
  play: PlayArm,
): Promise<{ ways: readonly WayResult[]; hinges: readonly Hinge[] }> {
  const capital = tables.capitals.find(({ id }) => id === asked.capital);
  const line = capital?.lines.find(({ id }) => id === asked.line);
  if (!capital || !line) return { ways: [], hinges: [] };
  const arms: number[][] = [];
  for (const stance of line.stances) {
    const keep = { ...request.keep, [`${capital.id}.${line.id}`]: stance };
    const { games: played } = await play({ ...request, keep });
    arms.push(played.map((shares) => shares[capital.index] ?? 0));
  }
  const games = Array.from({ length: request.games }, (_, game) => game);
  const bestIn = (some: readonly number[]): { at: number; means: number[] } => {
    const means = arms.map((arm) => average(some.map((game) => arm[game] ?? 0)));
    return { at: means.indexOf(Math.max(...means)), means };
  };
  const overall = bestIn(games);
  const wins = games.map((game) => bestIn([game]).at);
  const strengths = games.map(
    (game) => drawChance(tables, seedsFrom(seedFor(request.seed, `game ${game}`))).strengths,
  );
  const hinges = tables.links.flatMap((link) => {
    const sorted = [...games].sort(
      (one, other) => (strengths[one]?.[link.index] ?? 0) - (strengths[other]?.[link.index] ?? 0),
    );
    const third = Math.trunc(games.length / 3);
    return (['low', 'high'] as const).flatMap((side): Hinge[] => {
      const some = side === 'low' ? sorted.slice(0, third) : sorted.slice(-third);
      const { at, means } = bestIn(some);
      const lead = (means[at] ?? 0) - (means[overall.at] ?? 0);
      const wide = average(
        some.map((game) => squared((arms[at]?.[game] ?? 0) - (arms[overall.at]?.[game] ?? 0) - lead)),
      );
      return at === overall.at || lead < worthNaming * Math.sqrt(wide / Math.max(1, some.length))
        ? []
        : [{ link: link.id, third: side, stance: line.stances[at] ?? '', lead }];
    });
  });
  return {
    ways: line.stances.map((stance, at) => ({
      stance,
      mean: overall.means[at] ?? 0,
      best: wins.filter((won) => won === at).length / games.length,
    })),
    hinges: hinges.sort((one, other) => other.lead - one.lead),
  };
}

function figuresOf(
  counted: Forecast,
  base: Arm,
  plans: Balance['plans'],
  fixed: Balance['fixed'],
  tournament: Balance['tournament'],
): Figure[] {
  const { games, endings, moves, allowed, pacts, stepped } = counted;
  const figures: Figure[] = [];
  const bar = (name: string, value: number, on: string, bars: { least?: number; most?: number }): void => {
    const met = value >= (bars.least ?? -Infinity) && value <= (bars.most ?? Infinity);
    figures.push({ name, value, ...bars, met, on });
  };
  const ends = Object.entries(endings).map(([id, count]) => ({ id, value: (100 * count) / games }));
  const most = ends.reduce((one, other) => (other.value > one.value ? other : one));
  const least = ends.reduce((one, other) => (other.value < one.value ? other : one));
  bar('largest ending, % of games', most.value, most.id, { most: 40 });
  bar('smallest ending, % of games', least.value, least.id, { least: 100 / games });
  const used = Object.entries(moves).map(([id, made]) => ({
    id,
    value: (allowed[id] ?? 0) > 0 ? (100 * made) / (allowed[id] ?? 1) : 0,
  }));
  const seldom = used.filter(({ value }) => value < 1).map(({ id }) => id);
  const always = used.filter(({ value }) => value > 90).map(({ id }) => id);
  bar('moves made in under 1 % of the games that allow them', seldom.length, seldom.join(', '), { most: 0 });
  bar('moves made in over 90 % of the games that allow them', always.length, always.join(', '), { most: 0 });
  bar('rounds in which an issue or a clock steps, %', 100 * stepped, '', { least: 80 });
  const broken = (100 * (pacts.made - pacts.kept)) / Math.max(1, pacts.made);
  bar('pacts not kept, %', broken, `${(pacts.made / games).toFixed(1)} pacts a game`, {
    least: 15,
    most: 35,
  });
  const reached = base.mean.map((mean) => mean.toFixed(0)).join(' ');
  bar('spread between capitals, points', Math.max(...base.mean) - Math.min(...base.mean), reached, {
    most: 15,
  });
  for (const [id, results] of Object.entries(plans)) {
    const sorted = [...results].sort((one, other) => other.mean - one.mean);
    const best = sorted[0];
    const worst = sorted.at(-1);
    if (!best || !worst) continue;
    const named = `${best.id} ${best.mean.toFixed(0)}, ${worst.id} ${worst.mean.toFixed(0)}`;
    bar(`${id}: best less worst plan, points`, best.mean - worst.mean, named, { least: 20 });
    const moved = Object.keys(best.aims).map((aim) => {
      const values = results.map(({ aims }) => aims[aim] ?? 0);
      return { aim, value: Math.max(...values) - Math.min(...values) };
    });
    const aim = moved.reduce((one, other) => (other.value > one.value ? other : one));
    bar(`${id}: plans differ on one aim, points`, aim.value, aim.aim, { least: 20 });
    const wide = results.reduce((one, other) => (other.deviation > one.deviation ? other : one));
    bar(`${id}: widest plan, standard deviation`, wide.deviation, wide.id, { most: 12 });
  }
  for (const [id, { keep, lead }] of Object.entries(fixed))
    bar(`${id}: best fixed policy leads, points`, lead, Object.values(keep).join(' '), { most: 10 });
  for (const [id, { bargains, alone }] of Object.entries(tournament))
    bar(`${id}: reaches more by bargaining, points`, bargains - alone, `alone ${alone.toFixed(0)}`, {
      least: 0,
    });
  return figures;
}
