/** Divides a governorate into bands whose areas are as the shares of its holders. Knows no colours. */
import type { Shape } from './land.ts';
import type { PictureShare } from './picture.ts';

/** A band lies between two positions along `bandAxis`. */
export interface Band {
  holder: string;
  from: number;
  to: number;
}

/**
 * Divide a shape among holders. All holders recur in turn across the shape, so that bands tell *how much* is held and
 * never *which part*. `widest` is the greatest wished width of one round of bands, `thinnest` the width under which a
 * band could not be seen, both in units of the plane: where a small holder's band would fall below, rounds are fewer.
 */
export function bandsOf(
  shape: Shape,
  shares: readonly PictureShare[],
  widest: number,
  thinnest: number,
): Band[] {
  const held = shares.filter(({ share }) => share > 0);
  held.sort((a, b) => b.share - a.share);
  const total = held.reduce((sum, { share }) => sum + share, 0);
  const first = held[0];
  if (!first || total === 0) return [];
  const length = (shape.spread.at(-1) ?? 0) - (shape.spread[0] ?? 0);
  const smallest = (held.at(-1)?.share ?? total) / total;
  const wished = Math.max(1, Math.round(length / widest));
  const rounds =
    held.length === 1 ? 1 : Math.max(1, Math.min(wished, Math.floor((length * smallest) / thinnest)));
  const bands: Band[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let before = 0;
    // The first holder's band is split around the others, so that it also ends the shape.
    const turn = [
      { ...first, share: first.share / 2 },
      ...held.slice(1),
      { ...first, share: first.share / 2 },
    ];
    for (const { holder, share } of turn) {
      const from = placeAt(shape, (round + before / total) / rounds);
      before += share;
      const to = placeAt(shape, (round + before / total) / rounds);
      const last = bands.at(-1);
      if (last?.holder === holder) last.to = to;
      else bands.push({ holder, from, to });
    }
  }
  return bands;
}

/** Find the position below which a part (0..1) of the shape's area lies. */
function placeAt(shape: Shape, part: number): number {
  const { spread } = shape;
  if (part <= 0) return Number.NEGATIVE_INFINITY;
  if (part >= 1) return Number.POSITIVE_INFINITY;
  const place = part * (spread.length - 1);
  const below = spread[Math.floor(place)] ?? 0;
  const above = spread[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
