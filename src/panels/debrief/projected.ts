/** A wall: letters as large as the last row needs, and the keys of a presenter. What is projected, and where one goes, is the business of who shows it. */

/**
 * Make the whole page's letters large for a wall (the sizes stand in `projected.css`).
 * @returns undoes it
 */
export function largeLetters(): () => void {
  const root = document.documentElement;
  root.dataset['projected'] = '';
  return () => delete root.dataset['projected'];
}

export type Turned = 'next' | 'back' | 'on' | 'up' | 'end';

/**
 * Read a key of a presenter or a keyboard: arrows go a step on or back in the direction in which one reads, Page Down and Page Up a
 * screenful, Escape ends.
 * @returns null where the key means nothing here, was used already, or belongs to a field or an open dialog
 */
export function readTurn(event: KeyboardEvent, dir: string): Turned | null {
  const { target, key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (document.querySelector('dialog[open]')) return null;
  if (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]), textarea, select, .svelte-flow')
  )
    return null;
  switch (key) {
    case 'ArrowRight':
      return dir === 'rtl' ? 'back' : 'next';
    case 'ArrowLeft':
      return dir === 'rtl' ? 'next' : 'back';
    case 'PageDown':
      return 'on';
    case 'PageUp':
      return 'up';
    case 'Escape':
      return 'end';
    default:
      return null;
  }
}
