/** Lists the words that the map itself needs, so that whoever opens it can say them in the reader's language. */

const towns = [
  'damascus',
  'aleppo',
  'homs',
  'hama',
  'latakia',
  'raqqa',
  'deirEzZor',
  'idlib',
  'hasakah',
  'daraa',
  'tartus',
  'qamishli',
  'palmyra',
  'kobani',
  'manbij',
  'afrin',
  'alBab',
  'jarablus',
  'gaziantep',
  'beirut',
  'baghdad',
  'mosul',
  'ankara',
  'tehran',
] as const;
const lands = [
  'turkey',
  'iraq',
  'iran',
  'lebanon',
  'israel',
  'palestinianTerritories',
  'jordan',
  'cyprus',
  'egypt',
  'saudiArabia',
  'golan',
  'hatay',
] as const;
const waters = [
  'mediterranean',
  'blackSea',
  'caspianSea',
  'persianGulf',
  'euphrates',
  'tigris',
  'orontes',
] as const;
const own = [
  'legendTitle',
  'pact',
  'partnership',
  'tension',
  'secret',
  'violence',
  'clock',
  'disputed',
  'zoomIn',
  'zoomOut',
  'zoomHome',
] as const;

/** Say every name that the map may write, by id; `say` turns a words key into words. */
export function mapNames(say: (key: string) => string): Record<string, string> {
  const named = (ids: readonly string[], kind: string) => ids.map((id) => [id, say(`map-${kind}-${id}`)]);
  return Object.fromEntries([
    ...named(towns, 'town'),
    ...named(lands, 'land'),
    ...named(waters, 'water'),
    ...named(own, 'own'),
  ]) as Record<string, string>;
}
