### Meetings: planning, recording, the diary

meetings-method =
    { $method ->
        [TALK] a talk
        [LESSON_VISIT] lesson visit
        [JOINT_LESSON] joint lesson
        [LESSON_ANALYSIS] lesson review
        [TASK_HELP] help with a task
        [PROJECT_WORK] project work
        [DOC_WORK] paperwork
       *[OTHER] something else
    }
meetings-place =
    { $kind ->
        [ONLINE_OPEN] online
        [ONLINE] online: { $place }
        [OFFLINE_OPEN] at school
       *[OFFLINE] { $place }
    }
meetings-length =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
meetings-day-time = { $day }, { $time }
meetings-obstacle =
    { $obstacle ->
        [SUBSTITUTION] Lessons to cover
        [ILLNESS] Illness
        [MISSED] Missed each other
       *[OTHER] Something else
    }
meetings-state =
    { $state ->
        [PLANNED] planned
        [CONFIRMED] confirmed
        [BEGUN] not recorded yet
        [HELD] took place
        [NO_SHOW] did not take place
        [CANCELLED] cancelled
        [VOIDED] does not count
       *[RESCHEDULED] moved
    }
meetings-step =
    { $step ->
        [coming] I’ll be there
        [move] Move
        [cancel] Cancel
        [held] Yes
        [redo] No, another day
        [not-held] No
        [right] Correct
        [again] Plan another
        [edit] Change
        [away] I can’t come
       *[open] Open the meeting
    }

## Notices

meetings-planned =
    A meeting is planned: <b>{ $when }</b>
    { $partner } · { $place }

    Does it suit you?
meetings-moved =
    The meeting was moved: <b>{ $when }</b>
    Before: { $was }
    { $partner } · { $place }

    Does it suit you?
meetings-confirmed =
    ✅ The meeting is confirmed: { $when }
    { $partner } · { $place }
meetings-coming =
    ✅ Good, see you there: <b>{ $when }</b>
    { $partner } · { $place }
meetings-away =
    Noted: the meeting takes place without you, { $when }
    { $partner } · { $place }
    If you can come after all, open the meeting and press “I’ll be there”.
meetings-cancelled =
    The meeting is cancelled: { $when }
    { $partner }
meetings-reminder =
    ⏰ <b>{ $when_first }</b>
    Meeting: { $partner } · { $place } · { $method }
meetings-prompt =
    Meeting { $when } · { $partner }
    Did it take place?
meetings-nudge =
    Meeting { $when } · { $partner }
    How was it? If it took place, pressing “Yes” is enough.
meetings-to-check =
    { $partner } adds a record of a meeting: { $day }, { $length }, { $method }.
    Is that correct?
meetings-shared =
    Notes of the meeting: { $day }, { $partner }

    { $text }
meetings-shared-files =
    Files were added to the meeting: { $day }, { $partner }
meetings-recorded = ✅ Recorded: { $day }, { $length }, { $method } · { $partner }
meetings-not-held = Recorded: the meeting of { $day } did not take place · { $partner }
meetings-not-held-why =
    Recorded: the meeting of { $day } did not take place · { $partner }

    What got in the way?
meetings-cancel-why =
    The meeting is cancelled: { $day } · { $partner }
    I will pass it on.

    What got in the way?
meetings-voided = This record does not count: { $day } · { $partner }
meetings-ahead =
    The meeting is planned: { $when }
    { $partner } · { $place }
meetings-has-moved = The meeting was moved: { $when }.

## Planning

meetings-no-pairs = There is no pair to meet with yet. Once it is approved, its meetings can be planned here.
meetings-plan-pair = Whom will you meet?
meetings-plan-day = { $partner }: on which day?
meetings-move-day = { $partner }: to which day shall it move?
meetings-plan-usual = As usual: { $usual }
meetings-plan-time-shared =
    { $partner }, { $day }. At what time? These hours suit you both.
    You can also type a time, for example 14:10.
meetings-plan-time =
    { $partner }, { $day }. At what time?
    You can also type a time, for example 14:10.
meetings-plan-time-none = { $day }: no hours are left today. Choose another day or type a time.
meetings-plan-other-time = Another time
meetings-plan-other-day = Another day
meetings-plan-place =
    { $partner }, { $when }. Where?
    Choose, type a room or send a link. Only the pair and the curator read it.
meetings-plan-last-place = As last time: { $last }
meetings-plan-school = At school
meetings-plan-online = Online
meetings-plan-elsewhere-button = Somewhere else
meetings-plan-elsewhere = Type the place or the address. Only the pair and the curator read it.
meetings-plan-saved =
    ✅ Planned: <b>{ $when }</b>
    { $partner } · { $place }

    I will send the invitation, and a reminder before the meeting.
meetings-plan-clash =
    { "" }
    You have another meeting at this time: { $clash }
meetings-open-button = Open the meeting

## Recording

meetings-log-pair = Whom did you meet?
meetings-log-day = { $partner }: when was the meeting?
meetings-log-planned = As planned: { $title }
meetings-log-earlier = ‹ Earlier
meetings-log-later = Later ›
meetings-log-length =
    { $partner }, { $day }: { $method }.
    How long was the meeting?
meetings-log-other-method = We did something else
meetings-log-method = What did you do at the meeting?
meetings-record-known = This meeting is recorded already: { $day }, { $length }, { $method } · { $partner }
meetings-attended =
    { "" }
    There were { $present } of { $invited }. Press whoever was not.
meetings-record-ask =
    { "" }
    What did you agree on? Type it, send a voice note or a photo.
    Read by { $partner }; the curator sees the date and the topic.
