/**
 * Turns a checked scenario into the tables that are played. Statecharts are read by XState and taken from its own
 * transition lists, so that what is played is what XState read.
 */
import type { AnyStateMachine } from 'xstate';
import { ruleHash } from '../dice.ts';
import { flatten } from '../flat.ts';
import {
  byText,
  dealSlots,
  layoutOf,
  mostMoves,
  pairPath,
  slotName,
  dealFields,
  termFields,
  termsEach,
} from '../layout.ts';
import type { ScenarioShape } from '../scenario/schema.ts';
import type { GuardShape } from '../scenario/guards.ts';
import type { CapitalMachineShape, ClientMachineShape, FireShape } from '../scenario/machines.ts';
import type {
  CapitalTable,
  ClientMoveTable,
  ClientTable,
  DealTable,
  DecisionTable,
  FireTable,
  LineTable,
  LinkTable,
  MoveTable,
  PairTable,
  PartTable,
  Tables,
  TransitionTable,
} from '../tables.ts';
import { resolveGuard } from './holds.ts';
import type { Guard } from './holds.ts';
import { namesOf } from './names.ts';
import { machineOf } from './vocabulary.ts';

/** Half the width of the range around a link's strength, in hundredths of it, by confidence. */
export const doubtOf = { high: 1000, medium: 2500, low: 5000 } as const;

/**
 * Compile a scenario.
 * @param scenario one that `readScenario` has accepted; anything else may throw
 * @returns tables without state: they can be shared by any number of games
 */
