/**
 * The shape of a scenario file, strict: an unknown key is an error, so that a typo shows.
 * What ids must exist, and what must be reachable, is checked in `crossCheck.ts`.
 */
import { z } from '../zod.ts';
import { Assumptions } from './assumptions.ts';
import { Guard, Id, Path } from './guards.ts';
import { CapitalMachine, ClientMachine, Fire, sourced } from './machines.ts';

export const scenarioFormat = 1;

const hundredths = z.int().min(0).max(10000);

/** A level's life: where it starts, what it drifts back to, and by how much of the distance a round (hundredths of the distance). */
const living = {
  start: hundredths,
  anchor: hundredths,
  /** Share of the distance to the anchor covered each round, in hundredths: 1000 = a tenth. 0 = stays where it is put. */
  drift: z.int().min(0).max(5000),
  ...sourced,
};

/** One part of an aim or of the people ledger: nothing at `from`, everything at `to` (from > to where lower is better). */
const Part = z.strictObject({
  level: Path,
  from: hundredths,
  to: hundredths,
  weight: z.int().min(1).max(100),
});

const Issue = z.strictObject({
  id: Id,
  ...living,
  /** Named points, rising; a point is reached at `at`. */
  scale: z
    .array(z.strictObject({ id: Id, at: hundredths }))
    .min(3)
    .max(6),
});

const Level = z.strictObject({
  id: Id,
  ...living,
  /** True where a rise means that people suffer more; used to prove that no aim feeds on it. */
  suffering: z.boolean(),
});

const Theatre = z.strictObject({
  id: Id,
  governorates: z.array(Id).min(1),
  violence: z.strictObject(living),
});

const Governorate = z.strictObject({
  id: Id,
  /** Shares of control by holder, in hundredths; they add up to 10000. */
  control: z.record(Id, hundredths),
  ...sourced,
});

const Client = z.strictObject({
  id: Id,
  /** Holder of territory that stands for it on the map. */
  holder: Id,
  machine: ClientMachine,
  confidence: z.strictObject(living),
  reliance: z.record(Id, z.int().min(0).max(3)),
});

const Outsider = z.strictObject({
  id: Id,
  /** Its alarm. At `threshold` it acts: the links are fired and the alarm falls by `relief`. */
  alarm: z.strictObject(living),
  threshold: hundredths,
  relief: hundredths,
  fires: z.array(Fire).min(1),
});

const Clock = z.strictObject({
  id: Id,
  theatre: Id,
  start: z.int().min(0).max(3),
  /** Each rule that holds moves the clock by `by` segments (at most two a round in all). */
  rules: z.array(z.strictObject({ when: Guard, by: z.int().min(-2).max(2) })).min(2),
  /** Fired when it fills; it then stands at `after`. */
  full: z.array(Fire).min(1),
  after: z.int().min(0).max(4),
  ...sourced,
});

/** Where a link comes from. A level counts from its `reference`; a stance or an impulse counts whole. */
const LinkFrom = z.union([
  z.strictObject({ level: Path, reference: hundredths }),
  z.strictObject({ stance: z.strictObject({ of: Id, line: Id, is: Id }) }),
  z.strictObject({ impulse: z.literal(true) }),
]);

/** Where it goes: a level, or a transfer of control in a governorate. */
const LinkTo = z.union([z.strictObject({ level: Path }), z.strictObject({ control: Id, to: Id, from: Id })]);

const Link = z.strictObject({
  id: Id,
  from: LinkFrom,
  to: LinkTo,
  /** Hundredths. From a level: amount = strength x (level - reference) / 10000. */
  strength: z.int().min(-10000).max(10000),
  /** Only while this holds. */
  when: Guard.optional(),
  /** Rounds between cause and arrival. */
  delay: z.int().min(0).max(3),
  ...sourced,
  /** Where scholars or parties differ: sources for the other view; its words stand under `link-<id>.dissent`. */
  dissent: z.array(z.string()).min(1).optional(),
});

const Aim = z.strictObject({ id: Id, parts: z.array(Part).min(1), ...sourced });

const RedLine = z.strictObject({ id: Id, when: Guard, ...sourced });

const Card = z.strictObject({ id: Id, doubles: Id, redLine: RedLine });

const Capital = z.strictObject({
  id: Id,
  machine: CapitalMachine,
  aims: z.array(Aim).length(3),
  redLines: z.array(RedLine).min(1).max(3),
  cards: z.array(Card).length(3),
  /** The line that is frozen when home has been low for two rounds. */
  tiedLine: Id,
  home: z.strictObject(living),
  /** Draws a new instruction card when this event happens. */
  redrawsAfter: Id.optional(),
});

const Trust = z.strictObject({ between: z.tuple([Id, Id]), ...living });

