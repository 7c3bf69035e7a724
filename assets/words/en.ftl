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
map-own-order = Order of a capital
map-own-client = Client acts or answers, with the ground it holds
map-own-table = Weighed among capitals; dots from who moved it
map-own-event = Event
map-own-alarm = Others grow uneasy, or calmer
map-own-met = Capitals meet, or draw apart
map-own-breach = Pact not kept
map-own-told = While a round is told
map-own-flight = People who flee (schematic)
map-own-aid = Aid convoys (schematic)
map-own-key = Key
map-own-places = Places on the map: arrow keys go from one to the next
map-own-asText = Show as text
# What lies between a capital and another, when one points at it.
map-tip-tie = { $other }: { $word }
map-own-zoomIn = Zoom in
map-own-zoomOut = Zoom out
map-own-zoomHome = Show all of Syria
# How disputed lines are drawn; stands under the map and under its text.
map-note = Lines show who runs a place, not whose it is. Dotted lines are disputed: the Golan (Syrian under United Nations resolutions, held by Israel since June 1967), Hatay (Turkish since 1939, Syrian on official Syrian maps), northern Cyprus, the West Bank and Gaza. Rivers, mountains, ways and towns are schematic; capitals stand in the frame with the bearing to them. Bands in a governorate show how much each side holds, not where.

## The map as text

map-text-theatres = Theatres of the war
# $word says how much, for instance "heavy"
map-text-violence = Violence: { $word }
# What stands in its place where it moved in the quarter before: said, and as a sign on the map
map-text-moved = { $word }, { $trend } since last quarter
map-violence-moved = { $word } { $way ->
    [up] ↑
    [slightlyUp] ↗
    [slightlyDown] ↘
   *[down] ↓
}
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

### In the game: watch, briefing, talks, orders

## Quarters, people and things

quarter = { DATETIME($first, month: "long") }–{ DATETIME($last, month: "long", year: "numeric") }
quarter-short = { DATETIME($first, month: "short") }–{ DATETIME($last, month: "short", year: "numeric") }
quarter-short-over-new-year = { DATETIME($first, month: "short", year: "numeric") } – { DATETIME($last, month: "short", year: "numeric") }
quarter-end = { DATETIME($date, month: "short", year: "numeric") }
quarter-over-new-year = { DATETIME($first, month: "long", year: "numeric") } – { DATETIME($last, month: "long", year: "numeric") }
us = us
nobody = nobody

## Names of what is counted

cell-people = People
cell-violence = Violence: { $theatre }
cell-control = { $holder }, share of { $governorate }
cell-clock = Clock: { $clock }
cell-trust = Trust between { $one } and { $other }
cell-pact = Open pacts between { $one } and { $other }
cell-outsider = Alarm: { $outsider }
cell-confidence = Confidence: { $client }
cell-reliance = { $client }: reliance on { $capital }
cell-home = Support at home: { $capital }
cell-influence = Influence: { $capital }
cell-frozen = Tied hands: { $capital }
cell-stance = { $owner }, line “{ $line }”
cell-round = Quarter

## What values mean

value-influence = { $amount ->
    [0] no influence
    [one] { $amount } influence
   *[other] { $amount } influence
}
value-share = { $share } %
value-clock = { $filled } of { $of }
value-level = { $value } of 100
value-word = { $word } ({ $value })
value-never = not yet
influence-step-0 = none
influence-step-1 = scarce
influence-step-2 = usual
influence-step-3 = ample
influence-step-4 = plenty
home-step-0 = failing
home-step-1 = restless
home-step-2 = divided
home-step-3 = steady
home-step-4 = firm
aim-step-0 = lost
aim-step-1 = slipping
aim-step-2 = open
aim-step-3 = largely reached
aim-step-4 = reached
trust-step-0 = broken
trust-step-1 = cold
trust-step-2 = wary
trust-step-3 = working
trust-step-4 = close
people-step-0 = catastrophe
people-step-1 = grave
people-step-2 = hard
people-step-3 = easing
people-step-4 = bearable
violence-step-0 = quiet
violence-step-1 = sporadic fighting
violence-step-2 = fighting
violence-step-3 = heavy fighting
violence-step-4 = all-out battle
alarm-step-0 = calm
alarm-step-1 = watchful
alarm-step-2 = uneasy
alarm-step-3 = alarmed
alarm-step-4 = about to act
confidence-step-0 = shaken
confidence-step-1 = unsure
confidence-step-2 = confident
confidence-step-3 = sure of itself
reliance-step-0 = none
reliance-step-1 = a little
reliance-step-2 = much
reliance-step-3 = wholly

## What a condition asks for

guard-or = { $one }, or { $other }
guard-levelAtLeast = { $what } at { $value } or more
    .not = { $what } below { $value }
guard-levelBelow = { $what } below { $value }
    .not = { $what } at { $value } or more
guard-stanceIs = { $who }’s line “{ $line }” at “{ $stance }”
    .not = { $who }’s line “{ $line }” anywhere but at “{ $stance }”
guard-pactInForce = an open pact between { $one } and { $other }
    .not = no open pact between { $one } and { $other }
guard-eventHappened = this to have happened: { $event }
    .not = this not to have happened: { $event }
guard-roundAtLeast = { $quarter } or later
    .not = a quarter before { $quarter }
guard-roundBefore = a quarter before { $quarter }
    .not = { $quarter } or later
guard-homeAtLeast = support at home in { $who } at “{ $word }” or better
    .not = support at home in { $who } below “{ $word }”
guard-trustAtLeast = trust between { $one } and { $other } at “{ $word }” or better
    .not = trust between { $one } and { $other } below “{ $word }”
guard-clockAtLeast = the clock “{ $clock }” at { $segments } or more
    .not = the clock “{ $clock }” below { $segments }
guard-confidenceAtLeast = { $who } at least “{ $word }”
    .not = { $who } less than “{ $word }”
guard-relianceAtLeast = { $who }’s reliance on { $capital } at “{ $word }” or more
    .not = { $who }’s reliance on { $capital } below “{ $word }”
guard-answered = the answer “{ $option }” to “{ $decision }”
    .not = another answer than “{ $option }” to “{ $decision }”
guard-hasMade = { $who } to have made the move “{ $move }”
    .not = { $who } not to have made the move “{ $move }”

## Why something cannot be done

why-guard = Needs { $needs }.
why-guard-now = Needs { $needs }. Now: { $now }.
why-notYourSeat = This is for another capital to decide.
why-other = This cannot be done now.
why-over = The game is over.
why-wrongRound = This belongs to another quarter; it is { $round } now.
why-noSuchCapital = Nobody can be found under that name.
why-talksClosed = Talks are closed: a capital has locked its orders.
why-locked = Your orders are locked.
why-tiedHands = Your hands are tied: with support at home so low, this line cannot be moved.
why-notFromHere = This does not follow from where the line stands.
why-once = This can be done only once, and it has been.
why-again = This can be done again { $rounds ->
    [one] next quarter
   *[other] in { $rounds } quarters
}.
why-tooManyMoves = { $most ->
    [one] One move
   *[other] { $most } moves
} a quarter, no more.
why-noSignBefore = No sign announced it the quarter before.
why-noSuchOption = That answer is not among the options.
why-noSuchMove = That move cannot be ordered here: { $move }.
why-oneALine = Only one move a line and quarter: { $move } stands in a line that is already ordered.
why-pressInfluence = A press takes { $least } to { $most } influence.
why-influence = Costs { $cost } influence together; you have { $influence }.
why-offersMade = You have made { $most } offers this quarter; that is all a quarter has room for.
why-offersOut = { $most } offers of yours are waiting for an answer; withdraw one first.
why-tableFull = The table is full; no further offer can be put on it.
why-noSuchOffer = That offer is no longer on the table.
why-alreadyAccepted = You have accepted this offer already.
why-counteredOnce = This offer has been countered once; now it can only be accepted or declined.
why-pactsFull = { $capital } is in { $most } pacts, and that is all a capital can be in.
why-pactsFull-ours = You are in { $most } pacts, and that is all a capital can be in.
why-pactsFull-unseen = This cannot be agreed now, for a reason that you may not know.
why-noCable = There is no cable to show for this pact.
why-layerOff = This game is played without { $layer }.
why-stakeAmount = A stake is up to two influence.
why-offerMembers = Choose at least one other capital.
why-offerRounds = A pact begins this quarter or later, and ends no earlier than it begins.
why-offerTooLong = A pact cannot bind beyond the last quarter of the game.
why-needsStake = With so little trust between you, nobody signs without a stake.
why-noTerms = An offer needs at least one promise.
why-tooManyTerms = At most { $most } promises for each capital.
why-sameTermTwice = The same promise stands there twice.
why-termOfStranger = { $capital } takes no part in this offer.
why-noSuchStance = That line cannot stand there.
why-noSuchChannel = No influence can be passed that way between these capitals.
why-passAmount = One or two influence can be passed.
why-calm = After climbing down you can warn again from { $round }.
why-oneWarning = One warning at a time; yours still stands.
why-alreadySo = That is how it stands already.
layer-secrecy = secret offers
layer-leaks = leaks
layer-stakes = stakes
layer-warnings = warnings
layer-instructions = instruction cards

## Watched things

watch-heading = What you watch
watch-influence = Influence
watch-home = Home
watch-trust = Trust: { $capital }
watch-people = People
watch-amount = { $amount }, { $word }
watch-red-lines = Red lines
watch-red-lines-hold = { $count ->
    [0] all hold
    [one] one crossed
   *[other] { $count } crossed
}
watch-label = { $name }: { $word }
watch-label-moved = { $told }, { $trend } since last quarter (before: { $before })
watch-trust-short = Trust
# On a small screen: the red line that is less than a step from being crossed
watch-near = Red line near: { $line }
watch-round = { $round } of { $rounds }
watch-offers = offers from { $capitals }
trend-up = up
trend-slightlyUp = slightly up
trend-same = unchanged
trend-slightlyDown = slightly down
trend-down = down

## Briefing

briefing-round = Quarter { $round } of { $rounds }
briefing-waiting = Waits for you
briefing-asked = A decision to take
briefing-offers = { $count ->
    [one] An offer to answer
   *[other] { $count } offers to answer
}
briefing-owed = { $count ->
    [one] A promise due this quarter
   *[other] { $count } promises due this quarter
}
briefing-signs = Signs of what may come
briefing-no-signs = Nothing is announced.
briefing-changed = What changed, and why
briefing-why = why?
briefing-aims = What you want
briefing-red-lines = Your red lines
briefing-crossed = Crossed in { $quarter }
# $held of $all conditions hold now; $takes says whether all must hold together or any one is enough
briefing-crossing = { $takes ->
    [any] What would cross it: any of { $all }, and none holds now
   *[all] { $all ->
        [one] What would cross it
       *[other] What would cross it: { $held } of { $all } hold now
    }
}
briefing-crossing-now = · now: { $now }
briefing-crossing-holds = holds now
briefing-card = Your instructions
briefing-card-doubles = Counts double: { $aim }
briefing-card-secret = Only you see this.
briefing-decision = Put to you this quarter
briefing-decision-orders = Answer it in Orders
briefing-decision-none = No decision is put to you this quarter.

## Talks

