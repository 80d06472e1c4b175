# Registers
registers-menu-button = Registers
registers-main =
    <b>Registers</b> · { $school }

    Lists with filters. Each can be taken away as a table.
registers-counted = { $title } · { $count }
registers-title =
    { $register ->
        [MENTORS] Mentors
        [MENTEES] Mentees
        [PAIRS] Pairs
       *[REQUESTS] Requests
    }
registers-list =
    <b>{ $title }: { $total }</b>
    { $filtered ->
        [0] All are shown.
       *[1] Filter: { $filters }
    }
    { $total ->
        [0] There are none now.
       *[other] { $pages ->
            [1] Tap a line to open it.
           *[other] Page { $page } of { $pages }
        }
    }
registers-hidden =
    { $hidden ->
        [one] And { $hidden } line about pupils: only their school sees the names.
       *[other] And { $hidden } lines about pupils: only their school sees the names.
    }
registers-line-school = { $line } · { $school }
registers-line-mentor =
    { $name } · { $state ->
        [APPLICANT] card waits for you
        [PAUSED] paused
        [RESERVE] in reserve
        [NONE] no card
       *[other] { $free } of { $places } free
    }
registers-line-mentee =
    { $name } · { $standing ->
        [LOOKING] { $days ->
            [0] asked today
           *[other] waits { $days } d
        }
        [PAIRED] { $mentor }
       *[NEITHER] no request
    }
registers-line-request = { $name } · { $days } d · { $state }
registers-request-offered = offered: { $mentor }

# Filter
registers-filter-button = Filter
registers-filter =
    <b>{ $title }: filter</b>

    { $count ->
        [0] Nobody fits.
        [one] { $count } line fits.
       *[other] { $count } lines fit.
    }
registers-facet =
    { $facet ->
        [STATE] State
        [FORM] Form
        [TOPIC] Topic
        [SOURCE] From
        [LOAD] Places
        [WAIT] Waits
        [AGREED] Agreed
       *[SCHOOL] School
    }: { $is_set ->
        [0] all
       *[1] { $value }
    }
registers-values =
    { $facet ->
        [STATE] Which state to show?
        [FORM] Which form to show?
        [TOPIC] Which topic to show?
        [SOURCE] Where is the mentor from?
        [LOAD] Which places to show?
        [WAIT] For how many days have they waited?
        [AGREED] What has the mentor agreed to?
       *[SCHOOL] Which school to show?
    }
registers-reset-button = Clear the filter
registers-any-button = Show all
registers-show-button = Show · { $count }
registers-mentor-state =
    { $code ->
        [APPLICANT] waits for confirmation
        [ASSESSMENT] being assessed
        [TRAINING] in training
        [APPROVED] confirmed
        [PAUSED] paused
        [RESERVE] in reserve
        [SUSPENDED] suspended
       *[NONE] no card
    }
registers-mentee-state =
    { $code ->
        [LOOKING] waits for a mentor
        [PAIRED] has a mentor
       *[NEITHER] neither pair nor request
    }
registers-pair-state =
    { $code ->
        [PROPOSED] answer awaited
        [AGREED] waits for approval
        [APPROVED] first meeting ahead
        [TRIAL] getting acquainted
        [ACTIVE] works
        [PAUSED] paused
        [CLOSING] closing
       *[ENDED] past
    }
registers-request-state =
    { $code ->
        [DRAFT] draft
        [AWAITING_CONSENT] consent awaited
        [SUBMITTED] new
        [RETURNED] being clarified
        [QUEUED] choose a mentor
        [PROPOSED] mentor offered
        [MATCHED] mentor found
       *[CLOSED] closed
    }
registers-source =
    { $code ->
        [TEACHER] works at school
        [GRADUATE] graduate
        [ENTERPRISE] enterprise
        [BUSINESS_PUBLIC] business, public life
        [NGO_SOCIAL] NGO
        [STUDENT] pupil
        [UNISTUDENT] student
       *[OTHER_ORG] other organisation
    }
