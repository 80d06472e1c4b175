oversight-head = <b>{ $day } · { $school }</b>
oversight-decide = <b>Decide today</b>
oversight-wait = <b>Can wait</b>
oversight-line = { $number }. { $line }
oversight-line-request =
    { $name } — { $days ->
        [0] waiting for a mentor since today
        [one] { $days } day without a mentor
       *[other] { $days } days without a mentor
    }. { $solution }
oversight-candidate = { $mentor } fits: { $reasons }
oversight-no-candidate = No mentor is free yet
oversight-line-no-meeting =
    { $name } — { $other }: no meeting for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
oversight-line-not-started =
    { $name } — { $other }: not met yet, { $days ->
        [one] { $days } day
       *[other] { $days } days
    } since the start
oversight-line-low-rating = { $name } — { $other }: the meetings help little so far
oversight-line-call =
    { $name } { $call ->
        [ANOTHER_MENTOR] would like another mentor
        [PSYCHOLOGIST] would like to see the psychologist
       *[TALK] would like to talk
    }
oversight-line-fading = { $name } — { $other }: meeting less often
oversight-line-requests =
    { $count ->
        [one] { $count } more request waits for a mentor
       *[other] { $count } more requests wait for a mentor
    }
oversight-line-pairs =
    { $count ->
        [one] { $count } more pair needs a look
       *[other] { $count } more pairs need a look
    }
oversight-line-calls =
    { $count ->
        [one] { $count } more call waits for an answer
       *[other] { $count } more calls wait for an answer
    }
oversight-line-offers =
    { $count ->
        [one] { $count } offer without an answer for over three working days
       *[other] { $count } offers without an answer for over three working days
    }
oversight-line-awaited =
    { $count ->
        [one] Pairs across schools: { $count } waits for another school
       *[other] Pairs across schools: { $count } wait for another school
    }
oversight-line-to-lend =
    { $count ->
        [one] Another school asks for your mentor: { $count } pair
       *[other] Other schools ask for your mentors: { $count } pairs
    }
oversight-line-teams =
    { $count ->
        [one] Pairs of teams: { $count } waits for approval
       *[other] Pairs of teams: { $count } wait for approval
    }
oversight-line-logs =
    { $count ->
        [one] { $count } meeting is not recorded
       *[other] { $count } meetings are not recorded
    }
oversight-line-orders =
    Data about pairs are due on { $until }; { $count ->
        [one] { $count } order number is missing
       *[other] { $count } order numbers are missing
    }
oversight-line-decisions =
    { $count ->
        [1] A council’s decision
       *[other] Councils’ decisions ({ $count }), the next one
    }: { $name }, { $days ->
        [0] by { $until }
       *[other] was due on { $until }
    }
oversight-line-overload =
    { $count ->
        [one] { $count } mentor has more pairs than places
       *[other] { $count } mentors have more pairs than places
    }
oversight-pairs =
    { $pairs ->
        [0] No pairs yet
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }{ $pairs ->
        [0] {""}
       *[other] : { $fine } fine
    }{ $to_log ->
        [0] {""}
       *[other] , { $to_log } to record a meeting
    }{ $above ->
        [0] {""}
       *[other] , { $above } above
    }.
oversight-meetings =
    Meetings: { $held } of { $planned }. Ahead: { $ahead }.
oversight-quiet =
    <b>Week of { $period } · { $school }</b>
    { $planned ->
        [0] A quiet week: no meetings, nobody waits.
       *[other] A quiet week: { $recorded } of { $planned } meetings recorded, nobody waits.
    }
oversight-digest-first =
    { $week }

    The week comes like this every Monday at 08:00. Is another time better?
oversight-period = { $start }–{ $end }
oversight-do = { $number } · { $what }
oversight-do-request = Offer
oversight-do-ask = Ask the pair
oversight-do-open = Open the pair
oversight-do-answer = Answer
oversight-do-queue = Queue
oversight-do-look = Look
oversight-do-remind = Remind ({ $people })
oversight-do-decisions = Decisions
oversight-do-orders = Enter numbers
oversight-head-button = For the head
oversight-numbers-button = Numbers
oversight-week-button = To the week
oversight-time-button = When to send
oversight-school-button = Another school
oversight-time =
    { $time ->
        [MON_14] Mon 14:00
        [FRI_15] Fri 15:00
       *[MON_08] Mon 08:00
    }
