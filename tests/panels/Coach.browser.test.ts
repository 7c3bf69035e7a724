/** The card beside a first game: offered once, led on by what is done, out of the way; and hints for who hesitates. */
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { news } from '../../src/panels/announce.svelte.ts';
import Coach from '../../src/panels/Coach.svelte';
import { hintsFor } from '../../src/panels/coach/hints.ts';
import { lessonNow, lessons } from '../../src/panels/coach/lessons.ts';
import type { Game } from '../../src/panels/game.svelte.ts';
import type { Tab } from '../../src/panels/keys.ts';
import Orders from '../../src/panels/Orders.svelte';
import { set, settings } from '../../src/panels/settings.svelte.ts';
import '../../src/panels/style.css';
import Watch from '../../src/panels/Watch.svelte';
import { closeWhy, openWhy } from '../../src/panels/why.svelte.ts';
import { aGameAt } from './aGame.ts';

beforeEach(() => set({ tour: 'new', hints: 'on' }));
afterEach(async () => {
  closeWhy();
  set({ tour: 'new', hints: 'on' });
  await page.viewport(1280, 800);
});

const lessonIds = lessons.map(({ id }) => id);

async function aCoach(game: Game, tab: Tab = 'briefing', patience = 60_000) {
  const gone: Tab[] = [];
  const props = { game, tab, telling: false, patience, onGo: (to: Tab) => void gone.push(to) };
  const screen = await render(Coach, props);
  return { screen, gone, now: (changed: object) => screen.rerender({ ...props, ...changed }) };
}

describe('the offer', () => {
  test('stands in the first round of the first game, and is made once', async () => {
    const { screen } = await aCoach(await aGameAt());
    await expect.element(screen.getByText(/Your first game\?/)).toBeVisible();
    await screen.getByRole('button', { name: 'Not now' }).click();
    await expect.element(screen.getByRole('complementary')).not.toBeInTheDocument();
    expect(settings.tour).toBe('seen');
    const again = await aCoach(await aGameAt());
    expect(again.screen.container.querySelector('aside')).toBeNull();
  });

  test('is not made in a later round', async () => {
    const { screen } = await aCoach(await aGameAt({ round: 2 }));
    expect(screen.container.querySelector('aside')).toBeNull();
  });

  test('takes no focus and is announced', async () => {
    await aCoach(await aGameAt());
    expect(document.activeElement).toBe(document.body);
    await expect.poll(() => news.text).toMatch(/Your first game\?/);
  });
});

