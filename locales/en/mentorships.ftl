# Why this mentor
mentorships-reason-all-strong = { $wanted ->
    [1] the topic is a strong one
    [2] both topics are strong
   *[other] all topics are strong
}
mentorships-reason-covered = { $covered ->
    [1] { $wanted ->
        [1] the topic is on the card
       *[other] one topic of { $wanted }
    }
   *[other] { $covered } of { $wanted } topics
}
mentorships-reason-no-topic = other topics
mentorships-reason-wished = among the wishes
mentorships-reason-times = shared days: { $days }
mentorships-reason-other-times = other days
mentorships-reason-places = { $places ->
    [0] no place left
    [1] has a place
    [2] two places
   *[other] places: { $places }
}
mentorships-reason-offers = { $offers ->
    [1] another offer is open
   *[other] open offers: { $offers }
}
mentorships-reason-level = { $level ->
    [1] initial level
    [2] gold level
   *[other] platinum level
}
mentorships-reason-other-school = another school: { $school }
mentorships-reason-superior = runs the programme: calls for help go one level up

# Offer
mentorships-offer =
    <b>{ $pupil ->
        [0] A colleague asks you to be their mentor
       *[1] A pupil needs a mentor, and you are suggested
    }</b>

    { $mentee }{ $placed ->
        [0] {""}
       *[other] , { $position }
    }{ $across ->
        [0] {""}
       *[other] {"\u000A"}School: { $school }. The curator of your school sees this offer, too.
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A"}Topics: { $topics }. { $rhythm }.{"\u000A"}Goal: { $goal }
    }{ $reasoned ->
        [0] {""}
       *[other] {"\u000A"}Why you: { $why }.
    }
mentorships-offer-mentee =
    <b>You are offered a mentor: { $mentor }</b>{ $across ->
        [0] {""}
       *[other] {"\u000A"}A mentor of another school: { $school }
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A\u000A"}Topics: { $topics }. { $rhythm }.
    }
mentorships-yes = Yes, I’ll do it
mentorships-ask = I have a question
mentorships-not-now = Not now
mentorships-suits = Suits me
mentorships-suits-not = Does not suit me
mentorships-reminder = Your answer is still awaited. Any answer is fine.
mentorships-until = I see. Until when should nothing be offered? Nobody will ask why.
mentorships-until-holidays = Until the holidays
mentorships-until-january = Until January
mentorships-until-september = Until September
mentorships-until-topic = Not my topic
mentorships-yes-mentor = ✅ Thank you! Waiting for the other side: { $partner }
mentorships-yes-mentee = ✅ Thank you! Waiting for the answer: { $partner }
mentorships-yes-lender = ✅ Thank you! Both sides agree; the curator of the mentor’s school is awaited.
mentorships-yes-teams = ✅ Thank you! All agree. It is up to the curators now; I will tell you when you can begin.
mentorships-no-thanks = { $goes_on ->
    [0] Very well, the offer is closed. Thank you for answering!
   *[other] Very well. The others go on without you. Thank you for answering!
}
mentorships-approved-mentor =
    ✅ <b>You are a pair: { $partner }</b>
    You can plan the first meeting. The school takes care of the written consent and the order.
mentorships-approved-mentee =
    ✅ <b>Your mentor: { $partner }</b>
    You can plan the first meeting.
mentorships-made =
    ✅ { $kind } made: { $mentee } — { $mentor }
    Everybody agrees and knows how to plan the first meeting.
mentorships-plan = Plan a meeting
mentorships-five-button = First meeting: 5 questions
mentorships-contact-button = Show my contact
mentorships-five =
    <b>First meeting: 5 questions</b>

    1. What is going best at present?
    2. What should be different by the end of the year?
    3. How do you like to work: a lesson, its analysis, a talk?
    4. When and where do we meet, how do we move a meeting?
    5. What stays between the two of us?
mentorships-contact = { $partner } shows you their contact: { $contact }
mentorships-contact-link = write in Telegram
mentorships-contact-done = ✅ Your contact is shown now to { $partner }

