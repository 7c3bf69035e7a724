/** What is loaded for each way of playing together: the frame they share, and the screen of its own. */
import type { Component } from 'svelte';
import type { Shell } from '../shell.svelte.ts';
import type { Route } from './routes.ts';

type Screen = Component<{ shell: Shell; onSettings: () => void }>;

/** The screens behind the ways, loaded when they are gone to; where there is none the frame shows the choice. */
export const screens: Readonly<Partial<Record<Route, () => Promise<{ default: Screen }>>>> = {
  device: () => import('../hotseat/HotSeat.svelte'),
  slips: () => import('../slips/Slips.svelte'),
  join: () => import('./Join.svelte'),
  lead: () => import('./Lead.svelte'),
  kit: () => import('./kit/Kit.svelte'),
  projector: () => import('./Projector.svelte'),
};

/** Load the frame, and with it the screen that it will show first. A screen that cannot be had is told of by the frame. */
export async function loadTogether(way: Route): Promise<typeof import('./Together.svelte')> {
  const [frame] = await Promise.all([import('./Together.svelte'), screens[way]?.().catch(() => undefined)]);
  return frame;
}
