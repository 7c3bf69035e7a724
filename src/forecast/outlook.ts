/**
 * What every move open now would do, as seen from public levels alone: gains and losses of all aims, homes and trusts.
 * It takes no side and knows no capital's taste; that is `taste.ts`.
 */
import { pressWeight } from '../engine/clients/answer.ts';
import { mostPressed, openMove, priceOf } from '../engine/orders.ts';
import { enabled } from '../engine/statecharts/enabled.ts';
import { holds } from '../engine/statecharts/holds.ts';
import type { Guard } from '../engine/statecharts/holds.ts';
import type { FireTable, LineTable, MoveTable, Tables } from '../engine/tables.ts';
import { sameToAll } from './looked.ts';
import { worthOf } from './worth.ts';
import type { Worth } from './worth.ts';

/** Distance within which a client's threshold or a clock's edge counts, in hundredths. */
const near = 2500;

export interface Outlook {
  readonly tables: Tables;
  readonly worth: Worth;
  /** Values in one effect: all aims, then all homes, then the trust of all pairs. */
  readonly width: number;
  readonly homeAt: number;
  readonly trustAt: number;
  /** Effects by move: what it does for certain … */
  readonly sure: Float64Array;
  /** … and what follows besides if the client complies or all partners order it too. */
  readonly hoped: Float64Array;
  /** 1 where the move is open now. */
  readonly open: Uint8Array;
  /** What an open move fires. */
  readonly shots: (readonly FireTable[])[];
  /** Stance to which an open move leads. */
  readonly target: Int8Array;
  /** Price in influence (a press: with what `pressed` says). */
  readonly price: Float64Array;
  /** What it would change in upkeep, influence a round. */
  readonly upkeep: Float64Array;
  /** What to press with, and the chance that the client complies (1 for all other moves). */
  readonly pressed: Uint8Array;
  readonly chance: Float64Array;
  /** Effect of a list of impulses, written into `into`. */
  fires(list: readonly FireTable[], into: Float64Array, at?: number): void;
}

/**
 * Look at a position.
 * @param cells those of a view or a position; only public cells are read
 * @returns what each open move would do; the same object serves until other cells are asked about
 */
export function outlookFor(tables: Tables, cells: Int32Array): Outlook {
  const kept = memory.get(tables);
  if (kept && sameToAll(tables, kept.cells, cells)) return kept.outlook;
  const outlook = lookAround(tables, cells);
  const copy = kept?.cells ?? new Int32Array(cells.length);
  copy.set(cells);
  memory.set(tables, { cells: copy, outlook });
  return outlook;
}
const memory = new WeakMap<Tables, { cells: Int32Array; outlook: Outlook }>();

