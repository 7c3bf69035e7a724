/**
 * Asks the real scenario which way its parts push, for claims that name a source. Directions only: how strongly is the
 * authors' reading, and how well the whole follows the record is measured by `history`.
 */
import { readFileSync } from 'node:fs';
import { readScenario } from '../../src/engine/scenario/readScenario.ts';

const folder = new URL('../../assets/scenarios/tehran-2016/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const whole = readScenario({ 'scenario.json': read('scenario.json'), 'sources.json': read('sources.json') });
if (!whole.ok) throw new Error(whole.problems[0]?.sentence);
export const { scenario, sources } = whole;

/** What a part of the model does to levels: by level, the amounts it moves them by, and what it cites. */
export interface Push {
  readonly cites: readonly string[];
  /** One map a way in which it can come about: a link has one, a move one a transition, an event one a case. */
  readonly ways: readonly ReadonlyMap<string, number>[];
}

/**
 * Find a part of the model.
 * @param name `link truceAid`, `move turkey.operate`, `event convoyHit`, or one case of it: `event afrinOperation entered`
 */
export function pushOf(name: string): Push {
  const [kind, id = '', only] = name.split(' ');
  if (kind === 'link') {
    const link = linkOf(id);
    return { cites: link.sources, ways: [moved([[id, 1]])] };
  }
  if (kind === 'event') {
    const event = scenario.events.find((one) => one.id === id);
    const cases = event?.cases.filter((one) => only === undefined || one.id === only) ?? [];
    if (!event || cases.length === 0) throw new Error(`no ${name}`);
    return { cites: event.sources, ways: cases.map(({ fires }) => moved(firedBy(fires))) };
  }
  const [capital, move = ''] = id.split('.');
  const machine = scenario.capitals.find((one) => one.id === capital)?.machine;
  const region = Object.values(machine?.states ?? {}).find(({ meta }) => Object.hasOwn(meta.moves, move));
  const about = region?.meta.moves[move];
  if (!region || !about) throw new Error(`no ${name}`);
  const ways = Object.values(region.states)
    .flatMap(({ on }) => on?.[move] ?? [])
    .map(({ actions }) => firedBy(actions));
  return {
    // What it fires rests on the sources of the links that it fires, too.
    cites: [...about.sources, ...ways.flat().flatMap(([link]) => linkOf(link).sources)],
    ways: ways.map(moved),
  };
}

type Fires = readonly { params: { link: string; times?: number | undefined } }[];

function firedBy(fires: Fires | undefined): [string, number][] {
  return (fires ?? []).map(({ params }) => [params.link, params.times ?? 1]);
}

function moved(fired: readonly (readonly [string, number])[]): Map<string, number> {
  const amounts = new Map<string, number>();
  const add = (level: string, amount: number): void => {
    amounts.set(level, (amounts.get(level) ?? 0) + amount);
  };
  for (const [id, times] of fired) {
    const { to, strength } = linkOf(id);
    if ('level' in to) add(to.level, strength * times);
    else {
      add(`control.${to.control}.${to.to}`, strength * times);
      add(`control.${to.control}.${to.from}`, -strength * times);
    }
  }
  return amounts;
}

function linkOf(id: string) {
  const link = scenario.links.find((one) => one.id === id);
  if (!link) throw new Error(`no link ${id}`);
  return link;
}
