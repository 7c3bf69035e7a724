/** The few strokes that the map's moving part needs, so that what is painted can be tested without Phaser. */
export interface Brush {
  lineStyle(width: number, colour: number, alpha?: number): unknown;
  fillStyle(colour: number, alpha?: number): unknown;
  strokeCircle(x: number, y: number, radius: number): unknown;
  fillCircle(x: number, y: number, radius: number): unknown;
  slice(x: number, y: number, radius: number, from: number, to: number, anticlockwise?: boolean): unknown;
  beginPath(): unknown;
  moveTo(x: number, y: number): unknown;
  lineTo(x: number, y: number): unknown;
  closePath(): unknown;
  strokePath(): unknown;
  fillPath(): unknown;
  /** A letter in a disc, where the brush can write: on what stands still. */
  seal?(x: number, y: number, letter: string, colour: number, ground: number): unknown;
}
