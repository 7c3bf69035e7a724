/**
 * Compiles statecharts into lines and moves. They are read by XState and taken from its own transition lists, so that what is played
 * is what XState read.
 */
import type { AnyStateMachine } from 'xstate';
import { ruleHash } from '../dice.ts';
import { byText } from '../layout.ts';
import type { GuardShape } from '../scenario/guards.ts';
import type { CapitalMachineShape, ClientMachineShape, FireShape } from '../scenario/machines.ts';
import { machineOf } from '../statecharts/vocabulary.ts';
import type { ClientMoveTable, ClientTable, LineTable, MoveTable, TransitionTable } from '../tables.ts';
import { inOrder } from './reading.ts';
import type { Reading } from './reading.ts';

/** A capital's lines and moves, as its statechart has them. */
export interface Played {
  readonly lines: LineTable[];
  readonly moves: MoveTable[];
}

export interface Machines {
  /** All lines: those of clients first. */
  readonly lines: LineTable[];
  readonly clients: ClientTable[];
  /** By capital. */
  readonly played: Played[];
  readonly moves: MoveTable[];
}

/** Compile the statecharts of all clients and capitals. */
export function compileMachines(reading: Reading): Machines {
  const lines: LineTable[] = [];
  const clients = reading.clients.map((client, index): ClientTable => {
    const own = addLines(reading, lines, client.id, client.machine);
    return {
      index,
      id: client.id,
      lines: own,
      moves: clientMoves(reading, client, own),
      confidence: reading.cell(`confidence.${client.id}`),
      reliance: reading.capitals.map(({ id }) => reading.cell(`reliance.${client.id}.${id}`)),
    };
  });
  const moves: MoveTable[] = [];
  const played = reading.capitals.map((capital, index): Played => {
    const own = addLines(reading, lines, capital.id, capital.machine);
    const ownMoves = capitalMoves(reading, capital, own, clients, { capital: index, first: moves.length });
    moves.push(...ownMoves);
    return { lines: own, moves: ownMoves };
  });
  for (const move of moves) join(reading, moves, move);
  return { lines, clients, played, moves };
}

/** Compile the lines of one statechart and put them behind those that there are. */
function addLines(
  { cell, client }: Reading,
  lines: LineTable[],
  owner: string,
  config: CapitalMachineShape | ClientMachineShape,
): LineTable[] {
  const own = Object.keys(config.states)
    .sort(byText)
    .map((id, at): LineTable => {
      const states = config.states[id]?.states ?? {};
      const stances = Object.keys(states).sort(byText);
      return {
        index: lines.length + at,
        owner,
        id,
        cell: cell(`stance.${owner}.${id}`),
        stances,
        upkeep: stances.map((stance) => states[stance]?.meta?.upkeep ?? 0),
        supports: stances.map((stance) => client(states[stance]?.meta?.supports)),
      };
    });
  lines.push(...own);
  return own;
}

function clientMoves(
  reading: Reading,
  client: Reading['clients'][number],
  lines: readonly LineTable[],
): ClientMoveTable[] {
  const { cell, names } = reading;
  const machine = machineOf(client.machine, names);
  return inOrder(
    lines.flatMap((line) =>
      Object.entries(client.machine.states[line.id]?.meta.moves ?? {}).map(([id, move]) => ({
        id,
        line,
        from: transitionsOf(reading, machine, line, id),
        made: cell(`made.${client.id}.${id}`),
        sign: move.kind === 'unasked' ? cell(`sign.${client.id}.${id}`) : -1,
        order: move.kind === 'unasked' ? move.order : 0,
        sources: move.sources,
      })),
    ),
  );
}

function capitalMoves(
  reading: Reading,
  capital: Reading['capitals'][number],
  lines: readonly LineTable[],
  clients: readonly ClientTable[],
  place: { readonly capital: number; readonly first: number },
): MoveTable[] {
  const { cell, layout, names, guard, client } = reading;
  const machine = machineOf(capital.machine, names);
  return inOrder(
    lines.flatMap((line) =>
      Object.entries(capital.machine.states[line.id]?.meta.moves ?? {}).map(([id, move]) => ({
        id,
        move,
        line,
      })),
    ),
  ).map(({ id, move, line }, at) => ({
    index: place.first + at,
    capital: place.capital,
    id,
    kind: move.kind,
    line,
    from: transitionsOf(reading, machine, line, id),
    cost: move.cost,
    prices: (move.prices ?? []).map((price) => ({ when: guard(price.when), add: price.add })),
    theatre: move.theatre ?? null,
    made: cell(`made.${capital.id}.${id}`),
    reply: layout.find(`reply.${capital.id}.${id}`),
    tried: layout.find(`tried.${capital.id}.${id}`),
    again: move.kind === 'act' ? move.again : 1,
    covers: move.kind === 'act' ? client(move.covers) : -1,
    supports: move.kind === 'act' ? client(move.supports) : -1,
    press: move.kind === 'press' ? pressOf(reading, clients, move.press) : null,
    joint: move.kind === 'joint' ? { id: move.joint.id, moves: [] } : null,
    rule: ruleHash(`press.${capital.id}.${id}`),
    sources: move.sources,
  }));
}

/** Read the transitions of one event out of one region of XState's own machine, in the order XState tries them. */
function transitionsOf(
  { guard, fires }: Reading,
  machine: AnyStateMachine,
  line: LineTable,
  move: string,
): TransitionTable[][] {
  const region = machine.root.states[line.id];
  return line.stances.map((stance) =>
    (region?.states[stance]?.transitions.get(move) ?? []).map((transition) => ({
      target: line.stances.indexOf(transition.target?.[0]?.key ?? stance),
      guard: transition.guard === undefined ? null : guard(transition.guard as GuardShape),
      fires: fires(transition.actions as unknown as FireShape[]),
    })),
  );
}

function pressOf(
  reading: Reading,
  clients: readonly ClientTable[],
  press: { client: string; move: string; ask: number },
): MoveTable['press'] {
  const client = reading.client(press.client);
  return {
    client,
    move: clients[client]?.moves.findIndex(({ id }) => id === press.move) ?? -1,
    ask: press.ask,
  };
}

/** Write into a joint move the numbers of all its parts, its own among them. */
function join({ capitals }: Reading, moves: readonly MoveTable[], move: MoveTable): void {
  if (!move.joint) return;
  const definition = capitals[move.capital]?.machine.states[move.line.id]?.meta.moves[move.id];
  const all = definition?.kind === 'joint' ? definition.joint.all : [];
  const parts = all.map(
    (id) =>
      moves.find(({ capital, joint }) => capitals[capital]?.id === id && joint?.id === move.joint?.id)
        ?.index ?? -1,
  );
  (move.joint.moves as number[]).push(...parts.sort((one, other) => one - other));
}
