# Request: topics → how often and when → goal → review
requests-ready = Done
requests-ticked = ✓ { $label }
requests-ask-form = Who helps whom?
requests-ask-topics =
    What would you like help with?

    Tick one topic or more, then press “Done”.
requests-ask-rhythm =
    How often and when would you like to meet?

    First how often, then the time.
requests-ask-goal =
    What would you like to achieve?

    Choose one or write in your own words, up to 500 characters. The curator and the mentor will read it.
requests-goal-later-button = We’ll talk when we meet
requests-goal-said = “{ $goal }”
requests-goal-later = to be discussed when meeting
requests-ask-review =
    <b>Check your request</b>

    Topics: { $topics }
    Goal: { $goal }
    { $rhythm }{ $wished ->
        [0] {""}
       *[other] {"\u000A"}Wished mentor: { $names }
    }
requests-send = Send
requests-change = Change
requests-wish-button = I want a certain mentor
requests-ask-wish =
    Whom would you like? You can tick up to three people.

    The curator will see it.
requests-ask-wish-none = The school has no confirmed mentors yet. The curator will find one for you.
requests-sent =
    ✅ Your request is with the curator{ $known ->
        [0] {""}
       *[other] : { $curator }
    }.
    Next: the curator will suggest a mentor. I will tell you about every step.
requests-mine-button = Where is my request?

# How often and when
requests-weekly = Once a week
requests-fortnightly = Every two weeks
requests-monthly = Once a month
requests-once = A single meeting
requests-after-lessons = On weekdays after 15:00
requests-mon-wed = Mon or Wed after 15:00
requests-tue-thu = Tue or Thu after 15:00
requests-saturday = On Saturday
requests-by-agreement = Times by agreement
requests-said-after-lessons = on weekdays after 15:00
requests-said-mon-wed = Mon or Wed after 15:00
requests-said-tue-thu = Tue or Thu after 15:00
requests-said-saturday = on Saturday
requests-said-by-agreement = times by agreement
requests-rhythm-said = { $often }, { $times }

requests-form-student-student = Pupil to pupil
requests-form-teacher-teacher = Teacher to teacher
requests-form-unistudent-student = Student to pupil
requests-form-employer-student = Employer to pupil
requests-form-employer-unistudent = Employer to student
requests-form-head-head = Head to head
requests-form-team-team = Team to team
requests-form-teacher-student = Teacher to pupil

# Where is my request
requests-mine-none = You have no request yet.
requests-mine =
    { $standing }

    Topics: { $topics }
    Goal: { $goal }
    { $rhythm }
requests-with-curator = <b>Your request is with the curator: { $name }</b>, since { $since }. Next: the curator will suggest a mentor.
requests-with-mentor = <b>Waiting for an answer: { $name }</b>, since { $since }. If none comes, the curator will suggest another mentor.
requests-with-you = <b>Your answer is needed.</b> Suggested mentor: { $name }
requests-with-you-confirm = <b>Your answer is needed.</b> A colleague suggests a mentor for you: confirm the request and it goes to the curator.
requests-with-you-question =
    <b>The curator asks:</b> “{ $question }”
    Answer, and the request moves on. You keep your place in the queue.
requests-over = The request is closed.
requests-over-matched = <b>A mentor was found.</b> Everything about the pair is in the menu, “My pairs”.
requests-over-rejected = The request is closed. Reason: { $reason }
requests-over-withdrawn = The request was withdrawn.
requests-over-expired = The request has run out. You can send a new one.
requests-confirm = Confirm
requests-refuse = Not needed
requests-answer = Answer
requests-see-offer = Open the offer
requests-ask-anew = New request
requests-withdraw = Withdraw
requests-withdraw-sure = Yes, withdraw
requests-mine-sure = Withdraw the request? Offers made for it will close. You can send a new one at any time.
requests-mine-answer =
    The curator asks: “{ $question }”

    Write your answer. The curator will read it.
requests-answered = ✅ The curator has your answer.
requests-refused = Very well, the request was not sent. You can ask for a mentor at any time: menu, “Find a mentor”.
requests-withdrawn-done = The request was withdrawn.

# A colleague proposes
requests-propose-person =
    Who could use a mentor?

    Your colleague will confirm the request first.
