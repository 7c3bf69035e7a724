/** Makes the map's picture from a view: names in the reader's language, shares, violence, clocks, and what lies between capitals. */
import type { Deal } from '../../engine/deals/terms.ts';
import { pairPath } from '../../engine/layout.ts';
import type { MapPicture, PictureTie } from '../../map/picture.ts';
import { initialOf } from '../initial.ts';
import { segmentsOfClock, stepIn, wordFor } from './level.ts';
import type { Reader } from './reader.ts';
import { trendOf } from './watch.ts';

/** What a picture is made from. */
export interface Pictured extends Reader {
  readonly deals: readonly Deal[];
  /** What cells held before the quarter that was played last, by path; left out where nothing is compared. */
  readonly before?: ReadonlyMap<string, number>;
}

/** Make a picture of what a reader sees; nothing hidden from its seat is shown. */
export function pictureOf(reader: Pictured): MapPicture {
  const { tables, words, seat } = reader;
  const { scenario } = tables;
  const at = (path: string): number => reader.at(path);
  const ties = [...pactTies(reader.deals, reader), ...trustTies(reader)];
  return {
    governorates: scenario.governorates.map(({ id }) => ({
      id,
      name: words.say(`governorate-${id}`),
      shares: scenario.holders.map((holder) => ({
        holder,
        name: words.say(`holder-${holder}`),
        share: at(`control.${id}.${holder}`),
      })),
      tip: tellShares(id, reader),
    })),
    theatres: scenario.theatres.map(({ id, governorates }) => {
      const violence = at(`violence.${id}`);
      const word = wordFor(`violence.${id}`, violence, reader);
      const was = reader.before?.get(`violence.${id}`) ?? violence;
      const way = trendOf(`violence.${id}`, was, violence);
      return {
        id,
        name: words.say(`theatre-${id}`),
        governorates: [...governorates],
        violence,
        word: way === 'same' ? word : words.say('map-violence-moved', { word, way }),
        tip: words.say('map-text-violence', {
          word:
            way === 'same' ? word : words.say('map-text-moved', { word, trend: words.say(`trend-${way}`) }),
        }),
      };
    }),
    capitals: tables.capitals.map(({ id }) => ({
      id,
      name: words.say(`capital-${id}`),
      initial: initialOf(words.say(`capital-${id}`)),
      mine: id === seat,
      tip: tellTies(id, ties, reader),
    })),
    ties,
    clocks: scenario.clocks.map(({ id, theatre }) => ({
      id,
      name: words.say(`clock-${id}`),
      theatre,
      filled: at(`clock.${id}`),
      tip: words.say('map-text-clock', {
        filled: at(`clock.${id}`),
        of: segmentsOfClock,
        theatre: words.say(`theatre-${theatre}`),
      }),
    })),
    note: words.say('map-note'),
  };
}

/** Say who holds how much of a governorate, the greatest share first. */
function tellShares(id: string, reader: Reader): string {
  const { words, tables } = reader;
  const held = tables.scenario.holders
    .map((holder) => ({ holder, share: reader.at(`control.${id}.${holder}`) }))
    .filter(({ share }) => share > 0);
  held.sort((one, other) => other.share - one.share);
  return words.list(
    held.map(({ holder, share }) =>
      words.say('map-text-share', { holder: words.say(`holder-${holder}`), share: share / 100 }),
    ),
  );
}

/** Say what lies between a capital and the others; where nothing is drawn, which country it is. */
function tellTies(id: string, ties: readonly PictureTie[], { words }: Reader): string {
  const own = ties.filter(({ from, to }) => from === id || to === id);
  const lines = own.map(({ from, to, word }) =>
    words.say('map-tip-tie', { other: words.say(`capital-${from === id ? to : from}`), word }),
  );
  return [words.say(`capital-${id}.country`), ...lines].join(' · ');
}

/** A line for each pair of capitals in each pact in force that the seat knows of. */
function pactTies(deals: readonly Deal[], reader: Reader): PictureTie[] {
  const { words } = reader;
  const now = reader.at('round');
  return deals
    .filter(({ state, until }) => state === 'inForce' && until >= now)
    .flatMap(({ members, secret, leaked, until }) =>
      members.flatMap((from, index) =>
        members.slice(index + 1).map((to): PictureTie => ({
          from,
          to,
          kind: 'pact',
          secret: secret && !leaked,
          word: words.say('map-tie-pact', { rounds: until - now + 1 }),
        })),
      ),
    );
}

/** A line where trust is high or low; nothing is drawn in between. */
function trustTies(reader: Reader): PictureTie[] {
  return reader.tables.scenario.trust.flatMap(({ between: [from, to] }): PictureTie[] => {
    const path = `trust.${pairPath(from, to)}`;
    const trust = reader.at(path);
    const { step } = stepIn(path, trust);
    if (step === middle) return [];
    const word = wordFor(path, trust, reader);
    return [{ from, to, kind: step < middle ? 'tension' : 'partnership', secret: false, word }];
  });
}

/** The step of trust that is neither tension nor partnership. */
const middle = 2;
