import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Briefing from '../../src/panels/Briefing.svelte';
import { closeWhy, why } from '../../src/panels/why.svelte.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

afterEach(closeWhy);

test('it gives the quarter, its news, signs, the own aims and red lines, and the decision', async () => {
  const game = await aGameAt({ seat: 'turkey' });
  const screen = await render(Briefing, { game });
  await expect.element(screen.getByRole('heading', { level: 2 })).toHaveTextContent('June–August 2016');
  await expect.element(screen.getByText('A letter to Moscow')).toBeVisible();
  await expect.element(screen.getByText('No YPG-run belt')).toBeVisible();
  await expect.element(screen.getByText('A new mass flight reaches the border.')).toBeVisible();
  await expect.element(screen.getByText('Unease in the barracks; rumours in Ankara.')).toBeVisible();
  expect(screen.container.textContent).not.toContain('⟨');
});

test('from the second quarter on it tells what changed, and each change opens its why', async () => {
  const game = await aGameAt({ round: 2 });
  const screen = await render(Briefing, { game });
  const changes = screen.container.querySelectorAll<HTMLButtonElement>('button.change');
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.length).toBeLessThanOrEqual(6);
  changes[0]?.click();
  expect(why.asked?.subject).toMatchObject({ round: 1, where: expect.any(String) });
});

test('an instruction card is shown where that layer is on, and only there', async () => {
  const plain = await render(Briefing, { game: await aGameAt() });
  expect(plain.container.textContent).not.toContain('Your instructions');
  const secret = await render(Briefing, { game: await aGameAt({ layers: ['instructions'] }) });
  expect(secret.container.textContent).toContain('Your instructions');
  expect(secret.container.textContent).toContain('Counts double');
});

test('the accessibility check finds nothing', async () => {
  const { container } = await render(Briefing, {
    game: await aGameAt({ round: 2, layers: ['instructions'] }),
  });
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
