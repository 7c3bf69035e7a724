/**
 * Checks data against a Zod schema and says in sentences what does not fit, with the nearest key where one is misspelt.
 * Where a small repair makes the rest readable (an unknown key left out, a number put in), it is made on a copy, so that
 * one mistake does not hide all others; what was repaired has been reported.
 */
import { z } from '../zod.ts';
import { childOf, nearest, shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';

export interface Shaped<T> {
  /** The data where it fits, repaired ones included; null where too much is broken. */
  readonly data: T | null;
  /** What was repaired: problems inside are not worth saying again. */
  readonly mended: readonly Path[];
}

/**
 * Check data against a schema.
 * @param known places already reported, whose problems are not said again
 */
export function shapeOf<T>(
  schema: z.ZodType<T>,
  data: unknown,
  reporter: Reporter,
  known: readonly Path[] = [],
): Shaped<T> {
  const first = schema.safeParse(data);
  if (first.success) return { data: first.data, mended: [] };
  const json = jsonSchemaOf(schema);
  const issues = first.error.issues.flatMap((issue) => flat(issue, []));
  for (const issue of issues) say(issue, data, json, reporter, known);
  // What came out of JSON can be copied through it.
  const copy: unknown = JSON.parse(JSON.stringify(data) ?? 'null');
  const mended: Path[] = [...known];
  let left = issues;
  for (let turn = 0; turn < 3; turn++) {
    if (!left.every((issue) => mend(copy, issue, mended, known))) return { data: null, mended };
    const again = schema.safeParse(copy);
    if (again.success) return { data: again.data, mended };
    left = again.error.issues.flatMap((issue) => flat(issue, []));
  }
  return { data: null, mended };
}

/** Tell whether a path lies at or below one of the places. */
export function isInside(path: Path, places: readonly Path[]): boolean {
  return places.some((place) => place.every((key, at) => path[at] === key));
}

type Issue = z.core.$ZodIssue;
type Json = z.core.JSONSchema.BaseSchema;

const jsonSchemas = new WeakMap<z.ZodType, Json>();

function jsonSchemaOf(schema: z.ZodType): Json {
  let json = jsonSchemas.get(schema);
  if (!json) {
    json = z.toJSONSchema(schema, { unrepresentable: 'any' });
    jsonSchemas.set(schema, json);
  }
  return json;
}

/** Put the path of what holds it before an issue; of a union's branches keep the one that fits best. */
function flat(issue: Issue, before: Path): Issue[] {
  const path = [...before, ...issue.path] as PropertyKey[];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const best = [...issue.errors].sort((one, other) => misfit(one) - misfit(other))[0] ?? [];
  return best.flatMap((one) => flat(one, path as Path));
}

/** How badly a union's branch fits: a misspelt key that is missing under its right name counts least. */
function misfit(branch: readonly Issue[]): number {
  const missing = branch.flatMap(({ code, path }) => (code === 'unrecognized_keys' ? [] : [String(path[0])]));
  return branch.reduce((sum, one) => {
    if (one.code !== 'unrecognized_keys') return sum + (one.path.length === 0 ? 9 : 1);
    return sum + one.keys.reduce((more, key) => more + (nearest(key, missing) === null ? 3 : 1), 0);
  }, 0);
}

function say(issue: Issue, data: unknown, json: Json, reporter: Reporter, known: readonly Path[]): void {
  const path = issue.path as Path;
  const here = schemaAt(json, path, data);
  if (issue.code === 'unrecognized_keys') {
    const keys = keysOf(here, json, valueAt(data, path));
    const present = Object.keys(valueAt(data, path) ?? {});
    for (const key of issue.keys) {
      if (isInside([...path, key], known)) continue;
      const free = keys.filter((one) => !present.includes(one));
      const expected =
        keys.length > 0 && keys.length < 13 ? `only ${keys.join(', ')}` : 'a key of the format';
      reporter.report([...path, key], 'an unknown key', expected, key, free.length > 0 ? free : keys);
    }
    return;
  }
  if (
    isInside(path, known) ||
    known.some((place) => isInside(place, [path]) && issue.code === 'invalid_union')
  )
    return;
  if (issue.code === 'invalid_key') {
    const key = String(path[path.length - 1]);
    reporter.report(path, `the key ${shown(key)}`, 'an id: a small letter, then letters and digits');
    return;
  }
  const value = valueAt(data, path);
  const words = choicesOf(here, json, issue);
  const expected = issue.code === 'custom' ? issue.message : describe(here, json, words);
  reporter.report(path, shown(value), expected, typeof value === 'string' ? value : undefined, words);
}

/** Repair one place of the copy; false where no small repair is known. */
function mend(copy: unknown, issue: Issue, mended: Path[], known: readonly Path[]): boolean {
  const path = issue.path as Path;
  const holder = valueAt(copy, path.slice(0, -1));
  const last = path[path.length - 1];
  const put = (value: unknown): boolean => {
    if (holder === null || typeof holder !== 'object' || last === undefined || last === 'id') return false;
    Object.assign(holder, { [last]: value });
    mended.push(path);
    return true;
  };
  // A transition that cannot be read must stay: without it a stance would seem to have no way out.
  if (
    issue.code !== 'invalid_type' &&
    typeof last === 'string' &&
    isInside(path, known) &&
    holder !== null &&
    typeof holder === 'object'
  )
    return Reflect.deleteProperty(holder, last);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const at = valueAt(copy, path);
      if (at === null || typeof at !== 'object') return false;
      for (const key of issue.keys) {
        delete (at as Record<string, unknown>)[key];
        mended.push([...path, key]);
      }
      return true;
    }
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') return put(Number(issue.minimum));
      return last === 'sources' && put(['mended']);
    case 'too_big':
      return (issue.origin === 'number' || issue.origin === 'int') && put(Number(issue.maximum));
    case 'invalid_value':
      return put(issue.values[0]);
    case 'invalid_type':
      if (issue.expected === 'number' || issue.expected === 'int') return put(1);
      if (issue.expected === 'boolean') return put(false);
      return last === 'sources' && put(['mended']);
    default:
      return false;
  }
}

