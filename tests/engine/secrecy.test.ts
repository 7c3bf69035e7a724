/** What a seat may see, and that nothing hidden shows through. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../src/engine/changes.ts';
import { decide } from '../../src/engine/decide.ts';
import type { Decision } from '../../src/engine/decide.ts';
import { dealsIn } from '../../src/engine/deals/terms.ts';
import { phaseOf, roundOf } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { asPosition, imagine, openLog, seenChanges, viewFor, viewSeed } from '../../src/engine/seats.ts';
import { aGame, secretLeaks, theRealScenario } from './aGame.ts';
import { beginGame, picker, playRandomly, someOrders, someTalk } from './randomPlay.ts';

const { tables } = theRealScenario();

/** A game stopped while talks are open, with all its changes so far. */
function stopped(seed: string, rounds: number) {
  const begun = beginGame(tables, seed);
  let position = begun.position;
  const changes = [...begun.changes];
  const since: Change[] = [];
  playRandomly(tables, seed, ({ decided }) => {
    since.push(...decided.changes);
    if (roundOf(decided.position) > rounds || phaseOf(decided.position) !== 'talks') return;
    changes.push(...since.splice(0));
    ({ position } = decided);
  });
  return { position, changes, chance: begun.chance };
}

/** Tell whether a decision is one that a seat must not notice. */
function isHidden(decision: Decision, position: Position, seat: string): boolean {
  if (decision.seat === seat) return false;
  if (decision.kind === 'offer') return decision.offer.secret && !decision.offer.to.includes(seat);
  if (decision.kind === 'answer' || decision.kind === 'withdraw') {
    const deal = dealsIn(tables, position.cells).find(({ serial }) => serial === decision.offer);
    return deal !== undefined && deal.secret && !deal.leaked && !deal.members.includes(seat);
  }
  return false;
}

describe('what a seat sees', () => {
  test('does not depend on secret deals of others, their cards or their locked orders', () => {
    let hiddenOnes = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 0, max: 3 }),
        (number, rounds, at) => {
          const seed = String(number);
          const seat = tables.capitals[at]!.id;
          const { position, changes, chance } = stopped(seed, rounds);
          const pick = picker(`talk ${seed}`);
          // One world in which all talk is heard, and one without what the seat must not hear.
          let full = position;
          let bare: Position = { ...position, cells: position.cells.slice() };
          for (const other of tables.capitals)
            if (other.id !== seat) bare.cells[other.card] = 1 + ((bare.cells[other.card]! + 1) % 3);
          const heard: Change[] = [];
          const bareHeard: Change[] = [];
          for (let said = 0; said < 30 && phaseOf(full) === 'talks'; said++) {
            const talk = someTalk(full, tables.capitals[pick(4)]!, pick);
            const inFull = decide(full, talk, chance);
            if (!inFull.ok) continue;
            if (!isHidden(talk, full, seat)) {
              const inBare = decide(bare, talk, chance);
              // A third offer of a capital, or a fourth pact, may be refused for what is hidden: such talk is left out.
              if (!inBare.ok) continue;
              bare = inBare.position;
              bareHeard.push(...inBare.changes);
            } else hiddenOnes++;
            full = inFull.position;
            heard.push(...inFull.changes);
          }
          const other = tables.capitals.find(({ id }) => id !== seat)!;
          if (phaseOf(full) === 'talks' && phaseOf(bare) === 'talks') {
            const lock = (orders: object) =>
              ({ seat: other.id, round: roundOf(full), kind: 'lock', orders }) as Decision;
            const one = decide(full, lock(someOrders(full, other, pick)), chance);
            const two = decide(bare, lock({ moves: [] }), chance);
            if (one.ok && two.ok) {
              full = one.position;
              bare = two.position;
              heard.push(...one.changes);
              bareHeard.push(...two.changes);
            }
          }
          expect(viewFor(full, seat)).toEqual(viewFor(bare, seat));
          expect(viewSeed(viewFor(full, seat))).toEqual(viewSeed(viewFor(bare, seat)));
          const seen = (list: readonly Change[]) => {
            const log = openLog(seat);
            seenChanges(tables, log, changes);
            return seenChanges(tables, log, list);
          };
          expect(seen(heard).map(({ seen: _, ...change }) => change)).toEqual(
            seen(bareHeard).map(({ seen: _, ...change }) => change),
          );
        },
      ),
      { numRuns: 60 },
    );
    expect(hiddenOnes).toBeGreaterThan(50);
  });

  test('is numbered without gaps, and every cause it names is one it has seen', () => {
    for (const seed of ['a', 'b', 'c']) {
      const logs = tables.capitals.map(({ id }) => openLog(id));
      const counts = [0, 0, 0, 0];
      const look = (changes: readonly Change[]) =>
        logs.forEach((log, at) => {
          for (const change of seenChanges(tables, log, changes)) {
            expect(change.id).toBe(counts[at]!);
            counts[at] = counts[at]! + 1;
            expect(change.because).toBeLessThan(change.id);
            expect(change.by.kind === 'hidden' ? change.by.id : '').toBe('');
          }
        });
      look(beginGame(tables, seed).changes);
      playRandomly(tables, seed, ({ decided }) => look(decided.changes));
    }
  });

  test('applied change by change comes to its own deals, in its own slots', () => {
    for (const seed of ['d', 'e', 'f']) {
      for (const { id: seat } of tables.capitals) {
        const log = openLog(seat);
        const begun = beginGame(tables, seed);
        const cells = tables.layout.start.slice();
        // The first round is set before anything is told.
        cells[tables.at.round] = 1;
        const look = (changes: readonly Change[]) => {
          for (const change of seenChanges(tables, log, changes)) {
            const cell = tables.layout.cell(change.where);
            // An outsider joins in the middle of a deal that leaks; all else follows on what it has seen.
            if (!change.where.startsWith('deal.')) expect(cells[cell]).toBe(change.from);
            cells[cell] = change.to;
          }
        };
        look(begun.changes);
        playRandomly(tables, seed, ({ decided }) => {
          look(decided.changes);
          const view = viewFor(decided.position, seat);
          const mine = (from: Int32Array) =>
            dealsIn(tables, from)
              .filter((deal) => deal.members.includes(seat))
              .map(({ serial, state, terms }) => ({ serial, state, terms }))
              .sort((one, other) => one.serial - other.serial);
          expect(mine(cells)).toEqual(mine(view.cells));
        });
      }
    }
  });
});

