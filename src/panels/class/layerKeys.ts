/** The words of each layer of the rules, as the choice before a game names them. */
export const layerKeys = {
  secrecy: 'seat-layer-secrecy',
  leaks: 'seat-layer-leaks',
  stakes: 'seat-layer-stakes',
  warnings: 'seat-layer-warnings',
  instructions: 'seat-layer-instructions',
} as const;
