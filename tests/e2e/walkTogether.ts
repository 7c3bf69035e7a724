/** Ways through every screen of those who play together, by places and not by words: at one device, with slips, in a class. */
import type { BrowserContext, Page } from 'playwright';
import { lockRound, openApp } from './app.ts';
import { lookAtTabs } from './looking.ts';
import type { At } from './looking.ts';

/** Go through all that needs no server: the ways, the kit, a device that is handed round, paper slips. */
export async function walkAtOneDevice(page: Page, at: At): Promise<void> {
  await follow(page, '#together', 'a[href="#device"]');
  await at(page, 'ways to play together');
  await follow(page, '#kit', 'article');
  await page.locator('header input[type=checkbox]').check();
  await page.locator('article').nth(5).waitFor();
  await at(page, 'kit');

  await follow(page, '#device', 'form');
  await at(page, 'device, setup');
  for (const capital of (await page.locator('.capitals input').all()).slice(1)) await capital.uncheck();
  await page.locator('form .main-action').click();
  await page.locator('.who .main-action').waitFor();
  await at(page, 'device, hand over');
  await page.locator('.who .main-action').click();
  await page.locator('[role=tab]').first().waitFor();
  await lookAtTabs(page, at, 'a turn');
  await lockRound(page, page.locator('main.page .main-action'));
  await at(page, 'device, all look');
  await tellRound(page, at, 'device');
  await page.locator('.next').click();
  await page.locator('.who .main-action').waitFor();
  await page.locator('main > button').last().click();
  await page.locator('dialog[open] .main-action').click();
  await page.locator('main.page .main-action').click();
  await page.locator('.reveal .main-action').click();
  await page.locator('.next').click();
  await page.locator('header select').waitFor();
  await page.locator('main h2').first().waitFor();
  await at(page, 'device, debrief');

  await follow(page, '#slips', 'form');
  await at(page, 'slips, setup');
  await page.locator('form .main-action').click();
  await page.locator('main nav button').first().waitFor();
  await at(page, 'slips, for all');
  await page.locator('main nav button').first().click();
  await page.locator('.slip').first().waitFor();
  await at(page, 'slips, paper');
  await page.locator('main button').first().click();
  await page.locator('header .main-action').click();
  await page.locator('#slip-iran').fill('b');
  await page.locator('#slip-usa').fill('z 99');
  await at(page, 'slips, typed in');
  await page.locator('#slip-usa').fill('');
  await page.locator('form .go').click();
  await page.locator('dialog[open] .main-action').waitFor();
  await at(page, 'slips, one is empty');
  await page.locator('dialog[open] .main-action').click();
  await page.locator('main.page .main-action').waitFor();
  await tellRound(page, at, 'slips');
}

/**
 * Go through a room from its opening to its debrief, at the desk, before the wall, as a student and as somebody who looks on.
 * @returns the pages that were opened
 */
export async function walkInClass(context: BrowserContext, address: string, at: At): Promise<Page[]> {
  const open = (hash: string): Promise<Page> => openApp(context, `?seed=e2e&dev${hash}`, address);
  const desk = await open('#lead');
  await desk.locator('form .main-action').waitFor();
  await at(desk, 'class, lesson plan');
  await desk.locator('input[name=plan]').last().check();
  await desk.locator('form .main-action').click();
  const code = (await desk.locator('.join .code').innerText()).trim();
  await at(desk, 'desk, before the game');
  const wall = await open(
    (await desk.locator('a[target=_blank]').first().getAttribute('href'))?.replace(/^.*#/, '#') ?? '',
  );
  await wall.locator('.code').waitFor();
  await at(wall, 'wall, before the game');

  const [student, looker] = [
    await join(await open('#join'), code, at),
    await join(await open('#join'), code),
  ];
  await student.locator('.cards button').first().click();
  await looker.locator('.posts button').first().click();
  await student.locator('.cards [aria-pressed=true]').waitFor();
  await at(student, 'student, before the game');
  await desk.locator('.person').nth(1).waitFor();
  const next = (): Promise<void> => desk.locator('.time .main-action').click();
  await next();
  await student.locator('[role=tab]').first().waitFor();
  await at(desk, 'desk, briefing');
  await next();
  await student.locator('.talk form').first().waitFor({ state: 'attached' });
  await lookAtTabs(student, at, 'student');
  await at(looker, 'who looks on');
  await at(wall, 'wall, talks');
  await lockRound(student, student.locator('.reveal'));
  await at(student, 'student, told');
  await wall.locator('h1, h2').first().waitFor();
  await at(wall, 'wall, told');
  await student.locator('.reveal .main-action').click();
  await next();
  await at(wall, 'wall, report');
  await at(desk, 'desk, report');
  await desk.locator('.time .quiet').first().click();
  await desk.locator('dialog[open] .main-action').waitFor();
  await at(desk, 'desk, is asked');
  await desk.locator('dialog[open]').press('Escape');
  await next();
  await desk.locator('.time .buttons .quiet').click();
  await desk.locator('dialog[open] .main-action').click();
  await student.locator('textarea').first().waitFor();
  for (const [page, who] of [
    [student, 'student'],
    [looker, 'who looks on'],
    [wall, 'wall'],
    [desk, 'desk'],
  ] as const)
    await at(page, `${who}, debrief`);
  return [desk, wall, student, looker];
}

async function join(page: Page, code: string, at?: At): Promise<Page> {
  await page.locator('#room-code').waitFor();
  await at?.(page, 'class, code');
  await page.locator('#room-code').fill(code);
  await page.locator('form .main-action').click();
  await page.locator('.posts button').first().waitFor();
  return page;
}

async function follow(page: Page, hash: string, until: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator(until).first().waitFor();
}

/** Look at a round that is told to all, and at its report. */
async function tellRound(page: Page, at: At, who: string): Promise<void> {
  await page.locator('main.page .main-action').click();
  await page.locator('.reveal .main-action').waitFor();
  await at(page, `${who}, told`);
  await page.locator('.reveal .main-action').click();
  await page.locator('.next').waitFor();
  await at(page, `${who}, report`);
}
