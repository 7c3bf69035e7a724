/** The built game as the classroom's server serves it: it starts and is played under its headers, and nothing is asked of another host. */
import { chromium } from 'playwright';
import { afterAll, expect, test } from 'vitest';
import { launchOptions } from '../setup/chromium.ts';
import { aServer } from '../server/aServer.ts';

const server = await aServer({ pages: 'dist' });
const browser = await chromium.launch(launchOptions());
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('the page starts under the headers of the server, and no policy is broken', async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  const response = await page.goto(server.address);
  expect(response?.headers()['content-security-policy']).toContain("script-src 'self';");
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.locator('body').innerText()).toContain('Red Lines');
  // The line to the rooms is let through by the same policy, as a WebSocket and over polling.
  const lines = await page.evaluate(async () => {
    const path = '/socket.io/?EIO=4&transport=';
    const polled = (await fetch(`${path}polling`)).ok;
    const opened = await new Promise((resolve) => {
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}${path}websocket`);
      socket.onmessage = () => resolve(true);
      socket.onerror = () => resolve(false);
    });
    return { polled, opened };
  });
  expect(lines).toEqual({ polled: true, opened: true });
  expect(complaints).toEqual([]);
  expect([...hosts].filter((host) => host !== '')).toEqual([new URL(server.address).host]);
  await page.close();
});