function valueAt(data: unknown, path: Path): unknown {
  let at = data;
  for (const key of path) at = childOf(at, key);
  return at;
}

/** Follow `$ref`, and pick the branches of a union that the data's `type`, `kind` or keys speak for. */
function branches(schema: Json | undefined, root: Json, value: unknown): Json[] {
  if (!schema) return [];
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').pop() ?? '';
    return branches((schema.$ref === '#' ? root : root.$defs?.[name]) as Json | undefined, root, value);
  }
  const union = schema.anyOf ?? schema.oneOf;
  if (!union) return [schema];
  const all = union.flatMap((one) => branches(one as Json, root, value));
  const speaks = (one: Json): boolean =>
    ['type', 'kind'].some((key) => {
      const fixed = (one.properties?.[key] as Json | undefined)?.const;
      return fixed !== undefined && fixed === childOf(value, key);
    });
  const spoken = all.filter(speaks);
  return spoken.length > 0 ? spoken : all;
}

function schemaAt(root: Json, path: Path, data: unknown): Json[] {
  let at = branches(root, root, data);
  let value = data;
  for (const key of path) {
    value = childOf(value, key);
    at = at.flatMap((one) => {
      const own = typeof key === 'string' ? one.properties?.[key] : undefined;
      const tuple = typeof key === 'number' ? one.prefixItems?.[key] : undefined;
      const rest = typeof key === 'string' ? one.additionalProperties : one.items;
      const next = own ?? tuple ?? (typeof rest === 'object' && !Array.isArray(rest) ? rest : undefined);
      return typeof next === 'object' ? branches(next as Json, root, value) : [];
    });
  }
  return at;
}

function keysOf(schemas: readonly Json[], root: Json, value: unknown): string[] {
  return [
    ...new Set(
      schemas
        .flatMap((one) => branches(one, root, value))
        .flatMap((one) => Object.keys(one.properties ?? {}))
        .filter((key) => key !== '$schema'),
    ),
  ];
}

/** The words that may stand here, where only some may. */
function choicesOf(schemas: readonly Json[], root: Json, issue: Issue): string[] {
  if (issue.code === 'invalid_union' && issue.path.length > 0) {
    // A discriminated union whose `type` or `kind` is none of the known ones.
    return [...new Set(schemas.flatMap((one) => wordsOf(one)))];
  }
  if (issue.code === 'invalid_value' && issue.values.every((one) => typeof one === 'string'))
    return issue.values.map(String);
  return schemas.flatMap((one) => branches(one, root, undefined)).flatMap(wordsOf);
}

function wordsOf(schema: Json): string[] {
  if (typeof schema.const === 'string') return [schema.const];
  return (schema.enum ?? []).map(String);
}

function describe(schemas: readonly Json[], root: Json, words: readonly string[]): string {
  if (words.length > 12) return 'a known type';
  if (words.length > 0)
    return words.length === 1 ? `"${words[0]}"` : `one of ${words.map((word) => `"${word}"`).join(', ')}`;
  const kinds = schemas.flatMap((one) => branches(one, root, undefined)).map(describeOne);
  return [...new Set(kinds)].join(' or ') || 'something else';
}

function describeOne(schema: Json): string {
  if (schema.const !== undefined) return shown(schema.const);
  switch (schema.type) {
    case 'integer': {
      const { minimum: least, maximum: most } = schema;
      const bounded = least !== undefined && most !== undefined && Math.abs(most) < 1e9;
      return bounded ? `a whole number from ${least} to ${most}` : 'a whole number';
    }
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'string':
      if (schema.pattern?.includes('\\.'))
        return schema.pattern.includes('\\d') ? 'a version such as 1.0.0' : 'ids joined by dots';
      return schema.pattern ? 'an id' : 'text';
    case 'array': {
      const { minItems: least, maxItems: most } = schema;
      if (schema.prefixItems) return `a list of exactly ${schema.prefixItems.length}`;
      if (least !== undefined && least === most) return `a list of exactly ${least}`;
      if (least !== undefined && most !== undefined) return `a list of ${least} to ${most}`;
      if (least !== undefined) return `a list of at least ${least}`;
      return most === undefined ? 'a list' : `a list of at most ${most}`;
    }
    case 'object':
      return 'an object';
    default:
      return 'something else';
  }
}