meetings-record-kept =
    { "" }
    Saved{ $files ->
        [0] .
       *[other] , files: { $files }.
    } You can add more.
    Read by { $partner }; the curator sees the date and the topic.

    { $excerpt }
meetings-record-noted =
    { "" }
    Your private note is saved.
meetings-record-next = Next: { $usual }
meetings-record-plan = Plan another one
meetings-record-other = Another time
meetings-edit-button = Change
meetings-edit =
    { $day }, { $length }, { $method }.
    What shall be corrected: the length, what you did, or the day?
meetings-edit-day-button = Another day
meetings-edit-day = On which day was the meeting? The record says: { $day }.
meetings-amend-button = Correct the record
meetings-amend-ask = Why is the record corrected? One sentence, please. What it said before is kept; the curator reads the reason.
meetings-note-button = Private note
meetings-note = Type your note. Only you can see it: neither the other side nor the curator will read it.

## One meeting

meetings-view =
    <b>{ $when_first }</b>
    { $partner } · { $place }
    { $length }, { $method } · { $state }
meetings-view-obstacle = What got in the way: { $obstacle }
meetings-view-by-mentee = Recorded by the mentee.
meetings-view-attended = There were { $present } of { $invited }
meetings-view-away = Cannot come: { $away }
meetings-view-late = Entered later.
meetings-view-text =
    { "" }
    { $excerpt }
meetings-view-notes =
    { "" }
    Your private note, seen by you alone:
    { $notes }
meetings-coming-button = I’ll be there
meetings-away-button = I can’t come
meetings-present-button = ✓ { $name }
meetings-absent-button = absent · { $name }
meetings-move-button = Move
meetings-cancel-button = Cancel
meetings-place-button = Set the place
meetings-held-button = It took place
meetings-not-held-button = It did not
meetings-right-button = Correct
meetings-correct-button = It did take place
meetings-again-button = Plan another
meetings-add-button = Add to the record
meetings-files-button = Show the files: { $files }
meetings-whole-button = The whole text
meetings-void-button = Do not count it
meetings-why = { $when_first }, { $partner }: { $state }. What got in the way?
meetings-place-ask = Where will you meet? Type a room, an address or a link. Only the pair and the curator read it.
meetings-void-ask = Why should the record not count? One sentence is enough. It stays with the record; the curator reads it.

## The diary

meetings-diary =
    { $held ->
        [0] Diary: no meetings recorded yet.
        [one] Diary: { $held } meeting took place.
       *[other] Diary: { $held } meetings took place.
    }{ $pages ->
        [1] { "" }
       *[other] { " " }Page { $page } of { $pages }.
    }
meetings-diary-empty = Meetings will appear here, both planned and recorded.
meetings-diary-line =
    { $state ->
        [PLANNED] ⏰ { $day }, { $time } · { $partner }
        [CONFIRMED] ⏰ { $day }, { $time } · { $partner }
        [BEGUN] Record: { $day } · { $partner }
        [NO_SHOW] Did not take place: { $day } · { $partner }
       *[HELD] { $day } · { $partner } · { $method }
    }
meetings-diary-newer = ‹ Newer
meetings-diary-older = Older ›

## Refusals

error-meetings-past = This time has passed. Choose another one.
error-meetings-too-far = Meetings are planned at most a year ahead. Choose a nearer day.
error-meetings-duration = A meeting lasts from 10 minutes to 8 hours. Choose a length within that.
error-meetings-empty = There is nothing here yet. Type at least a word.
error-meetings-long = There is room for { $limit } characters, and it came to { $length }. What was there is kept; shorten the last message and send it again.
error-meetings-place-long = { $limit } characters are enough for a place. Make it shorter.
error-meetings-future = That day is yet to come. A future meeting can be planned from the menu.
error-meetings-too-old = Meetings of the last 30 days can be recorded. The curator can enter an earlier one: write to them.
error-meetings-other-cycle = That day is in another school year. Choose a day from 1 September on.
error-meetings-pair-rests = This pair does not meet now. If it is time to begin or go on, write to the curator.
error-meetings-taken = The pair has a meeting at this time. Choose another time, or move that one from the diary.
error-meetings-moved = The meeting was moved. Its new time stands in the menu and in the diary.
error-meetings-over = This meeting is settled already. Plan a new one from the menu.
error-meetings-begun = The meeting has begun. Say in the diary whether it took place.
error-meetings-not-yet = The meeting is still ahead. It can be recorded once it has begun.
error-meetings-no-record = First record that the meeting took place, then add the text.
error-meetings-mentor-corrects = The mentor corrects the record. Tell the mentor or the curator what is wrong.
error-meetings-curator-corrects = More than a week has passed: now the curator corrects the record, write to them.
error-meetings-attachments = A record takes up to { $limit } files. Describe the rest in words.
error-meetings-addition = This cannot be kept. Send a text, a voice note, a photo or a file.
error-meetings-time = This time was not understood. Type, for example, 14:10.
error-meetings-planned-already = The next meeting is planned already; it stands in the menu and in the diary.
meetings-my-month =
    <b>My month · { $month }</b>
    { $held ->
        [one] { $held } meeting
       *[other] { $held } meetings
    }{ $hours ->
        [0] {""}
       *[other] , { $hours } h
    }{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } min
    }.
    Thank you! Behind each meeting there is somebody's step forward.
error-meetings-group = The mentor plans, moves and cancels a group’s meetings. If you cannot come, press “I can’t come”.
