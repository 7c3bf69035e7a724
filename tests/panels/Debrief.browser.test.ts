import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Debrief from '../../src/panels/debrief/Debrief.svelte';
import Pacts from '../../src/panels/debrief/Pacts.svelte';
import type { Reading } from '../../src/panels/reading/reading.ts';
import VoteBefore from '../../src/panels/thesis/VoteBefore.svelte';
import { keepVote, votesOf } from '../../src/panels/votes.ts';
import Why from '../../src/panels/Why.svelte';
import { closeWhy, openWhy } from '../../src/panels/why.svelte.ts';
import { layers } from '../../src/engine/layers.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';

/** Files of the scenario lie at the root of the tests' server. */
const fetchFile = async (file: string): Promise<string> => (await fetch(`/${file}`)).text();

beforeEach(() => page.viewport(1280, 800));
afterEach(closeWhy);

test('the debrief leads from step to step by mouse and by keyboard, the heading has the focus', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  await expect
    .element(screen.getByRole('heading', { level: 2, name: 'Step out of your role' }))
    .toHaveFocus();
  await expect.element(screen.getByText(/not a prediction.*nobody has won/)).toBeVisible();
  await screen.getByRole('button', { name: /^Next: What happened/ }).click();
  await expect.element(screen.getByRole('heading', { level: 2, name: 'What happened' })).toHaveFocus();
  expect(screen.container.querySelectorAll('h2')).toHaveLength(1);
  const step = screen.getByRole('button', { name: /^Promises kept and broken/ });
  (step.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('heading', { level: 2, name: /^Promises kept/ })).toHaveFocus();
  expect(step.element().getAttribute('aria-current')).toBe('step');
  await screen.getByRole('button', { name: /^Back: Why, at one turning point/ }).click();
  await expect.element(screen.getByRole('heading', { level: 2, name: /^Why/ })).toHaveFocus();
});

test('everything is laid open on one page, nothing is missing, nobody has won', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9, layers: [...layers] });
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByRole('checkbox', { name: 'All steps on one page' }).click();
  const headings = [...screen.container.querySelectorAll('h2')].map(({ textContent }) => textContent);
  expect(headings).toEqual([
    'Step out of your role',
    'What happened',
    'Why, at one turning point',
    'Promises kept and broken',
    'What it cost people',
    'What really happened',
    'What the model leaves out',
    'The question it started from',
    'One trade-off and one doubt',
  ]);
  // A card of each capital is shown, and the three judgements.
  expect(screen.getByText('Instruction card').elements()).toHaveLength(4);
  expect(screen.container.querySelectorAll('.judged li')).toHaveLength(3);
  await screen.getByText('Strengths drawn for this game').click();
  await expect.element(screen.getByText(/Drawn for this game: .* of .* to /).first()).toBeVisible();
  await screen
    .getByText(/^Line by line/)
    .first()
    .click();
  await expect.element(screen.getByText(/answers “/).first()).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('projected, a step fills the screen in large letters with its clock running, and a presenter turns it', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  const root = document.documentElement;
  const letters = (): number => Number.parseFloat(getComputedStyle(root).fontSize);
  const before = letters();
  await screen.getByRole('button', { name: 'Fill the screen, for a wall' }).click();
  await expect.element(screen.getByRole('timer')).toBeVisible();
  expect(letters()).toBeGreaterThan(1.2 * before);
  const stage = screen.container.querySelector<HTMLElement>('.projecting');
  const heading = (name: string) => screen.getByRole('heading', { level: 2, name });
  // The first step is shown whole: on leads to the next, whose end is screenfuls away.
  await userEvent.keyboard('{PageDown}');
  await expect.element(heading('What happened')).toHaveFocus();
  await userEvent.keyboard('{PageDown}');
  await expect.poll(() => stage?.scrollTop).toBeGreaterThan(100);
  await expect.element(heading('What happened')).toBeInTheDocument();
  await userEvent.keyboard('{PageUp}{PageUp}');
  await expect.element(heading('Step out of your role')).toHaveFocus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(heading('Why, at one turning point')).toHaveFocus();
  expect(stage?.scrollTop).toBe(0);
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  // A field keeps its keys.
  for (let step = 0; step < 8; step++) await userEvent.keyboard('{ArrowRight}');
  await screen.getByRole('textbox').first().click();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(heading('One trade-off and one doubt')).toBeVisible();
  await screen.getByRole('button', { name: 'Leave the full screen' }).click();
  expect(root.dataset['projected']).toBeUndefined();
  expect(letters()).toBe(before);
});

