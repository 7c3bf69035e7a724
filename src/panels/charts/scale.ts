/** Where values lie on a chart: a range of whole tens that holds them, and ticks on it. */

export interface Scale {
  readonly least: number;
  readonly most: number;
  readonly ticks: readonly number[];
}

/**
 * Make a scale for values in hundredths or in whole steps.
 * @param unit smallest step of a tick: 1000 for levels, 1 for clocks
 */
export function scaleFor(values: readonly number[], unit: number): Scale {
  const low = Math.floor(Math.min(...values) / unit) * unit;
  const high = Math.ceil(Math.max(...values) / unit) * unit;
  // Never less than two steps apart, so that a still level is drawn as a line and not as a storm.
  const least = Math.max(0, high - low < 2 * unit ? high - 2 * unit : low);
  const most = Math.max(high, least + 2 * unit);
  const every = Math.max(1, Math.ceil((most - least) / unit / 5)) * unit;
  const ticks = [];
  for (let tick = least; tick <= most; tick += every) ticks.push(tick);
  return { least, most, ticks };
}

/** Say by what steps a level is read: clocks count segments, all others hundredths. */
export function unitOf(path: string): number {
  return path.startsWith('clock.') ? 1 : 1000;
}