export function compile(scenario: ScenarioShape): Tables {
  const layout = layoutOf(scenario);
  const names = namesOf(scenario, layout);
  const guard = (json: GuardShape | undefined): Guard | null => (json ? resolveGuard(json, names) : null);
  const capitalsSorted = [...scenario.capitals].sort(byId);
  const clientsSorted = [...scenario.clients].sort(byId);
  const linksSorted = [...scenario.links].sort(byId);
  const linkIndex = new Map(linksSorted.map((link, index) => [link.id, index]));
  const capitalIndex = new Map(capitalsSorted.map((capital, index) => [capital.id, index]));
  const clientIndex = new Map(clientsSorted.map((client, index) => [client.id, index]));
  const indexOf = (map: Map<string, number>, id: string | undefined): number =>
    id === undefined ? -1 : (map.get(id) ?? -1);
  const fires = (list: readonly FireShape[] | undefined): FireTable[] =>
    (list ?? []).map(({ params }) => ({ link: indexOf(linkIndex, params.link), times: params.times ?? 1 }));
  const part = (json: { level: string; from: number; to: number; weight: number }): PartTable => ({
    cell: layout.cell(json.level),
    from: json.from,
    to: json.to,
    weight: json.weight,
  });

  const lines: LineTable[] = [];
  const lineTables = (owner: string, config: CapitalMachineShape | ClientMachineShape): LineTable[] =>
    Object.keys(config.states)
      .sort(byText)
      .map((id) => {
        const states = config.states[id]?.states ?? {};
        const stances = Object.keys(states).sort(byText);
        const line: LineTable = {
          index: lines.length,
          owner,
          id,
          cell: layout.cell(`stance.${owner}.${id}`),
          stances,
          upkeep: stances.map((stance) => states[stance]?.meta?.upkeep ?? 0),
          supports: stances.map((stance) => indexOf(clientIndex, states[stance]?.meta?.supports)),
        };
        lines.push(line);
        return line;
      });

  const clients: ClientTable[] = clientsSorted.map((client, index) => {
    const own = lineTables(client.id, client.machine);
    const machine = machineOf(client.machine, names);
    const moves: ClientMoveTable[] = own.flatMap((line) =>
      Object.entries(client.machine.states[line.id]?.meta.moves ?? {}).map(([id, move]) => ({
        id,
        line,
        from: transitionsOf(machine, line, id),
        made: layout.cell(`made.${client.id}.${id}`),
        sign: move.kind === 'unasked' ? layout.cell(`sign.${client.id}.${id}`) : -1,
        order: move.kind === 'unasked' ? move.order : 0,
        sources: move.sources,
      })),
    );
    return {
      index,
      id: client.id,
      lines: own,
      moves: moves.sort((one, other) => byText(one.id, other.id)),
      confidence: layout.cell(`confidence.${client.id}`),
      reliance: capitalsSorted.map((capital) => layout.cell(`reliance.${client.id}.${capital.id}`)),
    };
  });

  const moves: MoveTable[] = [];
  const capitals: CapitalTable[] = capitalsSorted.map((capital, index) => {
    const own = lineTables(capital.id, capital.machine);
    const machine = machineOf(capital.machine, names);
    const definitions = own
      .flatMap((line) =>
        Object.entries(capital.machine.states[line.id]?.meta.moves ?? {}).map(([id, move]) => ({
          id,
          move,
          line,
        })),
      )
      .sort(byId);
    const ownMoves = definitions.map(({ id, move, line }): MoveTable => {
      const table: MoveTable = {
        index: moves.length,
        capital: index,
        id,
        kind: move.kind,
        line,
        from: transitionsOf(machine, line, id),
        cost: move.cost,
        prices: (move.prices ?? []).map((price) => ({
          when: resolveGuard(price.when, names),
          add: price.add,
        })),
        theatre: move.theatre ?? null,
        made: layout.cell(`made.${capital.id}.${id}`),
        reply: layout.find(`reply.${capital.id}.${id}`),
        tried: layout.find(`tried.${capital.id}.${id}`),
        again: move.kind === 'act' ? move.again : 1,
        covers: move.kind === 'act' ? indexOf(clientIndex, move.covers) : -1,
        supports: move.kind === 'act' ? indexOf(clientIndex, move.supports) : -1,
        press: move.kind === 'press' ? pressOf(move.press) : null,
        joint: move.kind === 'joint' ? { id: move.joint.id, moves: [] } : null,
        rule: ruleHash(`press.${capital.id}.${id}`),
        sources: move.sources,
      };
      moves.push(table);
      return table;
    });
    return capitalTable(capital, index, own, ownMoves);
  });
  for (const move of moves) if (move.joint) joinMoves(move);

  const links = linksSorted.map((link, index): LinkTable => {
    const { from, to } = link;
    const level = 'level' in from;
    return {
      index,
      id: link.id,
      kind: level ? 'level' : 'stance' in from ? 'stance' : 'impulse',
      source: level
        ? layout.cell(from.level)
        : 'stance' in from
          ? layout.cell(`stance.${from.stance.of}.${from.stance.line}`)
          : -1,
      reference: level
        ? from.reference
        : 'stance' in from
          ? names.stance(from.stance.of, from.stance.line, from.stance.is)
          : 0,
      when: guard(link.when),
      target: 'control' in to ? layout.cell(`control.${to.control}.${to.to}`) : layout.cell(to.level),
      loser: 'control' in to ? layout.cell(`control.${to.control}.${to.from}`) : -1,
      strength: link.strength,
      doubt: Math.trunc((Math.abs(link.strength) * doubtOf[link.confidence]) / 10000),
      due: Array.from({ length: link.delay }, (_, late) => layout.cell(`due.${link.id}.${'abc'[late]}`)),
      rule: ruleHash(`link.${link.id}`),
      sources: link.sources,
    };
  });

  const pairs: PairTable[] = scenario.trust
    .map(({ between }) => between.map((id) => indexOf(capitalIndex, id)).sort((one, other) => one - other))
    .map(([one = 0, other = 0]) => {
      const pair = pairPath(capitals[one]?.id ?? '', capitals[other]?.id ?? '');
      return {
        one,
        other,
        trust: layout.cell(`trust.${pair}`),
        owed: layout.cell(`owed.${pair}`),
        mended: layout.cell(`mended.${pair}`),
        pacts: layout.cell(`pact.${pair}`),
      };
    })
    .sort((one, other) => one.trust - other.trust);
  const pairIndex = Array.from({ length: 16 }, () => -1);
  pairs.forEach(({ one, other }, index) => {
    pairIndex[one * 4 + other] = index;
    pairIndex[other * 4 + one] = index;
  });

  const decisions: DecisionTable[] = [...scenario.decisions].sort(byId).map((decision, index) => ({
    index,
    id: decision.id,
    capital: indexOf(capitalIndex, decision.capital),
    round: decision.round,
    when: guard(decision.when),
    options: decision.options.map((option) => ({
      id: option.id,
      // Silence is free, said or unsaid: else a capital without influence could not lock.
      cost: option.id === decision.silence ? 0 : (option.cost ?? 0),
      when: guard(option.when),
      fires: fires(option.fires),
    })),
    silence: decision.options.findIndex((option) => option.id === decision.silence),
    sources: decision.sources,
    answer: layout.cell(`answer.${decision.id}`),
  }));
  for (const capital of capitals) {
    const put = decisions.filter((decision) => decision.capital === capital.index);
    (capital.decisions as DecisionTable[]).push(...put);
    (capital.decisionsIn as DecisionTable[][]).push(
      ...Array.from({ length: 1 + Math.max(0, ...put.map(({ round }) => round)) }, (_, round) =>
        put.filter((decision) => decision.round === round),
      ),
    );
  }

  const judgements = (['governs', 'north', 'outside'] as const).map((name) => ({
    name,
    cell: layout.cell(`judgement.${name}`),
    of: scenario.judgements[name].map(({ id, when }) => ({ id, when: guard(when) })),
  }));
  const bits = (name: 'governs' | 'north' | 'outside', ids: readonly string[]): number =>
    scenario.judgements[name].reduce((sum, { id }, at) => (ids.includes(id) ? sum | (1 << at) : sum), 0);

  const tables = {
    scenario,
    layout,
    at: {
      round: layout.cell('round'),
      phase: layout.cell('phase'),
      rounds: layout.cell('rounds'),
      moves: layout.cell('moves'),
      layers: layout.cell('layers'),
      people: layout.cell('people'),
      ending: layout.cell('ending'),
      endedAfter: layout.cell('endedAfter'),
    },
    capitals,
    clients,
    moves,
    covering: moves.filter(({ covers }) => covers >= 0),
    jointMoves: moves.filter(({ joint }) => joint !== null),
    lines,
    links,
    unasked: clients
      .flatMap((client) => client.moves.map((move, at) => ({ client: client.index, at, move })))
      .filter(({ move }) => move.sign >= 0)
      .sort(
        (one, other) => one.move.order - other.move.order || one.client - other.client || one.at - other.at,
      ),
    drifts: driftsOf(scenario, layout.cell),
    outsiders: [...scenario.outsiders].sort(byId).map((outsider) => ({
      id: outsider.id,
      alarm: layout.cell(`outsider.${outsider.id}`),
      sign: layout.cell(`sign.outsider.${outsider.id}`),
      acted: layout.cell(`acted.${outsider.id}`),
      threshold: outsider.threshold,
      relief: outsider.relief,
      sources: outsider.alarm.sources,
      fires: fires(outsider.fires),
    })),
    clocks: [...scenario.clocks].sort(byId).map((clock) => ({
      id: clock.id,
      cell: layout.cell(`clock.${clock.id}`),
      filled: layout.cell(`filled.${clock.id}`),
      rules: clock.rules.map((rule) => ({ when: resolveGuard(rule.when, names), by: rule.by })),
      full: fires(clock.full),
      after: clock.after,
      sources: clock.sources,
    })),
    events: [...scenario.events].sort(byId).map((event, index) => ({
      index,
      id: event.id,
      first: event.rounds[0],
      last: event.rounds[1],
      when: guard(event.when),
      chance: event.chance,
      cases: event.cases.map((one) => ({ id: one.id, when: guard(one.when), fires: fires(one.fires) })),
      happened: layout.cell(`event.${event.id}`),
      which: layout.cell(`case.${event.id}`),
      sign: layout.cell(`sign.event.${event.id}`),
      rule: ruleHash(`event.${event.id}`),
      sources: event.sources,
    })),
    decisions,
    pairs,
    deals: Array.from({ length: dealSlots }, (_, slot) => dealTable(slot)),
    channels: scenario.channels.map(({ from, to }) => ({
      from: indexOf(capitalIndex, from),
      to: indexOf(capitalIndex, to),
    })),
    people: scenario.people.parts.map(part),
    judgements,
    endings: scenario.endings.map((ending) => ({
      id: ending.id,
      governs: bits('governs', ending.governs),
      north: bits('north', ending.north),
      outside: bits('outside', ending.outside),
    })),
    pairOf: (one: number, other: number) => pairIndex[one * 4 + other] ?? -1,
  };
  return { ...tables, flat: flatten(tables) };

  /** Read the transitions of one event out of one region of XState's own machine, in the order XState tries them. */
  function transitionsOf(machine: AnyStateMachine, line: LineTable, move: string): TransitionTable[][] {
    const region = machine.root.states[line.id];
    return line.stances.map((stance) =>
      (region?.states[stance]?.transitions.get(move) ?? []).map((transition) => ({
        target: line.stances.indexOf(transition.target?.[0]?.key ?? stance),
        guard: transition.guard === undefined ? null : resolveGuard(transition.guard as GuardShape, names),
        fires: fires(transition.actions as unknown as FireShape[]),
      })),
    );
  }

  function pressOf(press: { client: string; move: string; ask: number }): MoveTable['press'] {
    const client = indexOf(clientIndex, press.client);
    return {
      client,
      move: clients[client]?.moves.findIndex(({ id }) => id === press.move) ?? -1,
      ask: press.ask,
    };
  }

  function joinMoves(move: MoveTable): void {
    const definition = scenario.capitals.find(({ id }) => id === capitals[move.capital]?.id)?.machine.states[
      move.line.id
    ]?.meta.moves[move.id];
    const all = definition?.kind === 'joint' ? definition.joint.all : [];
    const partners = all.map(
      (id) =>
        moves.find((other) => capitals[other.capital]?.id === id && other.joint?.id === move.joint?.id)
          ?.index ?? -1,
    );
    (move.joint?.moves as number[] | undefined)?.push(...partners.sort((one, other) => one - other));
  }

  function capitalTable(
    capital: ScenarioShape['capitals'][number],
    index: number,
    own: LineTable[],
    ownMoves: MoveTable[],
  ): CapitalTable {
    const cell = (field: string): number => layout.cell(`${field}.${capital.id}`);
    const redLine = (line: { id: string; when: GuardShape }, card: number) => ({
      id: line.id,
      when: resolveGuard(line.when, names),
      crossed: layout.cell(`crossed.${capital.id}.${line.id}`),
      card,
    });
    const tiedLine = own.find((line) => line.id === capital.tiedLine);
    if (!tiedLine) throw new Error(`no line ${capital.id}.${capital.tiedLine}`);
    return {
      index,
      id: capital.id,
      lines: own,
      moves: ownMoves,
      supporting: ownMoves.filter(({ supports }) => supports >= 0),
      decisions: [],
      decisionsIn: [],
      tiedLine,
      redrawsAfter: capital.redrawsAfter === undefined ? -1 : layout.cell(`event.${capital.redrawsAfter}`),
      aims: capital.aims.map((aim) => ({
        id: aim.id,
        cell: layout.cell(`aim.${capital.id}.${aim.id}`),
        sum: layout.cell(`aimSum.${capital.id}.${aim.id}`),
        parts: aim.parts.map(part),
      })),
      redLines: [
        ...capital.redLines.map((line) => redLine(line, -1)),
        ...capital.cards.map((card, at) => redLine(card.redLine, at)),
      ],
      cards: capital.cards.map((card) => ({
        id: card.id,
        doubles: capital.aims.findIndex((aim) => aim.id === card.doubles),
      })),
      home: cell('home'),
      influence: cell('influence'),
      card: cell('card'),
      lowHome: cell('lowHome'),
      frozen: cell('frozen'),
      locked: cell('locked'),
      proposed: cell('proposed'),
      calmUntil: cell('calmUntil'),
      order: {
        answer: layout.cell(`order.${capital.id}.answer`),
        withhold: layout.cell(`order.${capital.id}.withhold`),
        moves: Array.from({ length: mostMoves }, (_, slot) =>
          layout.cell(`order.${capital.id}.move.${'abc'[slot]}`),
        ),
        influence: Array.from({ length: mostMoves }, (_, slot) =>
          layout.cell(`order.${capital.id}.influence.${'abc'[slot]}`),
        ),
      },
      warning: {
        state: layout.cell(`warning.${capital.id}.state`),
        if: layout.cell(`warning.${capital.id}.if`),
        stance: layout.cell(`warning.${capital.id}.stance`),
        will: layout.cell(`warning.${capital.id}.will`),
        round: layout.cell(`warning.${capital.id}.round`),
      },
      rule: ruleHash(`capital.${capital.id}`),
    };
  }

  function dealTable(slot: number): DealTable {
    const cell = (field: string): number => layout.cell(`deal.${slotName(slot)}.${field}`);
    const field = (name: (typeof dealFields)[number]): number => cell(name);
    const terms = capitalsSorted.map(({ id }) =>
      Array.from({ length: termsEach }, (_, at) => {
        const own = (name: (typeof termFields)[number]): number => cell(`term.${id}.${'ab'[at]}.${name}`);
        return {
          kind: own('kind'),
          what: own('what'),
          much: own('much'),
          whom: own('whom'),
          was: own('was'),
          state: own('state'),
        };
      }),
    );
    const verdicts = capitalsSorted.map(({ id }) => cell(`verdict.${id}`));
    const lost = pairs.map(({ one, other }) =>
      cell(`lost.${pairPath(capitals[one]?.id ?? '', capitals[other]?.id ?? '')}`),
    );
    return {
      slot,
      serial: field('serial'),
      state: field('state'),
      by: field('by'),
      members: field('members'),
      accepted: field('accepted'),
      secret: field('secret'),
      stake: field('stake'),
      from: field('from'),
      until: field('until'),
      made: field('made'),
      ended: field('ended'),
      countered: field('countered'),
      leaked: field('leaked'),
      lost,
      verdicts,
      terms,
      cells: [
        ...dealFields.map(field),
        ...lost,
        ...verdicts,
        ...terms.flatMap((own) => own.flatMap((term) => Object.values(term))),
      ],
    };
  }
}

function byId(one: { id: string }, other: { id: string }): number {
  return byText(one.id, other.id);
}

function driftsOf(scenario: ScenarioShape, cell: (path: string) => number): Tables['drifts'] {
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