# A question before the answer
mentorships-talk-question = { $sends_back ->
    [0] What would you like to know? Write your question, up to 500 characters. The mentee will read it, or the curator where it is about a group; until the answer the clock stands still.
   *[other] What is to be put right or explained? Write to the school, up to 500 characters. Only its curators read it; the members will hear the decision alone.
}
mentorships-talk-answer = Write your answer, up to 500 characters. Whoever asks will read it.
mentorships-asked =
    ✅ Question sent: { $partner }
    The answer comes here, with the buttons.
mentorships-answer-sent = ✅ Answer sent: { $partner }
mentorships-question =
    { $mentor } asks before answering:
    “{ $question }”
mentorships-question-curator =
    { $mentor } has a question. Please pass it on and record the answer: { $mentee }
    “{ $question }”
mentorships-answer = Answer
mentorships-answered =
    You asked: “{ $question }”
    The answer: “{ $answer }”

# Silence and refusals
mentorships-silent =
    { $mentee } — { $mentor }: no answer for three working days.{ $moves_on ->
        [0] {""}
       *[other] {"\u000A"}In two working days I will ask the next suitable mentor.
    }
mentorships-silent-invited =
    { $name }: no answer to the invitation into the group for three working days · { $mentor }
    The group goes on. A late answer counts, too.
mentorships-let-go = Wait no longer
mentorships-remind = Remind
mentorships-wait = Wait
mentorships-next = Ask the next one
mentorships-reminded = ✅ Reminder sent: { $mentee } — { $mentor }
mentorships-waiting = Very well, three more working days: { $mentee } — { $mentor }
mentorships-next-asked = ✅ The next one was asked: { $mentee } — { $mentor }
mentorships-declined =
    { $mentee } — { $mentor }: the mentor cannot at present.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}The request stays first in the queue.
    }
mentorships-declined-mentee =
    { $mentee } — { $mentor }: the pair did not suit.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}The request stays in the queue.
    }
mentorships-declined-school =
    { $mentee } — { $mentor }: the mentor’s school cannot at present.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}The request stays first in the queue.
    }
mentorships-declined-trial =
    { $mentee } — { $mentor }: the pair decided not to go on.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}The request is in the queue again.
    }
mentorships-closed-mentor =
    The offer is closed: { $mentee }
    No answer is needed any more, thank you!
mentorships-closed-mentee = { $kind } with this mentor: did not come about: it happens. { $waits ->
    [0] The curator will tell you what comes next.
   *[other] Your request stays first in the queue, and the curator will suggest another mentor.
}
mentorships-no-place =
    No place left: { $mentee } — { $mentor }{ $waits ->
        [0] {""}
       *[other] {"\u000A"}The request stays first in the queue.
    }
mentorships-closed-curator = The offer is closed: { $mentee } — { $mentor }
mentorships-choose-anew = Choose another
mentorships-to-approve =
    Both sides agree: { $mentee } — { $mentor }
    { $reasons }
mentorships-to-approve-teams =
    <b>Teams wait for your approval</b>

    They share experience: { $mentor } · { $lender }
    They learn: { $mentee } · { $school }

    The members and the schools agree. The order’s number can come later.{ $answered ->
        [0] {""}
       *[other] {"\u000A\u000A"}Question: “{ $question }”{"\u000A"}The school’s answer: “{ $answer }”
    }
mentorships-send-back = Send back
mentorships-sent-back =
    ✅ Sent back to the school: { $partner }
    Once it answers, the teams come to you again.
mentorships-returned =
    <b>The teams came back without approval</b>
    { $mentee } — { $mentor }

    { $decider }: “{ $question }”

    After your answer they go up for approval again. Nobody asks the members anew.
mentorships-put-forward = ✅ Answer sent, the teams are up for approval again.
mentorships-to-lend =
    { $kind ->
        [TEAM] <b>Another school asks for your team’s help</b>

    They share experience: { $mentor }
    They learn: { $mentee }, { $school }
       *[other] <b>Another school asks for your mentor’s help</b>

    Mentor: { $mentor }
    Mentee: { $mentee }, { $school }
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A"}Topics: { $topics }. { $rhythm }.
    }

    { $kind ->
        [TEAM] The teams begin when all members and you agree. The curator of the other school leads them; you see them, too.
       *[other] The pair begins when both sides and you agree. The curator of the mentee’s school leads it; you see it, too.
    }
