/**
 * Cells in words: what a cell is called, by its path, and what its value means. Why it moved is told in `change.ts`.
 * Numbers are shown on a scale of 0 to 100; the words are those of the watched things' steps.
 */
import { confidenceStep, stepSize } from '../../engine/statecharts/holds.ts';
import { nameOf, nameOfStance } from './reader.ts';
import type { Reader } from './reader.ts';
import { tellQuarter } from './quarter.ts';

/** Name what a cell holds ("Trust between Tehran and Ankara"); empty for cells that only the rules use. */
export function tellCell(path: string, reader: Reader): string {
  const { words } = reader;
  const [kind = '', one = '', other = ''] = path.split('.');
  switch (kind) {
    case 'people':
      return words.say('cell-people');
    case 'issue':
    case 'level':
    case 'event':
      return words.say(`${kind}-${one}`);
    case 'violence':
      return words.say('cell-violence', { theatre: words.say(`theatre-${one}`) });
    case 'control':
      return words.say('cell-control', {
        holder: words.say(`holder-${other}`),
        governorate: words.say(`governorate-${one}`),
      });
    case 'clock':
      return words.say('cell-clock', { clock: words.say(`clock-${one}`) });
    case 'trust':
      return words.say('cell-trust', { one: nameOf(one, reader), other: nameOf(other, reader) });
    case 'pact':
      return words.say('cell-pact', { one: nameOf(one, reader), other: nameOf(other, reader) });
    case 'outsider':
      return words.say('cell-outsider', { outsider: words.say(`outsider-${one}`) });
    case 'confidence':
      return words.say('cell-confidence', { client: nameOf(one, reader) });
    case 'reliance':
      return words.say('cell-reliance', { client: nameOf(one, reader), capital: nameOf(other, reader) });
    case 'home':
      return words.say('cell-home', { capital: nameOf(one, reader) });
    case 'influence':
      return words.say('cell-influence', { capital: nameOf(one, reader) });
    case 'frozen':
      return words.say('cell-frozen', { capital: nameOf(one, reader) });
    case 'aim':
      return words.say(`aim-${one}-${other}`);
    case 'crossed':
      return words.say(`redline-${one}-${other}`);
    case 'made':
    case 'tried':
    case 'reply':
      return words.say(`move-${one}-${other}`);
    case 'stance':
      return words.say('cell-stance', {
        owner: nameOf(one, reader),
        line: words.say(`line-${one}-${other}`),
      });
    case 'round':
      return words.say('cell-round');
    default:
      return '';
  }
}

/** Say what a cell's value means, in words and where it helps with its number ("heavy fighting, 62 of 100"). */
export function tellValue(path: string, value: number, reader: Reader): string {
  const { words } = reader;
  const [kind = '', one = '', other = ''] = path.split('.');
  switch (kind) {
    case 'influence':
      return words.say('value-influence', { amount: value });
    case 'control':
      return words.say('value-share', { share: Math.round(value / 100) });
    case 'clock':
      return words.say('value-clock', { filled: value, of: segmentsOfClock });
    case 'level':
      return words.has(`level-${one}.value`)
        ? words.say(`level-${one}.value`, { thousandth: value / 1000 })
        : words.say('value-level', { value: Math.round(value / 100) });
    case 'stance': {
      const line = reader.tables.lines.find((table) => table.owner === one && table.id === other);
      const stance = line?.stances[value];
      return stance === undefined ? '' : nameOfStance(one, other, stance, reader);
    }
    case 'round':
      return tellQuarter(value, reader);
    case 'made':
    case 'tried':
    case 'crossed':
    case 'event':
      return value === 0 ? words.say('value-never') : tellQuarter(value, reader);
    default: {
      const word = wordFor(path, value, reader);
      return word === ''
        ? String(value)
        : stepIn(path, value).fine
          ? words.say('value-word', { word, value: Math.round(value / 100) })
          : word;
    }
  }
}

/** The word for a value alone ("heavy fighting"); empty where a value has no words. */
export function wordFor(path: string, value: number, reader: Reader): string {
  const { words, tables } = reader;
  const [kind = '', one = ''] = path.split('.');
  if (kind === 'issue') {
    const scale = tables.scenario.issues.find(({ id }) => id === one)?.scale ?? [];
    const point = scale.filter(({ at }) => at <= value).at(-1) ?? scale[0];
    return point ? words.say(`point-${one}-${point.id}`) : '';
  }
  const { step, family } = stepIn(path, value);
  return family === null ? '' : words.say(`${family}-step-${step}`);
}

export interface Step {
  /** From 0. */
  readonly step: number;
  /** How many steps there are. */
  readonly of: number;
  /** Family of words that names the steps; null where there is none. */
  readonly family: StepFamily | null;
  /** True where the cell is finer than its steps. */
  readonly fine: boolean;
}

type StepFamily =
  | 'influence'
  | 'home'
  | 'aim'
  | 'trust'
  | 'people'
  | 'violence'
  | 'alarm'
  | 'confidence'
  | 'reliance';

/** Read a value as one of the named steps of its kind. */
export function stepIn(path: string, value: number): Step {
  const kind = path.split('.')[0] ?? '';
  switch (kind) {
    case 'home':
    case 'aim':
    case 'trust':
    case 'people':
    case 'violence':
      return { step: clamp(Math.trunc(value / stepSize), 4), of: 5, family: kind, fine: true };
    case 'outsider':
      return { step: clamp(Math.trunc(value / stepSize), 4), of: 5, family: 'alarm', fine: true };
    case 'confidence':
      return {
        step: clamp(Math.trunc(value / confidenceStep), 3),
        of: 4,
        family: 'confidence',
        fine: true,
      };
    case 'reliance':
      return { step: clamp(value, 3), of: 4, family: 'reliance', fine: false };
    case 'influence':
      // Two a step: nothing, scarce, a usual quarter, and what can come on top of it.
      return { step: clamp(Math.ceil(value / 2), 4), of: 5, family: 'influence', fine: false };
    default:
      return { step: 0, of: 0, family: null, fine: true };
  }
}

export const segmentsOfClock = 4;

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
