import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { news } from '../../src/panels/announce.svelte.ts';
import { Laboratory, withLaboratory } from '../../src/panels/laboratory/opened.ts';
import { openScenario } from '../../src/panels/playing.ts';
import { fetchIndex, fetchTexts } from '../../src/panels/scenarioTexts.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

/** Games take longer while tests of others run beside these. */
const patience = { timeout: 25_000 };

async function aLaboratory() {
  const [entry] = await fetchIndex();
  if (!entry) throw new Error('no scenario');
  const scenario = await openScenario(await fetchTexts(entry, 'en'));
  if ('notice' in scenario) throw new Error(scenario.notice.key);
  const { words } = await aGameAt();
  const leave = vi.fn<() => Promise<void>>(async () => undefined);
  const shell = { words: words as never, leave };
  const screen = await render(Laboratory, { shell, opened: await withLaboratory(scenario) });
  // Few games are enough to see what is done with them.
  await screen.getByRole('slider', { name: /^Games for each way/ }).fill('0');
  return { screen, leave };
}

afterEach(() => localStorage.removeItem('red-lines.votes'));

test('it asks before it shows, plays four ways, and lays outcomes, ledger and assumptions open', async () => {
  const { screen } = await aLaboratory();
  await expect
    .element(screen.getByRole('heading', { name: 'Before you look: what would you say?' }))
    .toBeVisible();
  await screen.getByRole('radio', { name: 'Leaning to both' }).click();
  await screen.getByRole('button', { name: /^Play 4 ways/ }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Four scales, not added up' }), patience)
    .toBeVisible();
  await screen.getByRole('radio', { name: 'Cannot be said' }).click();
  await expect
    .element(screen.getByText('Before you said “Leaning to both”, now “Cannot be said”.'))
    .toBeVisible();
  expect(screen.container.querySelectorAll('.block')).toHaveLength(10);
  expect(screen.container.querySelectorAll('ol > li')).toHaveLength(10);
  expect(screen.getByRole('rowheader', { name: 'Moscow' }).elements()).toHaveLength(4);
  expect(screen.container.textContent).not.toContain('⟨');
  await expect.poll(() => news.text).toContain('games were played in each of 4 ways');
  // Each of the ten opens to its sources and to who disagrees, or that nobody read here does.
  for (const bar of screen.container.querySelectorAll('ol > li')) {
    (bar.querySelector('details') as HTMLDetailsElement).open = true;
    expect(bar.querySelectorAll('.sources a').length).toBeGreaterThan(0);
    expect(bar.textContent).toMatch(/disagrees|Others see it differently/);
    (bar.querySelector('details') as HTMLDetailsElement).open = false;
  }
  // An assumption opens to its source, and says that what is shown is old once it was moved.
  await screen
    .getByText(/^Low: /)
    .first()
    .click();
  const slider = screen.getByRole('slider', { name: 'Strength within its range' }).first();
  await expect.element(slider).toBeVisible();
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect
    .element(screen.getByText(/^What is shown below was played with other assumptions/))
    .toBeVisible();
  // It is played again from where it was moved; what was pressed goes, and the focus stands on the new answer.
  (screen.getByRole('button', { name: 'Play again with what was moved' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText(/^The answer over all games: /), patience).toHaveFocus();
  expect(screen.getByText('On one assumption of your own').elements()).toHaveLength(8);
});

test('by keyboard: a belief is set, games are asked for and called off', async () => {
  const { screen, leave } = await aLaboratory();
  const group = screen.getByRole('group', { name: 'Can Damascus refuse both its patrons?' });
  (group.getByRole('radio', { name: 'Left open' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(group.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await expect.element(group.getByText(/makes Damascus surer of itself/)).toBeVisible();
  const games = screen.getByRole('slider', { name: /^Games for each way/ });
  (games.element() as HTMLElement).focus();
  await userEvent.keyboard('{End}');
  await expect.element(screen.getByRole('button', { name: 'Play 4 ways, 10,000 games each' })).toBeVisible();
  const play = screen.getByRole('button', { name: /^Play 4 ways/ }).element() as HTMLElement;
  play.focus();
  // The button stays, and the focus on it; a second press at once is one too many and does nothing.
  play.click();
  play.click();
  await expect.element(screen.getByRole('button', { name: 'Stop' })).toHaveFocus();
  await new Promise((resolve) => setTimeout(resolve, 600));
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('button', { name: /^Play 4 ways/ })).toHaveFocus();
  expect(screen.container.querySelectorAll('.block')).toHaveLength(0);
  (screen.getByRole('button', { name: 'Back to the scenarios' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  expect(leave).toHaveBeenCalledOnce();
});

test('what was found is saved as table, data and picture, and says everywhere what was assumed', async () => {
  const saved: { name: string; type: string; size: number }[] = [];
  const blobs = new Map<string, Blob>();
  const url = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob as Blob);
    return address;
  });
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.get(this.href);
    saved.push({ name: this.download, type: blob?.type ?? '', size: blob?.size ?? 0 });
  });
  const { screen } = await aLaboratory();
  const group = screen.getByRole('group', { name: 'Can Damascus refuse both its patrons?' });
  await group.getByRole('radio', { name: 'Yes' }).click();
  await screen.getByRole('button', { name: /^Play 4 ways/ }).click();
  await expect
    .element(screen.getByText('Can Damascus refuse both its patrons? Yes', { exact: true }), patience)
    .toBeVisible();
  // Every part with a chart is marked, and the list at the top.
  expect(screen.getByText('On one assumption of your own').elements()).toHaveLength(8);
  for (const kind of ['CSV', 'JSON', 'PNG']) {
    const button = screen.getByRole('button', { name: new RegExp(kind) });
    await expect.element(button, patience).toBeVisible();
    await button.click();
  }
  await expect.poll(() => saved.length, patience).toBe(3);
  expect(saved.map(({ type }) => type)).toEqual([
    'text/csv;charset=utf-8',
    'application/json;charset=utf-8',
    'image/png',
  ]);
  expect(saved.every(({ name }) => name.startsWith('red-lines-tehran-2016-laboratory-'))).toBe(true);
  expect(saved.every(({ name }) => name.includes('-own-'))).toBe(true);
  expect(saved[2]?.size).toBeGreaterThan(20_000);
  const [csv = '', json = ''] = await Promise.all([...blobs.values()].slice(0, 2).map((blob) => blob.text()));
  expect(csv).toContain("the reader's own assumption,hinge.damascusRefuses=yes");
  expect(JSON.parse(json).assumed).toEqual([{ kind: 'hinge', id: 'damascusRefuses', is: 'yes' }]);
  url.mockRestore();
  click.mockRestore();
});

test('it fits a narrow screen, and the accessibility check finds nothing', async () => {
  await page.viewport(360, 740);
  const { screen } = await aLaboratory();
  await screen.getByRole('button', { name: /^Play 4 ways/ }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Four scales, not added up' }), patience)
    .toBeVisible();
  for (const details of screen.container.querySelectorAll('details')) details.open = true;
  const { violations } = await axe.run(screen.container);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});
