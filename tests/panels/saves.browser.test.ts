/** Saves in a real IndexedDB: kept, listed newest first, read back whole, deleted with what nobody else needs. */
import { clear, keys, set } from 'idb-keyval';
import { beforeEach, expect, test } from 'vitest';
import { deleteSave, keep, listSaves, Overtaken, readSave, saveFormat } from '../../src/panels/saves.ts';
import type { Save } from '../../src/panels/saves.ts';
import type { Decision } from '../../src/engine/decide.ts';
import type { Fork } from '../../src/engine/forks.ts';
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

test('a game that another tab has taken on is not written over, however far', async () => {
  const save = await aSave('one', 1);
  const going = (kind: 'debrief' | 'cable', forks: readonly Fork[] = []): Save => {
    const decision = (kind === 'cable' ? { ...leaving, kind, pact: 1 } : leaving) satisfies Decision;
    const record = { ...save.record, decisions: [...save.record.decisions, decision], forks };
    return { ...save, record };
  };
  await keep(going('debrief'), files, 'another');
  await expect(keep(save, files)).rejects.toBeInstanceOf(Overtaken);
  await expect(keep(going('cable'), files)).rejects.toBeInstanceOf(Overtaken);
  await expect(readSave('one')).resolves.toMatchObject({ save: going('debrief') });

  await keep(going('debrief', [fork]), files);
  await expect(keep(going('debrief'), files, 'another')).rejects.toBeInstanceOf(Overtaken);
});

test('a branch that was removed stays removed, and the game is kept on', async () => {
  const save = await aSave('one', 1);
  await keep({ ...save, record: { ...save.record, forks: [fork] } }, files);
  await keep({ ...save, record: { ...save.record, forks: [] } }, files);
  expect((await readSave('one'))?.save.record.forks).toEqual([]);
});

const leaving = { seat: 'turkey', round: 1, kind: 'debrief' } as const;
const fork: Fork = { id: 'f', of: '', at: 0, changed: 1, seats: {}, decisions: [leaving], digests: [] };

test('a save whose parts are broken is not opened, and a broken draft alone is dropped', async () => {
  const save = await aSave('one', 1);
  await keep(save, files);
  for (const broken of [{ record: null }, { cells: [1, 2] }, { said: 'x' }, { card: 7 }]) {
    await set('game:one', { ...save, ...broken });
    expect(await readSave('one')).toBeNull();
  }
  for (const draft of [null, { moves: 'x' }, { moves: [] }]) {
    await set('game:one', { ...save, draft });
    expect((await readSave('one'))?.save.draft).toEqual({ answer: undefined, moves: [], withhold: [] });
  }
});

test('what is no save is passed over in the list', async () => {
  await keep(await aSave('one', 1), files);
  const [card] = await listSaves();
  await set('saves', [card, card, { id: 'a' }, 7, null]);
  expect((await listSaves()).map(({ id }) => id)).toEqual(['one']);
  await set('saves', 'rubbish');
  expect(await listSaves()).toEqual([]);
});
