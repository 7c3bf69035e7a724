/** Reads fingers, mouse and wheel on the map: a tap, a drag, a pinch. What a tap means is not decided here. */
import type { Point } from './land.ts';

export interface Hands {
  tap(at: Point): void;
  drag(byX: number, byY: number): void;
  zoom(factor: number, around: Point): void;
  /** Called when a drag or pinch ends. */
  rest(): void;
  /** Called where a mouse points without pressing; nothing when it leaves. */
  hover(at: Point | null): void;
  /** Would a wheel turned towards the reader (zooming out) still do something? Otherwise the page scrolls. */
  canZoomOut(): boolean;
}

/** Listen on an element until the returned function is called. */
export function listen(element: HTMLElement, hands: Hands): () => void {
  const down = new Map<number, Point>();
  let travelled = 0;
  const place = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const press = (event: PointerEvent) => {
    if (event.button !== 0) return;
    if (down.size === 0) travelled = 0;
    down.set(event.pointerId, place(event));
  };
  const move = (event: PointerEvent) => {
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') hands.hover(place(event));
      return;
    }
    const now = place(event);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
    // Captured only once it is clearly a drag: a captured tap would never become a click elsewhere.
    if (travelled > 6 && !element.hasPointerCapture(event.pointerId))
      element.setPointerCapture(event.pointerId);
    if (other) {
      const apart = Math.hypot(now[0] - other[0], now[1] - other[1]);
      const was = Math.hypot(before[0] - other[0], before[1] - other[1]);
      if (was > 0) hands.zoom(apart / was, [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
    } else if (travelled > 6) hands.drag(now[0] - before[0], now[1] - before[1]);
    down.set(event.pointerId, now);
  };
  const lift = (event: PointerEvent) => {
    if (!down.delete(event.pointerId)) return;
    if (event.type === 'pointerup' && travelled <= 6 && down.size === 0) hands.tap(place(event));
    else if (down.size === 0) hands.rest();
  };
  const wheel = (event: WheelEvent) => {
    if (event.deltaY > 0 && !hands.canZoomOut()) return;
    event.preventDefault();
    hands.zoom(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) * 0.004), place(event));
    hands.rest();
  };
  const leave = () => hands.hover(null);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('pointerdown', press);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', lift);
  element.addEventListener('pointercancel', lift);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerleave', leave);
    element.removeEventListener('pointerdown', press);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', lift);
    element.removeEventListener('pointercancel', lift);
    element.removeEventListener('wheel', wheel);
  };
}
