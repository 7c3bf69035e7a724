/**
 * A record: seeds and all seats' decisions, from which a game can be played again to the last digit. It holds the
 * computers' decisions too, so that a replay never asks a policy.
 */
import type { Change } from './changes.ts';
import { apply, decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { misshapen } from './decisionShape.ts';
import type { Fork } from './forks.ts';
import { murmur, seedFrom, seedText } from './dice.ts';
import type { Seed } from './dice.ts';
import { atOnce } from './inParts.ts';
import type { InParts } from './inParts.ts';
import { digest, drawChance, phaseOf, roundOf, start } from './position.ts';
import type { GameOptions, Position } from './position.ts';
import type { Refusal } from './orders.ts';
import type { Assumption } from './scenario/assumptions.ts';
import type { ScenarioShape } from './scenario/schema.ts';
import { byText } from './layout.ts';
import type { Tables } from './tables.ts';

/** Format 2 added forks. */
export const recordFormat = 2;
/** Named in every record: rules that changed since may give other digests. */
export const engineVersion = '1.0.0';

export interface SeatPlayer {
  readonly plays: 'person' | 'computer';
  /** Name and version of a computer's policy, and its temperament. */
  readonly policy?: string;
  readonly temperament?: string;
}

export interface GameRecord {
  readonly format: typeof recordFormat;
  readonly engine: string;
  readonly scenario: { readonly id: string; readonly version: string; readonly digest: string };
  /** What was assumed otherwise than in the scenario of that name; the digest is that of the changed copy. */
  readonly assumed?: readonly Assumption[];
  readonly seeds: { readonly dice: string; readonly doubt: string };
  readonly options: GameOptions;
  readonly seats: Readonly<Record<string, SeatPlayer>>;
  readonly decisions: readonly Decision[];
  /** Events that a teacher put into a round. */
  readonly injected?: readonly { readonly event: string; readonly round: number }[];
  /** Digest of the position after each round played, the two that run on counting as part of the last. */
  readonly digests: readonly string[];
  /** Games continued from a past moment of this one, or of one another; in the order in which they were made. */
  readonly forks?: readonly Fork[];
}

/** Begin a record. */
export function newRecord(
  tables: Tables,
  seeds: { dice: Seed; doubt: Seed },
  options: GameOptions,
  seats: Readonly<Record<string, SeatPlayer>>,
): GameRecord {
  const { id, version, assumed } = tables.scenario;
  return {
    format: recordFormat,
    engine: engineVersion,
    scenario: { id, version, digest: scenarioDigest(tables.scenario) },
    ...(assumed ? { assumed } : {}),
    seeds: { dice: seedText(seeds.dice), doubt: seedText(seeds.doubt) },
    options,
    seats,
    decisions: [],
    digests: [],
  };
}

/** Write a decision, and a digest when it ended a round, into a record. */
export function recorded(
  record: GameRecord,
  decision: Decision,
  before: Position,
  after: Position,
): GameRecord {
  const played = roundOf(after) > roundOf(before);
  return {
    ...record,
    decisions: [...record.decisions, decision],
    digests: played ? [...record.digests, digest(after.cells)] : record.digests,
  };
}

/** The luck that a record's seeds stand for, with what was put into it. */
export function chanceOf(tables: Tables, record: GameRecord): ReturnType<typeof drawChance> {
  const { seeds, injected = [] } = record;
  const drawn = drawChance(tables, { dice: seedFrom(seeds.dice), doubt: seedFrom(seeds.doubt) });
  if (injected.length === 0) return drawn;
  const rounds = injected.map(
    ({ event, round }) => [tables.events.findIndex(({ id }) => id === event), round] as const,
  );
  return { ...drawn, injected: new Map(rounds) };
}

export interface Replayed {
  readonly position: Position;
  readonly changes: readonly Change[];
  /** Digests as they come out today. */
  readonly digests: readonly string[];
  /** First round whose digest is not the recorded one; null when all agree. */
  readonly differs: number | null;
  /** The decision that today's rules refuse, by its place in the record; null when none is. */
  readonly refused: { readonly at: number; readonly why: Refusal } | null;
}

/**
 * Play a record again.
 * @param tables the scenario it was played on (check its id first: another scenario refuses the decisions)
 * @param until stop before the decision at this place; all of them where it is left out
 */
export function replay(tables: Tables, record: GameRecord, until = record.decisions.length): Replayed {
  return atOnce(replaying(tables, record, until));
}

/** The same replay decision by decision: whoever has something else to do meanwhile goes on with it when there is time. */
export function* replaying(
  tables: Tables,
  record: GameRecord,
  until = record.decisions.length,
): InParts<Replayed> {
  const chance = chanceOf(tables, record);
  const begun = start(tables, record.options, chance);
  let { position } = begun;
  const changes = [...begun.changes];
  const digests: string[] = [];
  for (let at = 0; at < Math.min(until, record.decisions.length); at++) {
    const decision = record.decisions[at];
    if (!decision) break;
    const decided = decide(position, decision, chance);
    if (!decided.ok)
      return {
        position,
        changes,
        digests,
        differs: firstDifference(digests, record),
        refused: { at, why: decided.why },
      };
    if (roundOf(decided.position) > roundOf(position)) digests.push(digest(decided.position.cells));
    position = decided.position;
    for (const change of decided.changes) changes.push(change);
    yield;
  }
  return { position, changes, digests, differs: firstDifference(digests, record), refused: null };
}

/** Play a record again without asking why: only the digests. Used to compare traced with untraced play. */
export function replayDigests(tables: Tables, record: GameRecord): string[] {
  const chance = chanceOf(tables, record);
  const cells = start(tables, record.options, chance).position.cells.slice();
  const digests: string[] = [];
  for (const decision of record.decisions) {
    const round = cells[tables.at.round] ?? 0;
    if (misshapen(decision) || apply(tables, cells, decision, chance, null)) break;
    if ((cells[tables.at.round] ?? 0) > round) digests.push(digest(cells));
  }
  return digests;
}

/** Digest of a scenario's content: the same for the same data, whatever the order of its keys. */
export function scenarioDigest(scenario: ScenarioShape): string {
  const known = digested.get(scenario);
  if (known !== undefined) return known;
  const text = canonical(scenario);
  const words = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) words[at] = text.charCodeAt(at);
  const found = [3, 5].map((seed) => murmur(words, seed).toString(16).padStart(8, '0')).join('');
  digested.set(scenario, found);
  return found;
}

/** Digests that were worked out: a scenario that was read changes no more, and is as long as a book. */
const digested = new WeakMap<ScenarioShape, string>();

/** Tell whether the game of a position is over. */
export function isOver(position: Position): boolean {
  return phaseOf(position) === 'over';
}

function canonical(data: unknown): string {
  let text = '';
  const write = (part: unknown): void => {
    if (part === null || typeof part !== 'object') text += JSON.stringify(part);
    else if (Array.isArray(part)) {
      part.forEach((item, at) => {
        text += at === 0 ? '[' : ',';
        write(item);
      });
      text += part.length === 0 ? '[]' : ']';
    } else {
      const entries = Object.entries(part).filter(([, value]) => value !== undefined);
      entries.sort(([one], [other]) => byText(one, other));
      entries.forEach(([key, value], at) => {
        text += `${at === 0 ? '{' : ','}${JSON.stringify(key)}:`;
        write(value);
      });
      text += entries.length === 0 ? '{}' : '}';
    }
  };
  write(data);
  return text;
}

function firstDifference(digests: readonly string[], record: GameRecord): number | null {
  const at = digests.findIndex(
    (one, index) => record.digests[index] !== undefined && record.digests[index] !== one,
  );
  return at < 0 ? null : at + 1;
}
