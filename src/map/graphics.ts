/** Finds out who draws here: a graphics card, the processor in its stead, or nobody what moves. What follows from that is decided by who asks. */

/** `none`: no WebGL; `processor`: WebGL without a card, or with one unfit for it; `card`: all else. */
export type Graphics = 'none' | 'processor' | 'card';

/** Say who would draw WebGL in this browser. Browsers that do not name it are taken to have a card. */
export function findGraphics(): Graphics {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  if (!context) return 'none';
  const told = context.getExtension('WEBGL_debug_renderer_info');
  const name = told ? String(context.getParameter(told.UNMASKED_RENDERER_WEBGL)) : '';
  // Browsers allow a page only a few of these: give this one back at once.
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name) ? 'processor' : 'card';
}

/** Take a canvas's pen. Without a card the canvas is kept where the processor has it at hand, and not drawn by a card made of it. */
export function penOf(canvas: HTMLCanvasElement, graphics: Graphics): CanvasRenderingContext2D | null {
  return canvas.getContext('2d', { willReadFrequently: graphics !== 'card' });
}
