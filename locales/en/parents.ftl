# Inviting a parent, and the consent
parents-join-hello =
    Hello! This is “Nastavnik”, the assistant of the mentoring programme.

    The school invites you as a parent: { $child }
    <b>{ $organisation }</b>

    Here you give your consent and see who your child’s mentor is and when they meet.
parents-consent =
    <b>A parent’s consent</b>

    You are a parent or legal guardian: <b>{ $child }</b>

    Why: to find your child a mentor, to plan meetings, to count the programme’s figures.
    What: of the child, name, school, class, records of meetings and answers about them; of you, name, Telegram identifier and your answers.
    Who: { $operator }. The mentor sees the child’s name and class; your own name is seen by the school’s curator alone.
    Until { $until }. You can withdraw at any time: in the menu under “My child”, or /privacy
parents-consent-full =
    <b>A legal guardian’s consent to the processing of personal data</b>
    Version { $version }

    As a parent (legal guardian) I give { $operator } (the operator) my consent to the processing of my child’s personal data and my own under article 9 of Federal Law No. 152-FZ “On Personal Data”.
    Child: { $child }

    <b>Purpose.</b> The child’s part in the mentoring programme: finding a mentor, planning and recording meetings, feedback after meetings, the programme’s figures.

    <b>Data.</b> Of the child: family name, first name, patronymic, school, class, role in the programme, topics, goals and suitable times, records of meetings and answers to the programme’s questions. Of the parent: family name, first name, patronymic, identifier of the Telegram account, decisions about pairs, and wishes.

    <b>Actions.</b> Collection, recording, systematisation, accumulation, storage, correction, retrieval, use, disclosure to the members of the child’s pair and to the programme’s curator, anonymisation, blocking, deletion, destruction. Data are processed with this bot and without it.

    <b>Not stored.</b> Health, passport, address, family situation, marks.

    <b>Who sees what.</b> The mentor: the child’s first name, the first letter of the family name, class, meetings and shared notes. The parent: the mentor and the planned meetings, without notes and feedback. The school’s curator: dates and topics of meetings, answers after meetings, the parent’s name. Curators of the municipality and the region: numbers only.

    <b>Term.</b> Until { $until } or until withdrawn.

    <b>Withdrawal.</b> At any time in the menu under “My child”, by the command /privacy or in writing to the school. After it, the child’s part, showing data and sending messages stop at once; the data are destroyed within the term set by law.

    Consent is voluntary: your child can take part without the bot, too, with a consent on paper.
parents-consent-refused = All right, nothing has been stored. The consent can be given on paper, too: see the school’s curator.
parents-join-name =
    What is your name? Type family name, first name and patronymic, for example: Kuznetsova Alla Igorevna

    Only the school’s curator will see it.
parents-join-done =
    ✅ Thank you, { $name }! Your consent is recorded.
    Child: { $child }

    When a mentor is proposed for your child, I will tell you and ask.

# My child
parents-menu-button = My child
parents-children = About whom?
parents-child =
    <b>{ $name }</b>

    { $has_pairs ->
        [0] { $request ->
            [NONE] There is no mentor yet. When the school proposes one, I will tell you and ask.
            [PROPOSED] The school proposes a mentor; answers are awaited.
           *[other] The request for a mentor is with the curator, who is looking for one.
        }
       *[other] { $pairs }
    }

    { $total ->
        [0] No meetings are planned yet.
       *[other] Meetings ahead:
    { $lines }
    }{ $pages ->
        [1] { "" }
       *[other] { "\u000A" }Page { $page } of { $pages }
    }

    { $held ->
        [0] { "" }
       *[other] Meetings so far: { $held }, the last on { $last }{ "\u000A" }
    }{ $agrees ->
        [0] Your consent is no longer in force.
       *[1] Your consent is in force until { $until }.
    } Questions about the programme go to the curator: { $curator }
parents-child-pair =
    { $state ->
        [PROPOSED] { $awaits ->
            [0] A mentor is proposed, the others have yet to answer: { $mentor }
           *[1] A mentor is proposed, your answer is awaited: { $mentor }
        }
        [AGREED] All agree, the school is approving the mentor: { $mentor }
        [PAUSED] Mentor, resting until { $until }: { $mentor }
        [CLOSING] Mentor, the work is coming to its end: { $mentor }
       *[other] Mentor: { $mentor }
    }
parents-child-mentors =
    { $state ->
        [PROPOSED] { $awaits ->
            [0] Invited to help another pupil, the others have yet to answer
           *[1] Invited to help another pupil, your answer is awaited
        }
        [AGREED] All agree to the helping, the school is approving it
        [PAUSED] Helps as a mentor, resting until { $until }
        [CLOSING] Helps as a mentor, the work is coming to its end
       *[other] Helps as a mentor
    }
parents-child-meeting = • { $when } · { $place }{ $has_mentor ->
    [0] { "" }
   *[1] { " " }· { $mentor }
}
parents-answer-button = Answer the proposal{ $number ->
    [1] { "" }
   *[other] { " " }· { $number }
}
parents-consent-again-button = Give consent anew
parents-withdraw-button = Withdraw consent
parents-wish-button = A wish for the curator
parents-sure =
    Withdraw the consent? { $name }

    The work with the mentor ends at once, the request is withdrawn, the child’s data will be destroyed within the term set by law. The curator hears of it at once; nobody asks for a reason.

    To come back, a new invitation from the school is needed.
