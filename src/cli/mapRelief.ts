/** Mountains, and the ways that people and convoys take, set by hand and schematic, for the map. Rivers and towns stand in mapByHand.ts. */
import type { Place } from './mapByHand.ts';

/**
 * Crests of the mountains that a reader of a small map can see. `rise` is the height as a part of the highest, `width`
 * how far the slopes reach, in degrees.
 */
export const ridges: { id: string; rise: number; width: number; line: Place[] }[] = [
  {
    id: 'taurus',
    rise: 1,
    width: 0.42,
    line: [
      [29.5, 37],
      [31, 37.2],
      [32.5, 36.9],
      [33.5, 37],
      [34.6, 37.4],
      [35.3, 37.9],
      [36.2, 38.15],
      [37.3, 38],
      [38.4, 38.2],
      [39.6, 38.5],
      [41, 38.4],
      [42.5, 38.1],
      [43.8, 37.8],
      [44.5, 37.5],
    ],
  },
  {
    id: 'pontic',
    rise: 0.8,
    width: 0.4,
    line: [
      [31, 41],
      [33, 41.4],
      [35, 40.8],
      [37, 40.7],
      [39, 40.6],
      [41, 40.9],
    ],
  },
  {
    id: 'zagros',
    rise: 1,
    width: 0.5,
    line: [
      [44.6, 37.2],
      [45.4, 36.2],
      [46.1, 35.3],
      [46.8, 34.5],
      [47.9, 33.7],
      [49, 32.8],
      [50.2, 31.6],
      [51.5, 30.4],
    ],
  },
  {
    id: 'innerZagros',
    rise: 0.65,
    width: 0.38,
    line: [
      [46.2, 36.5],
      [47.5, 35],
      [48.8, 34],
      [50.2, 32.8],
    ],
  },
  {
    id: 'elburz',
    rise: 1,
    width: 0.3,
    line: [
      [48.9, 37.2],
      [50.2, 36.6],
      [51.6, 36],
      [53, 36.1],
    ],
  },
  {
    id: 'amanus',
    rise: 0.6,
    width: 0.13,
    line: [
      [36.02, 36.02],
      [36.2, 36.35],
      [36.45, 36.9],
      [36.6, 37.3],
    ],
  },
  {
    id: 'coastalRange',
    rise: 0.5,
    width: 0.14,
    line: [
      [36.15, 34.85],
      [36.2, 35.2],
      [36.2, 35.55],
      [36.1, 35.88],
    ],
  },
  {
    id: 'lebanon',
    rise: 0.9,
    width: 0.15,
    line: [
      [35.55, 33.45],
      [35.75, 33.85],
      [36.05, 34.3],
      [36.2, 34.5],
    ],
  },
  {
    id: 'antiLebanon',
    rise: 0.8,
    width: 0.14,
    line: [
      [35.78, 33.36],
      [35.97, 33.52],
      [36.3, 33.9],
      [36.6, 34.2],
      [36.8, 34.42],
    ],
  },
  {
    id: 'palmyrides',
    rise: 0.32,
    width: 0.16,
    line: [
      [36.9, 34],
      [37.6, 34.35],
      [38.3, 34.72],
    ],
  },
  {
    id: 'northernPalmyrides',
    rise: 0.26,
    width: 0.16,
    line: [
      [37.1, 34.55],
      [38, 34.95],
      [38.9, 35.25],
      [39.5, 35.42],
    ],
  },
  {
    id: 'druze',
    rise: 0.5,
    width: 0.2,
    line: [
      [36.62, 32.55],
      [36.75, 32.9],
    ],
  },
  {
    id: 'zawiya',
    rise: 0.22,
    width: 0.1,
    line: [
      [36.58, 35.6],
      [36.62, 36.05],
    ],
  },
  {
    id: 'abdAlAziz',
    rise: 0.24,
    width: 0.08,
    line: [
      [39.9, 36.45],
      [40.6, 36.4],
    ],
  },
  {
    id: 'sinjar',
    rise: 0.34,
    width: 0.08,
    line: [
      [41.4, 36.36],
      [42.2, 36.34],
    ],
  },
  {
    id: 'turAbdin',
    rise: 0.32,
    width: 0.22,
    line: [
      [40.9, 37.5],
      [42, 37.45],
    ],
  },
  {
    id: 'karacadag',
    rise: 0.4,
    width: 0.22,
    line: [
      [39.75, 37.6],
      [39.9, 37.8],
    ],
  },
  {
    id: 'troodos',
    rise: 0.6,
    width: 0.13,
    line: [
      [32.65, 34.93],
      [33.1, 34.9],
    ],
  },
  {
    id: 'kyrenia',
    rise: 0.28,
    width: 0.06,
    line: [
      [32.95, 35.3],
      [33.65, 35.36],
    ],
  },
  {
    id: 'judea',
    rise: 0.4,
    width: 0.13,
    line: [
      [35.1, 31.35],
      [35.2, 31.9],
      [35.25, 32.35],
    ],
  },
  {
    id: 'moab',
    rise: 0.5,
    width: 0.15,
    line: [
      [35.7, 30.6],
      [35.82, 31.5],
      [35.78, 32.4],
    ],
  },
  {
    id: 'sinai',
    rise: 0.8,
    width: 0.3,
    line: [
      [33.8, 28.9],
      [34.1, 28.3],
    ],
  },
  {
    id: 'hejaz',
    rise: 0.7,
    width: 0.4,
    line: [
      [35.4, 29.1],
      [36.5, 27.5],
      [38, 25.6],
    ],
  },
];

