/** Makes the map's picture from a view: names in the reader's language, shares, violence, clocks, and what lies between capitals. */
import { dealsIn } from '../../engine/deals/terms.ts';
import type { Tables } from '../../engine/tables.ts';
import type { MapPicture, PictureTie } from '../../map/picture.ts';
import type { Words } from '../../words/words.ts';

/** Hundredths from one named step of violence to the next. */
const violenceStep = 2000;
const trustStep = 2000;
const steps = 5;

/** Words for steps of violence, lowest first. */
const violenceKeys = [
  'map-violence-calm',
  'map-violence-low',
  'map-violence-marked',
  'map-violence-heavy',
  'map-violence-severe',
] as const;

/**
 * Make a picture.
 * @param cells those of a seat's view: nothing hidden from the seat is shown
 */
export function pictureOf(tables: Tables, cells: Int32Array, seat: string, words: Words): MapPicture {
  const { scenario, layout } = tables;
  const at = (path: string): number => cells[layout.find(path)] ?? 0;
  return {
    governorates: scenario.governorates.map(({ id }) => ({
      id,
      name: words.say(`governorate-${id}`),
      shares: scenario.holders.map((holder) => ({
        holder,
        name: words.say(`holder-${holder}`),
        share: at(`control.${id}.${holder}`),
      })),
    })),
    theatres: scenario.theatres.map(({ id, governorates }) => {
      const violence = at(`violence.${id}`);
      return {
        id,
        name: words.say(`theatre-${id}`),
        governorates: [...governorates],
        violence,
        word: words.say(violenceKeys[stepOf(violence, violenceStep)] ?? violenceKeys[0]),
      };
    }),
    capitals: tables.capitals.map(({ id }) => ({ id, name: words.say(`capital-${id}`), mine: id === seat })),
    ties: [...pactTies(tables, cells, words), ...trustTies(tables, cells, words)],
    clocks: scenario.clocks.map(({ id, theatre }) => ({
      id,
      name: words.say(`clock-${id}`),
      theatre,
      filled: at(`clock.${id}`),
    })),
    note: words.say('map-note'),
  };
}

/** A line for each pair of capitals in each pact in force that the seat knows of. */
function pactTies(tables: Tables, cells: Int32Array, words: Words): PictureTie[] {
  const now = cells[tables.at.round] ?? 1;
  return dealsIn(tables, cells)
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
function trustTies(tables: Tables, cells: Int32Array, words: Words): PictureTie[] {
  return tables.pairs.flatMap(({ one, other, trust }): PictureTie[] => {
    const from = tables.capitals[one]?.id ?? '';
    const to = tables.capitals[other]?.id ?? '';
    const step = stepOf(cells[trust] ?? 0, trustStep);
    if (step === 2) return [];
    const key = (['map-tie-hostile', 'map-tie-wary', '', 'map-tie-close', 'map-tie-firm'] as const)[step];
    return [
      {
        from,
        to,
        kind: step < 2 ? 'tension' : 'partnership',
        secret: false,
        word: key ? words.say(key) : '',
      },
    ];
  });
}

function stepOf(value: number, size: number): number {
  return Math.min(steps - 1, Math.max(0, Math.floor(value / size)));
}
