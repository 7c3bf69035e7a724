/** Which key does what in a game, and when a key press belongs to a field instead. */

/** The parts of the game's screen, in the order of their tabs; `map` is a tab on narrow screens only. */
export const tabs = ['map', 'briefing', 'talks', 'orders', 'report'] as const;
export type Tab = (typeof tabs)[number];

const tabKeys: Readonly<Record<string, Tab>> = {
  m: 'map',
  b: 'briefing',
  t: 'talks',
  o: 'orders',
  r: 'report',
};

/** Keys for the help dialog, with the words that tell what they do. */
export const keysOfGame = [
  { keys: ['b'], word: 'keys-briefing' },
  { keys: ['t'], word: 'keys-talks' },
  { keys: ['o'], word: 'keys-orders' },
  { keys: ['r'], word: 'keys-report' },
  { keys: ['m'], word: 'keys-map' },
  { keys: ['Ctrl', 'Z'], word: 'keys-undo' },
  { keys: ['Tab'], word: 'keys-next' },
  { keys: ['Enter'], word: 'keys-press' },
  { keys: ['Esc'], word: 'keys-close' },
  { keys: ['?'], word: 'keys-help' },
] as const;

export type Press = { readonly go: Tab } | 'undo' | 'help';

/** Read a key press; null where it means nothing here, was used already, or belongs to a field or an open dialog. */
export function readPress(event: KeyboardEvent): Press | null {
  const { target, key } = event;
  if (event.defaultPrevented || !(target instanceof HTMLElement)) return null;
  const typing = target.matches('input:not([type=radio], [type=checkbox], [type=range]), textarea, select');
  if (typing || target.isContentEditable || document.querySelector('dialog[open]')) return null;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && key.toLowerCase() === 'z') return 'undo';
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (key === '?') return 'help';
  const go = tabKeys[key.toLowerCase()];
  return go === undefined ? null : { go };
}