describe('a view', () => {
  const secretly = (leaks: boolean) => {
    const serial = ((1 * 4 + 0) * 16 + 0b0101) * 16 + 1;
    const game = aGame({ dice: [secretLeaks(serial, 1, leaks)] });
    game.pact('iran', {
      to: ['turkey'],
      terms: [{ capital: 'turkey', kind: 'forgo', move: 'operate' }],
      secret: true,
      until: 3,
    });
    return { game, serial };
  };
  const dealsOf = (game: ReturnType<typeof aGame>, seat: string) =>
    dealsIn(game.tables, viewFor(game.position, seat).cells).map(({ serial }) => serial);

  test('shows a secret pact to its members and nobody else', () => {
    const { game, serial } = secretly(false);
    expect(['iran', 'russia', 'turkey', 'usa'].map((seat) => dealsOf(game, seat))).toEqual([
      [serial],
      [],
      [serial],
      [],
    ]);
  });

  test('shows it to all once it has leaked', () => {
    const { game, serial } = secretly(true);
    game.play();
    expect(dealsOf(game, 'usa')).toEqual([serial]);
  });

  test('shows one’s own orders and card, and nobody else’s', () => {
    const game = aGame();
    game.take(game.lock('iran', 'surge'));
    const of = (seat: string, path: string) =>
      viewFor(game.position, seat).cells[game.tables.layout.cell(path)];
    expect(of('iran', 'order.iran.move.a')).toBe(game.at('order.iran.move.a'));
    expect(of('usa', 'order.iran.move.a')).toBe(0);
    expect(of('usa', 'locked.iran')).toBe(1);
    expect(of('iran', 'card.iran')).toBe(game.at('card.iran'));
    expect(of('usa', 'card.iran')).toBe(0);
  });

  test('tells that home fell for a red line on a card without telling why', () => {
    const game = aGame({
      change: (draft) => {
        draft.capitals[0]!.cards[0]!.redLine.when = {
          type: 'stanceIs',
          params: { of: 'russia', line: 'campaign', stance: 'surge' },
        };
      },
      with: { 'card.iran': 1 },
    });
    const changes = game.play({ russia: ['surge'] });
    const told = (seat: string) =>
      seenChanges(game.tables, openLog(seat), changes).find(({ where }) => where === 'home.iran')?.by.kind;
    expect(told('iran')).toBe('redLine');
    expect(told('usa')).toBe('hidden');
    expect(viewFor(game.position, 'usa').cells[game.tables.layout.cell('crossed.iran.firstLine')]).toBe(0);
  });

  test('tells outsiders that trust fell, not for which secret pact', () => {
    const { game } = secretly(false);
    game.play({ turkey: ['operate'] });
    const told = (seat: string) =>
      seenChanges(game.tables, openLog(seat), game.changes).filter(({ where }) =>
        /^(trust|owed)\.iran\.turkey/.test(where),
      );
    expect(told('usa').map(({ by }) => by)).toEqual([
      { kind: 'hidden', id: '' },
      { kind: 'hidden', id: '' },
    ]);
  });

  test('of a spectator holds what everybody sees', () => {
    const { game, serial } = secretly(false);
    const open = game.pact('russia', {
      to: ['usa'],
      terms: [{ capital: 'usa', kind: 'forgo', move: 'strike' }],
    });
    expect(dealsOf(game, 'teacher')).toEqual([open]);
    const told = seenChanges(game.tables, openLog('teacher'), game.play({ turkey: ['operate'] }));
    expect(told.some(({ where }) => where === 'stance.turkey.ypg')).toBe(true);
    expect(told.some(({ by }) => by.id === String(serial))).toBe(false);
  });

  test('says by how much a link pushed and never how strongly it was drawn', () => {
    const game = aGame({ scenario: theRealScenario().scenario });
    const played = game.play();
    const pushes = (list: readonly Change[]) =>
      list.filter(({ by }) => by.kind === 'link' && by.values?.['amount'] !== undefined);
    expect(pushes(played).length).toBeGreaterThan(0);
    expect(pushes(played).every(({ by }) => by.values?.['strength'] !== undefined)).toBe(true);
    const seen = pushes(seenChanges(game.tables, openLog('iran'), played));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter(({ by }) => by.values?.['strength'] !== undefined)).toEqual([]);
  });

  test('can be completed into a position that could be the true one', () => {
    const game = aGame();
    const view = viewFor(game.position, 'usa');
    const imagined = imagine(game.tables, view, viewSeed(view));
    for (const { id } of game.tables.capitals)
      expect([1, 2, 3]).toContain(imagined.cells[game.tables.layout.cell(`card.${id}`)]);
    expect(imagined.cells[game.tables.layout.cell('card.usa')]).toBe(game.at('card.usa'));
    expect(decide(asPosition(game.tables, view), game.lock('usa', 'strike'), game.chance).ok).toBe(true);
  });
});
