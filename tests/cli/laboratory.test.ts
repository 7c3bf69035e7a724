/** The command `laboratory`: one question in four arms, as text, as data and as a table; and what it says when asked wrongly. */
import { describe, expect, it } from 'vitest';
import { ran } from './aCommand.ts';

const asked = 'laboratory tehran-2016 --seed 1 --games 20 --rounds 3';

describe('laboratory', () => {
  it('tells each arm and on what the answer hangs', async () => {
    const { code, out, said } = await ran(`${asked} --hinge moscowTrades=yes --strength surgeBold=upper`);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    for (const arm of ['Ankara', 'Moscow', 'both', 'neither']) expect(out).toContain(`\nLeaning to ${arm}\n`);
    expect(out).toMatch(/^reached\.iran, ankara less moscow: -?\d+\.\d \(-?\d+\.\d to -?\d+\.\d\)$/m);
    expect(out.match(/^ +-?\d+\.\d to +-?\d+\.\d {2}(link|weight) /gm)).toHaveLength(10);
  });

  it('gives data and a table on request, with what was assumed', async () => {
    const report = JSON.parse(
      (await ran(`${asked} --json --answer people --arms both --hinge frontHolds=no`)).out,
    );
    expect(report.trial.hinges).toEqual({ frontHolds: 'no' });
    expect(report.answer).toMatchObject({ outcome: 'people', arms: ['both'] });
    expect(report.arms).toHaveLength(4);
    expect((await ran(`${asked} --csv`)).out.split('\r\n')[0]).toBe('arm,measure,mean,low,high');
  });

  it('says in a sentence what there is not', async () => {
    expect((await ran('laboratory tehran-2016')).said).toContain('--seed is needed');
    expect((await ran(`${asked} --hinge moscowTrade=yes`)).said).toContain('moscowTrades');
    expect((await ran(`${asked} --hinge moscowTrades=maybe`)).said).toContain('open, yes, no');
    expect((await ran(`${asked} --strength surgeBold=middle`)).said).toContain('lower, upper');
    expect((await ran(`${asked} --answer peace`)).code).toBe(2);
  });
});
