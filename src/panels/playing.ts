/**
 * What is loaded once somebody wants to play: engine, schema, table and the screens of a game, as one part that the first
 * screen does not wait for. It opens games; when and which is the shell's business.
 */
import { seedFrom } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';
import { movesIn } from '../engine/gameLength.ts';
import type { Layer } from '../engine/layers.ts';
import { seedsFrom } from '../engine/position.ts';
import { replay, scenarioDigest } from '../engine/record.ts';
import type { GameRecord } from '../engine/record.ts';
import { readScenario } from '../engine/scenario/readScenario.ts';
import type { SourcesShape } from '../engine/scenario/schema.ts';
import type { TimelineShape } from '../engine/scenario/timelineSchema.ts';
import type { Tables } from '../engine/tables.ts';
import { openLocalTable } from '../table/localTable.ts';
import { openPlayedTable } from '../table/playedTable.ts';
import { computerSeats } from '../table/seats.ts';
import type { Table } from '../table/table.ts';
import { Autosave } from './autosave.svelte.ts';
import { Game } from './game.svelte.ts';
import type { LiveWords } from './liveWords.svelte.ts';
import type { Save } from './saves.ts';
import type { ScenarioTexts } from './scenarioTexts.ts';
import type { Notice } from './shell.svelte.ts';

export { default as GameScreen } from './GameScreen.svelte';
export { default as SeatChoice } from './SeatChoice.svelte';
export { readRecordFile } from './recordFiles.ts';

/** A scenario that has been read and found whole. */
export interface OpenedScenario {
  readonly texts: ScenarioTexts;
  readonly tables: Tables;
  readonly sources: SourcesShape;
  readonly timeline: TimelineShape | null;
  readonly digest: string;
}

/** What is chosen before a game. */
export interface StartChoice {
  readonly seat: string;
  readonly rounds: number;
  readonly layers: readonly Layer[];
  /** Any text that a game's luck is made from; left out, chance decides. */
  readonly seed?: string;
}

/** A game on the screen. */
export interface OpenedGame {
  readonly game: Game;
  readonly saving: Autosave;
  readonly texts: ScenarioTexts;
  /** First round that comes out differently under today's rules or scenario; null where none does and the game goes on. */
  readonly differs: number | null;
}

type Refused = { readonly notice: Notice };

/** Read a scenario's texts; everything wrong with them comes back as sentences. */
export function openScenario(texts: ScenarioTexts): OpenedScenario | Refused {
  const read = readScenario({
    'scenario.json': texts.scenario,
    'sources.json': texts.sources,
    'timeline.json': texts.timeline,
  });
  if (!read.ok)
    return { notice: { key: 'scenario-broken', lines: read.problems.map(({ sentence }) => sentence) } };
  const { tables, sources, timeline } = read;
  return { texts, tables, sources, timeline, digest: scenarioDigest(read.scenario) };
}

/** Begin a game against three computer capitals. */
export function begin(scenario: OpenedScenario, choice: StartChoice, words: LiveWords): OpenedGame {
  const { tables } = scenario;
  const { seat, rounds, layers } = choice;
  const seeds = seedsFrom(choice.seed === undefined ? drawnSeed() : seedFrom(choice.seed));
  const options = { rounds, moves: movesIn(rounds), layers };
  return seatAt(
    openLocalTable({ tables, options, seeds, seat, ...computerSeats(tables, seat, seeds) }),
    scenario,
    words,
  );
}

/** Go on with a save; where it cannot be gone on with, show it as it was played. */
export function resume(save: Save, texts: ScenarioTexts, words: LiveWords): OpenedGame | Refused {
  const scenario = openScenario(texts);
  if ('notice' in scenario) return scenario;
  const { tables } = scenario;
  const { record, said, card } = save;
  const replayed = replay(tables, record);
  if (replayed.differs === null && !replayed.refused) {
    const table = openLocalTable({ ...tableOf(tables, record, card.seat), resume: { record, said } });
    const opened = seatAt(table, scenario, words, card.id);
    opened.game.draft = save.draft;
    return opened;
  }
  const { changes, cells } = save;
  const table = openPlayedTable({ tables, seat: card.seat, record, changes, cells, said });
  const differs =
    replayed.differs ?? record.decisions[replayed.refused?.at ?? 0]?.round ?? replayed.digests.length + 1;
  return { ...seatAt(table, scenario, words, card.id, false), differs };
}

/** Open a record that came as a file, on the scenario that is here; refused where the two do not fit. */
export function openRecord(
  scenario: OpenedScenario,
  record: GameRecord,
  words: LiveWords,
): OpenedGame | Refused {
  const { tables } = scenario;
  // The same version with another digest may still play the same: a source or a note was corrected. The replay finds out.
  if (record.scenario.version !== tables.scenario.version) {
    const args = { theirs: record.scenario.version, ours: tables.scenario.version };
    return { notice: { key: 'record-other-version', args } };
  }
  const seat = Object.entries(record.seats).find(([, { plays }]) => plays === 'person')?.[0];
  if (!seat || !tables.capitals.some(({ id }) => id === seat)) return { notice: { key: 'record-no-person' } };
  const { differs, refused } = replay(tables, record);
  const round = differs ?? (refused ? record.decisions[refused.at]?.round : undefined);
  if (round !== undefined && round !== null) return { notice: { key: 'record-differs', args: { round } } };
  const table = openLocalTable({ ...tableOf(tables, record, seat), resume: { record, said: [] } });
  return seatAt(table, scenario, words);
}

function seatAt(
  table: Table,
  scenario: OpenedScenario,
  words: LiveWords,
  id?: string,
  keeps = true,
): OpenedGame {
  const game = new Game(table, words, scenario.sources, scenario.timeline);
  return { game, saving: new Autosave(game, scenario, keeps, id), texts: scenario.texts, differs: null };
}

function tableOf(tables: Tables, record: GameRecord, seat: string) {
  const seeds = { dice: seedFrom(record.seeds.dice), doubt: seedFrom(record.seeds.doubt) };
  return { tables, options: record.options, seeds, seat, ...computerSeats(tables, seat, record) };
}

function drawnSeed(): Seed {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return { high, low };
}
