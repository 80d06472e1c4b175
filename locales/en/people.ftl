people-list = { $known }, { $label }
people-ready = Done
people-ticked = ✓ { $label }
people-slot = { $day } { $from }–{ $until }
people-some-curator = the school’s curator

# Coming in
people-join-hello =
    Hello! This is “Nastavnik”, the assistant of your school’s mentoring programme.

    Here people find a mentor, agree on meetings and forget nothing.
people-join-hello-invited =
    { $has_person ->
        [0] Hello!
       *[1] { $person }, hello!
    } This is “Nastavnik”, the assistant of the mentoring programme.

    { $role ->
        [MENTOR] You are invited to be a mentor.
        [MENTEE] You are invited to the programme: a mentor will be found for you here.
       *[other] You are invited to run the programme.
    }
    <b>{ $organisation }</b>
people-join-begin = Begin
people-join-other-language = Русский
people-join-school =
    Which is your school?

    Choose from the list, or type its number or a part of its name.
people-join-school-none =
    { $has_search ->
        [0] There are no schools yet. Ask the programme’s curator for an invitation link: it opens everything at once.
       *[1] No school was found for “{ $search }”. Type it differently, or ask the curator for an invitation link.
    }
people-join-all-schools = All schools
people-join-age = How old are you? Under 18, people join together with their parents.
people-join-adult = I am 18 or older
people-join-minor = I am under 18
people-join-minor-told =
    Thank you for writing! Under 18, the school invites you together with your parents: tell your class teacher or the curator that you are interested.

    Nothing has been stored here.
people-join-role = Which is closer to you? The other can be added later.
people-join-role-mentee = I am looking for a mentor
people-join-role-mentor = I want to help as a mentor
people-join-name =
    What is your name? Write family name, first name and patronymic if you have one, for example: Kuznetsova Olga Sergeevna

    Colleagues see first name and patronymic, the curator sees family name and initials.
people-join-done = ✅ { $name }, you are in the programme. { $organisation }
people-join-done-waiting =
    ✅ { $name }, done. { $organisation }

    Next, { $curator } confirms that you take part. I will tell you.

# Consent
people-consent =
    <b>Consent to the processing of data</b>

    Why: to find a pair, to plan meetings, to count the programme’s figures.
    What: name, Telegram identifier, school, position or class, of teachers the birth date, the first day of teaching and the category, your answers and records of meetings.
    Who: { $operator }. Until { $until }. You can withdraw at any time: /privacy
people-consent-full-button = Full text
people-consent-yes = I consent
people-consent-no = I do not consent
people-consent-refused = All right, nothing has been stored. You can take part without the bot, too: talk to the curator.
people-consent-asked =
    { $over ->
        [1] Your consent to data processing is no longer in force. To go on taking part it has to be given anew.
       *[0] Your consent to data processing runs until { $ends }. To go on taking part after that it has to be given anew.
    }

    { people-consent }
people-consent-renewed = ✅ Thank you! The consent runs until { $until }. It can be withdrawn at any time: /privacy
people-consent-in-force = The consent is in force. It can be withdrawn at any time: /privacy
people-consent-not-renewed =
    { $over ->
        [1] All right, the consent is not renewed. You can take part without the bot, too: talk to the curator.
       *[0] All right. Until { $ends } everything stays as it is. You can take part without the bot, too: talk to the curator.
    }