oversight-time-chosen =
    From now on the week comes { $time ->
        [MON_14] on Monday at 14:00
        [FRI_15] on Friday at 15:00
       *[MON_08] on Monday at 08:00
    }.
oversight-time-choice =
    When shall the week come?
    Now: { $time }
oversight-numbers =
    <b>Week of { $period } · { $school }</b>

    Meetings: { $held } of { $planned }{ $no_show ->
        [0] {""}
       *[other] , not held { $no_show }
    }
    The week before: { $held_before } of { $planned_before }
    Ahead: { $ahead }

    New requests: { $requests }
    Matched: { $matched }
    Waiting for a mentor: { $waiting }

    Feedback of 4 weeks: { $asked ->
        [0] nobody was asked
       *[other] { $answered } of { $asked } ({ $share } %)
    }
    Mentees: { $mentees }
    Mentors: { $mentors }

    Signals: { $opened } new, { $closed } closed
oversight-average = { $mean } of 5 on average (answers: { $n })
oversight-average-none = too few data (answers: { $n })
oversight-for-head =
    <b>Mentoring · { $school }</b>
    Week of { $period }

    { $pairs ->
        [0] The school has no pairs yet.
        [one] { $pairs } pair is at work{ $all_fine ->
            [1] { " " }and all goes to plan.
           *[0] , and the curator supports it.
        }
       *[other] { $pairs } pairs are at work{ $all_fine ->
            [1] , and all goes to plan.
           *[0] { $fine ->
                [0] , and the curator supports each of them.
                [1] , one of them to plan.
               *[other] , { $fine } of them to plan.
            }
        }
    } { $planned ->
        [0] There were no meetings this week
       *[other] { $held ->
            [0] The meetings of this week are not recorded yet
           *[other] { $held } of { $planned } meetings took place this week
        }
    }{ $ahead ->
        [0] .
       *[other] , { $ahead } more are ahead.
    }

    { $waiting ->
        [0] Everybody who looked for a mentor has one.
        [one] { $waiting } person waits for a mentor, and the curator is looking for one.
       *[other] { $waiting } people wait for a mentor, and the curator is looking for pairs.
    } { $decide ->
        [0] Nothing is urgent.
        [one] The curator deals with { $decide } question today.
       *[other] The curator deals with { $decide } questions today.
    }
oversight-asked =
    { $people ->
        [one] ✅ Asked. The answer will show in the pair: a new meeting or a record.
       *[other] ✅ Both were asked. The answer will show in the pair: a new meeting or a record.
    }
oversight-asked-nobody = This pair does not use the bot yet: ask in person and enter the record here.
oversight-reminded =
    { $people ->
        [0] These pairs do not use the bot yet: you can enter the records for them.
        [one] ✅ { $people } person will get a reminder.
       *[other] ✅ { $people } people will get a reminder.
    }
oversight-pair-asked =
    How are your meetings going? You are paired with { $partner }
    There has been no record for a while. If you met, say so; if not, plan a meeting.
oversight-pair-asked-by =
    { $curator } asks how your meetings are going. You are paired with { $partner }
oversight-pair-held-button = We met
oversight-pair-plan-button = Plan one
oversight-two = { $name } — { $other }
oversight-signal-no-meeting =
    { $who }: no meeting for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
oversight-signal-fading = { $who }: meeting less often
oversight-signal-not-started = { $who }: not met yet
oversight-signal-log-overdue = { $who }: a meeting is not recorded
oversight-signal-low-rating = { $who }: the meetings help little so far
oversight-signal-help-asked = Help needed: { $who }
oversight-signal-unmatched =
    { $who }: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without a mentor
oversight-signal-unread = { $who }: nobody has opened the request yet
oversight-signal-offer = { $who }: an offer without an answer
oversight-signal-overload = { $who }: more pairs than places
oversight-signal-raised =
    { $school }
    { $line }
oversight-signals =
    { $count ->
        [0] All is well: nothing needs a look.
        [one] Needs a look: { $count }
       *[other] Need a look: { $count }
    }
oversight-signal =
    { $line }
    Noticed on { $since }. It goes by itself once things are well again.
oversight-resolve-button = Solved
oversight-dismiss-button = Not a problem
oversight-dismiss =
    { $line }

    Why is it not a problem? There will be no reminder for two weeks. Only the school’s curators read your words.
