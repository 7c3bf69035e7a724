/** Compiles what no capital owns: links, drifts, outsiders, clocks, events, judgements and endings. */
import { ruleHash } from '../dice.ts';
import { pairPath } from '../layout.ts';
import type { ScenarioShape } from '../scenario/schema.ts';
import type { ClientTable, LinkTable, Tables } from '../tables.ts';
import { inOrder } from './reading.ts';
import type { Reading } from './reading.ts';

/** Half the width of the range around a link's strength, in hundredths of it, by confidence. */
export const doubtOf = { high: 1000, medium: 2500, low: 5000 } as const;

/** What is read of the world as it is, whoever plays. */
type World = Pick<
  Tables,
  'links' | 'drifts' | 'outsiders' | 'clocks' | 'events' | 'people' | 'judgements' | 'endings'
>;

/** Compile the world. */
export function compileWorld(reading: Reading): World {
  const { scenario, cell, guard, guardIf, fires } = reading;
  const bits = (name: 'governs' | 'north' | 'outside', ids: readonly string[]): number =>
    scenario.judgements[name].reduce((sum, { id }, at) => (ids.includes(id) ? sum | (1 << at) : sum), 0);
  return {
    links: reading.links.map((link, index) => linkTable(reading, link, index)),
    drifts: driftsOf(reading),
    outsiders: inOrder(scenario.outsiders).map((outsider) => ({
      id: outsider.id,
      alarm: cell(`outsider.${outsider.id}`),
      sign: cell(`sign.outsider.${outsider.id}`),
      acted: cell(`acted.${outsider.id}`),
      threshold: outsider.threshold,
      relief: outsider.relief,
      sources: outsider.alarm.sources,
      fires: fires(outsider.fires),
    })),
    clocks: inOrder(scenario.clocks).map((clock) => ({
      id: clock.id,
      cell: cell(`clock.${clock.id}`),
      filled: cell(`filled.${clock.id}`),
      rules: clock.rules.map((rule) => ({ when: guard(rule.when), by: rule.by })),
      full: fires(clock.full),
      after: clock.after,
      sources: clock.sources,
    })),
    events: inOrder(scenario.events).map((event, index) => ({
      index,
      id: event.id,
      first: event.rounds[0],
      last: event.rounds[1],
      when: guardIf(event.when),
      chance: event.chance,
      cases: event.cases.map((one) => ({ id: one.id, when: guardIf(one.when), fires: fires(one.fires) })),
      happened: cell(`event.${event.id}`),
      which: cell(`case.${event.id}`),
      sign: cell(`sign.event.${event.id}`),
      rule: ruleHash(`event.${event.id}`),
      sources: event.sources,
    })),
    people: scenario.people.parts.map(reading.part),
    judgements: (['governs', 'north', 'outside'] as const).map((name) => ({
      name,
      cell: cell(`judgement.${name}`),
      of: scenario.judgements[name].map(({ id, when }) => ({ id, when: guardIf(when) })),
    })),
    endings: scenario.endings.map((ending) => ({
      id: ending.id,
      governs: bits('governs', ending.governs),
      north: bits('north', ending.north),
      outside: bits('outside', ending.outside),
    })),
  };
}

/** List what clients do unasked, in the order in which it is tried. */
export function unaskedOf(clients: readonly ClientTable[]): Tables['unasked'] {
  return clients
    .flatMap((client) => client.moves.map((move, at) => ({ client: client.index, at, move })))
    .filter(({ move }) => move.sign >= 0)
    .sort(
      (one, other) => one.move.order - other.move.order || one.client - other.client || one.at - other.at,
    );
}

function linkTable(
  { cell, names, guardIf }: Reading,
  link: ScenarioShape['links'][number],
  index: number,
): LinkTable {
  const { from, to } = link;
  const { kind, source, reference }: Pick<LinkTable, 'kind' | 'source' | 'reference'> =
    'level' in from
      ? { kind: 'level', source: cell(from.level), reference: from.reference }
      : 'stance' in from
        ? {
            kind: 'stance',
            source: cell(`stance.${from.stance.of}.${from.stance.line}`),
            reference: names.stance(from.stance.of, from.stance.line, from.stance.is),
          }
        : { kind: 'impulse', source: -1, reference: 0 };
  return {
    index,
    id: link.id,
    kind,
    source,
    reference,
    when: guardIf(link.when),
    target: 'control' in to ? cell(`control.${to.control}.${to.to}`) : cell(to.level),
    loser: 'control' in to ? cell(`control.${to.control}.${to.from}`) : -1,
    strength: link.strength,
    doubt: Math.trunc((Math.abs(link.strength) * doubtOf[link.confidence]) / 10000),
    due: Array.from({ length: link.delay }, (_, late) => cell(`due.${link.id}.${'abc'[late]}`)),
    rule: ruleHash(`link.${link.id}`),
    sources: link.sources,
  };
}

function driftsOf({ scenario, cell }: Reading): Tables['drifts'] {
  const drifts: { cell: number; anchor: number; drift: number }[] = [];
  const add = (path: string, life: { anchor: number; drift: number }): void => {
    if (life.drift > 0) drifts.push({ cell: cell(path), anchor: life.anchor, drift: life.drift });
  };
  for (const issue of scenario.issues) add(`issue.${issue.id}`, issue);
  for (const level of scenario.levels) add(`level.${level.id}`, level);
  for (const theatre of scenario.theatres) add(`violence.${theatre.id}`, theatre.violence);
  for (const outsider of scenario.outsiders) add(`outsider.${outsider.id}`, outsider.alarm);
  for (const client of scenario.clients) add(`confidence.${client.id}`, client.confidence);
  for (const capital of scenario.capitals) add(`home.${capital.id}`, capital.home);
  for (const trust of scenario.trust) add(`trust.${pairPath(...trust.between)}`, trust);
  return drifts.sort((one, other) => one.cell - other.cell);
}