error-consent-paper = Consents of pupils are given on paper: talk to the curator.
people-consent-full =
    <b>Consent to the processing of personal data</b>
    Version { $version }

    I give { $operator } (the operator) my consent to the processing of my personal data under article 9 of Federal Law No. 152-FZ “On Personal Data”.

    <b>Purpose.</b> Taking part in the mentoring programme: finding a mentoring pair, planning and recording meetings, feedback after meetings, the programme’s figures.

    <b>Data.</b> Family name, first name, patronymic; identifier of the Telegram account; educational organisation; position or class; of teachers the birth date, the first day of teaching and the qualification category; role in the programme; topics, goals and suitable times; records of meetings and answers to the programme’s questions.

    <b>Actions.</b> Collection, recording, systematisation, accumulation, storage, correction, retrieval, use, disclosure to the members of your pair and to the programme’s curators, anonymisation, blocking, deletion, destruction. Data are processed with this bot and without it.

    <b>Not stored.</b> Health, passport, address, family situation.

    <b>Who sees what.</b> Your pair: first name and patronymic, meetings and shared notes. The school’s curator: dates and topics of meetings, answers after meetings, of teachers the birth date, the first day of teaching and the category. Curators of the municipality and the region: numbers only.

    <b>Term.</b> Until { $until } or until withdrawn.

    <b>Withdrawal.</b> At any time by the command /privacy or in writing to the school. After it, showing data and sending messages stop at once; the data are destroyed within the term set by law.

    Consent is voluntary: you can take part without the bot, too.

# Links
people-link-accepted =
    { $role ->
        [MENTOR] ✅ The mentor’s role has been added. { $organisation }
        [MENTEE] ✅ Now you can look for a mentor. { $organisation }
       *[other] ✅ The curator’s role has been added. { $organisation }
    }
error-link-unknown = There is no such link. Ask the curator for a new one, or choose your school from the list.
error-link-spent = Somebody has already come in by this link. Ask the curator for a new one.
error-link-expired = This link has expired. Ask the curator for a new one.
error-link-too-many = Too many wrong links in a row. Wait an hour, or ask the curator to check the link.
error-other-school = This is another school’s invitation. Only a mentor whose card is confirmed in their own school joins one more. Everybody else gets a link from the curator of their own school.
error-has-account = The link is not needed or is for somebody else: there is an account already. See the menu: /menu
error-already-in = You are in the programme already. Open the menu: /menu
error-minor = Under 18, the school invites you together with your parents. Tell the curator.
error-consent-changed = The text of the consent has changed. Open /start and read it once more.
error-invite-limits = A link is for 1–500 people and up to 90 days. Choose less.
error-invite-level = This organisation has no such role to invite for. Choose another role or organisation.
error-zone = There is no such time zone. An example: Europe/Moscow
error-organisation-name = Write the organisation’s name, up to 200 characters.
error-text-only = Text is needed here: write it as a message.
error-class = Write the class with its number, for example: 7 A
error-too-long = That is too long. Keep it within { $limit } characters and send it again.

# Mentor’s card
people-card =
    <b>{ $name }</b>: mentor’s card

    Strong sides: { $strong }
    { $has_topics ->
        [0] No other topics chosen
       *[1] Also: { $topics }
    }
    Mentees at once: { $places }
    Times: { $has_times ->
        [0] to be agreed
       *[1] { $times }
    }
    From: { $source }
    { $has_about ->
        [0] Nothing about you yet
       *[1] About: { $about }
    }

    { $state ->
        [APPLICANT] The card is with the curator. Until it is confirmed no requests come.
        [PAUSED] Paused: no new requests come, running pairs go on.
        [REJECTED] The card is not in the list of mentors now. Choose topics again and it goes to the curator once more.
        [LEFT] The card is not in the list of mentors now. Choose topics again and it goes to the curator once more.
       *[other] { $rests ->
            [0] The card is seen by the curator and by those who look for a mentor.
           *[1] New requests come after { $until }.
        }
    }
people-card-helpful =
    { "" }
    Meetings help: { $helpful }. This is what mentees say together; single answers are not shown here.
people-card-helpful-word =
    { $mark ->
        [5] very much
        [4] yes
        [3] in part
       *[other] not much yet
    }
people-card-topics =
    What can you help colleagues with?

    The first three topics become your strong sides; add as many as you like.
