import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import TextMap from '../../src/panels/TextMap.svelte';
import { aPicture } from './aPicture.ts';

/** Words that show their key and all that was filled in. */
const words = {
  say: (key: string, args: Record<string, string | number> = {}) => [key, ...Object.values(args)].join(' '),
};

async function show(direction: 'ltr' | 'rtl' = 'ltr') {
  const touched: string[] = [];
  const picture = aPicture();
  const { container } = await render(TextMap, {
    picture,
    words,
    onTouch: (id: string, kind: string) => touched.push(`${kind} ${id}`),
  });
  container.dir = direction;
  return { touched, picture, container, text: container.textContent ?? '' };
}

test('all that the map draws stands in the text map', async () => {
  const { picture, text } = await show();
  for (const { name, shares } of picture.governorates) {
    expect(text).toContain(name);
    for (const share of shares) expect(text).toContain(`${share.name} ${share.share / 100}`);
  }
  for (const theatre of picture.theatres) {
    expect(text).toContain(theatre.name);
    expect(text).toContain(`${theatre.name} ${theatre.tip}`);
    for (const id of theatre.governorates) expect(text).toContain(`name of ${id}`);
  }
  for (const capital of picture.capitals) expect(text).toContain(capital.name);
  for (const { from, to, kind, word } of picture.ties) {
    const [one, other] = [from, to].map((id) => picture.capitals.find((capital) => capital.id === id)?.name);
    expect(text).toContain(`map-text-pair ${one} ${other}`);
    expect(text).toContain(`map-own-${kind}`);
    expect(text).toContain(word);
  }
  for (const clock of picture.clocks) {
    expect(text).toContain(clock.name);
    expect(text).toContain(`map-text-clock ${clock.filled} 4 The north`);
  }
  expect(text).toContain('map-text-secret');
  expect(text).toContain('map-text-mine');
  expect(text).toContain(picture.note);
});

test('each governorate, theatre, capital and clock is a button that reports its id', async () => {
  const { picture, container, touched } = await show();
  for (const button of container.querySelectorAll('button')) button.click();
  expect(touched).toEqual([
    ...picture.theatres.map(({ id }) => `theatre ${id}`),
    ...picture.clocks.map(({ id }) => `clock ${id}`),
    ...picture.capitals.map(({ id }) => `capital ${id}`),
    ...picture.governorates.map(({ id }) => `governorate ${id}`),
  ]);
});

test('read from right to left, the text map is mirrored and still fits a narrow screen', async () => {
  const { container } = await show('rtl');
  container.style.inlineSize = '340px';
  const cell = container.querySelector('tbody th')?.getBoundingClientRect();
  const next = container.querySelector('tbody td')?.getBoundingClientRect();
  expect(cell && next && cell.left > next.left).toBe(true);
  expect(container.scrollWidth).toBeLessThanOrEqual(340);
});

test('axe finds nothing to object to in the text map', async () => {
  const { container } = await show();
  const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
});
