/**
 * A class in the built app, on the real server: a desk, a projector and people who join by code, play with their posts, drop out, come late,
 * lose the server and find it again, and debrief together. A few people as a rule; a whole class in the soak.
 */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteLog } from '../../src/server/log/sqlite.ts';
import { startServer } from '../../src/server/server.ts';
import type { RunningServer } from '../../src/server/server.ts';
import { aFolder } from '../server/aServer.ts';
import { expectWell, launch, openWindow, overflow, seen } from './app.ts';

const isSoak = import.meta.env.MODE === 'soak';
const people = isSoak ? 30 : 3;
const rounds = isSoak ? 3 : 1;
const patience = isSoak ? 120_000 : 30_000;

let browser: Browser;
let server: RunningServer;
let address = '';
const folder = aFolder();
const mistakes: unknown[] = [];
const contexts: BrowserContext[] = [];

async function serve(port: number): Promise<void> {
  server = await startServer({
    log: await openSqliteLog(folder.path),
    pages: 'dist',
    port,
    host: '127.0.0.1',
    report: (error) => mistakes.push(error),
  });
  address = `http://127.0.0.1:${server.port}`;
}
beforeAll(async () => {
  browser = await launch();
  await serve(0);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  folder.remove();
});

async function open(path: string, size: 'wide' | 'tablet' | 'phone'): Promise<Page> {
  const context = await openWindow(browser, { size, webgl: false });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.on('pageerror', (error) => mistakes.push(error.message));
  await page.goto(`${address}/${path}`);
  return page;
}

async function lookAt(page: Page): Promise<void> {
  await expectWell(page);
  expect(await page.locator('main').first().innerText()).not.toContain('⟨');
}