test('a step may be timed: the minutes count down, can be lengthened, and stop nobody', async () => {
  const game = await aGameAt({ seat: 'usa', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByRole('button', { name: 'Take the time: 2 minutes' }).click();
  const timer = screen.getByRole('timer');
  await expect.poll(() => timer.element().textContent, { timeout: 5000 }).toMatch(/^1:5\d$/);
  await screen.getByRole('button', { name: 'One minute more' }).click();
  await expect.poll(() => timer.element().textContent, { timeout: 5000 }).toMatch(/^2:5\d$/);
  await screen.getByRole('button', { name: 'Stop the clock' }).click();
  expect(timer.elements()).toHaveLength(0);
});

test('each quarter is retold in short, with what really happened beside it and its sources', async () => {
  const game = await aGameAt({ seat: 'russia', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByRole('button', { name: /^What happened/ }).click();
  // Three that were played and two that ran on.
  expect(screen.getByText('In this game', { exact: true }).elements()).toHaveLength(5);
  expect(screen.getByText('In the record', { exact: true }).elements()).toHaveLength(5);
  await expect.element(screen.getByText(/The Kremlin makes a letter known/)).toBeVisible();
  await expect.element(screen.getByText('June 27, 2016')).toBeVisible();
  const sources = screen.container.querySelector<HTMLElement>('.record .sources summary');
  sources?.click();
  await expect.element(screen.getByText(/over the Su-24/).first()).toBeVisible();
});

test('turning points open why, one of them is looked at closely, and three questions are asked', async () => {
  const game = await aGameAt({ seat: 'turkey', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  await render(Why, { game });
  await screen.getByRole('button', { name: /^What happened/ }).click();
  const turns = screen.container.querySelector('[aria-labelledby=debrief-turns]');
  await expect.poll(() => turns?.textContent, { timeout: 20000 }).toMatch(/With it .* than without it\./);
  expect(turns?.querySelectorAll('ol > li')).toHaveLength(3);
  turns?.querySelector('button')?.click();
  await expect.element(screen.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await screen.getByRole('button', { name: /^Why, at one/ }).click();
  await screen.getByRole('radio').nth(1).click();
  await expect.element(screen.getByRole('heading', { name: 'What came of it' })).toBeVisible();
  expect(screen.container.querySelectorAll('.questions li')).toHaveLength(3);
});

test('of a side that was kept in a broken pact it is not said that it was cheap', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const terms = [
    { capital: 'iran', kind: 'make', move: 'surge' },
    { capital: 'russia', kind: 'make', move: 'surge' },
  ] as const;
  const verdicts = { iran: 'breached', russia: 'kept' } as const;
  const pact = {
    serial: 1,
    state: 'breached',
    members: ['iran', 'russia'],
    terms,
    verdicts,
    from: 1,
    until: 1,
  };
  const reading = { book: { allDeals: () => [pact] } } as unknown as Reading;
  const screen = await render(Pacts, { game, reading });
  await expect.element(screen.getByText('Delivered: had kept its side')).toBeVisible();
  expect(screen.container.textContent).not.toContain('cheaply');
});

test('past pacts are told as past, and who was let off is not told so twice', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 5, round: 9, layers: [...layers] });
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByRole('button', { name: /^Promises kept/ }).click();
  await expect.element(screen.getByText(/to .*201[67]/).first()).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/This holds|Released: released/);
});

test('the record stands beside the game: orders, levels drawn and as tables, errors with sources, the years after', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByRole('button', { name: /^What really happened/ }).click();
  const rows = screen.getByRole('table').first().getByRole('row');
  await expect
    .poll(() => rows.nth(1).element().textContent, { timeout: 10_000 })
    .toMatch(/Hamedan[^]*Hamedan[^]*August 16, 2016/);
  // The drawing says nothing that the table does not say.
  await expect
    .poll(() => screen.container.querySelectorAll('figure svg').length, { timeout: 10_000 })
    .toBe(3);
  await screen
    .getByText(/^As a table/)
    .first()
    .click();
  await expect.element(screen.getByRole('cell', { name: /6\.30 million/ }).first()).toBeVisible();
  await screen.getByRole('heading', { name: 'Fighting' }).click();
  await expect
    .poll(() => screen.container.querySelectorAll('figure svg').length, { timeout: 10_000 })
    .toBeGreaterThan(6);
  // The bars, the worst first, and how it was read.
  await expect.element(screen.getByText(/^When the model plays .* moves \d+ of 70 indicators/)).toBeVisible();
  await screen.getByRole('heading', { name: 'Indicator by indicator' }).click();
  const worst = screen.container.querySelector<HTMLElement>('.rows summary');
  expect(worst?.textContent).toContain('Direction wrong.');
  worst?.click();
  await expect.element(screen.getByText(/^Read off the record so:/).first()).toBeVisible();
  await expect.element(screen.getByText(/President Assad leaves for Russia/)).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('the question is put with this game’s ledger, scales without a total, beliefs for and against, and a vote after', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 4, round: 9, layers: [...layers] });
  const seed = game.table.record().seeds.dice;
  keepVote(seed, 'before', 'moscow');
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByRole('button', { name: /^The question it started from/ }).click();
  await expect.element(screen.getByText('Is Tehran better served by Ankara than by Moscow?')).toBeVisible();
  expect(screen.getByRole('rowheader').elements()).toHaveLength(10);
  await expect.element(screen.getByRole('columnheader', { name: 'With Ankara' })).toBeVisible();
  expect(screen.container.querySelectorAll('.scales h4')).toHaveLength(7);
  const both = screen.getByRole('radio', { name: 'Leaning to both' });
  (both.element() as HTMLElement).focus();
  await userEvent.keyboard(' ');
  await expect
    .element(screen.getByText(/Before the game you said “Leaning to Moscow”, now “Leaning to both”/))
    .toBeVisible();
  expect(votesOf(seed)).toEqual({ before: 'moscow', after: 'both' });
  await expect.element(screen.getByText(/December 2024, as fact/)).toBeVisible();
  expect(screen.container.textContent).not.toMatch(/⟨|undefined|NaN/);
});