parents-sure-yes = Yes, withdraw
parents-sure-no = No, keep it
parents-withdrawn =
    Consent withdrawn: { $name }
    The child takes part no more; the curator hears of it at once. { $gone ->
        [0] { "" }
       *[1] Your Telegram account is forgotten here, too.
    }
parents-wish =
    What shall the curator know? { $name }

    For example: suitable days, or what your child would like to learn. Up to { $limit } characters. Only the school’s curator reads it; health and diagnoses are better told in person.
parents-wish-sent = ✅ Passed on to the school’s curator.
error-wish-none = The wish is empty. Put it in words.
error-wish-nobody = The school’s curator is not in the chat yet. Please tell the school in person.
error-guardian-role = A parent’s role is ended on the child’s card: “Parents and consent” → “Remove a parent”.

# Parents on a pupil’s card
parents-line = { $parents ->
    [0] { "" }
   *[other] Parents: { $list }{ "\u000A" }
}{ $has_paper ->
    [0] { $agrees ->
        [0] No parents’ consent
       *[1] { $parents ->
            [0] Consent given in person
           *[other] The parents have consented
        }
    }
   *[1] Consent on paper: { $paper }
}
parents-one = { $name } ({ $has_consent ->
    [0] consent to be renewed
   *[1] consent of { $given }
})
parents-at-school = done at school
parents-line-on-card = { "\u000A" }{ $line }
parents-open-button = Parents and consent
parents-main =
    <b>{ $name }</b>: parents

    { $line }

    A parent comes in by your one-time link alone, each by their own. A mentor is approved once there is a consent: in the chat or on paper.
parents-invite-button = Invite a parent
parents-paper-button = Consent on paper
parents-end-button = Remove a parent
parents-paper =
    Number and date of the consent on paper? { $name }

    In one line, for example: No. 12 of 01.09.2026. Only the school’s curators will see it.
parents-end =
    Whom to remove? { $name }

    This person will not see the child any more, and the consent given in the chat is void. What is running goes on.
error-parents-paper = Number and date are needed, for example: No. 12 of 01.09.2026
error-parents-answer = A parent answers for this pupil ({ $name }): the bot asks in the chat. Propose the pair so that all are asked.
error-parents-consent = { $name }: no parents’ consent. Open the pupil’s card → “Parents and consent”, invite a parent or mark the paper.

# What is told
parents-linked =
    ✅ A parent is in the chat: { $parent }
    Child: { $name }
    The consent is given.
parents-wish-told =
    A wish from a parent: { $parent }
    Child: { $name }

    “{ $text }”
parents-consent-asked =
    { $name }: { $over ->
        [1] the parent’s consent is no longer in force.
       *[0] the parent’s consent is in force until { $ends }.
    } For the work to go on, please give it anew: “My child” → “Give consent anew”.
parents-child-left =
    { $name }: the consent has been withdrawn, the work with the mentor has ended.
    Questions go to the school’s curator.

# A proposal, and what came of it
parents-offer =
    <b>{ $role ->
        [MENTOR] The school proposes to mentor another pupil
       *[MENTEE] The school proposes a mentor
    }</b>
    Child: { $child }{ $role ->
        [MENTOR] { "" }
       *[MENTEE] { "\u000A" }Mentor: { $mentor }{ $has_position ->
            [0] { "" }
           *[1] , { $position }
        }
    }{ $kind ->
        [PERSONAL] { "" }
        [TEAM] { "\u000A" }They meet as a team
       *[GROUP] { "\u000A" }They meet as a group
    }{ $has_topics ->
        [0] { "" }
       *[1] { "\u000A" }Topics: { $topics }. { $rhythm }
    }

    Ask your child and answer for both of you. Any answer will do; nobody asks for a reason.
parents-agree = We agree
parents-agree-not = We do not agree
parents-agreed =
    Thank you, your answer is recorded. When all agree, I will tell you.
    Child: { $child }
parents-refused =
    All right, the proposal is closed. Thank you for answering! The school will say what comes next.
    Child: { $child }
parents-pair =
    { $outcome ->
        [BEGINS] ✅ <b>{ $role ->
            [MENTOR] It is approved: your child helps as a mentor
           *[MENTEE] The mentor is approved: { $mentor }
        }</b>
        [ENDED] { $role ->
            [MENTOR] Helping the other pupil has come to its end. Thank you!
           *[MENTEE] The work with the mentor has ended: { $mentor }
        }
       *[CLOSED] { $role ->
            [MENTOR] This invitation no longer holds; it happens.
           *[MENTEE] It did not come about with this mentor; it happens: { $mentor }
        }
    }
    Child: { $child }{ $outcome ->
        [BEGINS] { "\u000A" }The button shows the planned meetings.
       *[other] { "\u000A" }The school’s curator will say what comes next.
    }
