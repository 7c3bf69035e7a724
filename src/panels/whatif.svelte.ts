/** What "What if?" is open on. Anything on the screen may open it; `whatif/WhatIfHost.svelte`, mounted once, shows it. */

/** A choice that is to be made otherwise. */
export interface Choice {
  readonly seat: string;
  readonly round: number;
  /** The order that it is about, as the cause of a change: it is left out to begin with, so that only "play" is to be said. */
  readonly without?: { readonly kind: string; readonly id: string };
}

export interface AskedWhatIf {
  /** The choice that is to be changed; null to look at the branches. */
  readonly choice: Choice | null;
}

class WhatIfOpen {
  asked: AskedWhatIf | null = $state.raw(null);
  /** True where the screen can show it: a game that several play cannot be taken back by one. */
  offered = $state(false);
}

export const whatIf = new WhatIfOpen();

/** Open a choice of a seat in a round to be made otherwise, or the branches of the game. */
export function openWhatIf(choice: AskedWhatIf['choice'] = null): void {
  whatIf.asked = { choice };
}

export function closeWhatIf(): void {
  whatIf.asked = null;
}
