/** How games are handed out. */
import { blockSize } from './doubt.ts';

/** How many games are played in one go before progress is told and others are let in; what is called off is played to the end of its go. */
export const gamesInOneGo = 4 * blockSize;