test('before a game the question is asked in one tap, which nobody has to make', async () => {
  const votes: string[] = [];
  const { words } = await aGameAt({ seat: 'usa' });
  const screen = await render(VoteBefore, {
    scenario: 'tehran-2016',
    words,
    chosen: undefined,
    onVote: (option: string) => votes.push(option),
    fetchFile,
  });
  await screen.getByRole('radio', { name: 'Cannot be said' }).click();
  expect(votes).toEqual(['unsure']);
  await screen.unmount();
  const none = await render(VoteBefore, {
    scenario: 'no-such',
    words,
    chosen: undefined,
    onVote: () => {},
    fetchFile: () => Promise.reject(new Error('gone')),
  });
  expect(none.container.textContent).toBe('');
});

test('a record that cannot be fetched or does not fit is told in one sentence', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const gone = await render(Debrief, { game, fetchFile: () => Promise.reject(new Error('gone')) });
  await gone.getByRole('button', { name: /^What really happened/ }).click();
  await expect.element(gone.getByText(/could not be fetched/)).toBeVisible();
  await gone.unmount();
  const other = await render(Debrief, { game, fetchFile: async () => '{"format":1}' });
  await other.getByRole('button', { name: /^What really happened/ }).click();
  await expect.element(other.getByText(/another version of this scenario/)).toBeVisible();
});

