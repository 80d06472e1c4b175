notices-repeated =
    { $text }

    (sent again: the first one may not have arrived)

notices-restored =
    <b>The database was restored from a copy</b>

    The copy was made: { $made }. What people wrote later is not in it. Please ask your colleagues to check meetings, requests and consents of that time.

    { $count ->
        [one] { $count } message was not sent
       *[other] { $count } messages were not sent
    }, since some may have arrived already:
    { $lines }

    You can send those that are still of use; they will say «sent again».
notices-held-line =
    • { $what }: { $count } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    }), { $several ->
        [0] { $first }
       *[1] { $first } — { $last }
    }
notices-held-reminders = reminders of meetings
notices-held-meetings = about meetings and records
notices-held-forms = questions after meetings
notices-held-calls = calls for the curator and answers
notices-held-pairs = offers and pairs
notices-held-requests = requests
notices-held-week = the school's week and signals
notices-held-people = roles and cards
notices-held-papers = mentors' statements
notices-held-nudges = the rest, one message a day
notices-held-send-button = Send what is of use
notices-held-leave-button = Leave unsent
notices-held-decided =
    { $sent ->
        [0] Fine, nothing is sent.
        [one] { $sent } message is on its way, at an hour that suits.
       *[other] { $sent } messages are on their way, at hours that suit.
    }{ $left ->
        [0] {""}
       *[other] {" "}Left unsent: { $left }.
    }
error-nothing-held = All is decided about these messages.
