figures-table = { $table }
figures-head =
    <b>Numbers · { $school }</b>
    { $block } · { $period }{ $is_school ->
        [1] {""}
       *[0] { $schools ->
            [one] {" "}· { $schools } school
           *[other] {" "}· { $schools } schools
        }
    }{ $has_flag ->
        [0] {""}
       *[1] {" "}· only { $flag }
    }
figures-line =
    { $number }. { $name }: { $known ->
        [0] { $now }
       *[1] { $base } → { $now }
    }{ $how ->
        [HAND] {" "}(by hand)
        [SUM] {" "}(entered by { $told } of { $schools })
       *[AUTO] {""}
    }
figures-hint =
    { $frozen ->
        [0] On the left the beginning of the year, on the right now.
       *[1] This is a snapshot: on the left the beginning of the year, on the right its last day. It never changes.
    } A number’s button shows who stands behind it.
figures-period = { $start } – { $end }
figures-none = no data
figures-number = { $number }
figures-block =
    { $block ->
        [COVERAGE] Coverage
        [REQUESTS] Requests
        [MENTORS] Mentors
        [RESULTS] Results
        [EVENTS] Events
       *[MAY] May statistics
    }
figures-name =
    { $code ->
        [COV_STUDENTS] Pupils in pairs and groups
        [COV_STAFF] Teachers in pairs and groups
        [I_1_1] Pupils who asked for a mentor
        [I_1_2] Teachers who asked for a mentor
        [I_2_1] Teachers trained in mentoring
        [I_2_2] Mentors who are teachers
        [I_2_3] Mentors who are graduates
        [I_2_4] Mentors from enterprises
        [I_2_5] Mentors: entrepreneurs and public figures
        [I_2_6] Mentors from NGOs and social projects
        [X_2_S] Mentors who are pupils
        [I_3_1] Teachers who entered the management reserve
        [I_3_2] Teachers ready to lead projects
        [I_3_3] Teachers in professional contests
        [I_3_4] Teachers who became mentors
        [I_3_5] Pupils whose results improved
        [I_3_6] Pupils prepared for contests and olympiads
        [I_3_7] Pupils who became mentors
        [I_3_8] Members of paired teams
        [I_3_9] Activities of paired teams
        [I_3_10] Teams that became mentors
        [I_4_1] Teachers at scientific-practical events elsewhere
        [I_4_2] Partners in pairs at such events
        [I_4_3] Own scientific-practical events
        [I_4_4] Participants of own events
        [I_4_5] Practices with a positive expertise
        [S_1] Young teachers
        [S_2] Teachers who were mentors in a pair
        [S_2_FREE] Teachers in the register without a pair
        [S_3] Young teachers with a mentor
       *[S_4] Young teachers with a category who have a mentor or finished the programme
    }
figures-coverage =
    { $kind ->
        [STUDENTS] Coverage of pupils
       *[STAFF] Coverage of teachers
    }: { $percent } %, { $covered } of { $heads } (headcount of { $since }). The target is { $target } %.{ $missing ->
        [0] {""}
        [one] {" "}{ $missing } school has not entered its headcount yet.
       *[other] {" "}{ $missing } schools have not entered their headcount yet.
    }
figures-coverage-none =
    { $kind ->
        [STUDENTS] Coverage of pupils
       *[STAFF] Coverage of teachers
    }: no data. { $is_school ->
        [1] Enter the headcount, and the share is counted.
       *[0] Schools enter their headcounts.
    }
figures-share-name =
    { $share ->
        [S_3_S_1] Young teachers with a mentor, share
        [S_4_S_1] Young teachers with a category and a mentor, share
       *[S_3_S_2] Load: young teachers with a mentor to mentors
    }
figures-share = { figures-share-name }: { $percent } % (n = { $total })
figures-share-none = { figures-share-name }: no data
figures-one =
    <b>{ $name }</b>
    { $school } · { $period }{ $has_mark ->
        [0] {""}
       *[1] {" "}· line { $mark }
    }
