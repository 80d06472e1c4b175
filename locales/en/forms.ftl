forms-usefulness =
    Did the meeting of { $day } help?
    { $reads }
forms-usefulness-mark =
    { $mark ->
        [5] Very much
        [4] Yes
        [3] Partly
        [2] Hardly
       *[1] No
    }
forms-progress =
    { $partner }, the meeting of { $day }. Did you get closer to the goal?
    { $reads }
forms-progress-mark =
    { $mark ->
        [5] A lot
        [4] Yes
        [3] A little
        [2] Hardly
       *[1] No
    }
forms-read-by-curator =
    { $side ->
        [MENTEE] Only the curator sees the answer, your mentor does not.
       *[MENTOR] Only the curator sees the answer, your mentee does not.
    }
forms-read-by-other = Only { $reader } sees the answer, nobody in your pair does.
forms-skip-button = Not now
forms-question =
    { $said }

    { $question }
forms-thanks = Thank you, your answer is saved.
forms-wish = What would you like to happen?
forms-wish-answer =
    { $wish ->
        [TALK] Talk to the curator
        [ANOTHER_MENTOR] I need another mentor
       *[NOTHING] Nothing, it happens
    }
forms-comfort = How easy is it to talk at your meetings?
forms-comfort-answer =
    { $answer ->
        [EASY] Easy
        [HARD] Not easy
       *[FINE] Fine
    }
forms-next-step = Is it clear what to do next?
forms-next-step-answer =
    { $answer ->
        [YES] Yes
        [NOT_QUITE] Not quite
       *[NO] No
    }
forms-engagement = How does your mentee take part?
forms-engagement-answer =
    { $answer ->
        [HIGH] With interest
        [LOW] Not easily yet
       *[MEDIUM] It varies
    }
forms-support = Do you need support?
forms-support-answer =
    { $answer ->
        [CURATOR] From the curator
        [PSYCHOLOGIST] From the psychologist
       *[NO] No
    }
forms-enough-button = That is enough
forms-continue =
    Shall you go on? You are paired with { $partner }
    If it is not a good fit, that happens: the curator will suggest another pair.
forms-go-on-button = We go on
forms-part-button = Not a good fit
forms-part-sure =
    End the pair? You are paired with { $partner }
    The other side will get a neutral message, and nobody will ask why.
forms-part-sure-button = Yes, end it
forms-parted = All right, the pair has ended. It happens. The curator knows and will suggest another.
forms-skipped = All right. No more questions about this meeting.
forms-comment-button = Add a word
forms-change-button = Change the answer
forms-help-button = I need help
forms-comment =
    About the meeting: { $partner }
    Write a few words. { $reads }
forms-comment-kept = Saved. Thank you!
forms-help =
    What has happened? Write a few words, or call the curator without any.
    { $reads }
forms-help-read-by = Only { $reader } will read it, the answer will come here.
forms-help-read-later = Only the curator will read it, the answer will come here.
forms-help-send-button = Call without words
forms-heard =
    ✅ Passed on: { $reader }
    The answer will come here.
forms-heard-later = Saved. As soon as the school has a curator, the answer will come here.
forms-call = { $call }
forms-call-help = <b>Help needed:</b> { $name }
forms-call-talk = { $name } would like to talk
forms-call-psychologist = { $name } would like to see the psychologist
forms-call-another-mentor = { $name } would like another mentor
forms-call-pair = Paired with { $partner } (who has not been told)
forms-call-said = “{ $text }”
forms-call-open = Waiting for an answer.
forms-call-taken = Being looked after: { $taker }
forms-call-closed = Closed.
forms-call-reply-button = Write
forms-call-pair-button = Open the pair
forms-call-take-button = I take it
forms-call-close-button = Close
forms-call-reply =
    { $call }

    Write your answer. Only this person will read it: { $name }
forms-call-replied = ✅ Your answer is sent.
forms-reply =
    { $author } answers:
    “{ $text }”
forms-answer-button = Answer
error-form-closed = This form is closed. If there is something to say, use “I need help” in the menu: /menu
error-comment-long = Too long: up to { $limit } characters fit. Please shorten it and send it again.
forms-answers-button = Feedback of the pair
forms-answers =
    <b>{ $mentee } — { $mentor }</b>

    { $lines }
forms-answers-none = No answers yet.
forms-answer = { $day }, { $name }: { $said }
forms-usefulness-short = helped: { $answer }
forms-progress-short = closer to the goal: { $answer }
forms-comfort-short = talking: { $answer }
forms-next-step-short = next step clear: { $answer }
forms-engagement-short = takes part: { $answer }
forms-support-short = needs support: { $answer }
