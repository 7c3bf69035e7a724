/** What might be said at the table: what a forecast from a seat says of it is what the engine and the others' policies would answer. */
import { expect, it } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import type { Deal, Offer, Term } from '../../src/engine/deals/terms.ts';
import { drawChance } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { imagine, viewFor, viewSeed } from '../../src/engine/seats.ts';
import { seedsOf } from '../../src/forecast/doubt.ts';
import { playGames, refusalOf } from '../../src/forecast/games.ts';
import { drawSeats } from '../../src/forecast/playout.ts';
import { answerOffersOn, makeOffersOn } from '../../src/forecast/policy.ts';
import type { PolicyName } from '../../src/forecast/policy.ts';
import type { Plan, PlannedAnswer, Question } from '../../src/forecast/question.ts';
import { acceptedOf, gamesOf, levelOf, movesOf, repliesOf } from '../../src/forecast/results.ts';
import { positionsOf, someChance, tables } from './june2016.ts';

const games = 32;
const iran = tables.capitals.find(({ id }) => id === 'iran');
if (!iran) throw new Error('no capital');

/** Positions at the beginning of a round, each with an offer that Tehran's own computer would make there. */
const cases = ['offers', 'more offers']
  .flatMap((name) =>
    positionsOf(name, 'quick@4', 1).flatMap((position): { position: Position; offer: Offer }[] => {
      if (
        position.cells[tables.at.phase] !== 0 ||
        dealsIn(tables, position.cells).some(({ state }) => state === 'proposed')
      )
        return [];
      const [made] = makeOffersOn(tables, viewFor(position, 'iran').cells, iran, {}, {});
      return made?.decision.kind === 'offer' ? [{ position, offer: made.decision.offer }] : [];
    }),
  )
  .slice(0, 6);

function about(position: Position, plan: Partial<Plan> | null, atTable?: PolicyName): Question {
  const view = viewFor(position, 'iran');
  return {
    games,
    seed: viewSeed(view),
    beginning: {
      kind: 'view',
      seat: 'iran',
      cells: view.cells,
      plan: plan && { answers: [], orders: { moves: [] }, ...plan },
    },
    ...(atTable ? { atTable } : {}),
    levels: ['people', 'home.iran'],
    byRound: false,
  };
}

function play(question: Question) {
  return gamesOf(tables, question, playGames(tables, question, 0, games));
}

/** Count replies to what a plan says by hand: through `decide()`, and by the policy that answers. */
function countByHand(position: Position, plan: Partial<Plan>, policy: PolicyName) {
  const view = viewFor(position, 'iran');
  const round = view.cells[tables.at.round] ?? 0;
  const counted: Record<string, number> = { accepted: 0, countered: 0, declined: 0, open: 0 };
  const signed: Deal[] = [];
  for (let game = 0; game < games; game++) {
    const seeds = seedsOf(viewSeed(view), game);
    const chance = drawChance(tables, seeds);
    const seats = drawSeats(tables, seeds.dice, policy);
    let now: Position = imagine(tables, view, seeds.dice);
    const [answered] = plan.answers ?? [];
    const said = plan.offer
      ? ({ seat: 'iran', round, kind: 'offer', offer: plan.offer } as const)
      : ({ seat: 'iran', round, kind: 'answer', ...(answered as PlannedAnswer) } as const);
    const made = decide(now, said, chance);
    if (!made.ok) throw new Error(made.why.reason);
    now = made.position;
    const own = ({ serial, by, made: when }: Deal): boolean =>
      answered ? serial === answered.offer : by === 'iran' && when === round;
    let answer = 'open';
    for (let pass = 0; pass < 2; pass++)
      for (const capital of tables.capitals) {
        if (capital.id === 'iran') continue;
        const seat = seats[capital.id] ?? {};
        for (const { decision } of answerOffersOn(tables, now.cells, capital, seat, {})) {
          const meant =
            decision.kind === 'answer' && decision.offer === dealsIn(tables, now.cells).find(own)?.serial;
          const decided =
            meant && answer !== 'declined' && answer !== 'countered' && decide(now, decision, chance);
          if (!decided || !decided.ok || decision.kind !== 'answer') continue;
          now = decided.position;
          if (decision.answer === 'counter') answer = 'countered';
          else if (decision.answer === 'decline') answer = 'declined';
        }
      }
    const deal = dealsIn(tables, now.cells).find(own);
    if (deal?.state === 'inForce') {
      answer = 'accepted';
      signed.push(deal);
    }
    counted[answer] = (counted[answer] ?? 0) + 1;
  }
  return { counted, signed };
}

