# My statement
papers-statement-menu-button = My statement
papers-statement-period =
    <b>A statement for the commission</b>

    It lists your pairs, the meetings held and the hours of a period. It holds no feedback and no marks. The curator confirms it.
papers-span-year = School year: { $first } — { $last }
papers-span-half = Half-year: { $first } — { $last }
papers-span-quarter = Quarter: { $first } — { $last }
papers-span-last-quarter = Last quarter: { $first } — { $last }
papers-months-button = Choose months
papers-mine-button = My statements · { $count }
papers-statement-months =
    Which months? Tap one month, or the first and the last.{ $has_period ->
        [0] {""}
       *[other] {" "}Chosen: { $period }
    }
papers-month =
    { $chosen ->
        [1] ✓ { $month }
       *[other] { $month }
    }
papers-months-ready-button = Next
papers-statement-review =
    <b>Check the statement</b>

    { $figures }

    { $has_curator ->
        [1] To be confirmed by the curator: { $curator }
       *[other] There is no curator now: the statement will wait.
    }
papers-statement-none =
    { $period }: no meetings have been recorded as held yet.

    Record meetings from the menu, or choose another period.
papers-send-button = Send to the curator
papers-figures =
    { $period }
    { $pairs ->
        [one] { $pairs } pair
       *[other] { $pairs } pairs
    }, { $meetings ->
        [one] { $meetings } meeting
       *[other] { $meetings } meetings
    }, { $hours }{ $completed ->
        [0] {""}
       *[other] , completed pairs: { $completed }
    }
    { $lines }
papers-lines =
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
papers-pair-line = { $name } · { $meetings ->
        [one] { $meetings } meeting
       *[other] { $meetings } meetings
    }, { $hours }
papers-sent =
    { $has_curator ->
        [1] ✅ The statement is with the curator: { $curator }
       *[other] ✅ The statement waits for the school's curator.
    }
    Once confirmed it gets a number and never changes again. I will tell you.
papers-file-button = File
papers-statement-mine =
    <b>My statements</b>

    Tap a line to get the file.
papers-mine-line = { $first } — { $last } · { $state ->
        [ACCEPTED] No. { $number }
        [RETURNED] the curator asks
       *[other] with the curator
    }
papers-signed-own =
    ✅ The statement is confirmed: No. { $number }
    { $period }. Confirmed by { $curator }

    Print the file: the curator signs the paper.
papers-signed =
    ✅ Confirmed: statement No. { $number }, { $mentor }
    { $period }. The mentor will get a message with the file.
papers-returned =
    The curator's question about the statement for { $period }:
    «{ $question }»

    If something is missing in the records, add it and send the statement again.

# The curator about a statement
papers-asked =
    <b>A mentor's statement: { $mentor }</b>

    { $figures }

    Once confirmed it gets a number and never changes again.
papers-asked-changed =
    <b>The records have changed, here are the new figures: { $mentor }</b>

    { $figures }

    Do you confirm these?
papers-sign-button = Confirm
papers-ask-button = Ask the mentor
papers-question =
    <b>A question to the mentor: { $mentor }</b>

    Write one message. Only the mentor will read it.
papers-question-sent = The question is sent: { $mentor }

# The curator's papers
papers-menu-button = Papers
papers-main =
    <b>Papers · { $school }</b>

    Files are made of what the programme holds now.
papers-orders-button = Orders
papers-report-button = Monthly report
papers-list-button = List of pairs (Excel)
papers-statements-button = Mentors' statements · { $count }
papers-orders =
    <b>Which order shall be drawn up?</b>

    The school writes number and date.
papers-order-introduce = On introducing mentoring
papers-order-plan = On the plan
papers-order-regulation = On the regulation
papers-order-curator-mentors = On the curator and the mentors
papers-order-pairs = On forming pairs
papers-order-final-event = On the final event
papers-which =
    <b>{ $kind }</b>

    Which pairs shall it name? { $total } in all, { $waiting } without an order's number.
papers-which-none =
    <b>{ $kind }</b>

    There are no approved pairs yet. Make a pair from the menu first.
papers-which-waiting-button = All without an order · { $count }
papers-which-all-button = All · { $total }
papers-which-choose-button = Choose
papers-choose = Tick the pairs for the order. Chosen: { $count }
papers-choose-ready-button = Draw up · { $count }
papers-number-button = Enter the number
papers-order-caption = { $title }. A draft: check it and print it.
papers-order-caption-pairs =
    { $title }, pairs: { $n }. A draft: check it and print it.
    When the order is signed, enter number and date: they go to just these pairs.
papers-order-file = { $title } { $date }.docx
papers-report-month = <b>The report of which month?</b>
papers-report-file = Report { $month }.{ $form }
papers-report-form-button =
    { $sheet ->
        [1] File: Excel
       *[0] File: Word
    }
papers-report-caption = Report for { $month }, { $school }. Pairs: { $n }
papers-list-word-button = List of pairs (Word)
papers-list-paper-file = List of pairs { $date }.docx
papers-list-file = List of pairs { $date }.xlsx
papers-list-caption = List of pairs, { $school }. Rows: { $n }
papers-statements =
    <b>Statements to confirm: { $total }</b>

    Tap a line to see the figures.
