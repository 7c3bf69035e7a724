/** Checks what `history.json` names: capitals, options, moves, events and levels; and that what is dated lies in its round. */
import { mostEvents } from '../consequences/happenings.ts';
import type { HistoryShape } from './historySchema.ts';
import type { Known } from './known.ts';
import { movesOf } from './known.ts';
import { shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';

/** Months of a round. */
const monthsARound = 3;

/** Check a history against its scenario. */
export function checkHistory(
  history: HistoryShape,
  scenario: ScenarioShape,
  known: Known,
  reporter: Reporter,
): void {
  checkRounds();
  checkEvents();
  checkIndicators();

  function checkRounds(): void {
    history.rounds.forEach(({ round, orders }, at) => {
      if (round !== at + 1) reporter.report(['rounds', at, 'round'], String(round), String(at + 1));
      if (round > scenario.rounds)
        reporter.report(['rounds', at, 'round'], String(round), `at most ${scenario.rounds}`);
      for (const [capital, { answer, moves }] of Object.entries(orders)) {
        const path: Path = ['rounds', at, 'orders', capital];
        if (!known.capitals.has(capital)) {
          reporter.report(path, shown(capital), 'a capital', capital, known.capitals);
          continue;
        }
        if (answer) {
          checkAnswer(capital, round, answer.option, [...path, 'answer', 'option']);
          checkDate(answer, round, [...path, 'answer']);
        }
        moves.forEach((made, place) => {
          checkMove(capital, made, [...path, 'moves', place]);
          checkDate(made, round, [...path, 'moves', place]);
        });
      }
    });
  }

  function checkAnswer(capital: string, round: number, option: string, path: Path): void {
    const decisions = scenario.decisions.filter((one) => one.capital === capital && one.round === round);
    const options = decisions.flatMap((one) => one.options.map(({ id }) => id));
    if (decisions.length === 0)
      reporter.report(path, shown(option), `no answer, since ${capital} decides nothing in round ${round}`);
    else if (!options.includes(option))
      reporter.report(path, shown(option), `an option of ${decisions[0]?.id}`, option, options);
  }

  function checkMove(
    capital: string,
    { move, influence, reply }: { move: string; influence?: number | undefined; reply?: string | undefined },
    path: Path,
  ): void {
    const moves = movesOf(known.machines.get(capital));
    const found = moves.find((one) => one.move === move);
    if (!found) {
      const ids = moves.map((one) => one.move);
      reporter.report([...path, 'move'], shown(move), `a move of ${capital}`, move, ids);
      return;
    }
    if (found.kind === 'press' && influence === undefined)
      reporter.report([...path, 'influence'], 'nothing', 'what was pressed, 1 to 3');
    if (found.kind !== 'press' && influence !== undefined)
      reporter.report([...path, 'influence'], String(influence), 'nothing, since it is no press');
    if (found.kind !== 'press' && reply !== undefined)
      reporter.report([...path, 'reply'], shown(reply), 'nothing, since it is no press');
  }

  function checkEvents(): void {
    const happened = new Map<number, number>();
    history.events.forEach((one, at) => {
      const { event, round, note } = one;
      const path: Path = ['events', at];
      const found = scenario.events.find(({ id }) => id === event);
      if (!found) {
        reporter.report([...path, 'event'], shown(event), 'an event', event, known.events);
        return;
      }
      if (history.events.findIndex((other) => other.event === event) < at)
        reporter.report([...path, 'event'], `${shown(event)} a second time`, 'each event once');
      if (round === null) {
        if (note === undefined)
          reporter.report([...path, 'note'], 'nothing', 'the reason why history is played without it');
        return;
      }
      const [first, last] = found.rounds;
      if (round < first || round > last)
        reporter.report([...path, 'round'], String(round), `a round from ${first} to ${last}`);
      const sameRound = (happened.get(round) ?? 0) + 1;
      happened.set(round, sameRound);
      if (sameRound > mostEvents)
        reporter.report([...path, 'round'], `event ${sameRound} of round ${round}`, `at most ${mostEvents}`);
      checkDate(one, round, path);
    });
  }

  function checkIndicators(): void {
    history.indicators.forEach((one, at) => {
      const { id, level, round } = one;
      if (history.indicators.findIndex((other) => other.id === id) < at)
        reporter.report(['indicators', at, 'id'], `${shown(id)} a second time`, 'each id once');
      if (!known.readable.has(level))
        reporter.report(['indicators', at, 'level'], shown(level), 'a level', level, known.readable);
      if (round > history.rounds.length)
        reporter.report(
          ['indicators', at, 'round'],
          String(round),
          `one of the ${history.rounds.length} rounds`,
        );
      if ('since' in one && one.since >= round)
        reporter.report(['indicators', at, 'since'], String(one.since), `a round before ${round}`);
    });
  }

  /** What happened in another quarter than the one in which it is played needs a word why. */
  function checkDate(
    { date, note }: { date?: string | undefined; note?: string | undefined },
    round: number,
    path: Path,
  ): void {
    if (date === undefined || note !== undefined || roundOfDate(scenario, date) === round) return;
    reporter.report(
      [...path, 'date'],
      `${date}, which lies in round ${roundOfDate(scenario, date)}`,
      `a date in round ${round}, or a note that says why it is played there`,
    );
  }
}

/** Give the round in which a date lies; below 1 before the first. */
export function roundOfDate({ starts }: Pick<ScenarioShape, 'starts'>, date: string): number {
  const months = (Number(date.slice(0, 4)) - starts.year) * 12 + Number(date.slice(5, 7)) - starts.month;
  return Math.floor(months / monthsARound) + 1;
}
