/**
 * What travels between a device and the classroom's server. What a device sends is a shape that the server checks; what the
 * server sends is typed only, since a device trusts the server it was opened from. Whether something is allowed is not asked here.
 */
import { z } from '../engine/zod.ts';
import type { Change } from '../engine/changes.ts';
import type { Deal } from '../engine/deals/terms.ts';
import { DecisionShape } from '../engine/decisionShape.ts';
import { layers } from '../engine/layers.ts';
import type { Orders, Refusal } from '../engine/orders.ts';
import type { GameRecord } from '../engine/record.ts';
import {
  cables,
  codeLength,
  codeLetters,
  mostLetters,
  mostWorlds,
  plainPosts,
  teamPosts,
} from './classWords.ts';
import type { Cable, NameQuality, NameThing, PlainPost, TeamPost } from './classWords.ts';
import type { Said } from './table.ts';

/** Largest message in bytes that a device may send. */
export const mostBytes = 16_384;
/** What was read from a message is never written. */
type Fixed<T> = { readonly [K in keyof T]: Fixed<T[K]> };

const Id = z.string().max(80);
const Code = z.string().regex(new RegExp(`^[${codeLetters}]{${codeLength}}$`));
const Token = z.string().regex(/^[\w-]{22,43}$/);
const Person = z.string().regex(/^p[1-9]\d{0,3}$/);
const World = z
  .int()
  .min(0)
  .max(mostWorlds - 1);
const Text = z.string().min(1).max(mostLetters);
const Seconds = z.int().min(0).max(7200);

/** How long each phase lasts in seconds: 0 leaves it out, null waits for the teacher. */
const Timers = z.strictObject({
  briefing: Seconds.nullable(),
  talks: Seconds.nullable(),
  orders: Seconds.nullable(),
  reveal: Seconds.nullable(),
  report: Seconds.nullable(),
});
export type Timers = Fixed<z.infer<typeof Timers>>;

/** What the teacher has set. Rounds, moves, layers and worlds are fixed once the game has begun. */
const Settings = z.strictObject({
  rounds: z.int().min(1).max(8),
  moves: z.int().min(2).max(3),
  layers: z.array(z.enum(layers)).max(layers.length),
  worlds: z.int().min(1).max(mostWorlds),
  timers: Timers,
  /** Who says where people sit. */
  seating: z.enum(['choice', 'teacher', 'lot']),
  /** Posts pass on within a team after each round. */
  rotate: z.boolean(),
  /** People may write messages of their own. */
  freeText: z.boolean(),
  /** How often the analyst may ask the forecast: never, once a round and once more for each right guess, or freely. */
  analyst: z.enum(['off', 'one', 'free']),
  /** Nobody new can join. */
  closed: z.boolean(),
  /** Worlds wait for one another before a new round. */
  inStep: z.boolean(),
});
export type Settings = Fixed<z.infer<typeof Settings>>;

/** What a head allows the envoy to promise: ids of lines, moves and channels of the own capital; null allows everything. */
const Mandate = z
  .strictObject({
    lines: z.array(Id).max(20),
    moves: z.array(Id).max(40),
    channels: z.array(Id).max(20),
  })
  .nullable();
export type Mandate = Fixed<z.infer<typeof Mandate>>;

const Draft = z.strictObject({
  answer: Id.optional(),
  moves: z.array(z.strictObject({ move: Id, influence: z.int().min(1).max(3).optional() })).max(3),
  withhold: z.array(z.int().min(1).max(1_000_000)).max(24).optional(),
});

const To = z.union([z.enum(['all', 'team']), z.array(Id).min(1).max(4)]);
export type MessageTo = Fixed<z.infer<typeof To>>;

/** What a person in a room may ask for. */
const PersonCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('decide'), decision: DecisionShape }),
  z.strictObject({ kind: z.literal('draft'), orders: Draft }),
  z.strictObject({ kind: z.literal('mark'), mandate: Mandate }),
  z.strictObject({ kind: z.literal('unlock') }),
  z.strictObject({ kind: z.literal('guess'), capital: Id, move: Id }),
  z.strictObject({ kind: z.literal('cable'), to: To, cable: z.enum(cables) }),
  z.strictObject({ kind: z.literal('write'), to: To, text: Text }),
  z.strictObject({ kind: z.literal('sit'), world: World, seat: Id }),
  z.strictObject({ kind: z.literal('observe'), post: z.enum(plainPosts), world: World }),
  z.strictObject({ kind: z.literal('reroll') }),
  z.strictObject({ kind: z.literal('ticket'), prompt: Id, choice: Id.optional(), text: Text.optional() }),
]);
export type PersonCommand = Fixed<z.infer<typeof PersonCommand>>;

