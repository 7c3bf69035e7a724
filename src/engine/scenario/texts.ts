/**
 * Which words a scenario needs: keys computed from its ids, a dot before an attribute. How words are worded, and in which
 * languages, is not looked at here; the host reads the files and hands over the keys it found.
 */
import { movesOf } from './known.ts';
import { nearest, problemAt, pathText } from './problems.ts';
import type { Path, Problem, Reporter } from './problems.ts';
import { runOnRounds } from '../position.ts';
import type { ScenarioShape } from './schema.ts';

/** One key of the words, and what in the scenario it words. */
interface TextKey {
  readonly key: string;
  readonly path: Path;
  /** True where the game can do without it. */
  readonly optional: boolean;
}

/** List all keys of a scenario's words. */
export function textsOf(scenario: ScenarioShape): TextKey[] {
  const texts: TextKey[] = [];
  /**
   * `attributes` after a key: those needed, and with a question mark behind those that may be left out. `plural` marks names
   * that take the plural ("the Kurdish-led forces refuse"), `in` what a place is called within a sentence, `value` how a level's number
   * is told.
   */
  const add = (path: Path, key: string, ...attributes: string[]): void => {
    texts.push({ key, path, optional: false });
    for (const attribute of attributes) {
      const optional = attribute.endsWith('?');
      texts.push({ key: `${key}.${optional ? attribute.slice(0, -1) : attribute}`, path, optional });
    }
  };
  for (const own of ['title', 'blurb', 'question', 'note', 'limits', 'contested']) add([], `scenario-${own}`);
  for (let round = 1; round <= scenario.rounds + runOnRounds; round++)
    add(['rounds'], `round-${round}`, 'news');

  scenario.capitals.forEach((capital, at) => {
    const { id } = capital;
    const path = ['capitals', at];
    add(path, `capital-${id}`, 'country', 'role', 'plain', 'brief', 'plural?');
    capital.aims.forEach((aim, place) => add([...path, 'aims', place], `aim-${id}-${aim.id}`, 'note'));
    capital.redLines.forEach((line, place) =>
      add([...path, 'redLines', place], `redline-${id}-${line.id}`, 'note?'),
    );
    capital.cards.forEach((card, place) => {
      add([...path, 'cards', place], `card-${id}-${card.id}`, 'note');
      add([...path, 'cards', place, 'redLine'], `redline-${id}-${card.redLine.id}`, 'note?');
    });
  });
  scenario.clients.forEach(({ id }, at) => add(['clients', at], `client-${id}`, 'note', 'plural?'));
  for (const owners of ['capitals', 'clients'] as const) {
    scenario[owners].forEach(({ id, machine }, at) => {
      const path = [owners, at, 'machine', 'states'];
      for (const [line, region] of Object.entries(machine.states)) {
        add([...path, line], `line-${id}-${line}`, 'note?');
        for (const stance of Object.keys(region.states))
          add(
            [...path, line, 'states', stance],
            `stance-${id}-${line}-${stance}`,
            owners === 'capitals' ? 'note' : 'note?',
          );
      }
      for (const { line, move, kind } of movesOf(machine)) {
        const note = owners === 'capitals' ? 'note' : 'note?';
        const more = kind === 'joint' ? ['failed'] : kind === 'unasked' ? ['sign'] : [];
        add([...path, line, 'meta', 'moves', move], `move-${id}-${move}`, 'order', note, ...more);
      }
    });
  }
  scenario.outsiders.forEach(({ id }, at) =>
    add(['outsiders', at], `outsider-${id}`, 'sign', 'acts', 'note?', 'plural?'),
  );
  scenario.issues.forEach(({ id, scale }, at) => {
    add(['issues', at], `issue-${id}`, 'note');
    scale.forEach((point, place) => add(['issues', at, 'scale', place], `point-${id}-${point.id}`));
  });
  scenario.levels.forEach(({ id }, at) => add(['levels', at], `level-${id}`, 'note', 'value?'));
  scenario.theatres.forEach(({ id }, at) => add(['theatres', at], `theatre-${id}`, 'note?', 'in?'));
  scenario.governorates.forEach(({ id }, at) => add(['governorates', at], `governorate-${id}`, 'note?'));
  scenario.holders.forEach((id, at) => add(['holders', at], `holder-${id}`, 'note?', 'plural?'));
  scenario.clocks.forEach(({ id }, at) => add(['clocks', at], `clock-${id}`, 'note', 'full'));
  scenario.links.forEach(({ id, dissent }, at) =>
    add(['links', at], `link-${id}`, ...(dissent ? ['dissent'] : [])),
  );
  scenario.events.forEach(({ id, cases }, at) => {
    add(['events', at], `event-${id}`, 'sign');
    cases.forEach((one, place) => add(['events', at, 'cases', place], `event-${id}-${one.id}`));
  });
  scenario.decisions.forEach(({ id, options }, at) => {
    add(['decisions', at], `decision-${id}`, 'situation');
    options.forEach((option, place) =>
      add(['decisions', at, 'options', place], `option-${id}-${option.id}`, 'note?'),
    );
  });
  scenario.channels.forEach(({ id }, at) => add(['channels', at], `channel-${id}`, 'note?'));
  for (const name of ['governs', 'north', 'outside'] as const)
    scenario.judgements[name].forEach(({ id }, at) =>
      add(['judgements', name, at], `judgement-${name}-${id}`),
    );
  scenario.endings.forEach(({ id }, at) => add(['endings', at], `ending-${id}`, 'text'));
  return texts;
}

/**
 * Compare a scenario's words with what it needs.
 * @param keys keys found in the English words, e.g. `move-iran-surge` and `move-iran-surge.order`
 * @param more keys that other files of the scenario may use
 * @returns problems of the words' file (keys for nothing); missing words are reported where the scenario needs them
 */
export function checkTexts(
  scenario: ScenarioShape,
  keys: ReadonlySet<string>,
  file: string,
  reporter: Reporter,
  more: readonly string[] = [],
): Problem[] {
  const texts = textsOf(scenario);
  const known = new Set([...texts.map(({ key }) => key), ...more]);
  const spare = [...keys].filter((key) => !known.has(key));
  const missing: string[] = [];
  for (const { key, path, optional } of texts) {
    if (optional || keys.has(key)) continue;
    missing.push(key);
    const near = nearest(key, spare);
    reporter.problems.push(
      problemAt(
        'scenario.json',
        pathText(path, scenario),
        'nothing in English',
        `the text ${key} in ${file}`,
        near,
      ),
    );
  }
  return spare.map((key) =>
    problemAt(
      file,
      key,
      'a text for nothing in the scenario',
      'a key made from its ids',
      nearest(key, missing),
    ),
  );
}
