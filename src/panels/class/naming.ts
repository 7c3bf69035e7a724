/** Names of people in a room and of those who speak there, in the reader's words. */
import { cableKey, nameKeys, plainPosts, postKey } from '../../table/classWords.ts';
import type { MessageShown, MessageTo, PersonName } from '../../table/wire.ts';
import type { Wording } from '../reading/reader.ts';

/** Say a generated name. */
export function sayName(name: PersonName, words: Wording): string {
  const [quality, thing] = nameKeys(name);
  return words.say('name-whole', { quality: words.say(quality), thing: words.say(thing) });
}

/** Say who sent a message: a capital or a post, with the person's name, or the teacher. */
export function sayFrom({ from }: Pick<MessageShown, 'from'>, words: Wording): string {
  if (from === 'teacher') return words.say('from-teacher');
  const post = plainPosts.find((one) => one === from.as);
  const as = words.say(post ? postKey(post) : `capital-${from.as}`);
  return words.say('from-whole', { as, name: sayName(from.name, words) });
}

/** Say to whom a message goes. */
export function sayTo(to: MessageTo, words: Wording): string {
  if (to === 'all') return words.say('to-all');
  if (to === 'team') return words.say('to-team');
  return words.list(to.map((seat) => words.say(`capital-${seat}`)));
}

/** Say what a message says: a preset cable in the reader's words, or the writer's own text. */
export function sayMessage({ cable, text }: MessageShown, words: Wording): string {
  return cable === undefined ? (text ?? '') : words.say(cableKey(cable));
}
