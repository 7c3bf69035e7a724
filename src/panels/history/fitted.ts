/** Names what was fitted to history in the words of the game; in the scenario's history it is named by kind and ids, for whoever edits files. */
import { tellCell } from '../reading/level.ts';
import { nameOf } from '../reading/reader.ts';
import type { Reader } from '../reading/reader.ts';

/**
 * Name a fitted part.
 * @param what "option jetLetter.carefulLetter", "event convoyHit.blame", "move turkey.operate", "links a, b", "level displaced"
 * @returns its name; `what` itself where it names nothing that has words
 */
export function tellFitted(what: string, reader: Reader): string {
  const { words, tables } = reader;
  const [kind = '', ...rest] = what.split(' ');
  const ids = rest.join(' ').split(', ');
  const named = ids.flatMap((id): string[] => {
    const [one = '', other = ''] = id.split('.');
    const say = (key: string): string[] => (words.has(key) ? [words.say(key)] : []);
    switch (kind) {
      case 'option':
        return say(`option-${one}-${other}`);
      case 'event':
        return say(`event-${one}`);
      case 'link':
      case 'links':
        return say(`link-${id}`);
      case 'level':
        return [tellCell(`level.${one}`, reader)];
      case 'move': {
        // A joint move is one for all who make it.
        const move = tables.moves.find(
          ({ capital, id: of }) =>
            (other === '' || tables.capitals[capital]?.id === one) && of === (other || one),
        );
        const owner = tables.capitals[move?.capital ?? -1]?.id ?? '';
        const title = say(`move-${owner}-${move?.id ?? ''}`)[0];
        if (title === undefined) return [];
        return [other === '' ? title : words.say('fitted-move', { who: nameOf(owner, reader), move: title })];
      }
      default:
        return [];
    }
  });
  return named.length === ids.length ? named.join(' ') : what;
}
