/** Builds the smallest pictures that map tests need, out of real governorates and made-up numbers. */
import type { MapPicture } from '../../src/map/picture.ts';

const governorates = [
  'aleppo',
  'idlib',
  'latakia',
  'tartus',
  'hama',
  'homs',
  'damascus',
  'damascusCountryside',
  'daraa',
  'quneitra',
  'suwayda',
  'raqqa',
  'deirEzZor',
  'hasakah',
];

/** Make a picture of all fourteen governorates, four capitals and one or two of everything else. */
export function aPicture(changed: Partial<MapPicture> = {}): MapPicture {
  return {
    governorates: governorates.map((id, index) => ({
      id,
      name: `name of ${id}`,
      tip: `who holds ${id}`,
      shares: [
        { holder: 'government', name: 'Government', share: 6000 + index * 100 },
        { holder: 'opposition', name: 'Opposition', share: 3000 - index * 100 },
        { holder: 'isis', name: 'ISIS', share: 1000 },
      ],
    })),
    theatres: [
      {
        id: 'north',
        name: 'The north',
        governorates: ['aleppo', 'idlib'],
        violence: 8000,
        word: 'heavy',
        tip: 'heavy',
      },
      {
        id: 'south',
        name: 'The south',
        governorates: ['daraa', 'suwayda'],
        violence: 1000,
        word: 'light',
        tip: 'light',
      },
    ],
    capitals: [
      { id: 'iran', name: 'Tehran', initial: 'T', tip: 'a capital', mine: true },
      { id: 'russia', name: 'Moscow', initial: 'M', tip: 'a capital', mine: false },
      { id: 'turkey', name: 'Ankara', initial: 'A', tip: 'a capital', mine: false },
      { id: 'usa', name: 'Washington', initial: 'W', tip: 'a capital', mine: false },
    ],
    ties: [
      { from: 'iran', to: 'russia', kind: 'partnership', secret: false, word: 'close' },
      { from: 'iran', to: 'turkey', kind: 'pact', secret: true, word: 'until spring' },
      { from: 'usa', to: 'iran', kind: 'tension', secret: false, word: 'wary' },
    ],
    clocks: [{ id: 'siege', name: 'Siege', theatre: 'north', filled: 2, tip: 'two of four' }],
    note: 'Dotted lines are disputed.',
    ...changed,
  };
}