oversight-reason =
    { $reason ->
        [KNOWN] It is meant to be so
        [AGREED] Already agreed
       *[MISTAKE] The record is not right
    }
oversight-resolved = Marked as solved.
oversight-dismissed = All right, no reminder for two weeks.
oversight-school = Which school’s week?
oversight-week = { $week }
error-reason = Please write the reason in a few words, up to { $limit } characters.
error-no-school = Schools have weeks, and you have no school yet. Menu: /menu
error-pair-over = This pair has ended. The others are in the menu: /menu
oversight-area-head =
    <b>{ $day } · { $place } · { $schools ->
        [one] { $schools } school
       *[other] { $schools } schools
    }</b>
oversight-area-decide = <b>Needs your call</b>
oversight-line-silent-school =
    { $name }: { $count ->
        [one] { $count } pair
       *[other] { $count } pairs
    }, no meetings for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
oversight-line-late-school =
    { $name }: { $count } of { $whole ->
        [one] { $whole } meeting
       *[other] { $whole } meetings
    } not recorded
oversight-line-no-mentor =
    { $name }: without a mentor for over a month: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
oversight-line-no-curator =
    { $name }: no curator yet, { $count ->
        [one] { $count } pair
       *[other] { $count } pairs
    }
oversight-line-schools =
    { $count ->
        [one] { $count } more school needs a look
       *[other] { $count } more schools need a look
    }
oversight-line-supported = SHANS and SHNOR: { $count } of { $whole } need a look
oversight-do-write = Write
oversight-do-figures = The school's numbers
oversight-do-appoint = Appoint
oversight-do-schools = All schools
oversight-area-sum =
    { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }; meetings: { $held } of { $planned }. Ahead: { $ahead }.
oversight-area-cover =
    { $kind ->
        [STUDENTS] Pupils
       *[STAFF] Teachers
    } in pairs: { $percent } % (target { $target } %)
oversight-area-cover-none =
    { $kind ->
        [STUDENTS] Pupils
       *[STAFF] Teachers
    } in pairs: { $covered }, the headcount is not entered yet
oversight-area-campaign = { yearly-kind }, until { $last }: { $done } handed in, { $waiting } awaited
oversight-area-quiet =
    <b>Week { $period } · { $place }</b>
    A quiet week: nobody needs a call. { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, meetings: { $held } of { $planned }.
oversight-area-numbers =
    <b>Week of { $period } · { $place }</b>

    Meetings: { $held } of { $planned }{ $no_show ->
        [0] {""}
       *[other] , not held { $no_show }
    }
    The week before: { $held_before } of { $planned_before }
    Ahead: { $ahead }
    Waiting for a mentor: { $waiting }
oversight-area-silent =
    <b>No meetings for 14 days: { $count ->
        [one] { $count } school
       *[other] { $count } schools
    }</b>
oversight-area-late = <b>Most meetings not recorded</b>
oversight-area-municipalities = <b>By municipality</b> (four weeks)
oversight-area-cohorts = <b>By wave</b> (four weeks)
oversight-area-supported = <b>SHANS and SHNOR</b> (four weeks)
oversight-area-item = • { $line }
oversight-area-more =
    • { $count } more
oversight-area-group =
    { $name }{ $schools ->
        [one] {" "}({ $schools } school)
       *[other] {" "}({ $schools } schools)
    }: { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $rate } meetings a pair{ $has_late ->
        [0] {""}
       *[1] , { $late } % not recorded
    }{ $has_cover ->
        [0] {""}
       *[1] , teachers covered { $cover } %
    }
oversight-area-supported-name = Marked schools
oversight-school-asked =
    ✅ The question went to the school's { $people ->
        [one] curator.
       *[other] curators.
    } The answer will show in the school's numbers: new meetings and records.
oversight-school-asked-nobody = The school has no curator with the bot yet: call the school, or appoint one.
oversight-school-asked-you =
    { $curator } asks how the meetings are going. School: { $school }
    No report is needed: look at the week and record what has taken place.
oversight-line-talks =
    { $count ->
        [one] Time for a talk with { $count } pair: how is it going?
       *[other] Time for a talk with { $count } pairs
    }
oversight-line-signals =
    { $count ->
        [one] { $count } more thing was noticed
       *[other] { $count } more things were noticed
    }
oversight-do-talks = Whom to talk to
oversight-open-signal =
    { $what ->
        [REQUEST] Find a mentor
       *[PAIR] Open the pair
    }
