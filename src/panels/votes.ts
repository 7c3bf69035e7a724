/** Votes on a scenario's question, before a game and after it: an opinion without a name, kept on this device alone. */

export interface Votes {
  readonly before?: string;
  readonly after?: string;
}

const place = 'red-lines.votes';
/** Votes of older games are forgotten. */
const mostGames = 40;

/**
 * Read the votes of a game.
 * @param game what is the game's own and stays so: the seed of its dice
 */
export function votesOf(game: string): Votes {
  return all().find(([id]) => id === game)?.[1] ?? {};
}

/** Keep a vote; where the browser keeps nothing it is lost with the page. */
export function keepVote(game: string, when: keyof Votes, option: string): void {
  const kept = all().filter(([id]) => id !== game);
  const votes = { ...votesOf(game), [when]: option };
  try {
    localStorage.setItem(place, JSON.stringify([[game, votes], ...kept].slice(0, mostGames)));
  } catch {
    // Nothing is kept here.
  }
}

function all(): [string, Votes][] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(read) ? read.filter(isEntry) : [];
  } catch {
    return [];
  }
}

/** Whatever else has written here is passed over. */
function isEntry(entry: unknown): entry is [string, Votes] {
  return (
    Array.isArray(entry) &&
    typeof entry[0] === 'string' &&
    typeof entry[1] === 'object' &&
    entry[1] !== null &&
    Object.values(entry[1] as Record<string, unknown>).every((vote) => typeof vote === 'string')
  );
}