const worlds = { worlds: z.array(World).max(mostWorlds).optional() };

/** What a teacher may ask for. `worlds` left out means all of them. */
const DeskCommand = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('set'), settings: Settings.partial() }),
  z.strictObject({ kind: z.literal('lot') }),
  z.strictObject({ kind: z.literal('begin') }),
  z.strictObject({ kind: z.literal('skip'), ...worlds }),
  z.strictObject({ kind: z.literal('extend'), seconds: z.int().min(-3600).max(3600), ...worlds }),
  z.strictObject({ kind: z.literal('freeze'), ...worlds }),
  z.strictObject({ kind: z.literal('resume'), ...worlds }),
  z.strictObject({
    kind: z.literal('place'),
    person: Person,
    world: World,
    seat: Id.optional(),
    post: z.enum([...teamPosts, ...plainPosts]).optional(),
  }),
  z.strictObject({ kind: z.literal('swap'), world: World, seats: z.tuple([Id, Id]) }),
  z.strictObject({ kind: z.literal('mute'), person: Person.optional(), muted: z.boolean() }),
  z.strictObject({ kind: z.literal('rename'), person: Person }),
  z.strictObject({ kind: z.literal('remove'), person: Person }),
  z.strictObject({ kind: z.literal('hand'), world: World, seat: Id, to: z.enum(['computer', 'people']) }),
  z.strictObject({ kind: z.literal('inject'), event: Id, ...worlds }),
  z.strictObject({ kind: z.literal('news'), text: Text, ...worlds }),
  z.strictObject({ kind: z.literal('undo'), ...worlds }),
  z.strictObject({ kind: z.literal('debrief'), ...worlds }),
  z.strictObject({ kind: z.literal('step'), step: z.int().min(0).max(99) }),
  z.strictObject({ kind: z.literal('show'), prompt: Id, shown: z.boolean() }),
  z.strictObject({ kind: z.literal('end') }),
  z.strictObject({ kind: z.literal('erase') }),
]);
export type DeskCommand = Fixed<z.infer<typeof DeskCommand>>;
export type Command = PersonCommand | DeskCommand;

/** A command with the number that tells a repeated message from a new one. */
const numbered = z.string().regex(/^[\w-]{8,32}$/);
export const PersonMessage = z.strictObject({ id: numbered, command: PersonCommand });
export const DeskMessage = z.strictObject({ id: numbered, command: DeskCommand });

/** The first message of a connection: make a room, join one, or come back to one by a token. */
export const Greeting = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open'),
    scenario: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
    settings: Settings.partial(),
    key: z.string().max(100).optional(),
    /** Words for a seed, so that a class can play another class's game; drawn where it is left out. */
    seed: z.string().min(1).max(80).optional(),
  }),
  // The device draws its own token, so that a join whose answer was lost can be asked again and is the same join.
  z.strictObject({ kind: z.literal('join'), code: Code, token: Token }),
  z.strictObject({ kind: z.literal('return'), code: Code, token: Token }),
]);
export type Greeting = Fixed<z.infer<typeof Greeting>>;

export type Role = 'person' | 'teacher' | 'projector';

export type Greeted =
  | {
      readonly ok: true;
      readonly code: string;
      readonly role: Role;
      /** Given once, to who opens a room: to be kept by the teacher's device and sent with `return`. */
      readonly token?: string;
      /** Given once, to who opens: for the device at the projector. */
      readonly projector?: string;
      readonly scenario: { readonly id: string; readonly version: string; readonly digest: string };
      /** Further addresses at which the room can be reached, for when this one is gone. */
      readonly others: readonly string[];
    }
  | { readonly ok: false; readonly why: Refusal };

export type Reply = { readonly ok: true } | { readonly ok: false; readonly why: Refusal };

/** Phases of a world's session. */
export const sessionPhases = [
  'lobby',
  'briefing',
  'talks',
  'orders',
  'reveal',
  'report',
  'debrief',
  'ended',
] as const;
export type SessionPhase = (typeof sessionPhases)[number];

/** A timer: it ends at `until` by the server's clock, or stands frozen with `left` to go, both in milliseconds; both null where nothing runs. */
export interface Clock {
  readonly until: number | null;
  readonly left: number | null;
}

export interface PersonName {
  readonly quality: NameQuality;
  readonly thing: NameThing;
}