registers-load =
    { $code ->
        [FREE] has places
        [FULL] no places
       *[IDLE] no pairs yet
    }
registers-agreed =
    { $code ->
        [POOL] ready to help other schools
       *[RESERVE] long-term reserve
    }
registers-wait =
    { $days ->
        [one] over { $days } day
       *[other] over { $days } days
    }

# Person
registers-person =
    <b>{ $name }</b> · { $school }{ $has_position ->
        [0] { "" }
       *[1] , { $position }
    }
registers-person-mentor =
    { $mentor ->
        [APPLICANT] Mentor: the card waits for your decision.
        [APPROVED] Mentor: { $free } of { $places } free.{ $rests ->
            [0] { "" }
           *[1] { " " }Asks for no offers before { $until }.
        }
        [PAUSED] Mentor: paused.
        [RESERVE] Mentor: in reserve.
        [NONE] Mentor: no card yet.
       *[other] Mentor: not in the list now.
    }{ $has_topics ->
        [0] { "" }
       *[1] { " " }Topics: { $topics }
    }
registers-person-mentee =
    { $mentee ->
        [LOOKING] Mentee: { $days ->
            [0] has asked for a mentor today.
            [one] has waited for a mentor for { $days } day.
           *[other] has waited for a mentor for { $days } days.
        }
        [PAIRED] Mentee: works with { $mentors }
       *[NEITHER] Mentee: neither pair nor request.
    }{ $has_asked ->
        [0] { "" }
       *[1] { " " }Asks for: { $asked }
    }
registers-person-account =
    { $account ->
        [no] Without the bot: you answer on their behalf.
        [parents] Without the bot: a parent answers in the chat.
        [blocked] The bot is stopped in Telegram: remind them in person.
       *[yes] The bot is connected.
    }
registers-person-dates =
    { $young ->
        [yes] Young teacher: yes.
        [no] Young teacher: no.
       *[unknown] Young teacher: not known.
    } { $has_born ->
        [0] No birth date yet
       *[1] Birth date: { $born }
    }, { $has_since ->
        [0] no first day of teaching yet.
       *[1] first day of teaching: { $since }.
    } { $has_category ->
        [0] No category entered yet.
       *[1] Category: { $category }.
    }
registers-born-button = Birth date
registers-since-button = First day of teaching
registers-date =
    <b>{ $name }</b>

    { $which ->
        [BORN] Write the birth date, for example: 12.03.1998
       *[SINCE] Write the first day of teaching, at any school. For example: 01.09.2024
    }
    { $is_known ->
        [0] { "" }
       *[1] Now: { $day }
    }
    Only the curator of the school sees it. From both dates the bot counts young teachers: the first three years of work, up to 35 years of age.
registers-date-none-button = Take the date away
registers-category-button = Category
registers-category =
    <b>{ $name }</b>

    Which qualification category is it now?
    { $is_known ->
        [0] { "" }
       *[1] Entered: { $category }
    }
    Only the curator of the school sees it. From it the bot counts young teachers with a category for the May statistics.
registers-category-name =
    { $category ->
        [NONE] no category
        [FIRST] first
        [HIGHEST] highest
        [MENTOR] teacher-mentor
       *[METHODIST] teacher-methodologist
    }
registers-category-none-button = Take the category away
error-date-text = That does not look like a date. Write day, month and year, for example: 12.03.1998
error-date-born = Look at the year of birth again: work begins at 16 at the earliest.
error-date-since = Look at the year again: work begins at 16 at the earliest, and within a year from now.
registers-person-pair = { $mentee } — { $mentor }
registers-decide-button = Decide
registers-request-button = Open the request
registers-make-pair-button = Find a mentor
registers-call-again-button = Call again
registers-called-again = The question is sent: { $name }
registers-fill-button = Fill in the card
registers-roles-button = Roles and card

