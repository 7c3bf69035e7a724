/** Keys of the game's screen: what each does, and when it belongs to a field, a dialog or the browser. */
import { afterEach, expect, test } from 'vitest';
import { readPress } from '../../src/panels/keys.ts';
import type { Press } from '../../src/panels/keys.ts';

afterEach(() => document.body.replaceChildren());

/** Press a key on an element and say how it was read. */
function press(element: HTMLElement, key: string, more: KeyboardEventInit = {}): Press | null {
  document.body.append(element);
  let read: Press | null = null;
  const listen = (event: KeyboardEvent): void => {
    read = readPress(event);
  };
  window.addEventListener('keydown', listen);
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  window.removeEventListener('keydown', listen);
  return read;
}

const make = (tag: string, more: Record<string, string> = {}): HTMLElement =>
  Object.assign(document.createElement(tag), more);

test('letters lead to the parts of a round, Ctrl+Z undoes, ? helps', () => {
  expect(press(make('button'), 'b')).toEqual({ go: 'briefing' });
  expect(press(make('button'), 'T', { shiftKey: true })).toEqual({ go: 'talks' });
  expect(press(make('main'), 'o')).toEqual({ go: 'orders' });
  expect(press(make('main'), 'r')).toEqual({ go: 'report' });
  expect(press(make('main'), 'z', { ctrlKey: true })).toBe('undo');
  expect(press(make('main'), '?', { shiftKey: true })).toBe('help');
  expect(press(make('main'), 'q')).toBeNull();
});

test('keys do nothing while somebody types, chooses from a list, or reads a dialog', () => {
  expect(press(make('textarea'), 'o')).toBeNull();
  expect(press(make('select'), 'o')).toBeNull();
  expect(press(make('input', { type: 'number' }), 'z', { ctrlKey: true })).toBeNull();
  expect(press(make('input', { type: 'radio' }), 'o')).toEqual({ go: 'orders' });
  document.body.append(Object.assign(document.createElement('dialog'), { open: true }));
  expect(press(make('button'), 'o')).toBeNull();
});

test('combinations of the browser stay the browser’s', () => {
  expect(press(make('main'), 'r', { ctrlKey: true })).toBeNull();
  expect(press(make('main'), 't', { metaKey: true })).toBeNull();
  expect(press(make('main'), 'b', { altKey: true })).toBeNull();
});
