/**
 * Reads a file's text as JSON and says where it breaks. The host's own parser words its errors differently in each browser,
 * lets doubled keys pass and takes any depth, so the text is walked here first; no meaning is looked at.
 */
import { pathText, problemAt, shown } from './problems.ts';
import type { Problem } from './problems.ts';

/** The largest file that is read, in characters. */
export const mostCharacters = 2_000_000;
/** How deep lists and objects may lie in one another. */
const deepest = 40;

const [quote, backslash] = [34, 92];

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Read JSON.
 * @param file name used in problems
 * @returns the data, or one problem (size, syntax, depth) or several (forbidden and doubled keys)
 */
export function readJson(
  file: string,
  text: string,
): { ok: true; data: unknown } | { ok: false; problems: Problem[] } {
  if (text.length > mostCharacters) {
    const found = `${megabytes(text.length)} of text`;
    return {
      ok: false,
      problems: [problemAt(file, '', found, `at most ${megabytes(mostCharacters)}`)],
    };
  }
  const walk = new Walk(file, text);
  walk.whole();
  if (walk.problems.length > 0) return { ok: false, problems: walk.problems };
  return { ok: true, data: JSON.parse(text) };
}

function megabytes(characters: number): string {
  return `${Math.ceil(characters / 100_000) / 10} MB`;
}

/** Thrown inside the walk at the first place that is not JSON; never leaves this file. */
class Broken extends Error {}

// Words and not # keep its parts private: builds for older browsers make a call of each #, and a walk goes through half a million.
class Walk {
  readonly problems: Problem[] = [];
  private readonly file: string;
  private readonly text: string;
  private readonly path: (string | number)[] = [];
  private at = 0;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  whole(): void {
    try {
      this.space();
      if (this.at >= this.text.length) this.broken('an empty file', 'JSON');
      this.value();
      this.space();
      if (this.at < this.text.length) this.broken(this.here(), 'the end of the file');
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
  }

  private value(): void {
    const letter = this.text[this.at];
    if (letter === '{') this.object();
    else if (letter === '[') this.list();
    else if (letter === '"') this.pass();
    else this.word();
  }

  private object(): void {
    this.enter();
    const keys = new Set<string>();
    this.members('}', () => {
      if (this.text[this.at] !== '"') this.broken(this.here(), 'a key in double quotes');
      const from = this.at;
      this.pass();
      const key = JSON.parse(this.text.slice(from, this.at)) as string;
      this.path.push(key);
      if (forbiddenKeys.has(key))
        this.report(`the key "${key}"`, 'a key that is not part of the language itself');
      else if (keys.has(key)) this.report('the same key twice in one object', 'each key once');
      keys.add(key);
      this.space();
      if (this.text[this.at] !== ':') this.broken(this.here(), 'a colon after the key');
      this.at++;
      this.space();
      this.value();
      this.path.pop();
    });
  }

  private list(): void {
    this.enter();
    let place = 0;
    this.members(']', () => {
      this.path.push(place++);
      this.value();
      this.path.pop();
    });
  }

  private enter(): void {
    this.at++;
    this.depth++;
    if (this.depth > deepest) {
      this.problems.push(
        problemAt(
          this.file,
          this.place(),
          `more than ${deepest} lists and objects inside one another`,
          `at most ${deepest}`,
        ),
      );
      throw new Broken();
    }
  }
  private depth = 0;

  private members(end: string, member: () => void): void {
    this.space();
    if (this.text[this.at] === end) {
      this.at++;
      this.depth--;
      return;
    }
    for (;;) {
      member();
      this.space();
      const letter = this.text[this.at];
      if (letter !== ',' && letter !== end) this.broken(this.here(), `a comma or "${end}"`);
      this.at++;
      if (letter === end) {
        this.depth--;
        return;
      }
      this.space();
      if (this.text[this.at] === end) this.broken(`"${end}" after a comma`, 'another entry, or no comma');
    }
  }

  /** Go past a text. */
  private pass(): void {
    this.at++;
    for (;;) {
      const letter = this.text.charCodeAt(this.at);
      if (Number.isNaN(letter)) this.broken(this.here(), 'a closing double quote');
      if (letter === quote) break;
      if (letter < 32) this.broken('a line break or tab inside a text', '\\n or \\t');
      if (letter === backslash) {
        const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(this.at + 1, this.at + 6));
        if (!escape) this.broken(this.here(), 'an escape that JSON knows');
        this.at += escape?.[0].length ?? 0;
      }
      this.at++;
    }
    this.at++;
  }

  /** A number, true, false or null. */
  private word(): void {
    const match = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(
      this.text.slice(this.at, this.at + 40),
    );
    if (!match) this.broken(this.here(), 'a value');
    this.at += match?.[0].length ?? 0;
  }

  private space(): void {
    for (;;) {
      const letter = this.text.charCodeAt(this.at);
      if (letter !== 32 && letter !== 10 && letter !== 13 && letter !== 9) return;
      this.at++;
    }
  }

  private here(): string {
    const letter = this.text[this.at];
    if (letter === undefined) return 'the end of the file, as if it were cut off';
    return letter === '\uFEFF' ? 'a byte order mark' : shown(letter);
  }

  private place(): string {
    const before = this.text.slice(0, this.at);
    const line = before.split('\n').length;
    return `line ${line}, column ${this.at - before.lastIndexOf('\n')}`;
  }

  private report(found: string, expected: string): void {
    this.problems.push(problemAt(this.file, pathText(this.path, null), found, expected));
  }

  private broken(found: string, expected: string): void {
    this.problems.push(problemAt(this.file, this.place(), found, expected));
    throw new Broken();
  }
}
