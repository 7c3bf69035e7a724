/** Sounds a cue where the reader has switched sound on, and says for who cannot hear it what sounded. The cues are loaded with the first one. */
import { settings } from '../settings.svelte.ts';
import type { Cue } from './cues.ts';

export const heard = $state({
  /** The cue that sounded last, for its caption; null where none has, or sound is off. */
  cue: null as Cue | null,
});

/** Sound a cue, if sound is on. */
export function hear(cue: Cue): void {
  if (settings.sound === 'off') {
    heard.cue = null;
    return;
  }
  heard.cue = cue;
  void import('./cues.ts').then(({ sound }) => sound(cue)).catch(() => undefined);
}
