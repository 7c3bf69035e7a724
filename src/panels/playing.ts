/**
 * What is loaded once somebody wants to play: engine, schema, table and the screens of a game, as one part that the first
 * screen does not wait for. It opens games; when and which is the shell's business.
 */
import { seedFrom } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';
import { movesIn } from '../engine/gameLength.ts';
import type { Layer } from '../engine/layers.ts';
import { phaseOf, seedsFrom } from '../engine/position.ts';
import { engineVersion, replaying, scenarioDigest } from '../engine/record.ts';
import type { GameRecord, Replayed } from '../engine/record.ts';
import { assume } from '../engine/scenario/assumptions.ts';
import type { Assumption } from '../engine/scenario/assumptions.ts';
import { readingScenario } from '../engine/scenario/readScenario.ts';
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
import { inParts, rest } from './rest.ts';
import type { Save } from './saves.ts';
import type { ScenarioTexts } from './scenarioTexts.ts';
import type { Notice } from './shell.svelte.ts';
import { Tree } from './tree.svelte.ts';

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
  readonly scenario: OpenedScenario;
  /** The game and its forks, of which one is open. */
  readonly tree: Tree;
  /** Where it came by a link: the round at whose report it opens, or null for the debrief. */
  readonly shared: { readonly round: number | null } | null;
  /** One sentence to be said when it opens. */
  readonly remark: Notice | null;
}

type Refused = { readonly notice: Notice };

/** Read a scenario's texts, a little at a time; everything wrong with them comes back as sentences. */
export async function openScenario(texts: ScenarioTexts): Promise<OpenedScenario | Refused> {
  const read = await inParts(
    readingScenario({
      'scenario.json': texts.scenario,
      'sources.json': texts.sources,
      'timeline.json': texts.timeline,
    }),
  );
  if (!read.ok)
    return { notice: { key: 'scenario-broken', lines: read.problems.map(({ sentence }) => sentence) } };
  const { tables, sources, timeline } = read;
  await rest();
  return { texts, tables, sources, timeline, digest: scenarioDigest(read.scenario) };
}

