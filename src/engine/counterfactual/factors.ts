/**
 * Factors: the single things that can be taken out of a played game to learn what each was worth – an order, an answer, an offer's
 * acceptance, a warning, a cable, an event, what a client or an outsider did unasked, the luck of a press, a leak, and the strength
 * that was drawn for a link, whose middle takes its place. Start values are none: nobody chose them in the game.
 */
import type { Change } from '../changes.ts';
import type { Decision } from '../decide.ts';

export interface Factor {
  /** Unlike that of any other factor of the game; `factorId` finds it from a change. */
  readonly id: string;
  readonly kind:
    | 'move'
    | 'answer'
    | 'accept'
    | 'warning'
    | 'cable'
    | 'event'
    | 'act'
    | 'die'
    | 'leak'
    | 'strength';
  readonly round: number;
  /** The capital that decided it; empty for what nobody decided. */
  readonly seat: string;
  /**
   * Id of the move (`iran.surge`), the decision of the quarter, the event, the act (`damascus.pushOn`, or the outsider) or the link;
   * serial number of the deal.
   */
  readonly what: string;
  /** Place in the record of the decision that holds it; -1 for what nobody decided. */
  readonly at: number;
}

/**
 * List what can be taken out of a game, in the order in which it came.
 * @param decisions as recorded
 * @param changes as replayed: in them stands what came of the decisions
 * @param drawn ids of links whose strength is not the middle of its range; those that moved nothing are left out
 */
export function listFactors(
  decisions: readonly Decision[],
  changes: readonly Change[],
  drawn: readonly string[] = [],
): Factor[] {
  const accepted = new Set(
    changes
      .filter(({ where, by }) => by.kind === 'accept' && where.endsWith('.state'))
      .map(({ by }) => by.id),
  );
  const decided = decisions.flatMap((decision, at) => ofDecision(decision, at, accepted));
  // Who accepts last makes the pact: without that acceptance there is none.
  const last = new Map(decided.map((factor) => [factor.id, factor]));
  const lucky = new Map<string, Factor>();
  // Whoever acts unasked more than once is missing from the first time on.
  for (const factor of changes.flatMap(ofLuck)) if (!lucky.has(factor.id)) lucky.set(factor.id, factor);
  const felt = new Set(
    changes.filter(({ by }) => by.kind === 'link' || by.kind === 'late').map(({ by }) => by.id),
  );
  const strengths = drawn
    .filter((link) => felt.has(link))
    .map((what): Factor => ({ id: `strength.${what}`, kind: 'strength', round: 1, seat: '', what, at: -1 }));
  return [...last.values(), ...lucky.values(), ...strengths].sort((one, other) => one.round - other.round);
}

function ofDecision(decision: Decision, at: number, accepted: ReadonlySet<string>): Factor[] {
  const { seat, round } = decision;
  const make = (kind: Factor['kind'], what: string, id: string): Factor => ({
    id,
    kind,
    round,
    seat,
    what,
    at,
  });
  switch (decision.kind) {
    case 'lock': {
      const { answer, moves } = decision.orders;
      return [
        ...(answer === undefined ? [] : [make('answer', answer, `answer.${seat}.${round}`)]),
        ...moves.map(({ move }) => make('move', `${seat}.${move}`, `move.${seat}.${move}.${round}`)),
      ];
    }
    case 'answer':
      return decision.answer === 'accept' && accepted.has(String(decision.offer))
        ? [make('accept', String(decision.offer), `accept.${decision.offer}`)]
        : [];
    case 'warn':
      return [make('warning', seat, `warning.${seat}.${round}`)];
    case 'cable':
      return [make('cable', String(decision.pact), `cable.${seat}.${decision.pact}`)];
    default:
      return [];
  }
}

function ofLuck(change: Change): Factor[] {
  const { round, by, where } = change;
  const make = (kind: Factor['kind']): Factor[] => [
    { id: luckId(kind, by.id, round), kind, round, seat: '', what: by.id, at: -1 },
  ];
  if (by.kind === 'event' && where.startsWith('event.')) return make('event');
  if (by.kind === 'unasked' && where.startsWith('made.')) return make('act');
  if (by.kind === 'outsider' && where.startsWith('acted.')) return make('act');
  if (by.kind === 'press' && where.startsWith('reply.') && (by.values?.['die'] ?? 0) !== 0)
    return make('die');
  if (by.kind === 'leak' && where.endsWith('.leaked')) return make('leak');
  return [];
}

function luckId(kind: Factor['kind'], what: string, round: number): string {
  return kind === 'die' ? `die.${what}.${round}` : `${kind}.${what}`;
}

/**
 * Find the factor that a change is the doing of.
 * @param capitalOf gives the capital to which a decision of the quarter is put
 * @returns its id; empty where the change is nothing that can be taken out by itself
 */
export function factorId(change: Change, capitalOf: (decision: string) => string): string {
  const { where, by, round } = change;
  const [kind] = where.split('.');
  if (by.kind === 'move' && (kind === 'made' || kind === 'tried' || kind === 'stance'))
    return `move.${by.id}.${round}`;
  if (by.kind === 'answer' && kind === 'answer') return `answer.${capitalOf(by.id)}.${round}`;
  if (by.kind === 'accept') return `accept.${by.id}`;
  if (by.kind === 'warning') return `warning.${by.id}.${round}`;
  if (by.kind === 'event') return `event.${by.id}`;
  if (by.kind === 'unasked' || (by.kind === 'outsider' && kind === 'acted')) return `act.${by.id}`;
  if (by.kind === 'press' && kind === 'reply') return luckId('die', by.id, round);
  if (by.kind === 'leak') return `leak.${by.id}`;
  return '';
}
