/**
 * The analyst of one game: what is compared with what, the games that were played for it, and how many questions are left. It works
 * from the seat's own view; the panel beside it only draws.
 */
import { seedText, seedFor } from '../../engine/dice.ts';
import type { Deal } from '../../engine/deals/terms.ts';
import { pairPath } from '../../engine/layout.ts';
import { viewSeed } from '../../engine/seats.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Forecaster, Progress } from '../../forecast/forecaster.ts';
import { refusalOf } from '../../forecast/games.ts';
import { gamesAsked } from '../../forecast/question.ts';
import type { Plan, PlannedAnswer, Question } from '../../forecast/question.ts';
import { firstOf } from '../../forecast/results.ts';
import type { Games } from '../../forecast/results.ts';
import { drafted } from '../drafted.svelte.ts';
import { openForecaster } from '../forecasting.ts';
import type { Game } from '../game.svelte.ts';
import { sortDeals } from '../reading/talks.ts';
import { opponents } from '../../table/seats.ts';

/** What a plan can be compared with; where it says something at the table, the same orders without it stand for no orders. */
export const rivals = ['nothing', 'second'] as const;
export type Rival = (typeof rivals)[number];

/** An answer of the analyst: plans from the same position with the same luck, as many games of each. */
export interface Comparison {
  readonly round: number;
  readonly plan: Plan;
  readonly games: Games;
  readonly against: readonly Rivalry[];
}
export interface Rivalry {
  readonly rival: Rival | 'silent';
  readonly games: Games;
}

/** What can be supposed of an offer that waits, besides other terms. */
export type Supposed = 'accept' | 'decline';

const noOrders: Plan = { answers: [], orders: { moves: [] } };
/** Games of so many plans are kept: going back to a draft asks nobody. */
const plansKept = 12;
/** Milliseconds between two drawings of what has come in: drawing takes time from the games. */
const pause = 250;
/** Milliseconds for which workers wait for the next question once nobody is where it could be asked: a reveal and its report. */
const patience = 300_000;

export class Analyst {
  readonly game: Game;
  /** A plan put aside, to be compared with. */
  second: Plan | null = $state.raw(null);
  against: readonly Rival[] = $state.raw(['nothing']);
  /** Answers that are supposed to be given to offers that wait for one, by serial number. */
  supposed: Readonly<Record<number, Supposed | undefined>> = $state.raw({});
  /** True where what is being put together is played as if it were said. */
  says = $state(true);
  answer: Comparison | null = $state.raw(null);
  /** Share of the games played, while some are; else null. */
  progress: number | null = $state(null);
  /** Why what is drafted, or the second plan, could not be carried out. */
  refusal: ReturnType<typeof refusalOf> = $state.raw(null);
  secondRefusal: ReturnType<typeof refusalOf> = $state.raw(null);
  /** True once no worker is left and the page plays. */
  inPage = $state(false);
  /** Round in which the last question was asked, where questions are counted. */
  askedIn = $state(0);
  /** Questions asked beyond one a round. */
  extraAsked = $state(0);
  private forecaster: Forecaster | null = null;
  private letGo: ReturnType<typeof setTimeout> | undefined;
  private newest = 0;
  /** Games of this position by plan. */
  private known = new Map<string, Games>();
  private knownFor = '';

  constructor(game: Game) {
    this.game = game;
  }

  /** What is drafted now, and what is supposed to be said at the table. */
  get plan(): Plan {
    const drawn = this.says ? this.drafted : null;
    const answers = this.waiting.flatMap(({ serial }): PlannedAnswer[] => {
      if (drawn?.kind === 'answer' && drawn.offer === serial) return [];
      const answer = this.supposed[serial];
      return answer ? [{ offer: serial, answer }] : [];
    });
    if (drawn?.kind === 'answer') answers.push({ offer: drawn.offer, answer: 'counter', terms: drawn.terms });
    return {
      ...(drawn?.kind === 'offer' ? { offer: drawn.offer } : {}),
      answers,
      orders: this.game.orders,
    };
  }

  /** Offers that wait for this seat's answer. */
  get waiting(): readonly Deal[] {
    const { game } = this;
    return game.phase === 'talks' ? sortDeals(game.deals, game.seat, game.round).toUs : [];
  }

  /** The offer, or the other terms, that are being put together, where they could be said now. */
  get drafted(): typeof drafted.said {
    return this.game.phase === 'talks' ? drafted.said : null;
  }

  /** Put the plan that is drafted aside, to compare others with it. */
  keep(): void {
    this.second = this.plan;
    this.compare('second', true);
  }

  /** Compare with a rival, or no longer. */
  compare(rival: Rival, wanted: boolean): void {
    this.against = rivals.filter((one) => (one === rival ? wanted : this.against.includes(one)));
  }

  /** Start workers before they are asked. */
  warm(): void {
    clearTimeout(this.letGo);
    this.forecaster ??= openForecaster(this.game.tables, () => (this.inPage = true));
  }

