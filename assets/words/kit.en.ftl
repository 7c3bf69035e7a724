### The kit for a class. An item with several lines is shown as a list. Numbers that come from the app are filled in.

kit-contents = Sheets
kit-print = Print this sheet
kit-print-all = Print everything
kit-all = All sheets on one page
kit-handout = for those who play
kit-minutes = Minutes
kit-what = What
kit-span = { $from }–{ $until }
kit-step-head = { $title } ({ $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
 })
kit-card-plain = In plain words
kit-card-full = The role
kit-card-brief = The first quarter
kit-card-posts = Posts

kit-start = Quick start
kit-start-1 = Four teams speak for Tehran, Moscow, Ankara and Washington over Syria from June 2016 on. Each quarter they talk, lock secret orders at once, and see what came of it and why. Nobody wins; the debrief is the lesson.
kit-start-2 =
    Choose a way: one device handed round, a projector with paper slips, or a class with a device for each person. The first two need no network.
    For a class: on a laptop in the class’s network start the game with “npm start” and open the address that the terminal shows.
    Choose “Play together”, then “Lead a class”, then a lesson plan. Open the room.
    Open the projector from the desk and drag it to the wall. It shows the code and nothing secret.
    People join with the code. Nobody types a name.
    Press “Begin the game”. The computer plays every empty capital, and hands over at once when somebody sits down.
    .head = In six steps
kit-start-3 =
    Stop the clock whenever you like: everything stands still.
    “Next” ends a phase. “+ 1 minute” lengthens it.
    “To the debrief” works after any round. Keep a third of the time for it.
    .head = While it runs
kit-start-4 =
    Read the care sheet, and tell the class a day ahead what it is about.
    Read the script once.
    Open “Lead a class” on the laptop that you will use, and try under “Before the class” whether a phone reaches it.
    Do the rehearsal once.
    .head = Before the first time

kit-rehearsal = Rehearsal, 15 minutes
kit-rehearsal-1 = You play alone with computer teams on the very machine, screen and network that the class will use. What fails, fails now.
kit-rehearsal-2 =
    Open a room with the plan “15 minutes: rehearsal”. Open the projector.
    Join with a phone or a second browser window. Sit down at any capital.
    Begin. Order one move and lock. The computer teams lock by themselves.
    During the second round stop the clock, go on, add a minute, put an event in, and reload the phone: it comes back to its seat.
    Go to the debrief. Step through it and watch the projector follow.
    Delete the room at the foot of the desk.
    .head = What to do
kit-rehearsal-3 =
    The phone reaches the address that the projector shows.
    The letters on the wall can be read from the last row.
    You know where “Stop the clock” and “To the debrief” are.
    .head = It is done when

kit-lessons = Lesson plans
kit-lessons-1 =
    Explain a decision by aims, red lines and what others were expected to do.
    Tell apart what a capital promised, tried and delivered.
    Follow one outcome back to its causes, and name one limit of the model.
    .head = What people can do afterwards
kit-lessons-2 = Choose the plan when you open the room: its timers are then set. The rounds below last as long as those timers say; you can always stop, extend or skip.
kit-step-open = Open a room, open the projector, join with one other device.
kit-step-seat = Sit down, begin.
kit-step-look = Debrief: step through it, delete the room.
kit-step-join = Content note read aloud. Code on the wall, join. Anyone may choose a post that looks on.
kit-step-roles = Read the role card. Teams see who is head, envoy and analyst; posts pass on each round.
kit-step-vote = Show of hands on the question of the article: Ankara, Moscow, both, neither. Note the numbers.
kit-step-memo = Each team writes three lines: what we want, what we will not accept, whom we talk to first.
kit-step-rounds = { $rounds } rounds: briefing, talks, orders, reveal, report. One “why” is opened together each round.
kit-step-roundsFirst = Three rounds: briefing, talks, orders, reveal, report.
kit-step-soFar = Stop the clock. Who kept its word so far? What do you expect next? Each person writes one sentence.
kit-step-pause = End of the first lesson. Leave the desk; the room is kept. Note its code.
kit-step-back = Everybody comes back to the seat with the same device, or joins again. The desk opens with “Back to the desk”.
kit-step-roundsSecond = The remaining two rounds.
kit-step-stepOut = Stop. Everybody says aloud: “I am not Tehran, Moscow, Ankara or Washington any more.”
kit-step-debrief = Debrief in step on wall and devices. Leave steps out rather than hurry.
kit-step-whatIf = One “what if”: the class predicts, then one choice is played anew. Press “What if? Try another choice” in the debrief, on the desk or at the projector: the game opens in a page of its own.
kit-step-ticket = Exit ticket: one trade-off, one doubt. Second show of hands.