talks-heading = Talks
talks-closed = Talks are closed: a capital has locked its orders. What was agreed stands.
talks-offers-to-us = Offers to you
talks-offers-none = No offer waits for your answer.
talks-offers-ours = Your offers
talks-pacts = Pacts in force
talks-pacts-none = You are in no pact.
talks-ended = Ended lately
talks-others = Between others
talks-make = Make an offer
talks-accept = Accept
talks-decline = Decline
talks-counter = Answer with other terms
talks-withdraw = Withdraw
talks-said = { $capital }: { $reasons }
talks-said-accept = { $capital } accepts: { $reasons }.
talks-said-decline = { $capital } declines: { $reasons }.
talks-said-counter = { $capital } answers with other terms: { $reasons }.
talks-said-offer = { $capital } says why: { $reasons }.
talks-said-plain-accept = { $capital } accepts.
talks-said-plain-decline = { $capital } declines.
talks-said-plain-counter = { $capital } answers with other terms.
talks-offer-between = Offer of { $by } to { $to }
talks-pact-between = Pact of { $members }
talks-offer-ours = Our offer to { $to }
talks-counter-to-ours = { $by }’s other terms for our offer
talks-counter-ours = Our other terms for { $first }’s offer
talks-counter-between = { $by }’s other terms for { $first }’s offer
talks-terms-now = Now on the table
talks-terms-before = As it was offered first
talks-term-new = new
talks-term-gone = left out
talks-countered = The terms were changed once.
talks-leaked = It has leaked: everybody knows of it.
talks-cable = Show the cable
talks-cable-note = You tried, but trust is too low for all your partners to believe that you meant it. Showing the cable proves it and costs { $cost } influence.
talks-tried-note = What was done for it all could see. Whether it was meant is believed where trust is “{ trust-step-3 }” or better, or once the cable is shown; elsewhere it costs trust.
talks-done-accept = You have accepted: { $offer }. { $state }
talks-done-decline = You have declined: { $offer }.
talks-done-offer = Sent: { $offer }. { $state }
talks-done-withdraw = You have withdrawn: { $offer }.
talks-done-cable = You have shown the cable: { $offer }.
offer-ours = We offer { $to }:
offer-theirs = { $by } offers { $to }:
offer-one-quarter = This holds for { $quarter }.
offer-span = This holds from { $from } until { $until }.
offer-secret = It stays secret.
offer-stake = Whoever breaks it loses { $stake } influence to those it harms.
term-make = { $mine ->
    [yes] We make this move: { $move }.
   *[no] { $capital } makes this move: { $move }.
}
term-forgo = { $mine ->
    [yes] We do not make this move: { $move }.
   *[no] { $capital } does not make this move: { $move }.
}
term-stance = { $mine ->
    [yes] We hold our line “{ $line }” at “{ $stance }”.
   *[no] { $capital } holds its line “{ $line }” at “{ $stance }”.
}
term-pass = { $mine ->
    [yes] We pass { $amount } influence to { $to } by way of { $channel }.
   *[no] { $toUs ->
        [yes] { $capital } passes us { $amount } influence by way of { $channel }.
       *[no] { $capital } passes { $amount } influence to { $to } by way of { $channel }.
    }
}
term-standing-soIs = so it stands
term-now-closed = not open now
term-now-near = one move away
term-now-near-price = one move away, { $price }
term-now-far = more than one move away
term-standing-notYet = not yet
term-standing-done = done
term-standing-triedSo = tried, not delivered so far
term-standing-heldSo = held so far
term-standing-brokenNow = broken
deal-state-proposed = Waits for { $waiting }.
deal-state-countered = Other terms; waits for { $waiting }.
deal-state-inForce = In force.
deal-state-kept = Kept.
deal-state-breached = Breached.
deal-state-tried = Tried and not delivered.
deal-state-lapsed = Lapsed.
deal-state-declined = Declined.
deal-state-withdrawn = Withdrawn.
deal-state-expired = Nobody answered in time.
verdict-open = not judged yet
verdict-kept = kept, cheaply
verdict-delivered = had kept its side
verdict-keptAtCost = kept at a cost
verdict-breached = breached
verdict-triedSeen = tried, and believed
verdict-triedUnseen = tried, not believed by all
verdict-lapsed = released

## Offer builder

builder-heading = A new offer
builder-heading-counter = Other terms for { $by }
builder-received = What was offered
builder-back = Back to the talks
builder-to = We offer
builder-we = We will
builder-they = { $capital } will
builder-what-ours = What we promise
builder-what-theirs = What { $capital } promises
builder-kind-none = promise nothing
builder-kind-make = make this move:
builder-kind-forgo = not make this move:
builder-kind-stance = hold this line:
builder-kind-pass = pass influence:
builder-which = Which one
builder-not-open = { $move } (not open now)
builder-stance = { $line }: { $stance }
builder-stance-now = { $line }: { $stance } (now)
builder-amount = How much
builder-more = and also
builder-less = Take this promise away
builder-from = From
builder-until = Until
builder-secret = Keep it secret
builder-stake = Stake
builder-stake-none = no stake
builder-stake-some = { $stake } influence
builder-preview = What they will read
builder-preview-empty = Choose a partner and a promise.
builder-same = These are the terms that were offered: change one, or go back and accept them.
builder-send = Put it on the table
builder-send-counter = Send these terms

## Warnings

warnings-heading = Warnings
warnings-none = Nobody has warned anybody.
warnings-make = Give a warning
warnings-if = If
warnings-does = does this
warnings-kind-move = makes this move:
warnings-kind-stance = takes this line:
warnings-then = then we will
warnings-choose = choose …
warnings-blank = Choose what would call it, and what you would do.
warnings-send = Say it in public
warnings-note = A warning is public. If it comes true, what you announced costs one less next quarter; not doing it costs support at home.
warnings-called = It has come true.
warning-move = { $mine ->
    [yes] If { $other } makes the move “{ $move }”, we answer: { $will }.
   *[no] If { $usMeant ->
        [yes] we make
       *[no] { $other } makes
    } the move “{ $move }”, { $capital } answers: { $will }.
}
warning-stance = { $mine ->
    [yes] If { $other } takes its line “{ $line }” to “{ $stance }”, we answer: { $will }.
   *[no] If { $usMeant ->
        [yes] we take our
       *[no] { $other } takes its
    } line “{ $line }” to “{ $stance }”, { $capital } answers: { $will }.
}

## Orders

orders-heading = Orders
orders-influence = { $influence ->
    [0] No influence to spend
   *[other] { $influence } influence to spend
}
orders-moves = { $moves ->
    [one] One move
   *[other] Up to { $moves } moves
}
orders-decision = Put to you this quarter
orders-unanswered = Nothing chosen yet: silence would mean “{ $option }”.
orders-clear-answer = Say nothing
orders-hand = Fits the moment
orders-owed = What you promised
orders-owed-note = Pacts ask for these. The report tells whether they were kept.
orders-hand-note = Moves that fit now. All others stand below, by line.
orders-all = All moves, by line
orders-line-here = now: { $stance }
orders-cost = { $price ->
    [0] free
   *[other] { $price } influence
}
orders-free = Free this quarter: you trust each other enough.
orders-kind-step = moves the line
orders-kind-act = a single act
orders-kind-press = asks { $client }
orders-kind-joint = only together with { $partners }
orders-joins = { $partners } promised to do the same.
orders-joins-offered = Offered by { $partners }: answer in Talks.
orders-joins-not = Not promised by { $partners }: ask in Talks, or it may come to nothing.
orders-home = At home: support { $way ->
    [up] rises
   *[down] falls
} by about { $by }.
orders-leads = Line then stands at “{ $stance }”.
orders-upkeep = { $upkeep } influence a quarter while it lasts.
orders-press-with = Press with
orders-press-way = { $influence } influence: { $outlook }
outlook-likely = likely
outlook-open = open
outlook-unlikely = unlikely
orders-add = Order this
orders-instead = Order this instead of “{ $other }”
orders-added = Ordered
orders-remove = Take back
orders-remove-what = Take back: { $order }
orders-answer-line = On “{ $decision }”: { $option }.
orders-silence-line = On “{ $decision }”: silence, which means “{ $option }”.
order-with-influence = { $order } { $influence ->
    [one] With one influence.
    [2] With two influence.
    [3] With three influence.
   *[other] With { $influence } influence.
}
orders-draft-count = Your orders: { $moves } of { $most }
orders-draft-empty = No move ordered yet.
orders-left = { $left ->
    [0] All influence is used.
   *[other] { $left } influence is left.
}
orders-promised = Promised in a pact
orders-promise = { $amount } influence to { $to } by way of { $channel }
orders-withhold = Hold it back (breaks the pact)
orders-promise-short = Too little is left for what you promised: the pact would be broken.
orders-undo = Undo
orders-lock = Lock orders
orders-lock-question = Lock these orders?
orders-lock-left = { $left } influence is not used. At most { $carried } is carried into the next quarter.
orders-lock-left-last = { $left } influence is not used, and this is the last quarter.
orders-lock-anyway = Lock all the same
orders-lock-back = Go on drafting
orders-lock-silence = The decision put to you is not answered: silence means “{ $option }”.
orders-lock-breaks = You promised { $partners }: { $term } These orders would break that word.
orders-due = Promised to { $partners }
orders-forgone = You promised { $partners } not to
orders-lock-calls = These orders would call a warning. { $warning }
orders-lock-climbs = Your warning has come true; with these orders you climb down from it, which costs support at home. { $warning }
orders-warned = { $by } warned you against this. Its answer: { $will }
orders-announced = You warned that you would do this. It costs one less now; climbing down costs support at home.
orders-locked = Your orders are locked.
orders-waiting = Waiting for { $capitals }.
orders-over = No more orders are given: the game is over.
chart-here = You stand here
chart-way = { $move }: leads to “{ $stance }”.
chart-way-closed = { $move }: would lead to “{ $stance }”, but not now.
chart-way-elsewhere = From “{ $from }”: { $move } leads to “{ $stance }”.
chart-from-elsewhere = From elsewhere
chart-label = Stances of “{ $line }” and what leads from one to another

### Telling: reveal, report, why, debrief

## A change as a sentence

