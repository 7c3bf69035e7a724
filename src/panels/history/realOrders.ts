/** What is on record for a quarter, in the words of the game: the moves and answers that history is played with, and its events. */
import { nameOf } from '../reading/reader.ts';
import type { Reader } from '../reading/reader.ts';
import type { RealHistory } from './realHistory.ts';

export interface OnRecord {
  readonly text: string;
  readonly sources: readonly string[];
}

export interface RealRound {
  /** By capital: its answer, then its moves. */
  readonly orders: ReadonlyMap<string, readonly OnRecord[]>;
  readonly events: readonly OnRecord[];
}

/** Tell a quarter of the record. */
export function realRound(round: number, { history }: RealHistory, reader: Reader): RealRound {
  const { words, tables } = reader;
  const quarter = history.rounds.find((one) => one.round === round);
  const orders = new Map(
    tables.capitals.map(({ id, index }) => {
      const { answer, moves = [] } = quarter?.orders[id] ?? {};
      const decision = tables.decisions.find((one) => one.capital === index && one.round === round);
      const answered =
        answer && decision
          ? [
              {
                text: dated(
                  words.say('change-answer', {
                    who: nameOf(id, reader),
                    decision: words.say(`decision-${decision.id}`),
                    option: words.say(`option-${decision.id}-${answer.option}`),
                  }),
                  answer.date,
                  reader,
                ),
                sources: answer.sources,
              },
            ]
          : [];
      const made = moves.map(({ move, date, sources }) => ({
        text: dated(words.say(`move-${id}-${move}.order`), date, reader),
        sources,
      }));
      return [id, [...answered, ...made]] as const;
    }),
  );
  const events = history.events
    .filter((one) => one.round === round)
    .map(({ event, date, sources }) => ({ text: dated(words.say(`event-${event}`), date, reader), sources }));
  return { orders, events };
}

/** Put the day or the month after a sentence, where one is on record. */
function dated(text: string, date: string | undefined, { words }: Reader): string {
  if (date === undefined) return text;
  const key = date.length > 7 ? 'real-date' : 'real-month';
  const moment = Date.parse(`${date.length > 7 ? date : `${date}-15`}T10:30:00Z`);
  return words.say('beside-dated', { text, date: words.say(key, { date: moment }) });
}
