/**
 * The open map, for whoever plays steps on it (the reveal) or wants to know what was touched. MapPanel fills it;
 * `handle` is null until the map is open, and stays so where nothing can be drawn: the text map stands in then.
 */
import type { MapHandle } from '../map/picture.ts';

export interface Caption {
  /** What kind of thing has happened: the heading under which it stands. */
  readonly part: string;
  readonly text: string;
  /** What belongs to it and is smaller; empty where nothing does. */
  readonly detail: string;
  /** The capitals whose doing or concern it is, by id, with the letters on their seals. */
  readonly capitals: readonly { readonly id: string; readonly initial: string }[];
  /** A value that moved: in words, and where it stands on its scale in hundredths. */
  readonly moved: {
    readonly was: string;
    readonly is: string;
    readonly from: number;
    readonly to: number;
  } | null;
}

class MapStage {
  handle: MapHandle | null = $state.raw(null);
  /** True while a map is being opened: a reveal waits a little for it. */
  isOpening = $state(false);
  /** What a reveal is telling, to be read from the map itself across a room; null when nothing is told. */
  caption: Caption | null = $state.raw(null);
}

export const mapStage = new MapStage();