mentorships-lend = Approve
mentorships-keep = Not possible now
mentorships-lent = { $approved ->
    [0] ✅ Approved: { $mentee } — { $mentor }{"\u000A"}The sides have yet to answer.
    [2] ✅ Approved: { $mentee } — { $mentor }{"\u000A"}The teams wait for the curator above now.
   *[other] ✅ Approved, the pair is made: { $mentee } — { $mentor }
}
mentorships-kept = All right, the offer is closed: { $mentee } — { $mentor }{"\u000A"}The sides read a neutral line, without reasons.
mentorships-across = { $kind ->
    [TEAM] ✅ <b>Team to team</b>
    They share experience: { $lender }
    They learn: { $school }

    All is approved, the teams begin. Nothing is needed from you.
   *[other] ✅ <b>A pair across schools</b>
    Mentor: { $lender }
    Mentee: { $school }

    All have agreed. The curator of the mentee's school leads it, nothing is needed from you.
}
mentorships-approve = Approve
mentorships-cancel = Take the offer back
mentorships-approved-curator = ✅ { $kind } approved: { $mentee } — { $mentor }
mentorships-cancelled = Offer taken back: { $mentee } — { $mentor }

# Pair
mentorships-list = { $waits ->
    [MENTEE] Waiting for another school: { $total }
    [MENTOR] Other schools ask for a mentor: { $total }
    [ABOVE] Pairs of teams waiting for approval: { $total }
   *[other] Pairs: { $total }
}
mentorships-list-empty = There are no pairs yet.
mentorships-orders-button = Enter order numbers · { $count }
mentorships-orders =
    <b>Order number</b> · { $school }

    Pairs without a number: { $total }. If the order is not about all of them, untick the others.
    Write number and date in one message, for example: No. 45 of { $example }
    The curators will see the number.
mentorships-orders-none = All order numbers are entered.
mentorships-orders-covered = ✓ { $mentee } — { $mentor }
mentorships-orders-left-out = { $mentee } — { $mentor }
mentorships-orders-sure =
    Order No. { $number } of { $date }
    { $school }, pairs in the order: { $count }

    Is that right?
mentorships-orders-yes = Yes, enter it
mentorships-orders-done = ✅ Order No. { $number } of { $date } is entered. Pairs in the order: { $count }
error-order-text = I could not read number and date. Please write them like this: No. 45 of 12.10.2026
error-order-future = That day is still to come. Please check the order’s date.
error-order-early = That is an order of the last school year. The date must not be before { $first }.
error-order-none = These pairs have their numbers already. Please open “Pairs” once more.
error-order-nobody = Please tick at least one pair and send the number again.

mentorships-line = { $kind ->
    [GROUP] Group:{" "}
    [TEAM] Teams:{" "}
   *[other] {""}
}{ $mentee } — { $mentor } · { $state }
mentorships-line-own = { $kind ->
    [GROUP] Group:{" "}
    [TEAM] Teams:{" "}
   *[other] {""}
}{ $partner } · { $state }
mentorships-to-pairs = To the pairs
mentorships-open = Open the pair
mentorships-state-proposed = awaiting answers
mentorships-state-agreed = to be approved
mentorships-state-approved = first meeting ahead
mentorships-state-trial = getting to know each other
mentorships-state-active = at work
mentorships-state-paused = paused
mentorships-state-closing = finishing
mentorships-state-completed = completed
mentorships-state-ended = closed
mentorships-card =
    <b>{ $kind ->
        [GROUP] Group:{" "}
        [TEAM] Teams:{" "}
       *[other] {""}
    }{ $mentee } — { $mentor }</b>
    Now: { $state }{ $across ->
        [0] {""}
       *[other] {"\u000A"}{ $kind ->
            [TEAM] A team of another school shares its experience
           *[other] A mentor of another school
        }: { $lender }{ $across ->
            [1] {""}
           *[other] . Its curator’s approval is awaited.
        }
    }{ $above ->
        [ASKED] {"\u000A"}All agree. It lies with: { $decider }
        [SCHOOL] {"\u000A"}All agree. The school approves.
        [RETURNED] {"\u000A"}{ $decider } waits for the school’s answer: “{ $question }”
       *[other] {""}
    }{ $replied ->
        [0] {""}
       *[other] {"\u000A"}Question: “{ $question }”{"\u000A"}The school’s answer: “{ $response }”
    }{ $awaited ->
        [0] {""}
       *[other] {"\u000A"}Mentor: { $mentor_answer ->
            [YES] agreed
           *[other] answer awaited
        }. Mentee: { $mentee_answer ->
            [YES] agreed
           *[other] answer awaited
        }.
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A\u000A"}Topics: { $topics }. { $rhythm }.{"\u000A"}Goal: { $goal }
    }{ $reasoned ->
        [0] {""}
       *[other] {"\u000A"}{ $reasons }
    }{ $contact_shown ->
        [0] {""}
       *[other] {"\u000A"}Contact: { $contact_text }
    }
