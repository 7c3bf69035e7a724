/** What an author reads when a statechart cannot be played. */
import { describe, expect, it } from 'vitest';
import { broken, byId } from './broken.ts';
import type { Loose } from './broken.ts';

const lines = (scenario: Loose, owner = 'iran'): Loose => byId(scenario.capitals, owner).machine.states;
const ground = (scenario: Loose): Loose => lines(scenario).ground;
const surge = (scenario: Loose): Loose => ground(scenario).states.surge;
/** Finds a move of a capital by id. */
const move = (scenario: Loose, id: string, owner = 'iran'): Loose =>
  Object.values(lines(scenario, owner))
    .map((line: Loose) => line.meta.moves[id])
    .find(Boolean);

const states = 'capitals[iran].machine.states';
const at = `${states}.ground.states.surge`;
const feature = (name: string, words: string): string =>
  `${at}.${name}: found the statechart feature "${name}" (${words}), expected a chart without it: this feature cannot be played.`;

type Case = [string, (scenario: Loose) => void, string[]];

const features: Case[] = [
  ...(
    [
      ['always', 'transitions without an event', [{ target: 'advisers' }]],
      ['after', 'delayed transitions', { 1000: 'advisers' }],
      ['entry', 'entry actions', ['shout']],
      ['exit', 'exit actions', []],
      ['invoke', 'invoked actors', { src: 'x' }],
      ['history', 'history states', 'deep'],
      ['onDone', 'transitions when a state is done', 'advisers'],
      ['tags', 'tags', ['hot']],
      ['output', 'output of a final state', 1],
    ] as const
  ).map(([key, words, value]): Case => [key, (s) => (surge(s)[key] = value), [feature(key, words)]]),
  [
    'nested states',
    (s) => Object.assign(surge(s), { initial: 'low', states: { low: {} } }),
    [
      `${at}.initial: found nested states, expected a stance without states of its own.`,
      `${at}.states: found nested states, expected a stance without states of its own.`,
    ],
  ],
  [
    'a stance of another type',
    (s) => (surge(s).type = 'history'),
    [`${at}.type: found a stance of type "history", expected "final" or no type.`],
  ],
  [
    'a machine without regions',
    (s) => (byId(s.capitals, 'iran').machine.type = 'compound'),
    [
      'capitals[iran].machine.type: found a machine of type "compound", expected a "parallel" one, whose regions are lines.',
    ],
  ],
  [
    'context, and transitions of the whole machine',
    (s) => Object.assign(byId(s.capitals, 'iran').machine, { context: {}, on: {} }),
    [
      'capitals[iran].machine.context: found the statechart feature "context" (context), expected a chart without it: this feature cannot be played.',
      'capitals[iran].machine.on: found transitions of a whole machine or line, expected transitions inside stances.',
    ],
  ],
  [
    'a wildcard event',
    (s) => (surge(s).on['*'] = [{ target: 'advisers' }]),
    [`${at}.on.*: found a wildcard event, expected the id of a move.`],
  ],
  [
    'a transition as text',
    (s) => (surge(s).on.drawDown = 'drawDown'),
    [
      `${at}.on.drawDown: found a transition as text, expected a list of transitions, each an object with its target.`,
    ],
  ],
  [
    'a transition as one object',
    (s) => (surge(s).on.drawDown = { target: 'drawDown' }),
    [
      `${at}.on.drawDown: found a transition as a plain object, expected a list of transitions, each an object with its target.`,
    ],
  ],
  [
    'the old name of a guard, a reentering and an internal transition',
    (s) => Object.assign(surge(s).on.drawDown[0], { cond: 'x', reenter: true, internal: false }),
    ['cond', 'reenter', 'internal'].map(
      (key) =>
        `${at}.on.drawDown[0].${key}: found the statechart feature "${key}" (${
          { cond: 'the old name of a guard', reenter: 'reentering transitions' }[key] ??
          'internal transitions'
        }), expected a chart without it: this feature cannot be played.`,
    ),
  ],
  [
    'a transition without target',
    (s) => delete surge(s).on.drawDown[0].target,
    [
      `${at}.on.drawDown[0].target: found a transition without a target, expected the stance it leads to (its own, to stay).`,
    ],
  ],
  [
    'a target in another line',
    (s) => (surge(s).on.drawDown[0].target = '#iran.assad.open'),
    [
      `${at}.on.drawDown[0].target: found a target outside the line, "#iran.assad.open", expected a stance of the same line.`,
    ],
  ],
  [
    'several targets',
    (s) => (surge(s).on.drawDown[0].target = ['drawDown']),
    [`${at}.on.drawDown[0].target: found several targets, expected one stance of the same line.`],
  ],
  [
    'a guard and an action by name, and an action of another type',
    (s) =>
      Object.assign(surge(s).on.drawDown[0], {
        guard: 'safe',
        actions: ['shout', { type: 'assign', params: {} }],
      }),
    [
      `${at}.on.drawDown[0].guard: found a guard by name, "safe", expected a guard with type and params.`,
      `${at}.on.drawDown[0].actions[0]: found an action by name, "shout", expected a "fire" action with params.`,
      `${at}.on.drawDown[0].actions[1]: found an action of type "assign", expected the only action, "fire".`,
    ],
  ],
];

