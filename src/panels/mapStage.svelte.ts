/**
 * The open map, for whoever plays steps on it (the reveal) or wants to know what was touched. MapPanel fills it;
 * `handle` is null until the map is open, and stays so where WebGL is missing: the text map stands in then.
 */
import type { MapHandle } from '../map/picture.ts';

class MapStage {
  handle: MapHandle | null = $state.raw(null);
  /** Governorate, theatre, capital or clock that was touched last; null when its card is closed. */
  touched: string | null = $state(null);
}

export const mapStage = new MapStage();
