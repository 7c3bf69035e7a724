/**
 * Games of quick capitals, played on bare cells by the numbers that they leave on their desk, and the same numbers put into words as
 * decisions for a record. Nothing is made while a game is played, unless somebody listens.
 */
import { accept, checkFrame, counter, decline, layOut } from '../engine/deals/talks.ts';
import type { Draft } from '../engine/deals/talks.ts';
import { kindNumber } from '../engine/deals/terms.ts';
import type { Offer, Term } from '../engine/deals/terms.ts';
import { lockIn, playIfLocked } from '../engine/decide.ts';
import type { Decision } from '../engine/decide.ts';
import { decisionFor } from '../engine/orders.ts';
import type { Orders } from '../engine/orders.ts';
import { termsEach } from '../engine/layout.ts';
import { makeRun, reopen } from '../engine/run.ts';
import type { Chance, Run } from '../engine/run.ts';
import type { CapitalTable, DealTable, Tables } from '../engine/tables.ts';
import { deskOf, listTable, lookAnew } from './desk.ts';
import type { Desk, Sitter } from './desk.ts';
import { chooseQuickly } from './quick.ts';
import type { Chosen } from './quick.ts';
import { answerQuickly, answers, awaited, given, offerQuickly } from './quickTalks.ts';

/** Who is told what while games are played; decisions are put into words only where somebody listens. */
export interface Listener {
  readonly decision?: (decision: Decision) => void;
  /** After each round: how many have been played; the quarters that run on come with the last. */
  readonly round?: (played: number) => void;
}

/**
 * Play on bare cells to the end.
 * @param cells a position's at talks, or closed with some orders locked; they are written
 * @param sitters one for each capital, in the tables' order
 * @param most rounds after which to stop, where not all are wanted
 */
export function playQuickly(
  tables: Tables,
  cells: Int32Array,
  chance: Chance,
  sitters: readonly Sitter[],
  listener: Listener | null = null,
  most = Infinity,
): void {
  const desk = deskOf(tables);
  const run = runOf(tables, chance);
  const { phase } = tables.at;
  let played = 0;
  while ((cells[phase] ?? 0) < 2 && played < most) {
    lookAnew(desk, cells);
    if (cells[phase] === 0) talkQuickly(desk, reopen(run, cells, chance, null, 'talks'), sitters, listener);
    // What was signed may have opened or closed moves.
    desk.jointLook++;
    reopen(run, cells, chance, null, 'orders');
    const { round } = run;
    for (let one = 0; one < sitters.length; one++) lockQuickly(desk, run, sitters[one] as Sitter, listener);
    if (cells[tables.at.round] === round) playIfLocked(run);
    played++;
    listener?.round?.(played);
  }
}

/** Runs kept beside the tables: a game played in thought must not disturb the one at the table. */
const runs = new WeakMap<Tables, Run>();
function runOf(tables: Tables, chance: Chance): Run {
  let run = runs.get(tables);
  if (!run) runs.set(tables, (run = makeRun(tables, chance)));
  return run;
}

/** Hold the talks of a round: each seat may offer once; then all answer, and what was countered is answered once more. */
function talkQuickly(desk: Desk, run: Run, sitters: readonly Sitter[], listener: Listener | null): void {
  const { cells } = run;
  for (let one = 0; one < sitters.length; one++) {
    const sitter = sitters[one] as Sitter;
    if (!offerQuickly(desk, cells, sitter)) continue;
    if (checkFrame(run, desk.draft) !== null || layOut(run, sitter.capital, desk.draft) !== null) continue;
    listTable(desk, cells);
    listener?.decision?.(offerOf(desk, cells, sitter.capital));
  }
  let waiting = awaited(desk, cells);
  for (let pass = 0; pass < 2 && waiting !== 0; pass++)
    for (let one = 0; one < sitters.length; one++) {
      if ((waiting & (1 << one)) === 0) continue;
      answerAll(desk, run, sitters[one] as Sitter, listener);
      waiting = awaited(desk, cells);
    }
}

