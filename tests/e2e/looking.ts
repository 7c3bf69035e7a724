/** What is wrong with a screen, for everybody who may stand before it: found by axe, by its width, and by made-up languages that show what is not in a text file. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { overflow, seriousIn } from './app.ts';
import type { Look } from './app.ts';

/** Looks at one screen under a name. */
export type At = (page: Page, screen: string) => Promise<void>;

/** Begin to look at screens; what was found is kept by screen, and screens without findings are left out. */
export function looking(look: Look): { at: At; met: Record<string, string[]> } {
  const met: Record<string, string[]> = {};
  const at: At = async (page, screen) => {
    // What a screen measures of itself it knows with the next frame.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    const wider = await overflow(page);
    const found = [
      ...(await seriousIn(page)),
      ...(wider > 0 ? [`${wider} pixels too wide`] : []),
      ...(look.language === 'xx' ? await outsideBrackets(page, screen) : []),
      ...(look.language === 'xx-rtl' ? await notMirrored(page) : []),
    ];
    if (found.length > 0) met[screen] = found;
  };
  return { at, met };
}

/** Look at every tab. */
export async function lookAtTabs(page: Page, at: At, when: string): Promise<void> {
  for (const tab of await page.locator('[role=tab]').all()) {
    await tab.click();
    const id = (await tab.getAttribute('id')) ?? '';
    if (id === 'tab-map') await page.locator('.map canvas, .map-panel table').first().waitFor();
    await at(page, `${id}, ${when}`);
  }
}

/** In the made-up language everything stands in brackets, but titles of sources are told as they stand on the pages that were read. */
async function outsideBrackets(page: Page, screen: string): Promise<string[]> {
  return /^(why|model|laboratory, played)/.test(screen) ? [] : page.evaluate(unbracketed, variants());
}

/** A language from right to left mirrors the page. */
async function notMirrored(page: Page): Promise<string[]> {
  const dir = await page.evaluate(() => document.documentElement.dir);
  const tabs = page.getByRole('tab');
  const [first, last] =
    (await tabs.count()) > 0
      ? await Promise.all([tabs.first().boundingBox(), tabs.last().boundingBox()])
      : [null, null];
  return [
    ...(dir === 'rtl' ? [] : [`the page runs ${dir}`]),
    ...(first && last && first.x < last.x ? ['tabs run from left to right'] : []),
  ];
}

/** Words that texts pick from by a value ("up", "down"): Fluent hands these to no made-up language when they stand alone. */
function variants(): string[] {
  const texts = ['assets/words/en.ftl', 'assets/scenarios/tehran-2016/words/en.ftl'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  return texts.flatMap((text) =>
    [...text.matchAll(/^\s+\*?\[[^\]]+\]([^{}\n]*)$/gm)].flatMap(
      ([, words = '']) => words.match(/\p{L}+/gu) ?? [],
    ),
  );
}

/** List texts in sight that stand outside all brackets. Months and the joints of enumerations come from the browser itself. Runs in the page. */
function unbracketed(picked: string[]): string[] {
  const fromBrowser = new Set([
    ...(['long', 'short'] as const).flatMap((size) =>
      Array.from({ length: 12 }, (_, month) =>
        new Date(Date.UTC(2016, month, 15)).toLocaleDateString('en', { month: size, timeZone: 'UTC' }),
      ),
    ),
    ...picked,
    'and',
    'or',
    'AM',
    'PM',
    'at',
  ]);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent ?? '';
    if (
      !element ||
      text.trim() === '' ||
      element.closest('script, style, noscript, kbd, .code, .address, [aria-hidden=true], [lang]:not(html)')
    )
      continue;
    if (!element.checkVisibility()) continue;
    let left = text.replace(/[\u2066-\u2069]/g, '');
    for (let before = ''; before !== left;) {
      before = left;
      left = left.replace(/\[[^[\]]*\]/g, ' ');
    }
    // Codes of rooms and of slips are the same in every language.
    const words = (left.match(/\p{L}+/gu) ?? []).filter(
      (word) => !fromBrowser.has(word) && !/^[A-Z]+$/.test(word),
    );
    if (words.length > 0) found.push(`${text.trim().slice(0, 80)} (${element.tagName} ${element.className})`);
  }
  return found;
}
