/**
 * A guard in words: what would have to hold, as the scenario's author wrote it. "Not" is carried inwards, so that every
 * sentence says plainly what it needs.
 */
import type { GuardShape, LeafGuard } from '../../engine/scenario/guards.ts';
import { confidenceStep, stepSize } from '../../engine/statecharts/holds.ts';
import { pairPath } from '../../engine/layout.ts';
import { tellCell, tellValue, wordFor } from './level.ts';
import { tellQuarter } from './quarter.ts';
import { nameOf, nameOfCurrentStance, nameOfStance } from './reader.ts';
import type { Filling, Reader } from './reader.ts';

/** Say what a guard asks for: "Ankara’s line on Moscow stands at partnership". */
export function tellGuard(guard: GuardShape, reader: Reader): string {
  return tell(guard, true, reader);
}

/** Say how the first thing that a guard looks at stands now; empty where that says nothing more. */
export function tellGuardNow(guard: GuardShape, reader: Reader): string {
  switch (guard.type) {
    case 'all':
    case 'any':
      return '';
    case 'not':
      return tellGuardNow(guard.params.of, reader);
    case 'stanceIs':
      return nameOfCurrentStance(guard.params.of, guard.params.line, reader);
    default: {
      const path = pathOf(guard);
      return path === null ? '' : tellValue(path, reader.at(path), reader);
    }
  }
}

function tell(guard: GuardShape, holds: boolean, reader: Reader): string {
  switch (guard.type) {
    case 'not':
      return tell(guard.params.of, !holds, reader);
    case 'all':
    case 'any': {
      const parts = guard.params.of.map((part) => tell(part, holds, reader));
      // Not (all of them) is: one of them is not.
      const together = (guard.type === 'all') === holds;
      if (together) return reader.words.list(parts);
      return parts.reduce((one, other) => reader.words.say('guard-or', { one, other }));
    }
    default:
      return reader.words.say(`guard-${guard.type}${holds ? '' : '.not'}`, fillingOf(guard, reader));
  }
}

function fillingOf(guard: LeafGuard, reader: Reader): Filling {
  const { words } = reader;
  switch (guard.type) {
    case 'levelAtLeast':
    case 'levelBelow': {
      const { level, value } = guard.params;
      return { what: tellCell(level, reader), value: tellValue(level, value, reader) };
    }
    case 'stanceIs': {
      const { of, line, stance } = guard.params;
      return {
        who: nameOf(of, reader),
        line: words.say(`line-${of}-${line}`),
        stance: nameOfStance(of, line, stance, reader),
      };
    }
    case 'pactInForce':
      return pairOf(guard.params.between, reader);
    case 'eventHappened':
      return { event: words.say(`event-${guard.params.event}`) };
    case 'roundAtLeast':
    case 'roundBefore':
      return { quarter: tellQuarter(guard.params.round, reader) };
    case 'homeAtLeast': {
      const { capital, step } = guard.params;
      return { who: nameOf(capital, reader), word: wordFor(`home.${capital}`, step * stepSize, reader) };
    }
    case 'trustAtLeast': {
      const { between, step } = guard.params;
      return { ...pairOf(between, reader), word: wordFor('trust', step * stepSize, reader) };
    }
    case 'clockAtLeast':
      return { clock: words.say(`clock-${guard.params.clock}`), segments: guard.params.segments };
    case 'confidenceAtLeast': {
      const { client, step } = guard.params;
      return { who: nameOf(client, reader), word: wordFor('confidence', step * confidenceStep, reader) };
    }
    case 'relianceAtLeast': {
      const { client, capital, step } = guard.params;
      return {
        who: nameOf(client, reader),
        capital: nameOf(capital, reader),
        word: wordFor('reliance', step, reader),
      };
    }
    case 'answered': {
      const { decision, option } = guard.params;
      return {
        decision: words.say(`decision-${decision}`),
        option: words.say(`option-${decision}-${option}`),
      };
    }
    case 'hasMade': {
      const { capital, move } = guard.params;
      return { who: nameOf(capital, reader), move: words.say(`move-${capital}-${move}`) };
    }
  }
}

function pairOf([one, other]: readonly [string, string], reader: Reader): Filling {
  return { one: nameOf(one, reader), other: nameOf(other, reader) };
}

/** Path of the level that a guard looks at, where seeing its present value helps. */
function pathOf(guard: LeafGuard): string | null {
  switch (guard.type) {
    case 'levelAtLeast':
    case 'levelBelow':
      return guard.params.level;
    case 'homeAtLeast':
      return `home.${guard.params.capital}`;
    case 'trustAtLeast':
      return `trust.${pairPath(...guard.params.between)}`;
    case 'clockAtLeast':
      return `clock.${guard.params.clock}`;
    case 'confidenceAtLeast':
      return `confidence.${guard.params.client}`;
    case 'relianceAtLeast':
      return `reliance.${guard.params.client}.${guard.params.capital}`;
    default:
      return null;
  }
}
