/** Two made-up languages: one longer and accented, one that runs from right to left. Fluent calls these on every piece of text. */

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ö',
  p: 'þ',
  q: 'ǫ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ṽ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
};

/** Accent every letter, lengthen by about a third and put brackets around: text that lacks them is not in a text file. */
export function stretched(text: string): string {
  if (text.trim() === '') return text;
  const accented = text.replace(/[a-z]/g, (letter) => accents[letter] ?? letter);
  return `[${accented}${dots(Math.ceil(text.length / 3))}]`;
}

/** Dots in words of the length that long words really have, so that a line can still be broken. */
function dots(count: number): string {
  return '·'.repeat(count).replace(/·{12}(?=·)/g, '$& ');
}

/** Put brackets around and force the text to run from right to left. */
export function mirrored(text: string): string {
  return text.trim() === '' ? text : `[\u202e${text}\u202c]`;
}
