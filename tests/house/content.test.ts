/**
 * What texts may say: sober words, each side's names as that side's, offices instead of persons, equal care for each seat.
 * Whether a text is true is for readers; what a rule can hold is held here, each rule with its reason.
 */
import { describe, expect, it } from 'vitest';
import { Scenario } from '../../src/engine/scenario/schema.ts';
import type { ScenarioShape } from '../../src/engine/scenario/schema.ts';
import { filesBelow, read } from './files.ts';
import { ownVoice, sentencesOf, textsOf, wordsIn } from './textsSaid.ts';

const scenarios = filesBelow('assets/scenarios', 'scenario.json').map((file) => ({
  id: file.split('/')[2] ?? '',
  scenario: Scenario.parse(JSON.parse(read(file))),
  texts: textsOf(file.replace('scenario.json', 'words/en.ftl')),
}));
const everything = new Map([
  ...filesBelow('assets/words', 'en.ftl').flatMap((file) => [...textsOf(file)]),
  ...scenarios.flatMap(({ id, texts }) => [...texts].map(([key, text]) => [`${id} ${key}`, text] as const)),
]);

/** A way to say whose word it is. */
const whose =
  /\b(calls?|called|calling|count(s|ed)?|regards?|sa(ys?|id|ying)|speaks?|speaking|list(s|ed)?|treats?|reads?|recall|accuse(s|d)?|fear(s|ed)?|reject(s|ed)?|write)\b/i;

interface Rule {
  readonly words: RegExp;
  readonly why: string;
  /** True where the word may stand if the same sentence says whose it is; the names of contested words quote them. */
  readonly attributed?: boolean;
  /** Keys that may use it all the same; the reason stands in the rule's comment. */
  readonly except?: RegExp;
}

const rules: readonly Rule[] = [
  { words: /\bregimes?\b/i, why: 'names a government by the word of its opponents' },
  { words: /\bterroris(m|t|ts)\b/i, why: 'who is one is an issue of the game', attributed: true },
  { words: /\b(invad|invasion|aggress|occup(y|ation|ier))/i, why: 'takes a side', attributed: true },
  { words: /\bliberat/i, why: 'takes a side', attributed: true },
  // "Advisers or militias" explains why the word is not used.
  { words: /\bmilitias?\b/i, why: 'slights those it names: allied fighters', except: /contested-advisers/ },
  {
    words:
      /\b(puppets?|proxy|proxies|stooges?|henchm[ae]n|thugs?|fanatic\w*|rogue|warlords?|strongm[ae]n|mullahs?|ayatollahs?|sultan\w*|tsars?|dictator\w*|tyran\w*|evil|barbar\w*|savage\w*|butcher\w*|jihad\w*|infidels?|crusad\w*|hordes?|swarms?|floods? of|waves? of)\b/i,
    why: 'a caricature of people or states',
  },
  {
    words:
      /\b(slaughter\w*|massacr\w*|carnage|bloodbath|annihilat\w*|exterminat\w*|eliminat\w*|liquidat\w*|neutrali[sz]\w*|cleans\w*|mop(ping)? up|collateral|surgical|tortur(e|es|ed|ing)\b|starv\w*|gassed|gassing)/i,
    why: 'hides or relishes what is done to people',
  },
  { words: /\b(the|all|most) Kurds\b/i, why: 'a people is not a party: Kurdish-led forces, Kurdish parties' },
  {
    words: /\b(Sunnis?|Alawites?|Persians?|Ottomans?|Islamists?|Muslims?|Jews?|Christians?)\b/,
    why: 'no religion or past empire as a motive',
    // Why ISIS is not called a state is said with the words of those who object; a sea has its name in law.
    except: /contested-isisName|map-water-/,
  },
  {
    words:
      /\b(Putin|Lavrov|Erdo[gğ]an|Yıldırım|Yildirim|Davuto[gğ]lu|Obama|Trump|Clinton|Kerry|Tillerson|Khamenei|Rouhani|Zarif|Soleimani|Netanyahu)\b/,
    why: 'offices act in this game, not persons',
    // The record beside a game tells who signed what.
    except: / real-/,
  },
  {
    words:
      /\b(high ?scores?|scores?|bonus\w*|badges?|leaderboards?|rewards?|trophy|trophies|achievements?)\b/i,
    why: 'nothing is rewarded here',
  },
  { words: /\b(obviously|of course|naturally|so-called|needless|merely|ironically)\b/i, why: 'a wink' },
];

