/** What "What if?" is open on. Anything on the screen may open it; `whatif/WhatIfHost.svelte`, mounted once, shows it. */

export interface AskedWhatIf {
  /** The choice that is to be changed; null to look at the branches. */
  readonly choice: { readonly seat: string; readonly round: number } | null;
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
