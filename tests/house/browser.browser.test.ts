/** The browser of the tests can do what the game asks of a browser. */
import { expect, test } from 'vitest';

test('the browser has WebGL, workers and storage', () => {
  const canvas = document.createElement('canvas');
  expect(canvas.getContext('webgl2')).not.toBeNull();
  expect(typeof Worker).toBe('function');
  expect(typeof indexedDB).toBe('object');
});
