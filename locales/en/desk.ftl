# The curator's checklist
desk-checks-button = Checklist
desk-checks =
    <b>The curator’s checklist · { $name } · { $year }</b>
    Done: { $done } of { $total } ({ $percent }%)

    { $lines }

    Tap a number to tick an item or to take the tick back.
desk-check-duty =
    <b>{ $duty ->
        [PLANNING] Planning
        [ORGANISATION] Organisation
        [MOTIVATION] Motivation
        [COORDINATION] Coordination
       *[ANALYSIS] Analysis and control
    }</b>
desk-check-line =
    { $state ->
        [OPEN] { $number }. { $item }
        [NAMED] ✅ { $number }. { $item } · { $who }, { $day }
       *[DONE] ✅ { $number }. { $item } · { $day }
    }
desk-check-key =
    { $done ->
        [1] ✅ { $number }
       *[0] { $number }
    }
desk-check-item =
    { $item ->
        [DOCUMENTS] The documents for the start are ready
        [GOALS] Goals, dates and expected results are written down
        [ROADMAP] The road map is drawn up
        [BASES] Mentors and mentees are registered
        [SELECTION] Mentors are selected by criteria
        [TRAINING] Training of mentors is arranged
        [MATERIALS] Pairs have the leaflet and materials
        [REWARDS] There is a way to reward mentors
        [MENTEES] Mentees know what the programme gives them
        [SCHEDULE] Meetings on interim results are scheduled
        [FEEDBACK] Mentors’ and mentees’ feedback is gathered
        [INTERIM] The interim check is done
        [RESULTS] Results are compared with the indicators
        [REPORT] The report is written, strengths and weaknesses discussed
        [THANKS] Mentors are recognised
       *[RESERVE] Next year’s mentors are listed
    }

# Decisions of councils
desk-decisions-button = Councils’ decisions
desk-decisions =
    <b>Councils’ decisions · { $name }</b>

    { $total ->
        [0] Nothing yet. Write down what a council has decided, who answers for it and by which day. It stands in each digest until it is closed.
       *[other] { $lines }
    }

    { $pages ->
        [1] {""}
       *[other] Page { $page } of { $pages }
    }
desk-decision-open =
    { $number }. { $text }
    Answers for it: { $responsible } · { $late ->
        [1] was due on { $due }
       *[0] by { $due }
    }
desk-decision-closed =
    ✅ { $text }
    Answers for it: { $responsible } · closed on { $closed }{ $named ->
        [1] , { $who }
       *[0] {""}
    }
desk-decision-close = { $number } · Closed
desk-decision-closed-now = Closed. It leaves the digest.
desk-decision-new-button = Write down a decision
desk-decision-text =
    <b>A new decision · { $name }</b>

    What has the council decided? Write it in one message, up to { $limit } characters. For example: “Renew the project team (academic council, minutes no. 5)”.
    The curators of this organisation and of the level above will read it.
desk-decision-responsible =
    “{ $text }”

    Who answers for it? Write the surname and initials, or the post.
    The curators of this organisation and of the level above will read it.
desk-decision-day =
    “{ $text }”
    Answers for it: { $responsible }

    By which day?
desk-decision-entered = Written down. It stands in each digest until it is closed.
error-decision-day = Choose a day from today to a year ahead.
