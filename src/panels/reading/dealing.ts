/** Offers, pacts and warnings as they are told after the fact. How an offer reads as a sentence is in `deal.ts`. */
import type { Change } from '../../engine/changes.ts';
import { dealStates } from '../../engine/deals/deal.machine.ts';
import { conditionLines } from '../../engine/deals/warnings.ts';
import { verdicts } from '../../engine/deals/terms.ts';
import type { Deal } from '../../engine/deals/terms.ts';
import { tellAmount } from './amount.ts';
import { sayWarning, sideIn, tellOffer, tellTerm } from './deal.ts';
import { tellCell, tellValue } from './level.ts';
import { nameOf } from './reader.ts';
import type { Reading } from './reading.ts';

/** Say what happened to an offer, a pact or a warning; null where the change only keeps the books. */
export function tellDealing(change: Change, reading: Reading): string | null {
  const [kind = '', owner = '', field = '', whose = ''] = change.where.split('.');
  if (kind === 'deal' && field === 'state') return tellState(change, reading);
  if (kind === 'deal' && field === 'accepted') return tellAccepted(change, reading);
  if (kind === 'deal' && field === 'verdict') return tellVerdict(change, whose, reading);
  if (kind === 'deal' && field === 'leaked') return say(reading, 'change-leak', change);
  if (kind === 'warning' && field === 'state') return tellWarning(change, owner, reading);
  if (kind === 'influence') return tellInfluence(change, owner, reading);
  if (kind === 'home' || kind === 'trust') return tellLevel(change, reading);
  return null;
}

/** The deal that a change is about, as it stood then; null where the reader never saw it. */
export function dealOf(change: Change, reading: Reading): Deal | null {
  const serial = Number(change.by.id);
  // An offer's terms are written after its state: look at what it came to be before it was answered.
  return reading.book.deal(serial, change.id) ?? reading.deals.find((deal) => deal.serial === serial) ?? null;
}

/** What a deal says, between whom: short, for what became of it later. */
function dealWords(change: Change, reading: Reading): string {
  const deal = dealOf(change, reading);
  return deal
    ? deal.terms.map((term) => tellTerm(term, reading)).join(' ')
    : reading.words.say('deal-unseen');
}

function membersWords(change: Change, reading: Reading): string {
  const members = dealOf(change, reading)?.members ?? [];
  return members.length === 0
    ? reading.words.say('members-unseen')
    : reading.words.list(members.map((id) => nameOf(id, reading)));
}

function say(reading: Reading, key: string, change: Change, who = ''): string {
  return reading.words.say(key, {
    who: who === '' ? '' : nameOf(who, reading),
    deal: dealWords(change, reading),
    members: membersWords(change, reading),
  });
}

function tellState(change: Change, reading: Reading): string | null {
  const by = dealOf(change, reading)?.by ?? '';
  const state = dealStates[change.to] ?? 'empty';
  switch (state) {
    case 'empty':
      return null;
    case 'proposed': {
      const deal = dealOf(change, reading);
      if (!deal) return say(reading, 'change-offer', change, by);
      return tellOffer({ ...deal, to: deal.members.filter((id) => id !== deal.by) }, deal.by, reading);
    }
    case 'countered':
      return say(reading, 'change-counter', change);
    case 'inForce':
      return say(reading, 'change-inForce', change);
    case 'declined':
      return say(reading, 'change-decline', change);
    case 'withdrawn':
      return say(reading, 'change-withdraw', change, by);
    case 'expired':
      return say(reading, 'change-expire', change);
    default:
      return say(reading, `change-verdict-${state}`, change);
  }
}

/** Who accepted shows in the bit that was added; the first bits are the offering capital's own. */
function tellAccepted(change: Change, reading: Reading): string | null {
  if (change.by.kind !== 'accept') return null;
  const who = reading.tables.capitals.find(({ index }) => ((change.to & ~change.from) >> index) & 1)?.id;
  return who === undefined ? null : say(reading, 'change-accept', change, who);
}

function tellVerdict(change: Change, who: string, reading: Reading): string | null {
  const verdict = verdicts[change.to] ?? 'open';
  if (verdict === 'open') return null;
  if (change.by.kind === 'cable') return say(reading, 'change-cable', change, who);
  return say(reading, `change-side-${sideIn(dealOf(change, reading), verdict)}`, change, who);
}

function tellInfluence(change: Change, who: string, reading: Reading): string {
  return reading.words.say(change.by.kind === 'pass' ? 'change-pass' : 'change-cable-price', {
    who: nameOf(who, reading),
    much: Math.abs(change.to - change.from),
  });
}

function tellLevel(change: Change, reading: Reading): string {
  const keys = {
    leak: 'change-leak-home',
    climbDown: 'change-climbDown',
    cable: 'change-cable-trust',
  } as const;
  return reading.words.say(keys[change.by.kind as keyof typeof keys], {
    what: tellCell(change.where, reading),
    who: nameOf(change.where.split('.')[1] ?? '', reading),
    moved: reading.words.say(change.to > change.from ? 'trend-up' : 'trend-down'),
    by: tellAmount(change.where, Math.abs(change.to - change.from), reading),
    to: tellValue(change.where, change.to, reading),
  });
}

function tellWarning(change: Change, owner: string, reading: Reading): string | null {
  if (change.to === 0)
    return reading.words.say(
      change.by.kind !== 'called'
        ? 'change-warning-dropped'
        : change.from === 2
          ? 'change-warning-done'
          : 'change-warning-early',
      { who: nameOf(owner, reading) },
    );
  const written = (field: string): number => {
    const path = `warning.${owner}.${field}`;
    // The fields of a new warning are written right after its state, each because of it.
    const next =
      change.to === 1 ? reading.book.of(path).find(({ because }) => because === change.id) : undefined;
    return next?.to ?? reading.book.valueAt(path, change.id);
  };
  const about = written('if');
  const line = reading.tables.lines[about - conditionLines];
  const move = reading.tables.moves[about - 1];
  const will = reading.tables.moves[written('will') - 1];
  const condition =
    about >= conditionLines && line
      ? { capital: line.owner, line: line.id, stance: line.stances[written('stance')] ?? '' }
      : { capital: reading.tables.capitals[move?.capital ?? -1]?.id ?? '', move: move?.id ?? '' };
  const warning = sayWarning(owner, condition, will?.id ?? '', reading);
  return reading.words.say(change.to === 2 ? 'change-called' : 'change-warning', {
    who: nameOf(owner, reading),
    warning,
  });
}