describe('Texts', () => {
  for (const { words, why, attributed, except } of rules)
    it(`do not use ${words.source.slice(0, 60)}: ${why}`, () => {
      const found = [...everything].flatMap(([key, text]) =>
        except?.test(key) || (attributed && / contested-\w+$/.test(key))
          ? []
          : sentencesOf(ownVoice(text))
              .filter((sentence) => words.test(sentence) && !(attributed && whose.test(sentence)))
              .map((sentence) => `${key}: ${sentence}`),
      );
      expect(found).toEqual([]);
    });

  it('of endings, judgements, aims and the debrief name no winner and no loser', () => {
    const results =
      /(^| )(ending-|judgement-|aim-|card-|debrief-|change-ending|change-aim|rule-(ending|judgement|aim))/;
    const found = [...everything].filter(
      ([key, text]) =>
        results.test(key) &&
        /\b(win(s|ner|ners|ning)?|won|victor(y|ies|ious)|triumph\w*|losers?|beaten|conquer\w*|checkmate)\b/i.test(
          text.replaceAll(/\b(nobody|none|no one) (has )?w[io]ns?\b/gi, ''),
        ),
    );
    expect(found).toEqual([]);
  });

  it('hold no numbers that data should fill in: years, and the names of papers, only', () => {
    const named = /\b(19|20)\d\d\b|Resolution 2254/g;
    const found = [...everything].filter(
      ([key, text]) => /^\S+ (?!real-)/.test(key) && /\d/.test(text.replaceAll(named, '')),
    );
    expect(found).toEqual([]);
  });
});

/** Most words by key. Before a first choice a player meets a briefing and a decision, no more. */
const most: readonly (readonly [RegExp, number])[] = [
  [/^capital-\w+\.brief$/, 90],
  [/^capital-\w+\.role$/, 100],
  [/^capital-\w+\.plain$/, 50],
  [/^decision-\w+\.situation$/, 60],
  [/^option-\w+-\w+$/, 12],
  [/^option-\w+-\w+\.note$/, 25],
  [/^move-\w+-\w+$/, 7],
  [/^move-\w+-\w+\.order$/, 10],
  [/^move-\w+-\w+\.note$/, 40],
  [/^stance-\w+-\w+-\w+$/, 4],
  [/^stance-\w+-\w+-\w+\.note$/, 25],
  [/^aim-\w+-\w+\.note$/, 32],
  [/^event-\w+-\w+$/, 50],
  [/^round-\d+\.news$/, 60],
  [/^link-\w+$/, 30],
  [/^scenario-(note|limits|contested)$/, 120],
  [/^(glossary|contested)-\w+\.note$/, 50],
  [/^ending-\w+\.text$/, 110],
];

describe.each(scenarios)('The words of $id', ({ scenario, texts }) => {
  it('are short enough', () => {
    const long = [...texts].flatMap(([key, text]) => {
      const [, limit] = most.find(([pattern]) => pattern.test(key)) ?? [];
      return limit !== undefined && wordsIn(text) > limit
        ? [`${key}: ${wordsIn(text)} words of ${limit}`]
        : [];
    });
    expect(long).toEqual([]);
  });

  it('give each ending sixty words or more, and no two endings the same opening', () => {
    const endings = scenario.endings.map(({ id }) => texts.get(`ending-${id}.text`) ?? '');
    expect(endings.filter((text) => wordsIn(text) < 60)).toEqual([]);
    const openings = endings.map((text) => text.split(/\s+/).slice(0, 6).join(' '));
    expect(new Set(openings).size).toBe(scenario.endings.length);
  });

  it('name moves in the imperative and tell orders in the present, by the capital that gives them', () => {
    const moves = scenario.capitals.flatMap(({ id, machine }) =>
      Object.values(machine.states).flatMap(({ meta, states }) =>
        [
          ...new Set([
            ...Object.keys(meta.moves),
            ...Object.values(states).flatMap(({ on }) => Object.keys(on ?? {})),
          ]),
        ].map((move) => ({
          key: `move-${id}-${move}`,
          who: texts.get(`capital-${id}`) ?? '',
        })),
      ),
    );
    expect(moves.length).toBeGreaterThan(80);
    const names = moves.map(({ key }) => texts.get(key) ?? key);
    expect(names.filter((name) => !/^[A-Z][a-z]*([^s]|ss)\b/.test(name) || /^\w+ing\b/.test(name))).toEqual(
      [],
    );
    expect(names.filter((name) => name.includes(':'))).toEqual([]);
    const orders = moves.map(({ key, who }) => ({ who, order: texts.get(`${key}.order`) ?? key }));
    expect(
      orders.filter(({ who, order }) => !new RegExp(`^${who} (goes|does|\\w+s)\\b.*\\.$`).test(order)),
    ).toEqual([]);
  });
});