mentorships-done = Done
mentorships-yes-for-mentor = The mentor agrees (by word)
mentorships-no-for-mentor = The mentor cannot
mentorships-yes-for-mentee = The mentee agrees (by word)
mentorships-no-for-mentee = Does not suit the mentee
mentorships-propose-finish = Time to finish
mentorships-pause = Pause
mentorships-resume = Resume
mentorships-finish = Finish
mentorships-complete = Finish the work
mentorships-extend = Extend
mentorships-terminate = End early
mentorships-go-on = Not yet
mentorships-finishing =
    { $kind } finishing: { $mentee } — { $mentor }
    Everybody knows.
mentorships-goes-on = Very well, the pair goes on.
mentorships-finish-asked = Time to finish? One of the sides of the pair thinks so: { $mentee } — { $mentor }
mentorships-paused =
    { $kind } paused: { $partner }
    Planned meetings are cancelled, and I will not remind you.
mentorships-resumed =
    { $kind } at work again: { $partner }
    You can plan a meeting.
mentorships-closing =
    { $kind } finishing: { $partner }
    The final meeting is left.
mentorships-ended =
    { $kind }, the work is done: { $partner }
    Thank you!
mentorships-ended-more =
    { $kind } has finished its work: { $partner }
    Thank you!

    May you be offered others who look for a mentor? Any answer is fine.
mentorships-more-yes = Yes, please do
mentorships-more-no = Not for now
mentorships-grown = I would like to become a mentor
mentorships-ended-outcome =
    { $kind }, the work is done: { $partner }
    Thank you!

    Was your request solved? The curator will see the answer.
mentorships-outcome-yes = Yes
mentorships-outcome-partly = Partly
mentorships-outcome-no = No
mentorships-reason = Why does the pair end? Only curators see the reason.
mentorships-end-moved = Moving away
mentorships-end-left-job = Leaving the school
mentorships-end-no-time = No time
mentorships-end-conflict = Did not get along
mentorships-end-consent = Consent withdrawn
mentorships-end-safeguarding = Safeguarding
mentorships-end-other = Other
mentorships-rematch = { $mentee } — { $mentor }: look for another mentor?
mentorships-rematch-yes = Yes, look
mentorships-rematch-no = No
mentorships-terminated =
    { $kind } closed: { $mentee } — { $mentor }
    Everybody was told neutrally.

# Making pairs
mentorships-make-button = Make a pair
mentorships-make-made = ✅ { $made } — { $made_mentor }: { $approved ->
    [0] both were asked.
   *[other] the pair is made.
}
mentorships-make-mentee = Who needs a mentor? Those who have asked are marked.
mentorships-make-nobody = Every mentee has a mentor or an offer already.
mentorships-make-mentor = { $mentee }: who will be the mentor? The best matches come first.
mentorships-make-no-mentor = { $mentee }: the school has no suitable mentor yet. Invite or confirm one.
mentorships-make-how =
    <b>{ $mentee } — { $mentor }</b>{ $reasoned ->
        [0] {""}
       *[other] {"\u000A"}{ $reasons }
    }
