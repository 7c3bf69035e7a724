/**
 * The causal web of a scenario as a graph: what pushes what. Levels, lines of statecharts, answers, events, clocks and aims are its
 * nodes; links, what fires them, weights of aims and rules of clocks are its edges. How it is drawn and worded is not decided here.
 */
import type { CapitalMachineShape, ClientMachineShape, FireShape } from '../../engine/scenario/machines.ts';
import type { ScenarioShape } from '../../engine/scenario/schema.ts';
import { pairPath } from '../../engine/layout.ts';

export const nodeKinds = ['line', 'answers', 'events', 'level', 'clock', 'aim', 'people'] as const;
export type NodeKind = (typeof nodeKinds)[number];

export interface WebNode {
  readonly id: string;
  readonly kind: NodeKind;
}

/** Who fires a link: a move, an option, an event's case, an outsider, a clock; and how often, with its sign. */
export interface Firing {
  readonly kind: 'move' | 'option' | 'event' | 'outsider' | 'clock';
  /** `iran.surge`, `hamedan.refuse`, `coupAttempt.friends`, `israel`, `aleppo`. */
  readonly id: string;
  readonly times: number;
}

/** One reason for an edge. */
export type WebPart =
  | { readonly kind: 'link'; readonly link: string; readonly sign: -1 | 1 }
  | { readonly kind: 'fired'; readonly link: string; readonly sign: -1 | 1; readonly by: Firing }
  | { readonly kind: 'weight'; readonly level: string; readonly weight: number; readonly sign: -1 | 1 }
  | { readonly kind: 'clock'; readonly clock: string; readonly rule: number; readonly sign: -1 | 1 };

export interface WebEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly parts: readonly WebPart[];
  /** 1 where all parts raise, -1 where all lower, 0 where some do either. */
  readonly sign: -1 | 0 | 1;
}

export interface Web {
  readonly nodes: readonly WebNode[];
  readonly edges: readonly WebEdge[];
  /** What fires each link that is an impulse. */
  readonly firings: ReadonlyMap<string, readonly Firing[]>;
}

/** Name the node of a level: all holders of a governorate share one. */
export function nodeOfLevel(path: string): string {
  const [kind, one] = path.split('.');
  return kind === 'control' ? `control.${one}` : path;
}

/** List the nodes of a web that act, owner by owner, and all others. */
export function actingIn({ nodes }: Web): { acting: string[]; others: string[] } {
  const acts = ({ kind }: WebNode): boolean => kind === 'line' || kind === 'answers' || kind === 'events';
  const owner = (id: string): string => id.split('.')[1] ?? '';
  const acting = nodes.filter(acts).map(({ id }) => id);
  const owners = [...new Set(acting.map(owner))];
  return {
    acting: acting.sort((one, other) => owners.indexOf(owner(one)) - owners.indexOf(owner(other))),
    others: nodes.filter((node) => !acts(node)).map(({ id }) => id),
  };
}

/** Spin the web of a scenario. Only what something pushes or is pushed by is in it. */
export function webOf(scenario: ScenarioShape): Web {
  const edges = new Map<string, { from: string; to: string; parts: WebPart[] }>();
  const kinds = new Map<string, NodeKind>();
  const connect = (from: [string, NodeKind], to: [string, NodeKind], part: WebPart): void => {
    kinds.set(...from);
    kinds.set(...to);
    const id = `${from[0]}>${to[0]}`;
    const edge = edges.get(id) ?? { from: from[0], to: to[0], parts: [] };
    edge.parts.push(part);
    edges.set(id, edge);
  };
  const firings = firingsOf(scenario);
  for (const link of scenario.links) {
    const target = 'level' in link.to ? link.to.level : `control.${link.to.control}`;
    const to: [string, NodeKind] = [nodeOfLevel(target), kindOfLevel(target)];
    const sign = link.strength < 0 ? -1 : 1;
    if ('level' in link.from) {
      const from = nodeOfLevel(link.from.level);
      connect([from, kindOfLevel(from)], to, { kind: 'link', link: link.id, sign });
    } else if ('stance' in link.from) {
      const { of, line } = link.from.stance;
      connect([`line.${of}.${line}`, 'line'], to, { kind: 'link', link: link.id, sign });
    } else {
      for (const { node, kind, ...by } of firings.get(link.id) ?? [])
        connect([node, kind === 'outsider' ? 'level' : nodeKindOf(kind, node)], to, {
          kind: 'fired',
          link: link.id,
          sign: by.times < 0 ? (-sign as -1 | 1) : sign,
          by: { kind, ...by },
        });
    }
  }
  for (const { id, aims } of scenario.capitals)
    for (const aim of aims)
      for (const { level, weight, from, to } of aim.parts)
        connect([nodeOfLevel(level), kindOfLevel(level)], [`aim.${id}.${aim.id}`, 'aim'], {
          kind: 'weight',
          level,
          weight,
          sign: to < from ? -1 : 1,
        });
  for (const { level, weight, from, to } of scenario.people.parts)
    connect([nodeOfLevel(level), kindOfLevel(level)], ['people', 'people'], {
      kind: 'weight',
      level,
      weight,
      sign: to < from ? -1 : 1,
    });
  for (const clock of scenario.clocks)
    clock.rules.forEach(({ when, by }, rule) => {
      for (const node of readBy(when))
        connect(
          [node, node.startsWith('line.') ? 'line' : kindOfLevel(node)],
          [`clock.${clock.id}`, 'clock'],
          {
            kind: 'clock',
            clock: clock.id,
            rule,
            sign: by < 0 ? -1 : 1,
          },
        );
    });
  return {
    nodes: [...kinds].map(([id, kind]) => ({ id, kind })),
    edges: [...edges].map(([id, edge]) => ({ id, ...edge, sign: signOf(edge.parts) })),
    firings: new Map([...firings].map(([link, list]) => [link, list.map(({ node: _, ...by }) => by)])),
  };
}

