/** What `history` prints, and how it ends. */
import { cpSync, mkdtempSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { ran } from './aCommand.ts';

vi.setConfig({ testTimeout: 60_000 });

const tehran = fileURLToPath(new URL('../../assets/scenarios/tehran-2016/', import.meta.url));

/** A copy of the scenario that a test may break. */
function aCopy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'red-lines-history-'));
  cpSync(tehran, folder, { recursive: true });
  return folder;
}

describe('history', () => {
  it('prints each level beside its indicator by quarter, with error and sign, and the two bars', async () => {
    const { code, out, said } = await ran('history tehran-2016');
    expect({ code, said }).toEqual({ code: 0, said: '' });
    for (let round = 1; round <= 8; round++) expect(out).toContain(`\nRound ${round}\n`);
    expect(out).toMatch(
      /^ {2}control\.aleppo\.government +8 +start +\d+\.\d\d +49\.00 +[+-]?\d+\.\d\d +up +up/m,
    );
    expect(out).toMatch(/^Signs right: \d+ of \d+, \d+\.\d\d % \(bar 85\.00 %\): holds$/m);
    expect(out).toMatch(/^Mean error: \d+\.\d\d of 100 over \d+ values \(bar 12\.00\): holds$/m);
    expect(out).toMatch(/^If nothing had moved: \d+\.\d\d of 100\.$/m);
    expect(out).toContain('\nFitted:\n');
    expect(out).toContain('\nNotes:\n');
  });

  it('prints the same as JSON', async () => {
    const { code, out } = await ran('history tehran-2016 --json');
    const told = JSON.parse(out) as {
      rows: { indicator: { id: string; sources: string[] }; signRight: boolean }[];
      forbidden: unknown[];
      holds: object;
      bars: object;
    };
    expect(code).toBe(0);
    expect(told.forbidden).toEqual([]);
    expect(told.holds).toEqual({ signs: true, error: true });
    expect(told.bars).toEqual({ signs: 8500, error: 1200 });
    expect(told.rows.every(({ indicator }) => indicator.sources.length > 0)).toBe(true);
  });

  it('ends with 1 where the model forbids what is on record, and names it', async () => {
    const folder = aCopy();
    const path = join(folder, 'history.json');
    const history = JSON.parse(readFileSync(path, 'utf8')) as {
      rounds: { orders: Record<string, { moves: object[] }> }[];
    };
    history.rounds[0]?.orders['turkey']?.moves.push({
      move: 'standDown',
      sources: ['t046'],
      confidence: 'low',
    });
    writeFileSync(path, JSON.stringify(history));
    const { code, out } = await ran(`history ${folder}`);
    expect(code).toBe(1);
    expect(out).toContain('Round 1, turkey: standDown is on record, and the model forbids it: notFromHere.');
    rmSync(folder, { recursive: true });
  });

  it('says it of a scenario without a history', async () => {
    const folder = aCopy();
    rmSync(join(folder, 'history.json'));
    expect(await ran(`history ${folder}`)).toMatchObject({
      code: 2,
      said: `The scenario '${folder}' has no history.json.`,
    });
    rmSync(folder, { recursive: true });
  });
});
