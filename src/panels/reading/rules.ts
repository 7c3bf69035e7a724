/**
 * The rule behind a change: its text, how strong it is taken to be, on which sources it rests, how sure the authors are, and
 * who sees it otherwise. A rule of the game itself rests on no source and says so.
 */
import type { Change } from '../../engine/changes.ts';
import type { LinkTable } from '../../engine/tables.ts';
import { tellAmount } from './amount.ts';
import { tellCell, tellValue } from './level.ts';
import { sayIfThere } from './reader.ts';
import type { Reading } from './reading.ts';

export type Confidence = 'high' | 'medium' | 'low';

export interface Rule {
  /** What pushes what, and why; empty where the sentence itself says all. */
  readonly text: string;
  /** How strong it is, in words; empty where that means nothing. */
  readonly strength: string;
  /** Keys of sources.json. */
  readonly sources: readonly string[];
  readonly confidence: Confidence | null;
  /** True where it is the authors' own reading of the sources. */
  readonly reading: boolean;
  readonly dissent: { readonly text: string; readonly sources: readonly string[] } | null;
}

interface Sourced {
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly reading?: boolean | undefined;
}

/** Find the rule that a change followed. */
export function ruleOf(change: Change, reading: Reading): Rule {
  const { words, tables } = reading;
  const { kind, id } = change.by;
  const { scenario } = tables;
  const [owner = '', what = ''] = id.split('.');
  switch (kind) {
    case 'link':
    case 'late':
      return ruleOfLink(id, reading, timesOf(change, reading));
    case 'move':
    case 'press':
    case 'price': {
      const capital = scenario.capitals.find((one) => one.id === owner);
      const text = kind === 'press' && change.where.startsWith('reply.') ? 'rule-press' : null;
      // A move's note is written for whoever plays that capital.
      const note = owner === reading.seat ? sayIfThere(`move-${owner}-${what}.note`, reading) : '';
      return sourced(text ? words.say(text) : note, metaOf(capital?.machine.states, what));
    }
    case 'asked':
    case 'unasked': {
      const client = scenario.clients.find((one) => one.id === owner);
      return sourced(sayIfThere(`move-${owner}-${what}.note`, reading), metaOf(client?.machine.states, what));
    }
    case 'answer': {
      const decision = scenario.decisions.find((one) => one.id === id);
      const option = decision?.options[change.to - 1];
      return sourced(option ? sayIfThere(`option-${id}-${option.id}.note`, reading) : '', option ?? decision);
    }
    case 'event':
      return sourced(
        '',
        scenario.events.find((one) => one.id === id),
      );
    case 'clock':
      return sourced(
        sayIfThere(`clock-${id}.note`, reading),
        scenario.clocks.find((one) => one.id === id),
      );
    case 'outsider':
      return sourced(words.say('rule-outsider'), scenario.outsiders.find((one) => one.id === id)?.alarm);
    case 'redLine': {
      const capital = scenario.capitals.find((one) => one.id === owner);
      const line = [...(capital?.redLines ?? []), ...(capital?.cards ?? []).map((card) => card.redLine)].find(
        (one) => one.id === what,
      );
      return sourced(words.say('rule-redLine'), line);
    }
    case 'aim': {
      const [, whose, aim] = change.where.split('.');
      const capital = scenario.capitals.find((one) => one.id === whose);
      return sourced(
        words.say('rule-aim'),
        capital?.aims.find((one) => one.id === aim),
      );
    }
    case 'people':
      return sourced(words.say('rule-people'), scenario.people);
    case 'drift': {
      const start = sourcedCell(change.where, reading);
      const anchor = start?.anchor ?? 0;
      return sourced(words.say('rule-drift', { anchor: tellValue(change.where, anchor, reading) }), start);
    }
    default:
      return sourced(sayIfThere(`rule-${kind}`, reading), undefined);
  }
}

/** Say on what a start value rests; the rule of a level that nothing has moved yet. */
export function ruleOfStart(path: string, reading: Reading): Rule {
  return sourced(reading.words.say('rule-start'), sourcedCell(path, reading));
}

/** How often, and with which sign, an impulse was fired in one push; 1 for what is no impulse. */
function timesOf(change: Change, { tables }: Reading): number {
  const link = tables.links.find(({ id }) => id === change.by.id);
  if (link?.kind !== 'impulse') return 1;
  const { times } = change.by.values ?? {};
  if (times !== undefined) return times;
  // What arrives late only says how far it moved what: its direction tells the sign.
  const rises = change.to > change.from !== (change.where === tables.layout.paths[link.loser]);
  return rises === link.strength > 0 ? 1 : -1;
}