people-card-topic-strong = { $place }. { $topic }
people-card-topics-button = Topics
people-card-places-button = Places: { $places }
people-card-times-button = Times
people-card-about-button = About me
people-card-source-button = Where I am from
people-card-one-more = One more place
people-card-pause = Take a break
people-card-resume = Take requests again
people-card-open = My card
people-card-places = How many mentees at once suit you? Now: { $places }. Running pairs stay.
people-card-times = When does it suit you to meet? Mark the times and press “Done”.
people-card-times-any = We will agree
people-card-about =
    Write a few lines about yourself, up to { $limit } characters: what you enjoy in your work, what colleagues come to you with.

    Colleagues of your school and the curator will read it.
people-card-share-button = For other schools
people-card-share =
    <b>Help for other schools</b>

    What for: curators of other schools may ask you for help.
    What they will see: your name, school, topics, times, free places.
    Each pair is confirmed by you and by the curator of your school. There are no more places: they are the same for all schools.
    Until { $until }. You can change it or take it back here by one tap.

    { $alone ->
        [0] Now: { $visibility ->
            [MUNICIPAL] schools of the municipality, { $since }
            [REGIONAL] schools of the whole region, { $since }
           *[other] your own school only
        }
       *[other] Only your school is in the programme yet. When the municipality joins, there will be a choice here.
    }
people-card-share-level =
    { $level ->
        [MUNICIPAL] Schools of the municipality
        [REGIONAL] Schools of the whole region
       *[ORG] My own school only
    }
people-card-reserve-button = Call me again
people-card-reserve =
    <b>Long-term reserve of mentors</b>

    What for: the curator may call you again when a pause or a cycle of the programme is over. It binds you to nothing.
    What the curators of your school and above will see: your name, topics, that you rest now.
    Until { $until }. You can take it back here by one tap.

    { $reserved ->
        [0] Now: do not call
       *[other] Now: may be called again
    }
people-card-reserve-yes = May be called
people-card-reserve-no = Do not call
people-called-again =
    <b>Ready to take requests again?</b>

    You agreed to be called again, and the curator asks: { $curator }. Any answer is fine, it binds you to nothing.
people-called-later = Not yet
people-called-done = { $yes ->
    [0] All right, the pause goes on. You can come back in your card any day.
   *[other] ✅ You take requests again. Places and topics can be checked in your card.
}
people-rest-done =
    All right, no new offers for now. If other pairs of yours still work, they go on.
    You can come back on your card any day. Or you can let the curator call you again.
people-rest-call-again = Call me again
error-not-in-reserve = This mentor does not rest, or has not agreed to be called again. Choose another.
people-card-about-clear = Leave it empty
people-card-source = Where do you come from as a mentor?
people-card-sent =
    ✅ The card has been sent to the curator. Strong sides: { $strong }

    Places follow the school’s rules, times are agreed later. You can change all that in the card.
people-card-waiting =
    <b>{ $name }</b> wants to be a mentor
    { $has_position ->
        [0] Places: { $places }
       *[1] { $position } · places: { $places }
    }

    Strong sides: { $strong }
    { $has_topics ->
        [0] No other topics
       *[1] Also: { $topics }
    }
people-card-confirm = Confirm
people-card-reject = Not yet
people-card-confirm-done =
    ✅ In the list of mentors: { $name }
    I am telling them now.
people-card-reject-done = { $name }: the card is not confirmed for now. I will tell them neutrally, without reasons.
people-card-confirmed =
    ✅ The card is confirmed. Now you may be offered a mentee.

    Places: { $places }. You can change that in the card.
people-card-not-confirmed =
    The card is not in the list of mentors for now. You can change it and send it again.

    You can talk about it with the curator: { $curator }
people-source-teacher = I work at school
people-source-graduate = Graduate
people-source-enterprise = Company staff
people-source-business-public = Business, society
people-source-ngo-social = NGO
people-source-unistudent = University student
people-source-other-org = Another organisation
error-no-card = There is no card yet. Choose topics: /menu → “Fill the card”.
error-topics-none = Choose at least one topic.
error-places = Places are from 1 to 10. Choose from the list.

