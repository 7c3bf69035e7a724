/**
 * The laboratory as its page holds it: what is assumed, which games are being played, and what they came to. What arms are asked and
 * how their games are read is the forecast's business.
 */
import { seedFrom } from '../../engine/dice.ts';
import { movesIn } from '../../engine/gameLength.ts';
import { layers } from '../../engine/layers.ts';
import { boundsOf, gamesAsked } from '../../forecast/question.ts';
import type { Range } from '../../forecast/question.ts';
import type { Forecaster } from '../../forecast/forecaster.ts';
import { armQuestion } from '../../forecast/laboratory.ts';
import type { Outcome, Setting, Trial } from '../../forecast/laboratory.ts';
import { answerOf } from '../../forecast/report.ts';
import type { Games } from '../../forecast/results.ts';
import { openForecaster } from '../forecasting.ts';
import type { OpenedLaboratory } from './opened.ts';

/** How many games an arm can be asked for. */
export const sizes = [gamesAsked, 100, 200, 500, 1000, 2000, 5000, 10_000]
  .filter((size, at, all) => all.indexOf(size) === at)
  .sort((one, other) => one - other);

export class Lab {
  readonly opened: OpenedLaboratory;
  games = $state(gamesAsked);
  hinges: Record<string, Setting> = $state({});
  strengths: Record<string, { from: number; to: number }> = $state({});
  /** Which luck: another number gives other dice and drawings. */
  luck = $state(1);
  /** Share of all games played, while some are; else null. */
  progress: number | null = $state(null);
  inPage = $state(false);
  /** Games by arm, in the laboratory's order; null before the first run. */
  played: readonly Games[] | null = $state.raw(null);
  /** What they were played with. */
  playedWith: Trial | null = $state.raw(null);
  /** What the tornado is about. */
  outcome: Outcome;
  compared: readonly [string, string] = $state.raw(['', '']);
  private forecaster: Forecaster | null = null;
  private newest = 0;

  constructor(opened: OpenedLaboratory) {
    this.opened = opened;
    this.outcome = $state.raw({ kind: 'reached', capital: opened.laboratory.capital });
    const [first, second] = opened.laboratory.arms;
    this.compared = [first?.id ?? '', second?.id ?? ''];
  }

  /** What is assumed and asked for now. */
  get trial(): Trial {
    const { rounds } = this.opened.tables.scenario;
    return {
      games: this.games,
      seed: seedFrom(`laboratory ${this.luck}`),
      // As long as the scenario allows, with all rules on.
      options: { rounds, moves: movesIn(rounds), layers: [...layers] },
      hinges: $state.snapshot(this.hinges),
      strengths: $state.snapshot(this.strengths) as Record<string, Range>,
    };
  }

  /** True where what is shown was played with other assumptions than those now set. */
  get isStale(): boolean {
    return this.playedWith !== null && JSON.stringify(this.playedWith) !== JSON.stringify(this.trial);
  }

  /**
   * Play all arms; a run that goes on is called off.
   * @returns true when they were played to the end
   */
  async run(): Promise<boolean> {
    const mine = ++this.newest;
    const { tables, laboratory } = this.opened;
    const { trial } = this;
    this.forecaster ??= openForecaster(tables, () => (this.inPage = true));
    const played: Games[] = [];
    this.progress = 0;
    for (const { id } of laboratory.arms) {
      const games = await this.forecaster.ask(armQuestion(tables, laboratory, id, trial), (progress) => {
        this.progress = (played.length + progress.played / progress.games) / laboratory.arms.length;
      });
      if (!games || mine !== this.newest) return false;
      played.push(games);
    }
    this.progress = null;
    this.played = played;
    this.playedWith = trial;
    return true;
  }

  stop(): void {
    this.newest++;
    this.progress = null;
    this.forecaster?.cancel();
  }

  close(): void {
    this.stop();
    this.forecaster?.close();
    this.forecaster = null;
  }

  /** The answer asked for and on what it hangs; null before the first run. */
  get answer(): ReturnType<typeof answerOf> | null {
    const { tables, laboratory } = this.opened;
    const arms = this.compared.filter((id) => id !== '');
    return this.played && answerOf(tables, laboratory, this.played, { outcome: this.outcome, arms });
  }

  /** Set the strength of a link to one value within its range, or let it be drawn from the whole of it again. */
  setStrength(id: string, value: number | null): void {
    const link = this.opened.tables.links.find((one) => one.id === id);
    if (!link) return;
    if (value === null) delete this.strengths[id];
    else this.strengths[id] = boundsOf(link, { from: value, to: value });
  }
}
