/**
 * What a seat might say at the table, tried out in a game: an offer that has not been made yet, other terms for one that stands, or a
 * yes to it. It is put to those who have still to agree, and they answer as the computers that play them do. Nobody else talks
 * meanwhile.
 */
import { apply } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import { dealsIn } from '../engine/deals/terms.ts';
import type { Deal } from '../engine/deals/terms.ts';
import type { Orders } from '../engine/orders.ts';
import type { Chance } from '../engine/run.ts';
import type { SeatPlayer } from '../engine/record.ts';
import type { Tables } from '../engine/tables.ts';
import type { Keep } from './keep.ts';
import { answerOffersOn } from './policy.ts';
import type { Plan } from './question.ts';

/** What may become of it: other terms are proposed instead, or it cannot be said or is left unanswered. */
export const replies = ['accepted', 'countered', 'declined', 'open'] as const;
export type Reply = (typeof replies)[number];

type Said = Extract<Decision, { readonly kind: 'offer' | 'answer' }>;

/** Put all that a plan says as decisions, in its order. */
export function saidIn({ answers, offer }: Plan, seat: string, round: number): Said[] {
  return [
    ...answers.map((one): Said => ({ seat, round, kind: 'answer', ...one })),
    ...(offer ? [{ seat, round, kind: 'offer', offer } as const] : []),
  ];
}

/** Count what a plan puts to others: all that it says but refusals. */
export function proposalsIn(plan: Plan | null): number {
  return plan ? plan.answers.filter(isProposal).length + (plan.offer ? 1 : 0) : 0;
}

/** Tell whether an answer waits for what others say to it. */
export function isProposal({ answer }: { readonly answer: string }): boolean {
  return answer !== 'decline';
}

/**
 * Say something and let those who have still to agree answer it, twice where one waits for another.
 * @param cells at talks; they are written
 * @returns what became of it, and the deal that was meant as it lies now; null where there is none
 */
export function trySaying(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  said: Said,
  players: Readonly<Record<string, SeatPlayer>>,
  keep: Keep,
): { reply: Reply; deal: Deal | null } {
  const before = new Set(dealsIn(tables, cells).map(({ serial }) => serial));
  if (apply(tables, cells, said, chance, null)) return { reply: 'open', deal: null };
  const find = (): Deal | undefined =>
    dealsIn(tables, cells).find(({ serial }) =>
      said.kind === 'answer' ? serial === said.offer : !before.has(serial),
    );
  const put = find();
  const asked = tables.capitals.filter(
    ({ id }) => put?.members.includes(id) === true && !put.accepted.includes(id),
  );
  for (let pass = 0; pass < 2; pass++)
    for (const capital of asked)
      for (const { decision } of answerOffersOn(tables, cells, capital, players[capital.id] ?? {}, keep)) {
        if (decision.kind !== 'answer' || decision.offer !== put?.serial) continue;
        if (apply(tables, cells, decision, chance, null)) continue;
        if (decision.answer === 'counter') return { reply: 'countered', deal: find() ?? null };
        if (decision.answer === 'decline') return { reply: 'declined', deal: null };
      }
  const deal = find() ?? null;
  return { reply: deal?.state === 'inForce' ? 'accepted' : 'open', deal };
}

/** List the moves that a seat promises from now on in what it agrees to and that its orders do not hold. */
export function promisedBeside(
  agreed: readonly Pick<Deal, 'terms' | 'from'>[],
  orders: Orders,
  seat: string,
  round: number,
): string[] {
  const promised = agreed.flatMap(({ terms, from }) =>
    terms.flatMap((term) =>
      from <= round && term.capital === seat && term.kind === 'make' ? [term.move] : [],
    ),
  );
  return [...new Set(promised)].filter((one) => orders.moves.every(({ move }) => move !== one));
}

/** Add moves to orders: whoever promises them means to make them. */
export function withMoves(orders: Orders, moves: readonly string[]): Orders {
  return { ...orders, moves: [...orders.moves, ...moves.map((move) => ({ move }))] };
}
