/** Starts the game in the page: the only file that knows everybody. */
document.getElementById('app')?.setAttribute('data-started', '');
