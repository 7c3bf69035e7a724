/** Sheets to draw on aside, before something is laid on the page: in the page itself and in a worker, which has no document. */

export type Sheet = HTMLCanvasElement | OffscreenCanvas;
/** What draws on a sheet, be it on the page or aside. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Make an empty sheet of `width` × `height` canvas pixels. */
export function sheetOf(width: number, height: number): Sheet {
  if (typeof document === 'undefined') return new OffscreenCanvas(width, height);
  const sheet = document.createElement('canvas');
  sheet.width = width;
  sheet.height = height;
  return sheet;
}

/** Take a sheet's pen; null where this browser has none. */
export function penFor(sheet: Sheet): Pen | null {
  // Both kinds are asked in the same words, but not by the same type.
  return 'transferToImageBitmap' in sheet ? sheet.getContext('2d') : sheet.getContext('2d');
}
