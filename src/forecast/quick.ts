/**
 * `quick@2`: greedy orders, read off worths that were worked out once per scenario. It sees what its seat sees, keeps its word as far
 * as its temperament goes, and makes nothing while it chooses: what it decides is left on the desk in numbers.
 */
import { decisionFor, mayBeFree, wayOf } from '../engine/orders.ts';
import { isOn } from '../engine/layers.ts';
import { kindNumber, termBits } from '../engine/deals/terms.ts';
import { isPublic } from '../engine/deals/talks.ts';
import { stateNumber } from '../engine/deals/deal.machine.ts';
import { moveKinds } from '../engine/flat.ts';
import { holds, stepSize } from '../engine/statecharts/holds.ts';
import type { CapitalTable, DealTable, MoveTable, Tables, TermTable } from '../engine/tables.ts';
import { keptBonus, listMine, ownScore, ownWorth, trustOf, weighOwn } from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { keepCounts } from './keep.ts';

/** Chance that a partner orders a joint move that it promised. */
const joins = 0.85;
/** How many moves beyond those that can be made are looked at closely: some of them turn out to be closed. */
const spareLooks = 3;
/** Influence that would be carried over is worth saving; what is above is lost. */
const carried = 2;
/** What carrying out a called warning saves, and what turning back too soon costs. */
const climbDownCosts = 440;
const flipFlopCosts = 5000;
/** Rounds after a line was turned in which turning it back would be a flip-flop. */
const turnsStand = 2;
/** What a word is worth in itself, one hundredth of trust that would be lost with it, and a word given this very round. */
const wordCounts = 150;
const trustLost = 0.06;
const justSigned = 2;
const leastKept = 0;

const joint = moveKinds.indexOf('joint');
const press = moveKinds.indexOf('press');
const inForce = stateNumber('inForce');
const called = 2;

/** What is chosen beside the moves, which are on the desk's list. */
export interface Chosen {
  /** Number of the option from 1, 0 for silence. */
  answer: number;
  /** Slots of the pacts whose promised influence is held back, as bits. */
  withhold: number;
  /** Influence promised for this round. */
  owed: number;
}
const chosen: Chosen = { answer: 0, withhold: 0, owed: 0 };

/**
 * Choose orders. The moves are left in the desk's list.
 * @param cells a view's or a position's; nothing hidden from the capital is read
 */
export function chooseQuickly(desk: Desk, cells: Int32Array, sitter: Sitter): Chosen {
  const { capital } = sitter;
  weighOwn(desk, cells, sitter);
  const hash = ownHash(desk, cells, sitter);
  const first = capital.moves[0]?.index ?? 0;
  desk.bonus.fill(0, first, first + capital.moves.length);
  weighPromises(desk, cells, sitter, hash);
  collect(desk, cells, sitter, hash);
  desk.list.count = 0;
  const left = (cells[capital.influence] ?? 0) - answerDecision(desk, cells, sitter, hash);
  pickMoves(desk, cells, sitter, left);
  return chosen;
}

/** Collect the moves that are worth a thought, and score them. */
function collect(desk: Desk, cells: Int32Array, sitter: Sitter, hash: number): void {
  glance(desk, cells, sitter, hash);
  const { tables, bonus, candidate, score } = desk;
  const { capital, temperament, leans, kept } = sitter;
  const { kind } = tables.flat.moves;
  const warned = cells[capital.warning.state] === called ? (cells[capital.warning.will] ?? 0) - 1 : -1;
  let count = 0;
  for (let place = 0; place < desk.candidates; place++) {
    const move = candidate[place] ?? 0;
    const way = wayOf(tables, cells, move);
    if (way < 0) continue;
    const promised = bonus[move] ?? 0;
    const moved = promised + pinchOf(hash, move, temperament.noise);
    let sum = ownScore(desk, cells, sitter, move, way) + moved;
    if (kind[move] === joint)
      sum -= (1 - likelyJoined(desk, cells, move)) * Math.max(0, sum - moved - (leans[move] ?? 0));
    if (kept !== null) sum += keptBonus(desk, sitter, cells, move, way);
    if (move === warned) sum += climbDownCosts * temperament.home;
    else if (promised <= 0 && turnsBack(desk, cells, capital, way)) sum -= flipFlopCosts;
    candidate[count] = move;
    score[count] = sum;
    count++;
  }
  desk.candidates = count;
}

