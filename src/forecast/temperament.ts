/** Temperaments: three ways of weighing the same things, the same choice for every capital. */
import { die, ruleHash } from '../engine/dice.ts';
import type { Seed } from '../engine/dice.ts';

export interface Temperament {
  /** How much each of the three aims counts, 1 = as usual. */
  readonly aims: readonly [number, number, number];
  /** How far a liking for or against a single move goes, in hundredths of an aim, and what it is drawn from. */
  readonly lean: number;
  readonly key: number;
  /** Weight of support at home and of trust, 1 = as usual. */
  readonly home: number;
  readonly trust: number;
  /** What a point of influence is worth, in hundredths of an aim. */
  readonly influence: number;
  /** What a move must promise to be made, and a bargain to be struck. */
  readonly least: number;
  readonly margin: number;
  /** What a bargain must promise to be proposed. */
  readonly asks: number;
  /** Weight of a red line that comes near. */
  readonly redLine: number;
  /** Weight of a word given. */
  readonly word: number;
  /** Half the width of the pinch of noise. */
  readonly noise: number;
  /** Offers it makes in a round. */
  readonly offers: number;
  /** How bad another's move must be to be warned of. */
  readonly warns: number;
}

const even = { aims: [1, 1, 1], lean: 0, key: 0 } as const;

export const temperaments = {
  patient: {
    ...even,
    home: 1.1,
    trust: 1.3,
    influence: 45,
    least: 50,
    margin: 20,
    asks: 170,
    redLine: 1,
    word: 1.2,
    noise: 90,
    offers: 1,
    warns: 320,
  },
  guarded: {
    ...even,
    home: 1.4,
    trust: 1,
    influence: 35,
    least: 30,
    margin: 50,
    asks: 200,
    redLine: 1.6,
    word: 1,
    noise: 90,
    offers: 1,
    warns: 260,
  },
  forward: {
    ...even,
    home: 0.8,
    trust: 0.8,
    influence: 25,
    least: 10,
    margin: 30,
    asks: 140,
    redLine: 0.7,
    word: 0.8,
    noise: 120,
    offers: 2,
    warns: 200,
  },
} as const satisfies Record<string, Temperament>;
type TemperamentName = keyof typeof temperaments;
const temperamentNames = Object.keys(temperaments) as TemperamentName[];

/** How many characters there are of each temperament; the number in a name says which. */
const characters = 100;
/** How far a character's weights lie from its temperament's, in hundredths. */
const ownWay = 20;
/** The same for its aims: some in a capital's leadership care for one aim far more than for another. */
const ownAims = 75;
const ownLean = 260;
/** How many of a hundred moves a character will not make, and on how many it has set its heart; and how much that weighs. */
const willNot = 12;
const outOfReach = 4000;
const setsHeart = 5;
const dearTo = 600;

/**
 * Find the weights behind a name such as `patient-17`.
 * @param name a temperament, with or without the number of a character; an unknown one is taken for `guarded`
 */
export function temperamentOf(name: string | undefined): Temperament {
  let found = known.get(name ?? '');
  if (!found) {
    const kind = temperamentNames.find((one) => name === one || name?.startsWith(`${one}-`));
    const weights: Temperament = temperaments[kind ?? 'guarded'];
    found = kind === undefined || name === kind ? weights : inOwnWay(weights, ruleHash(name ?? ''));
    known.set(name ?? '', found);
  }
  return found;
}
const known = new Map<string, Temperament>();

/** Draw a capital's temperament for a game: its kind, and the number of a character. */
export function drawTemperament(seed: Seed, capital: string): string {
  const rule = ruleHash(`temperament.${capital}`);
  const kind = temperamentNames[die(seed, 0, rule, 0, temperamentNames.length)] ?? 'guarded';
  return `${kind}-${die(seed, 0, rule, 1, characters)}`;
}

/**
 * Say how a character leans for (positive) or against a move, in hundredths of an aim. Every leadership has a few things that it
 * will not do, and fewer on which it has set its heart.
 */
export function leanOf({ lean, key }: Temperament, move: { readonly rule: number }): number {
  if (lean === 0) return 0;
  let leans = leansKnown.get(key);
  if (!leans) leansKnown.set(key, (leans = new Map()));
  let found = leans.get(move.rule);
  if (found === undefined) leans.set(move.rule, (found = drawLean(lean, key, move.rule)));
  return found;
}
/** Leanings by character and move: there are few characters, and each is asked about its moves in every round. */
const leansKnown = new Map<number, Map<number, number>>();

/** List how a character leans for or against every move, by number; the list is kept and never written. */
export function leansOf(moves: readonly { readonly rule: number }[], temperament: Temperament): Float64Array {
  let lists = listsKnown.get(moves);
  if (!lists) listsKnown.set(moves, (lists = new Map()));
  let list = lists.get(temperament.key);
  if (!list)
    lists.set(temperament.key, (list = Float64Array.from(moves, (move) => leanOf(temperament, move))));
  return list;
}
const listsKnown = new WeakMap<object, Map<number, Float64Array>>();

function drawLean(lean: number, key: number, rule: number): number {
  const own = { high: key, low: 1 };
  const thrown = die(own, 0, rule, 1, 100);
  const far = thrown < willNot ? -outOfReach : thrown >= 100 - setsHeart ? dearTo : 0;
  return far + die(own, 0, rule, 0, 2 * lean + 1) - lean;
}

function inOwnWay(weights: Temperament, key: number): Temperament {
  const vary = (value: number, n: number, way = ownWay): number =>
    (value * (100 - way + die({ high: key, low: 0 }, 0, key, n, 2 * way + 1))) / 100;
  return {
    ...weights,
    aims: [vary(1, 5, ownAims), vary(1, 6, ownAims), vary(1, 7, ownAims)],
    lean: ownLean,
    key,
    home: vary(weights.home, 0),
    trust: vary(weights.trust, 1),
    influence: vary(weights.influence, 2),
    redLine: vary(weights.redLine, 3),
    word: vary(weights.word, 4),
  };
}
