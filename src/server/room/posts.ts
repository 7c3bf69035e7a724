/** Posts in a team and what each may do, by RULES: head, envoy, analyst; pairs merge head and analyst; posts pass on each round. */
import type { PlainPost, TeamPost } from '../../table/classWords.ts';
import { plainPosts } from '../../table/classWords.ts';
import { powers as all } from '../../table/wire.ts';
import type { Power } from '../../table/wire.ts';
import type { Person, RoomState } from './state.ts';

/** By size of the team; whoever is further down mirrors. */
const bySize: readonly (readonly TeamPost[])[] = [
  [],
  ['alone'],
  ['headAnalyst', 'envoy'],
  ['head', 'envoy', 'analyst'],
];

const powersOf: Readonly<Record<TeamPost, readonly Power[]>> = {
  head: ['draft', 'mark'],
  envoy: ['talk'],
  analyst: ['reports', 'guess', 'lock'],
  headAnalyst: ['draft', 'mark', 'reports', 'guess', 'lock'],
  alone: all,
  mirror: [],
};

/** People who sit at a capital, in the order in which they came. */
export function teamOf(state: RoomState, world: number, seat: string): Person[] {
  return Object.values(state.people).filter((one) => one.world === world && one.seat === seat);
}

/** The post of each member of a team in a round. */
export function postsIn(team: readonly Person[], round: number, rotate: boolean): Map<string, TeamPost> {
  const posts = [...(bySize[Math.min(team.length, 3)] ?? [])];
  while (posts.length < team.length) posts.push('mirror');
  const given = new Map<string, TeamPost>();
  for (const { id, post } of team) {
    const at = posts.findIndex((one) => one === post);
    if (at < 0) continue;
    given.set(id, post as TeamPost);
    posts.splice(at, 1);
  }
  const others = team.filter(({ id }) => !given.has(id));
  const turn = rotate ? round - 1 : 0;
  others.forEach(({ id }, at) => given.set(id, posts[(at + turn) % posts.length] ?? 'mirror'));
  return given;
}

/** The post of a person now: in its team, outside the capitals, or none yet. */
export function postOf(state: RoomState, person: Person): TeamPost | PlainPost | null {
  if (person.seat === null)
    return (plainPosts as readonly (string | null)[]).includes(person.post)
      ? (person.post as PlainPost)
      : null;
  const team = teamOf(state, person.world, person.seat);
  return postsIn(team, roundIn(state, person.world), state.settings.rotate).get(person.id) ?? null;
}

/**
 * What a person may do now. The powers of a member whose device is away fall to the first one who is here, so that a dropped tablet
 * stops nobody.
 */
export function powersNow(state: RoomState, person: Person): readonly Power[] {
  if (person.seat === null) return [];
  const team = teamOf(state, person.world, person.seat);
  const posts = postsIn(team, roundIn(state, person.world), state.settings.rotate);
  const own = (id: string): readonly Power[] => powersOf[posts.get(id) ?? 'mirror'];
  const first = team.find(({ here }) => here !== null);
  if (first?.id !== person.id) return own(person.id);
  const covered = new Set(own(person.id));
  for (const { id, here } of team) if (here === null) for (const power of own(id)) covered.add(power);
  return all.filter((power) => covered.has(power));
}

function roundIn(state: RoomState, world: number): number {
  return state.worlds[world]?.round ?? 1;
}
