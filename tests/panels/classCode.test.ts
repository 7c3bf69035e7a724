/** Codes as they are typed on thirty tablets. */
import { expect, test } from 'vitest';
import { readCode } from '../../src/panels/class/code.ts';

test('a code is read in any case, with spaces, from another keyboard, from a pasted address', () => {
  for (const typed of ['ACD347', 'acd347', ' acd-347 ', 'ACD 347', 'АСD347', 'acd٣٤٧', 'ＡＣＤ３４７'])
    expect(readCode(typed)).toEqual({ code: 'ACD347', isWhole: true, wrong: null });
  expect(readCode('http://10.0.0.7:4400/?room=acd347#join').code).toBe('ACD347');
});

test('what is not whole is not asked for, and a sign that no code has is named', () => {
  expect(readCode('ACD').isWhole).toBe(false);
  expect(readCode('')).toEqual({ code: '', isWhole: false, wrong: null });
  expect(readCode('AC0347').wrong).toEqual({ sign: '0', perhaps: ['D', 'Q'] });
  expect(readCode('ACDÄ47')).toMatchObject({ isWhole: false, wrong: { sign: 'Ä', perhaps: [] } });
});