  /**
   * Play out what is drafted and what it is compared with; what was being played is called off. What has come in is shown meanwhile.
   * @returns true when an answer stands
   */
  async look(): Promise<boolean> {
    const mine = ++this.newest;
    const { game, plan } = this;
    const { round, state } = game;
    this.refusal = refusalOf(game.tables, state.view, plan);
    this.secondRefusal =
      this.second && this.against.includes('second') ? refusalOf(game.tables, state.view, this.second) : null;
    if (this.refusal) {
      this.stop();
      return false;
    }
    this.warm();
    const asked = this.rivalsOf(plan);
    const parts = 1 + asked.filter(({ plan: other }) => !this.find(other)).length;
    let part = 0;
    let frame = 0;
    let shown = -Infinity;
    let share = 0;
    // Drawn at once when the first games come, then now and then; a page that is not seen draws nothing before the end.
    const draw = (what: () => boolean): void => {
      if (frame !== 0 || performance.now() - shown < pause) return;
      frame = requestAnimationFrame((now) => {
        frame = 0;
        if (mine !== this.newest || this.progress === null) return;
        this.progress = share;
        if (what()) shown = now;
      });
    };
    const moveOn = (): void => draw(() => true);
    const show = (soFar: () => Games): void =>
      draw(() => {
        const games = soFar();
        if (games.games === 0) return false;
        const against = asked.flatMap(({ rival, plan: other }): Rivalry[] => {
          const found = this.find(other);
          return found ? [{ rival, games: firstOf(found, games.games) }] : [];
        });
        this.answer = { round, plan, games, against };
        return true;
      });
    this.progress = 0;
    const play = async (one: Plan, told?: typeof show): Promise<Games | null> => {
      const found = this.find(one);
      if (found) return found;
      const games = await this.play(one, ({ played, games: all, soFar }) => {
        if (mine !== this.newest) return;
        share = (part + played / all) / parts;
        (told ?? moveOn)(soFar);
      });
      part++;
      return games;
    };
    const games = await play(plan, show);
    if (games && mine === this.newest && asked.length > 0) show(() => games);
    const against: Rivalry[] = [];
    for (const { rival, plan: other } of games ? asked : []) {
      const played = await play(other);
      if (!played) break;
      against.push({ rival, games: played });
    }
    cancelAnimationFrame(frame);
    if (mine !== this.newest) return false;
    this.progress = null;
    if (!games || against.length < asked.length) return this.answer?.plan === plan;
    this.answer = { round, plan, games, against };
    return true;
  }

  /** Play no more games; what has come in stands. */
  enough(): void {
    this.forecaster?.cancel();
  }

  /** Call off what is being played. */
  stop(): void {
    this.newest++;
    this.progress = null;
    this.forecaster?.cancel();
  }

  /** Call off what is being played, and let go of workers when nobody asks again soon. */
  close(): void {
    this.stop();
    clearTimeout(this.letGo);
    this.letGo = setTimeout(() => {
      this.forecaster?.close();
      this.forecaster = null;
    }, patience);
  }

  /** The plans that a plan is compared with: those asked for that can be carried out and are not the plan itself. */
  private rivalsOf(plan: Plan): { rival: Rivalry['rival']; plan: Plan }[] {
    const says = plan.offer !== undefined || plan.answers.length > 0;
    const plans = {
      nothing: says ? { ...noOrders, orders: plan.orders } : noOrders,
      second: this.secondRefusal ? null : this.second,
    };
    return this.against.flatMap((rival) => {
      const other = plans[rival];
      const name = rival === 'nothing' && says ? 'silent' : rival;
      return other && !same(other, plan) ? [{ rival: name, plan: other }] : [];
    });
  }

  /** Find the games of a plan that have been played from this position. */
  private find(plan: Plan): Games | undefined {
    const position = seedText(viewSeed(this.game.state.view));
    if (position !== this.knownFor) {
      this.known.clear();
      this.knownFor = position;
    }
    return this.known.get(JSON.stringify(plan));
  }

  private async play(plan: Plan, told: (progress: Progress) => void): Promise<Games | null> {
    const { tables, state, seat } = this.game;
    const seed = viewSeed(state.view);
    const position = seedText(seed);
    const question: Question = {
      games: gamesAsked,
      seed: seedFor(seed, 'analyst'),
      beginning: { kind: 'view', seat, cells: state.view.cells.slice(), plan },
      atTable: opponents,
      levels: levelsShown(tables),
      byRound: true,
    };
    this.warm();
    const games = await this.forecaster?.ask(question, told);
    if (!games || position !== this.knownFor) return games ?? null;
    this.known.set(JSON.stringify(plan), games);
    const [oldest] = this.known.keys();
    if (this.known.size > plansKept && oldest !== undefined) this.known.delete(oldest);
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