/** Open a copy of a scenario in which some things are assumed otherwise; refused where there is no such thing or it leaves its range. */
export async function openAssumed(
  scenario: OpenedScenario,
  assumptions: readonly Assumption[],
): Promise<OpenedScenario | Refused> {
  const assumed = assume(scenario.tables.scenario, assumptions);
  if (!assumed.ok) return { notice: { key: 'assumed-not-possible', lines: [assumed.wrong.what] } };
  return openScenario({ ...scenario.texts, scenario: JSON.stringify(assumed.scenario) });
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
export async function resume(
  save: Save,
  texts: ScenarioTexts,
  words: LiveWords,
): Promise<OpenedGame | Refused> {
  const scenario = await openScenario(texts);
  if ('notice' in scenario) return scenario;
  const { tables } = scenario;
  const { said, card, branch = '', saidOf = {}, untold } = save;
  const tree = new Tree(save.record, branch, saidOf);
  const record = tree.branch();
  const replayed = await inParts(replaying(tables, record));
  if (replayed.differs === null && !replayed.refused) {
    const fresh = untold === undefined ? {} : { fresh: untold };
    const table = openLocalTable({
      ...tableOf(tables, record, card.seat),
      resume: { record, said, replayed, ...fresh },
    });
    const opened = seatAt(table, scenario, words, { tree, id: card.id });
    opened.game.draft = save.draft;
    opened.game.untold = untold ?? null;
    return opened;
  }
  const { changes, cells } = save;
  const table = openPlayedTable({ tables, seat: card.seat, record, changes, cells, said });
  const differs =
    replayed.differs ?? record.decisions[replayed.refused?.at ?? 0]?.round ?? replayed.digests.length + 1;
  return seatAt(table, scenario, words, { tree, id: card.id, keeps: false, differs });
}

/** Open a record that came as a file, on the scenario that is here; refused where the two do not fit. */
export async function openRecord(
  scenario: OpenedScenario,
  record: GameRecord,
  words: LiveWords,
): Promise<OpenedGame | Refused> {
  const seat = Object.entries(record.seats).find(([, { plays }]) => plays === 'person')?.[0];
  const replayed = await replayOf(scenario, record, 'record');
  if ('notice' in replayed) return replayed;
  if (!seat || !scenario.tables.capitals.some(({ id }) => id === seat))
    return { notice: { key: 'record-no-person' } };
  return openBranchOf(scenario, words, {
    tree: new Tree(record),
    seat,
    replayed,
    remark: remarkOn(scenario, record),
  });
}

/**
 * Open a game that came by a link, to be read; nothing of it is kept until that is asked for.
 * @param round at whose report it opens; the debrief where it is null
 */
export async function openShared(
  scenario: OpenedScenario,
  record: GameRecord,
  round: number | null,
  words: LiveWords,
): Promise<OpenedGame | Refused> {
  const { tables } = scenario;
  // On its way while the game is played again; a failure shows where it is opened.
  if (round === null) void import('./debrief/Debrief.svelte').catch(() => undefined);
  const replayed = await replayOf(scenario, record, 'link');
  if ('notice' in replayed) return replayed;
  if (phaseOf(replayed.position) !== 'over') return { notice: { key: 'link-unfinished' } };
  const person = tables.capitals.find(({ id }) => record.seats[id]?.plays === 'person');
  const seat = (person ?? tables.capitals[0])?.id ?? '';
  const tree = new Tree(record);
  return openBranchOf(scenario, words, {
    tree,
    seat,
    replayed,
    keeps: false,
    shared: { round },
    remark: remarkOn(scenario, record),
  });
}

/** Open another branch of a game: the game itself, where the id is empty, or one of its forks. */
export function openBranch(
  { game, tree, scenario, saving }: OpenedGame,
  id: string,
  words: LiveWords,
): OpenedGame {
  const whole = tree.whole(game.table.record());
  const said = { ...tree.said, [tree.open.id]: game.table.allSaid() };
  const { keeps } = saving;
  return openBranchOf(scenario, words, {
    tree: new Tree(whole, id, said),
    seat: game.seat,
    id: saving.id,
    keeps,
  });
}

/** How a game is opened where that is not as a new one. */
interface Opening {
  readonly tree: Tree;
  readonly id?: string;
  readonly keeps?: boolean;
  readonly differs?: number | null;
  readonly shared?: OpenedGame['shared'];
  readonly remark?: Notice | null;
}

function openBranchOf(
  scenario: OpenedScenario,
  words: LiveWords,
  given: Opening & { seat: string; replayed?: Replayed },
): OpenedGame {
  const { tables } = scenario;
  const { tree, seat, replayed } = given;
  const record = tree.branch();
  const resumed = { record, said: tree.said[tree.open.id] ?? [], ...(replayed ? { replayed } : {}) };
  return seatAt(
    openLocalTable({ ...tableOf(tables, record, seat), resume: resumed }),
    scenario,
    words,
    given,
  );
}

/** Play a record again on the scenario that is here; refused where it does not fit that, or today's rules. */
async function replayOf(
  { tables }: OpenedScenario,
  record: GameRecord,
  from: 'record' | 'link',
): Promise<Replayed | Refused> {
  // The same version with another digest may still play the same: a source or a note was corrected. The replay finds out.
  if (record.scenario.version !== tables.scenario.version) {
    const args = { theirs: record.scenario.version, ours: tables.scenario.version };
    return { notice: { key: `${from}-other-version`, args } };
  }
  const replayed = await inParts(replaying(tables, record));
  const { differs, refused } = replayed;
  const round = differs ?? (refused ? record.decisions[refused.at]?.round : undefined);
  if (round === undefined || round === null) return replayed;
  return { notice: { key: `${from}-differs`, args: { round } } };
}

/** What is to be said of a record that plays the same although rules or scenario are not those on which it was played. */
function remarkOn({ digest }: OpenedScenario, record: GameRecord): Notice | null {
  if (record.engine !== engineVersion)
    return { key: 'record-other-engine', args: { theirs: record.engine, ours: engineVersion } };
  return record.scenario.digest === digest ? null : { key: 'record-other-digest' };
}

function seatAt(
  table: Table,
  scenario: OpenedScenario,
  words: LiveWords,
  given: Partial<Opening> = {},
): OpenedGame {
  const {
    tree = new Tree(table.record()),
    id,
    keeps = true,
    differs = null,
    shared = null,
    remark = null,
  } = given;
  const game = new Game(table, words, scenario.sources, scenario.timeline);
  const saving = new Autosave(game, scenario, tree, keeps, id);
  return { game, saving, texts: scenario.texts, scenario, tree, differs, shared, remark };
}

function tableOf(tables: Tables, record: GameRecord, seat: string) {
  const seeds = { dice: seedFrom(record.seeds.dice), doubt: seedFrom(record.seeds.doubt) };
  return { tables, options: record.options, seeds, seat, ...computerSeats(tables, seat, record) };
}

function drawnSeed(): Seed {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return { high, low };
}
