# Data of the year: on pairs in October, statistics in May, a note in June
yearly-button = Data of the year
yearly-kind =
    { $kind ->
        [PAIRS] Data on pairs
        [MAY] May statistics
       *[NOTE] Yearly note
    }
yearly-main = { $year }
yearly-head =
    <b>Data of the year · { $school }</b>
    School year { $first }/{ $last }
yearly-line = { $number }. { $kind }: { $how ->
        [EARLY] to hand in from { $start } until { $last }
        [OPEN] to hand in until { $last }
        [LATE] was due on { $last }, still possible
        [SENT] handed in on { $sent }
        [ACCEPTED] accepted, handed in on { $sent }
       *[RETURNED] returned with a remark
    }
yearly-line-above = { $number }. { $kind }: { $how ->
        [EARLY] from { $start } until { $last }
       *[OPEN] handed in by { $done } of { $schools }, due on { $last }
    }

# One school
yearly-one = { $report }
yearly-report-head = <b>{ $kind } · { $school }</b>
yearly-pairs =
    { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }. Without an order's number: { $without }. Have not met yet: { $unmet }.
yearly-number = { $name }: { $said }{ $how ->
        [HAND] {" "}(entered)
       *[AUTO] {""}
    }
yearly-note =
    Pairs this year: { $pairs }, completed: { $completed }.
    Meetings: { $held } of { $planned }. Requests: { $requests }, with a mentor: { $matched }.
yearly-written = ✅ { $part }
yearly-unwritten =
    { $count ->
        [one] Can be added: { $parts }
       *[other] Can be added: { $parts }
    }
yearly-no-words = Without words of the curator.
yearly-part =
    { $part ->
        [STRENGTHS] What went well
        [WEAKNESSES] What did not
        [OPPORTUNITIES] What will help
        [THREATS] What is in the way
       *[PROPOSALS] Proposals
    }
yearly-part-button =
    { $has ->
        [1] ✓ { $part }
       *[0] { $part }
    }
yearly-standing =
    { $how ->
        [DRAFT] { $late ->
            [1] It was due on { $last }. It can still be handed in.
           *[0] Due on { $last }.
        } { $kind ->
            [PAIRS] If all is right, press “All is right”.
            [MAY] Enter numbers without data with a comment; the others can be corrected.
           *[NOTE] The numbers fill themselves in. The municipality reads the words: name no children in them.
        }
        [WAITED] The school has not handed it in yet. Due on { $last }.
        [EARLY] To hand in from { $start } until { $last }.
        [SENT] ✅ Handed in on { $sent }, { $by }. Version { $version }. Nothing changes here any more unless it is returned.
        [ACCEPTED] ✅ Accepted. Handed in on { $sent }, { $by }. Version { $version }.
       *[RETURNED] Returned with a remark: “{ $remark }”{ $own ->
            [1] {" "}Correct it and hand it in again: that will be a new version.
           *[0] {""}
        }
    }
yearly-right-button = All is right
yearly-fix-button = Correct
yearly-send-button = Hand in
yearly-numbers-button = Enter numbers
yearly-accept-button = Accept
yearly-return-button = Return
yearly-look-button = Have a look
yearly-handed-in = Handed in.
yearly-accepted = Accepted.
yearly-sent-message =
    ✅ Handed in: { $kind }. Version { $version }.

    The data will not change any more. If they are returned with a remark, I will tell you.
yearly-text =
    <b>{ $purpose ->
        [STRENGTHS] What went well this year?
        [WEAKNESSES] What did not?
        [OPPORTUNITIES] What will help next year?
        [THREATS] What is in the way of the programme?
        [PROPOSALS] Proposals for next year
       *[RETURN] What is to be corrected?
    }</b>
    { $school }

    { $purpose ->
        [RETURN] Write one sentence. The school's curators will read it.
       *[other] Write one message. It becomes part of the note, which the municipality reads. Name no children.
    }{ $has_now ->
        [1] {" "}Now it says: “{ $now }”
       *[0] {""}
    }

# The municipality
yearly-board-window = { $board }
yearly-board =
    <b>{ $kind } · { $school }</b>
    From { $start } until { $last }. Handed in by { $done } of { $schools }.{ $was_nudged ->
        [1] {" "}You reminded them on { $nudged }.
       *[0] {""}
    }
yearly-board-line = { $school }: { $how ->
        [LATE] not handed in, overdue
        [OPEN] awaited
        [EARLY] not asked for yet
        [RETURNED] returned, a new version is awaited
        [ACCEPTED] accepted, handed in on { $sent }
       *[SENT] handed in on { $sent }
    }{ $how ->
        [SENT] { $late ->
            [1] {" "}(late)
           *[0] {""}
        }
       *[other] {""}
    }
yearly-nudge-button =
    { $waiting ->
        [one] Remind { $waiting } school
       *[other] Remind { $waiting } schools
    }
yearly-nudged =
    { $count ->
        [one] { $count } school will be reminded.
       *[other] { $count } schools will be reminded.
    }