mentorships-make-ask-both = Ask both
mentorships-make-agreed = Already agreed
mentorships-make-over-places = { $mentor }: no place left. Write why this pair all the same, or go back and choose another. Only curators see the reason.
mentorships-pick-waits = { $mentee } · asking
mentorships-pick-full = { $mentor } · no place
mentorships-pick-asked = { $mentor } · asked before

# Refusals
error-no-place = No place left ({ $mentor }). The request stays first in the queue.
error-above-awaited = A pair of teams is approved by the curator above; the card says with whom it lies. I will tell you as soon as it is decided.
error-lender-awaited = The pair waits for the curator of the mentor’s school. I will tell you as soon as there is an answer.
error-offer-closed = This offer is closed already; no answer is needed any more.
error-mentor-full = This mentor has no place left. Choose another, or give a reason: “Somebody else”.
error-mentor-state = { $mentor } takes no offers at present. Choose another mentor.
error-mentor-paused = { $mentor } asks for no offers for now. Choose another mentor.
error-mentor-form = The mentor’s card lacks this form ({ $mentor }). Choose another.
error-mentor-consent = This mentor has no valid consent to data processing ({ $mentor }). Choose another.
error-mentor-self = Nobody can be their own mentor. Choose another.
error-mentor-reciprocal = These two already work the other way round. Choose another mentor.
error-already-offered = An answer to this request is awaited. Take that offer back first: menu, “Pairs”.
error-pair-exists = This pair exists already. See it in the menu, “Pairs”.
error-question-open = Your question has been sent. The answer will come here.
error-question-answered = This question has been answered already.
error-answers-themselves = This person has access to the bot and answers for themselves. You can remind them.
error-no-candidate = There is nobody else to ask. This offer stays: a late answer counts, too.

# Pair everybody
mentorships-cohort-button = Pair everybody
mentorships-cohort-where = Where shall I pair?
mentorships-cohort-begin =
    <b>Pair everybody</b> · { $name }

    { $requests ->
        [0] Nobody is waiting for a mentor now.
       *[other] Waiting for a mentor: { $requests }. Confirmed mentors: { $mentors }.
    }{ $schools ->
        [0] {""}
        [1] {""}
       *[other] {" "}Schools: { $schools }. Mentors of other schools only by their own consent.
    }{ $drafted ->
        [0] {"\u000A\u000A"}You will get a draft that you can change. Nobody is told anything until it is published.
       *[other] {"\u000A\u000A"}There is a draft already, curators see it. Nobody is told anything until it is published.
    }
mentorships-cohort-make = Pair
mentorships-cohort-open = Open the draft
mentorships-cohort-working = Pairing… This usually takes a few seconds.
mentorships-cohort-draft =
    <b>Draft</b> · { $name }
    Pairs: { $pairs }, fixed: { $fixed }. { $groups ->
        [0] {""}
       *[other] Groups: { $groups }.{" "}
    }Without a pair: { $left }.{ $problems ->
        [0] {""}
       *[other] {"\u000A"}Lines that have changed: { $problems }, they come first. Mend them or pair again.
    }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Meanwhile the draft was changed: { $person }. The changed lines are marked.
    }{ $placed ->
        [0] {""}
       *[other] {"\u000A\u000A"}{ $lines }
    }
mentorships-cohort-left =
    <b>Left without a pair</b> · { $name }: { $left }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Meanwhile the draft was changed: { $person }. The changed lines are marked.
    }{ $left ->
        [0] {""}
       *[other] {"\u000A\u000A"}{ $lines }
    }
mentorships-cohort-line =
    { $number }. { $mentee } — { $mentor }{ $fixed ->
        [0] {""}
       *[other] {" "}· fixed
    }{ $grouped ->
        [0] {""}
       *[other] {" "}· in a group
    }{ $broken ->
        [0] {"\u000A"}{ $why }
       *[other] {"\u000A"}Changed: { $problem }
    }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Edited: { $person }
    }
