/**
 * The analyst of one game: what is compared with what, the games that were played for it, and how many questions are left. It works
 * from the seat's own view; the panel beside it only draws.
 */
import { seedText, seedFor } from '../../engine/dice.ts';
import type { Refusal } from '../../engine/orders.ts';
import { pairPath } from '../../engine/layout.ts';
import { viewSeed } from '../../engine/seats.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Forecaster } from '../../forecast/forecaster.ts';
import { refusalOf } from '../../forecast/games.ts';
import { gamesAsked } from '../../forecast/question.ts';
import type { Plan, Question } from '../../forecast/question.ts';
import type { Games } from '../../forecast/results.ts';
import { openForecaster } from '../forecasting.ts';
import type { Game } from '../game.svelte.ts';

/** What a plan is compared with. */
export const rivals = ['nothing', 'second', 'alone'] as const;
export type Rival = (typeof rivals)[number];

/** An answer of the analyst: two plans from the same position with the same luck. */
export interface Comparison {
  readonly round: number;
  readonly plan: Plan;
  readonly games: Games;
  readonly rival: Rival;
  /** Null where nothing is compared. */
  readonly against: Games | null;
}

const noOrders: Plan = { answers: [], orders: { moves: [] } };

export class Analyst {
  readonly game: Game;
  /** A plan put aside, to be compared with. */
  second: Plan | null = $state.raw(null);
  rival: Rival = $state('nothing');
  /** Offers taken as accepted. */
  accepted: readonly number[] = $state.raw([]);
  answer: Comparison | null = $state.raw(null);
  /** Share of the games played, while some are; else null. */
  progress: number | null = $state(null);
  refusal: Refusal | null = $state.raw(null);
  /** True once no worker is left and the page plays. */
  inPage = $state(false);
  /** Round in which the last question was asked, where questions are counted. */
  askedIn = $state(0);
  /** Questions asked beyond one a round. */
  extraAsked = $state(0);
  private forecaster: Forecaster | null = null;
  private newest = 0;
  /** Games of this position by plan: going back to a draft asks nobody. */
  private known = new Map<string, Games>();
  private knownFor = '';

  constructor(game: Game) {
    this.game = game;
  }

  /** What is drafted now, and the offers that are taken as accepted. */
  get plan(): Plan {
    const open = new Set(this.game.deals.map(({ serial }) => serial));
    const answers = this.accepted
      .filter((offer) => open.has(offer))
      .map((offer) => ({ offer, answer: 'accept' }) as const);
    return { answers, orders: this.game.orders };
  }

  /** Put the plan that is drafted aside, to compare others with it. */
  keep(): void {
    this.second = this.plan;
    this.rival = 'second';
  }

  /**
   * Play out what is drafted and what it is compared with; what was being played is called off.
   * @returns true when the answer stands
   */
  async look(): Promise<boolean> {
    const mine = ++this.newest;
    const { game, plan, rival } = this;
    const { round, state } = game;
    this.refusal = refusalOf(game.tables, state.view, plan);
    if (this.refusal) {
      this.stop();
      return false;
    }
    const other = rival === 'alone' ? null : rival === 'second' ? this.second : noOrders;
    const rivalPlan = other && same(other, plan) ? null : other;
    const parts = rivalPlan ? 2 : 1;
    this.progress = 0;
    const games = await this.play(plan, 0, parts);
    const against = games && rivalPlan ? await this.play(rivalPlan, 1, parts) : null;
    if (mine !== this.newest) return false;
    this.progress = null;
    if (!games || (rivalPlan && !against)) return false;
    this.answer = { round, plan, games, rival: rivalPlan ? rival : 'alone', against };
    return true;
  }

  /** Call off what is being played. */
  stop(): void {
    this.newest++;
    this.progress = null;
    this.forecaster?.cancel();
  }

  /** Let go of workers. */
  close(): void {
    this.stop();
    this.forecaster?.close();
    this.forecaster = null;
  }

  private async play(plan: Plan, part: number, parts: number): Promise<Games | null> {
    const { tables, state, seat } = this.game;
    const seed = viewSeed(state.view);
    const position = seedText(seed);
    if (position !== this.knownFor) {
      this.known.clear();
      this.knownFor = position;
    }
    const key = JSON.stringify(plan);
    const found = this.known.get(key);
    if (found) return found;
    const question: Question = {
      games: gamesAsked,
      seed: seedFor(seed, 'analyst'),
      beginning: { kind: 'view', seat, cells: state.view.cells.slice(), plan },
      levels: levelsShown(tables),
      byRound: true,
    };
    this.forecaster ??= openForecaster(tables, () => (this.inPage = true));
    const games = await this.forecaster.ask(question, ({ played, games: all }) => {
      this.progress = (part + played / all) / parts;
    });
    if (games && position === this.knownFor) this.known.set(key, games);
    return games;
  }
}

/** List the levels that can be looked at, in the order in which they are offered: what a player watches, then what lies behind it. */
export function levelsShown({ capitals, scenario }: Tables): string[] {
  return [
    'people',
    ...capitals.flatMap(({ id, aims }) => aims.map((aim) => `aim.${id}.${aim.id}`)),
    ...capitals.map(({ id }) => `home.${id}`),
    ...scenario.trust.map(({ between: [one, other] }) => `trust.${pairPath(one, other)}`),
    ...scenario.clocks.map(({ id }) => `clock.${id}`),
    ...scenario.issues.map(({ id }) => `issue.${id}`),
    ...scenario.theatres.map(({ id }) => `violence.${id}`),
    ...scenario.levels.map(({ id }) => `level.${id}`),
  ];
}

/** Find the analyst of a game; there is one, whichever tab asks. */
export function analystOf(game: Game): Analyst {
  let analyst = analysts.get(game);
  if (!analyst) analysts.set(game, (analyst = new Analyst(game)));
  return analyst;
}
const analysts = new WeakMap<Game, Analyst>();

function same(one: Plan, other: Plan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
