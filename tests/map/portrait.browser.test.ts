/** Portraits of the land: painted beside the page as they are painted in it, and in the page where the browser cannot do otherwise. */
import { expect, test } from 'vitest';
import { openPortraits } from '../../src/map/portrait.ts';
import '../../src/panels/style.css';

const region = '/map/region.json';
const scenario = '/scenarios/tehran-2016/scenario.json';

function place(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'inline-size: 240px; block-size: 160px; display: block';
  document.body.append(canvas);
  return canvas;
}

/** The picture's colours on a grid of points. */
function looked(canvas: HTMLCanvasElement): number[] {
  const sheet = document.createElement('canvas');
  [sheet.width, sheet.height] = [canvas.width, canvas.height];
  const pen = sheet.getContext('2d');
  pen?.drawImage(canvas, 0, 0);
  const { data } = pen?.getImageData(0, 0, sheet.width, sheet.height) ?? { data: [] };
  return Array.from({ length: 96 }, (_, at) => data[at * 4 * 401] ?? -1);
}

test('a portrait painted beside the page is the one painted in it', async () => {
  const [beside, within] = [place(), place()];
  const [one, other] = [openPortraits(beside, region), openPortraits(within, region, false)];
  expect(await one.draw(scenario)).toBe(true);
  expect(await other.draw(scenario)).toBe(true);
  const [seen, known] = [looked(beside), looked(within)];
  expect(new Set(known).size).toBeGreaterThan(10);
  // Edges may be smoothed by a card in one of the two.
  expect(seen.filter((colour, at) => Math.abs(colour - (known[at] ?? 0)) > 8).length).toBeLessThan(5);
  one.close();
  other.close();
});

test('of several portraits that are asked for at once the last one is painted', async () => {
  const portraits = openPortraits(place(), region);
  const drawn = await Promise.all([1, 2, 3].map(() => portraits.draw(scenario)));
  expect(drawn).toEqual([false, false, true]);
  portraits.close();
});

test('a portrait of a scenario that cannot be had is not laid', async () => {
  const portraits = openPortraits(place(), region);
  expect(await portraits.draw('/scenarios/none/scenario.json')).toBe(false);
  portraits.close();
});