mentorships-cohort-line-left =
    { $number }. { $mentee }: { $broken ->
        [0] { $why }
       *[other] { $problem }
    }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Edited: { $person }
    }
mentorships-cohort-edit = { $number } · Change
mentorships-cohort-left-button = Unpaired · { $left }
mentorships-cohort-pairs-button = Pairs · { $pairs }
mentorships-cohort-resting-button = Mentors · { $resting }
mentorships-cohort-publish = { $groups ->
    [0] { $pairs ->
        [one] Publish { $pairs } pair
       *[other] Publish { $pairs } pairs
    }
   *[other] Publish: pairs { $pairs }, groups { $groups }
}
mentorships-cohort-again = Pair again
mentorships-cohort-discard = Delete the draft
mentorships-cohort-to-draft = To the draft
mentorships-cohort-left-no-mentor = the school has no mentors of this form yet
mentorships-cohort-left-full = { $count ->
    [1] the school's mentor has no place left
   *[other] none of the mentors has a place left: { $count }
}
mentorships-cohort-left-paused = { $count ->
    [1] the school's mentor is on a pause
   *[other] the school's mentors are on a pause: { $count }
}
mentorships-cohort-left-not-confirmed = { $count ->
    [1] the mentor waits for confirmation
   *[other] mentors wait for confirmation: { $count }
}
mentorships-cohort-left-no-consent = the mentor's consent to data processing is missing
mentorships-cohort-left-asked = everybody with a place was asked before
mentorships-cohort-left-no-topic = nobody knows these topics, other places are taken in the draft
mentorships-cohort-left-outbid = the places are taken in the draft by other requests
mentorships-cohort-left-by-hand = taken out of the draft
mentorships-cohort-rest-free = { $places ->
    [1] has a place
   *[other] places: { $places }
}, the requests suited others
mentorships-cohort-rest-nobody-asks = { $places ->
    [1] has a place
   *[other] places: { $places }
}, no request fits
mentorships-cohort-rest-full = no place left
mentorships-cohort-rest-paused = on a pause
mentorships-cohort-rest-not-confirmed = waits for confirmation
mentorships-cohort-rest-no-consent = no consent to data processing
mentorships-cohort-problem-request = nobody waits by this request any more
mentorships-cohort-problem-state = the mentor takes no offers now
mentorships-cohort-problem-paused = the mentor asks for no offers for now
mentorships-cohort-problem-scope = the mentor is of another school
mentorships-cohort-problem-form = the mentor's card has no such form
mentorships-cohort-problem-capacity = the mentor's place is taken by now
mentorships-cohort-problem-consent = the mentor's consent to data processing is missing
mentorships-cohort-problem-self = it is one and the same person
mentorships-cohort-problem-reciprocal = these two are a pair the other way round
mentorships-cohort-problem-asked = this mentor was asked for the request before
mentorships-cohort-one =
    <b>{ $mentee }{ $paired ->
        [0] {""}
       *[other] {" "}— { $mentor }
    }</b>{ $wide ->
        [0] {""}
       *[other] {"\u000A"}{ $school }
    }
    Topics: { $topics }. { $rhythm }.
    { $paired ->
        [0] Without a pair: { $why }
       *[other] Why: { $why }
    }{ $broken ->
        [0] {""}
       *[other] {"\u000A"}Changed: { $problem }
    }{ $fixed ->
        [0] {""}
       *[other] {"\u000A\u000A"}Fixed: pairing again will keep this pair.
    }{ $grouped ->
        [0] {""}
       *[other] {"\u000A\u000A"}Also in the group: { $mates }
    }
mentorships-cohort-fix = Fix
mentorships-cohort-loosen = Do not fix
mentorships-cohort-mentor = Another mentor
mentorships-cohort-unite = Join into a group · { $count }
mentorships-cohort-part = As pairs again
mentorships-cohort-take-out = Take out of the draft
mentorships-cohort-let-in = Let in again
mentorships-cohort-choose =
    Who will be the mentor: { $mentee }

    { $lines }
