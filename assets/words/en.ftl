### Map

## Names written on the map

map-town-damascus = Damascus
map-town-aleppo = Aleppo
map-town-homs = Homs
map-town-hama = Hama
map-town-latakia = Latakia
map-town-raqqa = Raqqa
map-town-deirEzZor = Deir ez-Zor
map-town-idlib = Idlib
map-town-hasakah = Hasakah
map-town-daraa = Daraa
map-town-tartus = Tartus
map-town-qamishli = Qamishli
map-town-palmyra = Palmyra
map-town-kobani = Kobani
map-town-manbij = Manbij
map-town-afrin = Afrin
map-town-alBab = al-Bab
map-town-jarablus = Jarablus
map-town-gaziantep = Gaziantep
map-town-beirut = Beirut
map-town-baghdad = Baghdad
map-town-mosul = Mosul
map-land-turkey = Turkey
map-land-iraq = Iraq
map-land-iran = Iran
map-land-lebanon = Lebanon
map-land-israel = Israel
map-land-palestinianTerritories = Palestinian territories
map-land-jordan = Jordan
map-land-cyprus = Cyprus
map-land-egypt = Egypt
map-land-saudiArabia = Saudi Arabia
map-land-golan = Golan
map-land-hatay = Hatay
map-water-mediterranean = Mediterranean Sea
map-water-blackSea = Black Sea
map-water-caspianSea = Caspian Sea
map-water-persianGulf = Persian Gulf
map-water-euphrates = Euphrates
map-water-tigris = Tigris
map-water-orontes = Orontes

## The map's key and buttons

map-own-pact = Pact
map-own-partnership = Partnership
map-own-tension = Tension
map-own-secret = Secret: broken line
map-own-violence = Violence: more and wider rings
map-own-clock = Clock: segments filled
map-own-disputed = Disputed line
map-own-zoomIn = Zoom in
map-own-zoomOut = Zoom out
map-own-zoomHome = Show all of Syria
# How disputed lines are drawn; stands under the map and under its text.
map-note = Lines show who runs a place, not whose it is. Dotted lines are disputed: the Golan (Syrian by law, held by Israel since June 1967), Hatay (Turkish since 1939, Syrian on official Syrian maps), northern Cyprus, the West Bank and Gaza. Rivers and towns are schematic. Bands in a governorate show how much each side holds, not where.

## The map as text

map-text-theatres = Theatres of the war
# $word says how much, for instance "heavy"
map-text-violence = Violence: { $word }
map-text-clocks = Clocks
# $filled of $of segments of the clock are full; $theatre is where
map-text-clock = { $filled } of { $of } segments full, in { $theatre }
map-text-capitals = Capitals
map-text-mine = your capital
map-text-ties = Between the capitals
# $from and $to are capitals
map-text-pair = { $from } and { $to }
map-text-secret = secret
map-text-governorates = Who holds the governorates
map-text-governorate = Governorate
map-text-holders = Held by
# $holder is a party to the war, $share a percentage from 0 to 100
map-text-share = { $holder } { NUMBER($share, maximumFractionDigits: 1) } %