/**
 * Glance at all own moves and keep the best few, by what they seem to be worth before it is asked whether they are open and what they
 * cost now. What was promised, what a warning spoke of, presses, and lines that are held are always looked at.
 */
function glance(desk: Desk, cells: Int32Array, sitter: Sitter, hash: number): void {
  const { tables, bonus, reckoning, candidate, score } = desk;
  const { capital, temperament, leans, kept } = sitter;
  const { flat } = tables;
  const { moves } = flat;
  const first = capital.moves[0]?.index ?? 0;
  const end = first + capital.moves.length;
  const warned = cells[capital.warning.state] === called ? (cells[capital.warning.will] ?? 0) - 1 : -1;
  const room = (cells[tables.at.moves] ?? 2) + spareLooks;
  let count = 0;
  let sure = 0;
  for (let move = first; move < end; move++) {
    const from = (moves.from[move] ?? 0) + (cells[moves.line[move] ?? 0] ?? 0);
    const way = flat.from[from] ?? 0;
    const ways = (flat.from[from + 1] ?? 0) - way;
    const promised = bonus[move] ?? 0;
    const kind = moves.kind[move] ?? 0;
    // Nobody orders a joint move that was not talked about.
    if (ways === 0 || (kind === joint && promised <= 0)) continue;
    if (promised !== 0 || kept !== null || move === warned || kind === press || ways > 1) {
      // These stand in front, in any order.
      candidate[count] = candidate[sure] ?? 0;
      score[count] = score[sure] ?? 0;
      candidate[sure++] = move;
      count++;
      continue;
    }
    const upkeep = temperament.influence * (reckoning.upkeep[way] ?? 0);
    const most = ownWorth(desk, capital.index, way) + (leans[move] ?? 0) - upkeep;
    if (most + temperament.noise <= temperament.least) continue;
    const seems =
      most + pinchOf(hash, move, temperament.noise) - temperament.influence * (reckoning.cheapest[move] ?? 0);
    candidate[count] = move;
    score[count] = seems;
    count++;
  }
  desk.candidates = keepBest(desk, sure, count, sure + room);
}

/** Keep what stands in front and the best of the rest, so many in all. */
function keepBest({ candidate, score }: Desk, sure: number, count: number, most: number): number {
  for (let left = count; left > most; left--) {
    let worst = sure;
    for (let at = sure + 1; at < left; at++) if ((score[at] ?? 0) < (score[worst] ?? 0)) worst = at;
    candidate[worst] = candidate[left - 1] ?? 0;
    score[worst] = score[left - 1] ?? 0;
  }
  return count < most ? count : most;
}

/** Pick the best moves one after another, one a line, that can be paid for. */
function pickMoves(desk: Desk, cells: Int32Array, { temperament }: Sitter, influence: number): void {
  const { candidate, score, list, price, tables, pressed } = desk;
  const { kind, line } = tables.flat.moves;
  const most = cells[tables.at.moves] ?? 2;
  let left = influence;
  let free = false;
  for (let slot = 0; slot < most; slot++) {
    // Influence beyond what can be carried is lost anyway, so that it costs nothing to spend.
    const spare = Math.max(0, left - chosen.owed - carried);
    let best = -1;
    let bestScore = temperament.least;
    let bestPrice = 0;
    for (let place = 0; place < desk.candidates; place++) {
      const move = candidate[place] ?? 0;
      const full = price[move] ?? 0;
      const sum = (score[place] ?? 0) + temperament.influence * (spare < full ? spare : full);
      if (sum <= bestScore) continue;
      let taken = false;
      for (let at = 0; at < list.count; at++) if (line[list.move[at] ?? 0] === line[move]) taken = true;
      if (taken) continue;
      const isFree =
        kind[move] === joint && !free && mayBeFree(tables, cells, tables.moves[move] as MoveTable);
      const costs = isFree ? 0 : full;
      // Promised influence is passed on from what is left.
      const reserve = sum >= keepCounts / 2 ? 0 : chosen.owed;
      if (costs > 0 && costs > left - reserve) continue;
      best = move;
      bestScore = sum;
      bestPrice = costs;
    }
    if (best < 0) return;
    if (kind[best] === joint && bestPrice === 0) free = true;
    left -= bestPrice;
    list.move[list.count] = best;
    list.influence[list.count] = pressed[best] ?? 0;
    list.count++;
  }
}

