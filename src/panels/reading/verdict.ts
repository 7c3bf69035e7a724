/** The pact behind a change of trust, a lost stake or support at home: which one it was, what became of it, and who broke it. */
import type { Change } from '../../engine/changes.ts';
import { dealStates } from '../../engine/deals/deal.machine.ts';
import { verdicts } from '../../engine/deals/terms.ts';
import { dealOf } from './dealing.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';

export interface VerdictBehind {
  /** The change that closed the pact. */
  readonly closed: Change;
  readonly outcome: 'kept' | 'breached' | 'tried' | 'lapsed';
  readonly members: readonly string[];
  /** Who broke it, or could not deliver. */
  readonly by: readonly string[];
  /** What became of each side, in the order in which it was judged. */
  readonly sides: readonly Change[];
}

/** Find the verdict that a change rests on; null where it rests on none that the reader may see. */
export function verdictBehind(change: Change, reading: Reading): VerdictBehind | null {
  let closed: Change | undefined = change;
  while (closed && !isClosing(closed)) closed = reading.book.byId(closed.because);
  if (!closed) return null;
  const id = closed.id;
  const sides = reading.book
    .inRound(closed.round)
    .filter(({ where, because }) => because === id && where.includes('.verdict.'));
  const outcome = outcomes[dealStates[closed.to] ?? 'lapsed'] ?? 'lapsed';
  const at = (wanted: RegExp): string[] =>
    sides
      .filter(({ to }) => wanted.test(verdicts[to] ?? ''))
      .map(({ where }) => where.split('.').at(-1) ?? '');
  const by = outcome === 'breached' ? at(/^breached$/) : outcome === 'tried' ? at(/^tried/) : [];
  return { closed, outcome, members: dealOf(closed, reading)?.members ?? [], by, sides };
}

/** Say in half a sentence what became of the pact ("the pact between Ankara and Moscow was broken by Ankara"). */
export function tellPact({ outcome, members, by }: VerdictBehind, reading: Reading): string {
  const { words } = reading;
  const all = (ids: readonly string[]): string => words.list(ids.map((id) => nameOf(id, reading)));
  return words.say('pusher-pact', {
    outcome: by.length === 0 && outcome !== 'kept' ? 'lapsed' : outcome,
    members: members.length === 0 ? words.say('members-unseen') : all(members),
    who: all(by),
  });
}

function isClosing({ where, by }: Change): boolean {
  return by.kind === 'verdict' && /^deal\.[^.]+\.state$/.test(where);
}

const outcomes: Partial<Record<string, VerdictBehind['outcome']>> = {
  kept: 'kept',
  breached: 'breached',
  tried: 'tried',
  lapsed: 'lapsed',
};
