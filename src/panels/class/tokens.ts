/**
 * Where a device keeps the way back to its seat, its desk or its projector: an unguessable token and the room's code, nothing about the
 * person. A reload of the same tab comes back by itself; another tab of the same browser is asked first.
 */

export type PlaceKind = 'seat' | 'desk';

export interface KeptPlace {
  readonly code: string;
  readonly token: string;
  /** For a desk: the token of its projector. */
  readonly projector?: string;
}

const nameOf = (kind: PlaceKind): string => `red-lines.class.${kind}`;

/** Keep a place for this tab and this browser. */
export function keepPlace(kind: PlaceKind, place: KeptPlace): void {
  for (const storage of storages()) {
    try {
      storage.setItem(nameOf(kind), JSON.stringify(place));
    } catch {
      // Storage is full or forbidden: the place lasts as long as the page.
    }
  }
}

/** Read the place of this tab, or else the one that this browser had last; null where there is none. */
export function keptPlace(kind: PlaceKind, where: 'tab' | 'browser'): KeptPlace | null {
  try {
    const storage = where === 'tab' ? sessionStorage : localStorage;
    const found = JSON.parse(storage.getItem(nameOf(kind)) ?? 'null') as Partial<KeptPlace> | null;
    if (typeof found?.code !== 'string' || typeof found.token !== 'string') return null;
    const { code, token, projector } = found;
    return { code, token, ...(typeof projector === 'string' ? { projector } : {}) };
  } catch {
    return null;
  }
}

/** Forget a place: the room is gone, or somebody left it for good. */
export function forgetPlace(kind: PlaceKind): void {
  for (const storage of storages()) {
    try {
      storage.removeItem(nameOf(kind));
    } catch {
      // See above.
    }
  }
}

function storages(): Storage[] {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
}