# Roles
people-role-mentee = mentee
people-role-mentor = mentor
people-role-curator-school = school curator
people-role-curator-municipal = municipal curator
people-role-guardian = parent
people-role-curator-regional = regional curator
people-role-mentee-button = Mentee
people-role-mentor-button = Mentor
people-role-curator-school-button = School curator
people-role-curator-municipal-button = Municipal curator
people-role-guardian-button = Parent
people-role-curator-regional-button = Regional curator
people-role-deputy = { $role } (deputy)
people-role-given = You have this role already.
people-role-asked = Thank you! { $curator } will decide. I will tell you.
error-role-has-pairs = Pairs are still running in this role. Finish them first: /menu → “Pairs”.
error-last-curator = This is the only curator here. Appoint a deputy first.

# Admission
people-admission-asked =
    <b>{ $name }</b> wants to join the programme

    { $polite }, role: { $role }. { $organisation }
people-admit = Accept
people-refuse = Decline
people-admission-done =
    ✅ In the programme: { $name }
    I am telling them now.
people-admission-refused = { $name }: not in the programme for now. I will tell them neutrally, without reasons.
people-admitted =
    { $role ->
        [MENTOR] ✅ The school is confirmed: { $organisation }. The mentor’s card remains, four taps.
       *[other] ✅ The school is confirmed: { $organisation }. You can look for a mentor.
    }
people-admitted-mentee-button = Find a mentor
people-admitted-mentor-button = My card
people-not-admitted =
    Your taking part is not confirmed for now. You can ask again from the menu.

    You can talk about it with the curator: { $curator }

# Settings
people-settings =
    <b>{ $name }</b>
    { $has_position ->
        [0] What you do: empty so far
       *[1] { $position }
    }

    Quiet hours: { $quiet }
people-settings-language-button = Language
people-settings-quiet-button = Quiet hours
people-settings-name-button = Name
people-settings-position-button = What I do
people-settings-role-button = One more role
people-settings-privacy-button = My data
people-settings-language = На каком языке говорить? · Which language?
people-settings-quiet = When should you not be disturbed? Reminders of meetings always come.
people-settings-name =
    Now: { $name }

    Write family name, first name and patronymic as they should be.
people-settings-position =
    Write what you do, up to { $limit } characters. For example: mathematics, first year at school

    Your pair and the curator will read it.
people-settings-role = What else do you want to be in the programme? The curator decides.
people-language-ru = Русский
people-language-en = English
people-language-set = All right, English it is.
people-quiet = { $start }–{ $end }
people-quiet-none = none

# Data
people-privacy =
    <b>Your data</b>

    Operator: { $operator }. The consent is valid until { $until }.
    Stored are name, Telegram identifier, school, position, of teachers the birth date, the first day of teaching and the category where the curator has entered them, answers and records of meetings. Questions: { $curator }.

    You can withdraw the consent. The bot then stops writing at once, roles, requests and pairs end, and the data are destroyed within the term set by law.
people-privacy-withdraw = Withdraw the consent
people-privacy-sure = Withdraw the consent? Pairs and requests end at once, and the curator is told.{ $guards ->
    [0] { "" }
   *[1] { " " }Your child leaves the programme, too, unless there is another parents’ consent.
}
people-privacy-sure-yes = Yes, withdraw
people-privacy-sure-no = No, I stay
people-privacy-withdrawn =
    The consent is withdrawn. I will not write any more, the Telegram account is forgotten already, texts will be destroyed within the term set by law.

    You can come back at any time: /start
people-privacy-stranger = Nothing is stored about you here. Data appear only after your consent.
people-consent-withdrawn =
    Consent withdrawn: { $name }
    Pairs and requests have ended, the name is not shown anywhere any more. Mentees without a mentor are back in the queue.
people-account-blocked =
    The bot cannot write to { $name }
    It seems to be stopped in Telegram. Please get in touch in person.

