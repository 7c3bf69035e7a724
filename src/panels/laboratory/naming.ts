/** Names of what a laboratory measures, in the reader's words. */
import type { Outcome } from '../../forecast/laboratory.ts';
import type { Swing } from '../../forecast/sensitivity.ts';
import type { Words } from '../../words/words.ts';
import { tellCell } from '../reading/level.ts';
import type { OpenedLaboratory } from './opened.ts';

type Naming = Pick<OpenedLaboratory, 'tables' | 'laboratory'>;

/** Name an outcome. */
export function nameOf(outcome: Outcome, _: Naming, words: Words): string {
  switch (outcome.kind) {
    case 'scale':
      return words.say(`laboratory-scale-${outcome.id}`);
    case 'reached':
      return words.say('lab-reached', { capital: words.say(`capital-${outcome.capital}`) });
    case 'people':
      return words.say('lab-people');
    case 'violence':
      return words.say('lab-violence');
  }
}

/** Name an assumption: a link by its sentence, a weight by its aim and level. */
export function nameOfSwing(
  { kind, id }: Pick<Swing, 'kind' | 'id'>,
  { tables, laboratory }: Naming,
  words: Words,
): string {
  if (kind === 'link') return words.say(`link-${id}`);
  const [aim = '', level = ''] = id.split(' ');
  return words.say('lab-weight', {
    level: tellCell(level, { words, tables, seat: laboratory.capital, at: () => 0 }),
    aim: words.say(`aim-${aim.replace('.', '-')}`),
  });
}

/** Write hundredths as points of 100 with one decimal; what rounds to nothing has no sign. */
export function pointsOf(hundredths: number, words: Words): string {
  const tenths = Math.round(hundredths / 10) / 10;
  return words.number(tenths === 0 ? 0 : tenths, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
