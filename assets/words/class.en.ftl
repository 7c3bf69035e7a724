### Playing together. Loaded when somebody does; the handouts for a class stand in kit.en.ftl.

### The ways

class-missing = This part of the game could not be loaded. Check the connection and try again.
ways-heading = Play together
ways-lead = One set of rules, four ways to sit around it. The first two need no network at all.
ways-back = Other ways to play together
way-open = Open
way-device = One device, handed round
    .what = Two to four people share a device. It is covered between turns, and all look at the reveal together.
    .needs = Needs: this device. No network.
    .how = Each capital has the device in turn, for talks first and for orders afterwards. In between it is covered: nothing of one capital is left on the screen when the next one looks.

### Setting a table

table-kept = A game is on this device
table-kept-note = Round { $round } of { $rounds }, kept on { DATETIME($date, dateStyle: "medium", timeStyle: "short") }.
table-kept-broken = The rules have changed since; it cannot be gone on with.
table-resume = Go on with it
table-drop = Delete it and begin another
table-scenario = Scenario
table-who = Who plays?
table-who-device = Each ticked capital is a person, or several who share it. The computer plays the others.
table-person = A person
table-computer = The computer
table-missing = Tick at least one capital.
table-begin = Begin

### Hot seat

turn-heading = { $capital }
turn-when = { $quarter } · round { $round } of { $rounds }
turn-cover = Cover and hand over
hand-to = Hand the device to { $capital }
hand-look-away = Everybody else looks away. Nothing is shown until { $capital } presses the button.
hand-show = We are { $capital }
hand-covered = { $capital } has covered its papers. What it drafted is kept.
hand-sealed = { $capital } has locked its orders.
hand-table = Around the table
hand-state-new = has not had the device this quarter
hand-state-been = has had the device and has not locked
hand-state-sealed = has locked
hand-state-computer = the computer
hand-first = { $capital } first
hand-unseal = Unlock
hand-talk = Talk aloud as much as you like. Offers that shall count are made in the app: take the device, make the offer, hand it to the one who answers.
told-all-here = All orders are in
told-all-look = Put the device where everybody can see it. What comes now is what everybody may know.
told-begin = Tell the quarter
told-heading = { $quarter }
told-public = Everybody may see this. What belongs to one capital stands in its own report.
told-main = What happened
told-next = On to { $quarter }
told-debrief = To the debrief
debrief-as = Read it as

### Paper slips

way-slips = One projector, paper slips
    .what = Teams talk in the room and write orders on paper. One person types them in; the projector shows the map, the reveal and the report.
    .needs = Needs: one computer, a projector, a printer beforehand. No network.
    .how = Print the sheets, give each team its own, let them talk, collect the slips, type the codes. The game tells what cannot be ordered before it is played.
table-who-slips = Each ticked capital is a team in the room. The computer plays the others.
clock-left = { $minutes }:{ $seconds }
clock-frozen = stopped
clock-minute = One minute is left.
clock-over = The time is over.
slips-more = More
slips-talks = Time to talk:
slips-timer = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 }
slips-type = Type in the slips
slips-print = Print sheets, slips and offer forms
slips-back = Back to the quarter
slips-heading = Slips for { $quarter }
slips-private = Blank the projector or turn the screen away: what is typed here is secret until the reveal.
slips-how = A letter answers the decision, numbers are moves: “B 3 7x2” answers B, orders move 3, and presses move 7 with 2 influence. An empty field orders nothing.
slips-codes = Codes from the slip
slips-away = No team today
slips-away-note = The computer orders for this capital this quarter.
slips-sealed = Locked.
slips-play = Lock all and play the quarter
slips-empty = A slip is empty
slips-empty-note = A team without a slip gives no answer and makes no move this quarter. Go on all the same?
slips-refused = “{ $move }”: { $why }
slips-no-move = No move on this capital’s sheet has the number { $piece }.
slips-no-answer = No answer has the letter { $piece } this quarter.
slips-two-answers = Only one letter can answer the decision; { $piece } is one too many.
slips-not-read = “{ $piece }” could not be read. Use a letter for the answer and numbers for moves.
slips-undo-heading = Something was typed wrong last quarter?
slips-undo-note = The game goes back to the beginning of the quarter that was played last. Its slips are typed again; the dice fall as before.
slips-undo-ask = Take the last quarter back?
slips-undo = Take the last quarter back
signed-heading = Signed offers
signed-how = Tick who signed and type what each promises: “3” makes move 3, “-3” does not make it, “b2” holds line b at its second stance, “+1” passes 1 influence.
signed-promises = Promises
signed-until = Until the end of
signed-secret = Secret
signed-enter = Enter it as signed
paper-how = One sheet, one page of slips for each capital, then offer forms. Slips are cut along the dashed lines.
paper-print = Print
paper-sheet = { $capital }: sheet of codes
paper-influence = You begin with { $influence } influence. Moves on one line exclude each other in a quarter.
paper-press = 1 to 3 influence, as you press
paper-slips = { $capital }: order slips
paper-slip = { $capital }, { $quarter }
paper-answer = Answer (letter):
paper-move = Move { $slot } (number):
paper-offers = Offer forms
paper-offer = Offer
paper-promises = { $capital } promises:
paper-signed = signed:
paper-until = Until the end of (quarter):
paper-offer-codes = A number: makes this move. A number with a minus: does not make it. A letter and a number: holds this line there. A plus and a number: passes influence. Words do as well.

