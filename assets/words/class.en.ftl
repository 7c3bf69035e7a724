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
