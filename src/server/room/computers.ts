/** Lets computers play the capitals at which nobody sits. How they make up their minds is the business of `forecast`. */
import { dealsIn } from '../../engine/deals/terms.ts';
import { seedFrom } from '../../engine/dice.ts';
import type { Orders } from '../../engine/orders.ts';
import type { SeatPlayer } from '../../engine/record.ts';
import { viewFor } from '../../engine/seats.ts';
import type { Tables } from '../../engine/tables.ts';
import type { ComputerSeat, Spoken } from '../../table/computers.ts';
import { computerSeats } from '../../table/seats.ts';
import type { Said } from '../../table/table.ts';
import { roomSeeds, take } from './game.ts';
import type { Game } from './game.ts';
import { playsSeat } from './state.ts';
import type { RoomState } from './state.ts';
import type { Work } from './work.ts';

/** How often computers answer one another in one go, so that talks always end. */
const mostAnswers = 24;

/** Say who plays each capital of a world, for its record: a computer stands ready for each of them. */
export function playersOf(state: RoomState, tables: Tables, world: number): Record<string, SeatPlayer> {
  const { players } = computerSeats(tables, '', roomSeeds(state.seed));
  return Object.fromEntries(
    tables.capitals.map(({ id }) => [
      id,
      { ...players[id], plays: playsSeat(state, world, id) === 'people' ? 'person' : 'computer' },
    ]),
  );
}

/** Let the computers of a world open the talks of a round, and answer one another. */
export function openTalks(work: Work, world: number): void {
  for (const computer of seated(work, world)) {
    const game = work.game(world);
    if (!game) return;
    for (const spoken of computer.open(viewFor(game.position, computer.seat))) speak(work, world, spoken);
  }
  letAnswer(work, world);
}

/** Let the computers of a world answer what waits for them until nobody has anything to say; who is refused keeps none waiting. */
export function letAnswer(work: Work, world: number): void {
  const computers = seated(work, world);
  for (let answers = 0; answers < mostAnswers; answers++) {
    const game = work.game(world);
    if (!game) return;
    const spoke = computers.some((computer) =>
      computer.answers(viewFor(game.position, computer.seat)).some((spoken) => speak(work, world, spoken)),
    );
    if (!spoke) return;
  }
}

/** Ask a computer for a capital's orders, whoever sits there: it takes the place of who locked nothing. */
export function ordersBy(game: Game, seat: string): { orders: Orders; said: Said } {
  const computer = allOf(game).find((one) => one.seat === seat);
  const spoken = computer?.lock(viewFor(game.position, seat));
  const round = game.began.length;
  const decision = spoken?.decision;
  return {
    orders: decision?.kind === 'lock' ? decision.orders : { moves: [] },
    said: { round, seat, offer: 0, answer: 'orders', reasons: spoken?.reasons ?? [] },
  };
}

function seated(work: Work, world: number): readonly ComputerSeat[] {
  const game = work.game(world);
  if (!game) return [];
  return allOf(game).filter(({ seat }) => playsSeat(work.state, world, seat) === 'computer');
}

/** Computers by the seats of a record, which stay the same object while a game goes on. */
const ready = new WeakMap<object, readonly ComputerSeat[]>();

function allOf({ tables, record }: Game): readonly ComputerSeat[] {
  let computers = ready.get(record.seats);
  if (!computers) {
    computers = computerSeats(tables, '', record).computers;
    ready.set(record.seats, computers);
  }
  return computers;
}

function speak(work: Work, world: number, { decision, reasons }: Spoken): boolean {
  const game = work.game(world);
  if (!game) return false;
  const taken = take(game, decision);
  if (!taken.ok) return false;
  const { seat, round } = decision;
  let said: Said | undefined;
  if (decision.kind === 'answer')
    said = { round, seat, offer: decision.offer, answer: decision.answer, reasons };
  if (decision.kind === 'offer') {
    const known = new Set(dealsIn(work.tables, game.position.cells).map(({ serial }) => serial));
    const made = dealsIn(work.tables, taken.game.position.cells).find(
      (deal) => deal.by === seat && !known.has(deal.serial),
    );
    if (made) said = { round, seat, offer: made.serial, answer: 'offer', reasons };
  }
  work.add({ kind: 'decided', world, decision, ...(said ? { said } : {}) });
  return true;
}

/** Make a seed out of chance's hexadecimal digits, or out of words that a class was given. */
export function seedOf(words: string | undefined, drawn: string): string {
  if (words === undefined) return drawn;
  const { high, low } = seedFrom(words);
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}
