/**
 * On what an answer hangs: for every strength that was drawn, what the answer was on average where it was drawn from the upper third
 * of its range against the lower third; and for every weight in an aim, what the answer would be with half of it and with half as
 * much again. All from games that were played anyway.
 */
import type { Seed } from '../engine/dice.ts';
import { drawChance } from '../engine/position.ts';
import type { PartTable, Tables } from '../engine/tables.ts';
import { seedsOf } from './doubt.ts';
import { meanOf } from './quantiles.ts';
import type { Mean } from './quantiles.ts';
import { boundsOf, withRanges } from './question.ts';
import type { Question } from './question.ts';
import { levelOf } from './results.ts';
import type { Games } from './results.ts';

/** What one assumption does to an answer. */
export interface Swing {
  readonly kind: 'link' | 'weight';
  /** A link's id, or `capital.aim` and the level weighed: `iran.unitarySyria issue.kurds`. */
  readonly id: string;
  /** The answer where it is low, and where it is high. */
  readonly low: number;
  readonly high: number;
  /** Half the width of the interval that holds the swing in 95 of 100 forecasts; 0 for weights, whose games are the same. */
  readonly error: number;
}

/** Read every link's strength as it was drawn for each game: by link, then by game. What was read of a question is kept beside it. */
export function strengthsOf(tables: Tables, question: Question): readonly Int32Array[] {
  let drawn = known.get(question);
  if (!drawn) known.set(question, (drawn = readStrengths(tables, question)));
  return drawn;
}
const known = new WeakMap<Question, Int32Array[]>();

function readStrengths(tables: Tables, question: Question): Int32Array[] {
  const drawn = tables.links.map(() => new Int32Array(question.games));
  const earlier: { readonly doubt: Seed; readonly strengths: Int32Array }[] = [];
  for (let game = 0; game < question.games; game++) {
    const { dice, doubt } = seedsOf(question.seed, game);
    let found = earlier.find((one) => one.doubt.high === doubt.high && one.doubt.low === doubt.low);
    if (!found) {
      const { strengths } = withRanges(tables, drawChance(tables, { dice, doubt }), doubt, question);
      found = { doubt, strengths };
      // A block of games crosses two drawings.
      if (earlier.push(found) > 2) earlier.shift();
    }
    for (const { index } of tables.links) (drawn[index] as Int32Array)[game] = found.strengths[index] ?? 0;
  }
  return drawn;
}

/**
 * Find how far the answer swings with each link.
 * @param question of the arm or arms whose games the values come from; they must share seed and strengths
 * @param values the answer, game by game
 * @returns all links whose strength is in doubt, the widest swing first
 */
export function swingsOf(tables: Tables, question: Question, values: Float64Array): Swing[] {
  const drawn = strengthsOf(tables, question);
  const third = new Float64Array(values.length);
  return tables.links
    .flatMap((link): Swing[] => {
      const { from, to } = boundsOf(link, question.strengths?.[link.id]);
      if (from === to) return [];
      const strengths = drawn[link.index] ?? new Int32Array();
      const meanIn = (isHigh: boolean): Mean | null => {
        let count = 0;
        for (let game = 0; game < values.length; game++) {
          const place = ((strengths[game] ?? 0) - from) / (to - from);
          if (isHigh ? place > 2 / 3 : place < 1 / 3) third[count++] = values[game] ?? 0;
        }
        return count === 0 ? null : meanOf(third.subarray(0, count), likeness);
      };
      const [one, other] = [meanIn(false), meanIn(true)];
      if (!one || !other) return [];
      const [oneHalf, otherHalf] = [one.mean - one.low, other.mean - other.low];
      const error = Math.sqrt(oneHalf * oneHalf + otherHalf * otherHalf);
      return [{ kind: 'link', id: link.id, low: one.mean, high: other.mean, error }];
    })
    .sort((one, other) => widthOf(other) - widthOf(one));
}

/** Two games of each block share a drawing, so that at most two tell as much as one. */
const likeness = 2;

/**
 * Find how far the answer swings with each weight in a capital's aims, read at the end of the games.
 * @param arms one arm, or two whose difference is the answer
 * @returns the widest swing first
 */
export function weightSwings(arms: readonly Games[], capital: string): Swing[] {
  const [first, second] = arms;
  const own = first?.tables.capitals.find(({ id }) => id === capital);
  if (!first || !own) return [];
  const read = (games: Games): Float64Array[][] =>
    own.aims.map((aim) => aim.parts.map((part) => reachedOf(games, part)));
  const parts = [read(first), ...(second ? [read(second)] : [])];
  const answer = (weights: readonly (readonly number[])[]): number => {
    const [one = 0, other = 0] = parts.map(
      (of) => meanOf(of.map((aim, at) => aimWith(aim, weights[at] ?? []))).mean,
    );
    return one - other;
  };
  const weights = own.aims.map((aim) => aim.parts.map(({ weight }) => weight));
  return own.aims
    .flatMap((aim, at) =>
      aim.parts.map((part, place): Swing => {
        const times = (by: number): number[][] =>
          weights.map((of, index) =>
            of.map((weight, other) => (index === at && other === place ? weight * by : weight)),
          );
        const level = first.tables.layout.paths[part.cell] ?? '';
        return {
          kind: 'weight',
          id: `${capital}.${aim.id} ${level}`,
          low: answer(times(0.5)),
          high: answer(times(1.5)),
          error: 0,
        };
      }),
    )
    .sort((one, other) => widthOf(other) - widthOf(one));
}

/**
 * Tell whether a swing stands out from chance. So many links are looked at that some swing by chance alone: the interval is widened
 * to what keeps one false one in twenty tables.
 */
export function standsOut(swing: Swing): boolean {
  return widthOf(swing) > manyLooked * swing.error;
}
/** About eighty looks need 3.3 standard errors where one needs 1.96. */
const manyLooked = 1.7;

/** Say how far an answer swings, whichever way. */
export function widthOf({ low, high }: Swing): number {
  return Math.abs(high - low);
}

/** How far one part is reached at the end of each game, in hundredths. */
function reachedOf(games: Games, { cell, from, to }: PartTable): Float64Array {
  return levelOf(games, games.tables.layout.paths[cell] ?? '').map((value) =>
    Math.min(10_000, Math.max(0, ((value - from) * 10_000) / (to - from))),
  );
}

/** Mean over all games of an aim whose parts are weighed so. */
function aimWith(parts: readonly Float64Array[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return parts.reduce((sum, values, at) => sum + (meanOf(values).mean * (weights[at] ?? 0)) / total, 0);
}