/**
 * Give a link's rule: its own words, its strength, its sources, and the opposing view.
 * @param times how often, and with which sign, the link was fired where one push is told
 */
export function ruleOfLink(id: string, reading: Reading, times = 1): Rule {
  const link = reading.tables.scenario.links.find((one) => one.id === id);
  const table = reading.tables.links.find((one) => one.id === id);
  return {
    ...sourced(reading.words.say(`link-${id}`), link),
    strength: table ? strengthWords(table, reading, times) : '',
    dissent: link?.dissent
      ? { text: sayIfThere(`link-${id}.dissent`, reading), sources: link.dissent }
      : null,
  };
}

/**
 * Say how strong a link is: its middle and its range, and once it is known what was drawn for this game. An impulse that is fired
 * with a negative sign pushes the other way, and one that is fired twice pushes twice as far.
 */
function strengthWords(link: LinkTable, reading: Reading, times: number): string {
  const { words, tables, drawn } = reading;
  const target = tables.layout.paths[link.target] ?? '';
  const source = tables.layout.paths[link.source] ?? '';
  const much = (strength: number): string => tellAmount(target, Math.abs(strength * times), reading);
  const ends = [link.strength - link.doubt, link.strength + link.doubt]
    .map(Math.abs)
    .sort((one, other) => one - other);
  const way = link.strength * times >= 0 ? 'up' : 'down';
  const middle =
    link.kind === 'level'
      ? words.say('strength-level', {
          way,
          target: tellCell(target, reading),
          middle: much(link.strength),
          level: tellCell(source, reading),
          reference: tellValue(source, link.reference, reading),
        })
      : words.say(link.kind === 'stance' ? 'strength-stance' : 'strength-impulse', {
          way,
          target: tellCell(target, reading),
          middle: much(link.strength),
        });
  const range = { least: much(ends[0] ?? 0), most: much(ends[1] ?? 0) };
  const of = drawn?.[link.index];
  const said =
    of === undefined
      ? words.say('strength', { middle, ...range })
      : words.say('strength-drawn', { middle, drawn: much(of), ...range });
  return times < 0 ? words.say('strength-turned', { strength: said }) : said;
}

interface Living extends Sourced {
  readonly anchor?: number;
}

/** Find what the scenario says about a cell: its start value's sources, and what it drifts back to. */
function sourcedCell(path: string, { tables }: Reading): Living | undefined {
  const { scenario } = tables;
  const [kind, one = '', other = ''] = path.split('.');
  switch (kind) {
    case 'issue':
      return scenario.issues.find(({ id }) => id === one);
    case 'level':
      return scenario.levels.find(({ id }) => id === one);
    case 'violence':
      return scenario.theatres.find(({ id }) => id === one)?.violence;
    case 'control':
      return scenario.governorates.find(({ id }) => id === one);
    case 'confidence':
      return scenario.clients.find(({ id }) => id === one)?.confidence;
    case 'outsider':
      return scenario.outsiders.find(({ id }) => id === one)?.alarm;
    case 'home':
      return scenario.capitals.find(({ id }) => id === one)?.home;
    case 'clock':
      return scenario.clocks.find(({ id }) => id === one);
    case 'trust':
      return scenario.trust.find(({ between }) => between.includes(one) && between.includes(other));
    case 'stance': {
      const capital = scenario.capitals.find(({ id }) => id === one)?.machine.states[other];
      const region = capital ?? scenario.clients.find(({ id }) => id === one)?.machine.states[other];
      return region?.states[region.initial]?.meta ?? region?.meta;
    }
    default:
      return undefined;
  }
}

function metaOf(
  regions: Record<string, { meta: { moves: Record<string, Sourced> } }> | undefined,
  move: string,
): Sourced | undefined {
  return Object.values(regions ?? {}).find(({ meta }) => meta.moves[move])?.meta.moves[move];
}

function sourced(text: string, of: Sourced | undefined): Rule {
  return {
    text,
    strength: '',
    sources: of?.sources ?? [],
    confidence: of?.confidence ?? null,
    reading: of?.reading ?? false,
    dissent: null,
  };
}