requests-propose-nobody = There is nobody to propose now: every mentee of the school has a request already.
requests-propose-topics = What would they like help with? Tick the topics. Your colleague and the curator will see them.
requests-propose-send = Propose
requests-proposed-done =
    ✅ Sent: { $mentee }
    The request goes to the curator once it is confirmed.
requests-proposed-handed-in = ✅ The request is recorded: { $mentee }
requests-proposed-to-you =
    A colleague suggests a mentor for you: { $proposer }

    Topics: { $topics }. If you want this, the request goes to the curator.
requests-returned =
    The curator asks about your request: “{ $question }”

    The curator will read your answer. You keep your place in the queue.
requests-rejected =
    The request is closed. Reason: { $reason }

    You can send a new request at any time.
requests-withdrawn = { $mentee }: the request was withdrawn. There is nothing to do.
requests-outcome-thanks = Thank you! Your answer is recorded.{ $grown ->
        [0] {""}
       *[other] {"\u000A\u000A"}By now you have experience that others could use, too.
    }

# Curator
requests-queue = Waiting for a mentor: { $total }. Whoever has waited longest stands first.
requests-queue-empty = Nobody is waiting for a mentor.
requests-state-submitted = { $mentee } · { $days } d · new
requests-state-returned = { $mentee } · { $days } d · question asked
requests-state-queued = { $mentee } · { $days } d · choose
requests-state-proposed = { $mentee } · { $days } d · offered to { $mentor }
requests-state-over = { $mentee }: there is nothing left to decide here.
requests-decide =
    <b>{ $mentee }</b> — { $days ->
        [0] new request
        [one] waiting for { $days } day
       *[other] waiting for { $days } days
    }
    Topics: { $topics }. { $rhythm }
    Goal: { $goal }{ $answered ->
        [0] {""}
       *[other] {"\u000A"}Answer to your question: “{ $answer }”
    }{ $proposed ->
        [0] {""}
       *[other] {"\u000A"}Proposed by a colleague: { $proposer }
    }

    { $candidates }
requests-decide-standing = { $standing_text }
requests-decide-nobody = By the rules nobody is free. “Somebody else” shows everyone, “Later” leaves the request in the queue.
requests-candidate = { $mentor } — { $reasons }
requests-other = Somebody else
requests-agreed = We have agreed already
requests-later = Later
requests-open = Open the request
requests-question-button = Ask a question
requests-reject-button = Turn down
requests-queue-button = To the queue
requests-decide-other =
    Whom to offer? { $mentee }

    The best matches come first.
requests-decide-agreed =
    With whom was it agreed? { $mentee }

    I will record both sides’ agreement on your word, and the pair begins.
requests-decide-over-places = This mentor has no place left. Write why it should be them all the same, or go back and choose another. Only curators see the reason.
requests-decide-question = { $mentee }: what would you like to know? Only the author of the request reads the question.
requests-decide-reason = { $mentee }: why does the request not fit? The author of the request reads the reason.
requests-question-sent =
    ✅ Question sent: { $mentee }
    The place in the queue is kept.
requests-rejected-done =
    Request closed: { $mentee }
    The reason was sent.
requests-offered =
    ✅ Offered: { $mentee } — { $mentor }
    The answers come here; if it stays quiet, I will remind them.{ $across ->
        [0] {""}
       *[other] {"\u000A"}The curator of the mentor’s school reads and approves it, too.
    }
requests-paired =
    ✅ Pair made: { $mentee } — { $mentor }
    Both know already.
requests-put-off =
    Put off until { $until }: { $mentee }
    The place in the queue is kept.

# Refusals
error-request-open = One request is open already. You can change or withdraw it: menu, “Where is my request?”
error-request-offered = A mentor has been asked already. Wait for the answer, or withdraw the request.
error-request-form = The school’s programme has no such form. Ask the curator which there are.
error-request-goal-long = That is { $length } characters, and { $limit } fit. Please shorten it and send it again.
error-request-words-long = That is { $length } characters, and { $limit } fit. Please shorten it and send it again.
error-request-words-none = Words are needed: please write at least one sentence.
error-request-wishes = You can tick up to { $limit } mentors. Untick one to choose another.
error-request-self = For yourself, ask through the menu: “Find a mentor”.
error-request-no-account = Your colleague has no access to the bot yet. Ask the curator to record the request on their word.
