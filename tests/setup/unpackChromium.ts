/** Makes the browser ready once, before the first test that needs it. */
import { unpackChromium } from './chromium.ts';

export default async function setup(): Promise<void> {
  const missing = await unpackChromium();
  if (missing === null) return;
  console.error(missing);
  process.exit(1);
}