# An amount in the unit of what moved
amount-whole = { $amount }
amount-points = { NUMBER($points, minimumFractionDigits: 1, maximumFractionDigits: 1) }
amount-people = { $thousands } thousand
amount-up = +{ $amount }
amount-down = −{ $amount }
change-answer = { $who } answers “{ $decision }”: { $option }.
change-no-move = { $who } makes no move this quarter.
change-answer-price = { $who } spends { $much } influence on its answer.
change-price = { $who } spends { $much } influence: { $move }.
change-stance = { $who }, line “{ $line }”: from “{ $from }” to “{ $to }”.
change-press-complies = { $client } { $plural ->
    [yes] do
   *[no] does
} as { $who } asks.
change-press-drags = { $client } { $plural ->
    [yes] drag their feet.
   *[no] drags its feet.
}
change-press-refuses = { $client } { $plural ->
    [yes] refuse
   *[no] refuses
} { $who }.
change-reliance = Reliance of { $client } on { $who } – from { $from } to { $to } of 3.
change-offer = { $who } makes an offer.
change-counter = Other terms are put on the table. { $deal }
change-accept = { $who } accepts. { $deal }
change-inForce = A pact stands between { $members }. { $deal }
change-decline = An offer between { $members } is declined. { $deal }
change-withdraw = { $who } takes an offer back. { $deal }
change-expire = An offer between { $members } lapses unanswered. { $deal }
change-verdict-kept = Pact kept, between { $members }. { $deal }
change-verdict-breached = Pact broken, between { $members }. { $deal }
change-verdict-tried = Pact tried and not delivered, between { $members }. { $deal }
change-verdict-lapsed = Pact lapsed, between { $members }. { $deal }
change-side-kept = { $who } kept its side, cheaply.
change-side-delivered = { $who } had kept its side.
change-side-keptAtCost = { $who } kept its side, at a cost.
change-side-breached = { $who } broke its side.
change-side-triedSeen = { $who } tried and could not deliver; its partners believe that it tried.
change-side-triedUnseen = { $who } tried and could not deliver; not all of its partners believe that it tried.
change-side-lapsed = { $who } is released from its side.
deal-unseen = Its terms are not known to you.
members-unseen = capitals not known to you
change-leak = A secret leaks: the pact between { $members }. { $deal }
change-leak-home = { $what } – down { $by }, now { $to }: the leak contradicts what was said in public.
change-trust = { $what } – { $moved } { $by }, now { $to }, by the pact’s verdict.
change-owed = { $what } – { $moved } another { $by }, now { $to }: the broken pact still tells.
change-stake = { $who } loses { $much } influence that it had staked.
change-pass = { $who } passes { $much } influence, as promised.
change-cable = { $who } shows the cable: it did try.
change-cable-price = { $who } spends { $much } influence to show the cable.
change-cable-trust = { $what } – { $moved } { $by }, now { $to }: the cable was shown.
change-warning = { $who } warns. { $warning }
change-called = A warning comes due: what it spoke of has happened, and within a quarter it is carried out or climbed down from. { $warning }
change-warning-done = { $who } does what it warned of.
change-warning-early = { $who } has done what it warned of before it came due; the warning is spent.
change-warning-dropped = { $who } does not do what it warned of, and climbs down.
change-climbDown = { $what } – down { $by }, now { $to }: { $who } climbs down from its warning.
change-fallBack = { $who }, line “{ $line }”: back from “{ $from }” to “{ $to }”, since the pact was broken.
change-link = { $what } – { $moved } { $by }, now { $to }.
change-late = { $what } – { $moved } { $by }, now { $to }, as was set going earlier.
change-drift = { $what } – drifts back { $by }, now { $to }.
change-clamp = { $what } – can go no further: { $by } is cut off, at { $to }.
change-limit = { $what } – moves at most one step a quarter: { $by } is held back, at { $to }.
change-relief = { $what } – { $moved } { $by } after acting, now { $to }.
change-event = { $title } — { $text }
change-clock = Clock “{ $clock }” – { $from } to { $to } of { $of }.
change-clock-reset = Clock “{ $clock }” – set back to { $to } of { $of }.
change-redLine = A red line of { $who } is crossed: { $line }
change-redLine-home = { $what } – down { $by }, now { $to }: a red line was crossed.
change-pleased = { $what } – { $moved } by { $by }, now { $to }: { $way ->
    [up] an aim is largely reached.
   *[down] an aim is lost.
}
change-wearied = { $what } – down { $by }, now { $to }: a heavy line wears on.
change-tiedHands = { $who } has its hands tied: the line “{ $line }” cannot move.
change-untied = { $who } has its hands free again on “{ $line }”.
change-influence = { $who } has { $to } influence to spend: { $carried } carried over, { $income } a quarter{ $mood ->
    [0] {""}
    [1] , 1 more for support at home
   *[other] , 1 less for want of support at home
}{ $upkeep ->
    [0] {""}
   *[other] , { $upkeep } less for what it keeps up
}{ $gift ->
    [0] {""}
   *[other] , and { $gift } from others
}.
change-aim = Aim “{ $what }” – { $moved } { $by }, now { $to }.
change-card = { $who } draws an instruction card: { $card }.
change-ending = How it ended: { $ending }.
change-hidden = { $what } – { $moved } { $by }, now { $to }, for a reason that you may not know.
change-hidden-influence = Influence of { $who } moves by { $much }, for a reason that you may not know.

# The sum by which a client answers a press; 1 or more complies, 0 drags its feet
sum-press = Pressed { $influence } + reliance { $reliance } − confidence { $confidence } − size of the ask { $ask }{ $cover ->
    [0] {""}
   *[other] {" "}− cover by another patron { $cover }
} { $die ->
    [-1] − bad luck 1
    [1] + good luck 1
   *[other] + luck 0
} = { $sum }. { $short ->
    [0] 1 or more was needed.
    [one] { $short } more was needed.
   *[other] { $short } more were needed.
}

## Reveal

reveal-heading = What happened: { $quarter }
reveal-controls = Pace of the reveal
reveal-pause = Pause
reveal-play = Go on
reveal-next = Next line
reveal-skip = Show all lines
reveal-twice = Twice as fast
reveal-again = Play again
reveal-to-report = To the report
reveal-to-debrief = To the debrief
reveal-progress = { $at } of { $of }
reveal-runs-on = { $quarter }: no new orders; what was set going lands
# Captions of the sounds, for who cannot hear them.
sound-leaf = A leaf is turned
sound-seal = The seals are broken
sound-accord = A chord opens
sound-rift = Two notes rub and fall
sound-swell = A low note swells
sound-ease = A note lightens
sound-relief = Two warm notes
sound-tick = A knock on wood
sound-bell = A bell
sound-close = A wide, slow chord
story-talks = Talks
story-orders = Orders
story-clients = Clients answer
story-pacts = Pacts
story-consequences = Consequences
story-unasked = Unasked
story-events = Events
story-clocks = Clocks
story-standing = Support, trust and aims
story-people = People
story-signs = Signs of what may come
story-ending = How it ended
# Under a line that tells how a level moved: what pushed it hardest; $what may be a whole sentence
story-strongest = Strongest push, { $amount }: { $what }
# The same under an aim, which is made of parts; $moved tells how one of them moved
story-leading-part = Above all: { $moved }

## Report

report-heading = Report
report-heading-of = Report: { $quarter }
report-none = No quarter has been played yet.
report-pick = Quarter
report-short = In short
report-orders = Who did what
report-no-orders = Made no move.
report-said = Says: { $reasons }.
why-said = { $who } said for its orders of this quarter: { $reasons }. That is true, and not all of it.
report-pacts = Promised and delivered
report-no-pacts = No pact was judged this quarter.
report-happened = Clients, outsiders and events
report-mine = Your aims, home and trust
report-no-clocks = No clock moved.
report-moved = What moved most
levels-heading = Everything finer
levels-issues = Issues between the capitals
levels-people = Displacement
levels-violence = Violence
levels-levels = Agreements, trade and formats
levels-clients = Clients: confidence and reliance
levels-outsiders = Outsiders
levels-trust = Trust between capitals
levels-home = Support at home
levels-control = Who holds the governorates
levels-governorate = Governorate

## Debrief

debrief-not-a-prediction = This is one run of a simple model. It is not a prediction, it proves nobody right, and nobody has won.
debrief-contents = In this debrief
debrief-at = Step { $step } of { $of }: { $title }
debrief-minutes = { $minutes } min
debrief-total = { $minutes } minutes in all, as a suggestion. Steps may be left out or read in any order.
debrief-whole = All steps on one page
debrief-project = Fill the screen, for a wall
project-at = Step { $step } of { $of }
project-back = Back
project-next = Next
project-end = Leave the full screen
debrief-next = Next: { $title }
debrief-back = Back: { $title }
debrief-role = Step out of your role
    .lead = The game is over. Before it is judged, put the role down.
debrief-happened = What happened
    .lead = How it ended, where it turned, and every quarter retold, with what really happened in it beside it. Secrets are told now.
debrief-why = Why, at one turning point
    .lead = Pick one order. What led to it, and what came of it, can be followed step by step down to a source.
debrief-promises = Promises kept and broken
    .lead = Secret pacts are laid open. Those who would not deliver are kept apart from those who could not.
debrief-people = What it cost people
    .lead = From the beginning of the game to its end. This is counted first, and nobody could spend it.
debrief-record = What really happened
    .lead = The game was not meant to repeat the record. Compare: where do they part, and does that tell more about the choices or about the model?
debrief-limits = What the model leaves out
    .lead = A model is a set of assumptions. These are its limits, as its authors see them.
debrief-thesis = The question it started from
    .lead = What this one game says about it, and what it cannot say.
debrief-ticket = One trade-off and one doubt
    .lead = The last step: two sentences of your own.
role-was = You spoke for { $capital }.
role-out = From here on speak for yourself. Say “they” where you said “we”, and ask what they wanted before you ask whether it was right.
role-feel = What did you feel when the last quarter was told: relief, anger, doubt? At which moment most?
role-agree = What did you order for { $capital } that you would not have wanted yourself?
role-other = Of whom at the table do you think differently now than at the beginning?
timer-begin = Take the time: { $minutes } minutes
timer-left = { $minutes }:{ $seconds }
timer-over = Time is up
timer-more = One minute more
timer-stop = Stop the clock
why-turn-pick = Which order?
ticket-trade-off = One trade-off: what was gained in this game, at whose cost, and would you make it again?
ticket-doubt = One doubt: which assumption, source or result do you trust least, and what would settle it?
ticket-note = What you write stays on this page and goes into your own exports and prints. It is not kept and not sent.
debrief-aims = What became of the aims
debrief-aims-note = Half its average over the quarters, half its end. There is no total.
debrief-aim-parts = On average { $average }; at the end { $end }.
debrief-doubled = (counted double on the card)
debrief-card = Instruction card
debrief-crossed = Red line crossed in { $quarter }
debrief-no-pacts = No pact was made.
debrief-pact-secret = It was secret.
debrief-pact-leaked = It was secret and leaked.
debrief-pact-nothing = Promised nothing.
debrief-pact-span = { $from } to { $until }
delivery-caption = What became of each capital’s promises
delivery-capital = Capital
delivery-all = Pacts
delivery-of-kept = Delivered
delivery-of-wouldNot = Would not
delivery-of-couldNot = Could not
delivery-of-released = Released
delivery-open = Open:
delivery-kept = Delivered:
delivery-wouldNot = Would not:
delivery-couldNot = Could not:
delivery-released = Released:
delivery-lapsed = no longer bound
debrief-story = Quarter by quarter
debrief-ran-on = no new orders; what was set going landed
debrief-minds = What the computers really weighed
debrief-minds-note = At the table they gave some of their reasons. These are all of them, the strongest first.
minds-orders = Orders, { $quarter }
minds-answer = { $answer ->
    [accept] Accepted an offer
    [decline] Declined an offer
    [counter] Answered an offer with other terms
   *[offer] Made an offer
}, { $quarter } ({ $members })
minds-temperament = Temperament: { $temperament }
minds-nothing = Said nothing that can be shown.
debrief-contested = Contested words
debrief-strengths = Strengths drawn for this game
debrief-strengths-note = How strong each link is was drawn once, from the range that the authors’ confidence sets. Another game draws others.
debrief-export = Save the record of this game
debrief-print = Print
debrief-again = Play again
debrief-not-yet = The game is not over yet.
debrief-loading = Opening the debrief …
debrief-missing = The debrief could not be loaded. The game is kept: please check the connection and open it again.

## The game retold: each quarter in short, turning points, the record beside it, questions

