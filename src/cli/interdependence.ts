/** How `check` prints what capitals can do to one another, and the swaps by which two of them would gain. */
import type { Term } from '../engine/deals/terms.ts';
import type { PairReach, PairSwaps } from '../forecast/interdependence.ts';
import type { Print } from './command.ts';

/** So many ways and swaps are printed of each pair; JSON has them all. */
const toldOfPair = 4;

/** Print for each ordered pair how the one reaches the other: the most telling ways, and how many there are. */
export function tellReaches(pairs: readonly PairReach[], print: Print): void {
  print('  What capitals can do to one another (prices; what is open; aims, in points of 100):');
  for (const { from, to, reaches } of pairs) {
    const of = (kind: PairReach['reaches'][number]['kind']) => reaches.filter((one) => one.kind === kind);
    print(
      `    ${from} → ${to}: ${of('price').length} prices, ${of('guard').length} moves and decisions, ${of('aim').length} effects on aims`,
    );
    const told = [
      ...of('price').map(({ by, changes, amount }) => `${by} changes the price of ${changes} by ${amount}`),
      ...of('guard').map(({ by, changes }) => `${by} opens or closes ${changes}`),
    ].slice(0, toldOfPair - 1);
    for (const { by, changes, amount } of of('aim').slice(0, toldOfPair - told.length))
      told.push(`${by} moves ${changes} by ${(amount / 100).toFixed(1)}`);
    for (const one of told) print(`      ${one}`);
  }
}

/** Print the swaps of each pair that suit both in most positions. */
export function tellSwaps(pairs: readonly PairSwaps[], print: Print): void {
  if (pairs.length === 0) return;
  print('');
  print('  Swaps by which both would gain, at the start and in the talks of a few games:');
  for (const { between, swaps } of pairs) {
    print(`    ${between.join(' and ')}: ${swaps.length}`);
    for (const { terms, seen } of swaps.slice(0, toldOfPair))
      print(`      ${terms.map(toldTerm).join(' for ')} (in ${seen} positions)`);
  }
}

function toldTerm(term: Term): string {
  if (term.kind === 'stance') return `${term.capital}.${term.line} = ${term.stance}`;
  if (term.kind === 'pass') return `${term.capital} passes ${term.amount} (${term.channel})`;
  return `${term.kind === 'forgo' ? 'no ' : ''}${term.capital}.${term.move}`;
}