mentorships-cohort-choose-nobody = { $mentee }: there is no other mentor who fits.
mentorships-cohort-choice = { $mentor } — { $full ->
    [0] { $reasons }
   *[other] all places are given in the draft
}
mentorships-cohort-resting =
    <b>Not in the draft</b>, mentors: { $total }

    { $lines }
mentorships-cohort-resting-nobody = Every mentor is in the draft.
mentorships-cohort-resting-line = { $mentor } — { $why }
mentorships-cohort-sure =
    { $groups ->
        [0] { $pairs ->
            [one] Publish { $pairs } pair?
           *[other] Publish { $pairs } pairs?
        }
       *[other] Publish: pairs { $pairs }, groups { $groups }?
    }

    Mentors and mentees get offers, and each answers alone. Your choice counts as the approval.{ $left ->
        [0] {""}
       *[other] {" "}Left in the queue without a pair: { $left }.
    }
mentorships-cohort-yes = Yes, publish
mentorships-cohort-published =
    ✅ Pairs published: { $count }{ $groups ->
        [0] {""}
       *[other] , groups: { $groups }
    }
    Both sides have got their offers. How each pair stands: menu, «Pairs».
mentorships-cohort-not-published = Nothing is published: lines that have changed since: { $count }. They come first in the draft.
mentorships-cohort-discard-sure = Delete the draft? The requests stay in the queue, nobody is told.
mentorships-cohort-discard-yes = Yes, delete
error-draft-changed = The draft has just been changed: { $person }. See what is in it now, and decide once more.
error-draft-full = All places of this mentor are given away. Free a place in the draft first.
error-draft-asked = This mentor was asked for the request before. You can ask again from the request itself.
error-draft-request = Nobody waits by this request any more. Pair again.
error-draft-empty = The draft has no pair. Pair again, or choose a mentor in a line.
mentorships-talk-button = We have talked
mentorships-talk-saved = Recorded: a talk today
mentorships-talk-undone = The record is gone
mentorships-talk-undo = Take it back
mentorships-talk =
    ✅ The talk is recorded: { $mentee } — { $mentor }

    { $lines }

    You may add a few words that only curators read. Or just go back.
mentorships-talk-line =
    { $day } · { $curator }{ $has_note ->
        [0] {""}
       *[1] : { $note }
    }
error-talk-note = That is long. Please keep to { $limit } characters.

# Groups and teams
mentorships-kind = { $kind ->
    [GROUP] Group
    [TEAM] Teams
   *[other] Pair
}
mentorships-group-button = Group
mentorships-team-button = Team – team
mentorships-group-pick = { $inviting ->
    [0] { $side ->
        [MENTEE] { $kind ->
            [TEAM] The first team: who wants to learn? Mark two to ten people.
           *[other] Who will be in the group? Mark two to ten people.
        }
       *[other] { $kind ->
            [TEAM] The second team: who shares experience? Mark two to ten people of one school. Mentors of other schools are seen with their consent.
           *[other] Who will lead the group?
        }
    }
   *[other] Who is to be invited? They get an offer and answer for themselves.
}
mentorships-group-nobody = There is nobody here yet. Invite people to the programme or confirm mentors.
mentorships-group-picked-button = ✓ { $name }
mentorships-group-of-school = { $name } · { $school }
mentorships-group-next = Next · { $count }
mentorships-group-sure =
    <b>{ $kind ->
        [TEAM] Team – team
       *[other] Group
    }</b>
    { $kind ->
        [TEAM] Mentors
       *[other] Mentor
    }: { $mentors }{ $across ->
        [0] {""}
       *[other] {" "}· { $lender }
    }
    Mentees: { $mentees }

    Everybody answers for themselves. If somebody declines, the others go on.{ $across ->
        [0] {""}
       *[other] {" "}The curator of that school is asked, too.
    }
