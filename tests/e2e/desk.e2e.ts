/** What a teacher does at the desk, in the built app on the real server; devices that only answer for it are without a browser. */
import type { Page } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import type { RemoteSeat } from '../../src/table/remoteRoom.ts';
import { aSeat, aServer, lock, until } from '../server/aServer.ts';
import { launch, openWindow, seen } from './app.ts';

const server = await aServer({ pages: 'dist' });
const browser = await launch();
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function open(path: string, size: 'wide' | 'phone'): Promise<Page> {
  const context = await openWindow(browser, { size, webgl: false });
  const page = await context.newPage();
  page.on('pageerror', (error) => server.mistakes.push(error.message));
  await page.goto(`${server.address}/${path}`);
  return page;
}

test('the desk steers time, people and seats, puts an event in and takes a quarter back; the class may try another choice', async () => {
  const desk = await open('?seed=desk#lead', 'wide');
  await desk.getByText('Before the class: does a phone reach').click();
  await desk.getByText('Nothing opens: the network keeps devices apart').waitFor();
  await desk.getByRole('button', { name: 'Open the room' }).click();
  await desk.getByText('Do not project this page').waitFor();
  await desk.getByText('Try it with one phone before the class comes').waitFor();
  const code = (await desk.locator('.join .code').innerText()).trim();

  // A head at a phone, an envoy and two others behind it; a team of three elsewhere.
  const phone = await open('#join', 'phone');
  await phone.getByLabel(/^Code/).fill(code);
  await phone.getByRole('button', { name: 'Join', exact: true }).click();
  await phone.getByRole('button', { name: /^Sit here\s*Tehran/ }).click();
  const sit = async (seat: string): Promise<RemoteSeat> => {
    const one = await aSeat(server.options, code);
    expect(await one.sit(0, seat)).toEqual({ ok: true });
    return one;
  };
  const envoy = await sit('iran');
  const turkey = [await sit('turkey'), await sit('turkey'), await sit('turkey')] as const;
  const [first, second, third] = turkey;
  await desk.getByRole('button', { name: 'Begin the game' }).click();
  await desk.getByRole('button', { name: seen('Next: Talks') }).click();
  await until(() => envoy.shown.world.phase === 'talks');

  // What the head does not tick the envoy cannot promise.
  await phone.getByRole('tab', { name: 'Talks' }).click();
  await phone.getByText('The envoy may promise everything').click();
  await phone.getByRole('checkbox', { name: 'Everything' }).uncheck();
  await until(() => envoy.shown.mandate !== null);
  const offer = await envoy.table?.decide({
    seat: 'iran',
    round: 1,
    kind: 'offer',
    offer: {
      to: ['usa'],
      terms: [{ capital: 'iran', kind: 'stance', line: 'ground', stance: 'advisers' }],
      from: 1,
      until: 2,
      secret: false,
      stake: 1,
    },
  });
  expect(offer).toEqual({ ok: false, why: { reason: 'notMarked' } });

  // Time.
  const { clock } = envoy.shown.world;
  await desk.getByRole('button', { name: '+ 1 minute' }).click();
  await until(() => envoy.shown.world.clock.until === (clock.until ?? 0) + 60_000);
  await desk.getByRole('button', { name: 'Stop the clock' }).click();
  await until(() => envoy.shown.world.clock.left !== null);
  await desk.getByRole('button', { name: 'Go on', exact: true }).click();
  await until(() => envoy.shown.world.clock.until !== null);

  // People.
  const named = second.shown.me.name;
  const menuOf = async (seat: string, at: number): Promise<void> => {
    const sheet = desk.locator('.capitals > li').filter({ has: desk.getByRole('heading', { name: seat }) });
    await sheet
      .getByRole('button', { name: /^Change/ })
      .nth(at)
      .click();
  };
  const dialog = desk.locator('dialog[open]');
  await menuOf('Ankara', 1);
  await dialog.getByRole('button', { name: 'Another name' }).click();
  await until(() => JSON.stringify(second.shown.me.name) !== JSON.stringify(named));
  await dialog.getByRole('button', { name: 'Close' }).click();
  await menuOf('Ankara', 2);
  await dialog.getByRole('button', { name: 'Take out of the room' }).click();
  await until(() => third.gone !== null);

  // Seats: two teams swap, and swap back; one is given to the computer and back.
  await desk.getByText('Swap two teams').click();
  await desk.getByLabel('One team').selectOption('turkey');
  await desk.getByLabel('The other team').selectOption('usa');
  await desk.getByRole('button', { name: 'Swap their capitals' }).click();
  await until(() => first.shown.me.seat === 'usa' && first.table?.seat === 'usa');
  await desk.getByRole('button', { name: 'Swap their capitals' }).click();
  await until(() => first.shown.me.seat === 'turkey' && first.table?.seat === 'turkey');
  await desk.getByRole('button', { name: /^Hand to the computer.*Ankara/ }).click();
  await until(() => first.shown.world.seats.find(({ seat }) => seat === 'turkey')?.plays === 'computer');
  await desk.getByRole('button', { name: /^Give back to the team.*Ankara/ }).click();
  await until(() => first.shown.world.seats.find(({ seat }) => seat === 'turkey')?.plays === 'people');

  // An event; then a head steps out of the role, and the envoy speaks for the capital alone.
  const events = desk.getByLabel('Put an event into this quarter');
  const event = await events.locator('option:not([disabled])').nth(1).getAttribute('value');
  await events.selectOption(event);
  await desk.getByRole('button', { name: 'Put it in' }).click();
  await desk.getByText('Put into this quarter:').waitFor();
  await phone.getByRole('button', { name: 'Step out of the role' }).click();
  await until(() => envoy.shown.me.post === 'alone');
  await desk.getByRole('heading', { name: 'Posts outside the capitals' }).waitFor();

  // A quarter is played and taken back.
  expect(await lock(envoy)).toEqual({ ok: true });
  const head = turkey.find(({ shown }) => shown.powers.includes('draft')) as RemoteSeat;
  expect(await head.draft({ moves: [] })).toEqual({ ok: true });
  expect(await lock(head)).toEqual({ ok: true });
  await until(() => envoy.shown.world.phase === 'reveal');
  await desk.getByRole('button', { name: seen('Next: Report') }).click();
  await desk.getByRole('button', { name: 'Take the last quarter back' }).click();
  await dialog.getByRole('button', { name: 'Take the last quarter back' }).click();
  await until(() => envoy.shown.world.phase === 'briefing' && envoy.shown.world.round === 1);

  // The debrief, and from it one tap to another choice.
  await desk.getByRole('button', { name: 'To the debrief' }).click();
  await dialog.getByRole('button', { name: 'To the debrief' }).click();
  await phone.getByRole('heading', { name: 'Debrief', exact: true }).waitFor();
  const page = desk.context().waitForEvent('page');
  await desk.getByRole('link', { name: 'What if? Try another choice' }).click();
  const whatIf = await page;
  await whatIf.getByRole('dialog').getByRole('heading', { name: 'What if?' }).waitFor();
  await whatIf.getByText(seen('This game came by a link')).first().waitFor();
  for (const one of [envoy, ...turkey]) one.close();
  server.blameless();
});
