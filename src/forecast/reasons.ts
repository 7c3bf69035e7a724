/**
 * Reasons: the real terms of a capital's reckoning as data, worded by the key `reason-<key>` of the interface's words.
 * At the table up to three are given, true but not all; the debrief may show every one.
 */
import { aimsEach } from './worth.ts';
import type { Mind } from './mind.ts';
import type { Outlook } from './outlook.ts';

export interface Reason {
  readonly key: string;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A term of the reckoning: a reason with its weight, positive where it speaks for what is done. */
export interface Argument extends Reason {
  readonly weight: number;
  /** True where a capital would not say so at the table. */
  readonly unspoken?: boolean;
}

/** Smallest effect that is worth a word, in hundredths. */
const worthSaying = 50;
const mostReasons = 3;

/** Turn an effect into arguments, as a mind weighs it. */
export function argumentsFor(outlook: Outlook, mind: Mind, effect: Float64Array): Argument[] {
  const { tables } = outlook;
  const { capital, weights } = mind;
  const found: Argument[] = [];
  const weightOf = (slot: number): number => (weights[slot] ?? 0) * (effect[slot] ?? 0);
  const points = (slot: number): number => Math.max(1, Math.round(Math.abs(effect[slot] ?? 0) / 100));
  capital.aims.forEach((aim, at) => {
    const slot = capital.index * aimsEach + at;
    const amount = effect[slot] ?? 0;
    if (Math.abs(amount) < worthSaying) return;
    const key = amount > 0 ? 'gainsAim' : 'costsAim';
    found.push({
      key,
      args: { aim: `${capital.id}.${aim.id}`, points: points(slot) },
      weight: weightOf(slot),
    });
  });
  const home = outlook.homeAt + capital.index;
  if (Math.abs(effect[home] ?? 0) >= worthSaying) {
    const key = (effect[home] ?? 0) > 0 ? 'homePleased' : 'homeRestless';
    found.push({ key, args: { capital: capital.id, points: points(home) }, weight: weightOf(home) });
  }
  tables.pairs.forEach((pair, at) => {
    if (pair.one !== capital.index && pair.other !== capital.index) return;
    const slot = outlook.trustAt + at;
    if (Math.abs(effect[slot] ?? 0) < worthSaying) return;
    const other = tables.capitals[pair.one === capital.index ? pair.other : pair.one];
    const key = (effect[slot] ?? 0) > 0 ? 'gainsTrust' : 'costsTrust';
    found.push({ key, args: { with: other?.id ?? '', points: points(slot) }, weight: weightOf(slot) });
  });
  const people = tables.capitals.length * aimsEach;
  if ((effect[people] ?? 0) >= worthSaying)
    found.push({ key: 'helpsPeople', args: { points: points(people) }, weight: weightOf(people) });
  return found;
}

/**
 * Pick what is said at the table.
 * @param speaksFor 1 for what is done or accepted, -1 for what is declined: the strongest arguments on that side come first
 * @returns up to three reasons; one that speaks against comes last, and only when it is no small thing
 */
export function spokenReasons(found: readonly Argument[], speaksFor: 1 | -1): Reason[] {
  const said = found
    .filter(({ unspoken }) => !unspoken)
    .map((argument) => ({ argument, side: argument.weight * speaksFor }))
    .sort((one, other) => other.side - one.side);
  const pro = said.filter(({ side }) => side > 0).slice(0, mostReasons);
  const con = speaksFor === 1 ? said.filter(({ side }) => side < 0).at(-1) : undefined;
  const total = pro.reduce((sum, { side }) => sum + side, 0);
  const admitted = con && pro.length > 0 && -con.side > total / 5 ? [con] : [];
  return [...pro.slice(0, mostReasons - admitted.length), ...admitted].map(({ argument: { key, args } }) => ({
    key,
    args,
  }));
}