function answerAll(desk: Desk, run: Run, sitter: Sitter, listener: Listener | null): void {
  const { cells, tables } = run;
  const waiting = answerQuickly(desk, cells, sitter);
  if (waiting === 0) return;
  for (let at = 0; at < desk.mineCount; at++) {
    const answer = given[at] ?? 0;
    if (answer === answers.waits) continue;
    const deal = tables.deals[desk.mine[at] ?? 0] as DealTable;
    if (answer === answers.accepts) {
      if (accept(run, sitter.capital, deal) !== null) continue;
    } else if (answer === answers.counters) counter(run, sitter.capital, deal, desk.counter);
    else decline(run, deal);
    listener?.decision?.(answerOf(desk, cells, sitter.capital, deal, answer));
  }
}

/** Lock a capital's orders; with the last the round is played, so that who listens hears of a lock when it has been carried out. */
function lockQuickly(desk: Desk, run: Run, sitter: Sitter, listener: Listener | null): void {
  const { capital } = sitter;
  const { cells, round } = run;
  if (cells[capital.locked] === 1) return;
  const chosen = chooseQuickly(desk, cells, sitter);
  if (!listener?.decision) {
    lockIn(run, capital, chosen.answer, desk.list, chosen.withhold);
    return;
  }
  const orders = ordersInWords(desk, cells, capital, chosen);
  lockIn(run, capital, chosen.answer, desk.list, chosen.withhold);
  playIfLocked(run);
  listener.decision({ seat: capital.id, round, kind: 'lock', orders });
}

/** Put what was chosen into words. */
export function ordersInWords(desk: Desk, cells: Int32Array, capital: CapitalTable, chosen: Chosen): Orders {
  const { tables, list } = desk;
  const option =
    chosen.answer > 0 ? decisionFor(tables, cells, capital)?.options[chosen.answer - 1]?.id : undefined;
  const withhold = tables.deals
    .filter(({ slot }) => (chosen.withhold & (1 << slot)) !== 0)
    .map(({ serial }) => cells[serial] ?? 0)
    .sort((one, other) => one - other);
  const moves = Array.from({ length: list.count }, (_, at) => {
    const move = tables.moves[list.move[at] ?? 0];
    const id = move?.id ?? '';
    return move?.kind === 'press' ? { move: id, influence: list.influence[at] ?? 0 } : { move: id };
  });
  return {
    ...(option === undefined ? {} : { answer: option }),
    moves,
    ...(withhold.length > 0 ? { withhold } : {}),
  };
}

/** Put the desk's draft into words: an offer of a capital. */
export function offerOf(desk: Desk, cells: Int32Array, capital: CapitalTable): Decision {
  const { tables, draft } = desk;
  const offer: Offer = {
    to: tables.capitals
      .filter(({ index }) => index !== capital.index && (draft.members & (1 << index)) !== 0)
      .map(({ id }) => id),
    terms: termsOf(tables, draft),
    from: draft.from,
    until: draft.until,
    secret: draft.secret,
    stake: draft.stake,
  };
  return { seat: capital.id, round: cells[tables.at.round] ?? 0, kind: 'offer', offer };
}

/** Put an answer into words. */
export function answerOf(
  desk: Desk,
  cells: Int32Array,
  capital: CapitalTable,
  deal: DealTable,
  answer: number,
): Decision {
  const base = {
    seat: capital.id,
    round: cells[desk.tables.at.round] ?? 0,
    kind: 'answer',
    offer: cells[deal.serial] ?? 0,
  } as const;
  return answer === answers.counters
    ? { ...base, answer: 'counter', terms: termsOf(desk.tables, desk.counter) }
    : { ...base, answer: answer === answers.accepts ? 'accept' : 'decline' };
}

function termsOf(tables: Tables, draft: Draft): Term[] {
  const terms: Term[] = [];
  draft.kind.forEach((kind, at) => {
    const capital = tables.capitals[Math.trunc(at / termsEach)]?.id ?? '';
    const what = draft.what[at] ?? 0;
    const much = draft.much[at] ?? 0;
    if (kind === kindNumber.stance) {
      const line = tables.lines[what];
      terms.push({ capital, kind: 'stance', line: line?.id ?? '', stance: line?.stances[much] ?? '' });
    } else if (kind === kindNumber.pass)
      terms.push({ capital, kind: 'pass', channel: tables.scenario.channels[what]?.id ?? '', amount: much });
    else if (kind !== 0)
      terms.push({
        capital,
        kind: kind === kindNumber.make ? 'make' : 'forgo',
        move: tables.moves[what]?.id ?? '',
      });
  });
  return terms;
}
