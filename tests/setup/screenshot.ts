/**
 * Takes a picture of a page, to be looked at:
 * `node tests/setup/screenshot.ts <url> <out.png> [width height] [dark]`.
 * Errors of the page are printed, since a picture does not show them.
 */
import { chromium } from 'playwright';
import { launchOptions, unpackChromium } from './chromium.ts';

const dark = process.argv.includes('dark');
const [url, file, width = '1280', height = '800'] = process.argv.slice(2).filter((word) => word !== 'dark');
if (!url || !file) {
  console.error('Usage: node tests/setup/screenshot.ts <url> <out.png> [width height] [dark]');
  process.exit(2);
}
const missing = await unpackChromium();
if (missing !== null) {
  console.error(missing);
  process.exit(1);
}
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage({
  viewport: { width: Number(width), height: Number(height) },
  colorScheme: dark ? 'dark' : 'light',
});
page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
page.on('console', (message) => {
  if (message.type() === 'error' || message.type() === 'warning')
    console.error(`${message.type()}: ${message.text()}`);
});
await page.goto(url, { waitUntil: 'networkidle' });
await page.screenshot({ path: file });
await browser.close();