/** Answer the decision of the quarter; give what the answer costs. */
function answerDecision(
  desk: Desk,
  cells: Int32Array,
  { capital, temperament }: Sitter,
  hash: number,
): number {
  chosen.answer = 0;
  const decision = decisionFor(desk.tables, cells, capital);
  if (!decision) return 0;
  const { options, silence, index } = decision;
  const begin = desk.reckoning.options[index] ?? 0;
  const has = cells[capital.influence] ?? 0;
  let best = -Infinity;
  let costs = 0;
  for (let at = 0; at < options.length; at++) {
    const option = options[at] as (typeof options)[number];
    if (at !== silence && (option.cost > has || !holds(option.when, cells))) continue;
    const score =
      ownWorth(desk, capital.index, begin + at) -
      option.cost * temperament.influence +
      pinchOf(hash, 10_000 + index * 8 + at, temperament.noise);
    if (score <= best) continue;
    best = score;
    chosen.answer = at === silence ? 0 : at + 1;
    costs = at === silence ? 0 : option.cost;
  }
  return costs;
}

/** Guess how likely all partners order their part of a joint move that was promised. */
function likelyJoined({ tables }: Desk, cells: Int32Array, move: number): number {
  const parts = (tables.moves[move] as MoveTable).joint?.moves ?? [];
  let likely = 1;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? 0;
    if (part !== move) likely *= wayOf(tables, cells, part) < 0 ? 0 : joins;
  }
  return likely;
}

/** Tell whether a way would turn a line back to where it stood within the last two rounds; what eases a troubled home is excused. */
function turnsBack(
  { reckoning, tables }: Desk,
  cells: Int32Array,
  capital: CapitalTable,
  way: number,
): boolean {
  const backs = reckoning.backs[way] as Int32Array;
  let turned = false;
  for (let at = 0; at < backs.length; at++) {
    const made = cells[tables.flat.moves.made[backs[at] ?? 0] ?? 0] ?? 0;
    if (made > 0 && made + turnsStand >= (cells[tables.at.round] ?? 0)) turned = true;
  }
  if (!turned) return false;
  return !((reckoning.upkeep[way] ?? 0) < 0 && (cells[capital.lowHome] ?? 0) > 0);
}

/** Let a capital's pacts add to and take from its moves' scores. */
function weighPromises(desk: Desk, cells: Int32Array, sitter: Sitter, hash: number): void {
  const { tables } = desk;
  const { capital, temperament } = sitter;
  const round = cells[tables.at.round] ?? 0;
  chosen.withhold = 0;
  chosen.owed = 0;
  listMine(desk, cells, capital.index);
  for (let place = 0; place < desk.mineCount; place++) {
    const slot = desk.mine[place] ?? 0;
    const deal = tables.deals[slot] as DealTable;
    if (cells[deal.state] !== inForce) continue;
    if (round < (cells[deal.from] ?? 0)) continue;
    const mood = leastKept + (1 - leastKept) * shareOf(hash, cells[deal.serial] ?? 0);
    const fresh = cells[deal.made] === round ? justSigned : 1;
    const weight = keepWorth(tables, cells, sitter, deal) * mood * fresh;
    const urgent = round >= (cells[deal.until] ?? 0) ? 1 : 0.8;
    const terms = deal.terms[capital.index] as readonly TermTable[];
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as TermTable;
      const kind = cells[term.kind] ?? 0;
      const what = cells[term.what] ?? 0;
      if (kind === kindNumber.make) {
        if (((cells[term.state] ?? 0) & (termBits.done | termBits.tried)) === 0)
          raise(desk, what, weight * urgent);
      } else if (kind === kindNumber.forgo) raise(desk, what, -weight);
      else if (kind === kindNumber.stance)
        raiseLine(desk, cells, capital, what, cells[term.much] ?? 0, weight);
      else if (kind === kindNumber.pass && round === cells[deal.from]) {
        const amount = cells[term.much] ?? 0;
        if (weight < amount * temperament.influence * 2) chosen.withhold |= 1 << slot;
        else chosen.owed += amount;
      }
    }
  }
}

