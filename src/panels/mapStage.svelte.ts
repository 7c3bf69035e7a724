/**
 * The open map, for whoever plays steps on it (the reveal) or wants to know what was touched. MapPanel fills it;
 * `handle` is null until the map is open, and stays so where WebGL is missing: the text map stands in then.
 */
import type { MapHandle } from '../map/picture.ts';

class MapStage {
  handle: MapHandle | null = $state.raw(null);
  /** What a reveal is telling, to be read from the map itself across a room; null when nothing is told. */
  caption: { readonly text: string; readonly capital: string; readonly initial: string } | null =
    $state.raw(null);
}

export const mapStage = new MapStage();
