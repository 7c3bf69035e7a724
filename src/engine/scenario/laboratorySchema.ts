/**
 * The shape of a laboratory file: the question that a scenario starts from, the arms in which it is tried, the beliefs on which the
 * answer may hinge, each bound to rules of the scenario, and the scales on which it is read. How arms are played is not told here.
 */
import { z } from '../zod.ts';
import { Id, Path } from './guards.ts';
import type { Known } from './known.ts';
import { shown } from './problems.ts';
import type { Path as Place, Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';

export const laboratoryFormat = 1;

const sources = z.array(z.string().min(1)).min(1);
const keep = z.record(z.string(), Id);

/** One way of the asking capital: stances it holds, and with whom alone it makes costly deals and joint moves. */
const Arm = z.strictObject({
  id: Id,
  keep,
  /** Capitals with which it deals; all where it is left out. */
  dealsWith: z.array(Id).optional(),
  sources,
});

/** What a belief comes to in the model. */
const Assumed = z.strictObject({
  /** Stances that other capitals walk to and hold. */
  keep: keep.optional(),
  /** Links whose strength is drawn from the lower or the upper third of its range. */
  strengths: z.record(z.string(), z.enum(['lower', 'upper'])).optional(),
  /** Kinds of temperament of capitals. */
  temperaments: z.record(z.string(), z.enum(['patient', 'guarded', 'forward'])).optional(),
});
export type AssumedShape = z.infer<typeof Assumed>;

/** A belief on which the answer may hinge, argued for and against; left open, nothing of it is assumed. */
const Hinge = z.strictObject({
  id: Id,
  for: z.strictObject({ sources }),
  against: z.strictObject({ sources }),
  yes: Assumed,
  no: Assumed,
});

/** A scale on which the arms are read, at the end of each game; aims count half their average and half their end. */
const Scale = z.strictObject({
  id: Id,
  level: Path,
  /** True where less is better, such as strain. */
  reversed: z.boolean().optional(),
  sources,
});

export const Laboratory = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(laboratoryFormat),
  /** The capital whose choice is in question, and the two partners between whom its leaning is measured. */
  capital: Id,
  partners: z.tuple([Id, Id]),
  sources,
  arms: z.array(Arm).min(2).max(6),
  hinges: z.array(Hinge).max(6),
  /** Never added up. */
  scales: z.array(Scale).min(1).max(6),
  /** What stands in the record after the game's horizon, as fact. */
  afterwards: z.strictObject({ sources }).optional(),
});
export type LaboratoryShape = z.infer<typeof Laboratory>;

/** List the keys of the words that a laboratory needs. */
export function laboratoryKeys({ arms, hinges, scales, afterwards }: LaboratoryShape): string[] {
  return [
    'laboratory-question',
    'laboratory-question.note',
    'laboratory-may',
    'laboratory-may-not',
    ...(afterwards ? ['laboratory-afterwards'] : []),
    ...arms.flatMap(({ id }) => [`laboratory-arm-${id}`, `laboratory-arm-${id}.note`]),
    ...hinges.flatMap(({ id }) =>
      ['', '.yes', '.no', '.for', '.against'].map((part) => `laboratory-hinge-${id}${part}`),
    ),
    ...scales.flatMap(({ id }) => [`laboratory-scale-${id}`, `laboratory-scale-${id}.note`]),
  ];
}

/** Check that everything a laboratory names exists, and has words where the words are known. */
export function checkLaboratory(
  laboratory: LaboratoryShape,
  scenario: ScenarioShape,
  known: Known,
  textKeys: ReadonlySet<string> | undefined,
  reporter: Reporter,
): void {
  const capitals = scenario.capitals.map(({ id }) => id);
  const links = scenario.links.map(({ id }) => id);
  const lines = new Map<string, string[]>(
    scenario.capitals.flatMap(({ id, machine }) =>
      Object.entries(machine.states).map(
        ([line, { states }]) => [`${id}.${line}`, Object.keys(states)] as const,
      ),
    ),
  );
  const levels: string[] = [
    ...known.readable,
    ...scenario.capitals.flatMap(({ id, aims }) => aims.map((aim) => `aim.${id}.${aim.id}`)),
  ];
  const isCapital = (id: string, place: Place): void => {
    if (!capitals.includes(id)) reporter.report(place, shown(id), 'a capital', id, capitals);
  };
  const isKept = (held: Readonly<Record<string, string>> | undefined, place: Place): void => {
    for (const [line, stance] of Object.entries(held ?? {})) {
      const stances = lines.get(line);
      if (!stances) reporter.report([...place, line], shown(line), 'a line of a capital', line, lines.keys());
      else if (!stances.includes(stance))
        reporter.report([...place, line], shown(stance), `a stance of ${line}`, stance, stances);
    }
  };
  isCapital(laboratory.capital, ['capital']);
  laboratory.partners.forEach((partner, at) => {
    isCapital(partner, ['partners', at]);
    if (partner === laboratory.capital)
      reporter.report(['partners', at], shown(partner), 'another capital than the one that asks');
  });
  laboratory.arms.forEach((arm, at) => {
    isKept(arm.keep, ['arms', at, 'keep']);
    arm.dealsWith?.forEach((id, place) => isCapital(id, ['arms', at, 'dealsWith', place]));
  });
  laboratory.hinges.forEach((hinge, at) => {
    for (const side of ['yes', 'no'] as const) {
      const place = ['hinges', at, side];
      isKept(hinge[side].keep, [...place, 'keep']);
      for (const id of Object.keys(hinge[side].strengths ?? {}))
        if (!links.includes(id)) reporter.report([...place, 'strengths', id], shown(id), 'a link', id, links);
      for (const id of Object.keys(hinge[side].temperaments ?? {}))
        isCapital(id, [...place, 'temperaments', id]);
    }
  });
  laboratory.scales.forEach(({ level }, at) => {
    if (!levels.includes(level))
      reporter.report(['scales', at, 'level'], shown(level), 'a level or an aim', level, levels);
  });
  for (const list of ['arms', 'hinges', 'scales'] as const) {
    laboratory[list].forEach(({ id }, at) => {
      if (laboratory[list].findIndex((other) => other.id === id) < at)
        reporter.report([list, at, 'id'], `${shown(id)} a second time`, 'each id once');
    });
  }
  for (const key of laboratoryKeys(laboratory))
    if (textKeys && !textKeys.has(key))
      reporter.report([], 'nothing in English', `the text ${key} in words/en.ftl`);
}
