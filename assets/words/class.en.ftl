### Playing together. Loaded when somebody does; the handouts for a class stand in kit.en.ftl.

### The ways

class-loading = Opening …
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