papers-statements-none = No statement waits to be confirmed.
papers-statement-line = { $mentor } · { $first } — { $last }

# Words on paper
papers-period = { $first } — { $last }
papers-moment = { $date }, { $time }
papers-hours =
    { $minutes ->
        [0] { $hours } h
       *[other] { $hours ->
            [0] { $minutes } min
           *[other] { $hours } h { $minutes } min
        }
    }
papers-completed = completed { $date }
papers-order-number = No. { $number } of { $date }
papers-statement-number = No. { $number } of { $date }
papers-statement-signed-line = Confirmed by the curator in the programme: { $signer }, { $date }
papers-statement-draft-line = A draft: the curator has yet to confirm it.
papers-statement-file = Statement { $mentor } { $first }-{ $last }.docx
papers-statement-file-draft = Statement (draft) { $mentor } { $first }-{ $last }.docx
papers-statement-caption = A statement for the commission. The curator signs the paper.
papers-statement-caption-draft = A draft: the curator has yet to confirm it.
papers-mentees = Mentees
papers-mentors = Mentors
papers-share = { $answered } of { $asked } ({ $share } %)
papers-few-forms = too few (forms: { $asked })
papers-few = too few
papers-mean = { $mean } (answers: { $n })
papers-counted =
    { $what ->
        [PAIRS] { $n ->
            [one] { $n } pair
           *[other] { $n } pairs
        }
        [SCHOOLS] { $n ->
            [one] { $n } school
           *[other] { $n } schools
        }
       *[FIGURES] { $n ->
            [one] { $n } indicator
           *[other] { $n } indicators
        }
    }
papers-months-title = Meetings by month
papers-month-column =
    { $column ->
        [month] Month
        [planned] Planned
        [held] Held
       *[no_show] Not held
    }
papers-report-sheet = Month
papers-report-number = Number
papers-report-row =
    { $row ->
        [pairs] Pairs on the day of making
        [completed] Completed in the month
        [held] Meetings held
        [planned] Meetings planned
        [requests_in] Requests handed in
        [matched] Requests with a mentor
        [waiting] Requests waiting
        [signals_opened] Signals of trouble opened
       *[signals_closed] Signals settled
    }
papers-report-answers = Answers: { $who }
papers-report-mean = Mean (of 5): { $who }
papers-list-title = Pairs
papers-list-scope = Scope
papers-list-period = Period
papers-list-now = on the day of making
papers-list-made = Made
papers-list-n = Counted
papers-list-mentee = Mentee
papers-list-mentor = Mentor
papers-list-form = Form
papers-list-state = State
papers-list-began = Approved
papers-list-order = Order No.
papers-list-order-date = Date of the order
papers-list-held = Meetings held
papers-list-last = Last meeting

error-paper-period = No statement can be made for this period. Choose another: “My statement” in the menu.
error-paper-no-pairs = The order would name no pair. Tick at least one.
error-statement-empty = No meetings are recorded for this period. Record them or choose another period.
error-statement-own = One's own statement is confirmed by another curator, or by the level above.
error-statement-question = Write the question in words, up to { $most } characters.

# Templates of a school's own
papers-templates-button = Templates
papers-templates =
    <b>Templates of papers</b>

    A paper can look as you like: download the template, edit it in Word and send it here.
papers-template-name =
    { $own ->
        [1] ✓ {""}
       *[0] {""}
    }{ $name ->
        [ORDER_INTRODUCE] Order on introduction
        [ORDER_PLAN] Order on the plan
        [ORDER_REGULATION] Order on the regulation
        [ORDER_CURATOR_MENTORS] Order on curator and mentors
        [ORDER_PAIRS] Order on pairs
        [ORDER_FINAL_EVENT] Order on the final event
        [REPORT] Monthly report
        [PAIR_LIST] List of pairs
        [INDICATORS] Indicators
       *[YEAR_NOTE] Yearly note
    }
papers-template =
    <b>{ $title }: template</b>

    { $own ->
        [1] The paper is made by the school's own template now.
       *[0] The paper is made by the common template now.
    }
    Words in double braces are replaced by data: leave them; all else may be changed. Send a Word document of up to 1 MB.
papers-template-house-button = Download the common template
papers-template-own-button = Download our own
papers-template-reset-button = Back to the common one
papers-template-file = Template { $title }.docx
papers-template-caption = Edit it in Word and send it here. Leave the words in double braces as they are.
papers-template-replaced = ✅ { $title }: by the school's own template now. You can go back to the common one here.
papers-template-is-reset = The common template again.
error-template-field = The template has a field that the bot does not know: { $field }. Compare it with the common one and send it again.
error-template-construction = The template has something that the bot does not run: { $field }. Leave only fields, lists and conditions.
error-template-active = The file has macros, attachments or links to other files. Save it as a plain .docx without them.
error-template-large = The file is too large: a template has up to 1 MB. Make its pictures smaller and send it again.
error-template-broken = The braces of the template do not match: { $field }. Compare it with the common one and send it again.
error-template-foreign = This is no Word document. Send a .docx file.
error-paper-slow = Making the file takes too long. Try again in a few minutes.