function repliesIn(position: Position, plan: Partial<Plan>, policy: PolicyName): Record<string, number> {
  const told = repliesOf(play(about(position, plan, policy)), 0);
  return Object.fromEntries(told.map(({ reply, games: some }) => [reply, some]));
}

it('is answered as the engine and the policies of those asked answer it, whatever they are like', () => {
  expect(cases.length).toBeGreaterThan(3);
  for (const policy of ['quick@4', 'deep@4'] as const) {
    const came = new Set<string>();
    for (const { position, offer } of cases) {
      const found = repliesIn(position, { offer }, policy);
      expect(found).toEqual(countByHand(position, { offer }, policy).counted);
      for (const [reply, some] of Object.entries(found)) if (some > 0) came.add(reply);
    }
    expect(came.has('accepted') && came.size > 1).toBe(true);
  }
});

it('is accepted less often the less it gives, and changes what follows', () => {
  const accepted = (offer: Offer, position: Position): number =>
    repliesOf(play(about(position, { offer })), 0)[0]?.games ?? 0;
  let fair = 0;
  let greedy = 0;
  for (const { position, offer } of cases) {
    const asking = offer.terms.filter(({ capital }) => capital !== 'iran');
    if (asking.length === 0) continue;
    fair += accepted(offer, position);
    greedy += accepted({ ...offer, terms: asking }, position);
  }
  expect(fair).toBeGreaterThan(greedy);
  const [{ position, offer }] = cases as [(typeof cases)[0]];
  const told = play(about(position, { offer }));
  const without = play(about(position, null));
  const agreed = acceptedOf(told, 0);
  expect(agreed.games).toBe(repliesOf(told, 0)[0]?.games);
  expect(acceptedOf(told, 0, without).games).toBe(agreed.games);
  expect([...levelOf(told, 'home.iran')]).not.toEqual([...levelOf(without, 'home.iran')]);
});