figures-start = At the beginning of the year: { $now }
figures-result = On { $day }: { $now }
figures-counted = Counted by the bot: { $now }
figures-entered = Entered on { $day }, { $author }: “{ $comment }”
figures-awaits =
    The bot does not count this yet: { $awaits ->
        [TRAINING_RECORD] it keeps no training of mentors
        [CAREER_OUTCOME] it keeps no management reserve and appointments
        [RESULT_RECORD] it keeps no results and contests
        [ACADEMIC_PROGRESS] it keeps no progress in class
        [TEAM_TRANSITION] it keeps no transitions of teams
        [EVENT] it keeps no events and who took part
        [PRACTICE] it keeps no practices and expertise
        [CATEGORY] the categories, birth dates and first days of teaching of young teachers are not entered (they belong in a person’s card, in “Registers”)
       *[TEACHING_START] birth dates and first days of teaching are not entered (they belong in a person’s card, in “Registers”)
    }. A curator enters the number.
figures-untold =
    { $count ->
        [one] Not known: { $count } teacher
       *[other] Not known: { $count } teachers
    } without { $code ->
        [S_4] a category, a birth date or a first day of teaching.
       *[S_1] a birth date or a first day of teaching.
    }
figures-by-school = By school: a button opens the school.
figures-behind-line = · { $line }
figures-meeting = { $day }, { $school }
figures-hidden =
    { $count ->
        [one] And { $count } more: only the school sees the name, or it was erased.
       *[other] And { $count } more: only the school sees the names, or they were erased.
    }
figures-page = Page { $page } of { $pages }
figures-nobody = Nobody yet.
figures-figure = { $figure }
figures-value =
    <b>{ $name }</b>
    { $school } · { $moment ->
        [START] at the beginning of the year
       *[RESULT] now
    }: { $now }

    Which number is right? Write it. What the bot has counted stays beside it.
figures-why =
    <b>{ $name }: { $typed }</b>
    { $school } · { $moment ->
        [START] at the beginning of the year
       *[RESULT] now
    }

    Where is this number from? Choose, or write in your own words, without children’s names. The curators of the school and of the levels above read it.
figures-comment =
    { $comment ->
        [PAPERS] From the school’s papers
        [REPORT] From the last report
       *[COLLEAGUES] As colleagues say
    }
figures-saved = Saved. The bot’s own number stays beside it.
figures-taken-back = The bot’s own number counts again.
figures-snapshots =
    <b>Snapshots · { $school }</b>
    { $count ->
        [0] There are none this year yet.
        [one] { $count } snapshot this year. A button opens it.
       *[other] { $count } snapshots this year. A button opens any.
    }

    A snapshot keeps the numbers as they were on that day. Which one shall be taken?
figures-freeze-kind =
    { $kind ->
        [BASELINE] Take: beginning of the year
        [INTERIM] Take: interim
       *[FINAL] Take: final
    }
figures-freeze =
    <b>{ $kind ->
        [BASELINE] Snapshot of the beginning of the year
        [INTERIM] Interim snapshot of { $day }
       *[FINAL] Final snapshot of { $day }
    }</b>
    { $school }

    All numbers are kept, those counted by the bot and those entered by hand. A snapshot cannot be changed later.
figures-freeze-button = Yes, take the snapshot
figures-frozen = The snapshot is taken. This is it.
figures-frozen-before = There is such a snapshot already. This is it.
figures-snapshot-button =
    { $kind ->
        [BASELINE] Beginning of the year, { $day }
        [INTERIM] Interim, { $day }
        [SENT] Handed in, { $day }
       *[FINAL] Final, { $day }
    }
figures-heads =
    <b>Headcount · { $school }</b>

    Pupils from the age of 10: { $students ->
        [0] no data
       *[other] { $students } on { $students_since }
    }
    Teachers: { $staff ->
        [0] no data
       *[other] { $staff } on { $staff_since }
    }

    Coverage is counted from it. Which one shall be entered?
figures-heads-kind =
    { $kind ->
        [STUDENTS] Pupils
       *[STAFF] Teachers
    }
figures-heads-day = Rather on { $day }
figures-headcount =
    { $kind ->
        [STUDENTS] How many pupils from the age of 10 did the school have
       *[STAFF] How many teachers did the school have
    } on { $day }? Write the number.
    { $school }
figures-schools = Which school shall be opened?
figures-calls = { $calls }
figures-calls-head =
    <b>Whom to call · { $school }</b>
    { $count ->
        [0] Nobody needs a call: pairs meet and record their meetings.
        [one] { $count } school of { $schools } needs a call. A button opens its numbers.
       *[other] { $count } schools of { $schools } need a call. A button opens a school’s numbers.
    }
