/**
 * What the page is showing: the library, the choice of a capital, or a game; and how one leads to the other. Screens ask it
 * and draw; it knows no rule and no word.
 */
import type { GameRecord } from '../engine/record.ts';
import type { Assumption } from '../engine/scenario/assumptions.ts';
import type { Route } from './class/routes.ts';
import { loadTogether } from './class/ways.ts';
import type { LiveWords } from './liveWords.svelte.ts';
import { set, settings } from './settings.svelte.ts';
import type { OpenedLaboratory } from './laboratory/opened.ts';
import type { OpenedGame, OpenedScenario, StartChoice } from './playing.ts';
import { canSave, deleteSave, listSaves, readSave } from './saves.ts';
import type { SaveCard } from './saves.ts';
import { fetchTexts, FileMissing } from './scenarioTexts.ts';
import type { ScenarioEntry, ScenarioTexts } from './scenarioTexts.ts';

/** A sentence to be shown in a dialog: a key of the words with what fills it, and lines for authors. */
export interface Notice {
  readonly key: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly lines?: readonly string[];
}

export type Screen =
  | { readonly name: 'library' }
  | {
      readonly name: 'seat';
      readonly scenario: OpenedScenario;
      readonly SeatChoice: Playing['SeatChoice'];
    }
  | {
      readonly name: 'laboratory';
      readonly opened: OpenedLaboratory;
      readonly Laboratory: LaboratoryPart['Laboratory'];
    }
  | {
      readonly name: 'model';
      readonly scenario: OpenedScenario;
      readonly ModelPage: ModelPart['ModelPage'];
      readonly subjectOf: ModelPart['subjectOfScenario'];
    }
  | { readonly name: 'together'; readonly Together: TogetherPart['default'] }
  | { readonly name: 'game'; readonly opened: OpenedGame; readonly GameScreen: Playing['GameScreen'] };

/** What is loaded when somebody goes to a laboratory. */
type LaboratoryPart = typeof import('./laboratory/opened.ts');

/** What is loaded late: engine, schema, table and the screens of a game. */
type Playing = typeof import('./playing.ts');
type TogetherPart = typeof import('./class/Together.svelte');
type ModelPart = typeof import('./model/part.ts');

export class Shell {
  readonly words: LiveWords;
  readonly library: readonly ScenarioEntry[];
  screen: Screen = $state.raw({ name: 'library' });
  saves: readonly SaveCard[] = $state.raw([]);
  /** False where the browser keeps nothing; null until that is known. */
  keeps: boolean | null = $state(null);
  notice: Notice | null = $state.raw(null);
  /** What is being waited for. */
  busy = $state(false);
  private readonly loadPlaying: () => Promise<Playing>;
  private readonly seed: string | undefined;

  /** @param seed what games begun here take their luck from; left out, chance decides */
  constructor(
    words: LiveWords,
    library: readonly ScenarioEntry[],
    loadPlaying: () => Promise<Playing>,
    seed?: string,
  ) {
    this.words = words;
    this.library = library;
    this.loadPlaying = loadPlaying;
    this.seed = seed;
  }

  /** Words that the page was asked to draw all luck from, for tests and for playing a known game again. */
  get seedAsked(): string | undefined {
    return this.seed;
  }

  /** Look what is kept in this browser. */
  async lookForSaves(): Promise<void> {
    this.keeps = await canSave();
    this.saves = await listSaves();
  }

  /** Open a scenario's choice of capital. */
  chooseScenario(id: string): Promise<void> {
    return this.try(async () => {
      const { SeatChoice } = await this.loadPlaying();
      const scenario = await this.openScenario(id);
      if (!scenario) return;
      this.words.open(id, scenario.texts.words);
      this.screen = { name: 'seat', scenario, SeatChoice };
    });
  }

