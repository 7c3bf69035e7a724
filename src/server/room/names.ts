/** Draws names for people, so that nobody types one: two words of lists that are checked beforehand, unlike any other in the room. */
import { nameQualities, nameThings } from '../../table/classWords.ts';
import type { PersonName } from '../../table/wire.ts';
import type { Work } from './work.ts';

/** How often to draw before a name may be like another one's. */
const tries = 50;

/** Draw a name that nobody in the room has. */
export function drawName(work: Work): PersonName {
  const taken = new Set(Object.values(work.state.people).map(({ name }) => `${name.quality} ${name.thing}`));
  let name = drawn(work);
  for (let tried = 0; tried < tries && taken.has(`${name.quality} ${name.thing}`); tried++)
    name = drawn(work);
  return name;
}

function drawn(work: Work): PersonName {
  return {
    quality: nameQualities[work.draw(nameQualities.length)] ?? nameQualities[0],
    thing: nameThings[work.draw(nameThings.length)] ?? nameThings[0],
  };
}