/** What a post may do. */
export const powers = ['draft', 'mark', 'talk', 'reports', 'guess', 'lock'] as const;
export type Power = (typeof powers)[number];

export interface PersonShown {
  readonly id: string;
  readonly name: PersonName;
  readonly post: TeamPost | PlainPost | null;
  readonly seat: string | null;
  readonly world: number;
  readonly here: boolean;
  readonly muted: boolean;
}

export interface SeatShown {
  readonly seat: string;
  readonly plays: 'people' | 'computer';
  readonly people: number;
  readonly here: number;
  readonly locked: boolean;
}

export interface MessageShown {
  readonly number: number;
  readonly world: number;
  readonly round: number;
  /** Who sent it: a person's id and its capital or post, or the teacher. */
  readonly from: { readonly person: string; readonly name: PersonName; readonly as: string } | 'teacher';
  readonly to: MessageTo;
  readonly cable?: Cable;
  readonly text?: string;
}

export interface WorldShown {
  readonly world: number;
  readonly phase: SessionPhase;
  readonly round: number;
  readonly clock: Clock;
  readonly seats: readonly SeatShown[];
}

/** What somebody answered in the debrief, without who it was. */
export interface TicketShown {
  readonly prompt: string;
  readonly choice?: string;
  readonly text?: string;
}

/** What everybody in a room has in common. */
interface RoomShared {
  readonly code: string;
  /** The server's clock when this was sent, in milliseconds since 1970. */
  readonly now: number;
  readonly scenario: string;
  readonly settings: Settings;
  readonly begun: boolean;
  /** The teacher has silenced all messages. */
  readonly allMuted: boolean;
  readonly messages: readonly MessageShown[];
  /** Step of the debrief that all follow. */
  readonly step: number;
  /** Answers that the teacher shows to all. */
  readonly tickets: readonly TicketShown[];
}

/** A room as one person has it. */
export interface RoomShown extends RoomShared {
  readonly me: PersonShown;
  readonly powers: readonly Power[];
  readonly world: WorldShown;
  readonly worlds: number;
  readonly team: readonly PersonShown[];
  /** What the head of the own team drafted for this round, and marked for the envoy. */
  readonly draft: Orders | null;
  readonly mandate: Mandate;
  /** The analyst's guess of this round, and how many came true so far. */
  readonly guess: { readonly capital: string; readonly move: string } | null;
  readonly guessed: number;
}

/** A room as the teacher has it. */
export interface DeskShown extends RoomShared {
  readonly people: readonly PersonShown[];
  readonly worlds: readonly (WorldShown & {
    readonly deals: readonly Deal[];
    /** Capitals that have drafted orders; what they are nobody is told before the reveal. */
    readonly drafted: readonly string[];
    /** The first round that comes out otherwise here than the class saw it, as after a change of the rules; null where none does. */
    readonly differs: number | null;
    /** Events that were put into the round. */
    readonly injected: readonly string[];
  })[];
  /** All answers, shown or not. */
  readonly answers: readonly TicketShown[];
  readonly shown: readonly string[];
}

/** A room as the projector has it: nothing that is secret from anybody, and nobody's name. */
export interface ProjectorShown extends RoomShared {
  readonly worlds: readonly WorldShown[];
  readonly people: number;
}

/** A game as a seat may see it. `from` is the place at which `changes` continue what was sent before; 0 sends everything anew. */
export interface GameShown {
  readonly world: number;
  /** The seat, or `observer` for what everybody sees. */
  readonly seat: string;
  readonly cells: readonly number[];
  readonly from: number;
  readonly changes: readonly Change[];
  readonly said: readonly Said[];
}

/** Everything, once a world's game is over: enough to play it again on the device. */
export interface OverShown {
  readonly world: number;
  readonly record: GameRecord;
  readonly said: readonly Said[];
}

/** Events that the server sends. */
export interface ServerSends {
  room: (shown: RoomShown) => void;
  desk: (shown: DeskShown) => void;
  projector: (shown: ProjectorShown) => void;
  game: (shown: GameShown) => void;
  over: (shown: OverShown) => void;
  /** The room is no more, or this device was removed from it: do not come back. */
  gone: (why: Refusal) => void;
}

/** Events that a device sends. */
export interface DeviceSends {
  greet: (greeting: Greeting, reply: (answer: Greeted) => void) => void;
  do: (message: { id: string; command: Command }, reply: (answer: Reply) => void) => void;
  /** Asks for a world's whole game again, where an update does not continue what is there. */
  again: (world: number) => void;
}
