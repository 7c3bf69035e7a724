/** How computer capitals behave over whole games: no offer twice, no turning back without a cause, words that fit the deeds. */
import { describe, expect, test } from 'vitest';
import { apply } from '../../src/engine/decide.ts';
import type { Decision } from '../../src/engine/decide.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import { seedFrom } from '../../src/engine/dice.ts';
import { start } from '../../src/engine/position.ts';
import { signature } from '../../src/forecast/bargain.ts';
import { weighOrders } from '../../src/forecast/choose.ts';
import { mindsOf, weighDeal } from '../../src/forecast/deals.ts';
import { mindOf } from '../../src/forecast/mind.ts';
import { outlookFor } from '../../src/forecast/outlook.ts';
import { hasCause, recordOf, turnedAwayIn } from '../../src/forecast/past.ts';
import { drawSeats, talk } from '../../src/forecast/playout.ts';
import { answerOffersOn, chooseOn, makeOffersOn } from '../../src/forecast/policy.ts';
import type { Reason } from '../../src/forecast/reasons.ts';
import { leanOf, temperamentOf } from '../../src/forecast/temperament.ts';
import { longGame, positionsOf, someChance, tables } from './june2016.ts';

const games = 12;

interface Told {
  readonly decision: Decision;
  readonly reasons: readonly Reason[];
  /** Cells before and after it. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly game: number;
}

/** Play games as playouts do, and note every decision with what was said for it. */
function playAndTell(): Told[] {
  const told: Told[] = [];
  for (let game = 0; game < games; game++) {
    const chance = someChance(`behaviour ${game}`);
    const cells = start(tables, longGame, chance).position.cells.slice();
    const seats = drawSeats(tables, seedFrom(`behaviour ${game}`));
    const put = (decision: Decision, reasons: readonly Reason[] = []): boolean => {
      const before = cells.slice();
      if (apply(tables, cells, decision, chance, null)) return false;
      told.push({ decision, reasons, before, after: cells.slice(), game });
      return true;
    };
    while ((cells[tables.at.phase] ?? 0) < 2) {
      for (const capital of tables.capitals) {
        for (const { decision, reasons } of makeOffersOn(tables, cells, capital, seats[capital.id] ?? {}, {}))
          put(decision, reasons);
      }
      for (let pass = 0; pass < 2; pass++) {
        for (const capital of tables.capitals) {
          for (const { decision, reasons } of answerOffersOn(
            tables,
            cells,
            capital,
            seats[capital.id] ?? {},
            {},
          ))
            put(decision, reasons);
        }
      }
      for (const capital of tables.capitals) {
        const { orders, reasons } = chooseOn(tables, cells, capital, seats[capital.id] ?? {}, {});
        put({ seat: capital.id, round: cells[tables.at.round] ?? 0, kind: 'lock', orders }, reasons);
      }
    }
  }
  return told;
}

const told = playAndTell();
const capitalOf = (id: string) => {
  const capital = tables.capitals.find((one) => one.id === id);
  if (!capital) throw new Error(id);
  return capital;
};

describe('Offers', () => {
  test('the same terms are never put twice in a round by the same capital', () => {
    const put = told.flatMap(({ decision, game }) => {
      const terms =
        decision.kind === 'offer'
          ? decision.offer.terms
          : decision.kind === 'answer' && decision.answer === 'counter'
            ? decision.terms
            : null;
      return terms ? [`${game} ${decision.round} ${decision.seat} ${signature(terms)}`] : [];
    });
    expect(put.length).toBeGreaterThan(100);
    expect(put.filter((text, at) => put.indexOf(text) !== at)).toEqual([]);
  });

  test('what was declined last round is not offered again', () => {
    const again = told.filter(({ decision, before }) => {
      if (decision.kind !== 'offer') return false;
      const text = signature(decision.offer.terms);
      return dealsIn(tables, before).some(
        (deal) =>
          deal.state === 'declined' &&
          deal.members.includes(decision.seat) &&
          signature([...deal.terms]) === text,
      );
    });
    expect(again).toEqual([]);
  });

  test('own offers come with reasons that speak for them', () => {
    const offers = told.filter(({ decision }) => decision.kind === 'offer');
    const bare = offers.filter(({ reasons }) => reasons.length === 0);
    expect(bare.length).toBeLessThan(offers.length / 10);
    const against = offers.filter(({ reasons }) =>
      ['costsAim', 'costsTrust', 'homeRestless'].includes(reasons[0]?.key ?? ''),
    );
    expect(against).toEqual([]);
  });
});

describe('Orders', () => {
  const locks = told.flatMap((one) => (one.decision.kind === 'lock' ? [{ ...one, lock: one.decision }] : []));

  test('nobody turns a line back within two rounds unless something changed', () => {
    let turned = 0;
    const bare = locks.filter(({ lock, before, game }) => {
      const capital = capitalOf(lock.seat);
      const character = drawSeats(tables, seedFrom(`behaviour ${game}`))[lock.seat]?.temperament ?? '';
      const outlook = outlookFor(tables, before);
      const { promises } = weighOrders(tables, before, capital, character, {}, 1);
      return lock.orders.moves.some(({ move: id }) => {
        const move = capital.moves.find((one) => one.id === id);
        if (!move) return false;
        const since = turnedAwayIn(tables, before, capital, move, outlook.target[move.index] ?? -1);
        if (since === 0) return false;
        turned++;
        const called = before[capital.warning.state] === 2 && before[capital.warning.will] === move.index + 1;
        const eased = (before[capital.lowHome] ?? 0) > 0;
        const promised = (promises.bonus[move.index] ?? 0) > 0;
        return (
          !called && !eased && !promised && !hasCause(tables, before, capital, promises.deals, move, since)
        );
      });
    });
    expect(bare.map(({ lock }) => [lock.seat, lock.round])).toEqual([]);
    expect(turned).toBeLessThan(locks.length / 10);
  });

  test('what is said for orders is what they do', () => {
    for (const { lock, reasons, before } of locks) {
      const capital = capitalOf(lock.seat);
      const keys = reasons.map(({ key, args }) => `${key} ${args['aim'] ?? args['with'] ?? ''}`);
      for (const { key, args } of reasons) {
        const turn = { gainsAim: 'costsAim', gainsTrust: 'costsTrust', homePleased: 'homeRestless' }[key];
        if (turn) expect(keys).not.toContain(`${turn} ${args['aim'] ?? args['with'] ?? ''}`);
        if (key === 'saves') expect(Number(args['influence'])).toBeGreaterThan(0);
        if (key === 'keepsPact') {
          const pacts = dealsIn(tables, before).filter(
            ({ state, members }) =>
              state === 'inForce' && members.includes(capital.id) && members.includes(String(args['with'])),
          );
          expect(pacts.length).toBeGreaterThan(0);
        }
      }
    }
  });

  test('a word given at the talks is hardly ever broken by the orders of the same round', () => {
    let given = 0;
    let broken = 0;
    for (const { lock, before } of locks) {
      const moves = lock.orders.moves.map(({ move }) => move);
      for (const deal of dealsIn(tables, before)) {
        if (deal.state !== 'inForce' || deal.made !== lock.round || deal.from !== lock.round) continue;
        for (const term of deal.terms) {
          if (term.capital !== lock.seat || term.kind === 'pass' || term.kind === 'stance') continue;
          given++;
          if (term.kind === 'forgo' && moves.includes(term.move)) broken++;
          if (term.kind === 'make' && deal.until === lock.round && !moves.includes(term.move)) broken++;
        }
      }
    }
    expect(given).toBeGreaterThan(50);
    expect(broken).toBeLessThan(given / 8);
  });
});

describe('Memory', () => {
  const before = ['m1', 'm2', 'm3'].flatMap((seed) => positionsOf(seed, 'quick@4', 7));

  test('the word of who has just broken one counts for less, of who has kept one at a cost for more', () => {
    const [one, other] = tables.capitals;
    if (!one || !other) throw new Error('no capitals');
    const deal = (verdict: 'breached' | 'keptAtCost' | 'kept') =>
      ({ verdicts: { [one.id]: 'kept', [other.id]: verdict } }) as never;
    expect(recordOf([deal('breached')], one, other)).toBeLessThan(0);
    expect(recordOf([deal('keptAtCost')], one, other)).toBeGreaterThan(0);
    expect(recordOf([deal('kept')], one, other)).toBe(0);
  });

  test('the same bait does not serve twice: after a breach what was offered is worth less', () => {
    let compared = 0;
    for (const { cells } of before) {
      for (const capital of tables.capitals) {
        const minds = mindsOf(tables, cells, capital, 'guarded', {});
        for (const deal of minds.deals) {
          const giver = tables.capitals.find(({ id }) => deal.members.includes(id) && id !== capital.id);
          if (!giver || deal.state !== 'inForce') continue;
          const broken = { ...deal, verdicts: { ...deal.verdicts, [giver.id]: 'breached' as const } };
          const worth = weighDeal(minds, capital, deal).value;
          if (worth <= 0) continue;
          const after = weighDeal({ ...minds, deals: [broken] }, capital, deal).value;
          expect(after).toBeLessThanOrEqual(worth + 1e-9);
          if (after < worth) compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(2);
  });

  test('a red line that was crossed makes its capital push back for two rounds', () => {
    const turkey = capitalOf('turkey');
    const line = turkey.redLines.find(({ id }) => id === 'selfRuleRecognised');
    const link = tables.links.find(({ id }) => id === 'kurdsRecognised');
    const cells = start(tables, longGame, someChance('red')).position.cells.slice();
    cells[tables.layout.cell('issue.kurds')] = 8400;
    cells[tables.at.round] = 4;
    const recognitionCosts = (crossedIn: number) => {
      cells[line?.crossed ?? -1] = crossedIn;
      return mindOf(outlookFor(tables, cells), cells, turkey, 'guarded').nearRed.get(link?.index ?? -1) ?? 0;
    };
    expect(recognitionCosts(3)).toBeLessThan(-50);
    expect(recognitionCosts(4)).toBeLessThan(-50);
    expect(recognitionCosts(1)).toBe(0);
  });
});

test('every character has things it will not do, and the same ones in every game', () => {
  for (const { moves } of tables.capitals) {
    const never = moves.filter((move) => leanOf(temperamentOf('guarded-7'), move) < -1000);
    expect(never.map(({ id }) => id)).toEqual(
      moves.filter((move) => leanOf(temperamentOf('guarded-7'), move) < -1000).map(({ id }) => id),
    );
    expect(never.length).toBeLessThan(moves.length / 2);
    expect(moves.every((move) => leanOf(temperamentOf('guarded'), move) === 0)).toBe(true);
  }
});

test('talks end without an offer out that its maker has forgotten', () => {
  const chance = someChance('forgotten');
  const cells = start(tables, longGame, chance).position.cells.slice();
  const refused: string[] = [];
  talk({
    tables,
    seats: drawSeats(tables, seedFrom('forgotten')),
    keep: {},
    cells: () => cells,
    seenBy: () => cells,
    put: (decision) => {
      const why = apply(tables, cells, decision, chance, null);
      if (why) refused.push(why.reason);
      return why === null;
    },
  });
  expect(refused).toEqual([]);
});
