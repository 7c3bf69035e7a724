import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Game } from '../../src/panels/game.svelte.ts';
import { drafted } from '../../src/panels/drafted.svelte.ts';
import Talks from '../../src/panels/Talks.svelte';
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import '../../src/panels/style.css';
import { aGameAt } from './aGame.ts';
import { anOffer, scripted } from './scripted.ts';

const choose = (select: Element | undefined, value: string): Promise<void> =>
  userEvent.selectOptions(select as HTMLSelectElement, value);

test('an offer is built as a sentence, sent, and answered by the computers', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Talks, { game });
  await screen.getByRole('button', { name: 'Make an offer' }).click();
  await expect.element(screen.getByRole('heading', { name: 'A new offer' })).toHaveFocus();
  const send = screen.getByRole('button', { name: 'Put it on the table' });
  await expect.element(send).toBeDisabled();
  await expect.element(screen.getByText('Choose at least one other capital.')).toBeVisible();

  await screen.getByRole('checkbox', { name: 'Ankara' }).click();
  await choose(screen.getByRole('combobox', { name: 'What we promise' }).element(), 'make');
  await choose(screen.getByRole('combobox', { name: 'Which one' }).elements()[0], 'borderTalks');
  await choose(screen.getByRole('combobox', { name: 'What Ankara promises' }).element(), 'stance');
  await choose(screen.getByRole('combobox', { name: 'Which one' }).elements()[1], 'opposition.restrain');
  await expect
    .element(
      screen.getByText(/^We offer Ankara: We make this move: Hold border talks with Ankara\. Ankara holds/),
    )
    .toBeVisible();
  await expect.element(send).toBeEnabled();
  // As it stands it can be asked about before it is sent.
  expect(drafted.said).toMatchObject({
    kind: 'offer',
    offer: { to: ['turkey'], terms: [{ capital: 'iran' }, { capital: 'turkey' }] },
  });
  await send.click();
  await expect.poll(() => drafted.said).toBe(null);

  const sent = game.table.record().decisions.find(({ seat, kind }) => seat === 'iran' && kind === 'offer');
  expect(sent).toMatchObject({
    offer: {
      to: ['turkey'],
      terms: [
        { capital: 'iran', kind: 'make', move: 'borderTalks' },
        { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' },
      ],
    },
  });
  // The computer answered at once, and says so at the table.
  await expect
    .element(screen.getByText(/^Sent: .+\. (In force|Declined|Other terms; waits for us)\.$/))
    .toHaveFocus();
  const card = screen.getByRole('article', {
    name: /^(Our offer to Ankara|Ankara’s other terms for our offer|Pact of Tehran and Ankara)$/,
  });
  await expect.element(card.getByText(/^Ankara (accepts|declines|answers with other terms)/)).toBeVisible();
  expect(screen.container.textContent).not.toContain('⟨');
});

test('a second promise can be added and taken away again', async () => {
  const game = await aGameAt({ seat: 'iran' });
  const screen = await render(Talks, { game });
  await screen.getByRole('button', { name: 'Make an offer' }).click();
  await screen.getByRole('checkbox', { name: 'Moscow' }).click();
  await choose(screen.getByRole('combobox', { name: 'What we promise' }).element(), 'forgo');
  await screen.getByRole('button', { name: /^and also/ }).click();
  await choose(screen.getByRole('combobox', { name: 'What we promise' }).elements()[1], 'pass');
  await expect.element(screen.getByText(/We pass 1 influence to Moscow by way of/)).toBeVisible();
  await screen.getByRole('button', { name: 'Take this promise away' }).click();
  expect(screen.container.textContent).not.toContain('We pass 1 influence');
});

test('secrecy, stakes and warnings show only where they are played with', async () => {
  const plain = await render(Talks, { game: await aGameAt() });
  expect(plain.container.textContent).not.toContain('Warnings');
  await plain.getByRole('button', { name: 'Make an offer' }).click();
  expect(plain.container.querySelectorAll('select')).toHaveLength(3);
  await plain.unmount();
  const full = await render(Talks, { game: await aGameAt({ layers: ['secrecy', 'stakes', 'warnings'] }) });
  await expect.element(full.getByRole('heading', { name: 'Warnings' })).toBeVisible();
  await full.getByRole('button', { name: 'Make an offer' }).click();
  await expect.element(full.getByRole('checkbox', { name: 'Keep it secret' })).toBeVisible();
  await expect.element(full.getByRole('combobox', { name: 'Stake' })).toBeVisible();
});