describe('the first round', () => {
  test('leads on by what is done, from the watched to one why', async () => {
    const game = await aGameAt({ seat: 'turkey' });
    const { screen, now } = await aCoach(game);
    await screen.getByRole('button', { name: 'Show me around' }).click();
    await expect.element(screen.getByText(/^This you watch/)).toBeVisible();
    await screen.getByRole('button', { name: 'Next' }).click();

    await expect.element(screen.getByText(/^Each quarter something is put to you/)).toBeVisible();
    game.redraft((draft) => (draft.answer = game.decision?.options[0]?.option));
    await expect.element(screen.getByText(/^These moves fit the moment/)).toBeVisible();
    const open = game.choices.find(({ why, press }) => why === null && press === null);
    game.redraft((draft) => (draft.moves = [{ move: open?.move ?? '' }]));
    await expect.element(screen.getByText(/^The others bargain/)).toBeVisible();
    await screen.getByRole('button', { name: 'Next' }).click();
    await expect.element(screen.getByText(/^When you are content, lock/)).toBeVisible();

    expect((await game.lock()).ok).toBe(true);
    await expect.element(screen.getByText(/^The quarter is told/)).toBeVisible();
    await now({ telling: true, tab: 'report' });
    await expect.element(screen.getByText(/^The quarter is told/)).toBeVisible();
    await now({ telling: false, tab: 'report' });
    await expect.element(screen.getByText(/^Open one/)).toBeVisible();
    openWhy('people');
    await expect.element(screen.getByText(/^That was a round/)).toBeVisible();
    await screen.getByRole('button', { name: 'Done' }).click();
    expect(screen.container.querySelector('aside')).toBeNull();
    expect(settings.tour).toBe('seen');
  });

  test('goes on where the player is when orders are locked early', async () => {
    const game = await aGameAt();
    const seen = { game, telling: false, told: false, asked: false, begun: 1 };
    expect(lessonIds[lessonNow(0, seen)]).toBe('watch');
    expect(lessonIds[lessonNow(0, { ...seen, telling: true })]).toBe('reveal');
    expect(lessonIds[lessonNow(0, { ...seen, begun: 0 })]).toBe('reveal');
    expect(lessonIds[lessonNow(0, { ...seen, begun: 0, told: true })]).toBe('why');
    expect(lessonNow(lessons.length, seen)).toBe(lessons.length);
  });

  test('points at the tab first and then at the thing, and takes the way there when asked', async () => {
    const game = await aGameAt({ seat: 'turkey' });
    await render(Orders, { game });
    const tab = document.createElement('button');
    tab.id = 'tab-orders';
    tab.textContent = 'Orders';
    document.body.append(tab);
    const { screen, gone, now } = await aCoach(game);
    await screen.getByRole('button', { name: 'Show me around' }).click();
    await screen.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => tab.hasAttribute('data-pointed')).toBe(true);
    await screen.getByRole('button', { name: 'Show me', exact: true }).click();
    expect(gone).toEqual(['orders']);
    await now({ tab: 'orders' });
    const card = document.querySelector('[data-coach=decision]');
    await expect.poll(() => card?.hasAttribute('data-pointed')).toBe(true);
    expect(tab.hasAttribute('data-pointed')).toBe(false);
    await screen.getByRole('button', { name: 'Show me', exact: true }).click();
    await expect.poll(() => card?.contains(document.activeElement)).toBe(true);
    await screen.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => card?.hasAttribute('data-pointed')).toBe(false);
    tab.remove();
  });

  test('is gone through by keyboard', async () => {
    const { screen } = await aCoach(await aGameAt());
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(screen.getByText(/^This you watch/)).toBeVisible();
    await userEvent.keyboard('{Tab}{Tab}');
    (screen.getByRole('button', { name: 'Next' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText(/^Each quarter/)).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
  });

  test('fits a phone, and tells what stands at the foot how much room it takes', async () => {
    await page.viewport(360, 740);
    set({ watch: 'brief' });
    const game = await aGameAt();
    const { container } = await render(Watch, { game });
    const { screen } = await aCoach(game);
    await screen.getByRole('button', { name: 'Show me around' }).click();
    const aside = screen.container.querySelector('aside');
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await expect
      .poll(() => document.documentElement.style.getPropertyValue('--coach'))
      .toBe(`${aside?.offsetHeight}px`);
    expect(aside?.offsetHeight).toBeLessThan(200);
    const { violations } = await axe.run(screen.container);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    // All that is watched unfolds while it is spoken of.
    const strip = container.querySelector<HTMLDetailsElement>('.strip');
    await screen.getByRole('button', { name: 'Show me', exact: true }).click();
    expect(strip?.open).toBe(true);
    await screen.getByRole('button', { name: 'Next' }).click();
    await expect.poll(() => strip?.open).toBe(false);
  });
});

describe('a hint', () => {
  test('is given to who hesitates, from how things stand, and never twice in a round', async () => {
    set({ tour: 'seen' });
    const game = await aGameAt({ seat: 'turkey' });
    const all = hintsFor(game, 'orders').map(({ text }) => text);
    expect(all[0]).toMatch(/^“.*” is not answered\. Silence counts as: /);
    const { screen } = await aCoach(game, 'orders', 60);
    for (const text of all) {
      await expect.element(screen.getByText(text)).toBeVisible();
      await screen.getByRole('button', { name: 'Close' }).click();
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.container.querySelector('aside')).toBeNull();
  });

  test('goes when it holds no longer', async () => {
    set({ tour: 'seen' });
    const game = await aGameAt({ seat: 'turkey' });
    const { screen } = await aCoach(game, 'orders', 60);
    await expect.element(screen.getByText(/is not answered/)).toBeVisible();
    game.redraft((draft) => (draft.answer = game.decision?.options[0]?.option));
    await expect.element(screen.getByText(/is not answered/)).not.toBeInTheDocument();
  });

  test('is given in talks and orders only, and to nobody who wants none', async () => {
    set({ tour: 'seen' });
    const game = await aGameAt({ seat: 'turkey' });
    expect(hintsFor(game, 'briefing')).toEqual([]);
    expect(hintsFor(game, 'map')).toEqual([]);
    const { screen } = await aCoach(game, 'talks', 60);
    await screen.getByRole('button', { name: 'No more hints' }).click();
    expect(settings.hints).toBe('off');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(screen.container.querySelector('aside')).toBeNull();
  });
});
