/** In which levels plans are told to differ: the first few of those that are counted in points of 100. */
import { differences } from '../../forecast/differ.ts';
import type { Difference } from '../../forecast/differ.ts';

/** How many levels are told. */
const most = 4;

/** List levels in which plans differ; see `differences`. */
export function differing(...plans: Parameters<typeof differences>): Difference[] {
  return differences(...plans)
    .filter(({ path }) => /^(aim|home|issue|people|trust|violence)\b/.test(path))
    .slice(0, most);
}