figures-call =
    { $number }. { $place }: { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $how ->
        [NEVER] not a single meeting yet, { $days ->
            [one] { $days } day
           *[other] { $days } days
        } since the beginning
        [SILENT] no meetings for { $days ->
            [one] { $days } day
           *[other] { $days } days
        }
       *[LATE] meetings without a record: { $late } of { $due }
    }
figures-call-button = { $number } · { $place }
figures-calls-button = Whom to call
figures-marks =
    <b>Marks · { $school }</b>

    { $is_above ->
        [1] { $count ->
            [0] No school is marked yet. Open a school and mark it there.
           *[other] The numbers of which schools shall be shown? A school may be in several groups.
        }
       *[0] A button puts a mark from today on, or takes it off. Members of pairs do not see marks.
    }
figures-flag =
    { $flag ->
        [SHANS] SHANS
        [SHNOR] SHNOR
        [P500] “500+”
        [PILOT] pilot
        [STAGE_SITE] internship site
        [WAVE_1] 1st wave
        [WAVE_2] 2nd wave
        [WAVE_3] 3rd wave
        [WAVE_4] 4th wave
       *[WAVE_5] 5th wave
    }
figures-flag-button =
    { $how ->
        [ON] ✅ { $flag }
        [OFF] { $flag }
       *[SIZE] { $flag } · { $count }
    }
figures-copy =
    <b>Numbers · { $school }</b>
    { $period }{ $has_flag ->
        [0] {""}
       *[1] {" "}· only { $flag }
    }
    Beginning of the year → now
figures-copy-block =
    <b>{ $block }</b>
    { $lines }
figures-copy-line =
    { $has_mark ->
        [0] {""}
       *[1] { $mark } {""}
    }{ $name }: { $how ->
        [NONE] { $now }
       *[AUTO] { $base } → { $now }
    }
figures-number-button = { $number } · { $now }
figures-school-button = { $place } · { $now }
figures-before-button = ‹ { $before }
figures-after-button = { $after } ›
figures-snapshots-button = Snapshots
figures-heads-button = Headcount
figures-schools-button = Schools
figures-marks-button = Marks
figures-copy-button = All as text
figures-now-button = To today’s numbers
figures-home-button = To all schools
figures-enter-button = Enter a number
figures-enter-start-button = Enter for the beginning
figures-take-back-button = Back to the bot’s number
figures-all-button = All schools
error-figure-number = A whole number from 0 to 1,000,000 is needed. A school’s headcount is above nought.
error-figure-comment = A number needs a comment that says where it is from: 3 to { $limit } characters.
error-figure-day = That day is yet to come. A headcount is entered for today or earlier.
error-figure-school = This is done for a school. Open one from the list first.
figures-reason =
    <i>How it is counted: { $code ->
        [COV_STUDENTS] pupils who have been in a pair or group since the school year began; each once, at their own school
        [COV_STAFF] teachers who have been in a pair or group since the school year began; each once, at their own school
        [I_1_1] pupils whose request for a mentor was sent since the school year began; each once
        [I_1_2] teachers whose request for a mentor was sent since the school year began; each once
        [I_2_2] teachers who stand in the register of mentors on this day
        [I_2_3] graduates who stand in the register of mentors on this day
        [I_2_4] people from enterprises who stand in the register of mentors on this day
        [I_2_5] entrepreneurs and public figures who stand in the register of mentors on this day
        [I_2_6] people from NGOs who stand in the register of mentors on this day
        [X_2_S] pupils who stand in the register of mentors on this day
        [I_3_4] teachers who completed a pair as mentees and then became mentors for the first time, since the school year began
        [I_3_7] pupils who completed a pair as mentees and then became mentors for the first time, since the school year began
        [I_3_8] members of both teams in this school year's pairs of teams; each once
        [I_3_9] meetings that paired teams have held since the school year began: projects, joint lessons and other activities
        [S_1] teachers of the school who on this day have taught for less than three full years and are not yet 36
        [S_3] young teachers who have a mentor on this day, in a pair or a group at work; each once
        [S_4] young teachers with a qualification category (as it is entered now) who have a mentor on this day or have been through the programme: completed a pair as mentees; each once
        [S_2] teachers who are mentors and have had a pair since the school year began
       *[S_2_FREE] teachers who stand in the register of mentors and have led no pair this school year
    }.</i>
