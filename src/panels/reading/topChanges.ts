/** Which changes of a round a briefing names: those of watched things and clocks first, then what moved most. */
import type { Change } from '../../engine/changes.ts';
import { tellChange } from './change.ts';
import { stepIn } from './level.ts';
import type { Readable } from './reading.ts';

/** What a briefing has room for. */
const most = 6;

/**
 * Pick the changes worth telling at the start of a quarter, the weightiest first.
 * @param changes those of one round, in order
 * @param seat whose briefing it is: its own aims, home and trust count more
 */
export function topChanges(changes: readonly Change[], seat: string): Change[] {
  const weighed = [...netOf(changes).values()]
    .map((change) => ({ change, weight: weightOf(change, seat) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const seen = new Set<string>();
  const picked: Change[] = [];
  for (const { change } of weighed) {
    if (seen.has(change.where) || picked.length >= most) continue;
    seen.add(change.where);
    picked.push(change);
  }
  return picked;
}

/** What a round came to, cell by cell: from where it stood to where it stands, by what pushed it hardest. */
function netOf(changes: readonly Change[]): Map<string, Change> {
  const net = new Map<string, Change>();
  const hardest = new Map<string, number>();
  for (const change of changes) {
    const before = net.get(change.where);
    const push = Math.abs(change.to - change.from);
    const leads = push >= (hardest.get(change.where) ?? 0);
    if (leads) hardest.set(change.where, push);
    const shown = leads || !before ? change : before;
    net.set(change.where, { ...shown, from: before?.from ?? change.from, to: change.to });
  }
  for (const [where, { from, to }] of net) if (from === to) net.delete(where);
  return net;
}

/** Say a change at a glance: an event by its title alone, since what it meant stands in the report. */
export function tellAtAGlance(change: Change, game: Readable): string {
  return change.where.startsWith('event.')
    ? game.words.say(`event-${change.by.id}`)
    : tellChange(change, game);
}

function weightOf({ where, from, to, by }: Change, seat: string): number {
  if (by.kind === 'start' || by.kind === 'clear' || by.kind === 'sign') return 0;
  const [kind = '', one = '', other = ''] = where.split('.');
  const moved = Math.abs(to - from);
  const whole = stepIn(where, from).step === stepIn(where, to).step ? 0 : 3000;
  switch (kind) {
    case 'event':
      return to > from ? 9000 : 0;
    case 'clock':
      return 6000 + moved * 500;
    case 'crossed':
      return one === seat ? 9500 : 7000;
    case 'aim':
      return one === seat && moved >= 100 ? 2000 + moved + whole : 0;
    case 'home':
      return one === seat && moved >= 300 ? 1500 + moved + whole : 0;
    case 'trust':
      return (one === seat || other === seat) && moved >= 300 ? 1500 + moved + whole : 0;
    case 'people':
      return moved >= 100 ? 1500 + moved + whole : 0;
    case 'stance':
      return 2500;
    case 'violence':
    case 'control':
    case 'issue':
      return moved >= 400 ? moved : 0;
    default:
      return 0;
  }
}