function lookAround(tables: Tables, cells: Int32Array): Outlook {
  const worth = worthOf(tables);
  const { aims } = worth;
  const homeAt = aims;
  const trustAt = homeAt + tables.capitals.length;
  const width = trustAt + tables.pairs.length;
  const count = tables.moves.length;
  const pushes = weighLinks(tables, worth, cells);
  const outlook: Outlook = {
    tables,
    worth,
    width,
    homeAt,
    trustAt,
    sure: new Float64Array(count * width),
    hoped: new Float64Array(count * width),
    open: new Uint8Array(count),
    shots: [],
    target: new Int8Array(count).fill(-1),
    price: new Float64Array(count),
    upkeep: new Float64Array(count),
    pressed: new Uint8Array(count),
    chance: new Float64Array(count).fill(1),
    fires(list, into, at = 0) {
      for (const { link, times } of list) push(link, times, into, at);
    },
  };
  for (const move of tables.moves) look(move);
  for (const move of tables.moves) addPartners(move);
  return outlook;

  /** Add one link's push to an effect, as far as there is room for it. */
  function push(link: number, times: number, into: Float64Array, at: number): void {
    const table = tables.links[link];
    if (!table) return;
    const room = (times * table.strength >= 0 ? pushes.up[link] : pushes.down[link]) ?? 0;
    const whole = times * room;
    for (let aim = 0; aim < aims; aim++)
      into[at + aim] = (into[at + aim] ?? 0) + whole * (pushes.aims[link * aims + aim] ?? 0);
    const home = worth.home[link] ?? -1;
    const pair = worth.pair[link] ?? -1;
    const slot = home >= 0 ? homeAt + home : pair >= 0 ? trustAt + pair : -1;
    if (slot >= 0) into[at + slot] = (into[at + slot] ?? 0) + whole * table.strength;
  }

  function look(move: MoveTable): void {
    const open = openMove(tables, cells, move);
    if (!('take' in open)) return;
    const at = move.index * width;
    outlook.open[move.index] = 1;
    outlook.shots[move.index] = open.take.fires;
    outlook.target[move.index] = open.take.target;
    outlook.fires(open.take.fires, outlook.sure, at);
    turn(move.line, open.take.target, outlook.sure, at);
    outlook.upkeep[move.index] =
      (move.line.upkeep[open.take.target] ?? 0) - (move.line.upkeep[cells[move.line.cell] ?? 0] ?? 0);
    if (move.press) lookAtPress(move, at);
    else outlook.price[move.index] = priceOf(tables, cells, move);
  }

  /** What stance links and clocks do when a line goes to another stance. */
  function turn(line: LineTable, to: number, into: Float64Array, at: number): void {
    const from = cells[line.cell] ?? 0;
    if (from === to) return;
    for (const link of stanceLinks(tables, line)) {
      const table = tables.links[link];
      if (!table) continue;
      const times = (table.reference === to ? 1 : 0) - (table.reference === from ? 1 : 0);
      if (times !== 0) push(link, times, into, at);
    }
    for (const { clock, stance, by } of clockStances(tables, line)) {
      const times = (stance === to ? by : 0) - (stance === from ? by : 0);
      const table = tables.clocks[clock];
      if (times === 0 || !table) continue;
      const share = ((cells[table.cell] ?? 0) >= 2 ? 0.5 : 0.25) * times;
      for (const fire of table.full) push(fire.link, fire.times * share, into, at);
    }
  }

  function lookAtPress(move: MoveTable, at: number): void {
    const client = tables.clients[move.press?.client ?? -1];
    const asked = client?.moves[move.press?.move ?? -1];
    const follows = asked && enabled(asked.from[cells[asked.line.cell] ?? 0], cells);
    if (!asked || !follows) {
      outlook.chance[move.index] = 0;
    } else {
      outlook.fires(follows.fires, outlook.hoped, at);
      turn(asked.line, follows.target, outlook.hoped, at);
    }
    // The least influence that makes compliance likely, or the most there is.
    let influence = Math.max(1, move.cost);
    const has = cells[tables.capitals[move.capital]?.influence ?? -1] ?? 0;
    while (
      influence < mostPressed &&
      pressWeight(tables, cells, move, influence) < 1 &&
      priceOf(tables, cells, move, influence + 1) <= has
    )
      influence++;
    outlook.pressed[move.index] = influence;
    outlook.price[move.index] = priceOf(tables, cells, move, influence);
    if (follows) outlook.chance[move.index] = compliance(pressWeight(tables, cells, move, influence));
  }

  /** A joint move happens with all its parts, or not at all. */
  function addPartners(move: MoveTable): void {
    if (!move.joint) return;
    for (const index of move.joint.moves) {
      if (outlook.open[index] === 0) outlook.chance[move.index] = 0;
      for (let slot = 0; slot < width; slot++) {
        const at = move.index * width + slot;
        outlook.hoped[at] = (outlook.hoped[at] ?? 0) + (outlook.sure[index * width + slot] ?? 0);
      }
    }
  }
}

/** Chance that a client complies, by the weight of the press: the die is −1, 0, 0, +1. */
function compliance(weight: number): number {
  return weight >= 2 ? 1 : weight === 1 ? 0.75 : weight === 0 ? 0.25 : 0;
}

interface Pushes {
  /** By link and aim: hundredths of the aim for one push. */
  readonly aims: Float64Array;
  /** By link: how much of a push forwards and backwards finds room, 0 to 1. */
  readonly up: Float64Array;
  readonly down: Float64Array;
}

