/** `history`: plays what really happened and puts each level beside the record. The comparison itself is the engine's. */
import { playHistory } from '../engine/history.ts';
import { compareHistory, historyBars } from '../engine/historyTable.ts';
import type { ComparedIndicator, HistoryTable } from '../engine/historyTable.ts';
import { readArguments, WrongUse } from './command.ts';
import type { Command, Print } from './command.ts';
import { wholeScenario } from './scenarioFiles.ts';

export const histories: Command = {
  summary: 'play what really happened and compare it with the record',
  usage: [
    'history <scenario> [--json]',
    '',
    "Plays history.json at the links' middle strengths, without dice, with the events on record.",
    '  --json   print rows, bars and notes as JSON only',
    'The exit code is 1 where the model forbids something on record, or a bar is missed.',
  ].join('\n'),
  run(args, print) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } }, 1);
    const { tables, history } = wholeScenario(positionals[0]);
    if (history === null) throw new WrongUse(`The scenario '${positionals[0]}' has no history.json.`);
    const { positions, forbidden } = playHistory(tables, history);
    const table = compareHistory(history, positions);
    const { fitted, notes } = history;
    if (values.json) print(JSON.stringify({ forbidden, ...table, bars: historyBars, fitted, notes }));
    else {
      for (const { sentence } of forbidden) print(sentence);
      tell(table, history.rounds.length, print);
      tellNotes(
        'Fitted:',
        fitted.map(({ what, how }) => `${what}: ${how}`),
        print,
      );
      tellNotes('Notes:', notes, print);
    }
    return forbidden.length === 0 && table.holds.signs && table.holds.error ? 0 : 1;
  },
};

const columns = [
  ['level', 26],
  ['round', 7],
  ['since', 7],
  ['model', 9],
  ['record', 9],
  ['error', 9],
  ['moved', 8],
  ['recorded', 10],
] as const;

function tell(table: HistoryTable, rounds: number, print: Print): void {
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(columns[at]?.[1] ?? 0))
      .join('')
      .trimEnd();
  for (let round = 1; round <= rounds; round++) {
    const rows = table.rows.filter(({ indicator }) => indicator.round === round);
    if (rows.length === 0) continue;
    print('');
    print(`Round ${round}`);
    print(`  ${line(columns.map(([name]) => name))}`);
    for (const row of rows) print(`  ${line(cellsOf(row))}`);
  }
  print('');
  for (const { kind, count, signsRight, meanError } of table.kinds)
    print(
      `  ${kind.padEnd(10)} ${signsRight} of ${count} signs right${meanError === null ? '' : `, mean error ${points(meanError)}`}`,
    );
  const { rows, signsRight, signShare, valued, meanError, stillError, holds } = table;
  print('');
  print(
    `Signs right: ${signsRight} of ${rows.length}, ${points(signShare)} % (bar ${points(historyBars.signs)} %): ${holds.signs ? 'holds' : 'MISSED'}`,
  );
  print(
    `Mean error: ${points(meanError)} of 100 over ${valued} values (bar ${points(historyBars.error)}): ${holds.error ? 'holds' : 'MISSED'}`,
  );
  print(`If nothing had moved: ${points(stillError)} of 100.`);
}

function cellsOf({
  indicator,
  since,
  model,
  value,
  error,
  moved,
  recorded,
  signRight,
}: ComparedIndicator): string[] {
  return [
    indicator.level,
    String(indicator.round),
    since === 0 ? 'start' : String(since),
    points(model),
    value === null ? '' : points(value),
    error === null ? '' : `${error > 0 ? '+' : ''}${points(error)}`,
    moved,
    recorded,
    signRight ? '' : 'WRONG',
  ];
}

function tellNotes(title: string, notes: readonly string[], print: Print): void {
  if (notes.length === 0) return;
  print('');
  print(title);
  for (const note of notes) print(`  ${note}`);
}

/** Write hundredths as points of 100. */
function points(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}
