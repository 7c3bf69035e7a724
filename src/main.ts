/**
 * Starts the game in the page: the only file that knows everybody. The first screen needs words and little else; engine,
 * schema and the screens of a game come as a part of their own, while the library is read.
 */
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet gives nothing to assign
import './panels/style.css';
import { mount } from 'svelte';
import App from './panels/App.svelte';
import { whenIdle } from './panels/idle.ts';
import { startKeeping } from './panels/keeping.svelte.ts';
import { LiveWords } from './panels/liveWords.svelte.ts';
import { FileMissing, fetchIndex } from './panels/scenarioTexts.ts';
import { settings, show } from './panels/settings.svelte.ts';
import { Shell } from './panels/shell.svelte.ts';
import { pickLanguage } from './words/languages.ts';

const asked = new URLSearchParams(location.search);

await start();

async function start(): Promise<void> {
  const place = document.getElementById('app');
  if (!place) return;
  show();
  const pseudo = asked.has('dev');
  const loadPlaying = () => import('./panels/playing.ts');
  try {
    const library = await fetchIndex();
    const words = new LiveWords(library);
    await words.speak(pickLanguage(navigator.languages, settings.language, pseudo).code);
    const shell = new Shell(words, library, loadPlaying, asked.get('seed') ?? undefined);
    if (asked.has('gallery')) {
      const { default: Gallery } = await import('./panels/gallery/Gallery.svelte');
      mount(Gallery, { target: place, props: { shell } });
      return;
    }
    const opened = new Promise<void>((onOpened) => {
      mount(App, { target: place, props: { shell, pseudo, onOpened } });
    });
    // Browsers take their time over the first number that they write: they have it while the rest is on its way.
    whenIdle(() => words.number(0));
    await shell.lookForSaves();
    // Ready before it is asked for, and after what was asked for; a failure shows when it is.
    await opened;
    await new Promise<void>((resolve) => whenIdle(resolve));
    await loadPlaying().catch(() => undefined);
    await startKeeping();
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error;
    // No words could be loaded, so none can be asked for these.
    place.textContent = `Red Lines could not start: ${error.message}. Please check the connection and load the page again.`;
  }
}
