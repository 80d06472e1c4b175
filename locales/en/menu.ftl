menu-stranger =
    Hello! This is “Nastavnik”, the assistant of your school’s mentoring programme.

    To go on, let us get acquainted.
menu-hello =
    { $name }, { $part ->
        [morning] good morning
        [evening] good evening
        [night] hello
       *[day] good day
    }!
menu-admission-waits =
    { $curator } confirms that you take part. I will tell you.
    Asked for: { $asked_roles }
menu-no-role = You have no role in the programme now. { $organisation }
menu-card-wanted = The mentor’s card remains: four taps, and it goes to the curator.
menu-card-waits = The card is with the curator: { $curator }. I will tell you when it is confirmed.
menu-offers =
    { $offers ->
        [one] { $offers } proposal waits for your answer. It is above in the chat and in “My pairs”.
       *[other] { $offers } proposals wait for your answer. They are above in the chat and in “My pairs”.
    }
menu-request =
    { $request_state ->
        [DRAFT] A colleague suggests finding you a mentor. You decide.
        [AWAITING_CONSENT] A colleague suggests finding you a mentor. You decide.
        [RETURNED] The curator has a question about your request. Answer it and the search goes on.
        [PROPOSED] Your request waits for a mentor’s answer.
       *[other] Your request is with the curator.
    }
menu-next =
    ⏰ { $when } · { $partner }{ $has_place ->
        [0] { "" }
       *[1] , { $place }
    }
menu-to-log =
    { $to_log ->
        [1] How was the meeting of { $days }?
       *[other] How were the meetings: { $days }?
    }
menu-decide-people =
    { $decisions ->
        [one] { $decisions } person waits for your decision
       *[other] { $decisions } people wait for your decision
    }
menu-decide-requests =
    { $requests ->
        [one] { $requests } request waits for a mentor
       *[other] { $requests } requests wait for a mentor
    }
menu-decide-pairs =
    { $to_approve ->
        [one] { $to_approve } pair waits for approval
       *[other] { $to_approve } pairs wait for approval
    }
menu-decide-signals =
    { $signals ->
        [one] { $signals } signal asks for a look
       *[other] { $signals } signals ask for a look
    }
menu-decide-calls =
    { $calls ->
        [one] { $calls } call waits for your answer
       *[other] { $calls } calls wait for your answer
    }
menu-quiet = All is quiet now.
menu-next-button = Next meeting
menu-log-button = Record { $day }
menu-card-fill = Fill the card
menu-ask-role = I want to take part
menu-ask = Find a mentor
menu-my-request = Where is my request?
menu-log = Record a meeting
menu-plan = Plan
menu-pairs = My pairs · { $pairs }
menu-diary = Diary
menu-card = Card
menu-requests =
    { $requests ->
        [0] Requests
       *[other] Requests · { $requests }
    }
menu-make-pair = Make a pair
menu-school-pairs =
    { $curated ->
        [0] Pairs
       *[other] Pairs · { $curated }
    }
menu-staff =
    { $decisions ->
        [0] People
       *[other] People · { $decisions }
    }
menu-week = Week
menu-signals =
    { $attention ->
        [0] Signals
       *[other] Signals · { $attention }
    }
menu-figures = Numbers
menu-invite = Invite to the programme
menu-tree = Curators
menu-propose = A colleague needs a mentor
menu-settings = Settings
menu-tap-only = A button is needed here: choose one under the message below. Everything else is in the menu: /menu
menu-cancelled = All right, stopped. Nothing has changed.
menu-help-stranger =
    “Nastavnik” helps a school run its mentoring programme: find a mentor, agree on a meeting, forget nothing.

    Do you have a link from the curator? Open it. If not, begin with /start and choose your school.
menu-help =
    Everything that can be done is in the menu: /menu

    Stop what was begun: /cancel. Language: /language. Your data and consent: /privacy.
    I write by myself about what needs an answer: buttons under a message work a week later, too. If something is wrong, talk to the school’s curator.
menu-making = Preparing…
