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
    The meeting of { $day }, { $partner }. Did you get closer to the goal?
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
        [MENTEE] Only the coordinator sees the answer, your mentor does not.
       *[MENTOR] Only the coordinator sees the answer, your mentee does not.
    }
forms-read-by-other = Only { $reader } sees the answer: somebody outside your pair.
forms-skip-button = Not now
forms-question =
    { $said }

    { $question }
forms-thanks = Thank you, your answer is saved.
forms-wish = What would you like to happen?
forms-wish-answer =
    { $wish ->
        [TALK] Talk to the coordinator
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
        [CURATOR] From the coordinator
        [PSYCHOLOGIST] From the psychologist
       *[NO] No
    }
forms-enough-button = That is enough
forms-continue =
    Shall you go on? You are paired with { $partner }.
    If it is not a good fit, nobody is at fault: the coordinator will suggest something else.
forms-go-on-button = We go on
forms-part-button = Not a good fit
forms-part-sure =
    The pair will end and the other side will get a neutral message. Nobody will ask why.
    You are paired with { $partner } now. End it?
forms-part-sure-button = Yes, end it
forms-parted = All right. The pair has ended and nobody is at fault. The coordinator knows and will suggest something else.
forms-skipped = All right. No more questions about this meeting.
forms-comment-button = Add a word
forms-change-button = Change the answer
forms-help-button = I need help
forms-comment =
    Write a few words about the meeting. You met { $partner }.
    { $reads }
forms-comment-kept = Saved. Thank you!
forms-help =
    What has happened? Write a few words, or call the coordinator without any.
    { $reads }
forms-help-read-by = Only { $reader } will read it, the answer will come here.
forms-help-read-later = Only the coordinator will read it, the answer will come here.
forms-help-send-button = Call without words
forms-heard = Passed on: { $reader } knows. The answer will come here.
forms-heard-later = Saved. As soon as the school has a coordinator, the answer will come here.
forms-call = { $call }
forms-call-help = <b>Help needed:</b> { $name }
forms-call-talk = { $name } would like to talk
forms-call-psychologist = { $name } would like to see the psychologist
forms-call-another-mentor = { $name } would like another mentor
forms-call-pair = Paired with { $partner }, who has not been told.
forms-call-said = “{ $text }”
forms-call-open = Waiting for an answer.
forms-call-taken = Being looked after by { $taker }.
forms-call-closed = Closed.
forms-call-reply-button = Write
forms-call-pair-button = Open the pair
forms-call-take-button = I take it
forms-call-close-button = Close
forms-call-reply =
    { $call }

    Write your answer. Only { $name } will read it.
forms-call-replied = Sent.
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
forms-comfort-short = talking: { $answer }
forms-next-step-short = next step clear: { $answer }
forms-engagement-short = takes part: { $answer }
forms-support-short = needs support: { $answer }
