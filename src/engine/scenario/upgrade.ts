/**
 * Brings older scenario files up to today's format, one step at a time. What today's format is stands in `schema.ts`.
 */
import { problemAt, shown, childOf } from './problems.ts';
import type { Problem } from './problems.ts';
import { scenarioFormat } from './schema.ts';

type Step = (old: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** The step at place n takes a file from format n to n + 1. What a step cannot read it leaves: the schema then says what is wrong. */
const steps: readonly Step[] = [
  /** Format 0 gave the first month as one text, `startMonth: "2016-06"`. */
  ({ startMonth, ...rest }) => {
    const match = typeof startMonth === 'string' ? /^(\d{4})-(\d{2})$/.exec(startMonth) : null;
    const starts = match ? { year: Number(match[1]), month: Number(match[2]) } : startMonth;
    return { ...rest, ...(startMonth === undefined ? {} : { starts }), format: 1 };
  },
];

/**
 * Upgrade a scenario's data to today's format.
 * @param data what stood in the file, any JSON
 * @returns new data (the old is left as it was), or one problem: no format, not a known one, or a newer one
 */
export function upgrade(
  file: string,
  data: unknown,
): { ok: true; data: unknown } | { ok: false; problem: Problem } {
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    return { ok: false, problem: problemAt(file, '', shown(data), 'an object that holds a scenario') };
  const format = childOf(data, 'format');
  const expected = `a whole number from 0 to ${scenarioFormat}`;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0)
    return { ok: false, problem: problemAt(file, 'format', shown(format), expected) };
  if (format > scenarioFormat) {
    const found = `format ${format}, made for a newer version of Red Lines`;
    return { ok: false, problem: problemAt(file, 'format', found, `${scenarioFormat} at most`) };
  }
  let upgraded = data as Record<string, unknown>;
  for (const step of steps.slice(format)) upgraded = step(upgraded);
  return { ok: true, data: upgraded };
}
