/** Assumptions in words: what is assumed otherwise, and its value as it is read elsewhere. */
import type { Assumable } from '../../engine/scenario/assumptions.ts';
import type { ScenarioShape } from '../../engine/scenario/schema.ts';
import { tellCell, tellValue } from '../reading/level.ts';
import { nameOf } from '../reading/reader.ts';
import type { Reader } from '../reading/reader.ts';

type Naming = Pick<Reader, 'words' | 'tables'>;

/** Name what can be assumed otherwise. */
export function nameOfAssumption(what: string, naming: Naming): string {
  const { words, tables } = naming;
  const [kind = '', ...rest] = what.split('.');
  if (kind === 'link') return words.say(`link-${rest[0] ?? ''}`);
  if (kind === 'start')
    return words.say('assume-start', { what: tellCell(rest.join('.'), readerOf(naming)) });
  const [capital = '', aim = '', at = ''] = rest;
  const part = tables.scenario.capitals.find(({ id }) => id === capital)?.aims.find(({ id }) => id === aim)
    ?.parts[Number(at)];
  return words.say('assume-weight', {
    who: nameOf(capital, naming),
    aim: words.say(`aim-${capital}-${aim}`),
    what: part ? tellCell(part.level, readerOf(naming)) : '',
  });
}

/** Say a value of an assumption in the unit in which it is read. */
export function tellAssumed(
  { kind, what }: Pick<Assumable, 'kind' | 'what'>,
  value: number,
  naming: Naming,
): string {
  const { words } = naming;
  if (kind === 'link') return words.say('assume-strength', { points: value / 100 });
  if (kind === 'weight') return words.say('assume-weight-of', { weight: value });
  return tellValue(what.slice('start.'.length), value, readerOf(naming));
}

/** Say every assumption of a changed copy in one line each; none for an author's own scenario. */
export function tellAssumptions(scenario: ScenarioShape, naming: Naming): string[] {
  return (scenario.assumed ?? []).map(({ what, is }) => {
    const kind = what.split('.')[0] as Assumable['kind'];
    return naming.words.say('assume-line', {
      what: nameOfAssumption(what, naming),
      is: tellAssumed({ kind, what }, is, naming),
    });
  });
}

function readerOf({ words, tables }: Naming): Reader {
  return { words, tables, seat: '', at: () => 0 };
}