### A class over a server: joining and waiting

way-join = Join a class
    .what = Your teacher shows a code of six signs. No account and no name are needed.
    .needs = Needs: this device in the class’s network.
way-lead = Lead a class
    .what = Open a room, let people join with a code, steer time and teams from one page, debrief together.
    .needs = Needs: this page served by a class server (npm start on a laptop), devices in the same network.
way-kit = The kit
    .what = Quick start, lesson plans, script, role cards, debrief guide, care sheet and more, to read or to print.
    .needs = Needs: nothing.
join-heading = Join a class
join-lead = Type the code that your teacher shows.
join-code = Code, { $letters } signs
join-enter = Join
join-knocking = Asking …
join-perhaps = No code has the sign “{ $sign }”. Is it { $other ->
    [none] { $one }
   *[other] { $one } or { $other }
}?
join-no-sign = No code has the sign “{ $sign }”.
join-before = You were in room { $code }
join-back = Back to my seat
join-privacy = You get a name that is made up. Nothing about you is asked, sent or kept.
room-code = Room { $code }
room-leave = Leave the room
room-lost = The connection is lost. It is tried again by itself; your seat and what was locked are kept.
room-back = Connected again.
room-over = The room is closed
room-ended = The session has ended
world-name = World { $world }
waiting-name = You are { $name }
waiting-reroll = Another name
waiting-seated = You sit at { $capital }.
waiting-post = You are: { $post }.
waiting-choose = Choose a capital or a post below.
waiting-choose-late = The game has begun. Take a seat below, or look on.
waiting-teacher = Your teacher says who sits where.
waiting-begin = The game begins when your teacher says so.
waiting-begun = The game has begun; it opens in a moment.
waiting-seats = Choose a capital
waiting-world = World
waiting-people = { $people ->
    [0] nobody yet
    [one] { $people } person
   *[other] { $people } people
 }
waiting-role = Who is that?
waiting-sit = Sit here
waiting-sitting = You sit here
waiting-posts = Or look on
waiting-posts-note = Anybody may choose one of these, at any time and without a reason. The work counts the same.
norm-role = You speak for an office, not for yourself and not for a people.
norm-people = What happens to people is told first, and nobody spends it.
norm-screen = Keep your screen to your own team.
norm-stop = Whoever wants to stop, stops. Say so, or step out at the top of the screen.
person-away = away
person-muted = silenced

### A class over a server: at the table

phase-lobby = Before the game
phase-briefing = Briefing
    .note = A new quarter: read your briefing.
phase-talks = Talks
    .note = Talks are open: make offers, draft orders.
phase-orders = Orders
    .note = Talks are over: lock your orders.
phase-reveal = Reveal
    .note = All orders are in. The quarter is told.
phase-report = Report
    .note = Read what it came to.
phase-debrief = Debrief
    .note = The game is over. Now the debrief.
phase-ended = Ended
    .note = The session has ended.
top-post = { $capital } · { $post }
top-menu = Me and my team
top-step-out = Step out of the role
top-step-out-note = At once and without a reason: you look on from then on.
post-talks = { $name }, your envoy, makes and answers offers. You see them all.
post-talks-nobody = Another post in your delegation makes and answers offers.
post-handed = Your teacher has given your capital to the computer for now. You see everything and go on as soon as it is given back.
post-draft = Your delegation’s orders
post-drafts = { $name } drafts the orders, { $other } locks them. This is how they stand.
post-locks = You draft the orders below; your team sees them as you go. { $name } locks them.
post-hand-over = Hand over what stands here, even if it is nothing
post-you-lock = { $name } drafts the orders. You lock them when your team is done.
post-nobody = Nobody
post-signs = { $name }, your analyst, holds the signs of what may come. Ask.
post-signs-nobody = Another post in your delegation holds the signs of what may come.
analyst-report = For your delegation: what you alone are told
analyst-report-note = Nobody else in your delegation reads this. Say to your team what matters of it, and how sure it is.
analyst-client = { $stance }. Its confidence: { $confidence }. It relies on us: { $reliance }.
analyst-coming = A sign of what may come
post-unlock = Take the orders back
guess-heading = Guess one order of another capital
guess-note = You may change it until the quarter is played. A guess that comes true is worth one more question to the analyst’s forecast.
guess-none = No guess
guess-true = { $count ->
    [one] One guess came true so far.
   *[other] { $count } guesses came true so far.
 }
