/**
 * What a capital can pick now, as the screen lists it: every move with its price, where it leads and why not.
 * It asks the same functions that check and carry out orders, so that "may I?" and "do it" cannot disagree.
 */
import { outlook, pressWeight } from './clients/answer.ts';
import { decisionFor, mayBeFree, mostPressed, openMove, priceOf } from './orders.ts';
import type { Refusal } from './orders.ts';
import { whatFails } from './statecharts/holds.ts';
import type { CapitalTable, Tables } from './tables.ts';

export type Outlook = 'likely' | 'open' | 'unlikely';

export interface Choice {
  readonly move: string;
  readonly kind: 'step' | 'act' | 'press' | 'joint';
  readonly line: string;
  /** Influence it costs now; for a press the price of pressing with `least`. */
  readonly price: number;
  /** The one free joint move of a round may be this one. */
  readonly free: boolean;
  /** Stance in which the line would stand, where the move is open. */
  readonly target: string | null;
  readonly why: Refusal | null;
  /** For a press: whom, and for each influence that can be pressed its price and how likely the client is to comply. */
  readonly press: {
    readonly client: string;
    readonly ways: readonly { influence: number; price: number; outlook: Outlook }[];
  } | null;
  /** For a joint move: the other capitals that must order it too. */
  readonly partners: readonly string[];
}

/**
 * List all moves of a capital.
 * @param cells a position's cells or those of the capital's own view: nothing hidden from it is read
 */
export function choicesFor(tables: Tables, cells: Int32Array, capital: CapitalTable): Choice[] {
  return capital.moves.map((move): Choice => {
    const open = openMove(tables, cells, move);
    const least = Math.max(1, move.cost);
    const client = tables.clients[move.press?.client ?? -1];
    const ways = Array.from({ length: mostPressed - least + 1 }, (_, more) => least + more);
    return {
      move: move.id,
      kind: move.kind,
      line: move.line.id,
      price: priceOf(tables, cells, move, least),
      free: mayBeFree(tables, cells, move),
      target: 'take' in open ? (move.line.stances[open.take.target] ?? null) : null,
      why: 'take' in open ? null : open,
      press: client
        ? {
            client: client.id,
            ways: ways.map((influence) => ({
              influence,
              price: priceOf(tables, cells, move, influence),
              outlook: outlook(pressWeight(tables, cells, move, influence)),
            })),
          }
        : null,
      partners: (move.joint?.moves ?? [])
        .map((index) => tables.moves[index]?.capital ?? -1)
        .filter((index) => index !== capital.index)
        .map((index) => tables.capitals[index]?.id ?? ''),
    };
  });
}

export interface DecisionChoice {
  readonly decision: string;
  readonly silence: string;
  readonly options: readonly {
    readonly option: string;
    readonly cost: number;
    readonly why: Refusal | null;
  }[];
}

/** Give the decision put to a capital this round with its options; null where there is none. */
export function decisionChoices(
  tables: Tables,
  cells: Int32Array,
  capital: CapitalTable,
): DecisionChoice | null {
  const decision = decisionFor(tables, cells, capital);
  if (!decision) return null;
  return {
    decision: decision.id,
    silence: decision.options[decision.silence]?.id ?? '',
    options: decision.options.map(({ id, cost, when }) => {
      const guard = whatFails(when, cells);
      return { option: id, cost, why: guard ? { reason: 'guard', guard } : null };
    }),
  };
}
