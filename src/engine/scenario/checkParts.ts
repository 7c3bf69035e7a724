/**
 * Checks the parts of a scenario against one another: ids that must exist, ids that must differ, shares that must add up.
 * Machines, guards, endings, sources and words have files of their own.
 */
import { pairPath } from '../layout.ts';
import { runOnRounds } from '../position.ts';
import type { Known } from './known.ts';
import { shown } from './problems.ts';
import type { Path, Reporter } from './problems.ts';
import type { ScenarioShape } from './schema.ts';

type Capital = ScenarioShape['capitals'][number];

/** Check everything that is neither machine, guard, ending, source nor word. */
export function checkParts(scenario: ScenarioShape, known: Known, reporter: Reporter): void {
  const is = (path: Path, id: string, among: Iterable<string>, what: string): void => {
    const ids = [...among];
    if (!ids.includes(id)) reporter.report(path, shown(id), what, id, ids);
  };
  const distinct = (path: Path, list: readonly { id: string }[]): void => {
    list.forEach(({ id }, at) => {
      if (list.findIndex((one) => one.id === id) < at)
        reporter.report([...path, at, 'id'], `${shown(id)} a second time`, 'each id once');
    });
  };
  const part = (path: Path, { level, from, to }: { level: string; from: number; to: number }): void => {
    is([...path, 'level'], level, known.readable, 'a level');
    if (from === to) reporter.report([...path, 'to'], `${to}, the same as from`, 'another value');
  };

  for (const list of [
    'outsiders',
    'issues',
    'levels',
    'theatres',
    'governorates',
    'clocks',
    'links',
    'events',
    'decisions',
    'channels',
    'endings',
  ] as const)
    distinct([list], scenario[list]);
  distinct(['capitals'], scenario.capitals);
  distinct(['clients'], scenario.clients);
  scenario.holders.forEach((holder, at) => {
    if (scenario.holders.indexOf(holder) < at)
      reporter.report(['holders', at], `${shown(holder)} a second time`, 'each id once');
  });
  scenario.clients.forEach(({ id }, at) => {
    if (known.capitals.has(id))
      reporter.report(['clients', at, 'id'], `${shown(id)}, a capital`, 'an id of its own');
  });

  scenario.shortGames.forEach((rounds, at) => {
    if (rounds >= scenario.rounds)
      reporter.report(['shortGames', at], shown(rounds), `fewer rounds than ${scenario.rounds}`);
  });
  scenario.capitals.forEach((capital, at) => checkCapital(capital, ['capitals', at]));
  checkTrust();
  scenario.clients.forEach((client, at) => {
    is(['clients', at, 'holder'], client.holder, known.holders, 'a holder');
    for (const id of Object.keys(client.reliance))
      is(['clients', at, 'reliance', id], id, known.capitals, 'a capital');
    for (const id of known.capitals) {
      if (client.reliance[id] === undefined)
        reporter.report(
          ['clients', at, 'reliance'],
          `nothing for ${shown(id)}`,
          'a number from 0 to 3 for each capital',
        );
    }
  });
  scenario.issues.forEach(({ scale }, at) => {
    distinct(['issues', at, 'scale'], scale);
    scale.forEach((point, place) => {
      const before = scale[place - 1]?.at;
      if (before !== undefined && point.at <= before)
        reporter.report(
          ['issues', at, 'scale', place, 'at'],
          shown(point.at),
          `more than ${before}, the point before`,
        );
    });
  });
  checkLand();
  scenario.clocks.forEach(({ theatre }, at) =>
    is(['clocks', at, 'theatre'], theatre, known.theatres, 'a theatre'),
  );
  checkLinks();
  checkEvents();
  checkDecisions();
  scenario.channels.forEach(({ from, to }, at) => {
    is(['channels', at, 'from'], from, known.capitals, 'a capital');
    is(['channels', at, 'to'], to, known.capitals, 'a capital');
    if (from === to)
      reporter.report(['channels', at, 'to'], `${shown(to)}, the giver itself`, 'another capital');
  });
  scenario.people.parts.forEach((one, at) => part(['people', 'parts', at], one));

  function checkCapital(capital: Capital, path: Path): void {
    distinct([...path, 'aims'], capital.aims);
    distinct([...path, 'cards'], capital.cards);
    distinct([...path, 'redLines'], capital.redLines);
    capital.cards.forEach(({ redLine, doubles }, at) => {
      is(
        [...path, 'cards', at, 'doubles'],
        doubles,
        capital.aims.map(({ id }) => id),
        `an aim of ${capital.id}`,
      );
      const others = [...capital.redLines, ...capital.cards.slice(0, at).map((card) => card.redLine)];
      if (others.some(({ id }) => id === redLine.id))
        reporter.report(
          [...path, 'cards', at, 'redLine', 'id'],
          `${shown(redLine.id)} a second time`,
          'each id once',
        );
    });
    capital.aims.forEach((aim, at) =>
      aim.parts.forEach((one, place) => part([...path, 'aims', at, 'parts', place], one)),
    );
    is(
      [...path, 'tiedLine'],
      capital.tiedLine,
      Object.keys(capital.machine.states),
      `a line of ${capital.id}`,
    );
    if (capital.redrawsAfter !== undefined)
      is([...path, 'redrawsAfter'], capital.redrawsAfter, known.events, 'an event');
  }

  function checkTrust(): void {
    const seen = new Set<string>();
    scenario.trust.forEach(({ between }, at) => {
      between.forEach((id, side) => is(['trust', at, 'between', side], id, known.capitals, 'a capital'));
      const pair = pairPath(...between);
      if (between[0] === between[1])
        reporter.report(['trust', at, 'between'], 'the same capital twice', 'two capitals');
      else if (seen.has(pair))
        reporter.report(
          ['trust', at, 'between'],
          `the pair ${between.join(' and ')} again`,
          'each pair once',
        );
      seen.add(pair);
    });
    const ids = [...known.capitals];
    ids.forEach((one, at) => {
      for (const other of ids.slice(at + 1)) {
        if (!seen.has(pairPath(one, other)))
          reporter.report(['trust'], `nothing between ${one} and ${other}`, 'an entry for each two capitals');
      }
    });
  }

  function checkLand(): void {
    const lies = new Map<string, string>();
    scenario.theatres.forEach(({ id, governorates }, at) =>
      governorates.forEach((governorate, place) => {
        const path = ['theatres', at, 'governorates', place];
        is(path, governorate, known.governorates, 'a governorate');
        const other = lies.get(governorate);
        if (other !== undefined)
          reporter.report(
            path,
            `${shown(governorate)}, which lies in ${other}`,
            'each governorate in one theatre',
          );
        lies.set(governorate, id);
      }),
    );
    scenario.governorates.forEach(({ id, control }, at) => {
      if (!lies.has(id))
        reporter.report(['governorates', at], 'a governorate in no theatre', 'one theatre that lists it');
      let sum = 0;
      for (const [holder, share] of Object.entries(control)) {
        is(['governorates', at, 'control', holder], holder, known.holders, 'a holder');
        sum += share;
      }
      if (sum !== 10000)
        reporter.report(['governorates', at, 'control'], `shares that add up to ${sum}`, '10000');
    });
  }

  function checkLinks(): void {
    const assumed = new Set(scenario.assumed?.map(({ what }) => what));
    scenario.links.forEach(({ id, from, to, strength }, at) => {
      const path = ['links', at];
      if ('level' in from) is([...path, 'from', 'level'], from.level, known.readable, 'a level');
      if ('stance' in from) {
        const { of, line, is: stance } = from.stance;
        const states = known.machines.get(of)?.states;
        const lines = Object.keys(states ?? {});
        if (!states) is([...path, 'from', 'stance', 'of'], of, known.machines.keys(), 'a capital or client');
        else if (!lines.includes(line))
          is([...path, 'from', 'stance', 'line'], line, lines, `a line of ${of}`);
        else
          is(
            [...path, 'from', 'stance', 'is'],
            stance,
            Object.keys(states[line]?.states ?? {}),
            `a stance of ${of}.${line}`,
          );
      }
      if ('level' in to) {
        const share = to.level.startsWith('control.');
        if (share || to.level === 'people')
          reporter.report(
            [...path, 'to', 'level'],
            shown(to.level),
            share ? 'a transfer: control, to and from' : 'a level; the ledger follows from its parts',
          );
        else is([...path, 'to', 'level'], to.level, known.levels, 'a level');
      } else {
        is([...path, 'to', 'control'], to.control, known.governorates, 'a governorate');
        is([...path, 'to', 'to'], to.to, known.holders, 'a holder');
        is([...path, 'to', 'from'], to.from, known.holders, 'a holder');
        if (to.to === to.from)
          reporter.report([...path, 'to', 'from'], `${shown(to.from)}, the one that gains`, 'another holder');
      }
      // A reader may assume that there is no such link; an author who thinks so leaves it out.
      if (strength === 0 && !assumed.has(`link.${id}`))
        reporter.report([...path, 'strength'], '0', 'a strength that moves something');
    });
  }

  function checkEvents(): void {
    const last = scenario.rounds + runOnRounds;
    scenario.events.forEach((event, at) => {
      const path = ['events', at];
      const [from, until] = event.rounds;
      if (from > until)
        reporter.report(
          [...path, 'rounds'],
          `${from} to ${until}`,
          'an earliest round that is not after the latest',
        );
      else if (until > last)
        reporter.report(
          [...path, 'rounds', 1],
          shown(until),
          `${last} at most, the last round that is played`,
        );
      if (event.theatre !== undefined) is([...path, 'theatre'], event.theatre, known.theatres, 'a theatre');
      distinct([...path, 'cases'], event.cases);
    });
  }

  function checkDecisions(): void {
    const always = new Map<string, string>();
    scenario.decisions.forEach((decision, at) => {
      const path = ['decisions', at];
      is([...path, 'capital'], decision.capital, known.capitals, 'a capital');
      if (decision.round > scenario.rounds)
        reporter.report([...path, 'round'], shown(decision.round), `${scenario.rounds} at most`);
      distinct([...path, 'options'], decision.options);
      is(
        [...path, 'silence'],
        decision.silence,
        decision.options.map(({ id }) => id),
        `an option of ${decision.id}`,
      );
      const silent = decision.options.findIndex(({ id }) => id === decision.silence);
      const option = decision.options[silent];
      if (option?.when !== undefined || (option?.cost ?? 0) > 0)
        reporter.report(
          [...path, 'options', silent],
          `a ${option?.when === undefined ? 'cost' : 'guard'} on the option that silence means`,
          'an option that is always open and free',
        );
      if (decision.when !== undefined) return;
      const key = `${decision.capital} in round ${decision.round}`;
      const other = always.get(key);
      if (other !== undefined)
        reporter.report(
          [...path, 'round'],
          `a second decision put to ${key}, beside ${other}`,
          'one at most without a guard',
        );
      always.set(key, decision.id);
    });
  }
}
