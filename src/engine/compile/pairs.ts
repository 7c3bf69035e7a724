/** Compiles what lies between capitals: their pairs, and the slots in which their deals lie. */
import { dealFields, dealSlots, pairPath, slotName, termsEach } from '../layout.ts';
import type { termFields } from '../layout.ts';
import type { DealTable, PairTable, TermTable } from '../tables.ts';
import type { Reading } from './reading.ts';

/** Compile all pairs, in the order of their cells. */
export function compilePairs({ scenario, capitals, capital, cell }: Reading): PairTable[] {
  return scenario.trust
    .map(({ between }) => between.map((id) => capital(id)).sort((one, other) => one - other))
    .map(([one = 0, other = 0]) => {
      const pair = pairPath(capitals[one]?.id ?? '', capitals[other]?.id ?? '');
      return {
        one,
        other,
        trust: cell(`trust.${pair}`),
        owed: cell(`owed.${pair}`),
        mended: cell(`mended.${pair}`),
        pacts: cell(`pact.${pair}`),
      };
    })
    .sort((one, other) => one.trust - other.trust);
}

/** Compile all slots. */
export function compileDeals(reading: Reading, pairs: readonly PairTable[]): DealTable[] {
  return Array.from({ length: dealSlots }, (_, slot) => compileDeal(reading, pairs, slot));
}

function compileDeal({ capitals, cell }: Reading, pairs: readonly PairTable[], slot: number): DealTable {
  const field = (name: string): number => cell(`deal.${slotName(slot)}.${name}`);
  const own = (name: (typeof dealFields)[number]): number => field(name);
  const terms = capitals.map(({ id }) =>
    Array.from({ length: termsEach }, (_, at): TermTable => {
      const of = (name: (typeof termFields)[number]): number => field(`term.${id}.${'ab'[at]}.${name}`);
      return {
        kind: of('kind'),
        what: of('what'),
        much: of('much'),
        whom: of('whom'),
        was: of('was'),
        state: of('state'),
      };
    }),
  );
  const verdicts = capitals.map(({ id }) => field(`verdict.${id}`));
  const lost = pairs.map(({ one, other }) =>
    field(`lost.${pairPath(capitals[one]?.id ?? '', capitals[other]?.id ?? '')}`),
  );
  return {
    slot,
    serial: own('serial'),
    state: own('state'),
    by: own('by'),
    members: own('members'),
    accepted: own('accepted'),
    secret: own('secret'),
    stake: own('stake'),
    from: own('from'),
    until: own('until'),
    made: own('made'),
    ended: own('ended'),
    countered: own('countered'),
    leaked: own('leaked'),
    lost,
    verdicts,
    terms,
    cells: [
      ...dealFields.map(own),
      ...lost,
      ...verdicts,
      ...terms.flatMap((given) => given.flatMap((term) => Object.values(term))),
    ],
  };
}