# $cause is a whole sentence, $effects an enumeration; $quarter is when it was ordered
tale-cause = { $when ->
    [earlier] Still at work from { $quarter }: { $cause } It moved { $effects }.
   *[now] { $cause } It moved { $effects }.
}
tale-event = “{ $title }”.
tale-effect = { $what } ({ $way ->
    [up] up
   *[down] down
} { $by }; in the end: { $to })
tale-violence = fighting in { $theatre }
tale-control = the share of { $governorate } held by { $holder }
tale-trust = trust between { $one } and { $other }
tale-home = support at home in { $capital }
tale-level = “{ $what }”
tale-pact = { $outcome ->
    [kept] A pact between { $members } was kept.
    [tried] A pact between { $members } was tried and not delivered.
   *[breached] A pact between { $members } was broken.
}
tale-people = { $way ->
    [up] People’s lot eased by { $by }; it was { $to }.
   *[down] People’s lot worsened by { $by }; it was { $to }.
}
tale-quiet = Nothing that was done in this quarter moved much.
tale-game = In this game
tale-record = In the record
tale-record-none = The record beside this game says nothing of this quarter.
tale-open = Line by line
real-date = { DATETIME($date, day: "numeric", month: "long", year: "numeric") }
real-month = { DATETIME($date, month: "long", year: "numeric") }
debrief-turns = Turning points
debrief-turns-counted = The orders and answers without which most would have ended otherwise: the same dice and strengths, all others deciding as they did. Nobody reacts to what is missing; “What if?” lets them.
debrief-turns-counting = What would have been without each order is being worked out: { $percent } %. Until then, the orders of which most can be traced.
turn-counted = With it { $effects } than without it.
turn-counted-effect = { $what } ended { $by } { $way ->
    [up] higher
   *[down] lower
}
people-over-time = Over the quarters
replay-heading = The line of quarters
replay-turn = Turning point: { $text }
replay-quarter = Quarter shown
replay-play = Play
replay-stop = Stop
replay-map = Show the map
export-story = Save the story (Markdown)
export-decisions = Save the decisions (CSV)
export-everything = Save everything (JSON)
debrief-turns-note = The orders of which most came, by the size of the changes that can be traced back to them step by step. What two orders did together counts for the later one. It does not say what would have happened otherwise.
debrief-turns-fullest = Most moved in { $quarter }.
debrief-turns-none = No order of this game moved anything that could be traced.
turn-effect = { $what } ({ $way ->
    [up] up
   *[down] down
} { $by } in all)
turn-effects = It moved { $effects }.
debrief-questions = Three questions to think about
question-order = { $order } ({ $quarter }) Of all orders this one moved most. What did { $who } know then, and what would you have ordered in its place?
question-no-order = No order moved much in this game. What was everybody waiting for?
question-pact = { $outcome ->
    [kept] The pact between { $members } was kept. What held it: interest, trust, or the price of breaking it?
    [tried] The pact between { $members } was tried and not delivered ({ $quarter }): { $who } could not do what it had promised. Who could have known, and should it have been promised?
   *[breached] The pact between { $members } was broken by { $who } ({ $quarter }). What would have made it worth keeping?
}
question-no-pact = No pact was concluded. Which two capitals wanted something that the other could have given?
question-nobody = { $what } ({ $quarter }) No capital had ordered it. What made it weigh so much here, and who could have been readier for it?
question-people = How people fared was counted first and nobody could spend it. Who answers for it?

## What really happened: the record beside the game, the model's own errors, what came after

record-loading = Fetching the record …
record-missing = The record could not be fetched. Please check the connection and open this step again.
record-does-not-fit = The record that is here was written for another version of this scenario and cannot be put beside this game.
record-orders = Orders beside orders
record-orders-note = The record’s column holds what the model has a move for. It is this that the model plays further down.
record-levels = Levels beside the record
record-levels-note = All three on the same axes, from nothing to a hundred. Where the record only tells a direction an arrow stands at the foot.
record-backtest = How well does the model play history?
record-epilogue = How it went on
record-epilogue-note = Facts after the last quarter, up to December 2024. No game was played there and nothing is compared. Whether they follow from what went before is for you to argue.
beside-nothing = Nothing.
beside-not-played = This quarter was not played.
beside-dated = { $text } ({ $date })
track-game = This game
track-model = The model, playing history’s moves
track-record = On record
track-arrow = On record, a direction only
track-quarter = Quarter
track-start = the start
track-none = –
track-direction = { $way ->
    [up] rose since { $since }
    [down] fell since { $since }
   *[same] as at { $since }
}
tracks-people = People
tracks-land = Who holds what
tracks-fighting = Fighting
tracks-trust = Trust
tracks-questions = Questions between the capitals
tracks-ties = Tables, treaties and trade
tracks-count = { $count ->
    [one] { $count } level
   *[other] { $count } levels
}
chart-as-table = As a table
backtest-lead = When the model plays what the four capitals really did, it moves { $right } of { $of } indicators in the direction of the record: { $share } of a hundred. Its authors asked for { $bar }.
backtest-error = Where the record gives a value, the model is { $error } points of a hundred off on average, over { $values } values; at most { $bar } were asked for. A model in which nothing ever moves would be { $still } off.
backtest-how = Links are taken at their middle strength, nothing is left to dice, and events happen when they did. { $wrong ->
    [0] No direction comes out wrong.
    [one] One direction comes out wrong; it stands first below.
   *[other] { $wrong } directions come out wrong; they stand first below.
} Small errors on record do not make a model right: some of it was fitted to this very record, and the list of what was fitted stands below.
backtest-kinds = By kind of level
backtest-kind = { $kind }: { $right } of { $of } directions right, { $error } points off on average
backtest-kind-signs = { $kind }: { $right } of { $of } directions right
kind-control = Shares of land
kind-level = People, aid, treaties and trade
kind-violence = Fighting
kind-trust = Trust
kind-issue = Questions between the capitals
backtest-rows = Indicator by indicator
backtest-order = In order of
backtest-order-error = error, the worst first
backtest-order-time = time
backtest-row = Record: { $real }. Model: { $model }. { $sign ->
    [right] Direction right.
   *[wrong] Direction wrong.
}
backtest-row-error = { $error } points too { $way ->
    [high] high.
   *[low] low.
}
backtest-read = Read off the record so: { $note }
backtest-fitted = What was fitted
backtest-fitted-note = Changed in the scenario so that history can be played and comes out near the record; strengths stayed within their ranges.
fitted-move = { $who }: { $move }
backtest-notes = What a reader should know
backtest-forbidden = On record, but not possible in the model
backtest-forbidden-none = Nothing: all that is listed as history can be played.
backtest-forbidden-one = { $quarter }, { $what }: { $why }

## The question of the scenario: the vote, the ledger of one game, scales and beliefs

vote-before = Before you play: one tap, or none
vote-after = After this game, what would you say?
vote-unsure = Cannot be said
vote-note = Your vote stays on this device. It has no influence on the game.
vote-same = You said the same before the game: “{ $now }”. What would have changed your mind?
vote-changed = Before the game you said “{ $before }”, now “{ $now }”. What changed your mind: what somebody did, or what you learnt?
vote-no-before = You did not vote before the game.
thesis-none = This scenario starts from no question.
thesis-ledger = Ledger of delivery: { $capital } and its partners in this game
thesis-ledger-note = Terms of pacts and joint moves, counted. What was not delivered either would not be (its giver could have) or could not (tried, but a client or another capital was not moved, or hands were tied). The price is what { $capital } delivered in the same pacts.
thesis-ledger-empty = No pact between { $capital } and either partner came due in this game.
thesis-with = With { $partner }
ledger-promised = The partner promised
ledger-delivered = delivered
ledger-would-not = would not
ledger-could-not = could not
ledger-given = Price: { $capital } delivered in return
ledger-given-dear = of these, at a cost
ledger-broke-own = { $capital } broke
ledger-received-dear = The partner delivered at a cost to itself
ledger-help = of these, while support was low there: help when it hurt
ledger-joint = Joint moves that came about
ledger-count = { $count }
thesis-leaning = Measured by what was costly – terms given and received at a cost, joint moves, help when it hurt – { $capital } had { $firstDepth } such dealings with { $first } and { $secondDepth } with { $second }. { $way ->
    [first] It leaned to { $first }.
    [second] It leaned to { $second }.
   *[neither] It leaned to neither more than to the other.
}
thesis-scales = Four scales, not added up
thesis-scales-note = The ring is where each stood at the beginning, the square where it ended. How much each should count is for you to say.
thesis-scale = From { $start } to { $end }.
thesis-hinges = Beliefs on which the answer hinges
thesis-hinges-note = Each is argued for and against. Which of them did this game bear out, and would another game?
thesis-for = For.
thesis-against = Against.
thesis-horizons = Two horizons
thesis-game-horizon = The game looks as far as the middle of 2018. What stands below is fact, and later.

## Why

