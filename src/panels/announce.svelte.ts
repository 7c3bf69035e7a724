/** News for people who listen: what `announce` is given is read aloud by the live region that `Announcer.svelte` keeps in the page. */

export const news: { text: string } = $state({ text: '' });
let queued: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Say a sentence, or several that come at once, in order; returns at once. Empty text is passed over. */
export function announce(text: string): void {
  if (text === '') return;
  queued.push(text);
  timer ??= setTimeout(speak, pause);
}

/** Take back what was said and what waits to be said: it is not for whoever comes next. */
export function hush(): void {
  clearTimeout(timer);
  timer = undefined;
  queued = [];
  news.text = '';
}

/** Sentences that come within a pause of each other are said as one, since a live region drops what is replaced too soon. */
const pause = 120;

function speak(): void {
  timer = undefined;
  const said = queued.join(' ');
  queued = [];
  // The same sentence twice is no change to a live region: a space that nobody hears makes it one.
  news.text = said === news.text ? `${said}\u00a0` : said;
}
