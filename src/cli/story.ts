/** Tells a game as lines of text: what was ordered, what clients and others did, what became of pacts, how it ended. */
import type { Change } from '../engine/changes.ts';
import { replies } from '../engine/clients/answer.ts';
import { verdicts } from '../engine/deals/terms.ts';
import { digest, phaseOf, roundOf } from '../engine/position.ts';
import type { Position } from '../engine/position.ts';
import type { Tables } from '../engine/tables.ts';
import { aimResults } from '../forecast/rollOut.ts';
import type { Titles } from './titles.ts';

/** Tell all rounds. */
export function storyOf(tables: Tables, changes: readonly Change[], titles: Titles): string[] {
  const lines: string[] = [];
  let round = 0;
  for (const change of changes) {
    const told = tell(tables, change, titles);
    if (told === null) continue;
    if (change.round !== round) {
      round = change.round;
      lines.push('', `${round}. ${titles(`round-${round}`)}`);
    }
    lines.push(`   ${told}`);
  }
  return lines;
}

/** Tell how it ended: ending, aims, people, digest. */
export function endOf(position: Position, titles: Titles): string[] {
  const { tables, cells } = position;
  const ending = endingOf(position);
  return [
    '',
    ending === null
      ? `Stands before round ${roundOf(position)}.`
      : `Ending: ${titles(`ending-${ending}`)} (${ending})`,
    `People: ${hundredths(cells[tables.at.people])} of 100`,
    ...aimResults(tables, cells).map(({ id, value }) => {
      const [capital = '', aim = ''] = id.split('.');
      return `  ${titles(`capital-${capital}`)}: ${titles(`aim-${capital}-${aim}`)} ${hundredths(value)}`;
    }),
    `Digest: ${digest(cells)}`,
  ];
}

/** Id of the ending, null where the game is not over. */
export function endingOf(position: Position): string | null {
  const { tables, cells } = position;
  if (phaseOf(position) !== 'over') return null;
  return tables.endings[(cells[tables.at.ending] ?? 0) - 1]?.id ?? null;
}

function tell(tables: Tables, { where, to, by }: Change, titles: Titles): string | null {
  const [kind = '', one = '', two = '', three = ''] = where.split('.');
  const capital = (id: string): string => titles(`capital-${id}`);
  switch (kind) {
    case 'made':
      return to === 0 ? null : titles(`move-${one}-${two}.order`);
    case 'tried':
      return titles(`move-${one}-${two}.failed`);
    case 'reply': {
      const said =
        to % 4 === replies.complies ? 'complies' : to % 4 === replies.drags ? 'drags its feet' : 'refuses';
      const client = tables.moves.find(({ reply }) => tables.layout.paths[reply] === where)?.press?.client;
      return `  ${titles(`client-${tables.clients[client ?? -1]?.id}`)}: ${said}`;
    }
    case 'answer': {
      const decision = tables.decisions.find(({ id }) => id === one);
      const option = decision?.options[to - 1]?.id;
      return `${capital(tables.capitals[decision?.capital ?? -1]?.id ?? '')}, ${titles(`decision-${one}`)}: ${titles(`option-${one}-${option}`)}`;
    }
    case 'event':
      return `Event: ${titles(`event-${one}`)}`;
    case 'acted':
      return `${titles(`outsider-${one}`)}: ${titles(`outsider-${one}.acts`)}`;
    case 'filled':
      return `Clock ${titles(`clock-${one}`)}: ${titles(`clock-${one}.full`)}`;
    case 'crossed':
      return to === 0 ? null : `${capital(one)}: a red line is crossed: ${titles(`redline-${one}-${two}`)}`;
    case 'deal':
      if (two === 'verdict' && by.kind === 'verdict' && to !== 0)
        return `Pact of ${capital(three)}: ${verdicts[to] ?? 'open'}`;
      return null;
    default:
      return null;
  }
}

function hundredths(value: number | undefined): string {
  return ((value ?? 0) / 100).toFixed(0);
}
