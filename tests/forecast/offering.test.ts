/** An offer that has not been made: what a forecast from a seat says of it is what the engine and the others' policies would answer. */
import { expect, it } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import type { Offer } from '../../src/engine/deals/terms.ts';
import { drawChance } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { imagine, viewFor, viewSeed } from '../../src/engine/seats.ts';
import { seedsOf } from '../../src/forecast/doubt.ts';
import { playGames, refusalOf } from '../../src/forecast/games.ts';
import { drawSeats } from '../../src/forecast/playout.ts';
import { answerOffersOn, makeOffersOn } from '../../src/forecast/policy.ts';
import type { Question } from '../../src/forecast/question.ts';
import { acceptedOf, gamesOf, levelOf, movesOf, repliesOf } from '../../src/forecast/results.ts';
import { positionsOf, tables } from './june2016.ts';

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

function about(position: Position, offer: Offer): Question {
  const view = viewFor(position, 'iran');
  return {
    games,
    seed: viewSeed(view),
    beginning: {
      kind: 'view',
      seat: 'iran',
      cells: view.cells,
      plan: { answers: [], offer, orders: { moves: [] } },
    },
    levels: ['people', 'home.iran'],
    byRound: false,
  };
}

function repliesTo(position: Position, offer: Offer) {
  const question = about(position, offer);
  return gamesOf(tables, question, playGames(tables, question, 0, games));
}

it('is answered as the engine and the policies of those asked answer it, whatever they are like', () => {
  expect(cases.length).toBeGreaterThan(3);
  const came = new Set<string>();
  for (const { position, offer } of cases) {
    const told = repliesTo(position, offer);
    const view = viewFor(position, 'iran');
    const counted: Record<string, number> = { accepted: 0, countered: 0, declined: 0, open: 0 };
    for (let game = 0; game < games; game++) {
      const seeds = seedsOf(viewSeed(view), game);
      const chance = drawChance(tables, seeds);
      const seats = drawSeats(tables, seeds.dice);
      const round = view.cells[tables.at.round] ?? 0;
      let now: Position = imagine(tables, view, seeds.dice);
      const made = decide(now, { seat: 'iran', round, kind: 'offer', offer }, chance);
      if (!made.ok) throw new Error(made.why.reason);
      now = made.position;
      let answer = 'open';
      for (let pass = 0; pass < 2; pass++)
        for (const capital of tables.capitals.filter(({ id }) => offer.to.includes(id)))
          for (const { decision } of answerOffersOn(
            tables,
            now.cells,
            capital,
            seats[capital.id] ?? {},
            {},
          )) {
            const decided = decide(now, decision, chance);
            if (!decided.ok || decision.kind !== 'answer') continue;
            now = decided.position;
            const deal = dealsIn(tables, now.cells).find(({ serial }) => serial === decision.offer);
            if (decision.answer === 'counter') answer = 'countered';
            else if (deal === undefined || deal.state === 'declined') answer = 'declined';
            else if (deal.state !== 'proposed') answer = 'accepted';
          }
      counted[answer] = (counted[answer] ?? 0) + 1;
      came.add(answer);
    }
    const found = Object.fromEntries(repliesOf(told).map(({ reply, games: some }) => [reply, some]));
    expect(found).toEqual(counted);
  }
  expect(came.has('accepted') && came.size > 1).toBe(true);
});

it('is accepted less often the less it gives, and changes what follows', () => {
  const accepted = (offer: Offer, position: Position): number =>
    repliesOf(repliesTo(position, offer))[0]?.games ?? 0;
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
  const told = repliesTo(position, offer);
  const plain = { ...about(position, offer), beginning: { ...about(position, offer).beginning, plan: null } };
  const without = gamesOf(tables, plain as Question, playGames(tables, plain as Question, 0, games));
  const agreed = acceptedOf(told);
  expect(agreed.games).toBe(repliesOf(told)[0]?.games);
  expect(acceptedOf(told, without).games).toBe(agreed.games);
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
  const told = repliesTo(position, offer);
  const agreed = acceptedOf(told);
  expect(agreed.games > 0 && agreed.games < games).toBe(true);
  expect(movesOf(agreed, 'iran', 0)).toMatchObject([{ move: 'borderTalks', share: 1 }]);
  expect(movesOf(told, 'iran', 0)).toMatchObject([{ move: 'borderTalks', games: agreed.games }]);
});

it('rests on nothing that is hidden from the seat, and is refused where it could not be made', () => {
  for (const { position, offer } of cases.slice(0, 2)) {
    const cells = position.cells.slice();
    for (const { id, card } of tables.capitals) if (id !== 'iran') cells[card] = 1 + ((cells[card] ?? 0) % 3);
    expect(repliesTo({ ...position, cells }, offer).rows).toEqual(repliesTo(position, offer).rows);
    const view = viewFor(position, 'iran');
    const plan = { answers: [], orders: { moves: [] } };
    expect(refusalOf(tables, view, { ...plan, offer })).toBe(null);
    expect(refusalOf(tables, view, { ...plan, offer: { ...offer, terms: [] } })).toMatchObject({
      reason: 'noTerms',
    });
  }
});
