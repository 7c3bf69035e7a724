/**
 * How far a capital heeds warnings that stand: a move that would call one is worth less by what its warner would then be likelier to do.
 * Warnings of its own that were called are weighed where orders are chosen.
 */
import { conditionLines } from '../engine/deals/warnings.ts';
import { wayOf } from '../engine/orders.ts';
import type { CapitalTable, Tables } from '../engine/tables.ts';
import { deskOf, lookAnew, sit } from './desk.ts';
import type { Desk } from './desk.ts';
import type { Keep } from './keep.ts';
import { guessScore, likelyTo, moveWorth, weighOwn } from './quickWorth.ts';

/** What carrying out a called warning saves, in hundredths of an aim: climbing down costs a step of support at home. */
export const climbDownCosts = 440;

/** State of a warning that was given and not yet called. */
const stands = 1;

/** What a move would bring upon its capital by calling warnings, in hundredths of an aim, and whose is the worst of them. */
export interface Fear {
  readonly warner: string;
  readonly harm: number;
}

/** Tell, as bits, which other capitals have a warning out. */
export function warnersOf({ capitals }: Tables, cells: Int32Array, capital: number): number {
  let bits = 0;
  for (let one = 0; one < capitals.length; one++)
    if (one !== capital && cells[(capitals[one] as CapitalTable).warning.state] === stands) bits |= 1 << one;
  return bits;
}

/**
 * What a move would bring upon a capital by calling a warning, in hundredths of an aim.
 * @param warner whose warning it is, one that stands
 * @param way the way that the move would take
 * @returns 0 where it calls nothing, and where what was announced cannot be done, would be done anyway or does no harm
 */
function fearOf(
  desk: Desk,
  cells: Int32Array,
  capital: number,
  warner: number,
  move: number,
  way: number,
): number {
  const { tables } = desk;
  const { warning } = tables.capitals[warner] as CapitalTable;
  if (!calls(desk, cells, warning, move, way)) return 0;
  const will = (cells[warning.will] ?? 0) - 1;
  const answer = wayOf(tables, cells, will);
  if (answer < 0) return 0;
  const harm = -moveWorth(desk, cells, capital, will, answer, true);
  if (harm <= 0) return 0;
  const score = guessScore(desk, cells, warner, will, answer);
  return (harm * (likelyTo(desk, warner, score + climbDownCosts) - likelyTo(desk, warner, score))) / 100;
}

/** The same of all warnings that stand. @param warners as `warnersOf` gives them */
export function fearOfAll(
  desk: Desk,
  cells: Int32Array,
  capital: number,
  warners: number,
  move: number,
  way: number,
): number {
  let sum = 0;
  for (let one = 0; warners >> one !== 0; one++)
    if ((warners & (1 << one)) !== 0) sum += fearOf(desk, cells, capital, one, move, way);
  return sum;
}

/** List the own moves that would call a warning of which there is something to fear. */
export function fearsOf(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
  character: string,
  keep: Keep,
): Map<number, Fear> {
  const found = new Map<number, Fear>();
  const warners = warnersOf(tables, cells, capital.index);
  if (warners === 0) return found;
  const desk = deskOf(tables);
  lookAnew(desk, cells);
  weighOwn(desk, cells, sit(tables, capital, character, keep, true));
  for (const { index } of capital.moves) {
    const way = wayOf(tables, cells, index);
    if (way < 0) continue;
    const harm = fearOfAll(desk, cells, capital.index, warners, index, way);
    if (harm <= 0) continue;
    const harmOf = (other: CapitalTable): number =>
      (warners & (1 << other.index)) === 0 ? 0 : fearOf(desk, cells, capital.index, other.index, index, way);
    const worst = tables.capitals.reduce((most, other) => (harmOf(other) > harmOf(most) ? other : most));
    found.set(index, { warner: worst.id, harm });
  }
  return found;
}

/** Tell whether a move is what a warning speaks of, or brings a line to the stance that it speaks of. */
function calls(
  { tables: { flat } }: Desk,
  cells: Int32Array,
  warning: CapitalTable['warning'],
  move: number,
  way: number,
): boolean {
  const about = cells[warning.if] ?? 0;
  if (about < conditionLines) return about === move + 1;
  return (
    flat.moves.line[move] === flat.lines.cell[about - conditionLines] &&
    flat.ways.target[way] === cells[warning.stance]
  );
}
