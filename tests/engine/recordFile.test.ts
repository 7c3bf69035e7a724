/** Records read from files: whatever comes in, it is a record or one sentence. */
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/engine/decide.ts';
import type { GameRecord } from '../../src/engine/record.ts';
import { readRecord, wrongScenario } from '../../src/engine/recordFile.ts';

const by = { seat: 'iran', round: 1 } as const;
const terms = [
  { capital: 'iran', kind: 'stance', line: 'ground', stance: 'advisers' },
  { capital: 'iran', kind: 'make', move: 'surge' },
  { capital: 'turkey', kind: 'forgo', move: 'operate' },
  { capital: 'turkey', kind: 'pass', channel: 'gasPrice', amount: 1 },
] as const;
/** One decision of each kind, each with all that it may hold. */
const decisions: Decision[] = [
  { ...by, kind: 'offer', offer: { to: ['turkey'], terms, from: 1, until: 2, secret: true, stake: 1 } },
  { ...by, kind: 'answer', offer: 65, answer: 'accept' },
  { ...by, kind: 'answer', offer: 65, answer: 'decline' },
  { ...by, kind: 'answer', offer: 65, answer: 'counter', terms: [terms[0]] },
  { ...by, kind: 'withdraw', offer: 65 },
  { ...by, kind: 'cable', pact: 65 },
  { ...by, kind: 'warn', if: { capital: 'turkey', move: 'operate' }, will: 'surge' },
  { ...by, kind: 'warn', if: { capital: 'turkey', line: 'ypg', stance: 'operation' }, will: 'surge' },
  {
    ...by,
    kind: 'lock',
    orders: {
      answer: 'refuse',
      moves: [{ move: 'surge' }, { move: 'pressHold', influence: 2 }],
      withhold: [65],
    },
  },
  { ...by, kind: 'debrief' },
];
const record: GameRecord = {
  format: 2,
  engine: '1.0.0',
  scenario: { id: 'tehran-2016', version: '0.1.0', digest: '0123456789abcdef' },
  seeds: { dice: '0123456789abcdef', doubt: 'fedcba9876543210' },
  options: { rounds: 8, moves: 3, layers: ['secrecy', 'leaks'] },
  seats: {
    iran: { plays: 'person' },
    usa: { plays: 'computer', policy: 'deep@1', temperament: 'patient-3' },
  },
  decisions,
  digests: ['0123456789abcdef'],
};

// oxlint-disable-next-line typescript/no-explicit-any -- a test breaks data on purpose, in ways no type allows
type Loose = any;

function refused(change: (loose: Loose) => void): { kind: string; sentence: string } | null {
  const loose: Loose = structuredClone(record);
  change(loose);
  const read = readRecord(JSON.stringify(loose), 'game.json');
  return read.ok ? null : read.problem;
}

describe('A record file', () => {
  it('with every kind of decision is read as it was written', () => {
    expect(readRecord(JSON.stringify(record))).toEqual({ ok: true, record });
  });

  it.each([
    ['', 'damaged', 'game.json, line 1, column 1: found an empty file, expected JSON.'],
    [
      JSON.stringify(record).slice(0, 100),
      'damaged',
      'game.json, line 1, column 101: found the end of the file, as if it were cut off, expected a closing double quote.',
    ],
    ['PK\u0003\u0004', 'damaged', 'game.json, line 1, column 1: found "P", expected a value.'],
    ['['.repeat(3_000_000), 'damaged', 'game.json: found 3 MB of text, expected at most 2 MB.'],
    [
      '['.repeat(1000),
      'damaged',
      'game.json, line 1, column 42: found more than 40 lists and objects inside one another, expected at most 40.',
    ],
    [
      '{"__proto__": {"format": 1}}',
      'damaged',
      'game.json, __proto__: found the key "__proto__", expected a key that is not part of the language itself.',
    ],
    ['{}', 'foreign', 'game.json: found an empty object, expected a record of a game.'],
    ['[1, 2]', 'foreign', 'game.json: found a list of 2, expected a record of a game.'],
    ['"hello"', 'foreign', 'game.json: found "hello", expected a record of a game.'],
    [
      '{"format": 1, "capitals": []}',
      'foreign',
      'game.json: found an object with format, capitals, expected a record of a game.',
    ],
  ])('that is none gets one sentence: %.30s', (text, kind, sentence) => {
    expect(readRecord(text, 'game.json')).toEqual({ ok: false, problem: { kind, sentence } });
  });

  it('of a newer version says so', () => {
    expect(refused((loose) => (loose.format = 3))).toEqual({
      kind: 'newer',
      sentence:
        'game.json, format: found format 3, made by a newer version of Red Lines, expected 2 at most.',
    });
  });

  it.each<[string, (loose: Loose) => void]>([
    [
      'decisions[2].answer: found "refuse", expected one of "accept", "decline", "counter"',
      (loose) => (loose.decisions[2].answer = 'refuse'),
    ],
    [
      'decisions[5].kind: found "cables", expected one of "offer", "answer", "withdraw", "cable", "warn", "lock", "debrief"; the nearest known is "cable"',
      (loose) => (loose.decisions[5].kind = 'cables'),
    ],
    [
      'decisions[8].orders.moves[1].influence: found 9, expected a whole number from 0 to 3',
      (loose) => (loose.decisions[8].orders.moves[1].influence = 9),
    ],
    [
      'decisions[8].orders.moves[0].move: found "<b>", expected an id',
      (loose) => (loose.decisions[8].orders.moves[0].move = '<b>'),
    ],
    [
      'decisions[0].offer.colour: found an unknown key, expected only to, terms, from, until, secret, stake',
      (loose) => (loose.decisions[0].offer.colour = 'red'),
    ],
    [
      'decisions[4].round: found 1.5, expected a whole number from 1 to 40',
      (loose) => (loose.decisions[4].round = 1.5),
    ],
    [
      'options.layers[0]: found "secrets", expected one of "secrecy", "leaks", "stakes", "warnings", "instructions"; the nearest known is "secrecy"',
      (loose) => (loose.options.layers[0] = 'secrets'),
    ],
    [
      'options.rounds: found 99, expected a whole number from 1 to 12',
      (loose) => (loose.options.rounds = 99),
    ],
    ['digests: found nothing, expected a list of at most 12', (loose) => delete loose.digests],
  ])('with something wrong in it says where: %s', (sentence, change) => {
    expect(refused(change)).toEqual({ kind: 'wrong', sentence: `game.json, ${sentence}.` });
  });

  it('of another scenario is told apart by its id', () => {
    expect(wrongScenario(record, 'tehran-2016')).toBeNull();
    expect(wrongScenario(record, 'other', 'game.json')).toEqual({
      kind: 'otherScenario',
      sentence: 'game.json, scenario.id: found a game of "tehran-2016", expected one of "other".',
    });
  });
});