test('a warning is given in one sentence', async () => {
  const game = await aGameAt({ seat: 'usa', layers: ['warnings'] });
  const screen = await render(Talks, { game });
  await screen.getByText('Give a warning').click();
  await choose(screen.getByRole('combobox', { name: 'If' }).element(), 'russia');
  await choose(screen.getByRole('combobox', { name: 'does this' }).element(), 'stance');
  const send = screen.getByRole('button', { name: 'Say it in public' });
  await choose(screen.getByRole('combobox', { name: 'Which one' }).element(), 'campaign.surge');
  // Nothing is threatened that nobody chose.
  await expect.element(send).toBeDisabled();
  await expect.element(screen.getByText('Choose what would call it, and what you would do.')).toBeVisible();
  await choose(screen.getByRole('combobox', { name: 'then we will' }).element(), 'hardenOnMoscow');
  await send.click();
  expect(game.at('warning.usa.state')).toBe(1);
  await expect
    .element(screen.getByText(/If Moscow takes its line “The air campaign” to “Surge”, we answer: /))
    .toBeVisible();
});

test('an offer to us can be accepted, declined, or answered with other terms', async () => {
  const game = await aGameWithOffer();
  const screen = await render(Talks, { game });
  const offered = game.deals.find(
    ({ accepted, members }) => members.includes(game.seat) && !accepted.includes(game.seat),
  );
  expect(offered).toBeDefined();
  await screen.getByRole('button', { name: 'Answer with other terms' }).first().click();
  await expect.element(screen.getByRole('heading', { name: /^Other terms for/ })).toBeVisible();
  // The builder begins with the terms as they were received.
  expect(screen.container.querySelectorAll('fieldset select').length).toBeGreaterThanOrEqual(
    2 * (offered?.terms.length ?? 9),
  );
  await screen.getByRole('button', { name: 'Back to the talks' }).click();
  await screen.getByRole('button', { name: 'Decline' }).first().click();
  expect(game.deals.find(({ serial }) => serial === offered?.serial)?.state).toBe('declined');
});

test.each([
  ['Accept', /^You have accepted: Offer of .+ to us\. (In force|Waits for .+)\.$/],
  ['Decline', /^You have declined: Offer of .+ to us\.$/],
])('after “%s” the focus stands on what became of the offer', async (name, told) => {
  const game = await aGameWithOffer();
  const screen = await render(Talks, { game });
  const button = screen.getByRole('button', { name, exact: true }).first().element() as HTMLButtonElement;
  button.focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByText(told)).toHaveFocus();
});

test('other terms stand beside those that were offered, under their own name, and are agreed or declined', async () => {
  const game = await aGameAt({
    seat: 'iran',
    others: scripted({
      turkey: {
        answers: [
          [
            { capital: 'iran', kind: 'make', move: 'borderTalks' },
            { capital: 'turkey', kind: 'make', move: 'unityStatement' },
          ],
        ],
        because: [{ key: 'wantsMore', args: {} }],
      },
    }),
  });
  const terms = [
    { capital: 'iran', kind: 'make', move: 'borderTalks' },
    { capital: 'turkey', kind: 'stance', line: 'opposition', stance: 'restrain' },
  ] as const;
  expect(await game.decide({ kind: 'offer', offer: anOffer(['turkey'], terms) })).toEqual({ ok: true });
  const screen = await render(Talks, { game });
  const card = screen.getByRole('article', { name: 'Ankara’s other terms for our offer' });
  await expect.element(card.getByText('Now on the table')).toBeVisible();
  await expect.element(card.getByText(/^Ankara makes this move: .* new$/)).toBeVisible();
  await expect.element(card.getByText(/^Ankara holds its line .* left out$/)).toBeVisible();
  const buttons = card.getByRole('button').elements();
  expect(buttons.map(({ textContent }) => textContent?.trim())).toEqual(['Accept', 'Decline']);
  await expect.element(card.getByText(/^Ankara answers with other terms/)).toBeVisible();

  await card.getByRole('button', { name: 'Accept' }).click();
  await expect
    .element(screen.getByText('You have accepted: Ankara’s other terms for our offer. In force.'))
    .toHaveFocus();
  const pact = screen.getByRole('article', { name: 'Pact of Tehran and Ankara' });
  await expect.element(pact).toBeVisible();
  expect(pact.element().textContent).not.toMatch(/other terms|left out|As it was offered/);
});