# People
people-staff =
    <b>People</b> · { $which ->
        [WAITING] waiting for a decision
        [MENTORS] mentors
        [MENTEES] mentees
       *[ALL] all
    }: { $total }
    { $pages ->
        [1] { $total ->
            [0] Nobody here yet.
           *[other] Press a name to open it.
        }
       *[other] Page { $page } of { $pages }
    }
people-staff-button = People
people-staff-waiting = Waiting
people-staff-mentors = Mentors
people-staff-mentees = Mentees
people-staff-all = All
people-staff-line-waiting = { $name } · waiting
people-staff-line-no-account = { $name } · no bot
people-staff-invite = Invite
people-staff-enter = Enter a person
people-open-person = { $name }
people-staff-person =
    <b>{ $name }</b>{ $is_child ->
        [0] { "\u000A" }{ $polite }{ $has_position ->
            [0] { "" }
           *[1] , { $position }
        }
       *[1] { "" }
    }
    { $organisation }

    { $has_roles ->
        [0] No roles
       *[1] Roles: { $roles }
    }
    { $has_asked ->
        [0] { $account ->
            [no] No bot: you answer for them
            [parents] Without the bot: a parent answers in the chat
            [blocked] The bot is stopped in Telegram
           *[yes] Uses the bot
        }
       *[1] Asks for the role: { $asked }
    }
    { $card ->
        [NONE] No mentor’s card
        [APPLICANT] The card waits for you: { $topics }
        [PAUSED] Mentor on a break: { $topics }
        [APPROVED] Topics: { $topics }
       *[other] The card is not in the list of mentors
    }
people-staff-link = Give a link to come in
people-staff-card = Mentor’s card
people-staff-make-mentor = Make a mentor
people-staff-make-mentee = Needs a mentor
people-staff-deputy = Appoint as deputy curator
people-staff-roles-button = End a role
people-staff-roles = Which role shall end? { $name }

# Invitation
people-invite-target = Where do you invite to?
people-invite-role = Whom do you invite? { $organisation }
people-sheet-button = Sheet with QR codes for the staff room
people-sheet = Mentoring
people-sheet-title =
    { $role ->
        [MENTEE] Do you need a mentor?
       *[MENTOR] Ready to help a colleague?
    }
people-sheet-text =
    { $role ->
        [MENTEE] Point your phone’s camera here and press “Start”. The bot helps you ask for a mentor: a chat, a few taps, and the request is with the curator.
       *[MENTOR] Point your phone’s camera here and press “Start”. Choose the topics you can help with: four taps, everything else later.
    }
people-sheet-foot = The codes work until { $until }, each for { $uses } people. For the school’s staff only.
people-sheet-caption =
    The sheet with QR codes: print it and hang it in the staff room.

    Whoever uses these codes comes in at once, without your confirmation, so do not show the sheet to pupils and parents. The codes work until { $until }, each for { $uses } people.
people-sheet-file = QR codes for the staff room.pdf
people-invite-uses = For how many people is the link? It works for { $days } days.
people-invite-uses-button =
    { $uses ->
        [one] { $uses } person
       *[other] { $uses } people
    }
people-invite-link =
    { $role ->
        [MENTOR] Link for a mentor
        [MENTEE] Link for a mentee
        [GUARDIAN] Link for a parent
       *[other] Link for a curator
    }{ $has_person ->
        [0] { "" }
       *[1] : { $person }
    }{ $role ->
        [GUARDIAN] { " " }·
       *[other] .
    } { $organisation }

    { $link }

    { $uses ->
        [1] Works once, until { $until }.
       *[other] For { $uses } people, until { $until }.
    } Forward it now: it cannot be shown again, but a new one can be made.

# Entering a person
people-enter-school = At which school?
people-enter-role = Whom do you enter? The consent on paper must be at school.
people-enter-name = Family name, first name, patronymic? For example: Kuznetsova Olga Sergeevna
people-enter-pupil = A pupil
people-enter-position =
    { $is_pupil ->
        [0] What do they do? For example: mathematics, first year at school
       *[1] Which class? For example: 7 A
    }

    Their pair and the curator will read it.
