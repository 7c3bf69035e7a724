/** Which games are recorded, and what is known of them. The records lie beside this file under the same names. */
import { layers } from '../../src/engine/layers.ts';
import type { GameOptions } from '../../src/engine/position.ts';

/** Random legal play, so that all kinds of decisions are tried: a first class game, a whole one, a long one with three moves. */
export const randomGames: Readonly<Record<string, GameOptions>> = {
  first: { rounds: 3, moves: 2, layers: [] },
  whole: { rounds: 8, moves: 2, layers },
  long: { rounds: 8, moves: 3, layers: ['secrecy', 'stakes', 'warnings'] },
};

/** A game that somebody played by hand against three computer capitals, deciding each quarter from what the seat sees. */
export interface HandGame {
  readonly seat: string;
  readonly ending: string;
  /** Why it ended so, as the player tells it. */
  readonly because: string;
  /** Levels in which that can be seen when it is over: `from` is reached, `below` is not; in hundredths. */
  readonly seenIn: Readonly<Record<string, { readonly from?: number; readonly below?: number }>>;
}

export const handGames: Readonly<Record<string, HandGame>> = {
  tehran: {
    seat: 'iran',
    ending: 'guarantors',
    because:
      'Tehran moved close to Ankara, held Damascus back and loosened its line on Assad. Ankara answered for the opposition, so the truce grew, and with it the table of three. But Ankara used open Russian skies to take the north. Without that zone it would have been one compact for one state; with a little more weight in Geneva, a long table.',
    seenIn: {
      'trust.iran.turkey': { from: 7500 },
      'issue.truce': { from: 5000 },
      'level.astana': { from: 4500 },
      'level.geneva': { below: 6500 },
      'control.aleppo.turkish': { from: 2800 },
    },
  },
  moscow: {
    seat: 'russia',
    ending: 'zones',
    because:
      'Moscow fought for Aleppo until Damascus held it, shielded the president and made a table with Tehran and Ankara. It refused the shared truce in 2017, and later nobody would sign one. Ankara put the border in order on ground that it held. Without that order in the north the state would have returned; with an early truce the guarantors might have had their calm.',
    seenIn: {
      'control.aleppo.government': { from: 4600 },
      'issue.assad': { from: 5800 },
      'issue.truce': { below: 5000 },
      'issue.border': { from: 6700 },
      'level.geneva': { below: 4500 },
    },
  },
  washington: {
    seat: 'usa',
    ending: 'compact',
    because:
      'Washington planned with Moscow throughout, paid for aid and pushed talks, so the truce slowly passed half and Geneva grew. Tehran and Ankara spoke for one Syria and held self-rule down; arms took Raqqa. The president stayed: pressure only balanced what Moscow and Tehran held to. Had one of them loosened its line, it might have been a transition.',
    seenIn: {
      'issue.truce': { from: 5000 },
      'level.geneva': { from: 4500 },
      'issue.kurds': { below: 4500 },
      'issue.assad': { from: 5000 },
      'control.raqqa.isis': { below: 500 },
    },
  },
};
