/** Where a screen begins for who goes on by key or ear. */
import { tick } from 'svelte';

/** Bring the focus to the heading of a screen once it is drawn, unless the focus stands on something in it already. */
export async function beginAtHeading(): Promise<void> {
  await tick();
  const held = document.activeElement;
  if (held && held !== document.body) return;
  const heading = document.querySelector('h1');
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
