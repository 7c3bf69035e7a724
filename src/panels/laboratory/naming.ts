/** Names of what a laboratory measures, in the reader's words. */
import { assumedIn } from '../../forecast/laboratory.ts';
import type { Outcome, Trial } from '../../forecast/laboratory.ts';
import type { Swing } from '../../forecast/sensitivity.ts';
import type { Words } from '../../words/words.ts';
import { tellAssumptions } from '../model/assumptionWords.ts';
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

/** Say what a reader assumed, one line each; none where all is as the authors have it. */
export function tellOwn(
  trial: Pick<Trial, 'hinges' | 'strengths'>,
  { tables }: Pick<Naming, 'tables'>,
  words: Words,
): string[] {
  return [
    ...tellAssumptions(tables.scenario, { words, tables }),
    ...assumedIn(tables, trial).flatMap((one): string[] => {
      if (one.kind === 'hinge')
        return [
          words.say('lab-own-line', {
            what: words.say(`laboratory-hinge-${one.id}`),
            is: words.say(one.is === 'yes' ? 'lab-yes' : 'lab-no'),
          }),
        ];
      if (one.kind === 'scenario' || typeof one.is !== 'object') return [];
      return [
        words.say('lab-own-line', {
          what: words.say(`link-${one.id}`),
          is: words.say('lab-set', { value: pointsOf(one.is.from, words) }),
        }),
      ];
    }),
  ];
}

/** Write hundredths as points of 100 with one decimal; what rounds to nothing has no sign. */
export function pointsOf(hundredths: number, words: Words): string {
  const tenths = Math.round(hundredths / 10) / 10;
  return words.number(tenths === 0 ? 0 : tenths, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