mentorships-group-ask = Ask each of them
mentorships-group-made = { $approved ->
    [0] ✅ Everybody was asked: { $mentee } — { $mentor }
    [2] ✅ Noted, all agree: { $mentee } — { $mentor }{"\u000A"}It is up to the curators now; the card says with whom it lies.
   *[other] ✅ { $kind } made: { $mentee } — { $mentor }
}
mentorships-offer-group = { $kind ->
    [TEAM] <b>You are invited to a team</b>

    Sharing experience: { $mentors }{ $across ->
        [0] {""}
       *[other] {" "}· { $lender }
    }
    Learning: { $mentees }{ $across ->
        [0] {""}
       *[other] {" "}· { $school }
    }
   *[other] { $side ->
        [MENTOR] <b>You are asked to lead a group</b>

    In the group: { $mentees }
       *[other] <b>You are offered a group</b>

    Mentor: { $mentors }
    In the group: { $mentees }
    }
}

    Everybody answers for themselves.
mentorships-yes-group = ✅ Thank you! { $agreed } of { $count } agree. I will tell you once everybody has answered.
mentorships-approved-group = { $leads ->
    [0] ✅ <b>You are in the group. Mentor: { $partner }</b>
    I will tell you of its meetings.
   *[other] ✅ <b>{ $kind ->
        [TEAM] The teams can begin
       *[other] The group is made
    }: { $partner }</b>
    You can plan the first meeting.
}
mentorships-declined-group =
    { $mentee } — { $mentor }: the group did not come about, too few agree.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}The requests stay in the queue.
    }
mentorships-group-changed = { $change ->
    [JOINED] { $name }: now { $kind ->
        [TEAM] in the team
       *[other] in the group
    } · { $mentor }
    [DECLINED] { $name }: cannot take part · { $mentor }
    The others go on.
   *[other] { $name }: no longer { $kind ->
        [TEAM] in the team
       *[other] in the group
    } · { $mentor }
    The others go on.
}
mentorships-group-out =
    You are no longer in the group. Mentor: { $mentor }
    Thank you for your work! If this is a mistake, write to the curator.
mentorships-group-out-outcome =
    You are no longer in the group. Mentor: { $mentor }
    Thank you for your work!

    Was your request solved? The curator will see the answer.
mentorships-group-left =
    You are no longer in the group. Mentor: { $mentor }
    The others go on, thank you!
mentorships-group-closing = Nobody but you is left in the group: its work comes to an end. Mentor: { $mentor }
mentorships-card-members =
    { "" }
    { $kind ->
        [TEAM] Mentors
       *[other] Mentor
    }: { $mentors }
    Mentees: { $mentees }
    Agree: { $agreed } of { $count }
mentorships-group-members-button = Members · { $count }
mentorships-group-members =
    <b>{ $mentee } — { $mentor }</b>
    Members: { $count }, agreed: { $agreed }. Mentors come first.{ $curated ->
        [0] {""}
       *[1] {"\u000A"}Who leaves, or answers through you? Press the name.
    }
mentorships-group-member-button = { $answer ->
    [YES] ✓ { $name }
   *[other] { $name } · awaited
}
mentorships-group-add = { $kind ->
    [TEAM] Invite a mentee
   *[other] Invite to the group
}
mentorships-group-add-mentor = Invite a mentor
mentorships-group-member = { $own ->
    [0] <b>{ $name }</b>: { $answer ->
        [YES] agreed
       *[other] answer awaited
    }
    If somebody goes, the others go on.
   *[other] Leave the group? The others go on without you. The curator and the mentor hear that you have left.
}
mentorships-group-yes-for = “Yes”, on their word
mentorships-group-no-for = “No”, on their word
mentorships-group-release = No longer takes part
mentorships-group-leave = Leave the group
error-shape-team = “Team – team” means two teams; pairs and groups have other forms. Choose another form or another kind.
error-shape-personal = A pair has one mentor and one mentee. If there are more people, make a group.
error-shape-group = A group has one mentor and two mentees or more. Mark more, or make a pair.
error-shape-teams = Each team has two people or more. Mark more.
error-shape-most = Too many people: { $most } at most. Take some out, or make a second group.
error-group-lent = A group is led by a mentor of the own school. Leave pairs for another school.
error-team-schools = The team that shares its experience comes from one school. Keep people of one school, or make another pair of teams.
error-group-member = This person takes part already.
error-group-needs-mentor = A group does not work without its mentor. Ask the curator to bring it to its end.