kit-script = Script
kit-script-1 = Words you may use, in your own way. What stands in quotation marks is said aloud.
kit-script-2 =
    “Today you speak for offices of four states in a real war. Nobody plays a fighter or a victim. What happens to people is told first, and nobody can spend it.”
    “If you would rather look on, choose a post that looks on. You need no reason, now or later, and the work counts the same.”
    “You speak for an office, not for yourself, and not for a people.”
    .head = Opening
kit-script-3 =
    “Go to the address on the wall and type the code. You get a made-up name; if you do not like it, take another.”
    “Sit down at a capital. Three people in a team: the head drafts orders, the envoy alone makes offers, the analyst alone reads the signs of what may come, and locks.”
    .head = Joining
kit-script-4 =
    Briefing: “Read. One thing is put to you this quarter: what would each answer cost you?”
    Talks: “Stand up, go to other teams, talk. What shall count goes into an offer.”
    Orders: “Half a minute. The analyst locks. Silence is an answer too.”
    Reveal: “Look at the wall. Do not comment yet.”
    Report: “Who can open one “why” and read us the chain?”
    .head = Each round
kit-script-5 =
    “Stop. Put the devices down. Say once aloud who you are not any more.”
    “From now on say “they”, not “we”.”
    .head = Stepping out
kit-script-6 =
    “First only: what did you feel? Then: what happened? Only then: why?”
    Let people speak before you do. Ask “What would have to be different for the opposite to be true?”
    “This was one run of a simple model. It proves nobody right.”
    .head = Debrief

kit-roles = Role cards
kit-roles-1 = One page for each capital. Hand out the plain card first where reading is slow; the situation of the first quarter has about a hundred words.

kit-slips = Order slips and offer forms
kit-slips-1 = For playing on paper: sheets of codes, slips for three rounds, offer forms. In the way “One projector, paper slips” they can be printed for the number of rounds that you chose.

kit-background = Background sheet
kit-background-1 = The situation in June 2016, the words that are used and those that are contested. Open “sources” for where each comes from and how far it was checked.

kit-debrief = Debrief guide
kit-debrief-1 = { $steps } steps, { $minutes } minutes if all are taken. Order matters more than completeness: feelings, then what happened, then why, then reality, then limits. Wall and devices follow the desk.
kit-debrief-2 =
    Laughter at a bad outcome: “Whose outcome was that?” Go to “What it cost people”.
    Blame of a person: “The office had three options. What did each cost it?”
    Blame of a people or religion: stop, name it, go back to offices and interests.
    “So that would have worked”: “In this model. What does the model leave out?”
    Somebody with ties to the region corrects the game: thank them, write it on the board as a doubt about the model.
    .head = Difficult moments
kit-debrief-3 =
    Somebody is in distress, or asks to stop.
    A team enjoys harm after you named it once.
    You are no longer sure that people tell role and person apart.
    .head = When to stop the game and go to the debrief
kit-ask-role = Ask: at which moment were you glad, angry, ashamed? What did you order that you would not want?
kit-ask-happened = Ask: tell the story in four sentences. Where was the turn?
kit-ask-why = Ask: which single choice, made otherwise, would have changed most? Open its “why” and read the chain aloud.
kit-ask-promises = Ask: which promise was broken, and could it have been kept? What is the difference between “would not” and “could not”?
kit-ask-people = Ask: who paid for what was decided here? Was it visible when it was decided?
kit-ask-record = Ask: what did the real capitals do in the same quarter? Name a reason that the model does not know.
kit-ask-limits = Ask: what must be left out so that a class can play it? Which omission changes the answer most?
kit-ask-thesis = Ask: is Tehran better served by Ankara than by Moscow? For what, until when, at what price?
kit-ask-ticket = One trade-off, one doubt. Answers come without names; read them before you show them.

kit-happened = What really happened
kit-happened-1 = For after the debrief. Handed out before, it turns the game into a quiz.

kit-model = Model sheet
kit-model-1 = Choices are statecharts: each capital stands somewhere on each of its lines, and a move leads to another stance. Consequences are { $links } links from stances and levels to levels, each with a strength, a delay, a source and a confidence. { $events } events can happen. { $sources } sources stand behind it.
kit-model-2 =
    Open “Why?” beside any number: rule, inputs, who caused it, source, and who disagrees.
    Open “The model” on the first screen: all links, drawn and in tables. { $disputed } links show an opposing view.
    Change what you doubt under assumptions and play again with the same seed.
    .head = How to look inside
kit-model-3 =
    Strengths are the authors’ reading and say so; the sources are about facts, not about numbers.
    Inner politics, economies and most local actors are left out or made coarse.
    What a capital can do is what was discussed at the time, cut to a few moves.
    A quarter is one step; much that mattered took a day.
    Nothing in it is a prediction.
    .head = What it leaves out
kit-model-4 = Played with the real decisions, the model comes near many of the real figures and misses others. Its own errors stand in the debrief under “What really happened”.
    .head = How far it can be trusted

