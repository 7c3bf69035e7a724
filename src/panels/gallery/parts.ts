/** What the gallery shows of a game: loaded with the game, not with the page. */
export { default as Documents } from './Documents.svelte';
export { default as MapPanel } from '../MapPanel.svelte';
export { default as Played } from './Played.svelte';