async function join(code: string): Promise<Page> {
  const page = await open('#join', 'phone');
  await page.getByLabel(/^Code/).fill(`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase());
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.locator('h1').filter({ hasNotText: 'Join a class' }).waitFor();
  return page;
}

/** In a whole class one team is absent: the computer has its capital from the first round on. */
const isAbsent = (post: string): boolean => isSoak && post.includes('Washington');

/** Hand over what the head of a team drafted; nothing where somebody else is at the device. */
async function draft(page: Page): Promise<void> {
  const post = await page.locator('header h1').first().innerText();
  if (!/Head of/.test(post) || isAbsent(post)) return;
  await page.getByRole('tab', { name: 'Orders' }).click();
  const over = page.getByRole('button', { name: /^Hand over what stands here/ });
  if (await over.isVisible()) await over.click();
}

/** Lock a team's orders, where the analyst or the whole delegation is at the device. */
async function lock(page: Page): Promise<void> {
  const post = await page.locator('header h1').first().innerText();
  if (!/nalyst|whole delegation/.test(post) || isAbsent(post)) return;
  await page.getByRole('tab', { name: 'Orders' }).click();
  const locks = page.getByRole('tabpanel', { name: 'Orders' }).getByRole('button', { name: 'Lock orders' });
  await expect.poll(() => locks.first().isEnabled(), { timeout: patience }).toBe(true);
  expect(await overflow(page)).toBe(0);
  await locks.first().click();
  const sure = page.getByRole('button', { name: 'Lock all the same' });
  const done = page.getByText(/^Your orders are locked/).or(page.locator('.reveal'));
  await sure.or(done).first().waitFor();
  if (await sure.isVisible()) await sure.click();
}

test(
  'a class joins, plays, loses tablets and the server, and debriefs together',
  async () => {
    const desk = await open('?seed=e2e#lead', 'tablet');
    await desk.getByText('Lesson plan').waitFor();
    await lookAt(desk);
    await desk.getByRole('radio', { name: /^No timers/ }).check();
    if (isSoak) await desk.getByLabel('Parallel worlds').selectOption('2');
    await desk.getByRole('button', { name: 'Open the room' }).click();
    const code = (await desk.locator('.join .code').innerText()).trim();
    const wall = await open(
      (await desk.getByRole('link', { name: 'Open the projector' }).getAttribute('href'))?.slice(1) ?? '',
      'wide',
    );
    await wall.getByText(code, { exact: true }).waitFor();
    await lookAt(wall);

    const kids: Page[] = [];
    for (let one = 0; one < people; one++) kids.push(await join(code));
    const [first, second, third] = kids;
    if (!first || !second || !third) throw new Error('nobody came');
    await lookAt(first);
    if (isSoak) await desk.getByRole('button', { name: 'Seat them by lot' }).click();
    else {
      // A pair at one capital, somebody alone at another; nobody at the two others.
      await first.getByRole('button', { name: /^Sit here\s*Tehran/ }).click();
      await second.getByRole('button', { name: /^Sit here\s*Tehran/ }).click();
      await third.getByRole('button', { name: /^Sit here\s*Ankara/ }).click();
    }
    await first
      .getByText(/You (sit|are):? /)
      .first()
      .waitFor();
    await wall.getByText(seen(`${people} people are here.`)).waitFor();
    await desk.getByRole('button', { name: 'Begin the game' }).click();
    for (const kid of kids) await kid.getByRole('tab', { name: 'Briefing' }).waitFor();
    await lookAt(first);

    if (isSoak) {
      const hand = desk.getByRole('button', { name: /^Hand to the computer.*Washington/ });
      for (let world = await hand.count(); world > 0; world--) {
        await hand.first().click();
        await expect.poll(() => hand.count(), { timeout: patience }).toBe(world - 1);
      }
      await desk
        .getByRole('button', { name: /^Give back to the team.*Washington/ })
        .nth(1)
        .waitFor();
    }
    const next = () => desk.locator('.time .main-action').click();
    for (let round = 1; round <= rounds; round++) {
      await next();
      await first.locator('.phase').getByText('Talks').waitFor();
      if (round === 1) {
        // A dropped tablet has its seat back.
        const before = await third.locator('header h1').first().innerText();
        await third.reload();
        await third.getByRole('tab', { name: 'Briefing' }).waitFor();
        expect(await third.locator('header h1').first().innerText()).toBe(before);
        await third.getByRole('tab', { name: 'Talks' }).click();
        await third.getByRole('button', { name: 'Send', exact: true }).click();
        await third
          .getByRole('listitem')
          .filter({ hasText: 'We should like to talk to you' })
          .first()
          .waitFor();
        await desk.getByText('We should like to talk to you').first().waitFor();
        await lookAt(third);
        // Somebody comes late; the server is gone for a moment, and everybody comes back by themselves.
        kids.push(await join(code));
        const { port } = server;
        await server.stop();
        await first.getByText('The connection is lost').first().waitFor();
        await serve(port);
        await first.getByText('The connection is lost').first().waitFor({ state: 'detached' });
        await expect
          .poll(() => desk.getByText('The connection is lost').count(), { timeout: patience })
          .toBe(0);
        await desk.getByText(seen(`${people + 1} of ${people + 1} devices are here`)).waitFor();
      }
      for (const kid of kids) await draft(kid);
      for (const kid of kids) await lock(kid);
      await wall.getByRole('heading', { name: /^What happened/ }).waitFor();
      if (round === 1) {
        await lookAt(wall);
        await lookAt(desk);
        await first.getByRole('button', { name: 'To the report' }).click();
        await first.getByRole('heading', { name: /^Report/ }).waitFor();
      }
      await next();
      await wall
        .getByRole('heading', { name: /^Report/ })
        .first()
        .waitFor();
      await next();
    }

    if (!isSoak) {
      await first.getByText(seen('round 2 of 3')).first().waitFor();
      await first.getByRole('button', { name: 'Step out of the role' }).click();
      await first.getByText('Your question').waitFor();
      await desk.getByRole('button', { name: 'To the debrief' }).click();
      await desk.getByRole('dialog').getByRole('button', { name: 'To the debrief' }).click();
    }
    for (const kid of kids) await kid.getByRole('heading', { name: 'Debrief', exact: true }).waitFor();
    await second.getByRole('textbox').first().fill('More doubt than relief.');
    await second.getByRole('button', { name: 'Send', exact: true }).click();
    await second.getByText('Sent, without your name.').waitFor();
    await desk.locator('summary').filter({ hasText: 'How did you feel' }).click();
    await desk.getByText('More doubt than relief.').waitFor();
    await desk.getByRole('checkbox', { name: 'Show on the projector and the tablets' }).first().check();
    await wall.getByText('More doubt than relief.').waitFor();
    await lookAt(wall);
    await desk.getByRole('button', { name: 'Next step' }).click();
    await second.getByRole('heading', { name: 'What happened', exact: true }).waitFor();
    await wall.getByRole('heading', { name: 'What happened', exact: true }).waitFor();
    const saved = desk.waitForEvent('download');
    await desk.getByRole('button', { name: 'Table (CSV)' }).click();
    const table = readFileSync(await (await saved).path(), 'utf8');
    expect(table).toContain('Tehran');
    expect(table).not.toMatch(/rank|grade|score/i);
    await lookAt(desk);

    expect(mistakes).toEqual([]);
    for (const context of contexts) await context.close();
  },
  isSoak ? 1_800_000 : 120_000,
);