# Tables
registers-export-button = Take away
registers-export =
    <b>{ $title }: table</b>

    { $total ->
        [0] There is nothing to take away: nobody fits the filter.
        [one] The table will have { $total } line.
       *[other] The table will have { $total } lines.
    } { $filtered ->
        [0] { "" }
       *[1] Filter: { $filters }
    }
    The file holds names and positions: keep it where outsiders will not see it.
registers-excel-button = Excel
registers-csv-button = CSV
registers-file = { $title } { $date }.{ $kind }
registers-file-caption =
    { $title }: { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
registers-fact-register = Register
registers-fact-scope = Scope
registers-fact-filter = Filter
registers-fact-made = Made
registers-fact-rows = Lines
registers-no-filter = no filter
registers-made-at = { $date }, { $time } ({ $zone })
registers-account =
    { $has ->
        [0] no
       *[1] yes
    }
registers-column-name = Full name
registers-column-school = School
registers-column-position = Position
registers-column-card = Card
registers-column-forms = Forms
registers-column-form = Form
registers-column-topics = Topics
registers-column-strong = Strong topics
registers-column-places = Places
registers-column-load = Taken
registers-column-free = Free
registers-column-source = From
registers-column-account = Bot
registers-column-standing = Standing
registers-column-asked-topics = Topics asked for
registers-column-days = Waits, days
registers-column-mentor = Mentor
registers-column-mentee = Mentee
registers-column-state = State
registers-column-began = Began
registers-column-order = Order
registers-column-order-date = Date of the order
registers-column-held = Meetings
registers-column-last-held = Last meeting
registers-column-submitted = Sent
error-registers-too-many = More than { $limit } lines. Narrow the filter, by school for example.

# What is missing
registers-gaps-button =
    { $missing ->
        [0] What is missing
       *[other] What is missing · { $missing }
    }
registers-gaps =
    { $total ->
        [0] Nothing is missing.
       *[other] <b>What is missing</b>

    Nothing is blocked: this is a list to complete when there is a minute.
    }
registers-gap =
    { $gap ->
        [CARD_WAITS] Card waits for you
        [CONSENT_NONE] No consent
        [PARENTS_NONE] No parents’ consent
        [CARD_NONE] Mentor without a card
        [ACCOUNT_NONE] Not in the bot
        [ORDER_NONE] Pair without an order
        [GOAL_NONE] Pair without a goal
        [TIMES_NONE] Mentor without times
       *[POSITION_NONE] Mentee without a position
    } · { $count }
registers-gap-list =
    <b>{ $gap ->
        [CARD_WAITS] Mentors' cards wait for your decision
        [CONSENT_NONE] No consent to data processing
        [PARENTS_NONE] No parents’ consent: no new pair is approved without it
        [CARD_NONE] Mentors without a card
        [ACCOUNT_NONE] The bot is not connected yet
        [ORDER_NONE] Pairs without an order's number
        [GOAL_NONE] Pairs without a goal
        [TIMES_NONE] Mentors without convenient times
       *[POSITION_NONE] Mentees of whom it is not said what they do
    }: { $total }</b>
    { $total ->
        [0] Nothing is missing here.
       *[other] { $pages ->
            [1] Tap a line to ask or to fill in.
           *[other] Page { $page } of { $pages }
        }
    }
registers-gap-line =
    <b>{ $who }</b> · { $school }
    { $gap ->
        [CARD_NONE] There is no mentor's card yet: no pair can be found without it.
        [GOAL_NONE] The goal of the pair is not written down.
        [TIMES_NONE] No convenient times: they have to be settled each time.
       *[POSITION_NONE] It is not said what they do: a mentor will see nothing but a name.
    }
    { $reached ->
        [0] They do not have the bot: ask in person.
       *[1] The question comes with the other nudges of the day, with a button.
    }
registers-ask-button = Ask
registers-ask-all-button = Ask everybody
registers-ask-all =
    <b>Ask everybody?</b>

    { $new ->
        [0] There is nobody to ask now.
        [one] { $new } person gets the question, with the other reminders of the day and a button.
       *[other] { $new } people get the question, with the other reminders of the day and a button.
    }{ $before ->
        [0] {""}
       *[other] {" "}Asked this week already: { $before }.
    }{ $unreached ->
        [0] {""}
       *[other] {" "}Without the bot: { $unreached }, ask them in person.
    }
registers-ask-all-yes-button = Yes, ask
registers-ask-all-done =
    { $count ->
        [0] There is nobody to ask.
       *[other] The questions leave today or on the next school day: { $count }
    }
registers-fill-self-button = Fill in for them
registers-gap-paper =
    <b>{ $who }</b> · { $school }

    Number and date of the consent on paper? Only curators see them.
registers-gap-position =
    <b>{ $who }</b> · { $school }

    What do they do? Up to { $limit } characters, for example: mathematics, first year at school. The pair and the curator will read it.
registers-asked-done = The question leaves today or on the next school day: { $name }
registers-asked-before = Already asked this week: { $name } — no answer yet.
registers-asked =
    { $gap ->
        [CARD_NONE] The curator asks you to fill in your mentor's card: four taps.
        [GOAL_NONE] What is the goal of your work? Mentor: { $partner }
        [TIMES_NONE] When is it convenient for you to meet? Times in your card help to find a pair.
       *[POSITION_NONE] What do you do? A few words help a mentor to see who needs help.
    }
registers-fill-in-button = Answer
registers-goal =
    <b>{ $who }</b>
    { $has_goal ->
        [0] What is the goal of your work?
       *[1] Now: “{ $goal }”
    }

    Write up to { $limit } characters. Both sides of the pair and the curator will read it.
registers-goal-done = ✅ The goal is written down: “{ $goal }”
error-registers-no-account = They do not have the bot: ask in person and fill it in for them.

# Lists that come in
registers-import-button = Load from a table
registers-import =
    <b>People and pairs from a table</b>

    Take the template, fill it in and send it here as Excel or CSV, up to { $limit } lines. First you see what would come of it; nothing is loaded before you confirm.
    Everybody's consent to data processing must lie at the school.
registers-import-template-button = Take the template
registers-import-template-caption = The template: sheets “People” and “Pairs”, words to choose from on the third sheet.
registers-import-file = List template.xlsx
registers-import-reading = Reading the file…
registers-import-check =
    <b>{ $file }</b>

    { $count ->
        [0] No new lines
        [one] { $count } line is ready
       *[other] { $count } lines are ready
    }{ $faulty ->
        [0] { "" }
       *[other] , { $faulty } with an error
    }{ $same ->
        [0] .
        [one] , { $same } is in the registers already.
       *[other] , { $same } are in the registers already.
    }{ $fills ->
        [0] { "" }
        [one] {" "}The file adds to what is known of { $fills } person who is there already.
       *[other] {" "}The file adds to what is known of { $fills } people who are there already.
    }
registers-import-faults =
    { $faults }

    Put these lines right in the file and send it again: what was loaded is not added twice.
registers-import-unnamed =
    { $unnamed ->
        [one] And { $unnamed } more line with an error.
       *[other] And { $unnamed } more lines with errors.
    }
registers-import-load-button = Load { $count }
registers-import-cancel-button = Cancel
registers-import-done =
    ✅ Loaded. People: { $people }, pairs: { $pairs }{ $filled ->
        [0] { "" }
       *[other] , records added to: { $filled }
    }

    Links into the bot can be given from the register: open the person.
registers-import-people-sheet = People
registers-import-pairs-sheet = Pairs
registers-import-words-sheet = Words
registers-import-school = School
registers-import-name = Full name
registers-import-role = Role
registers-import-position = Position
registers-import-class = Class (for pupils)
registers-import-topics = Mentor's topics
registers-import-places = Places
registers-import-consent = Consent
registers-import-mentee = Mentee
registers-import-mentor = Mentor
registers-import-began = Began
registers-import-order = Order
registers-import-order-date = Date of the order
registers-import-goal = Goal
registers-import-example = Example:
registers-import-people-example = { $school } | Example: Лебедева Ирина Викторовна | { $role } | mathematics | | { $topic } | 2 | No. 12 of 01.09.2026 | 12.03.1998 | 01.09.2024 | { $category }
registers-import-pairs-example = { $school } | Example: Кузнецова Ольга Сергеевна | Лебедева Ирина Викторовна | { $date } | 45 | { $date } | To keep a class attentive
registers-fault-line =
    { $table ->
        [PAIRS] Pairs
       *[PEOPLE] People
    }, line { $row }: { $why }
registers-fault =
    { $code ->
        [FORMULA] a formula in “{ $value }”, a text is needed
        [SCHOOL_NONE] no school
        [SCHOOL_UNKNOWN] there is no such school: { $value }
        [SCHOOL_OUTSIDE] not your school: { $value }
        [NAME] not a full name: { $value }
        [ROLE] role: mentor or mentee
        [CONSENT] no consent: { $value }
        [POSITION] the position is longer than { $value } characters
        [CLASS] the class is longer than { $value } characters
        [TOPIC] there is no such topic: { $value }
        [TOPICS_NONE] the mentor has no topics: { $value }
        [PLACES] places from 1 to 10, but there stands: { $value }
        [BORN] the birth date is unclear or cannot be: “{ $value }”. Like this: 12.03.1998
        [SINCE] the first day of teaching is unclear or cannot be: “{ $value }”. Like this: 01.09.2024
        [CATEGORY] there is no such category: “{ $value }”. Possible are: no category, first, highest, teacher-mentor, teacher-methodologist
        [BORN_OTHER] another birth date stands in the card: { $value }. Correct the line or the card
        [SINCE_OTHER] another first day of teaching stands in the card: { $value }. Correct the line or the card
        [CATEGORY_OTHER] another category stands in the card: { $value }. Correct the line or the card
        [TWICE] the same name as in line { $value }. Enter another person in “People”
        [NAMESAKES] two people of this name at the school: { $value }
        [OTHER_ROLE] { $value } is there already in another role. Add the role in their card
        [PERSON_UNKNOWN] neither at the school nor in the list: { $value }
        [PERSON_ROLE] another role, or no mentor's card: { $value }
        [PAIR_SELF] mentor and mentee are one person: { $value }
        [PAIR_RECIPROCAL] these two are a pair the other way round: { $value }
        [PAIR_FORM] the school's programme has no form for such a pair
        [PAIR_REQUEST] there is an open request, make the pair from it: { $value }
        [PAIR_FULL] the mentor has no place: { $value }
        [DATE] not a date: “{ $value }”. Write 01.09.2026
        [FUTURE] this day is still to come: { $value }
        [ORDER] number of the order: “{ $value }”
       *[GOAL] the goal is longer than { $value } characters
    }
error-registers-no-file = Send a table as a file, Excel or CSV. The template is behind the button.
error-registers-large = The file is over 20 MB, Telegram does not give it out. Leave one sheet in it or split the list.
error-registers-empty = The file has no filled lines. Fill them in below the head and send it again.
error-registers-foreign = There is neither a table of people nor one of pairs. Take the template: columns must have the same names.
error-registers-broken = The file does not open, it seems damaged. Open it in Excel, save it as .xlsx and send it again.
error-registers-password = The file has a password. Take it away in Excel and send the file again.
error-registers-old = This is the old format .xls. Save the file as .xlsx and send it again.
error-registers-bomb = The file is too large inside. Copy the lines into the template and send that.
error-registers-rows = The file has more than 5000 lines. Split the list.
error-registers-merged = Cells of the head are merged, and these columns cannot be seen: { $columns }. Split them and send the file again.
error-registers-columns = Columns are missing: { $columns }. Name them as in the template and send the file again.
error-registers-download = Telegram does not open the file any more. Send it once more.
error-registers-changed = Something has changed in the registers meanwhile. Send the file again to see it anew.
