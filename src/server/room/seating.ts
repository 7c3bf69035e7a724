/** Seats people by lot: full teams of three first, then posts outside the capitals, then further members who mirror a team. */
import type { PlainPost } from '../../table/classWords.ts';
import { teamOf } from './posts.ts';
import type { Person } from './state.ts';
import type { Work } from './work.ts';

/** Members of a full team. */
const fullTeam = 3;
/** Posts outside the capitals that a world fills when its teams are full. */
const outside: readonly PlainPost[] = ['un', 'humanitarian', 'press', 'archivist'];

/** Seat everybody who has no place yet, in an order that is drawn. */
export function seatByLot(work: Work): void {
  const waiting = Object.values(work.state.people).filter(({ seat, post }) => seat === null && post === null);
  for (let left = waiting.length; left > 1; left--) {
    const at = work.draw(left);
    const last = waiting[left - 1];
    const other = waiting[at];
    if (last && other) [waiting[left - 1], waiting[at]] = [other, last];
  }
  for (const person of waiting) seatOne(work, person);
}

/** Give a person the place where it is needed most. */
export function seatOne(work: Work, { id: person }: Person): void {
  const { state } = work;
  const teams = state.worlds.flatMap((_, world) =>
    work.tables.capitals.map(({ id: seat }) => ({ world, seat, size: teamOf(state, world, seat).length })),
  );
  const smallest = Math.min(...teams.map(({ size }) => size));
  // Worlds fill evenly: the one with fewer people first.
  const filled = (world: number): number =>
    Object.values(state.people).filter((one) => one.world === world && (one.seat ?? one.post) !== null)
      .length;
  if (smallest >= fullTeam) {
    const free = state.worlds
      .flatMap((_, world) => outside.map((post) => ({ world, post })))
      .filter(
        ({ world, post }) =>
          !Object.values(state.people).some((one) => one.world === world && one.post === post),
      )
      .sort((one, other) => filled(one.world) - filled(other.world))[0];
    if (free) return work.add({ kind: 'placed', person, world: free.world, seat: null, post: free.post });
  }
  const team = teams
    .filter(({ size }) => size === smallest)
    .sort((one, other) => filled(one.world) - filled(other.world));
  const fewest = team.filter(({ world }) => filled(world) === filled(team[0]?.world ?? 0));
  const chosen = fewest[work.draw(fewest.length)];
  if (chosen) work.add({ kind: 'placed', person, world: chosen.world, seat: chosen.seat, post: null });
}