kit-rubric = Rubric: reasoning
kit-rubric-1 = For memos, speeches or the exit ticket. It looks at reasons alone: no outcome of a game counts for or against anybody, and the exported files hold no rank.
kit-level-begins = Begins
kit-level-clear = Clear
kit-level-strong = Strong
kit-criterion-aims = Aims and red lines
    .begins = Names what the capital wants.
    .clear = Links a decision to an aim and to a line that was not to be crossed.
    .strong = Weighs two aims against each other and says what was given up.
kit-criterion-others = The others
    .begins = Mentions what another capital did.
    .clear = Says what was expected of others, and why.
    .strong = Compares what was expected with what came, and revises the picture of the other.
kit-criterion-evidence = Evidence
    .begins = Refers to the game in general.
    .clear = Uses a report, a “why” or a source.
    .strong = Uses several that do not agree, and says which weighs more.
kit-criterion-causes = Causes
    .begins = Names one cause.
    .clear = Follows a chain of causes over at least two steps.
    .strong = Separates what was chosen, what others did and what was chance.
kit-criterion-limits = Limits of the model
    .begins = Says that it is a game.
    .clear = Names one thing that is left out.
    .strong = Says how that omission would change the conclusion.
kit-criterion-people = People
    .begins = Mentions people.
    .clear = Says who paid for a decision.
    .strong = Weighs that against what was gained, without excusing either.

kit-care = Care sheet
kit-care-1 = Tell the class a day ahead, and families where that is usual: “We shall play a game of diplomacy about the war in Syria from 2016 on. It speaks of sieges, flight and attacks, in words, without pictures. Nobody plays a fighter or a victim. Whoever prefers to look on may do so without a reason.”
    .head = Before
kit-care-2 =
    Anybody steps out with one tap at the top of the screen, at any minute; the computer takes the seat at once.
    Posts that look on are work of equal weight: press, UN envoy, humanitarian office, archivist, observer.
    Agree on a word that stops everything. Use “Stop the clock” on the desk.
    .head = Stepping out
kit-care-3 =
    Never assign a capital by where somebody or their family comes from. By choice or by lot is safest.
    Do not ask anybody to speak for a country or a people.
    Ask people with ties to the region beforehand, in private, how they would like to take part: play, look on, help to lead, or do something else.
    .head = People with ties to the region
kit-care-4 =
    Step out of the role aloud before the debrief.
    Look for whoever is quiet at the end. Know whom you would call.
    .head = Afterwards

kit-privacy = Access and privacy
kit-privacy-1 =
    No account, no e-mail, no typed name. Names are generated.
    The server keeps decisions, posts, preset messages and, where you allow them, short messages and debrief answers. Answers are kept without who gave them.
    A room is deleted after the time that the server sets, 30 days unless changed, or at once by you.
    Logs hold no addresses of devices. The page asks no other host for anything.
    On the device: settings, and a token that brings it back to its seat. Nothing else about the person.
    Ask people not to write names into messages.
    .head = Data
kit-privacy-2 =
    The whole game works by keyboard, and every screen has headings and landmarks; news is announced to screen readers.
    The map has a text form with the same content.
    Text size, contrast, theme and motion are set on each device.
    Nothing depends on colour, sound or a mouse. The page holds at 200 % zoom and at 360 pixels.
    .head = Access
kit-privacy-3 =
    Devices must reach the laptop or server in the same network. Guest networks often keep devices apart; ask for that beforehand.
    Where WebSockets are blocked, the game uses ordinary requests by itself.
    Without any network: one device handed round, or a projector with paper slips.
    .head = Network

kit-trouble = When something goes wrong
kit-trouble-1 = Type the address with http:// in front and the port at its end. Is the tablet in the same network? Does the network keep devices apart? Otherwise play with paper slips: the same sheets work at once.
    .head = A device does not reach the address
kit-trouble-2 = Look at the code again; it has no O, I, L, S, Z, B and no 0, 1, 2, 5, 6, 8. After many wrong tries from one address the server waits a few minutes.
    .head = The code is refused
kit-trouble-3 = It comes back by itself when the page is loaded again. On another device, join anew with the code; the teacher puts the new name into the old place and takes the old one out.
    .head = A tablet dropped out
kit-trouble-4 = The computer plays every empty capital. Whoever comes late sits down there and goes on at once.
    .head = A team is absent or somebody comes late
kit-trouble-5 = When the time is over, what the head drafted counts as locked; without a draft the computer orders for that team. “Next” on the desk does the same at once.
    .head = A team does not lock
kit-trouble-6 = Start it again with “npm start”. Rooms are kept; devices come back by themselves.
    .head = The laptop was closed or the server stopped
kit-trouble-7 = Press “Take the last quarter back” on the desk. The dice fall as before; what people choose may differ.
    .head = A round went wrong
kit-trouble-8 = Press “Stop the clock”, or go to the debrief: it works after any round.
    .head = Time runs out, or the mood turns
