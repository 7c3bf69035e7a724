/** What a warning does to computer capitals: they leave what it speaks of where they have something to fear, and only then. */
import { expect, test } from 'vitest';
import { decide } from '../../src/engine/decide.ts';
import { start } from '../../src/engine/position.ts';
import type { Position } from '../../src/engine/position.ts';
import { viewFor } from '../../src/engine/seats.ts';
import { fearsOf } from '../../src/forecast/heed.ts';
import { choose } from '../../src/forecast/policy.ts';
import type { Choice } from '../../src/forecast/policy.ts';
import { longGame, someChance, tables } from './june2016.ts';

interface Warning {
  readonly warner: string;
  readonly warned: string;
  readonly move: string;
  readonly will: string;
}
/** Announcements that cost whom they are made to so much that some leave what they speak of. */
const hurtful: readonly Warning[] = [
  { warner: 'usa', warned: 'turkey', move: 'mendTies', will: 'armYpg' },
  { warner: 'usa', warned: 'turkey', move: 'beyondHosting', will: 'armYpg' },
  { warner: 'turkey', warned: 'russia', move: 'seekPlan', will: 'speakForOpposition' },
  { warner: 'turkey', warned: 'russia', move: 'drawCloser', will: 'speakForOpposition' },
];
/** Nothing of Moscow's is spoken of. */
const another: Warning = { warner: 'turkey', warned: 'iran', move: 'leanAnkara', will: 'speakForOpposition' };

const beginnings = Array.from({ length: 9 }, (_, at) => {
  const chance = someChance(`warned ${at}`);
  const temperament = ['patient-3', 'guarded-5', 'forward-7'][at % 3] ?? '';
  return { chance, temperament, position: start(tables, longGame, chance).position };
});
type Beginning = (typeof beginnings)[number];

function warned(at: Beginning, { warner, warned: capital, move, will }: Warning): Position {
  const decided = decide(
    at.position,
    { seat: warner, round: 1, kind: 'warn', if: { capital, move }, will },
    at.chance,
  );
  if (!decided.ok) throw new Error(decided.why.reason);
  return decided.position;
}

function chosen({ temperament }: Beginning, position: Position, seat: string, policy: string): Choice {
  return choose(tables, viewFor(position, seat), { policy, temperament });
}
/** What the seat that is warned chooses without the warning, and with it. */
function bothWays(warning: Warning, policy: string, games = beginnings.length, seat = warning.warned) {
  return beginnings.slice(0, games).map((at) => ({
    before: chosen(at, at.position, seat, policy),
    after: chosen(at, warned(at, warning), seat, policy),
  }));
}
const makes = ({ orders }: Choice, move: string): boolean => orders.moves.some((one) => one.move === move);

// To look ahead takes a hundred times as long: fewer games say as much.
for (const [policy, games, least] of [
  ['quick@4', 9, 15],
  ['deep@4', 3, 5],
] as const) {
  test(`${policy}: some leave what would call a hurtful warning and say so, and who does it all the same says that`, () => {
    let made = 0;
    let left = 0;
    let told = 0;
    for (const warning of hurtful) {
      const { warner: by, move } = warning;
      for (const { before, after } of bothWays(warning, policy, games)) {
        const keys = after.all.filter(({ args }) => args['with'] === by).map(({ key }) => key);
        if (makes(after, move)) expect(keys).toContain('defiesWarning');
        if (!makes(before, move)) continue;
        made++;
        if (makes(after, move)) continue;
        left++;
        if (keys.includes('heedsWarning')) told++;
      }
    }
    expect(made).toBeGreaterThan(least);
    expect(left).toBeGreaterThan(made / 4);
    expect(told).toBeGreaterThan(left / 2);
  });
}

test('a warning to another capital changes nothing', () => {
  for (const { before, after } of bothWays(another, 'quick@4', 9, 'russia'))
    expect(after.orders).toEqual(before.orders);
});

test('two warnings of the same move are feared together, and the worse one is named', () => {
  const [at] = beginnings as [Beginning];
  const [armed] = hurtful as [Warning];
  const bargain: Warning = { ...armed, warner: 'iran', will: 'shieldDamascus' };
  const turkey = tables.capitals.find(({ id }) => id === 'turkey') as (typeof tables.capitals)[number];
  const mend = turkey.moves.find(({ id }) => id === armed.move)?.index ?? -1;
  const feared = (position: Position) =>
    fearsOf(tables, position.cells, turkey, at.temperament, {}).get(mend);
  const first = warned(at, armed);
  const one = feared(first)?.harm ?? 0;
  const other = feared(warned(at, bargain))?.harm ?? 0;
  expect(Math.min(one, other)).toBeGreaterThan(0);
  const both = feared(warned({ ...at, position: first }, bargain));
  expect(both?.harm).toBeCloseTo(one + other);
  expect(both?.warner).toBe(one > other ? armed.warner : bargain.warner);
});