/** Collect the sources that a part of a scenario cites. */
function citations(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(citations);
  if (data === null || typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'sources' ? (value as string[]) : citations(value),
  );
}

/** Everything that is written and cited for one seat. */
function careFor(id: string, scenario: ScenarioShape, texts: ReadonlyMap<string, string>) {
  const capital = scenario.capitals.find((one) => one.id === id);
  const decisions = scenario.decisions.filter((one) => one.capital === id);
  const own = new RegExp(
    `^(capital-${id}\\b|(line|stance|move|aim|redline|card)-${id}-|(decision|option)-(${decisions.map((one) => one.id).join('|')})\\b)`,
  );
  const cited = citations([capital, decisions]);
  return {
    words: [...texts].reduce((sum, [key, text]) => sum + (own.test(key) ? wordsIn(text) : 0), 0),
    'words of the role card': wordsIn(texts.get(`capital-${id}.role`) ?? ''),
    'words of the briefing': wordsIn(texts.get(`capital-${id}.brief`) ?? ''),
    citations: cited.length,
    sources: new Set(cited).size,
    aims: capital?.aims.length ?? 0,
    'red lines': capital?.redLines.length ?? 0,
    cards: capital?.cards.length ?? 0,
    decisions: decisions.length,
    options: decisions.reduce((sum, { options }) => sum + options.length, 0),
  };
}

describe.each(scenarios)('Care in $id', ({ scenario, texts }) => {
  it('is equal: each seat has words, sources, aims and decisions within a fifth of the average', () => {
    const seats = scenario.capitals.map(({ id }) => ({ id, care: careFor(id, scenario, texts) }));
    const uneven = seats.flatMap(({ id, care }) =>
      (Object.keys(care) as (keyof typeof care)[]).flatMap((kind) => {
        const mean = seats.reduce((sum, seat) => sum + seat.care[kind], 0) / seats.length;
        const off = Math.abs(care[kind] - mean) / mean;
        return off > 0.2 ? [`${id}: ${care[kind]} ${kind}, ${mean} on average`] : [];
      }),
    );
    expect(uneven).toEqual([]);
  });

  it('shows where options come from: each decision has one that the sources tell of', () => {
    const without = scenario.decisions.filter(
      ({ options }) => !options.some(({ seen, sources }) => seen && sources.length > 0),
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });

  it('marks options of our own: those that no source tells of say it, the others do not', () => {
    const wrong = scenario.decisions.flatMap(({ id, options }) =>
      options
        .filter(
          (option) =>
            (texts.get(`option-${id}-${option.id}.note`) ?? '').includes('Not found in the sources.') ===
            Boolean(option.seen),
        )
        .map((option) => `option-${id}-${option.id}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe.each(scenarios)('Aid in $id', ({ scenario, texts }) => {
  it('is never withheld by a choice: no move and no answer narrows it or is named so', () => {
    const choices = [
      ...scenario.capitals.map(({ machine }) => machine.states),
      ...scenario.decisions.map(({ options }) => options),
    ];
    const narrowing = firesOf(choices).filter(({ link, times = 1 }) => link === 'aidEnters' && times < 0);
    expect(narrowing).toEqual([]);
    const named = [...texts].filter(
      ([key, text]) =>
        /^(move-\w+-\w+(\.order)?|option-\w+-\w+)$/.test(key) &&
        sentencesOf(text).some(
          (sentence) =>
            /\b(aid|convoys?|relief|food|medic\w*|humanitarian|refugees?)\b/i.test(sentence) &&
            /\b(block|stop|cut|den(y|ies)|withhold|withdraw|close|ban|halt|delay|suspend|refuse|seize|restrict|expel|return|send back|tax)\w*\b/i.test(
              sentence,
            ),
        ),
    );
    expect(named.map(([key]) => key)).toEqual([]);
  });
});

interface Fired {
  link: string;
  times?: number;
}

/** Collect the impulses that a part of a scenario fires. */
function firesOf(data: unknown): Fired[] {
  if (Array.isArray(data)) return data.flatMap(firesOf);
  if (data === null || typeof data !== 'object') return [];
  const one = data as { type?: string; params?: Fired };
  return one.type === 'fire' && one.params ? [one.params] : Object.values(data).flatMap(firesOf);
}
