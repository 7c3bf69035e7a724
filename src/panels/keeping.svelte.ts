/**
 * Keeps the whole game on this device, where the browser can: registers the keeper (a service worker made by the build),
 * says whether all is kept and whether there is a connection, and takes a new version only when told to, and only where
 * no other tab of this browser is in the middle of a game.
 */

export const keeping = $state({
  /** True once everything is on this device and plays without a connection. */
  whole: false,
  /** True while there is no connection. */
  offline: !navigator.onLine,
  /** True when a new version has come and waits. */
  waiting: false,
  /** True when the new version was asked for while another tab plays. */
  playedElsewhere: false,
});

/** How it stands with this device. */
export type Keeping = Readonly<typeof keeping>;

/** Held by every tab that shows a game; who takes a new version looks whether anybody does. */
const gameLock = 'red-lines.game';
let registration: ServiceWorkerRegistration | undefined;
let letGo: (() => void) | null = null;

/** Begin to keep the game on this device; does nothing where the browser cannot, as on a plain address in a school network. */
export async function startKeeping(): Promise<void> {
  window.addEventListener('online', () => (keeping.offline = false));
  window.addEventListener('offline', () => (keeping.offline = true));
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const found: ServiceWorkerRegistration | undefined = await navigator.serviceWorker.register('keeper.js');
    if (!found) return;
    registration = found;
    look();
    found.addEventListener('updatefound', () => found.installing?.addEventListener('statechange', look));
    await navigator.serviceWorker.ready;
    keeping.whole = true;
  } catch {
    // Without it the game plays on as long as there is a connection.
  }
}

/** A version waits where an older one serves this page: the first one of all goes to work by itself. */
function look(): void {
  keeping.waiting = Boolean(registration?.waiting && navigator.serviceWorker.controller);
}

/** Say whether this tab is in a game, for as long as it is. */
export function holdGame(isPlaying: boolean): void {
  if (!isPlaying) {
    letGo?.();
    letGo = null;
  } else if (letGo === null && 'locks' in navigator) {
    void navigator.locks.request(gameLock, { mode: 'shared' }, () => {
      return new Promise<void>((resolve) => (letGo = resolve));
    });
  }
}

/** Take the version that waits, and load the page with it; refused while another tab plays. */
export async function takeVersion(): Promise<void> {
  const held = 'locks' in navigator ? ((await navigator.locks.query()).held ?? []) : [];
  const own = letGo === null ? 0 : 1;
  keeping.playedElsewhere = held.filter(({ name }) => name === gameLock).length > own;
  if (keeping.playedElsewhere || !registration?.waiting) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration.waiting.postMessage({ type: 'SKIP_WAITING' }, []);
}