it('is kept where it is accepted: what it promises is ordered although the orders do not hold it', () => {
  const [position] = positionsOf('kept', 'quick@4', 1) as [Position];
  const offer: Offer = {
    to: ['turkey'],
    terms: [
      { capital: 'iran', kind: 'make', move: 'borderTalks' },
      { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' },
    ],
    from: 1,
    until: 1,
    secret: false,
    stake: 0,
  };
  const told = play(about(position, { offer }));
  const agreed = acceptedOf(told, 0);
  expect(agreed.games > 0 && agreed.games < games).toBe(true);
  expect(movesOf(agreed, 'iran', 0)).toMatchObject([{ move: 'borderTalks', share: 1 }]);
  expect(movesOf(told, 'iran', 0)).toMatchObject([{ move: 'borderTalks', games: agreed.games }]);
});

it('rests on nothing that is hidden from the seat, and is refused where it could not be made', () => {
  for (const { position, offer } of cases.slice(0, 2)) {
    const cells = position.cells.slice();
    for (const { id, card } of tables.capitals) if (id !== 'iran') cells[card] = 1 + ((cells[card] ?? 0) % 3);
    for (const atTable of ['quick@4', 'deep@4'] as const)
      expect(play(about({ ...position, cells }, { offer }, atTable)).rows).toEqual(
        play(about(position, { offer }, atTable)).rows,
      );
    const view = viewFor(position, 'iran');
    const plan = { answers: [], orders: { moves: [] } };
    expect(refusalOf(tables, view, { ...plan, offer })).toBe(null);
    expect(refusalOf(tables, view, { ...plan, offer: { ...offer, terms: [] } })).toMatchObject({
      of: 'said',
      why: { reason: 'noTerms' },
    });
  }
});

/** A position in which Ankara's offer waits for Tehran, and its serial number. */
function offeredTo(
  terms: readonly Term[],
  to: readonly string[] = ['iran'],
): { position: Position; serial: number } {
  const [position] = positionsOf('kept', 'quick@4', 1) as [Position];
  const offer: Offer = { to, terms, from: 1, until: 2, secret: false, stake: to.length - 1 };
  const made = decide(position, { seat: 'turkey', round: 1, kind: 'offer', offer }, someChance('offered'));
  if (!made.ok) throw new Error(made.why.reason);
  return { position: made.position, serial: dealsIn(tables, made.position.cells)[0]?.serial ?? 0 };
}
const talks: Term = { capital: 'iran', kind: 'make', move: 'borderTalks' };
const restrain: Term = { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' };
const share = (told: ReturnType<typeof play>, capital: string, move: string): number =>
  movesOf(told, capital, 0).find((one) => one.move === move)?.share ?? 0;

it('binds where an offer that stands is accepted: both sides keep what they promised, and nobody does where it is refused', () => {
  const { position, serial } = offeredTo([talks, restrain]);
  const say = (answer: 'accept' | 'decline') =>
    play(about(position, { answers: [{ offer: serial, answer }] }));
  const yes = say('accept');
  const no = say('decline');
  const silent = play(about(position, { answers: [] }));
  expect(repliesOf(yes, 0)[0]).toMatchObject({ reply: 'accepted', share: 1 });
  expect(no.layout.proposals).toBe(0);
  expect(share(yes, 'iran', 'borderTalks')).toBe(1);
  expect(share(no, 'iran', 'borderTalks')).toBe(0);
  // Ankara's line moves more often because it gave its word.
  expect(share(yes, 'turkey', 'restrainGroups')).toBeGreaterThan(share(no, 'turkey', 'restrainGroups') + 0.2);
  expect(share(silent, 'turkey', 'restrainGroups')).toBe(share(no, 'turkey', 'restrainGroups'));
  const { signed } = countByHand(position, { answers: [{ offer: serial, answer: 'accept' }] }, 'quick@4');
  expect(signed.map(({ terms }) => terms)).toEqual(Array.from({ length: games }, () => [talks, restrain]));
});

it('waits for whoever else has to agree', () => {
  const mediate: Term = { capital: 'russia', kind: 'stance', line: 'ankara', stance: 'thaw' };
  const { position, serial } = offeredTo([talks, restrain, mediate], ['iran', 'russia']);
  const answers = [{ offer: serial, answer: 'accept' }] as const;
  for (const policy of ['quick@4', 'deep@4'] as const) {
    const found = repliesIn(position, { answers }, policy);
    expect(found).toEqual(countByHand(position, { answers }, policy).counted);
    expect(found['accepted']).toBeLessThan(games);
  }
});

it('puts other terms in the place of those that stood', () => {
  const { position, serial } = offeredTo([talks, restrain]);
  const meeting: Term = { capital: 'iran', kind: 'forgo', move: 'borderTalks' };
  for (const [policy, terms] of [
    ['quick@4', [restrain]],
    ['deep@4', [meeting, restrain]],
    ['deep@4', [talks]],
  ] as const) {
    const answers = [{ offer: serial, answer: 'counter', terms }] as const;
    const { counted, signed } = countByHand(position, { answers }, policy);
    expect(repliesIn(position, { answers }, policy)).toEqual(counted);
    for (const deal of signed) expect(deal).toMatchObject({ terms, countered: true });
    const told = play(about(position, { answers }, policy));
    // Who plays which games, and in what order, makes no difference.
    const question = about(position, { answers }, policy);
    const late = playGames(tables, question, 7, games);
    expect([...playGames(tables, question, 0, 7), ...late]).toEqual([...told.rows]);
    // What was promised in the first terms alone binds nobody any more.
    if (!terms.includes(talks as never)) expect(share(told, 'iran', 'borderTalks')).toBe(0);
    else expect(share(acceptedOf(told, 0), 'iran', 'borderTalks')).toBe(1);
  }
  const view = viewFor(position, 'iran');
  const twice = { offer: serial, answer: 'counter', terms: [restrain] } as const;
  expect(refusalOf(tables, view, { answers: [twice, twice], orders: { moves: [] } })).toMatchObject({
    of: 'said',
    why: { reason: 'alreadyAccepted' },
  });
});
