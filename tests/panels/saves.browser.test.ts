/** Saves in a real IndexedDB: kept, listed newest first, read back whole, deleted with what nobody else needs. */
import { clear, keys, set } from 'idb-keyval';
import { beforeEach, expect, test } from 'vitest';
import { deleteSave, keep, listSaves, readSave, saveFormat } from '../../src/panels/saves.ts';
import type { Save } from '../../src/panels/saves.ts';
import { aGameAt } from './aGame.ts';

beforeEach(() => clear());

const files = { id: 'tehran-2016', scenario: '{}', sources: '{}', words: { en: 'a = b' } };

async function aSave(id: string, savedAt: number, digest = 'same'): Promise<Save> {
  const game = await aGameAt({ seat: 'turkey' });
  return {
    format: saveFormat,
    card: { id, scenario: files.id, seat: game.seat, round: 1, rounds: 8, isOver: false, savedAt },
    app: '1.0.0',
    files: digest,
    record: game.table.record(),
    changes: game.changes,
    cells: game.cells,
    said: [...game.table.allSaid()],
    draft: { answer: undefined, moves: [{ move: 'amends' }], withhold: [] },
  };
}

test('a game is read back as it was kept, with the files of its scenario', async () => {
  const save = await aSave('one', 1);
  await keep(save, files);
  expect(await readSave('one')).toEqual({ save, files });
});

test('saves are listed newest first, each game once', async () => {
  await keep(await aSave('one', 1), files);
  await keep(await aSave('two', 2), files);
  await keep(await aSave('one', 3), files);
  expect((await listSaves()).map(({ id, savedAt }) => [id, savedAt])).toEqual([
    ['one', 3],
    ['two', 2],
  ]);
});

test('a deleted save takes its files along only when no other save needs them', async () => {
  await keep(await aSave('one', 1), files);
  await keep(await aSave('two', 2), files);
  await keep(await aSave('three', 3, 'other'), files);
  await deleteSave('three');
  await deleteSave('two');
  expect((await keys()).toSorted()).toEqual(['files:same', 'game:one', 'saves']);
  expect(await readSave('two')).toBeNull();
});

test('a save of a newer version, or without its files, is not opened', async () => {
  const save = await aSave('one', 1);
  await keep(save, files);
  await set('game:one', { ...save, format: 99 });
  expect(await readSave('one')).toBeNull();
  await set('game:one', { ...save, files: 'gone' });
  expect(await readSave('one')).toBeNull();
});