const charts: Case[] = [
  [
    'a stance nobody can reach',
    (s) => (ground(s).states.advisers.on.surge[0].target = 'drawDown'),
    [`${at}: found a stance that nobody can reach, expected a way to it from "advisers".`],
  ],
  [
    'a stance nobody can leave',
    (s) => delete ground(s).states.drawDown.on,
    [
      `${states}.ground.states.drawDown: found a stance that nothing leads out of, expected a move to another stance, or "type": "final".`,
    ],
  ],
  [
    'a stance nobody can leave that is marked final: nothing is wrong',
    (s) => {
      delete ground(s).states.drawDown.on;
      ground(s).states.drawDown.type = 'final';
    },
    [],
  ],
  [
    'a final stance that can be left',
    (s) => (ground(s).states.drawDown.type = 'final'),
    [
      `${states}.ground.states.drawDown.on: found moves from a stance that is marked final, expected no moves, or no mark.`,
    ],
  ],
  [
    'a first stance that does not exist',
    (s) => (ground(s).initial = 'adviser'),
    [
      `${states}.ground.initial: found "adviser", expected a stance of iran.ground; the nearest known is "advisers".`,
    ],
  ],
  [
    'a target that does not exist',
    (s) => (surge(s).on.drawDown[0].target = 'drawdown'),
    [
      `${at}.on.drawDown[0].target: found "drawdown", expected a stance of iran.ground; the nearest known is "drawDown".`,
    ],
  ],
  [
    'a move that does not exist, and one of another line',
    (s) =>
      Object.assign(surge(s).on, {
        drawDwn: [{ target: 'drawDown' }],
        softenAssad: [{ target: 'drawDown' }],
      }),
    [
      `${at}.on.drawDwn: found "drawDwn", expected a move of iran.ground; the nearest known is "drawDown".`,
      `${at}.on.softenAssad: found a move of line assad, expected a move of line ground.`,
    ],
  ],
  [
    'a move in two lines',
    (s) => {
      lines(s).kurds.meta.moves.surge = ground(s).meta.moves.surge;
      lines(s).kurds.states.words.on.surge = [{ target: 'front' }];
    },
    [
      `${states}.kurds.meta.moves.surge: found a move that line ground has too, expected each move in one line.`,
    ],
  ],
  [
    'a move that leads out of no stance',
    (s) => {
      for (const stance of Object.values<Loose>(ground(s).states)) delete stance.on.pressHold;
    },
    [
      `${states}.ground.meta.moves.pressHold: found a move that leads out of no stance, expected a stance whose "on" has it.`,
    ],
  ],
  [
    'a step that stays where it is',
    (s) => (surge(s).on.drawDown[0].target = 'surge'),
    [
      `${at}.on.drawDown[0].target: found "surge", where it leaves from, expected another stance, since the move is a step.`,
    ],
  ],
  [
    'a transition below one without guard',
    (s) => surge(s).on.drawDown.unshift({ target: 'advisers' }),
    [
      `${at}.on.drawDown[0]: found no guard on a transition that is not the last, expected a guard, or it to be the last, since those below are never tried.`,
    ],
  ],
  [
    "a machine that is not its owner's",
    (s) => (byId(s.capitals, 'iran').machine.id = 'persia'),
    ['capitals[iran].machine.id: found "persia", expected "iran", the id of its owner.'],
  ],
  [
    'a press on nobody, one for a move that cannot be asked, one without influence',
    (s) => {
      move(s, 'pressConvoys').press.client = 'damascs';
      move(s, 'pressHold').press.move = 'pushOn';
      move(s, 'pressKurdishDeal').cost = 0;
    },
    [
      `${states}.assad.meta.moves.pressConvoys.press.client: found "damascs", expected a client; the nearest known is "damascus".`,
      `${states}.ground.meta.moves.pressHold.press.move: found "pushOn", expected a move that can be asked of damascus.`,
      `${states}.kurds.meta.moves.pressKurdishDeal.cost: found 0, expected the least influence that can be pressed, 1 to 3.`,
      'clients[damascus].machine.states.conduct.meta.moves.holdLines: found a move that no capital asks for, expected a press that asks for it.',
    ],
  ],
  [
    'support and cover for nobody',
    (s) => {
      surge(s).meta.supports = 'damascs';
      move(s, 'shieldDamascus').covers = 'everyone';
    },
    [
      `${at}.meta.supports: found "damascs", expected a client; the nearest known is "damascus".`,
      `${states}.assad.meta.moves.shieldDamascus.covers: found "everyone", expected a client.`,
    ],
  ],
  [
    'a joint move whose partner lacks the counterpart',
    (s) => (move(s, 'channelTalks').joint.id = 'channelTalk'),
    [
      'capitals[iran].machine.states.washington.meta.moves.channelTalks.joint.id: found "channelTalk", which usa does not have, expected a joint move of usa too; the nearest known is "channelTalks".',
      'capitals[usa].machine.states.iran.meta.moves.channelTalks.joint.id: found "channelTalks", which iran does not have, expected a joint move of iran too; the nearest known is "channelTalk".',
    ],
  ],
  [
    'joint moves that name different capitals',
    (s) => (move(s, 'channelTalks').joint.all = ['iran', 'usa', 'turky']),
    [
      'capitals[iran].machine.states.washington.meta.moves.channelTalks.joint.all: found iran, usa, turky, expected the same capitals as in the joint move of usa.',
      'capitals[iran].machine.states.washington.meta.moves.channelTalks.joint.all[2]: found "turky", expected a capital; the nearest known is "turkey".',
      'capitals[usa].machine.states.iran.meta.moves.channelTalks.joint.all: found iran, usa, expected the same capitals as in the joint move of iran.',
    ],
  ],
];