function raise({ bonus }: Desk, move: number, by: number): void {
  bonus[move] = (bonus[move] ?? 0) + by;
}

/** Raise moves of a line that lead where a promise wants it, and lower those that lead away from there. */
function raiseLine(
  desk: Desk,
  cells: Int32Array,
  capital: CapitalTable,
  line: number,
  stance: number,
  by: number,
): void {
  const { tables } = desk;
  const cell = tables.flat.lines.cell[line] ?? 0;
  const stands = cells[cell] === stance;
  const first = capital.moves[0]?.index ?? 0;
  const end = first + capital.moves.length;
  for (let move = first; move < end; move++) {
    if (tables.flat.moves.line[move] !== cell) continue;
    const way = wayOf(tables, cells, move);
    if (way < 0) continue;
    const leads = tables.flat.ways.target[way] === stance;
    if (leads !== stands) raise(desk, move, leads ? by : -by);
  }
}

/** Weigh what breaking a pact would cost: trust with the injured and, in public, with witnesses; the stake; the word itself. */
function keepWorth(
  tables: Tables,
  cells: Int32Array,
  { capital, temperament }: Sitter,
  deal: DealTable,
): number {
  const members = cells[deal.members] ?? 0;
  const open = isPublic(cells, deal);
  let trust = 0;
  for (let other = 0; other < tables.capitals.length; other++) {
    if (other === capital.index) continue;
    const has = trustOf(tables, cells, capital.index, other);
    if ((members & (1 << other)) !== 0) trust += Math.min(has, 2 * stepSize);
    else if (open) trust += Math.min(has, stepSize);
  }
  const stake = isOn(cells[tables.at.layers] ?? 0, 'stakes') ? (cells[deal.stake] ?? 0) : 0;
  return (
    wordCounts * temperament.word +
    trust * trustLost * temperament.trust * temperament.word +
    stake * temperament.influence * 1.5
  );
}

/** Hash public levels that change from game to game with a character and its card: the root of its own dice. */
export function ownHash({ tables }: Desk, cells: Int32Array, { capital, temperament }: Sitter): number {
  const { capitals, at } = tables;
  let hash = mix(temperament.key ^ capital.rule, (cells[at.round] ?? 0) * 4 + (cells[capital.card] ?? 0));
  for (let one = 0; one < capitals.length; one++) {
    const { aims, home } = capitals[one] as CapitalTable;
    hash = mix(hash, cells[home] ?? 0);
    for (let own = 0; own < aims.length; own++)
      hash = mix(hash, cells[(aims[own] as CapitalTable['aims'][number]).cell] ?? 0);
  }
  return hash;
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Throw a share from 0 to 1 for a purpose. */
export function shareOf(hash: number, purpose: number): number {
  let thrown = Math.imul(hash ^ Math.imul(purpose + 1, 0x85ebca6b), 0xc2b2ae35);
  thrown ^= thrown >>> 13;
  thrown = Math.imul(thrown, 0x27d4eb2f);
  return ((thrown ^ (thrown >>> 16)) >>> 0) / 4294967296;
}

function pinchOf(hash: number, purpose: number, width: number): number {
  return ((2 * shareOf(hash, purpose) - 1) * width) | 0;
}
