/** Capitals that say what a test wants and order what it wants, instead of the computers that play them. */
import type { Decision } from '../../src/engine/decide.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import type { Offer, Term } from '../../src/engine/deals/terms.ts';
import type { Orders } from '../../src/engine/orders.ts';
import type { Tables } from '../../src/engine/tables.ts';
import type { Reason } from '../../src/forecast/reasons.ts';
import type { ComputerSeat } from '../../src/table/computers.ts';

interface Script {
  /** What it says when the talks of the first round open. */
  readonly opens?: readonly Saying[];
  /** What it answers to the offers that wait for it, one after the other; later ones it lets lie. */
  readonly answers?: readonly ('accept' | 'decline' | readonly Term[])[];
  /** What it orders in the first round. */
  readonly orders?: Orders['moves'];
  /** What it gives as its reason, each time. */
  readonly because?: readonly Reason[];
}
type Saying = Decision extends infer One
  ? One extends Decision
    ? Omit<One, 'seat' | 'round'>
    : never
  : never;

/** Seat capitals by their scripts; who has none says nothing. */
export function scripted(scripts: Readonly<Record<string, Script>>): (tables: Tables) => ComputerSeat[] {
  return (tables) => Object.entries(scripts).map(([seat, script]) => seated(tables, seat, script));
}

/** An offer for the first quarter, open and without a stake. */
export function anOffer(to: readonly string[], terms: readonly Term[], more: Partial<Offer> = {}): Offer {
  return { to, terms, from: 1, until: 1, secret: false, stake: 0, ...more };
}

function seated(
  tables: Tables,
  seat: string,
  { opens = [], answers = [], because = [], orders = [] }: Script,
): ComputerSeat {
  const left = [...answers];
  const roundIn = (cells: Int32Array): number => cells[tables.at.round] ?? 0;
  return {
    seat,
    open: ({ cells }) =>
      roundIn(cells) === 1
        ? opens.map((one) => ({ decision: { ...one, seat, round: 1 } as Decision, reasons: because }))
        : [],
    answers({ cells }) {
      const waits = dealsIn(tables, cells).find(
        ({ state, members, accepted }) =>
          (state === 'proposed' || state === 'countered') &&
          members.includes(seat) &&
          !accepted.includes(seat),
      );
      const answer = waits && left.shift();
      if (!waits || answer === undefined) return [];
      const to = { seat, round: roundIn(cells), kind: 'answer', offer: waits.serial } as const;
      return [
        {
          decision:
            typeof answer === 'string' ? { ...to, answer } : { ...to, answer: 'counter', terms: answer },
          reasons: because,
        },
      ];
    },
    lock: ({ cells }) => ({
      decision: {
        seat,
        round: roundIn(cells),
        kind: 'lock',
        orders: { moves: roundIn(cells) === 1 ? orders : [] },
      },
      reasons: [],
    }),
  };
}