describe('A statechart with a feature that cannot be played', () => {
  it.each(features)('%s', (_, change, expected) => {
    expect(broken(change).sort()).toEqual(expected.map((sentence) => `scenario.json, ${sentence}`).sort());
  });
});

describe('A statechart that cannot be played', () => {
  it.each(charts)('%s', (_, change, expected) => {
    expect(broken(change)).toEqual(expected.map((sentence) => `scenario.json, ${sentence}`));
  });
});

describe('Capitals', () => {
  it('have as much to do as one another, within one', () => {
    const found = broken((s) => {
      for (const id of ['one', 'two']) {
        ground(s).meta.moves[id] = { ...ground(s).meta.moves.surge, kind: 'act', again: 0 };
        surge(s).on[id] = [{ target: 'surge' }];
      }
    });
    expect(found[0]).toBe(
      'scenario.json, capitals[iran].machine: found 8 of kind "act" for iran, expected 7 at most.',
    );
    expect(
      broken((s) => {
        const [first, second] = s.decisions.filter((one: Loose) => one.capital === 'usa');
        first.capital = 'turkey';
        second.capital = 'turkey';
        first.when = second.when = { type: 'roundAtLeast', params: { round: 1 } };
      }),
    ).toEqual([
      'scenario.json, decisions: found 5 of kind "decision" for iran, expected 4 at most, since another capital has 3.',
      'scenario.json, decisions: found 5 of kind "decision" for russia, expected 4 at most, since another capital has 3.',
      'scenario.json, decisions: found 7 of kind "decision" for turkey, expected 6 at most.',
    ]);
  });
});
