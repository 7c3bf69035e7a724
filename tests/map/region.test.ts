import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bandsOf } from '../../src/map/bands.ts';
import { isInside, readLand } from '../../src/map/land.ts';
import { aPicture } from './aPicture.ts';

const bytes = readFileSync(new URL('../../assets/map/region.json', import.meta.url));
const region: unknown = JSON.parse(bytes.toString());
const land = readLand(region);

test('the map file weighs at most 60 kB in gzip', () => {
  expect(gzipSync(bytes).length).toBeLessThanOrEqual(60 * 1024);
});

test('the map file has the fourteen governorates', () => {
  const ids = land.governorates.map(({ id }) => id);
  const expected = aPicture().governorates.map(({ id }) => id);
  expect([...ids].sort()).toEqual([...expected].sort());
});

test('the map file says where the land comes from and under what licence', () => {
  expect(region).toMatchObject({
    schematic: true,
    about: { licence: expect.stringContaining('public domain'), sources: expect.any(Array) },
  });
});

test('disputed lines are there, to be drawn as disputed', () => {
  expect(land.disputed).toEqual(
    expect.arrayContaining(['armistice1974', 'greenLine', 'hatay', 'northernCyprusLine']),
  );
  expect(land.disputed.filter((id) => id !== 'golanWest' && !land.lines[id]?.length)).toEqual([]);
  expect(land.golanWest.length).toBeGreaterThan(2);
});

test('every town of Syria lies in the governorate that it gives its name', () => {
  const astray = land.towns.filter((town) => {
    const shape = land.governorates.find(({ id }) => id === town.id);
    return shape && !isInside(shape.rings, town.at);
  });
  expect(astray).toEqual([]);
});

test('the heart of a governorate lies inside it', () => {
  expect(land.governorates.filter(({ rings, heart }) => !isInside(rings, heart))).toEqual([]);
});

test('the area of the bands is as the shares, in every governorate', () => {
  const shares = [
    { holder: 'government', name: '', share: 5500 },
    { holder: 'isis', name: '', share: 4000 },
    { holder: 'opposition', name: '', share: 500 },
  ];
  const unequal: string[] = [];
  for (const shape of land.governorates) {
    const bands = bandsOf(shape, shares, 3, 0.2);
    for (const { holder, share } of shares) {
      const held = bands.filter((band) => band.holder === holder);
      const inside = shape.spread.filter((place) => held.some(({ from, to }) => place >= from && place < to));
      const part = (10_000 * inside.length) / shape.spread.length;
      if (Math.abs(part - share) > 200) unequal.push(`${shape.id}: ${holder} ${part} for ${share}`);
    }
  }
  expect(unequal).toEqual([]);
});

test('a governorate in one hand is one band', () => {
  const [shape] = land.governorates;
  if (!shape) throw new Error('no governorate');
  expect(bandsOf(shape, [{ holder: 'isis', name: '', share: 10_000 }], 3, 0.2)).toHaveLength(1);
});

test('anything that is no region is refused', () => {
  for (const wrong of [null, 7, {}, { land: { type: 'Feature' } }]) {
    expect(() => readLand(wrong)).toThrow('not a region');
  }
});