mandate-all = The envoy may promise everything
mandate-some = The envoy may promise only what is ticked
mandate-note = What is not ticked your envoy can neither offer nor accept for you.
mandate-everything = Everything
mandate-line = Hold the line: { $line }
mandate-limits = Your head has marked what you may promise; anything else is refused.
messages-heading = Messages
messages-none = No messages yet.
messages-earlier = Earlier messages
messages-to = To
messages-cable = Cable
messages-own = Your own words
messages-send = Send
messages-seen = Your teacher sees every message.
message-head = { $from } to { $to }
message-told = { $from }: { $text }
from-teacher = The teacher
from-whole = { $as } ({ $name })
to-all = everybody
to-team = our own team
looker-deals = Offers and pacts that everybody knows
looker-no-deals = None so far.
looker-back = Your teacher can give you a seat again.
looker-sit = Take a seat at a capital
task-observer = Your question: who keeps its word when it costs something?
task-press = Each quarter, ask two capitals one question and tell all in two sentences what is new.
task-un = Each quarter, remind two capitals of something that they signed or said.
task-humanitarian = Each quarter, say first what it meant for people, then ask one capital for access.
task-archivist = Each quarter, write down one promise and, next quarter, what became of it.
role-all = Say once aloud for whom you spoke, and that you no longer do. From here on everybody speaks for themselves. Then this, and nothing else yet: what did you feel when the last quarter was told?
role-looked = Whoever looked on: what could only be seen from outside?
class-step = Step { $at } of { $of }, together with the class
ask-feel = How did you feel when the last quarter was told? A few words.
ask-predict = If one choice had been different: what would have changed, and how sure are you?
ask-tradeOff = One trade-off that you met
ask-doubt = One doubt about the model
ask-note = Your answer goes to your teacher without your name. It cannot be taken back.
ask-send = Send
ask-sent = Sent, without your name.

### A class over a server: the desk

lead-heading = Lead a class
lead-lead = Choose a plan and open the room. Everything else has a sensible value and can be changed later.
lead-kit = The kit: quick start, script, handouts
lead-before = You lead room { $code }
lead-back = Back to the desk
lead-plan = Lesson plan
plan-rehearsal = 15 minutes: rehearsal
plan-m45 = 45 minutes
plan-m60 = 60 minutes
plan-m90 = 90 minutes
plan-two = Two lessons
plan-open = No timers
plan-rounds = { $rounds } rounds, { $minutes } minutes of play
plan-rounds-open = { $rounds } rounds; you say when each phase ends
lead-class = The class
lead-worlds = Parallel worlds
lead-worlds-count = { $worlds ->
    [one] One
   *[other] { $worlds }
 }
lead-worlds-note = One world holds four teams of three. Up to 17 people: one world. 18 to 30: two. More: three or four. All begin from the same seed, so only people make the difference.
lead-seating = Who says who sits where
seating-choice = Everybody chooses
seating-teacher = I do
seating-lot = By lot
lead-more = More settings
lead-free-text = Let people write messages of their own.
lead-free-text-note = Off: only ready-made phrases. You see everything either way.
lead-analyst = The analyst’s forecast
analyst-rule-off = Off
analyst-rule-one = One question a round
analyst-rule-free = As often as wanted
lead-key = Key of this server
lead-open = Open the room
lead-no-server = No class server answers here. Start the game with “npm start” on your laptop and open the page that it names.
desk-heading = Room { $code }
desk-people = { $here } of { $all } devices are here
desk-projector = Open the projector
desk-not-projected = Do not project this page
desk-try-one = Try it with one phone before the class comes. If its page does not open, the network keeps devices apart: use another one, or play with paper slips.
desk-no-draft = The head has handed nothing over: under Orders, “Hand over what stands here”. Then the analyst can lock.
phone-test = Before the class: does a phone reach this machine?
phone-test-open = In the same network as the class, point one phone at this code, or type
phone-test-good = The page “Join a class” opens: every other device will come in too.
phone-test-bad = Nothing opens: the network keeps devices apart, or a firewall closes this machine. Use the school’s other network or a phone’s hotspot, or let this program through; otherwise play with paper slips, which need no network.
desk-leave = Leave the desk: the room goes on
desk-join = The class joins with this code
desk-join-at = or at
desk-only-here = This address works on this machine only. Open the desk under the class address that the terminal shows.
qr-label = QR code for { $address }
desk-time = Time
desk-lobby = { $seated ->
    [0] Nobody has a seat yet. The computer plays every empty capital.
    [one] One person has a seat. The computer plays every empty capital.
   *[other] { $seated } people have seats. The computer plays every empty capital.
 }