yearly-dates-button = Dates
yearly-dates =
    <b>{ $kind }: dates</b>
    Begins: { $start }
    Last day: { $last }

    Schools learn of the beginning by themselves; a week and a day before the end I remind whoever is left, and not more often.{ $is_started ->
        [1] {" "}It has begun, so the beginning stays.
       *[0] {""}
    }
yearly-start-less-button = Begin a week earlier
yearly-start-more-button = a week later
yearly-last-less-button = End a week earlier
yearly-last-more-button = a week later

# Messages
yearly-asked =
    { $kind ->
        [PAIRS] <b>Data on pairs · { $school }</b>

        The programme has { $pairs ->
            [one] { $pairs } pair
           *[other] { $pairs } pairs
        }, without an order's number: { $without }. Is all right?
        [MAY] <b>May statistics · { $school }</b>

        What can be counted is counted. Enter the rest as numbers with a comment and hand it in.
       *[NOTE] <b>Yearly note · { $school }</b>

        The numbers are filled in. Add in your own words what went well and what you propose, and hand it in.
    }

    { $is_over ->
        [1] It was due on { $last }, it can still be handed in.
       *[0] Due on { $last }.
    }
yearly-returned =
    { $kind }: returned with a remark.
    “{ $remark }”

    Correct it and hand it in again.
error-campaign-early = This is collected from { $day } on. Hand it in then, I will tell you.
error-campaign-place = The municipality sets the dates. Open its board: “Papers” → “Data of the year”.
error-campaign-days = The dates must lie in this school year, the first before the last. A running collection keeps its beginning.
error-campaign-nudged = You reminded these schools on { $day }. Now a call is better.
error-campaign-all = All have handed in, there is nobody to remind.
error-report-text = Write it in words, up to { $most } characters.
error-report-remark = Write what is to be corrected in one sentence of up to { $most } characters.
error-report-locked = The note is handed in and does not change any more, unless the municipality returns it.

# Files
yearly-word-button = Word
yearly-excel-button = Excel
yearly-report-word-button = Yearly report (Word)
yearly-report-excel-button = Report (Excel)
yearly-file = { $kind } { $school } version { $version }.{ $form }
yearly-caption = { $kind }, { $school }. { $sent ->
        [1] Handed in, version { $version }.
       *[0] A draft: not handed in yet.
    }
yearly-report-file = Report on mentoring { $year }.{ $form }
yearly-report-caption = Yearly report, { $school }. { $count ->
        [0] There are data on all schools.
       *[other] Schools without data: { $count }.
    }
yearly-indicators-file = Indicators { $school } { $date }.{ $form }
yearly-indicators-caption = Indicators, { $school }
yearly-indicators-title = Indicators of the mentoring programme
yearly-indicators-sheet = Indicators
yearly-paper-sent = Handed in on { $day }, { $by }. Version { $version }.
yearly-paper-draft = A draft: not handed in yet.
yearly-source =
    { $how ->
        [HAND] entered: { $by }
        [NONE] no data
       *[AUTO] counted by the bot
    }
yearly-coverage =
    { $kind ->
        [STUDENTS] Coverage of pupils
       *[STAFF] Coverage of teachers
    }: { $has ->
        [1] { $percent } % ({ $covered } of { $heads }), goal { $target } %
       *[0] no headcount
    }
yearly-share = { $part } / { $whole }: { $has ->
        [1] { $percent } % (n = { $n })
       *[0] no data
    }
yearly-outcome =
    { $outcome ->
        [FULFILLED] Solved
        [PARTLY_FULFILLED] Partly
       *[UNFULFILLED] Not solved
    }
yearly-column =
    { $column ->
        [mark] No.
        [name] Indicator
        [base] At the beginning
        [now] On the day
        [source] Where from
        [comment] Comment
        [school] School
        [day] Data of
        [staff] Coverage of teachers, %
        [decision] Decision
        [responsible] Responsible
        [due] Due
       *[students] Coverage of pupils, %
    }
yearly-coverage-row =
    { $kind ->
        [STUDENTS] Coverage of pupils, %
       *[STAFF] Coverage of teachers, %
    }
yearly-schools-row = Schools with data
yearly-schools-left = {" "}And more schools in the table: { $count }.
yearly-decisions = Made in the school year: { $made }. Of these closed in time: { $in_time }, closed late: { $late }, open: { $open }.{ $earlier ->
        [0] { "" }
       *[other] {" "}Open from years before: { $earlier }.
    }{ $left ->
        [0] { "" }
       *[other] {" "}Those due next are named, open beside them: { $left }.
    }
yearly-decision-due = { $day }{ $over ->
        [0] { "" }
       *[1] , past due
    }
yearly-chart-years = Indicators by year
yearly-chart-schools = Coverage by school, %
yearly-chart-forms = Pairs by form
yearly-sheet-years = By year
yearly-sheet-schools = By school
yearly-sheet-forms = By form
yearly-sheet-decisions = Decisions of councils