  /** Open a scenario's laboratory; a game that is on is kept. */
  openLaboratory(id: string): Promise<void> {
    return this.try(async () => {
      const scenario = await this.openScenario(id);
      if (!scenario) return;
      const { Laboratory, withLaboratory } = await import('./laboratory/opened.ts');
      const opened = await withLaboratory(scenario);
      if (this.screen.name === 'game') await this.screen.opened.saving.close();
      this.words.open(id, scenario.texts.words);
      this.screen = { name: 'laboratory', opened, Laboratory };
    });
  }

  /** Open a scenario's model, without a game. */
  openModel(id: string): Promise<void> {
    return this.try(async () => {
      const scenario = await this.openScenario(id);
      if (!scenario) return;
      const { ModelPage, subjectOfScenario } = await import('./model/part.ts');
      this.words.open(id, scenario.texts.words);
      this.screen = { name: 'model', scenario, ModelPage, subjectOf: subjectOfScenario };
    });
  }

  /** Open the choice of capital in a copy of a scenario in which some things are assumed otherwise. */
  assume(id: string, assumptions: readonly Assumption[]): Promise<void> {
    return this.try(async () => {
      const playing = await this.loadPlaying();
      const scenario = await this.openScenario(id);
      if (!scenario) return;
      const copy = await playing.openAssumed(scenario, assumptions);
      if ('notice' in copy) {
        this.notice = copy.notice;
        return;
      }
      if (this.screen.name === 'game') await this.screen.opened.saving.close();
      this.words.open(id, copy.texts.words);
      this.screen = { name: 'seat', scenario: copy, SeatChoice: playing.SeatChoice };
    });
  }

  /** Open what several people play together. */
  openTogether(way: Route): Promise<void> {
    return this.try(async () => {
      const [{ default: Together }] = await Promise.all([loadTogether(way), this.words.more('class')]);
      if (this.screen.name === 'game') await this.screen.opened.saving.close();
      this.screen = { name: 'together', Together };
    });
  }

  /** Read a scenario whose game is led elsewhere; null where it cannot be read, which is said in a notice. */
  async readScenario(id: string): Promise<OpenedScenario | null> {
    let scenario: OpenedScenario | null = null;
    await this.try(async () => {
      scenario = await this.openScenario(id);
    });
    return scenario;
  }

  /** Begin a game. */
  begin(scenario: OpenedScenario, choice: StartChoice): Promise<void> {
    return this.try(async () => {
      const playing = await this.loadPlaying();
      const seed = this.seed === undefined ? {} : { seed: this.seed };
      await this.enter(playing.begin(scenario, { ...choice, ...seed }, this.words));
    });
  }

  /** Go on with a game that was kept. */
  resume(id: string): Promise<void> {
    return this.try(async () => {
      const [playing, kept] = await Promise.all([this.loadPlaying(), readSave(id)]);
      if (!kept) {
        this.notice = { key: 'save-unreadable' };
        return;
      }
      const resumed = await playing.resume(kept.save, kept.files, this.words);
      if ('notice' in resumed) this.notice = resumed.notice;
      else await this.enter(resumed);
    });
  }

  /** Open a record from a file: a game of its own, beside the one in progress. */
  importFile(file: File): Promise<void> {
    return this.try(async () => {
      const playing = await this.loadPlaying();
      const read = await playing.readRecordFile(file, (id) => this.library.some((one) => one.id === id));
      if ('notice' in read) {
        this.notice = read.notice;
        return;
      }
      const scenario = await this.scenarioFor(read.record);
      if (!scenario) return;
      const opened = await playing.openRecord(scenario, read.record, this.words);
      if ('notice' in opened) this.notice = opened.notice;
      else await this.enter(opened);
    });
  }