desk-begin = Begin the game
desk-which = World
desk-all-worlds = All worlds
desk-round = round { $round } of { $rounds }
desk-freeze = Stop the clock
desk-pause = Hold everything
desk-resume = Go on
desk-more = + 1 minute
desk-less = − { $seconds } seconds
desk-next = Next: { $phase }
desk-skip = Next
desk-stay = Leave it as it is
desk-ask-debrief = Go to the debrief now?
    .note = The game ends where it stands. The debrief works after any round.
desk-ask-undo = Take the last quarter back?
    .note = The game goes back to the beginning of the quarter that was played last, for all who are chosen above. The dice fall as before.
desk-ask-end = End the session?
    .note = Devices show that it is over. The room is kept and can be read from this desk until it is deleted.
desk-ask-erase = Delete the room now?
    .note = Everything in it goes for good: decisions, messages, answers. Save files first if you want to keep them.
desk-end = End the session
desk-erase = Delete the room
desk-end-heading = The end
desk-teams = Teams
desk-differs = Round { $round } comes out otherwise here than when it was played, since the rules have changed: everything decided is kept and can be read, but go on to the debrief rather than play on.
desk-nobody = Nobody sits here.
desk-computer = The computer plays.
desk-by-people = People play.
desk-hand = Hand to the computer
desk-give-back = Give back to the team
desk-locked = locked
desk-drafted = drafting
desk-open = no draft yet
desk-lookers = Posts outside the capitals
desk-swap = Swap two teams
desk-swap-one = One team
desk-swap-other = The other team
desk-swap-do = Swap their capitals
desk-waiting = { $count ->
    [one] One person waits for a place
   *[other] { $count } people wait for a place
 }
desk-seating-choice = They can choose for themselves; you can place them too.
desk-seating-teacher = Place each of them, or let the lot do it.
desk-seating-lot = The lot places them when the game begins, or now.
desk-lot = Seat them by lot
person-menu = Change
person-move = Place
person-no-place = No place
person-post = Post now: { $post }
person-post-turns = Fix another one, or let posts pass on
person-rename = Another name
person-mute = Silence
person-unmute = Let speak again
person-remove = Take out of the room
person-remove-note = Its device can join again with the code, unless the room is closed to newcomers.
desk-deals = Offers and pacts: { $count }
desk-deals-note = Secret ones are in this list. Do not project this page; the projector has its own.
desk-secret = secret
desk-no-deals = None.
desk-messages = Messages and events
desk-news = Tell everybody something
desk-news-send = Tell
desk-event = Put an event into this quarter
desk-event-none = Choose an event
desk-event-do = Put it in
desk-event-note = It happens when this quarter is played. Tell the class, or let it come as a surprise.
desk-injected = Put into this quarter: { $events }.
desk-mute = Nobody can send messages
desk-settings = Settings and the end
desk-timers = Seconds of each phase
desk-timers-note = Empty: you say when it ends. 0: the phase is left out. A change counts from the next phase on.
desk-plan-pick = Take the times of a plan …
desk-no-timer = by hand
set-freeText = People may write messages of their own
set-rotate = Posts pass on each round
set-closed = Closed to newcomers
set-inStep = Worlds wait for one another
desk-layers-fixed = Fixed since the game began.
desk-debrief = Debrief
desk-debrief-note = Projector and tablets follow the step that you choose. { $minutes } minutes for all steps; leave out what you like.
desk-asks = asks everybody
desk-step-back = Back
desk-step-on = Next step
tickets-heading = What people answered
tickets-note = Without names. Read them before you show them.
tickets-of = { $ask } ({ $count })
tickets-show = Show on the projector and the tablets
beside-heading = The worlds side by side
beside-note = The same seed and the same dice: what differs came from people. No world is better for it.
beside-what = At the end
beside-of = { $capital }: { $what }
class-what-if = What if? Try another choice
class-what-if-note = Opens the game as it was played in a page of its own; the debrief stays here.
files-heading = To keep
files-note = Decisions, pacts and answers. No person, no rank, no grade.
files-csv = Table (CSV)
files-json = Everything (JSON)
files-record = { $worlds ->
    [one] Record, to play on from
   *[other] Record of { $world }
 }
files-world = World
files-quarter = Quarter
files-capital = Capital
files-kind = Kind
files-what = What
files-kind-answer = answer
files-kind-move = order
files-kind-pact = offer or pact
wall-heading = Projector
wall-from-desk = Open the projector from the teacher’s desk.
wall-join = Go to { $address } and type
wall-people = { $count ->
    [0] Nobody is here yet.
    [one] One person is here.
   *[other] { $count } people are here.
 }
wall-seat = { $capital }: { $people }
wall-phase = { $phase } · { $quarter }
wall-locked = locked
wall-open = deciding