test('an offer says how each promise stands now and what it would cost', async () => {
  const terms = [
    { capital: 'iran', kind: 'make', move: 'borderTalks' },
    { capital: 'iran', kind: 'stance', line: 'ground', stance: 'surge' },
    { capital: 'turkey', kind: 'stance', line: 'ypg', stance: 'warn' },
    { capital: 'turkey', kind: 'make', move: 'standDown' },
  ] as const;
  const opens = [{ kind: 'offer', offer: anOffer(['iran'], terms) }] as const;
  const game = await aGameAt({ seat: 'iran', others: scripted({ turkey: { opens } }) });
  const screen = await render(Talks, { game });
  const [made, held, theirs, closed] = screen.getByRole('article').getByRole('listitem').elements();
  expect(made?.textContent).toMatch(/1 influence\s*$/);
  expect(held?.textContent).toMatch(/one move away, 2 influence\s*$/);
  expect(theirs?.textContent).toMatch(/so it stands\s*$/);
  expect(closed?.textContent).toMatch(/not open now\s*$/);
});

test('who answers with other terms sees what was offered beside the form', async () => {
  const game = await aGameAt({
    seat: 'iran',
    others: scripted({
      turkey: {
        opens: [
          {
            kind: 'offer',
            offer: anOffer(['iran'], [{ capital: 'iran', kind: 'make', move: 'borderTalks' }]),
          },
        ],
      },
    }),
  });
  const screen = await render(Talks, { game });
  await screen.getByRole('button', { name: 'Answer with other terms' }).click();
  await expect.element(screen.getByText('What was offered')).toBeVisible();
  await expect.element(screen.getByText(/^These are the terms that were offered/)).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Send these terms' })).toBeDisabled();
  await choose(screen.getByRole('combobox', { name: 'What Ankara promises' }).element(), 'make');
  await screen.getByRole('button', { name: 'Send these terms' }).click();
  const card = screen.getByRole('article', { name: 'Our other terms for Ankara’s offer' });
  await expect.element(card.getByText('Other terms; waits for Ankara.')).toBeVisible();
});

test('who is full of pacts is named only where all of them can be seen', async () => {
  const secretly = (by: string) =>
    ({
      kind: 'offer',
      offer: anOffer(['turkey'], [{ capital: by, kind: 'make', move: 'jointCentre' }], { secret: true }),
    }) as const;
  const openly = anOffer(['iran'], [{ capital: 'iran', kind: 'make', move: 'borderTalks' }]);
  const game = await aGameAt({
    seat: 'iran',
    layers: ['secrecy'],
    others: scripted({
      turkey: { opens: [{ kind: 'offer', offer: openly }], answers: ['accept', 'accept', 'accept'] },
      russia: { opens: [secretly('russia'), secretly('russia')] },
      usa: { opens: [secretly('usa')] },
    }),
  });
  const screen = await render(Talks, { game });
  await screen.getByRole('button', { name: 'Accept' }).click();
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('This cannot be agreed now, for a reason that you may not know.');
  expect(screen.container.textContent).not.toMatch(/pacts, and that is all/);
});

test('after an own offer is taken back, a warning given or a promise removed, the focus stays near', async () => {
  const game = await aGameAt({ seat: 'usa', layers: ['warnings'], others: scripted({}) });
  const offer = anOffer(['russia'], [{ capital: 'russia', kind: 'forgo', move: 'surge' }]);
  await game.decide({ kind: 'offer', offer });
  const screen = await render(Talks, { game });
  await screen.getByRole('button', { name: 'Withdraw' }).click();
  await expect.element(screen.getByText('You have withdrawn: Our offer to Moscow.')).toHaveFocus();

  await screen.getByText('Give a warning').click();
  await choose(screen.getByRole('combobox', { name: 'Which one' }).element(), 'softenAssad');
  await choose(screen.getByRole('combobox', { name: 'then we will' }).element(), 'hardenOnMoscow');
  await screen.getByRole('button', { name: 'Say it in public' }).click();
  await expect.element(screen.getByRole('heading', { name: 'Warnings' })).toHaveFocus();

  await screen.getByRole('button', { name: 'Make an offer' }).click();
  await screen.getByRole('checkbox', { name: 'Moscow' }).click();
  await choose(screen.getByRole('combobox', { name: 'What we promise' }).element(), 'forgo');
  await screen.getByRole('button', { name: /^and also/ }).click();
  await expect.element(screen.getByRole('combobox', { name: 'What we promise' }).last()).toHaveFocus();
  await screen.getByRole('button', { name: 'Take this promise away' }).click();
  await expect.element(screen.getByRole('combobox', { name: 'What we promise' })).toHaveFocus();
});

