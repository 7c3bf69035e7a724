/** A room as its log says it is. How an entry changes it stands in `fold.ts`; who may ask for what in `personCommands.ts` and `deskCommands.ts`. */
import type { Orders } from '../../engine/orders.ts';
import type { PlainPost, TeamPost } from '../../table/classWords.ts';
import type {
  Clock,
  Mandate,
  MessageShown,
  PersonName,
  SessionPhase,
  Settings,
  TicketShown,
} from '../../table/wire.ts';
import type { Game } from './game.ts';

export interface Person {
  readonly id: string;
  /** Hash of the token by which the device comes back. */
  readonly token: string;
  readonly name: PersonName;
  readonly world: number;
  /** The capital it sits at; null for posts outside the capitals and for who has no place yet. */
  readonly seat: string | null;
  /** The post outside the capitals, or one in the team that the teacher fixed; null where posts pass on. */
  readonly post: TeamPost | PlainPost | null;
  /** The process that holds the device's connection; null while it is away. */
  readonly here: string | null;
  readonly muted: boolean;
}

type BySeat<T> = Readonly<Record<string, T>>;

export interface World {
  readonly phase: SessionPhase;
  /** The round that is talked about or told; a round after its reveal until the next one begins. */
  readonly round: number;
  readonly clock: Clock;
  /** Null in the lobby. */
  readonly game: Game | null;
  readonly sealed: BySeat<Orders>;
  readonly drafts: BySeat<Orders>;
  readonly mandates: BySeat<Mandate>;
  readonly guesses: BySeat<{ readonly capital: string; readonly move: string }>;
  /** Rounds in which a guess came true. */
  readonly guessed: BySeat<readonly number[]>;
  /** The first round that comes out otherwise here than when it was played; null where all agree. */
  readonly differs: number | null;
  /** Capitals that the teacher gave to the computer though people may sit there. */
  readonly handed: readonly string[];
  /** Rises with all that a seat may see in the game or lock in it. */
  readonly version: number;
}

export interface RoomState {
  readonly code: string;
  readonly made: number;
  readonly scenario: { readonly id: string; readonly version: string; readonly digest: string };
  readonly seed: string;
  readonly teacher: string;
  readonly projector: string;
  readonly settings: Settings;
  readonly people: Readonly<Record<string, Person>>;
  /** How many people there ever were: their ids are never given twice. */
  readonly joined: number;
  readonly allMuted: boolean;
  readonly begun: boolean;
  readonly worlds: readonly World[];
  readonly messages: readonly MessageShown[];
  readonly said: number;
  readonly step: number;
  readonly tickets: readonly TicketShown[];
  readonly shown: readonly string[];
  /** Numbers of the newest messages that were carried out. */
  readonly done: readonly string[];
}

export const stopped: Clock = { until: null, left: null };

export const emptyWorld: World = {
  phase: 'lobby',
  round: 1,
  clock: stopped,
  game: null,
  sealed: {},
  drafts: {},
  mandates: {},
  guesses: {},
  guessed: {},
  differs: null,
  handed: [],
  version: 0,
};

/** What a class plays where the teacher sets nothing: three rounds of about five minutes, as RULES §8 times them. */
export const usualSettings: Settings = {
  rounds: 3,
  moves: 2,
  layers: [],
  worlds: 1,
  timers: { briefing: 30, talks: 160, orders: 30, reveal: 60, report: 20 },
  seating: 'choice',
  rotate: true,
  freeText: false,
  analyst: 'one',
  closed: false,
  inStep: true,
};

/** Hold settings to the rounds that a scenario has. */
export function within<T extends Partial<Settings>>(settings: T, rounds: number): T {
  return settings.rounds === undefined
    ? settings
    : { ...settings, rounds: Math.min(settings.rounds, rounds) };
}

/** Tell who plays a capital now: people where somebody sits there and the teacher did not give it to the computer. */
export function playsSeat(state: RoomState, world: number, seat: string): 'people' | 'computer' {
  if (state.worlds[world]?.handed.includes(seat)) return 'computer';
  return Object.values(state.people).some((one) => one.world === world && one.seat === seat)
    ? 'people'
    : 'computer';
}
