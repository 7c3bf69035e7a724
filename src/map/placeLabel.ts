/** Where a label stands beside a thing on the plate. What it says, and of what, is its maker's business. */
import type { Box } from './land.ts';

/** From the edge of the plate, in CSS pixels. */
const margin = 6;

/**
 * Lay a label over the middle of a thing, on the side that is wished for if there is room and on the other side else; it keeps
 * inside the host.
 * @param near the thing, in CSS pixels of the host
 * @param gap between it and the label, in CSS pixels
 */
export function placeLabel(
  label: HTMLElement,
  host: HTMLElement,
  near: Box,
  side: 'above' | 'below',
  gap: number,
): void {
  const { clientWidth: width, clientHeight: height } = host;
  const { offsetWidth: own, offsetHeight: tall } = label;
  const within = (wish: number, most: number): number =>
    Math.round(Math.max(margin, Math.min(most - margin, wish)));
  const above = near.top - gap - tall;
  const below = near.bottom + gap;
  const isAbove = side === 'above' ? above >= margin : below + tall + margin > height;
  const x = within((near.left + near.right - own) / 2, width - own);
  const y = within(isAbove ? above : below, height - tall);
  label.style.transform = `translate(${x}px, ${y}px)`;
}
