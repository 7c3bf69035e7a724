/** The game kept on a device: it starts and plays without a connection, and a new version waits until no round is being played. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import sirv from 'sirv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin, expectNoErrors, launch, openApp, openWindow, playRound, seen } from './app.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('without a connection the page opens again, a game is played and kept', async () => {
  const context = await openWindow(browser, { keeps: true, webgl: true });
  const page = await openApp(context);
  await page.getByText('Saved on this device').waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/^No connection: everything is on this device/).waitFor();
  await begin(page, 'Ankara');
  await page.locator('.map canvas').first().waitFor();
  await playRound(page);
  await page.getByText(seen('round 2 of 3')).waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Continue/ }).click();
  await page.getByText(seen('round 2 of 3')).waitFor();
  expectNoErrors(page);
  // Of what is not there nothing is kept: a page at that address would find none of its parts.
  await context.setOffline(false);
  const missing = await page.goto(new URL('not/here', page.url()).href);
  expect(missing?.fromServiceWorker()).toBe(false);
  await context.close();
});

// Takes two whole versions of the game through the browser's storage: with the long tests.
const inLongTests = import.meta.env.MODE === 'soak';
test.runIf(inLongTests)(
  'a new version is offered on the first screen, never in a game, and not taken while another tab plays',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'red-lines-versions-'));
    cpSync('dist', folder, { recursive: true });
    const { server, address } = await serve(folder);
    try {
      const context = await openWindow(browser, { keeps: true });
      const page = await openApp(context, '?seed=e2e', address);
      await page.getByText('Saved on this device').waitFor();
      // Any other byte makes the keeper another version.
      const keeper = join(folder, 'keeper.js');
      writeFileSync(keeper, `${readFileSync(keeper, 'utf8')}\n// another version`);

      const playing = await openApp(context, '?seed=e2e', address);
      await begin(playing, 'Tehran');
      await page.reload();
      const offer = page.getByText('A new version of the game is ready.');
      await offer.waitFor();
      expect(await playing.getByText('A new version of the game is ready.').count()).toBe(0);
      await page.getByRole('button', { name: 'Take it now' }).click();
      await page.getByText(/^Another tab is in the middle of a game/).waitFor();
      await playing.close();
      await page.getByRole('button', { name: 'Take it now' }).click();
      await offer.waitFor({ state: 'detached' });
      await page.getByText('Saved on this device').waitFor();
      await context.close();
    } finally {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

/** Serves a folder that may change meanwhile. */
async function serve(folder: string): Promise<{ server: Server; address: string }> {
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.writeHead(404).end();
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('the server has no address');
  return { server, address: `http://127.0.0.1:${at.port}/` };
}
