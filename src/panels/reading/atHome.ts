/** What an order or an answer does at once to support at home, as the published strengths have it. What follows from it later is not told here. */
import type { FireTable, Tables } from '../../engine/tables.ts';
import { tellAmount } from './amount.ts';
import type { Reader } from './reader.ts';

/** Say how support at home moves with it; empty where it does not. Strengths are told at their middle: those of a game are not known while it is played. */
export function tellAtHome(fires: readonly FireTable[], reader: Reader): string {
  const by = pushOf(fires, reader.tables, reader.seat);
  if (by === 0) return '';
  return reader.words.say('orders-home', {
    way: by > 0 ? 'up' : 'down',
    by: tellAmount(`home.${reader.seat}`, Math.abs(by), reader),
  });
}

function pushOf(fires: readonly FireTable[], { links, capitals }: Tables, seat: string): number {
  const home = capitals.find(({ id }) => id === seat)?.home;
  return fires.reduce((sum, { link, times }) => {
    const { target, strength } = links[link] ?? { target: -1, strength: 0 };
    return target === home ? sum + times * strength : sum;
  }, 0);
}