oversight-plan-nudge =
    The next meeting is not planned yet. In the pair with you: { $partner }
    Shall we plan one?
oversight-signal-diverge = { $who }: the two sides see their meetings differently
oversight-signal-consent-expiring = { $who }: consents to data processing end soon, people: { $count }
oversight-do-consents = Ask everybody
oversight-consents-asked =
    { $count ->
        [0] Nobody new to ask.
       *[other] The request with the text of the consent has gone out, people: { $count }.
    }{ $before ->
        [0] {""}
       *[other] {" "}Asked within the week: { $before }.
    }{ $paper ->
        [0] {""}
       *[other] {" "}On paper: { $paper }.
    }
oversight-signal-no-plan = { $who }: the next meeting is not planned
oversight-signal-no-show =
    { $who }: { $count ->
        [one] { $count } meeting was not held this month
       *[other] { $count } meetings were not held this month
    }
oversight-signal-rematch = { $who }: the third match this year, worth a talk
oversight-signal-formal = { $who }: the answers are short and alike, better ask in person
oversight-signal-form-silent = { $who }: the forms have long been left unanswered
oversight-signal-shortage =
    { $who }: too few mentors ({ $topics }), { $count ->
        [one] { $count } person waits
       *[other] { $count } people wait
    }
oversight-signal-consent =
    { $who }: no valid consent of { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
oversight-signal-school-silent =
    { $who }: { $count ->
        [one] { $count } pair
       *[other] { $count } pairs
    }, no meetings for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
oversight-signal-curator-silent =
    { $who }: signals wait for the curator { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
oversight-talks-button = Whom to talk to
oversight-limits-button = When to notice
oversight-limits =
    After how many days shall it be noticed? Holidays do not count.
    Press a line to change it. It holds from the next night on, for all your schools. Without a «•» it is as everywhere.
oversight-limit =
    { $own ->
        [0] {""}
       *[1] • {""}
    }{ $code ->
        [PAIR_NO_MEETING] A pair does not meet
        [PAIR_NOT_STARTED] A pair has not begun
        [NO_PLAN] No meeting planned
        [LOG_OVERDUE] A meeting not recorded
        [REQUEST_UNMATCHED] No mentor
        [OFFER_UNANSWERED] An offer unanswered
        [CONSENT_EXPIRING] Consents end
       *[CURATOR_SILENT] A curator needs help
    }: { $days }
oversight-talks =
    { $total ->
        [0] You have talked with all pairs. Pairs will appear here when it is time for a talk: twice in the first month, then once a month.
       *[other] Time for a talk. A minute is enough: how is it going, is help needed? Then press «We have talked» in the pair.
    }
oversight-chart-button = Chart
oversight-chart =
    <b>Meetings by week · { $place }</b>
    The light column is what was planned, the dark one what was held. Below them the Mondays.
oversight-why-button = Why so many?
oversight-why =
    <b>Where the numbers of { $period } come from</b>

    <b>Meetings</b>: those set for this week, without cancelled and moved ones. The first number took place; the others did not, or are not recorded yet.
    <b>Ahead</b>: set until the end of the week after it.
    <b>New requests</b> and <b>matched</b>: of this week. <b>Waiting for a mentor</b>: requests without a pair so far.
    <b>Feedback</b>: how many forms of 28 days are filled in. An average shows from three answers on, so that nobody's can be guessed.
    <b>Signals</b>: what was noticed and what was closed this week.

    Who stands behind: menu, “Pairs”, “Requests” and “Signals”.
oversight-area-why =
    <b>Where the numbers of { $period } come from</b>

    <b>Meetings</b>: those set for this week in all schools, without cancelled and moved ones. The first number took place; the others did not, or are not recorded yet.
    <b>Ahead</b>: set until the end of the week after it. <b>Waiting for a mentor</b>: requests without a pair so far.
    <b>In pairs</b>: who was in a pair or a group since the school year began; each once, in their own school. The percentage is of the headcount that the school has entered.
    <b>No meetings</b>: schools where no pair has met for 14 days; holidays do not count. <b>Meetings not recorded</b>: of four weeks, in schools with three pairs or more.
    <b>Meetings a pair</b>: those held in four weeks, divided by the number of pairs.

    What stands behind: menu, “Numbers”. Each number opens the schools there, and “Whom to call” the reasons.