why-heading = Why?
why-close = Close
why-not-a-prediction = This shows what the game’s rules made of it. It is not a prediction and no proof.
why-open = Why?
why-open-what = Why? { $what }
why-none = Nothing that you can see led to this.
why-deeper = What led to it
why-rule = Rule
why-strength = Strength
why-source-line = { $publisher }, { $date };
why-source-view = Speaks for: { $view }.
why-source-of = of { $title }
why-sources-count = { $count ->
    [one] One source
   *[other] { $count } sources
}
why-source-link = page { $number }
why-confidence-high = sure
why-confidence-medium = fairly sure
why-confidence-low = unsure
why-confidence = How sure the authors are: { $confidence }.
why-reading = The authors’ own reading of the sources.
why-dissent = Others see it differently
why-no-source = A rule of the game itself.
source-verified = verified
source-partly = partly verified
source-unverified = not verified
why-save = Save this as text
# What each single cause was worth; $what names what was asked about, $amount is a signed amount or a name
worth-heading = What each cause was worth
worth-heading-of-it = What came of it
worth-note = Counted one by one: the same game again without that one thing, with the same dice and strengths. Everybody decides as they did and nobody reacts. How they would have reacted is what “What if?” plays.
worth-note-rough = Counted one by one: the same game again without that one thing, and nobody reacts. As long as the game goes on, each link counts with the middle of its range, so that this is only about right; the debrief counts exactly.
worth-caption = What “{ $what }” owes to each single cause
worth-share = Worth
worth-otherwise = Without it
worth-cause = Cause
worth-start = Where it stood when the game began.
worth-course = What the rest would have made of it by itself, every link in the middle of its range: lines kept, what clients answer, drift.
worth-together = What the causes made together, or undid between them, beyond what each was worth alone.
worth-value = { $what }, as it came out.
worth-none = No single order, answer, pact, event, act or drawn strength moved “{ $what }”: without any one of them it would have stood the same.
worth-effect = Ended at { $played }; without it, { $without }.
worth-effect-note = The square is where it ended, the ring where it would have ended without it.
worth-nothing = Without it, everything would have ended the same.
worth-all = Show all { $count }, and the sum
worth-fewer = Show fewer
worth-skipped = { $count ->
    [one] Without it one more thing was no longer possible
   *[other] Without it { $count } more things were no longer possible
}
worth-counting = The game is played again without each of its causes: { $done } in 100 done.
worth-counted = Counted by { $replays } replays in { NUMBER($seconds, minimumFractionDigits: 1, maximumFractionDigits: 1) } seconds.
worth-later = What each cause was worth is counted in the debrief: counted now, it would tell what is secret.
worth-failed = Today’s rules play this game otherwise than it was played, so that nothing can be counted.
worth-here = { $rough ->
    [yes] Worth about { $amount } here.
   *[no] Worth { $amount } here.
}
worth-here-otherwise = Without it: { $amount }
judgement-of-governs = Who governs, and how
judgement-of-north = The north
judgement-of-outside = Outside forces
factor-warning = { $who } warns.
factor-die = The luck of the die when { $who } asked: { $move }
factor-pact = The pact between { $members } comes about. { $deal }
# A link's drawn strength beside the middle of its range, in hundredths or points
factor-strength = The strength drawn for this game, { NUMBER($drawn, maximumFractionDigits: 2) } and not { NUMBER($middle, maximumFractionDigits: 2) }: { $link }
factor-always = all along
factor-leak = The secret pact between { $members } comes out. { $deal }
skipped-move = { $who }: { $move } ({ $quarter })
skipped-choice = { $who }: its answer to what was put to it ({ $quarter })
skipped-offer = { $who }: an offer between { $members } ({ $quarter }). { $deal }
skipped-answer = { $who }: its answer to the offer between { $members } ({ $quarter }). { $deal }
skipped-withdraw = { $who }: taking back an offer between { $members } ({ $quarter })
skipped-cable = { $who }: showing the cable on the pact between { $members } ({ $quarter })
skipped-warn = { $who }: its warning ({ $quarter })
skipped-other = { $who }: a part of its orders ({ $quarter })
cause-level = { $what }: { $value } in { $quarter }
cause-start = { $what }: { $value } when the game began
cause-hidden = A reason that you may not know.
cause-absent = Not ordered by { $who }.
cause-open = It could be ordered since this held: { $guard }.
cause-unasked = It acts so by itself when this holds: { $guard }.
cause-case = It came in this form since: { $guard }.
cause-chance = Its chance that quarter was { $chance } in 100.
cause-clock = { $way ->
    [up] It advances by { $by } while: { $guard }.
   *[down] It falls back by { $by } while: { $guard }.
}
# A part of an aim: what it is, how it stands, its weight, where it counts from and to, what it makes of the whole
cause-part = { $what }, a weight of { $weight } in 100: { $value }. Counted from { $none } to { $all }, that is { $reached } in 100 of the way and makes { NUMBER($makes, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 100.
cause-step = Its parts come to { NUMBER($reached, minimumFractionDigits: 1, maximumFractionDigits: 1) } of 100; it moves at most one step a quarter.
cause-judgement = So judged since: { $guard }.
share = { $amount }: { $what }
share-late = { $amount }, set going earlier: { $what }
pusher-stance = { $who }, line “{ $line }”, stands at “{ $stance }”
pusher-level = { $what } stood at { $value }
pusher-change = { $what }
pusher-drift = drifts back to where it usually stands
pusher-clamp = cut off at the end of the scale
pusher-limit = held back: at most one step a quarter
# $outcome is what became of the pact; $who broke it, or could not deliver
pusher-pact = { $outcome ->
    [kept] the pact between { $members } was kept
    [breached] the pact between { $members } was broken by { $who }
    [tried] the pact between { $members } was tried and not delivered by { $who }
   *[lapsed] the pact between { $members } came to its end
}
pusher-trust = a pact’s verdict
pusher-owed = a pact broken a quarter before
pusher-cable = the cable was shown
pusher-leak = a secret leaked
pusher-climbDown = climbed down from a warning
pusher-pleased = what became of the aims
pusher-wearied = the upkeep of a heavy line
pusher-redLine = a red line was crossed
pusher-outsider = calmer after acting
pusher-hidden = a reason that you may not know
strength = { $middle } Taken to lie between { $least } and { $most }.
strength-drawn = { $middle } Drawn for this game: { $drawn } of { $least } to { $most }.
strength-turned = Here it works the other way round. { $strength }
strength-stance = { $way ->
    [up] Raises “{ $target }” by about { $middle } a quarter while it lasts.
   *[down] Lowers “{ $target }” by about { $middle } a quarter while it lasts.
}
strength-impulse = { $way ->
    [up] Raises “{ $target }” by about { $middle } each time.
   *[down] Lowers “{ $target }” by about { $middle } each time.
}
strength-level = { $way ->
    [up] Raises “{ $target }” by about { $middle } a quarter
   *[down] Lowers “{ $target }” by about { $middle } a quarter
} for every 100 points by which “{ $level }” stands above { $reference }; below it, the other way round.
rule-press = A client answers by a sum: influence pressed, its reliance on whoever presses, less its confidence and the size of the ask, and some luck. At 1 it complies, at 0 it drags its feet.
rule-outsider = An outsider acts when its alarm passes a threshold; acting relieves it.
rule-redLine = A published red line, once crossed, costs support at home.
rule-aim = An aim is put together from levels by published weights and moves at most one step a quarter.
rule-people = The ledger of people is put together from displacement, access for aid and violence by published weights. It moves at most one step a quarter.
rule-drift = Left alone, it drifts back to { $anchor }: a part of the way each quarter.
rule-start = A start value.
rule-clamp = No level leaves its scale. What lies beyond is cut off.
rule-limit = Support at home and trust move at most one step a quarter.
rule-trust = A pact kept at a cost to both raises trust; a broken one lowers it, before witnesses too.
rule-owed = Breaking a pact lowers trust by two steps, one a quarter.
rule-stake = Whoever breaks a pact loses its stake to those it harmed.
rule-pass = Influence that was promised is passed when the pact begins.
rule-leak = A secret may leak in any quarter. A leak that contradicts a public line costs support at home.
rule-cable = For one influence a partner can be shown the cable that proves a try.
rule-called = A warning that comes true must be carried out within a quarter, or climbed down from.
rule-climbDown = Whoever does not do what it warned of loses support at home.
rule-fallBack = Where no quarter is left to answer a breach in, the injured side’s own terms fall back.
rule-verdict = Pacts are judged from what was done, not by anybody’s opinion.
rule-influence = Influence comes each quarter; at most two are carried over. Support at home adds or takes one; heavy lines cost one.
rule-pleased = Aims largely reached raise support at home each quarter; lost ones lower it.
rule-wearied = Heavy lines, those with upkeep, wear down support at home each quarter.
rule-tiedHands = Two quarters of little support at home freeze one line.
rule-support = A quarter of support restores a point of reliance.
rule-judgement = Three judgements describe how it ended. Each is the first of a published list that fits.
rule-ending = The ending is the first of a published list that fits all three judgements.
rule-card = Each capital draws one of three published cards.
rule-hidden = Some pacts are secret. The debrief lays them open.

### The model, open: the causal web, statecharts, values, one's own assumptions

model-title = The model, open
model-open = The model, open
model-close = Close
model-loading = Opening the model …
model-missing = The model could not be loaded. Please check the connection and try again.
model-lead = Everything that the game counts with: what pushes what, how strongly, on what source, and who disagrees.
model-lead-live = Everything that the game counts with, with the values of this game as you may see them.
model-views = Parts of the model
model-view-web = What pushes what
model-view-charts = Statecharts
model-view-values = Values
model-view-assumptions = My assumptions
model-line = { $who }: { $line }
model-answers = { $who }: its answers
model-events = Events
model-control = Who holds { $governorate }
model-aim = { $who }’s aim: { $aim }
model-largest = { $holder }, { $share } %
model-by-move = { $who }: { $move }
model-by-option = “{ $decision }”: { $option }
model-by-event = “{ $event }”
model-by-outsider = { $who } at its threshold
model-by-clock = { $clock }, when it is full
model-times = { $what } ({ $times ->
    [-1] the other way round
   *[other] times { $times }
})
model-fired = { $by } sets it going. { $link }
model-weight = { $what } counts with weight { $weight }: { $way ->
    [up] the more, the better.
   *[down] the less, the better.
}
model-clock-rule = { $clock } { $way ->
    [up] moves forward by { $by } while this holds.
   *[down] moves back by { $by } while this holds.
}
model-search = Search
model-show = Show
model-kind-all = everything
model-kind-line = lines of capitals and clients
model-kind-answers = answers to decisions
model-kind-events = events
model-kind-level = levels
model-kind-clock = clocks
model-kind-aim = aims
model-kind-people = people
model-found = Found
model-found-none = Nothing is called so.
model-web-key = A full line raises, a dashed one lowers, a dotted one does either. Boxes with a dashed border act, boxes with a double border are aims. Select a box to see its rules; arrow keys and Tab lead through them.
model-web-label = The causal web, drawn. The same stands below as tables.
model-chart-label = Statechart of { $who }, drawn. The same stands below as tables.
model-as-tables = The same as tables
model-things = Things ({ $count })
model-edges = What pushes what ({ $count })
model-rules = Rules with their sources ({ $count })
model-thing = Thing
model-sort = Kind
model-now = Now
model-start = At the start
model-from = From
model-to = To
model-why = Why
model-move = Move
model-needs = Only if
model-sets-going = Sets going
model-sources = Sources
model-nothing = –
model-stays = stays
model-stands = stands at “{ $stance }”
model-starts = starts at “{ $stance }”
model-start-here = starts here
model-owner = Statechart of
model-way-up = ↑
model-way-down = ↓
model-way-both = ↕
model-go-to = Go to { $what }
model-pushed-by = Pushed by ({ $count })
model-pushes = Pushes ({ $count })
model-in-game = How it moved in this game, the newest first
model-light = Light the path
model-lit = { $count } things on the path are lit.
model-open-chart = Open its statechart
model-drift = Left alone
model-drift-to = goes back towards { $anchor }, { $share } % of the way a quarter
model-delay = { $rounds ->
    [one] Arrives a quarter later.
   *[other] Arrives { $rounds } quarters later.
}
model-while = Only while: { $guard }
model-fired-by = { $count ->
    [one] One thing sets it going
   *[other] { $count } things set it going
}
model-starts-heading = Where everything starts
model-starts-note = Start values, what each level goes back to when nothing pushes it, and on what that rests.
model-aims-heading = Aims, weights and red lines
model-aims-note = An aim is the weighted sum of its parts. No aim rises because people suffer; the scenario is checked for that.
model-part = { $what }: weight { $weight }; nothing at { $from }, everything at { $to }
model-red-line = Red line: { $line }
model-crossed-when = Crossed when: { $guard }
model-minds-heading = Temperaments of the computer capitals
model-minds-note = How computer capitals weigh things; each game draws one for each of them and a little of its own beside. They are made for a varied game, rest on no source, and are the same for every capital.
model-number = { $value }
model-mind-home = weight of support at home
model-mind-trust = weight of trust
model-mind-influence = worth of a point of influence
model-mind-least = what a move must promise
model-mind-margin = what a bargain must promise
model-mind-asks = what a bargain must promise to be proposed
model-mind-redLine = weight of a red line that comes near
model-mind-word = weight of a word given
model-mind-noise = pinch of chance
model-mind-warns = how bad another’s move must be to be warned of
flow-node = Press Enter to see its rules.
flow-edge = An arrow of the graph.
flow-controls = The drawing’s controls
flow-zoom-in = Nearer
flow-zoom-out = Further
flow-fit = Show all of it
assumed-note = { $count ->
    [one] Played on changed assumptions: one is not the authors’.
   *[other] Played on changed assumptions: { $count } are not the authors’.
}
assumed-not-possible = An assumption of this record is not in this scenario or lies outside its range. The record stays as it is.
assume-lead = Take something otherwise than the authors and play it out. Nothing is changed in the scenario: a copy is made that names what was changed, in its records, charts and exports too.
assume-range = A link may be taken as weak or as strong as its confidence allows, and as nothing where somebody holds that there is no such link. Start values may be moved by five, ten or twenty points, the less sure the further; weights between half and double.
assume-mine = Changed: { $count }
assume-already = { $count ->
    [one] This game is already played on one changed assumption; it stays changed.
   *[other] This game is already played on { $count } changed assumptions; they stay changed.
}
assume-none = Nothing yet. Move a slider below.
assume-changed = { $what } From { $was } to { $is }.
assume-undo = Undo
assume-play = Begin a game on these assumptions
assume-kind-link = how strong links are
assume-kind-start = where levels start
assume-kind-weight = what aims count
assume-start = { $what }, at the start.
assume-weight = { $who }’s aim “{ $aim }”: { $what }.
assume-strength = { NUMBER($points, maximumFractionDigits: 2) } points
assume-weight-of = weight { $weight }
assume-value = { $is } (the authors: { $authors }; from { $least } to { $most })
assume-line = { $what } { $is }

### The frame: library, settings, saves, the screen of a game

## The first screen

app-title = Red Lines
app-opening = Opening …
app-lead = Four capitals, one war that none of them controls. Take one, bargain with the other three, and ask any number why it stands where it stands.
app-limits = A model for talking about decisions, not a prediction. No account, nothing is sent: games stay in this browser.
library = Scenarios
library-play = Choose a capital
close = Close
cancel = Cancel
notice = Please note
skip = Skip to the work of this round

## What can go wrong

# $file is an address
load-missing = The file { $file } could not be loaded. Please check the connection and try again; a game in progress is kept.
load-failed = This did not work. A game in progress is kept; loading the page again may help.
scenario-broken = This scenario cannot be played, since its files are not in order. What was found, for its author:

## Saves

saves = Go on with a game
saves-more = { $count ->
    [one] { $count } earlier game
   *[other] { $count } earlier games
}
# $capital is a capital, $scenario the title of a scenario
save-name = { $capital } in “{ $scenario }”
save-round = Round { $round } of { $rounds }
save-over = Played to the end
# $when is a moment
save-when = { DATETIME($when, day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit") }
save-continue = Continue
save-look = Look again
save-delete = Delete
save-delete-ask = Delete this game?
save-unreadable = This game cannot be opened any more: what was kept of it is incomplete, or was written by a newer version.
saves-overtaken = This game was taken further in another tab. What is done here is not kept: go back to the library and continue from there.
# Whether all of the game is on this device, and whether there is a connection.
kept-here = Saved on this device: plays without a connection too
kept-offline = No connection: everything is on this device, play on
kept-not-offline = No connection: what was not loaded yet has to wait
kept-renew = A new version of the game is ready.
kept-renew-now = Take it now
kept-elsewhere = Another tab is in the middle of a game. Finish or leave it there first; the new version waits.
saves-off = This browser keeps nothing here, perhaps since the window is private: the game goes on, but closing the page ends it. A record can still be saved as a file.
# $round is the first round that comes out differently
as-played = Rules or scenario have changed since: from round { $round } on this game would come out differently today. It is shown as it was played, and cannot be gone on with.

## Records as files

record-open-heading = A record from a file
record-open-note = Opens a game that was saved as a file, here or elsewhere, as a game of its own.
record-open = Open a record …
record-save = Save the record as a file
record-damaged = The file { $file } is damaged or no record at all: it cannot be read as JSON. Your games are untouched.
record-wrong = The file { $file } is a record of Red Lines, but something in it is not as it must be. Your games are untouched.
record-foreign = The file { $file } is JSON, but not a record of Red Lines. Your games are untouched.
record-too-big = The file { $file } is too big to be a record of Red Lines. Your games are untouched.
record-newer = The file { $file } was written by a newer version of Red Lines, which this one cannot read. Your games are untouched.
record-other-scenario = The record { $file } belongs to the scenario “{ $scenario }”, which is not here. Your games are untouched.
# $theirs and $ours are versions of the same scenario
record-other-version = This record was played on another edition of the scenario (version { $theirs }) than the one that is here (version { $ours }), so it was not opened. Your games are untouched.
record-no-person = In this record no capital was played by a person, so there is no seat to take. Your games are untouched.
record-differs = This record does not come out as it says: today’s rules differ from it in round { $round }. It was not opened; your games are untouched.

record-other-engine = This record was written by engine { $theirs }; here runs { $ours }. It comes out the same, and was opened.
record-other-digest = The scenario has been edited since this record was made. The game comes out the same, and was opened; sources and notes are today’s.

## What if: forks of a game, and two of them side by side

what-if = What if?
what-if-open = What if? …
what-if-parts = Parts of “What if?”
what-if-change = Change a choice
what-if-branches = Branches
what-if-compare = Side by side
what-if-nothing-yet = No quarter has been played yet. Once one has, any choice of it can be made otherwise.
what-if-quarter = Quarter
what-if-capital = Capital
what-if-was = As it was:
what-if-left-out = What you asked about is left out here. Play it so, or pick something else.
what-if-about = What is to be otherwise?
what-if-about-orders = The orders
what-if-accept = Accept the offer instead
what-if-decline = Decline the offer instead
what-if-moves = Orders
what-if-move = Move { $number }
what-if-no-move = No move
# $move is a move, $price its price in influence
what-if-option = { $move } ({ $price })
what-if-influence = Influence for move { $number }
what-if-same = This is how it was. Change something to see what would have come of it.
what-if-cost = That would have cost { $cost } influence.
what-if-closed = The same dice and strengths. Nobody knew of the change in that moment; from then on everybody decides anew, each computer by its own rules. That is another question than “what was it worth?”, where nobody reacts.
what-if-back = Back to this quarter, changing nothing
what-if-play-on = Change it and play on
what-if-replay = Change it and let computers play the rest
what-if-playing = The rest is being played: { $done } in 100 done.
what-if-played = The rest has been played. The two branches stand side by side.
what-if-most = A game keeps { $most } branches at most: remove one first.
branch-main = The game itself
branch-fork = Branch { $number }
branch-open-now = (on the screen)
branch-by-computers = (played on by computers)
branch-back = From { $quarter } on, nothing changed by hand.
branch-change = In { $quarter }: { $what }
branch-going = It stands in { $quarter }.
branch-ended = Ended: { $ending }
branch-over = Played to the end.
branch-unreadable = This branch does not come out on today’s rules as it was played, and cannot be shown.
branch-look = Look at it
branch-go-on = Go on with it
branch-compare = Compare
branch-remove = Remove
branches-draw = As a drawing
branches-drawn = The branches of this game
branches-kept = Branches are kept with the game, and go with it when its record is saved as a file.
branches-not-kept = These branches last as long as the page is open. Keep the game to keep them.
compare-one = One
compare-other = The other
compare-when = At the end of
compare-same = Please pick two different branches.
compare-parting = Where they part
compare-alike = They do not part: every decision is the same.
compare-not-yet = not played, or not known yet
compare-endings = How they ended
compare-not-over = not over yet
compare-levels = Levels at the end of { $quarter }
compare-what = What
compare-difference = Difference
compare-no-difference = Nothing differs.
compare-all = Show all { $count }
compare-fewer = Show fewer
compare-map = The map at the end of { $quarter }
compare-map-all = Also what does not differ
compare-clock = Clock “{ $clock }”
compare-where = Where
# $one and $other are the values in the two branches, $quarter is when
differ-level = { $what } at the end of { $quarter }: { $one } in the one, { $other } in the other{ $by ->
    [none] {""}
   *[other] {" "}({ $by })
}
differ-push = { $one } in the one, { $other } in the other: { $what }
differ-nothing = nothing
# $side is the branch in which it happened, $what a whole sentence
differ-only = { $side ->
    [one] Only in the one
   *[other] Only in the other
}, { $quarter }: { $what }{ $reason ->
    [changed] {" "}This is what was changed by hand.
    [anew] {" "}Decided anew, since by then the two games differed.
   *[followed] {""}
}
decided-nothing = { $who } orders nothing.
decided-answer = { $who } { $answer ->
    [accept] accepts
    [decline] declines
   *[counter] answers with other terms
}: an offer between { $members }. { $deal }
decided-other = { $who } decides something else.

## A game as a link

share-open = Share this game by a link …
share-heading = A link that holds this game
share-note = The whole game stands in the link itself. Nothing is sent anywhere; whoever opens the link reads the game in their own browser.
share-all = It lays everything open: the orders of all capitals, secret offers and pacts, cards, and what was weighed.
share-opens = It opens at
share-opens-debrief = the debrief
# $quarter names the months
share-opens-round = the report of { $quarter }
share-link = The link
share-letters = { $letters } letters
share-copy = Copy the link
share-copied = Copied.
share-select = The link is selected: copy it with the keyboard or by holding it.
share-too-long = The link to this game would have { $letters } letters. Many mail and chat programs cut links at { $most }, so that none is made: save the record as a file instead.
share-forks-left = { $count ->
    [one] One “what if” has no room in it, since many mail and chat programs cut links at { $most } letters. A file of the record holds it.
   *[other] { $count } “what ifs” have no room in it, since many mail and chat programs cut links at { $most } letters. A file of the record holds them.
}
shared-note = This game came by a link. It is here to be read; nothing of it is kept.
shared-kept = This game came by a link and is now kept among yours.
shared-keep = Keep it among my games
shared-debrief = To the debrief
link-cannot = This browser cannot pack or unpack links that hold a game. A record as a file works.
link-too-long = This link is too long to be one of Red Lines. Your games are untouched.
link-damaged = This link is damaged or was cut off on its way: no game can be read from it. Your games are untouched.
link-too-big = What this link unpacks to is too big to be a game, so it was not read. Your games are untouched.
link-foreign = What this link holds is no game of Red Lines. Your games are untouched.
link-newer = This link was made by a newer version of Red Lines, which this one cannot read. Your games are untouched.
link-wrong = This link holds a game of Red Lines, but something in it is not as it must be. Your games are untouched.
link-other-scenario = This link holds a game of the scenario “{ $scenario }”, which is not here. Your games are untouched.
link-other-version = The game in this link was played on another edition of the scenario (version { $theirs }) than the one that is here (version { $ours }), so it was not opened. Your games are untouched.
link-differs = The game in this link does not come out as it says: today’s rules differ from it in round { $round }. It was not opened; your games are untouched.
link-unfinished = The game in this link was not played to its end, so that opening it would tell secrets. It was not opened; your games are untouched.

## Before a game

leave = Back to the scenarios
seat-note = Before you begin
seat-contested = Contested words
seat-limits = What the model cannot do
seat-choose = Which capital will you speak for?
seat-whole = Show the whole role cards
seat-length = How long?
seat-rounds = { $rounds } rounds of up to { $moves } moves, about { $minutes } minutes
seat-layers = What else is in play?
seat-layers-note = A first game is best without these. Decisions, moves, requests and open offers are always there.
seat-layer-secrecy = Secret offers
    .note = Offers and pacts may be hidden from those who are not part of them.
seat-layer-leaks = Leaks
    .note = What is secret may come out, and cost support at home.
seat-layer-stakes = Stakes
    .note = A pact may carry influence that is lost by whoever breaks it.
seat-layer-warnings = Warnings
    .note = “If this happens, I will do that”, said in public and remembered.
seat-layer-instructions = Instruction cards
    .note = Each capital gets one of three published cards: which aim counts double, and one more red line.
seat-missing = Please choose a capital first.
seat-begin = Begin
seat-begin-as = Begin as { $capital }

## The screen of a game

# $quarter names the months, for instance "June–August 2016"
top-round = { $capital } · { $quarter } · round { $round } of { $rounds }
top-over = { $capital } · played to the end
debrief-title = Debrief
tabs = The work of this round
tab-map = Map
tab-briefing = Briefing
tab-talks = Talks
tab-orders = Orders
tab-report = Report
# Read aloud after a tab's name.
tab-waiting = , { $count } { $count ->
    [one] thing waits
   *[other] things wait
 } for you
undone = The last change of your draft is undone.
undone-nothing = There is nothing to undo.
menu = Menu
leave-kept = Leave: the game is kept
debrief-now = Go to the debrief now
debrief-now-ask = End the game here?
debrief-now-note = { $rounds ->
    [one] { $rounds } round has been played. Two quarters run on without orders, so that what was set going lands; then the debrief opens everything. This cannot be undone.
   *[other] { $rounds } rounds have been played. Two quarters run on without orders, so that what was set going lands; then the debrief opens everything. This cannot be undone.
}
debrief-now-stay = Play on
why-asPlayed = This game is only shown as it was played: it was played on engine { $then }, and here runs { $now }.

## The first round, and hints

coach = The first round
coach-hint = A hint
coach-progress = The first round, { $at } of { $of }
coach-count = { $at } of { $of }
coach-offer = Your first game? Play this round with a guide beside you: it takes about three minutes, and you can stop at any time.
coach-begin = Show me around
coach-not-now = Not now
coach-show = Show me
coach-next = Next
coach-end = Stop
coach-done = Done
coach-no-hints = No more hints
coach-again = Show me around
lesson-watch = This you watch: your influence, support at home, your aims, trust, how people fare, and the clocks. Press any of them to learn why it stands so.
lesson-decision = Each quarter something is put to you. Answer it in Orders. Silence is an answer too, and the card says which.
lesson-move = These moves fit the moment. Each says what it costs and where it leads. Add one; you can take it back.
lesson-offer = The others bargain. Answer an offer that waits, or make one: who does what, until when. Whether pacts are kept is remembered.
lesson-lock = When you are content, lock. Nobody sees the others’ orders before all have locked.
lesson-reveal = The quarter is told in the order in which it was played. Pause it, hurry it or show it all, then go to the report.
lesson-why = Open one “Why?”. Every number leads back to its rule, its sources, and those who disagree.
lesson-end = That was a round. The menu shows you around again whenever you like.
hint-offer = An offer from { $by } waits for your answer in Talks.
hint-clock = The clock “{ $clock }” stands at { $filled } of { $of }: one more, and it runs out.
hint-pact = A pact asks you this quarter for “{ $move }”, which is not among your orders.
hint-decision = “{ $decision }” is not answered. Silence counts as: { $option }.
hint-influence-last = { $left } influence is unspent, and this is the last quarter.
hint-influence = { $left } influence is unspent; only { $carried } can be carried into the next quarter.

## The map's place

map-heading = Map
map-missing = This browser draws no map. Here is the same in words.
map-loading = The map is being drawn …
map-as-drawing = Show as a map
# What a pact's line says: for how many rounds it binds
map-tie-pact = { $rounds ->
    [one] pact, this round
   *[other] pact, { $rounds } rounds
}

## Keys

keys = Keys
keys-briefing = Briefing
keys-talks = Talks
keys-orders = Orders
keys-report = Report
keys-map = Map, where it is a tab
keys-undo = Undo the last change of the draft
keys-next = To the next thing that can be pressed
keys-press = Press it; the space bar does the same
keys-close = Close what is open
keys-help = This list
keys-note = Letters do nothing while you type. Arrow keys move along the tabs.

## Words and names: the glossary of a scenario

names-open = Words and names
names-terms = Terms
names-contested = What is contested, and what was chosen

## Settings

settings = Settings
settings-text = Size of the text
settings-theme = Light or dark
settings-motion = Movement
settings-pace = Pace of the reveal
settings-sound = Sound
settings-hints = Hints when you hesitate
settings-analyst = Questions to the analyst
settings-language = Language
text-usual = Usual
text-large = Large
text-largest = Largest
theme-system = As the device
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
motion-system = As the device
motion-reduced = Little
motion-full = Full
pace-slow = Slow
pace-usual = Usual
pace-fast = Fast
pace-at-once = All at once
sound-off = Off
sound-on = A few quiet sounds, with captions
hints-on = On
hints-off = Off
analyst-free = As many as I like
analyst-one = One a quarter
analyst-off = None

### Analyst

analyst-ask = Ask the analyst
analyst-loading = The analyst is sent for …
analyst-missing = The analyst cannot be loaded. Please check the connection and ask again.
analyst-heading = What these orders may lead to
analyst-not-a-prediction = Counts of games played out by the rules of this model. They show what tends to follow, not what will happen.
analyst-later = The analyst answers while orders are being drafted.
analyst-against = Compare with
analyst-against-nothing = No orders
analyst-against-silent = The same orders with nothing said
analyst-against-second = The second plan
analyst-keep = Put these orders aside as the second plan
analyst-second-is = The second plan: { $moves }.
analyst-second-empty = The second plan has no moves.
analyst-second-accept = yes to { $to }
analyst-second-decline = no to { $to }
analyst-second-counter = other terms to { $to }
analyst-second-offer = our offer
analyst-second-refused = The second plan cannot be carried out as things stand now, so it is left out. { $why }
analyst-enough = Enough games
# $count offers wait for an answer
analyst-answers = What if we answered? ({ $count ->
    [one] an offer waits
   *[other] { $count } offers wait
  })
analyst-offer = { $offer }:
analyst-answer = We say
analyst-answer-none = nothing yet
analyst-answer-accept = yes
analyst-answer-decline = no
analyst-offering = The offer in the making
analyst-countering = The other terms in the making
analyst-as-if = Played as if it were said now:
analyst-counter-to = To { $by }, in place of its offer:
analyst-replies = What { $to } would say
analyst-replies-kept = Where a pact comes of it, what we promise is ordered too: { $moves }.
analyst-replies-no-room = Your orders leave no room for what we promise: { $moves }. So it is not done this quarter, pact or not.
analyst-replies-who = Answers are those that this game’s computer capitals would give. What each is like is drawn by dice, since you cannot know it. A person may answer otherwise.
analyst-reply-accepted = Yes
analyst-reply-countered = Other terms
analyst-reply-declined = No
analyst-reply-open = No answer before the orders
analyst-agreed = In the { $games } games with a yes, compared with the same games with nothing said (points of 100 at the end):
analyst-agreed-not = The { $games } games with a yes do not end otherwise than the same games with nothing said, as far as so few can tell.
analyst-question = Ask: this rather than that?
analyst-one-left = One question a quarter is answered, so that there is time to talk.
analyst-none-left = This quarter’s question has been answered.
analyst-in-page = The games are played in the page itself, since no background worker runs here: answers take longer.
analyst-refused-said = This cannot be said as things stand, so it is not played out. { $why }
analyst-refused = These orders cannot be locked as they stand, so they are not played out. { $why }
analyst-progress = Games are being played
analyst-compares = { $games } games were played with { $own } and, with the same luck, { $games } with { $other }.
analyst-compares-two = { $games } games were played with { $own } and, with the same luck, as many with { $one } and with { $other }.
analyst-counts = { $games } games were played with { $own }.
analyst-told = { $games } games were played. The most common ending is “{ $ending }”, in { $count }.
analyst-differs = By the end, compared with { $other } (points of 100, game by game):
analyst-differs-soon = After this quarter, compared with { $other } (points of 100, game by game); by the end the games do not tell them apart:
analyst-differs-not = By the end these games do not tell { $own } from { $other }.
analyst-differs-by = { $level }: { $by } ({ $low } to { $high })
analyst-endings = How the games end
analyst-levels = Where things stand, quarter by quarter
analyst-level = Show
analyst-levels-own = Our own
analyst-levels-people = People and fighting
analyst-levels-issues = Issues and clocks
analyst-levels-others = Other capitals, and trust
analyst-aim-of = { $capital }: { $aim }
analyst-aims = How far aims are reached
analyst-moves = What would they do?
analyst-who = Capital
analyst-moves-note = Here quick computers choose the orders. The computer capitals in your game look further ahead and may choose otherwise.
analyst-moves-now = This quarter, at the same time as we do and without seeing our orders
analyst-moves-next = Next quarter, having seen them
analyst-unknown = What this seat cannot know
analyst-unknown-orders = What the others order this quarter: each chooses anew in every game, without seeing your orders.
analyst-unknown-character = What the other leaderships are like: a character is drawn by dice for each, in every game.
analyst-unknown-cards = The others’ instruction cards: drawn by dice in every game, never looked at.
analyst-unknown-strengths = How strong the links really are: drawn in every game from the range that their confidence leaves open.
analyst-unknown-secret = Secret deals among others that have not come out: the games are played as if there were none.
analyst-how = How this was worked out
analyst-how-luck = The games begin at what your seat sees now. Each has its own dice and its own strengths of links; all plans meet the same luck, game by game.
analyst-how-later = Your orders are locked as drafted. From the next quarter on a computer plays your capital too, as it plays the others, so later good or bad choices of yours are not in these counts.
plan-own = these orders
plan-said = { $said ->
    [offer] this offer and these orders
    [answer] this answer and these orders
    [answers] these answers and these orders
   *[both] what is said and these orders
  }
plan-silent = the same orders with nothing said
plan-nothing = no orders
plan-second = the second plan

## Charts

chart-table = As a table
fan-point = { DATETIME($date, month: "numeric", year: "numeric") }
fan-own = With { $plan }: line, the middle; dark, half of the games; light, nine of ten
fan-other = With { $plan }: dashed, the middle; dotted, nine of ten
fan-when = Quarter ending
fan-low = 5 of 100 games lie below
fan-middle = Middle, and half of the games
fan-high = 5 of 100 games lie above
fan-other-middle = Middle with { $plan }
fan-half = { $middle } ({ $low }–{ $high })
fan-millions = { NUMBER($thousandth, minimumFractionDigits: 1, maximumFractionDigits: 1) } m
dots-each = { $dots } dots stand for all games of a plan.
dots-compared = Full: { $own }; hollow: { $other }.
dots-compared-two = Full: { $own }; hollow squares: { $one }; hollow diamonds: { $other }.
dots-range = In brackets: where the share of 100 would very likely lie if many more games were played.
dots-count = { $count } of { $games } ({ $low }–{ $high })
dots-other = { $plan }: { $count } ({ $low }–{ $high })
spread-heading = Where the spread at the end comes from
spread-dice = { $share } of 100: dice, and what this seat cannot know
spread-doubt = { $share } of 100: how strong the links are, which nobody knows exactly
spread-both = { $share } of 100: dice and links together, more than each alone
spread-none = All games end alike here.
aims-table = Aims by capital
aims-aim = Aim, of 100
aims-value = { $middle } ({ $low }–{ $high })

### Laboratory

lab-open-page = Laboratory
lab-from-debrief = To the laboratory: try the question in many games
lab-heading = Laboratory
lab-not-a-prediction = Counts of games of this model, played by computer capitals. Not a prediction, and no verdict on anybody.
lab-arms = The ways that are tried
lab-arms-note = Only the way of { $capital } differs. All four ways meet the same luck: the same dice, the same strengths of links, the same characters of leaders. How far { $capital } really leaned is measured afterwards, from what it did.
lab-hinges = Beliefs on which it may hinge
lab-hinges-note = Each is argued for and against. Set one to a side, or leave it open, and play again.
lab-open = Left open
lab-yes = Yes
lab-no = No
lab-open-note = Nothing is assumed: strengths are drawn from their whole range and leaderships from all characters.
lab-argued = Argued for and against
lab-for = For.
lab-against = Against.
lab-strengths = Move the strength of a single link
lab-strengths-pick = Link
lab-strengths-none = Pick a link
lab-strength = Strength within its range
lab-drawn = drawn by dice
lab-drawn-from = Drawn anew for each game, from { $least } to { $most }.
lab-set = Set to { $value } in all games.
lab-unset = Let it be drawn
lab-play = Play
lab-games = Games for each way: { $games }
lab-run = Play { $arms } ways, { $games } games each
lab-again = Play again with what was moved
lab-stop = Stop
lab-running = Games are being played.
lab-done = { $games } games were played in each of { $arms } ways.
lab-luck = Other luck
lab-luck-number = Luck number { $number }: the same number gives the same games.
lab-own = { $count ->
    [one] On one assumption of your own
   *[other] On { $count } assumptions of your own
}
lab-own-line = { $what } { $is }
lab-no-dissent = None of the sources read here disagrees.
lab-stale = What is shown below was played with other assumptions or another number of games: play again.
lab-scales = Four scales, not added up
lab-scales-note = Points of 100, on average over the games. In brackets: where the average would very likely lie if many more games were played. An aim counts half by its average over the quarters, half by where it ends.
lab-capitals = For each capital
lab-capitals-note = How far it reached its three aims on average, of 100.
lab-peace = For people and peace
lab-peace-note = At the end of the game, of 100. For people more is better; for fighting less is.
lab-people = How people fare
lab-violence = Fighting, on average over all theatres
lab-reached = Aims reached by { $capital }
lab-value = { $value } ({ $low } to { $high })
lab-track = The lines run from { $least } to { $most }.
lab-told-apart = Which ways differ?
lab-apart = Game by game, with the same luck: { $pairs }.
lab-more-than = “{ $one }” has more than “{ $other }”
lab-not-apart = Luck alone could make the differences in these games.
lab-best = In how many games each way brought { $capital } most
lab-best-note = { $dots } dots stand for all games. Ways that did equally well share a game.
lab-best-in = in { $share } of 100
lab-delivery = What was promised and delivered
lab-leaning = Leaning as measured
lab-leaning-note = From −100, all costly dealings with { $first }, to +100, all with { $second }. Counted are terms given or received at a cost, joint moves, and help that came when it hurt.
lab-leaned = { $towards }; costly dealings a game: { $firstDepth } with { $first }, { $secondDepth } with { $second }
lab-ledger = Ledger of delivery, on average per game
lab-ledger-note = Would not: the giver could have delivered, and did not. Could not: it tried, but a client or another capital did not move, or its hands were tied. Price: what was delivered in return, in the same pacts.
lab-arm = Way
lab-partner = Partner
lab-promised = Promised
lab-delivered = Delivered
lab-would-not = Would not
lab-could-not = Could not
lab-given = Price: terms delivered in return
lab-given-dear = of these, at a cost
lab-received-dear = Received at a cost to the partner
lab-help = Help when it hurt
lab-joint = Joint moves
lab-hangs = On what the answer hangs
lab-hangs-note = Each bar is one assumption of the authors. It runs from the answer where the assumption is low to the answer where it is high; the thick end is the high one, the thin line the answer over all games. A long bar: much hangs on it. A dashed bar: chance alone makes bars as long.
lab-hangs-open = Open a bar for its source and for who disagrees. What you move there counts once you play again.
lab-hangs-how = How the bars are worked out
lab-hangs-how-strength = For the strength of a link: games in which it was drawn from the lowest third of its range, against games in which it was drawn from the highest third.
lab-hangs-how-weight = For a weight in an aim: the same games, read with half the weight and with half as much again.
lab-answer = Answer
lab-of = of
lab-less = less the same of
lab-less-nothing = nothing (this way alone)
lab-answer-is = The answer over all games: { $value } points of 100 ({ $low } to { $high }).
lab-swing = Low: { $low }; high: { $high }.
lab-swing-weight = With half the weight: { $low }; with half as much again: { $high }.
lab-within-chance = Within chance.
lab-weight = Weight of “{ $level }” in “{ $aim }”
lab-weight-note = Weights are the authors’ reading of what a capital wants. They change how the end of a game is read, not how it is played.
lab-endings = How the games ended
lab-ending = Ending
lab-ending-count = { $games } ({ $low }–{ $high })
lab-endings-note = Of { $games } games of each way. In brackets: where the share of 100 would very likely lie if many more games were played.
lab-limits = What may not be concluded
lab-keep = Keep what was found
lab-csv = Save as a table (CSV)
lab-json = Save as data (JSON)
lab-png = Save as a picture (PNG)
lab-png-not = This browser cannot draw the picture. The table and the data can still be saved.
lab-picture-of = { $outcome }: “{ $one }”.
lab-picture-less = { $outcome }: “{ $one }” less “{ $other }”.
lab-picture-swing = low { $low }, high { $high }
lab-picture-note = { $games } games for each way; mean and interval, of 100. Counts of games of a model, not a prediction.
lab-vote-before = Before you look: what would you say?
lab-vote-after = And now?
lab-vote-same = You said the same before: “{ $now }”.
lab-vote-changed = Before you said “{ $before }”, now “{ $now }”.

### Reasons: what computer capitals say for their orders and answers

## Parts of a sentence after “Ankara accepts:” or “Tehran:”, joined as a list

reason-gainsAim = it gains about { $points } of 100 on “{ $aim }”
reason-costsAim = it costs about { $points } of 100 on “{ $aim }”
reason-homePleased = home approves
reason-homeRestless = home objects
reason-gainsTrust = it wins trust with { $us ->
    [yes] you
   *[no] { $with }
}
reason-costsTrust = it costs trust with { $us ->
    [yes] you
   *[no] { $with }
}
reason-helpsPeople = people suffer less
reason-keepsPact = a word given to { $us ->
    [yes] you
   *[no] { $with }
} is kept
reason-breaksPact = more was to be won than the word given to { $us ->
    [yes] you
   *[no] { $with }
} was worth
reason-redLine = a red line had come near
reason-keepsWarning = a warning was called
reason-heedsWarning = { $us ->
    [yes] your warning
   *[no] the warning of { $with }
} is heeded
reason-defiesWarning = { $us ->
    [yes] your warning
   *[no] the warning of { $with }
} weighs less than what is won
reason-saves = influence is kept for later
reason-spent = there is no influence left
reason-wantsMore = other terms would suit both better
reason-offersLittle = what { $us ->
    [yes] you offer
   *[no] { $with } offers
} is too little
reason-handsFull = no more can be promised at once
reason-cannotDeliver = what is asked cannot be delivered now
reason-cannotPay = there is not the influence for it
reason-boundElsewhere = it is bound by another word

## Temperaments, shown in the debrief

temperament-patient = patient
temperament-guarded = guarded
temperament-forward = forward

### Together: the way in from the first screen; what stands behind it has words of its own in class.en.ftl

together-heading = Play together
together-note = Up to four at one device, a group before a projector with paper slips, or a class with a device for each.
together-join = Join with a code
together-open = Lead a class or share a device

### Classroom: names, posts, cables, refusals

name-whole = { $quality } { $thing }
name-quality-amber = Amber
name-quality-ancient = Ancient
name-quality-brisk = Brisk
name-quality-bright = Bright
name-quality-calm = Calm
name-quality-careful = Careful
name-quality-clear = Clear
name-quality-coastal = Coastal
name-quality-copper = Copper
name-quality-curious = Curious
name-quality-distant = Distant
name-quality-early = Early
name-quality-eastern = Eastern
name-quality-evening = Evening
name-quality-fair = Fair
name-quality-fresh = Fresh
name-quality-gentle = Gentle
name-quality-golden = Golden
name-quality-green = Green
name-quality-hidden = Hidden
name-quality-indigo = Indigo
name-quality-kind = Kind
name-quality-level = Level
name-quality-light = Light
name-quality-lively = Lively
name-quality-long = Long
name-quality-mild = Mild
name-quality-morning = Morning
name-quality-northern = Northern
name-quality-open = Open
name-quality-patient = Patient
name-quality-quick = Quick
name-quality-quiet = Quiet
name-quality-ready = Ready
name-quality-silver = Silver
name-quality-southern = Southern
name-quality-steady = Steady
name-quality-still = Still
name-quality-western = Western
name-quality-winter = Winter
name-thing-almond = Almond
name-thing-apricot = Apricot
name-thing-atlas = Atlas
name-thing-bridge = Bridge
name-thing-cedar = Cedar
name-thing-compass = Compass
name-thing-cypress = Cypress
name-thing-falcon = Falcon
name-thing-fig = Fig
name-thing-fountain = Fountain
name-thing-garden = Garden
name-thing-harbour = Harbour
name-thing-heron = Heron
name-thing-hill = Hill
name-thing-island = Island
name-thing-jasmine = Jasmine
name-thing-lantern = Lantern
name-thing-laurel = Laurel
name-thing-lemon = Lemon
name-thing-library = Library
name-thing-meadow = Meadow
name-thing-mint = Mint
name-thing-mountain = Mountain
name-thing-oak = Oak
name-thing-olive = Olive
name-thing-orchard = Orchard
name-thing-paper = Paper
name-thing-pine = Pine
name-thing-poplar = Poplar
name-thing-quill = Quill
name-thing-river = River
name-thing-saffron = Saffron
name-thing-sparrow = Sparrow
name-thing-spring = Spring
name-thing-star = Star
name-thing-stork = Stork
name-thing-swallow = Swallow
name-thing-thyme = Thyme
name-thing-valley = Valley
name-thing-walnut = Walnut

post-head = Head of delegation
    .note = Answers the decision of the quarter, drafts the orders and marks what the envoy may promise.
post-envoy = Envoy
    .note = Alone makes and answers offers, within what the head marked.
post-analyst = Analyst
    .note = Alone reads the clients’ reports and a sign of what may come, guesses one order of another capital and locks the orders that the head drafted.
post-headAnalyst = Head and analyst
    .note = Drafts and locks the orders, marks what the envoy may promise and reads the clients’ reports.
post-alone = The whole delegation
    .note = Drafts, talks and locks alone.
post-mirror = Second
    .note = Sees what the team sees, advises, and steps in when a device drops out.
post-observer = Observer
    .note = Sees what everybody sees and keeps watch on one question.
post-press = Press
    .note = Asks the capitals, and reports to all.
post-un = UN envoy
    .note = Speaks with all capitals and reminds them of what they signed.
post-humanitarian = Humanitarian office
    .note = Keeps the ledger of the people and asks for access.
post-archivist = Archivist
    .note = Notes what was promised and what was delivered, for the debrief.

cable-wantToTalk = We should like to talk to you.
cable-whatDoYouWant = What matters most to you this quarter?
cable-whatCanYouOffer = What could you offer for that?
cable-offerComing = An offer from us is on its way.
cable-lookAtOffer = Please look at our offer before the lock.
cable-needTime = We need more time to agree among ourselves.
cable-agree = We agree.
cable-cannotAgree = We cannot agree to that.
cable-otherTerms = On other terms we could agree.
cable-putInWriting = Please put it into an offer.
cable-weKeptOurWord = We kept our word. Will you keep yours?
cable-whyNotKept = Why was it not delivered?
cable-keepItBetweenUs = Let this stay between us.
cable-sayItTogether = Let us say this together and in public.
cable-thinkOfPeople = Think of what this means for the people there.
cable-askStatement = Will you make a statement on this?
cable-askAccess = Will you let aid through?
cable-thankYou = Thank you.

why-notYourPost = Another post in your delegation does that.
why-notNow = This is not the time for it; wait for the next phase.
why-talksOver = Talks are over for this quarter; now the orders are locked.
why-frozen = The teacher holds the game for a moment.
why-muted = Messages are switched off for you or for all.
why-freeTextOff = Only ready-made phrases can be sent.
why-tooFast = That was too much at once. Wait a moment and try again.
why-noDraft = The head has not drafted any orders yet.
why-notAsDrafted = Only what the head drafted can be locked.
why-notMarked = The head has not marked this as something that you may promise.
why-forTeacher = Only the teacher can do that.
why-seatsByTeacher = The teacher says who sits where.
why-noSuchEvent = The scenario has no such event.
why-eventOver = This event has happened already, or the round has been played.
why-noSuchSeat = There is no such seat in this room.
why-noSuchPerson = That person is no longer in the room.
why-noPlace = Take a seat or a post first.
why-alreadyBegun = The game has begun; this can no longer be changed.
why-noSuchCode = No room has this code. Look at the six letters again.
why-noSuchSeatHere = This device’s seat is no longer there. Join again with the code.
why-tooManyTries = Too many wrong codes came from here. Wait a few minutes.
why-tooManyRooms = Too many rooms were opened from here. Wait a while.
why-full = The room is full.
why-closed = The room is closed to newcomers; ask the teacher.
why-ended = This session has ended.
why-logFull = This room has taken all that a room can take. Ask the teacher to open a new one.
why-gone = This room has been deleted.
why-removed = The teacher has taken this device out of the room.
why-wrongKey = This server opens rooms only with its key.
why-noSuchScenario = The server does not know this scenario.
why-otherScenario = This page and the server do not have the same scenario. Load the page again.
why-noAnswer = The server does not answer. What you asked may or may not have happened.
why-notKept = The server could not keep this. Try again.

### The gallery: every part in every state

gallery-title = Gallery
gallery-lead = Every part of the screens in every state, for whoever changes how things look.
gallery-colours = Colours and seals
gallery-letters = Letters
gallery-controls = Controls and signs
gallery-documents = Documents
gallery-refusals = Refusals
gallery-states = States of this device
gallery-dialogs = Dialogs
gallery-screens = Whole screens
gallery-answer = I wanted calm on the border, and got a bargain I would not defend at home.
# A sample of Arabic script, in no language's stead.
gallery-script = تهران · مسکو · آنکارا · واشینگتن
