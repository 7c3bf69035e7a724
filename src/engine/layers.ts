/** Layers of the rules that can be switched on one by one. */

export const layers = ['secrecy', 'leaks', 'stakes', 'warnings', 'instructions'] as const;
export type Layer = (typeof layers)[number];

/** Pack layers into the number that stands in the position. */
export function layerBits(on: readonly Layer[]): number {
  return on.reduce((bits, layer) => bits | (1 << layers.indexOf(layer)), 0);
}

/** Tell whether a layer is on. */
export function isOn(bits: number, layer: Layer): boolean {
  return (bits & (1 << layers.indexOf(layer))) !== 0;
}
