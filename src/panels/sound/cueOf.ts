/** Which cue a line of the reveal sounds: what one should know with closed eyes has one of its own, all else is paper. */
import type { MapStep } from '../../map/picture.ts';
import type { StoryLine, StoryPartId } from '../reading/story.ts';
import type { Tables } from '../../engine/tables.ts';
import type { Cue } from './cues.ts';

/**
 * Pick the cue of a line.
 * @param part the part of the story in which it stands
 * @param step what the map shows of it; null where it shows nothing
 */
export function cueOf(
  { moved }: Pick<StoryLine, 'moved'>,
  part: StoryPartId,
  step: Pick<MapStep, 'kind' | 'up'> | null,
  { layout, people }: Pick<Tables, 'layout' | 'people'>,
): Cue {
  if (part === 'ending') return 'close';
  switch (step?.kind) {
    case 'pact':
      return 'accord';
    case 'breach':
      return 'rift';
    case 'violence':
      return step.up === false ? 'ease' : 'swell';
    case 'flow': {
      // Aid, flight and return: how it goes for people is what is heard.
      const counted = people.find(({ cell }) => moved && cell === layout.find(moved.path));
      if (!counted) return 'leaf';
      return counted.to > counted.from === (step.up ?? false) ? 'relief' : 'swell';
    }
    case 'clock':
      return 'tick';
    case 'event':
      return 'bell';
    default:
      return 'leaf';
  }
}