const Option = z.strictObject({
  id: Id,
  cost: z.int().min(0).max(2).optional(),
  when: Guard.optional(),
  fires: z.array(Fire),
  ...sourced,
  /** True where the option was really discussed then. */
  seen: z.boolean(),
});

/** A dated dilemma put to one capital. */
const Decision = z.strictObject({
  id: Id,
  capital: Id,
  round: z.int().min(1).max(8),
  when: Guard.optional(),
  options: z.array(Option).min(3).max(4),
  /** The option that silence means. */
  silence: Id,
  ...sourced,
});

/** Something that happens to everybody. It is announced by a sign one round ahead. */
const Event = z.strictObject({
  id: Id,
  /** Earliest and latest round in which it may happen. */
  rounds: z.tuple([z.int().min(1).max(10), z.int().min(1).max(10)]),
  when: Guard.optional(),
  /** Chance in hundredths each round in which it may happen. */
  chance: z.int().min(1).max(10000),
  /** First case whose guard holds; its id names its words. The last one has no guard. */
  cases: z.array(z.strictObject({ id: Id, when: Guard.optional(), fires: z.array(Fire) })).min(1),
  theatre: Id.optional(),
  ...sourced,
});

const Judgement = z.strictObject({ id: Id, when: Guard.optional() });

const Ending = z.strictObject({
  id: Id,
  governs: z.array(Id).min(1),
  north: z.array(Id).min(1),
  outside: z.array(Id).min(1),
});

const Channel = z.strictObject({ id: Id, from: Id, to: Id, ...sourced });

export const Scenario = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(scenarioFormat),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** First month of the first round. */
  starts: z.strictObject({ year: z.int().min(1900).max(2100), month: z.int().min(1).max(12) }),
  rounds: z.int().min(1).max(12),
  shortGames: z.array(z.int().min(1).max(12)),
  holders: z.array(Id).min(2).max(8),
  capitals: z.array(Capital).length(4),
  trust: z.array(Trust).length(6),
  clients: z.array(Client).min(1).max(5),
  outsiders: z.array(Outsider).max(8),
  issues: z.array(Issue).min(1).max(12),
  levels: z.array(Level).max(30),
  theatres: z.array(Theatre).min(1).max(10),
  governorates: z.array(Governorate).min(1).max(30),
  clocks: z.array(Clock).max(5),
  links: z.array(Link).max(200),
  events: z.array(Event).max(60),
  decisions: z.array(Decision),
  /** Named ways by which a capital can pass influence to another. */
  channels: z.array(Channel),
  people: z.strictObject({ parts: z.array(Part).min(1), ...sourced }),
  /** How often a seat may ask the analyst: never, once a round, or freely; left out, the player's own setting says. */
  analyst: z.enum(['off', 'one', 'free']).optional(),
  /** The three judgements, each a list tried in order, the last one without a guard. */
  judgements: z.strictObject({
    governs: z.array(Judgement).min(2),
    north: z.array(Judgement).min(2),
    outside: z.array(Judgement).min(2),
  }),
  /** Tried in order; every combination of judgements must find one. */
  endings: z.array(Ending).min(1),
  /** What was assumed otherwise in this copy of a scenario; an author's own scenario has none. */
  assumed: Assumptions.optional(),
});

/** One entry of sources.json, by key. */
const Source = z.strictObject({
  title: z.string().min(1),
  /** Who published it: the hosts of the pages read. */
  publisher: z.string().min(1),
  date: z.string().min(4),
  urls: z.array(z.string().min(1)).min(1),
  /** Dossier status: verified, partly, unverified. */
  status: z.enum(['verified', 'partly', 'unverified']),
  /** Which point of view it speaks from, in a few words. */
  view: z.string().optional(),
});
export const Sources = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), Source);

/** One promise of the model, tried over many playouts. */
const Check = z.strictObject({
  id: Id,
  /** What the author expects, in words. */
  expect: z.string().min(10),
  /** Stances held by policy in all games: `iran.ground: "surge"`. */
  keep: z.record(z.string(), Id).optional(),
  /** Compared with these instead, where given. */
  against: z.record(z.string(), Id).optional(),
  measure: Path,
  /** Share of games (hundredths) in which `measure` at the end is above/below a value, or higher/lower on average than `against` by at least `by`. */
  holds: z.union([
    z.strictObject({ atLeast: z.int(), inShare: hundredths }),
    z.strictObject({ below: z.int(), inShare: hundredths }),
    z.strictObject({ higherBy: z.int() }),
    z.strictObject({ lowerBy: z.int() }),
    /** A claim that may come out either way: only reported. */
    z.strictObject({ open: z.literal(true) }),
  ]),
  games: z.int().min(10).max(2000),
  sources: z.array(z.string()).min(1),
});
export const Checks = z.array(Check);

export type ScenarioShape = z.infer<typeof Scenario>;
export type SourcesShape = z.infer<typeof Sources>;
export type CheckShape = z.infer<typeof Check>;
