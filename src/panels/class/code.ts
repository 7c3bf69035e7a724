/** A room's code as people type it: in any case, with spaces, in letters of another script that look the same. */
import { codeLength, codeLetters } from '../../table/classWords.ts';

/** Letters and digits of other scripts that are the same to the eye. */
const sameToTheEye: Readonly<Record<string, string>> = {
  А: 'A',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  Α: 'A',
  Ε: 'E',
  Η: 'H',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  '٣': '3',
  '٤': '4',
  '٧': '7',
  '٩': '9',
  '۳': '3',
  '۴': '4',
  '۷': '7',
  '۹': '9',
};

/** Signs that no code has, and what was probably written. */
const perhaps: Readonly<Record<string, readonly string[]>> = {
  '0': ['D', 'Q'],
  O: ['D', 'Q'],
  '1': ['7', 'J'],
  I: ['J', '7'],
  L: ['J', '7'],
  '2': ['7'],
  Z: ['7'],
  '5': ['G', '9'],
  S: ['G', '9'],
  '6': ['G', '9'],
  '8': ['3', 'R'],
  B: ['3', 'R'],
};

export interface TypedCode {
  /** What was typed, as a code writes it; signs that no code has stay where they are. */
  readonly code: string;
  readonly isWhole: boolean;
  /** The first sign that no code has, and what it may be instead. */
  readonly wrong: { readonly sign: string; readonly perhaps: readonly string[] } | null;
}

/** Read a code as it was typed, or an address with `?room=` that was pasted. */
export function readCode(typed: string): TypedCode {
  const pasted = /[?&]room=([^&#\s]+)/i.exec(typed)?.[1] ?? typed;
  const code = Array.from(pasted.normalize('NFKC').toUpperCase())
    .map((sign) => sameToTheEye[sign] ?? sign)
    .filter((sign) => /[\p{L}\p{N}]/u.test(sign))
    .slice(0, codeLength)
    .join('');
  const sign = Array.from(code).find((one) => !codeLetters.includes(one));
  return {
    code,
    isWhole: sign === undefined && code.length === codeLength,
    wrong: sign === undefined ? null : { sign, perhaps: perhaps[sign] ?? [] },
  };
}
