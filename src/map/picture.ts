/** The words between the map and whoever opens it: types only, so that panels may import them without Phaser. */

/** What can be touched. Things of different kinds may share an id: Aleppo is a governorate, a theatre and a clock. */
export type ThingKind = 'governorate' | 'theatre' | 'capital' | 'clock';

/** What the map shows: names are ready-made words in the reader's language, numbers are integers. */
export interface MapPicture {
  governorates: PictureGovernorate[];
  theatres: PictureTheatre[];
  capitals: PictureCapital[];
  ties: PictureTie[];
  clocks: PictureClock[];
  /** One sentence on how disputed lines are drawn. */
  note: string;
}

/** Who holds how much of a governorate; the shares add up to 10000. */
interface PictureGovernorate {
  id: string;
  name: string;
  /** The same in a sentence, for who points at it or reads by key. */
  tip: string;
  shares: PictureShare[];
}

export interface PictureShare {
  holder: string;
  name: string;
  /** Hundredths of a percent, 0..10000. */
  share: number;
}

/** A theatre of the war, with its violence (0..10000) and that violence in a word. */
export interface PictureTheatre {
  id: string;
  name: string;
  governorates: string[];
  violence: number;
  word: string;
  tip: string;
}

export interface PictureCapital {
  id: string;
  name: string;
  /** The letter on its seal. */
  initial: string;
  /** Is this the reader's own capital? */
  mine: boolean;
  tip: string;
}

/** What lies between two capitals, said in a word. */
export interface PictureTie {
  from: string;
  to: string;
  kind: 'pact' | 'tension' | 'partnership';
  secret: boolean;
  word: string;
}

export interface PictureClock {
  id: string;
  name: string;
  theatre: string;
  /** Full segments, 0..4. */
  filled: number;
  tip: string;
}

/** One step of the reveal, in order. */
export interface MapStep {
  /** A governorate, theatre, capital, clock, client, outsider, issue or event; for a flow the id of the level that moved. */
  at: string;
  /** Whom or what it is aimed at; for a client the theatre in which it acts. */
  to?: string;
  /** Capitals that take part; of a client's answer, the one that asked. */
  among?: string[];
  kind:
    | 'order'
    | 'client'
    | 'control'
    | 'violence'
    | 'clock'
    | 'event'
    | 'pact'
    | 'breach'
    | 'trust'
    | 'flow'
    | 'issue'
    | 'alarm'
    | 'seat';
  /** Whether what moved went up. */
  up?: boolean;
  /** Of clients and others with ground of their own: as whom they hold governorates. */
  holder?: string;
  /** How a client answered the capital that asked. */
  answer?: 'complies' | 'drags' | 'refuses';
  /** What is told of in a few words, for the place itself; empty where the place says it. */
  name: string;
  words: string;
}

interface PlayOptions {
  /** 1 is the usual pace, 2 twice as fast. */
  speed: number;
  reducedMotion: boolean;
  /** Called when step i begins, in order. */
  onStep(i: number): void;
}

export interface MapHandle {
  /** Show another picture, at once. */
  show(picture: MapPicture): void;
  /** Play steps over the picture; ends after the last one, or at `skip`. A second call ends the first. */
  play(steps: MapStep[], options: PlayOptions): Promise<void>;
  /** End what is being played; steps not reached are not announced. */
  skip(): void;
  /** End what is being played and look at all of Syria again. */
  rest(): void;
  /** Fit the map to its parent's new size. */
  resize(): void;
  /** Count the frames drawn since the map was opened (for tests and measurements). */
  frames(): number;
  /** Milliseconds of work that each of the last frames took (for measurements). */
  work(): number[];
  /** Boxes of all words on the plate, in CSS pixels (for tests). */
  words(): { text: string; left: number; top: number; right: number; bottom: number }[];
  destroy(): void;
}

export interface MapOptions {
  /** The contents of assets/map/region.json. */
  region: unknown;
  /** Called with the id of what was touched, and what kind of thing that is. */
  onTouch(id: string, kind: ThingKind): void;
  /** Called when the reader wants the map as text. */
  onText(): void;
  reducedMotion: boolean;
  /** Names of towns, countries, seas and rivers, and the map's own words, by id: see `mapNames`. */
  labels: Record<string, string>;
}