test('it fits a narrow screen, and the accessibility check finds nothing', async () => {
  await page.viewport(360, 740);
  const game = await aGameAt({ round: 2, layers: ['secrecy', 'stakes', 'warnings'] });
  const screen = await render(Talks, { game });
  const problems = async (): Promise<string[]> =>
    (await axe.run(screen.container)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(await problems()).toEqual([]);
  await screen.getByRole('button', { name: 'Make an offer' }).click();
  await screen.getByRole('checkbox', { name: 'Washington' }).click();
  await choose(screen.getByRole('combobox', { name: 'What we promise' }).element(), 'make');
  expect(await problems()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await page.viewport(1280, 800);
});

/** Open a game in which a computer has put an offer to the reader on the table. */
async function aGameWithOffer(): Promise<Game> {
  for (const seat of ['turkey', 'iran', 'russia', 'usa']) {
    for (const round of [1, 2, 3]) {
      const game = await aGameAt({ seat, round });
      const waits = game.deals.some(
        ({ state, accepted, members }) =>
          state === 'proposed' && members.includes(seat) && !accepted.includes(seat),
      );
      if (waits) return game;
    }
  }
  throw new Error('nobody offers anything');
}

test('after a try that nobody saw, the cable can be shown', async () => {
  const game = await aGameWithCable();
  const screen = await render(Talks, { game });
  await expect.element(screen.getByText(/^You tried, but trust is too low/).first()).toBeVisible();
  const before = game.at(`influence.${game.seat}`);
  await screen.getByRole('button', { name: 'Show the cable' }).first().click();
  expect(game.at(`influence.${game.seat}`)).toBe(before - 1);
  await expect.element(screen.getByText(/tried, and believed/).first()).toBeVisible();
});

test('a partner reads why a try that all could see is not believed', async () => {
  for (let luck = 0; luck < 12; luck++) {
    const offer = anOffer(['turkey'], [{ capital: 'iran', kind: 'make', move: 'pressConvoys' }]);
    const iran = {
      opens: [{ kind: 'offer', offer }],
      orders: [{ move: 'pressConvoys', influence: 2 }],
    } as const;
    const others = scripted({ iran, russia: {}, usa: {} });
    const game = await aGameAt({ seat: 'turkey', name: `doubt ${luck}`, others });
    const serial = game.deals[0]?.serial ?? 0;
    expect(await game.decide({ kind: 'answer', offer: serial, answer: 'accept' })).toEqual({ ok: true });
    await game.lock();
    if (game.deals[0]?.verdicts['iran'] !== 'triedUnseen') continue;
    const screen = await render(Talks, { game });
    await expect.element(screen.getByText('Tehran: tried, not believed by all')).toBeVisible();
    await expect
      .element(
        screen.getByText(/^What was done for it all could see\. .* where trust is “working” or better/),
      )
      .toBeVisible();
    expect(screen.getByRole('button', { name: 'Show the cable' }).elements()).toHaveLength(0);
    return;
  }
  throw new Error('every try was delivered');
});

/** Play until a promised press has come to nothing without the partner seeing it. */
async function aGameWithCable(): Promise<Game> {
  for (let luck = 0; luck < 12; luck++) {
    const game = await aGameAt({ seat: 'iran', name: `cable ${luck}`, rounds: 8 });
    const offer = {
      to: ['turkey'],
      terms: [
        { capital: 'iran', kind: 'make', move: 'pressConvoys' },
        { capital: 'iran', kind: 'stance', line: 'kurds', stance: 'words' },
      ],
      from: game.round,
      until: game.round,
      secret: false,
      stake: 0,
    } as const;
    const made = await game.decide({ kind: 'offer', offer });
    if (!made.ok) continue;
    for (const { serial, state, accepted } of game.deals)
      if (state === 'countered' && !accepted.includes('iran'))
        await game.decide({ kind: 'answer', offer: serial, answer: 'accept' });
    game.redraft((draft) => {
      draft.moves = [{ move: 'pressConvoys', influence: 2 }];
    });
    await game.lock();
    if (game.deals.some(({ verdicts }) => verdicts['iran'] === 'triedUnseen')) return game;
  }
  throw new Error('every try was seen or delivered');
}
