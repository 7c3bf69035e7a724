import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Briefing from '../../src/panels/Briefing.svelte';
import { closeWhy, why } from '../../src/panels/why.svelte.ts';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';
import { anOffer, scripted } from './scripted.ts';

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

test('a red line tells what would cross it and how much of that is so already', async () => {
  const game = await aGameAt({ seat: 'usa' });
  const screen = await render(Briefing, { game });
  const line = screen.getByRole('listitem').filter({ hasText: /^An ally and a partner are at war/ });
  await line.getByText('What would cross it: 1 of 3 hold now').click();
  await expect.element(line.getByText(/^ISIS, share of Raqqa .+ · now: \d+ % holds now$/)).toBeVisible();
  await expect.element(line.getByText(/^Violence: .+ · now: /)).toBeVisible();
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

test('what was promised for the quarter is told until it is done', async () => {
  const terms = [
    { capital: 'iran', kind: 'make', move: 'borderTalks' },
    { capital: 'turkey', kind: 'make', move: 'unityStatement' },
  ] as const;
  const opens = [{ kind: 'offer', offer: anOffer(['iran'], terms, { until: 2 }) }] as const;
  const game = await aGameAt({ seat: 'iran', others: scripted({ turkey: { opens }, russia: {}, usa: {} }) });
  const gone: string[] = [];
  const ontalks = (): void => void gone.push('talks');
  const screen = await render(Briefing, { game, ontalks, onorders: () => void gone.push('orders') });
  expect(screen.getByRole('heading', { name: 'What you promised' }).elements()).toHaveLength(0);
  await screen.getByRole('button', { name: 'An offer to answer' }).click();
  await screen.getByRole('button', { name: 'A decision to take' }).click();
  expect(gone).toEqual(['talks', 'orders']);
  const serial = game.deals[0]?.serial ?? 0;
  await game.decide({ kind: 'answer', offer: serial, answer: 'accept' });
  await expect.element(screen.getByRole('heading', { name: 'What you promised' })).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'A promise due this quarter' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'An offer to answer' }).elements()).toHaveLength(0);
  await expect
    .element(screen.getByText(/^We make this move: Hold border talks with Ankara\. Promised to Ankara$/))
    .toBeVisible();
  game.redraft((draft) => {
    draft.moves = [{ move: 'borderTalks' }];
  });
  await game.lock();
  await expect.poll(() => screen.container.textContent).not.toContain('What you promised');
});
