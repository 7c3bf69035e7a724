/** Layers of the rules that can be switched on one by one. */

export const layers = ['secrecy', 'leaks', 'stakes', 'warnings', 'instructions'] as const;
export type Layer = (typeof layers)[number];

/** Pack layers into the number that stands in the position. */
export function layerBits(on: readonly Layer[]): number {
  return on.reduce((bits, layer) => bits | bitOf[layer], 0);
}
const bitOf: Readonly<Record<Layer, number>> = {
  secrecy: 1,
  leaks: 2,
  stakes: 4,
  warnings: 8,
  instructions: 16,
};

/** Tell whether a layer is on. */
export function isOn(bits: number, layer: Layer): boolean {
  return (bits & bitOf[layer]) !== 0;
}