function weighLinks(tables: Tables, worth: Worth, cells: Int32Array): Pushes {
  const { aims, parts } = worth;
  const count = tables.links.length;
  const counts = parts.map((part) => countsNow(part, cells));
  const pushes = {
    aims: new Float64Array(count * aims),
    up: new Float64Array(count),
    down: new Float64Array(count),
  };
  for (const link of tables.links) {
    const held = link.kind === 'impulse' && link.when && !holds(link.when, cells) ? 0 : 1;
    const half = link.kind === 'stance' && link.when && !holds(link.when, cells) ? 0.4 : 1;
    const size = Math.max(1, Math.abs(link.strength));
    const rises = link.loser < 0 ? 10000 - (cells[link.target] ?? 0) : (cells[link.loser] ?? 0);
    const falls = cells[link.target] ?? 0;
    const room = (left: number): number => held * half * Math.min(1, Math.max(0, left) / size);
    pushes.up[link.index] = room(rises);
    pushes.down[link.index] = room(falls);
    for (const { part, value } of worth.links[link.index] ?? []) {
      const at = link.index * aims + (parts[part]?.aim ?? 0);
      pushes.aims[at] = (pushes.aims[at] ?? 0) + value * (counts[part] ?? 0);
    }
  }
  for (const link of tables.links) addClientWill(link.index);
  return pushes;

  /** Confidence near the edge at which a client acts unasked is worth a share of what it would do. */
  function addClientWill(link: number): void {
    const client = worth.client[link] ?? -1;
    if (client < 0) return;
    const strength = tables.links[link]?.strength ?? 0;
    for (const { edge, sign, fires } of clientEdges(tables, client, cells)) {
      const away = Math.abs((cells[tables.clients[client]?.confidence ?? -1] ?? 0) - edge);
      if (away > near) continue;
      const share = (sign * strength) / (near * 1.5);
      for (const fire of fires) {
        for (let aim = 0; aim < aims; aim++) {
          const at = link * aims + aim;
          if (worth.client[fire.link] === -1)
            pushes.aims[at] =
              (pushes.aims[at] ?? 0) + share * fire.times * (pushes.aims[fire.link * aims + aim] ?? 0);
        }
      }
    }
  }
}

/** How much a part of an aim counts now: whole on its way, little once reached, some before it has begun. */
function countsNow(part: { cell: number; from: number; to: number }, cells: Int32Array): number {
  const share = ((cells[part.cell] ?? 0) - part.from) / (part.to - part.from);
  return share >= 1 ? 0.2 : share < 0 ? 0.5 : 1;
}

/** Edges of confidence at which a client acts unasked from where it stands. */
function clientEdges(
  tables: Tables,
  client: number,
  cells: Int32Array,
): { edge: number; sign: number; fires: readonly FireTable[] }[] {
  const table = tables.clients[client];
  if (!table) return [];
  return table.moves.flatMap((move) => {
    if (move.sign < 0) return [];
    const transition = move.from[cells[move.line.cell] ?? 0]?.[0];
    const leaf = transition && edgeIn(transition.guard, table.confidence);
    if (!transition || !leaf) return [];
    return [
      leaf.least > 0
        ? { edge: leaf.least, sign: 1, fires: transition.fires }
        : { edge: leaf.most, sign: -1, fires: transition.fires },
    ];
  });
}

function edgeIn(guard: Guard | null, cell: number): { least: number; most: number } | null {
  if (guard === null) return null;
  if (guard.op === 'within') return guard.cell === cell ? guard : null;
  if (guard.op === 'not') {
    const inner = edgeIn(guard.of[0], cell);
    return inner && inner.least > 0 ? { least: 0, most: inner.least - 1 } : null;
  }
  if (guard.op === 'any') return null;
  for (const part of guard.of) {
    const found = edgeIn(part, cell);
    if (found) return found;
  }
  return null;
}

function stanceLinks(tables: Tables, line: LineTable): readonly number[] {
  let lists = stanceLinksKnown.get(tables);
  if (!lists) {
    lists = tables.lines.map((one) =>
      tables.links
        .filter((link) => link.kind === 'stance' && link.source === one.cell)
        .map(({ index }) => index),
    );
    stanceLinksKnown.set(tables, lists);
  }
  return lists[line.index] ?? [];
}
const stanceLinksKnown = new WeakMap<Tables, readonly (readonly number[])[]>();

/** Rules by which a line's stance turns a clock. */
function clockStances(
  tables: Tables,
  line: LineTable,
): readonly { clock: number; stance: number; by: number }[] {
  let lists = clockStancesKnown.get(tables);
  if (!lists) {
    lists = tables.lines.map((one) =>
      tables.clocks.flatMap((clock, at) =>
        clock.rules.flatMap(({ when, by }) =>
          when.op === 'within' && when.cell === one.cell ? [{ clock: at, stance: when.least, by }] : [],
        ),
      ),
    );
    clockStancesKnown.set(tables, lists);
  }
  return lists[line.index] ?? [];
}
const clockStancesKnown = new WeakMap<Tables, ReturnType<typeof clockStances>[]>();