  /**
   * Open a game that came by a link; a game in progress is kept, and stays on the screen where the link cannot be opened.
   * @param hash what stands behind the address
   */
  openLink(hash: string): Promise<void> {
    return this.try(async () => {
      // Where there is one scenario, it is the link's: its files are on their way while the rest is.
      const [only] = this.library.length === 1 ? this.library : [];
      const ahead = only && this.textsOf(only);
      ahead?.catch(() => undefined);
      const [playing, { readLink }] = await Promise.all([this.loadPlaying(), import('./share/link.ts')]);
      const read = await readLink(hash, (id) => this.library.some((one) => one.id === id));
      if ('notice' in read) {
        this.notice = read.notice;
        return;
      }
      const scenario = await this.scenarioFor(read.record, ahead);
      if (!scenario) return;
      const opened = await playing.openShared(scenario, read.record, read.round, this.words);
      if ('notice' in opened) {
        this.notice = opened.notice;
        return;
      }
      await this.enter(opened);
      // A class comes from its debrief to try another choice.
      if (!new URLSearchParams(hash.slice(1)).has('if')) return;
      const { openWhatIf } = await import('./whatif.svelte.ts');
      const round = read.record.digests.length;
      openWhatIf(round > 0 ? { seat: opened.game.seat, round } : null);
    });
  }

  /** Open another branch of the game on the screen; the one that was open is kept. */
  openBranch(id: string): Promise<void> {
    return this.try(async () => {
      if (this.screen.name !== 'game') return;
      const { opened } = this.screen;
      const { openBranch } = await this.loadPlaying();
      await this.enter(openBranch(opened, id, this.words));
    });
  }

  /** Delete a save. */
  async forget(id: string): Promise<void> {
    await deleteSave(id);
    this.saves = await listSaves();
  }

  /** Go to the library; a game is kept. */
  leave(): Promise<void> {
    return this.try(async () => {
      if (this.screen.name === 'game') await this.screen.opened.saving.close();
      this.screen = { name: 'library' };
      this.saves = await listSaves();
    });
  }

  /** Show everything in another language. */
  changeLanguage(language: string): Promise<void> {
    return this.try(async () => {
      await this.words.speak(language);
      set({ language });
    });
  }

  private async enter(opened: OpenedGame): Promise<void> {
    if (this.screen.name === 'game') await this.screen.opened.saving.close();
    const { GameScreen } = await this.loadPlaying();
    this.words.open(opened.texts.id, opened.texts.words);
    this.screen = { name: 'game', opened, GameScreen };
    if (opened.remark) this.notice = opened.remark;
  }

  /** Open the scenario of a record, changed as the record says. */
  private async scenarioFor(
    { scenario: { id }, assumed }: GameRecord,
    ahead?: Promise<ScenarioTexts>,
  ): Promise<OpenedScenario | null> {
    const scenario = await this.openScenario(id, ahead);
    if (!scenario || !assumed) return scenario;
    const copy = await (await this.loadPlaying()).openAssumed(scenario, assumed);
    if (!('notice' in copy)) return copy;
    this.notice = copy.notice;
    return null;
  }

  private textsOf(entry: ScenarioEntry): Promise<ScenarioTexts> {
    return fetchTexts(entry, settings.language || this.words.lang);
  }

  /** @param ahead its texts, where they have been sent for */
  private async openScenario(id: string, ahead?: Promise<ScenarioTexts>): Promise<OpenedScenario | null> {
    const entry = this.library.find((one) => one.id === id);
    if (!entry) return null;
    const [playing, texts] = await Promise.all([this.loadPlaying(), ahead ?? this.textsOf(entry)]);
    const opened = await playing.openScenario(texts);
    if ('notice' in opened) {
      this.notice = opened.notice;
      return null;
    }
    return opened;
  }

  /** Do something that may fail for want of a file, saying so. */
  private async try(act: () => Promise<void>): Promise<void> {
    this.busy = true;
    try {
      await act();
    } catch (error) {
      if (error instanceof FileMissing) this.notice = { key: 'load-missing', args: { file: error.file } };
      else {
        this.notice = { key: 'load-failed', lines: [error instanceof Error ? error.message : String(error)] };
        console.error(error);
      }
    } finally {
      this.busy = false;
    }
  }
}