test('the game is replayed quarter by quarter with a slider, and stands as a line with its turning points', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByRole('button', { name: /^What happened/ }).click();
  const slider = screen.getByRole('slider');
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(slider.element().getAttribute('aria-valuetext')).toBe('June–August 2016');
  expect(screen.container.querySelector('.then')?.textContent).toMatch(/June–August 2016.+/);
  await screen.getByRole('button', { name: 'Show the map' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Map', exact: false }).first())
    .toBeInTheDocument();
  expect(screen.container.querySelectorAll('.turn').length).toBeGreaterThan(0);
  await screen.getByRole('button', { name: 'Play', exact: true }).click();
  await screen.getByRole('button', { name: 'Stop', exact: true }).click();
});

test('what is written on the last step stays while one looks back, and goes into the exports', async () => {
  const saved: { text: string; name: string }[] = [];
  const game = await aGameAt({ seat: 'usa', rounds: 3, round: 9 });
  const screen = await render(Debrief, {
    game,
    fetchFile,
    onSave: (text: string, name: string) => saved.push({ text, name }),
  });
  await screen.getByRole('button', { name: /^One trade-off/ }).click();
  await screen.getByRole('textbox', { name: /^One doubt/ }).fill('Whether trust can be measured');
  await screen.getByRole('button', { name: /^Back:/ }).click();
  await screen.getByRole('button', { name: /^Next: One trade-off/ }).click();
  for (const name of ['Save the story (Markdown)', 'Save the decisions (CSV)', 'Save everything (JSON)'])
    await screen.getByRole('button', { name }).click();
  expect(saved.map(({ name }) => name.split('.').at(-1))).toEqual(['md', 'csv', 'json']);
  expect(saved[0]?.text).toContain('> Whether trust can be measured');
});

test('before it is printed all steps are laid out and everything folded is opened', async () => {
  const game = await aGameAt({ seat: 'usa', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  window.dispatchEvent(new Event('beforeprint'));
  expect(screen.container.querySelectorAll('h2')).toHaveLength(9);
  // Lists of sources, and what would fill pages of its own, stay folded.
  expect(screen.container.querySelectorAll('details:not([open], .sources, [data-long])')).toHaveLength(0);
  window.dispatchEvent(new Event('afterprint'));
  await expect.poll(() => screen.container.querySelectorAll('h2').length).toBe(1);
});

test('printed by key right after it has opened, before any step was, it has its record and its drawings', async () => {
  const game = await aGameAt({ seat: 'usa', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  const all = screen.container;
  const printed: { drawings: number; missing: number }[] = [];
  const print = vi.spyOn(window, 'print').mockImplementation(() => {
    const missing = all.querySelectorAll('.drawing:empty, [data-late]').length;
    printed.push({ drawings: all.querySelectorAll('.drawing').length, missing });
  });
  await userEvent.keyboard('{Control>}p{/Control}');
  await expect.poll(() => printed.length, { timeout: 10_000 }).toBe(1);
  expect(printed[0]?.missing).toBe(0);
  expect(printed[0]?.drawings).toBeGreaterThan(3);
  print.mockRestore();
  await expect.poll(() => all.querySelectorAll('h2').length).toBe(1);
});

test('the browser prints by itself what has come by then, drawings drawn at once', async () => {
  const game = await aGameAt({ seat: 'usa', rounds: 3, round: 9 });
  const fetched: string[] = [];
  const screen = await render(Debrief, {
    game,
    fetchFile: (file: string) => fetchFile(file).finally(() => fetched.push(file)),
  });
  await screen.getByRole('button', { name: /^Next: What happened/ }).click();
  await expect.poll(() => fetched.length, { timeout: 10_000 }).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  window.dispatchEvent(new Event('beforeprint'));
  expect(screen.container.querySelectorAll('.drawing').length).toBeGreaterThan(3);
  expect(screen.container.querySelectorAll('.drawing:empty, [data-late]')).toHaveLength(0);
  window.dispatchEvent(new Event('afterprint'));
});

test('nothing serious is found wrong with the steps of the debrief', async () => {
  const game = await aGameAt({ seat: 'iran', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  for (const step of [
    'Why, at one',
    'What it cost people',
    'The question it started from',
    'One trade-off',
  ]) {
    await screen.getByRole('button', { name: new RegExp(`^${step}`) }).click();
    const { violations } = await axe.run(screen.container, { resultTypes: ['violations'] });
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const found = serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    expect({ step, found }).toEqual({ step, found: [] });
  }
});

test('the record can be kept, and one can play again', async () => {
  const kept: GameRecord[] = [];
  let again = 0;
  const game = await aGameAt({ seat: 'usa', rounds: 3, round: 9 });
  const screen = await render(Debrief, {
    game,
    onExport: (record: GameRecord) => kept.push(record),
    onAgain: () => again++,
  });
  await screen.getByRole('button', { name: /^One trade-off/ }).click();
  await screen.getByRole('button', { name: 'Save the record of this game' }).click();
  expect(kept[0]?.scenario.id).toBe('tehran-2016');
  await screen.getByRole('button', { name: 'Play again' }).click();
  expect(again).toBe(1);
});

test('why tells the strength that was drawn, once it may be known', async () => {
  const game = await aGameAt({ seat: 'russia', rounds: 3, round: 9 });
  const screen = await render(Why, { game });
  openWhy('issue.truce', game.table.everything()?.changes ?? null);
  const dialog = screen.getByRole('dialog');
  await dialog
    .getByText(/^[+−]\d.*stood at/)
    .first()
    .click();
  await expect.element(dialog.getByText(/Drawn for this game/).first()).toBeVisible();
});

test('it fits a phone, where the list of steps is folded', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ seat: 'turkey', rounds: 3, round: 9 });
  const screen = await render(Debrief, { game, fetchFile });
  await screen.getByText('Step 1 of 9: Step out of your role').click();
  await screen.getByRole('button', { name: /^What it cost people/ }).click();
  await expect.element(screen.getByRole('heading', { level: 2, name: 'What it cost people' })).toHaveFocus();
  await expect.element(screen.getByText('Step 5 of 9: What it cost people')).toBeVisible();
  await screen.getByRole('checkbox', { name: 'All steps on one page' }).click();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});