people-enter-skip = Skip
people-enter-paper = Number and date of { $is_pupil ->
        [0] the consent on paper
       *[1] the parents' consent on paper
    }? Only curators see them.
people-enter-paper-at-school = Done at school
people-enter-topics =
    What can they help with?

    The first three topics become the strong sides.
people-entered =
    ✅ { $role ->
        [MENTOR] Mentor entered: { $name }
       *[other] Needs a mentor: { $name }
    }

    { $is_pupil ->
        [0] They do not use the bot: you answer for them. A link to come in can be given now or later.
       *[1] You answer for the pupil. A parent can be invited into the chat: the card → “Parents and consent”.
    }
people-enter-more = Enter one more

# Curators
people-tree =
    <b>{ $name }</b>
    { $has_curators ->
        [0] There is no curator yet: appoint one by a link, or somebody who is in.
       *[1] Tap a name to enter the order, hand over or end the role.
    }
    { $has_below ->
        [0] { "" }
       *[1] { $founds ->
            [SCHOOL] Schools: { $total }. Per cent: how much of the curator’s checklist is done
           *[other] Municipalities: { $total }
        }{ $pages ->
            [1] { "" }
           *[other] . Page { $page } of { $pages }
        }
    }
people-tree-line = { $name } · { $curator }
people-tree-line-school = { $name } · { $curator } · { $percent }%
people-tree-line-nobody = { $name } · no curator
people-tree-line-curator = Curator: { $curator }
people-tree-line-deputy = Deputy: { $curator }
people-tree-appoint =
    { $has_curators ->
        [0] Appoint a curator
       *[1] Appoint a deputy
    }
people-tree-found =
    { $founds ->
        [SCHOOL] Add a school
       *[other] Add a municipality
    }
people-tree-up = One level up
people-tree-away = I shall be away
people-tree-back-now = I am back
people-tree-appoint-whom =
    { $is_first ->
        [1] Who is to be the curator? { $name }
       *[other] Who is to be the deputy? { $name }

        Deputies have the curator's rights, and get what concerns the curator.
    }

    { $total ->
        [0] There is nobody to choose yet: make a link, it opens once.
       *[other] Choose somebody who is in, or make a link.
    }
people-tree-link = Make a link
people-tree-appointed = Appointed: { $curator }
people-tree-curator =
    <b>{ $curator }</b>
    { $is_deputy ->
        [1] { $role } (deputy)
       *[other] { $role }
    }. { $name }

    { $has_order ->
        [0] Order: not entered yet
       *[1] Order № { $order } of { $order_date }
    }
    { $away ->
        [0] { "" }
       *[1] Away from { $away_from } to { $away_until }: notices and the digest go to the deputy.
    }
people-tree-order-button = Enter the order
people-tree-order =
    Write the number and the date of the order, for example: № 45 of { $example }

    { $curator }. { $name }
people-tree-hand-over = Hand over
people-tree-end = End the role
people-tree-end-sure =
    End the curator's role? { $curator }, { $name }

    They will be told. Records and pairs stay with the school.
people-tree-end-yes = Yes, end it
people-tree-ended = The curator's role has ended: { $curator }
people-tree-receiver =
    Hand over to whom? Now: { $curator }

    Everything goes at once: roles, requests and decisions, signals, calls.
people-tree-hand-over-sure =
    Hand everything over?

    From: { $curator }
    To: { $receiver }

    Both will be told. { $curator }: the curator's access ends at once.
people-tree-hand-over-yes = Yes, hand over
people-tree-handed-over =
    ✅ Handed over: { $organisations }
    To: { $receiver }

    To decide: requests { $requests }, signals { $signals }, calls { $calls }.
