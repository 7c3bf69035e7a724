/** Compiles what is a capital's own beside its statechart: aims, red lines, cards, decisions, and the cells of its desk. */
import { ruleHash } from '../dice.ts';
import { mostMoves } from '../layout.ts';
import type { GuardShape } from '../scenario/guards.ts';
import type { CapitalTable, DecisionTable } from '../tables.ts';
import type { Played } from './machines.ts';
import { inOrder } from './reading.ts';
import type { Reading } from './reading.ts';

/** Compile all decisions that are put to capitals. */
export function compileDecisions({ scenario, cell, capital, guardIf, fires }: Reading): DecisionTable[] {
  return inOrder(scenario.decisions).map((decision, index) => ({
    index,
    id: decision.id,
    capital: capital(decision.capital),
    round: decision.round,
    when: guardIf(decision.when),
    options: decision.options.map((option) => ({
      id: option.id,
      // Silence is free, said or unsaid: else a capital without influence could not lock.
      cost: option.id === decision.silence ? 0 : (option.cost ?? 0),
      when: guardIf(option.when),
      fires: fires(option.fires),
    })),
    silence: decision.options.findIndex((option) => option.id === decision.silence),
    sources: decision.sources,
    answer: cell(`answer.${decision.id}`),
  }));
}

/** Compile all capitals. @param played lines and moves by capital */
export function compileCapitals(
  reading: Reading,
  played: readonly Played[],
  decisions: readonly DecisionTable[],
): CapitalTable[] {
  return played.map((own, index) => compileCapital(reading, own, decisions, index));
}

function compileCapital(
  reading: Reading,
  { lines, moves }: Played,
  decisions: readonly DecisionTable[],
  index: number,
): CapitalTable {
  const capital = reading.capitals[index] as Reading['capitals'][number];
  const cell = (field: string): number => reading.cell(`${field}.${capital.id}`);
  const order = (field: string): number => reading.cell(`order.${capital.id}.${field}`);
  const slots = (field: string): number[] =>
    Array.from({ length: mostMoves }, (_, slot) => order(`${field}.${'abc'[slot]}`));
  const warning = (field: string): number => reading.cell(`warning.${capital.id}.${field}`);
  const redLine = (line: { id: string; when: GuardShape }, card: number) => ({
    id: line.id,
    when: reading.guard(line.when),
    crossed: reading.cell(`crossed.${capital.id}.${line.id}`),
    card,
  });
  const tiedLine = lines.find((line) => line.id === capital.tiedLine);
  if (!tiedLine) throw new Error(`no line ${capital.id}.${capital.tiedLine}`);
  const put = decisions.filter((decision) => decision.capital === index);
  return {
    index,
    id: capital.id,
    lines,
    moves,
    supporting: moves.filter(({ supports }) => supports >= 0),
    decisions: put,
    decisionsIn: Array.from({ length: 1 + Math.max(0, ...put.map(({ round }) => round)) }, (_, round) =>
      put.filter((decision) => decision.round === round),
    ),
    tiedLine,
    redrawsAfter: capital.redrawsAfter === undefined ? -1 : reading.cell(`event.${capital.redrawsAfter}`),
    aims: capital.aims.map((aim) => ({
      id: aim.id,
      cell: reading.cell(`aim.${capital.id}.${aim.id}`),
      sum: reading.cell(`aimSum.${capital.id}.${aim.id}`),
      parts: aim.parts.map(reading.part),
    })),
    redLines: [
      ...capital.redLines.map((line) => redLine(line, -1)),
      ...capital.cards.map((card, at) => redLine(card.redLine, at)),
    ],
    cards: capital.cards.map((card) => ({
      id: card.id,
      doubles: capital.aims.findIndex((aim) => aim.id === card.doubles),
    })),
    home: cell('home'),
    influence: cell('influence'),
    card: cell('card'),
    lowHome: cell('lowHome'),
    frozen: cell('frozen'),
    locked: cell('locked'),
    proposed: cell('proposed'),
    calmUntil: cell('calmUntil'),
    order: {
      answer: order('answer'),
      withhold: order('withhold'),
      moves: slots('move'),
      influence: slots('influence'),
    },
    warning: {
      state: warning('state'),
      if: warning('if'),
      stance: warning('stance'),
      will: warning('will'),
      round: warning('round'),
    },
    rule: ruleHash(`capital.${capital.id}`),
  };
}
