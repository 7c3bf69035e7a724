/** What a computer capital said, in words: the ids in a reason become names. The reasons are the forecast's, the words `reason-<key>`. */
import type { Reason } from '../../forecast/reasons.ts';
import { nameOf } from './reader.ts';
import type { Filling, Reader } from './reader.ts';

/** Say one reason; empty where there are no words for it. */
export function tellReason({ key, args }: Reason, reader: Reader): string {
  const { words, seat } = reader;
  if (!words.has(`reason-${key}`)) return '';
  const filling: Filling = {};
  for (const [name, value] of Object.entries(args))
    filling[name] = typeof value === 'number' ? value : nameIn(name, value, reader);
  const about = args['with'] ?? args['capital'];
  return words.say(`reason-${key}`, { ...filling, us: about === seat ? 'yes' : 'no' });
}

/** Say several reasons as one enumeration; empty where none has words. */
export function tellReasons(reasons: readonly Reason[], reader: Reader): string {
  const told = reasons.map((reason) => tellReason(reason, reader)).filter((text) => text !== '');
  return told.length === 0 ? '' : reader.words.list(told);
}

/** Name what an argument of a reason refers to; an argument's name says what kind of id it holds. */
function nameIn(name: string, id: string, reader: Reader): string {
  const { words } = reader;
  const key = id.replaceAll('.', '-');
  for (const kind of kindsOf[name] ?? []) if (words.has(`${kind}-${key}`)) return words.say(`${kind}-${key}`);
  return nameOf(id, reader);
}

const kindsOf: Readonly<Record<string, readonly string[]>> = {
  aim: ['aim'],
  move: ['move'],
  will: ['move'],
  line: ['line'],
  stance: ['stance'],
  redLine: ['redline'],
  option: ['option'],
  decision: ['decision'],
  channel: ['channel'],
  issue: ['issue'],
  clock: ['clock'],
};
