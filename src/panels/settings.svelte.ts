/**
 * What a reader has set for this device: text size, theme, motion, language, pace of the reveal, and what a first game is
 * helped with. Kept in the browser's
 * local storage where that works, forgotten where it does not. No setting changes a game.
 */

export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export const textSizes = ['usual', 'large', 'largest'] as const;
export const motions = ['system', 'reduced', 'full'] as const;
/** 1 is the usual pace; `atOnce` shows a reveal without playing it. */
export const paces = ['slow', 'usual', 'fast', 'atOnce'] as const;

/** `new` until the player was shown around, or wanted not to be. */
export const tours = ['new', 'seen'] as const;
/** Whether somebody who hesitates is given a hint. */
export const hintings = ['on', 'off'] as const;
/** How often the analyst may be asked in a game for one: whenever one likes, once a quarter, never. */
export const analystRules = ['free', 'one', 'off'] as const;

/** Whether a few quiet sounds accompany a reveal; always off until somebody wants them. */
export const sounds = ['off', 'on'] as const;

/** How much of what is watched stands in sight in a small window. */
export const watches = ['brief', 'whole'] as const;

export interface Settings {
  theme: (typeof themes)[number];
  text: (typeof textSizes)[number];
  motion: (typeof motions)[number];
  pace: (typeof paces)[number];
  tour: (typeof tours)[number];
  hints: (typeof hintings)[number];
  sound: (typeof sounds)[number];
  analyst: (typeof analystRules)[number];
  watch: (typeof watches)[number];
  /** A language tag; empty = the browser's. */
  language: string;
}

const place = 'red-lines.settings';
const usual: Settings = {
  theme: 'system',
  text: 'usual',
  motion: 'system',
  pace: 'usual',
  tour: 'new',
  hints: 'on',
  sound: 'off',
  analyst: 'free',
  watch: 'brief',
  language: '',
};

export const settings: Settings = $state({ ...usual, ...stored() });

/** Change settings, keep them where the browser allows it, and show them at once. */
export function set(changed: Partial<Settings>): void {
  Object.assign(settings, changed);
  try {
    localStorage.setItem(place, JSON.stringify($state.snapshot(settings)));
  } catch {
    // Storage is full or forbidden: the settings last as long as the page.
  }
  show();
}

/** Write the settings that style sheets read onto the page, now and whenever the system's own change. */
export function show(): void {
  const root = document.documentElement;
  root.dataset['theme'] = themeShown();
  root.dataset['motion'] = isStill() ? 'reduced' : 'full';
  root.dataset['text'] = settings.text;
}

/** Say which of the themes is on the page; a system that asks for more contrast gets it. */
export function themeShown(): 'light' | 'dark' | 'contrast' {
  if (settings.theme !== 'system') return settings.theme;
  if (system.contrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}

/** Tell whether things should stand still rather than move. */
export function isStill(): boolean {
  return settings.motion === 'reduced' || (settings.motion === 'system' && system.still);
}

/** Speed of the reveal: 1 is the usual one; 0 means that it is shown at once. */
export function paceOfReveal(): number {
  return { slow: 0.6, usual: 1, fast: 2, atOnce: 0 }[settings.pace];
}

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersStill = matchMedia('(prefers-reduced-motion: reduce)');
const prefersContrast = matchMedia('(prefers-contrast: more)');
const system = $state({
  dark: prefersDark.matches,
  still: prefersStill.matches,
  contrast: prefersContrast.matches,
});
prefersDark.addEventListener('change', ({ matches }) => {
  system.dark = matches;
  show();
});
prefersContrast.addEventListener('change', ({ matches }) => {
  system.contrast = matches;
  show();
});
prefersStill.addEventListener('change', ({ matches }) => {
  system.still = matches;
  show();
});

function stored(): Partial<Settings> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    const { theme, text, motion, pace, tour, hints, sound, analyst, watch, language } = found as Record<
      string,
      unknown
    >;
    return {
      ...oneOf('theme', theme, themes),
      ...oneOf('text', text, textSizes),
      ...oneOf('motion', motion, motions),
      ...oneOf('pace', pace, paces),
      ...oneOf('tour', tour, tours),
      ...oneOf('hints', hints, hintings),
      ...oneOf('sound', sound, sounds),
      ...oneOf('analyst', analyst, analystRules),
      ...oneOf('watch', watch, watches),
      ...(typeof language === 'string' ? { language } : {}),
    };
  } catch {
    return {};
  }
}

function oneOf<K extends string, T extends string>(
  key: K,
  value: unknown,
  allowed: readonly T[],
): { [key in K]?: T } {
  const found = allowed.find((one) => one === value);
  return found === undefined ? {} : ({ [key]: found } as { [key in K]?: T });
}