interface PlacedFiring extends Firing {
  /** The node from which it comes. */
  readonly node: string;
}

function kindOfLevel(path: string): NodeKind {
  return path.startsWith('clock.') ? 'clock' : path === 'people' ? 'people' : 'level';
}

function nodeKindOf(kind: Firing['kind'], node: string): NodeKind {
  if (kind === 'clock') return 'clock';
  if (kind === 'event') return 'events';
  return node.startsWith('answers.') ? 'answers' : 'line';
}

function signOf(parts: readonly WebPart[]): -1 | 0 | 1 {
  if (parts.every(({ sign }) => sign > 0)) return 1;
  return parts.every(({ sign }) => sign < 0) ? -1 : 0;
}

type Region = Pick<CapitalMachineShape['states'][string] | ClientMachineShape['states'][string], 'states'>;

/** Collect by link who fires it. */
function firingsOf(scenario: ScenarioShape): Map<string, PlacedFiring[]> {
  const found = new Map<string, PlacedFiring[]>();
  const add = (fires: readonly FireShape[] | undefined, by: Omit<PlacedFiring, 'times'>): void => {
    for (const { params } of fires ?? []) {
      const list = found.get(params.link) ?? [];
      const one = { ...by, times: params.times ?? 1 };
      if (!list.some((other) => other.id === one.id && other.kind === one.kind && other.times === one.times))
        list.push(one);
      found.set(params.link, list);
    }
  };
  for (const { id, machine } of [...scenario.capitals, ...scenario.clients])
    for (const [line, { states }] of Object.entries<Region>(machine.states))
      for (const { on } of Object.values(states))
        for (const [move, transitions] of Object.entries(on ?? {}))
          for (const { actions } of transitions)
            add(actions, { kind: 'move', id: `${id}.${move}`, node: `line.${id}.${line}` });
  for (const { id, capital, options } of scenario.decisions)
    for (const option of options)
      add(option.fires, { kind: 'option', id: `${id}.${option.id}`, node: `answers.${capital}` });
  for (const { id, cases } of scenario.events)
    for (const one of cases) add(one.fires, { kind: 'event', id: `${id}.${one.id}`, node: 'events' });
  for (const { id, fires } of scenario.outsiders)
    add(fires, { kind: 'outsider', id, node: `outsider.${id}` });
  for (const { id, full } of scenario.clocks) add(full, { kind: 'clock', id, node: `clock.${id}` });
  return found;
}

/** List the nodes that a guard reads. */
function readBy(guard: unknown): string[] {
  if (typeof guard !== 'object' || guard === null) return [];
  const { type, params } = guard as { type: string; params: Record<string, unknown> };
  switch (type) {
    case 'all':
    case 'any':
      return [...new Set((params['of'] as unknown[]).flatMap(readBy))];
    case 'not':
      return readBy(params['of']);
    case 'levelAtLeast':
    case 'levelBelow':
      return [nodeOfLevel(String(params['level']))];
    case 'stanceIs':
      return [`line.${String(params['of'])}.${String(params['line'])}`];
    case 'trustAtLeast': {
      const [one = '', other = ''] = params['between'] as string[];
      return [`trust.${pairPath(one, other)}`];
    }
    case 'confidenceAtLeast':
      return [`confidence.${String(params['client'])}`];
    case 'homeAtLeast':
      return [`home.${String(params['capital'])}`];
    default:
      return [];
  }
}