people-tree-away-from = From which day will you be away? Notices and the digest will go to the deputy.
people-tree-away-until = From { $first }. Until which day, inclusive?
people-tree-away-set = Fine, on these days I write to the deputy.
people-tree-name =
    { $founds ->
        [SCHOOL] What is the school called? For example: School № 25
       *[other] What is the municipality called? For example: Yaroslavl
    }

    It will belong to: { $name }
people-tree-zone = What time is it there? { $new_name }
people-tree-founded = Added: { $name } · now appoint a curator
people-forms-button = Forms of mentoring
people-forms =
    <b>Forms of mentoring</b> · { $name }

    Tick those that the school's programme has: a mentor can be asked for in these. Pairs that exist go on.

    A new school begins with “Teacher to teacher”.
people-zone-kaliningrad = Kaliningrad, MSK−1
people-zone-moscow = Moscow
people-zone-samara = Samara, MSK+1
people-zone-yekaterinburg = Yekaterinburg, MSK+2
people-zone-omsk = Omsk, MSK+3
people-zone-krasnoyarsk = Krasnoyarsk, MSK+4
people-zone-irkutsk = Irkutsk, MSK+5
people-zone-yakutsk = Yakutsk, MSK+6
people-zone-vladivostok = Vladivostok, MSK+7
people-zone-magadan = Magadan, MSK+8
people-zone-kamchatka = Kamchatka, MSK+9
people-curator-appointed =
    { $is_deputy ->
        [1] You are asked to help run the programme: { $role } (deputy). { $organisation }
       *[other] The programme is yours to run: { $role }. { $organisation }
    }

    All you need is in the menu.
people-curator-ended =
    The role has ended: { $role }. { $organisation }

    Thank you for your work! Your other roles and records stay.
people-handed-over =
    Handed over to you: { $organisations }
    The curator before you: { $giver }.

    To decide: requests { $requests }, signals { $signals }, calls { $calls }.
people-handed-over-from =
    Handed over: { $organisations }
    The curator is now { $receiver }. Thank you for your work!
error-forms-none = One form at least is needed. First tick another, then take this one away.
error-forms-asked = Somebody still waits for a mentor in this form. Answer the requests first: /menu → “Requests”.
error-organisation-known = There is one of this name already. Open it in the list, or write another name.
error-curator-child = A curator must be an adult. Choose somebody else.
error-curator-offline = A curator needs access to the bot. Give a link first: /menu → “People”.
error-away-days = These days are over, or end before they begin. Choose again.
error-no-deputy = There is nobody to stand in for you yet. Appoint a deputy first.
error-handover-self = That is the same curator. Choose another one.
error-handover-scope = This curator does not run all of the same organisations. Appoint them there first, or choose another one.

# Holidays
people-calendar-button = Holidays
people-calendar =
    <b>Holidays { $year }</b> · { $name }

    Autumn: { $autumn_first } — { $autumn_last }
    Winter: { $winter_first } — { $winter_last }
    Spring: { $spring_first } — { $spring_last }
    Summer: { $summer_first } — { $summer_last }

    { $editable ->
        [1] In holidays no pair counts as silent, and nudges wait. Which dates are to change?
       *[0] In holidays no pair counts as silent, and nudges wait. The level above keeps these dates.
    }
people-calendar-autumn = autumn
people-calendar-winter = winter
people-calendar-spring = spring
people-calendar-summer = summer
people-calendar-change = Change: { $season }
people-calendar-change-own = Change: { $season } · own dates
people-calendar-first =
    Holidays, { $season }: now { $first } — { $last }

    What is the first day?
people-calendar-last = Holidays, { $season }: from { $new_first }. What is the last day?
people-calendar-same = The same first day
people-calendar-usual = Back to the usual dates
error-holiday-days = The dates must lie in this school year and be in order. Choose again.
error-holiday-above = The level above keeps the dates of holidays. Tell its curator of the change.
people-settings-month-button =
    { $month ->
        [0] “My month” on the 1st: switch on
       *[1] ✅ “My month” on the 1st: switch off
    }
