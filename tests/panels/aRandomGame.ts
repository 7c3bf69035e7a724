/** Games of legal but random play, for tests that must see everything that can happen. The same name gives the same game. */
import type { Change } from '../../src/engine/changes.ts';
import { decide } from '../../src/engine/decide.ts';
import type { Decision } from '../../src/engine/decide.ts';
import { die, ruleHash, seedFrom } from '../../src/engine/dice.ts';
import { layers } from '../../src/engine/layers.ts';
import { decisionFor, openMove } from '../../src/engine/orders.ts';
import { drawChance, phaseOf, roundOf, seedsFrom, start } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { newRecord, recorded } from '../../src/engine/record.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import type { CapitalTable, MoveTable, Tables } from '../../src/engine/tables.ts';

export interface RandomGame {
  readonly position: Position;
  readonly changes: readonly Change[];
  readonly record: GameRecord;
}

/**
 * Play a game at random, with all layers on.
 * @param name any text; it is the game's luck
 * @param until stop before the talks of this round; to the end where it is left out
 */
export function aRandomGame(tables: Tables, name: string, rounds = 8, until = 99): RandomGame {
  const seeds = seedsFrom(seedFrom(name));
  const chance = drawChance(tables, seeds);
  const options = { rounds, moves: 2, layers: [...layers] };
  const begun = start(tables, options, chance);
  let { position } = begun;
  let record = newRecord(tables, seeds, options, {});
  const changes = [...begun.changes];
  let thrown = 0;
  const any = (below: number): number => die(seeds.dice, 1, ruleHash('random game'), thrown++, below);
  const shuffled = <T>(items: readonly T[]): T[] =>
    items
      .map((item) => ({ item, at: any(1_000_000) }))
      .sort((one, other) => one.at - other.at)
      .map(({ item }) => item);
  const take = (decision: Decision): readonly Change[] | null => {
    const decided = decide(position, decision, chance);
    if (!decided.ok) return null;
    record = recorded(record, decision, position, decided.position);
    position = decided.position;
    for (const change of decided.changes) changes.push(change);
    return decided.changes;
  };
  const openMoves = (capital: CapitalTable): MoveTable[] =>
    shuffled(capital.moves.filter((move) => 'take' in openMove(tables, position.cells, move)));

  while (phaseOf(position) !== 'over' && roundOf(position) < until) {
    const round = roundOf(position);
    for (const capital of tables.capitals) talk(capital, round);
    for (const capital of tables.capitals) lock(capital, round);
  }
  return { position, changes, record };

  function talk(capital: CapitalTable, round: number): void {
    const other = tables.capitals[(capital.index + 1 + any(3)) % 4];
    if (!other) return;
    const [mine] = openMoves(capital);
    const [theirs] = openMoves(other);
    const channel = tables.scenario.channels.find(({ from, to }) => from === capital.id && to === other.id);
    const line = capital.lines[any(capital.lines.length)];
    if (mine && theirs && any(3) > 0) {
      const made = take({
        seat: capital.id,
        round,
        kind: 'offer',
        offer: {
          to: [other.id],
          terms: [
            channel && any(2) === 0
              ? { capital: capital.id, kind: 'pass', channel: channel.id, amount: 1 }
              : line && any(2) === 0
                ? {
                    capital: capital.id,
                    kind: 'stance',
                    line: line.id,
                    stance: line.stances[any(line.stances.length)] ?? '',
                  }
                : { capital: capital.id, kind: 'make', move: mine.id },
            { capital: other.id, kind: any(2) === 0 ? 'make' : 'forgo', move: theirs.id },
          ],
          from: round,
          until: Math.min(rounds, round + any(2)),
          secret: any(2) === 0,
          stake: 1,
        },
      });
      const offer = made?.find(({ where }) => where.endsWith('.serial'))?.to;
      const back =
        offer === undefined ? undefined : { seat: other.id, round, kind: 'answer' as const, offer };
      const answer = any(8);
      if (back && answer < 5) take({ ...back, answer: 'accept' });
      else if (back && answer === 5) take({ ...back, answer: 'decline' });
      else if (back && answer === 6)
        take({ ...back, answer: 'counter', terms: [{ capital: other.id, kind: 'make', move: theirs.id }] });
      else if (offer !== undefined && any(2) === 0)
        take({ seat: capital.id, round, kind: 'withdraw', offer });
    }
    if (mine && theirs && mine.kind !== 'joint' && any(4) === 0)
      take({
        seat: capital.id,
        round,
        kind: 'warn',
        if: { capital: other.id, move: theirs.id },
        will: mine.id,
      });
    for (const deal of tables.deals)
      take({ seat: capital.id, round, kind: 'cable', pact: position.cells[deal.serial] ?? 0 });
  }

  function lock(capital: CapitalTable, round: number): void {
    const promised = tables.deals.flatMap((deal) =>
      (deal.terms[capital.index] ?? []).map(({ kind, what }) => ({ kind, what })),
    );
    const wanted = new Set(
      promised.filter(({ kind }) => position.cells[kind] === 2).map(({ what }) => position.cells[what]),
    );
    // What was promised comes first, so that pacts are kept as well as broken.
    const moves = openMoves(capital).sort(
      (one, other) => Number(wanted.has(other.index)) - Number(wanted.has(one.index)),
    );
    const decision = decisionFor(tables, position.cells, capital);
    const option = decision?.options[any(decision.options.length)]?.id;
    for (let most = 2; most >= 0; most--) {
      for (const answer of [option, undefined]) {
        const orders = {
          ...(answer === undefined ? {} : { answer }),
          moves: moves
            .slice(0, most)
            .map(({ id, kind, cost }) =>
              kind === 'press' ? { move: id, influence: Math.max(1, cost) } : { move: id },
            ),
        };
        if (take({ seat: capital.id, round, kind: 'lock', orders })) return;
      }
    }
    throw new Error(`${capital.id} cannot lock`);
  }
}
