/**
 * What a level, an aim or an ending owes to each single cause, ready to be read: rows of a table that adds up, or how it would have
 * been otherwise where nothing can be added. How it is counted is the business of `engine/counterfactual`.
 */
import { levels, sharesOf, weigh } from '../../engine/counterfactual/shares.ts';
import type { Share, Sifted } from '../../engine/counterfactual/shares.ts';
import { tellAmount, tellSigned } from './amount.ts';
import { tellFactor, tellSkipped, tellWhen } from './factors.ts';
import { tellCell, tellValue } from './level.ts';
import type { Reading } from './reading.ts';

export interface WorthRow {
  readonly factor: string;
  readonly text: string;
  readonly when: string;
  /** By how much it is higher with it; or how it would have been without. */
  readonly amount: string;
  /** Whether it holds the value up or down: 1, -1, or 0 where nothing is measured. */
  readonly sign: number;
  /** What fell with it, each a sentence. */
  readonly skipped: readonly string[];
}

export interface Worth {
  readonly what: string;
  readonly value: string;
  readonly rows: readonly WorthRow[];
  /** Start, course and what they made together; null where nothing can be added. */
  readonly sums: { readonly start: string; readonly course: string; readonly together: string } | null;
}

/**
 * Tell what a cell owes to what, the largest first.
 * @returns null for a cell about which that cannot be asked
 */
export function worthOf(path: string, round: number, sifted: Sifted, reading: Reading): Worth | null {
  const measured = counted.test(path);
  if (!measured && !named.test(path)) return null;
  const { value, start, course, shares, together } = sharesOf(sifted, path, round);
  // Nothing is written with a sign, so that no row reads as minus nothing.
  const signed = (amount: number): string =>
    fine.test(path) && Math.abs(amount) < leastFelt
      ? tellAmount(path, 0, reading)
      : tellSigned(path, amount, reading);
  return {
    what: nameCell(path, reading),
    value: sayValue(path, value, reading),
    rows: shares
      // What would be written as 0.0 is left out; it counts in what they made together.
      .filter(({ by }) => !measured || !fine.test(path) || Math.abs(by) >= leastFelt)
      .map((share) =>
        rowOf(
          share,
          measured ? signed(share.by) : sayValue(path, value - share.by, reading),
          measured,
          reading,
        ),
      ),
    sums: measured
      ? {
          start: sayValue(path, start, reading),
          course: signed(course),
          together: signed(together + unfelt(path, shares)),
        }
      : null,
  };
}

/** What one thing made of a level, as it stood at the end. */
export interface Effect {
  readonly path: string;
  readonly text: string;
  readonly amount: string;
  /** Where it ended, and where it would have ended without it. */
  readonly played: string;
  readonly without: string;
  /** The same as parts of the whole scale, 0 to 1. */
  readonly at: { readonly played: number; readonly without: number };
}

export interface Effects {
  readonly effects: readonly Effect[];
  /** What fell with it, each a sentence. */
  readonly skipped: readonly string[];
}

/** Tell what would have stood otherwise at the end without one order, event or die, the largest first. */
export function effectsOf(id: string, sifted: Sifted, reading: Reading): Effects {
  const { final, tables } = sifted.played;
  const weight = weigh(sifted).find(({ factor }) => factor.id === id);
  const skipped = (sifted.without.get(id)?.skipped ?? []).map((one) => tellSkipped(one, reading));
  const effects = (weight?.effects ?? [])
    .filter(({ path, by }) => levels.test(path) && Math.abs(by) >= leastFelt)
    .slice(0, mostEffects)
    .map(({ path, by }) => {
      const cell = tables.layout.cell(path);
      const played = final[cell] ?? 0;
      const most = tables.layout.most[cell] ?? 1;
      return {
        path,
        text: tellCell(path, reading),
        amount: tellSigned(path, by, reading),
        played: sayValue(path, played, reading),
        without: sayValue(path, played - by, reading),
        at: { played: played / most, without: (played - by) / most },
      };
    });
  return { effects, skipped };
}

const mostEffects = 6;
const leastFelt = 5;
/** Cells whose amounts can be added; of these the fine ones are read with one decimal. */
const counted =
  /^(issue|level|violence|control|confidence|outsider|home|trust|aim|influence|reliance|clock)\.|^people$/;
const fine = /^(issue|level|violence|control|confidence|outsider|home|trust|aim)\.|^people$/;
/** Cells that stand at something which has a name. */
const named = /^(stance|judgement)\.|^ending$/;

function unfelt(path: string, shares: readonly Share[]): number {
  if (!fine.test(path)) return 0;
  return shares.reduce((sum, { by }) => (Math.abs(by) < leastFelt ? sum + by : sum), 0);
}

function rowOf(share: Share, amount: string, measured: boolean, reading: Reading): WorthRow {
  return {
    factor: share.factor.id,
    text: tellFactor(share.factor, reading),
    when: tellWhen(share.factor, reading),
    amount,
    sign: measured ? Math.sign(share.by) : 0,
    skipped: share.skipped.map((one) => tellSkipped(one, reading)),
  };
}

function nameCell(path: string, reading: Reading): string {
  if (path === 'ending') return reading.words.say('story-ending');
  if (path.startsWith('judgement.')) return reading.words.say(`judgement-of-${path.split('.')[1] ?? ''}`);
  return tellCell(path, reading);
}

function sayValue(path: string, value: number, reading: Reading): string {
  const { words, tables } = reading;
  if (path === 'ending') {
    const id = tables.endings[value - 1]?.id;
    return id === undefined ? words.say('value-never') : words.say(`ending-${id}`);
  }
  if (path.startsWith('judgement.')) {
    const which = path.split('.')[1] ?? '';
    const id = tables.judgements.find(({ name }) => name === which)?.of[value - 1]?.id;
    return id === undefined ? words.say('value-never') : words.say(`judgement-${which}-${id}`);
  }
  return tellValue(path, value, reading);
}