/**
 * What the map shows when a level with this id moves. Aid comes over the crossings named by Security Council resolution
 * 2165 (Bab al-Salam, Bab al-Hawa, al-Yarubiyah, al-Ramtha) and in convoys from Damascus; people leave for the four
 * neighbours that registered most of them. The ways are drawn for the eye: the model knows how many, not which way.
 */
export const flows: {
  id: string;
  kind: 'aid' | 'flight' | 'talks';
  ways?: Place[][];
  /** Capitals that meet, or between which it goes up or down. */
  among?: string[];
}[] = [
  {
    id: 'aid',
    kind: 'aid',
    ways: [
      [
        [37.08, 36.72],
        [37.16, 36.3],
      ],
      [
        [36.6, 36.3],
        [36.63, 35.95],
      ],
      [
        [42.1, 36.82],
        [41.2, 36.62],
      ],
      [
        [36.02, 32.5],
        [36.12, 32.8],
      ],
      [
        [36.32, 33.6],
        [36.55, 34.1],
        [36.7, 34.65],
      ],
    ],
  },
  {
    id: 'refugees',
    kind: 'flight',
    ways: [
      [
        [37.2, 36.3],
        [37.28, 36.62],
        [37.3, 37],
      ],
      [
        [36.55, 34.45],
        [36.2, 34.2],
        [35.95, 33.85],
      ],
      [
        [36.15, 32.8],
        [36.15, 32.5],
        [36.3, 32.2],
      ],
      [
        [41, 36.6],
        [41.8, 36.75],
        [42.7, 36.85],
      ],
    ],
  },
  {
    id: 'displaced',
    kind: 'flight',
    ways: [
      [
        [37.15, 36.1],
        [36.9, 36.2],
        [36.6, 36.15],
      ],
      [
        [40.1, 35.45],
        [40.2, 35.9],
        [40.6, 36.3],
      ],
      [
        [36.5, 33.65],
        [36.75, 34.1],
        [36.85, 34.6],
      ],
      [
        [36.6, 35.4],
        [36.2, 35.25],
        [35.95, 35.25],
      ],
    ],
  },
  { id: 'astana', kind: 'talks', among: ['russia', 'turkey', 'iran'] },
  { id: 'geneva', kind: 'talks', among: ['usa', 'russia'] },
  { id: 'trade', kind: 'talks', among: ['russia', 'turkey'] },
  { id: 'airspace', kind: 'talks', among: ['russia', 'turkey'] },
  { id: 'nuclearDeal', kind: 'talks', among: ['iran', 'usa'] },
];
