# Почему этот наставник
mentorships-reason-all-strong = { $wanted ->
    [1] тема сильная
    [2] обе темы сильные
   *[other] все темы сильные
}
mentorships-reason-covered = { $covered ->
    [1] { $wanted ->
        [1] тема есть в карточке
        [2] одна тема из двух
       *[other] одна тема из { $wanted }
    }
   *[other] темы: { $covered } из { $wanted }
}
mentorships-reason-no-topic = других тем
mentorships-reason-wished = есть в пожеланиях
mentorships-reason-times = общие дни: { $days }
mentorships-reason-other-times = другие дни
mentorships-reason-places = { $places ->
    [0] мест нет
    [1] место есть
    [2] два места
   *[other] мест: { $places }
}
mentorships-reason-offers = { $offers ->
    [1] ещё одно предложение без ответа
   *[other] предложений без ответа: { $offers }
}
mentorships-reason-level = { $level ->
    [1] начальный уровень
    [2] золотой уровень
   *[other] платиновый уровень
}
mentorships-reason-other-school = другая школа: { $school }
mentorships-reason-superior = ведёт программу: просьбы о помощи увидит куратор выше

# Предложение
mentorships-offer =
    <b>{ $pupil ->
        [0] Коллега просит вас стать наставником
       *[1] Ученику нужен наставник, предлагают вас
    }</b>

    { $mentee }{ $placed ->
        [0] {""}
       *[other] , { $position }
    }{ $across ->
        [0] {""}
       *[other] {"\u000A"}Школа: { $school }. Куратору вашей школы это предложение тоже видно.
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A"}Темы: { $topics }. { $rhythm }.{"\u000A"}Цель: { $goal }
    }{ $reasoned ->
        [0] {""}
       *[other] {"\u000A"}Почему вы: { $why }.
    }
mentorships-offer-mentee =
    <b>Вам предлагают наставника: { $mentor }</b>{ $across ->
        [0] {""}
       *[other] {"\u000A"}Наставник из другой школы: { $school }
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A\u000A"}Темы: { $topics }. { $rhythm }.
    }
mentorships-yes = Да, возьмусь
mentorships-ask = Есть вопрос
mentorships-not-now = Сейчас не могу
mentorships-suits = Подходит
mentorships-suits-not = Не подходит
mentorships-reminder = Ваш ответ ещё ждут. Любой ответ подойдёт.
mentorships-until = Понятно. До какого времени не предлагать? Причину никто не спросит.
mentorships-until-holidays = До каникул
mentorships-until-january = До января
mentorships-until-september = До сентября
mentorships-until-topic = Не моя тема
mentorships-yes-mentor = ✅ Спасибо! Ждём согласия: { $partner }
mentorships-yes-mentee = ✅ Спасибо! Ждём ответа: { $partner }
mentorships-yes-lender = ✅ Спасибо! Обе стороны согласны, ждём куратора школы наставника.
mentorships-yes-teams = ✅ Спасибо! Согласны все. Дальше слово за кураторами; когда можно начинать, сообщу.
mentorships-no-thanks = { $goes_on ->
    [0] Хорошо, предложение закрыто. Спасибо за ответ!
   *[other] Хорошо. Остальные продолжат без вас. Спасибо за ответ!
}
mentorships-approved-mentor =
    ✅ <b>Пара создана: { $partner }</b>
    Можно назначить первую встречу. Письменное согласие и приказ оформит школа.
mentorships-approved-mentee =
    ✅ <b>Ваш наставник: { $partner }</b>
    Можно назначить первую встречу.
mentorships-made =
    ✅ { $kind } создана: { $mentee } — { $mentor }
    Все согласны и знают, как назначить первую встречу.
mentorships-plan = Назначить встречу
mentorships-five-button = Первая встреча: 5 вопросов
mentorships-contact-button = Показать мой контакт
mentorships-five =
    <b>Первая встреча: 5 вопросов</b>

    1. Что сейчас получается лучше всего?
    2. Что хочется изменить к концу года?
    3. Как удобнее работать: урок, разбор, разговор?
    4. Когда и где встречаемся, как переносим?
    5. Что остаётся только между нами?
mentorships-contact = { $partner } показывает свой контакт: { $contact }
mentorships-contact-link = написать в Telegram
mentorships-contact-done = ✅ Ваш контакт теперь видит { $partner }

# Вопрос до ответа
mentorships-talk-question = { $sends_back ->
    [0] Что хочется уточнить? Напишите вопрос, до 500 знаков. Его прочитает наставляемый, а вопрос о группе — куратор; пока нет ответа, срок не идёт.
   *[other] Что поправить или уточнить? Напишите школе, до 500 знаков. Прочитают только её кураторы; участники узнают лишь решение.
}
mentorships-talk-answer = Напишите ответ, до 500 знаков. Его прочитает тот, кто спрашивает.
mentorships-asked =
    ✅ Вопрос отправлен: { $partner }
    Ответ придёт сюда вместе с кнопками.
mentorships-answer-sent = ✅ Ответ отправлен: { $partner }
mentorships-question =
    { $mentor } спрашивает, прежде чем ответить:
    «{ $question }»
mentorships-question-curator =
    { $mentor } спрашивает. Передайте вопрос и запишите ответ: { $mentee }
    «{ $question }»
mentorships-answer = Ответить
mentorships-answered =
    Вы спрашивали: «{ $question }»
    Ответ: «{ $answer }»

# Молчание и отказы
mentorships-silent =
    { $mentee } — { $mentor }: ответа нет третий рабочий день.{ $moves_on ->
        [0] {""}
       *[other] {"\u000A"}Через два рабочих дня спрошу следующего подходящего наставника.
    }
mentorships-silent-invited =
    { $name }: на приглашение в группу третий рабочий день нет ответа · { $mentor }
    Группа работает дальше. Поздний ответ тоже подойдёт.
mentorships-let-go = Не ждать ответа
mentorships-remind = Напомнить
mentorships-wait = Подождать
mentorships-next = Предложить следующему
mentorships-reminded = ✅ Напоминание отправлено: { $mentee } — { $mentor }
mentorships-waiting = Хорошо, ждём ещё три рабочих дня: { $mentee } — { $mentor }
mentorships-next-asked = ✅ Предложено следующему: { $mentee } — { $mentor }
mentorships-declined =
    { $mentee } — { $mentor }: наставник сейчас не может.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}Запрос остаётся первым в очереди.
    }
mentorships-declined-mentee =
    { $mentee } — { $mentor }: пара не подошла.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}Запрос остаётся в очереди.
    }
mentorships-declined-school =
    { $mentee } — { $mentor }: школа наставника сейчас не может.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}Запрос остаётся первым в очереди.
    }
mentorships-declined-trial =
    { $mentee } — { $mentor }: пара решила не продолжать.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}Запрос снова в очереди.
    }
mentorships-closed-mentor =
    Предложение закрыто: { $mentee }
    Отвечать больше не нужно, спасибо!
mentorships-closed-mentee = { $kind } с этим наставником не сложилась, так бывает. { $waits ->
    [0] Куратор подскажет, что дальше.
   *[other] Запрос остаётся первым в очереди, куратор предложит другого наставника.
}
mentorships-no-place =
    Свободного места уже нет: { $mentee } — { $mentor }{ $waits ->
        [0] {""}
       *[other] {"\u000A"}Запрос остаётся первым в очереди.
    }
mentorships-closed-curator = Предложение закрыто: { $mentee } — { $mentor }
mentorships-choose-anew = Выбрать другого
mentorships-to-approve =
    Обе стороны согласны: { $mentee } — { $mentor }
    { $reasons }
mentorships-to-approve-teams =
    <b>Команды ждут вашего утверждения</b>

    Делятся опытом: { $mentor } · { $lender }
    Учатся: { $mentee } · { $school }

    Участники и школы согласны. Номер приказа можно внести потом.{ $answered ->
        [0] {""}
       *[other] {"\u000A\u000A"}Вопрос: «{ $question }»{"\u000A"}Ответ школы: «{ $answer }»
    }
mentorships-send-back = Вернуть
mentorships-sent-back =
    ✅ Вернули школе: { $partner }
    После её ответа команды придут к вам снова.
mentorships-returned =
    <b>Команды вернули без утверждения</b>
    { $mentee } — { $mentor }

    { $decider }: «{ $question }»

    После вашего ответа команды снова уйдут на утверждение. Участников никто не спрашивает заново.
mentorships-put-forward = ✅ Ответ отправлен, команды снова на утверждении.
mentorships-to-lend =
    { $kind ->
        [TEAM] <b>Другая школа просит помощи вашей команды</b>

    Делятся опытом: { $mentor }
    Учатся: { $mentee }, { $school }
       *[other] <b>Другая школа просит помощи вашего наставника</b>

    Наставник: { $mentor }
    Наставляемый: { $mentee }, { $school }
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A"}Темы: { $topics }. { $rhythm }.
    }

    { $kind ->
        [TEAM] Команды начнут работу, когда согласны все участники и вы. Вести их будет куратор другой школы, вам они тоже видны.
       *[other] Пара начнёт работу, когда согласны обе стороны и вы. Вести её будет куратор школы наставляемого, вам она тоже видна.
    }
mentorships-lend = Согласовать
mentorships-keep = Сейчас не получится
mentorships-lent = { $approved ->
    [0] ✅ Согласовано: { $mentee } — { $mentor }{"\u000A"}Ждём ответа сторон.
    [2] ✅ Согласовано: { $mentee } — { $mentor }{"\u000A"}Теперь команды ждут утверждения.
   *[other] ✅ Согласовано, пара создана: { $mentee } — { $mentor }
}
mentorships-kept = Хорошо, предложение закрыто: { $mentee } — { $mentor }{"\u000A"}Стороны прочтут нейтральную строку, без причин.
mentorships-across = { $kind ->
    [TEAM] ✅ <b>Команда – команда</b>
    Делятся опытом: { $lender }
    Учатся: { $school }

    Всё согласовано, команды начинают. От вас ничего не нужно.
   *[other] ✅ <b>Пара между школами</b>
    Наставник: { $lender }
    Наставляемый: { $school }

    Все согласны. Ведёт пару куратор школы наставляемого, от вас ничего не нужно.
}
mentorships-approve = Утвердить
mentorships-cancel = Отменить предложение
mentorships-approved-curator = ✅ { $kind } утверждена: { $mentee } — { $mentor }
mentorships-cancelled = Предложение отменено: { $mentee } — { $mentor }

# Пара
mentorships-list = { $waits ->
    [MENTEE] Ждут другую школу: { $total }
    [MENTOR] Другие школы просят наставника: { $total }
    [ABOVE] Пары команд ждут утверждения: { $total }
   *[other] Пары: { $total }
}
mentorships-list-empty = Пар пока нет.
mentorships-orders-button = Внести номера приказов · { $count }
mentorships-orders =
    <b>Номер приказа</b> · { $school }

    Пар без номера: { $total }. Если приказ не про всех, снимите отметку.
    Напишите номер и дату одним сообщением, например: № 45 от { $example }
    Номер увидят кураторы.
mentorships-orders-none = Все номера приказов внесены.
mentorships-orders-covered = ✓ { $mentee } — { $mentor }
mentorships-orders-left-out = { $mentee } — { $mentor }
mentorships-orders-sure =
    Приказ № { $number } от { $date }
    { $school }, пар в приказе: { $count }

    Всё верно?
mentorships-orders-yes = Да, внести
mentorships-orders-done = ✅ Приказ № { $number } от { $date } внесён. Пар в приказе: { $count }
error-order-text = Не получилось прочитать номер и дату. Напишите, например, так: № 45 от 12.10.2026
error-order-future = Этот день ещё не наступил. Проверьте дату приказа.
error-order-early = Это приказ прошлого учебного года. Нужна дата не раньше { $first }.
error-order-none = Номера у этих пар уже есть. Откройте «Пары» ещё раз.
error-order-nobody = Отметьте хотя бы одну пару и пришлите номер ещё раз.

mentorships-line = { $kind ->
    [GROUP] Группа:{" "}
    [TEAM] Команды:{" "}
   *[other] {""}
}{ $mentee } — { $mentor } · { $state }
mentorships-line-own = { $kind ->
    [GROUP] Группа:{" "}
    [TEAM] Команды:{" "}
   *[other] {""}
}{ $partner } · { $state }
mentorships-to-pairs = К парам
mentorships-open = Открыть пару
mentorships-state-proposed = ждём ответа
mentorships-state-agreed = ждёт утверждения
mentorships-state-approved = первая встреча впереди
mentorships-state-trial = знакомятся
mentorships-state-active = работает
mentorships-state-paused = пауза
mentorships-state-closing = завершается
mentorships-state-completed = завершена
mentorships-state-ended = закрыта
mentorships-card =
    <b>{ $kind ->
        [GROUP] Группа:{" "}
        [TEAM] Команды:{" "}
       *[other] {""}
    }{ $mentee } — { $mentor }</b>
    Сейчас: { $state }{ $across ->
        [0] {""}
       *[other] {"\u000A"}{ $kind ->
            [TEAM] Опытом делится команда другой школы
           *[other] Наставник из другой школы
        }: { $lender }{ $across ->
            [1] {""}
           *[other] . Ждём согласования её куратора.
        }
    }{ $above ->
        [ASKED] {"\u000A"}Все согласны. Утверждает: { $decider }
        [SCHOOL] {"\u000A"}Все согласны. Утверждает школа.
        [RETURNED] {"\u000A"}{ $decider } ждёт ответа школы: «{ $question }»
       *[other] {""}
    }{ $replied ->
        [0] {""}
       *[other] {"\u000A"}Вопрос: «{ $question }»{"\u000A"}Ответ школы: «{ $response }»
    }{ $awaited ->
        [0] {""}
       *[other] {"\u000A"}Наставник: { $mentor_answer ->
            [YES] согласие есть
           *[other] ждём ответа
        }. Наставляемый: { $mentee_answer ->
            [YES] согласие есть
           *[other] ждём ответа
        }.
    }{ $asked ->
        [0] {""}
       *[other] {"\u000A\u000A"}Темы: { $topics }. { $rhythm }.{"\u000A"}Цель: { $goal }
    }{ $reasoned ->
        [0] {""}
       *[other] {"\u000A"}{ $reasons }
    }{ $contact_shown ->
        [0] {""}
       *[other] {"\u000A"}Контакт: { $contact_text }
    }
mentorships-done = Готово
mentorships-yes-for-mentor = «Да» наставника, со слов
mentorships-no-for-mentor = «Нет» наставника
mentorships-yes-for-mentee = «Да» наставляемого, со слов
mentorships-no-for-mentee = «Нет» наставляемого
mentorships-propose-finish = Пора завершать
mentorships-pause = Пауза
mentorships-resume = Возобновить
mentorships-finish = Завершить
mentorships-complete = Завершить работу
mentorships-extend = Продлить
mentorships-terminate = Прекратить
mentorships-go-on = Пока нет
mentorships-finishing =
    { $kind } завершается: { $mentee } — { $mentor }
    Все участники знают.
mentorships-goes-on = Хорошо, пара работает дальше.
mentorships-finish-asked = Пора завершать? Так думает одна из сторон пары: { $mentee } — { $mentor }
mentorships-paused =
    { $kind } на паузе: { $partner }
    Назначенные встречи отменены, напоминать не буду.
mentorships-resumed =
    { $kind } снова работает: { $partner }
    Можно назначить встречу.
mentorships-closing =
    { $kind } завершается: { $partner }
    Осталась итоговая встреча.
mentorships-ended =
    { $kind } завершила работу: { $partner }
    Спасибо!
mentorships-ended-more =
    { $kind } завершила работу: { $partner }
    Спасибо!

    Можно снова предлагать вам тех, кто ищет наставника? Любой ответ подойдёт.
mentorships-more-yes = Да, можно
mentorships-more-no = Пока нет
mentorships-grown = Хочу стать наставником
mentorships-ended-outcome =
    { $kind } завершила работу: { $partner }
    Спасибо!

    Запрос решён? Ответ увидит куратор.
mentorships-outcome-yes = Да
mentorships-outcome-partly = Частично
mentorships-outcome-no = Нет
mentorships-reason = Почему пара прекращает работу? Причину увидят только кураторы.
mentorships-end-moved = Переезд
mentorships-end-left-job = Уход из школы
mentorships-end-no-time = Нет времени
mentorships-end-conflict = Не сработались
mentorships-end-consent = Отозвано согласие
mentorships-end-safeguarding = Безопасность
mentorships-end-other = Другое
mentorships-rematch = { $mentee } — { $mentor }: искать другого наставника?
mentorships-rematch-yes = Да, искать
mentorships-rematch-no = Нет
mentorships-terminated =
    { $kind } закрыта: { $mentee } — { $mentor }
    Участники получили нейтральное сообщение.

# Создать пару
mentorships-make-button = Создать пару
mentorships-make-made = ✅ { $made } — { $made_mentor }: { $approved ->
    [0] отправлено обоим.
   *[other] пара создана.
}
mentorships-make-mentee = Кому нужен наставник? Отмечены те, кто уже просит.
mentorships-make-nobody = У всех наставляемых уже есть наставник или предложение.
mentorships-make-mentor = { $mentee }: кто будет наставником? Сначала те, кто подходит лучше.
mentorships-make-no-mentor = { $mentee }: подходящих наставников в школе пока нет. Пригласите или подтвердите наставника.
mentorships-make-how =
    <b>{ $mentee } — { $mentor }</b>{ $reasoned ->
        [0] {""}
       *[other] {"\u000A"}{ $reasons }
    }
mentorships-make-ask-both = Предложить обоим
mentorships-make-agreed = Уже договорились
mentorships-make-over-places = { $mentor }: мест больше нет. Напишите, почему всё-таки эта пара, — или вернитесь и выберите другого. Причину увидят только кураторы.
mentorships-pick-waits = { $mentee } · просит
mentorships-pick-full = { $mentor } · мест нет
mentorships-pick-asked = { $mentor } · уже спрашивали

# Отказы
error-no-place = Свободного места уже нет ({ $mentor }). Запрос остаётся первым в очереди.
error-above-awaited = Пару команд утверждает куратор выше: у кого решение, видно в карточке. Как только оно будет, сообщу.
error-lender-awaited = Пара ждёт согласования куратора школы наставника. Как только ответ будет, сообщу.
error-offer-closed = Это предложение уже закрыто, отвечать больше не нужно.
error-mentor-full = Мест у наставника уже нет. Выберите другого или укажите причину: «Другой человек».
error-mentor-state = { $mentor } сейчас не принимает предложений. Выберите другого наставника.
error-mentor-paused = { $mentor } просит пока не предлагать. Выберите другого наставника.
error-mentor-form = В карточке наставника нет такой формы ({ $mentor }). Выберите другого.
error-mentor-consent = У наставника нет действующего согласия на обработку данных ({ $mentor }). Выберите другого.
error-mentor-self = Быть наставником самому себе нельзя. Выберите другого.
error-mentor-reciprocal = Эти двое уже работают в обратных ролях. Выберите другого наставника.
error-already-offered = По этому запросу уже ждут ответа. Сначала отмените то предложение: меню, «Пары».
error-pair-exists = Эта пара уже есть. Посмотрите её в меню, «Пары».
error-question-open = Ваш вопрос уже отправлен. Дождитесь ответа, он придёт сюда.
error-question-answered = На этот вопрос уже ответили.
error-answers-themselves = У человека есть вход в бот: ответ за ним. Можно напомнить.
error-no-candidate = Предложить больше некому. Это предложение остаётся: поздний ответ тоже считается.

# Подобрать всем
mentorships-cohort-button = Подобрать всем
mentorships-cohort-where = Где подбираем?
mentorships-cohort-begin =
    <b>Подобрать всем</b> · { $name }

    { $requests ->
        [0] Наставника сейчас никто не ждёт.
       *[other] Ждут наставника: { $requests }. Подтверждённых наставников: { $mentors }.
    }{ $schools ->
        [0] {""}
        [1] {""}
       *[other] {" "}Школ: { $schools }. Наставники из других школ — только с их согласия.
    }{ $drafted ->
        [0] {"\u000A\u000A"}Получится черновик: его можно поправить. Пока он не опубликован, никто ничего не получит.
       *[other] {"\u000A\u000A"}Черновик уже есть, его видят кураторы. Никто ничего не получит, пока он не опубликован.
    }
mentorships-cohort-make = Подобрать
mentorships-cohort-open = Открыть черновик
mentorships-cohort-working = Подбираю… Обычно это несколько секунд.
mentorships-cohort-draft =
    <b>Черновик</b> · { $name }
    Пар: { $pairs }, из них закреплено: { $fixed }. { $groups ->
        [0] {""}
       *[other] Групп: { $groups }.{" "}
    }Без пары: { $left }.{ $problems ->
        [0] {""}
       *[other] {"\u000A"}Изменились строки: { $problems }, они первые. Поправьте их или пересчитайте.
    }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Пока вы смотрели, черновик изменили: { $person }. Изменённые строки отмечены.
    }{ $placed ->
        [0] {""}
       *[other] {"\u000A\u000A"}{ $lines }
    }
mentorships-cohort-left =
    <b>Остались без пары</b> · { $name }: { $left }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Пока вы смотрели, черновик изменили: { $person }. Изменённые строки отмечены.
    }{ $left ->
        [0] {""}
       *[other] {"\u000A\u000A"}{ $lines }
    }
mentorships-cohort-line =
    { $number }. { $mentee } — { $mentor }{ $fixed ->
        [0] {""}
       *[other] {" "}· закреплено
    }{ $grouped ->
        [0] {""}
       *[other] {" "}· в группе
    }{ $broken ->
        [0] {"\u000A"}{ $why }
       *[other] {"\u000A"}Изменилось: { $problem }
    }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Правка: { $person }
    }
mentorships-cohort-line-left =
    { $number }. { $mentee }: { $broken ->
        [0] { $why }
       *[other] { $problem }
    }{ $changed ->
        [0] {""}
       *[other] {"\u000A"}Правка: { $person }
    }
mentorships-cohort-edit = { $number } · Изменить
mentorships-cohort-left-button = Без пары · { $left }
mentorships-cohort-pairs-button = Пары · { $pairs }
mentorships-cohort-resting-button = Наставники · { $resting }
mentorships-cohort-publish = { $groups ->
    [0] { $pairs ->
        [one] Опубликовать { $pairs } пару
        [few] Опубликовать { $pairs } пары
       *[other] Опубликовать { $pairs } пар
    }
   *[other] Опубликовать: пар { $pairs }, групп { $groups }
}
mentorships-cohort-again = Пересчитать
mentorships-cohort-discard = Удалить черновик
mentorships-cohort-to-draft = К черновику
mentorships-cohort-left-no-mentor = в школе пока нет наставников этой формы
mentorships-cohort-left-full = { $count ->
    [1] у наставника школы мест больше нет
   *[other] мест нет ни у одного из наставников: { $count }
}
mentorships-cohort-left-paused = { $count ->
    [1] наставник школы на паузе
   *[other] наставники школы на паузе: { $count }
}
mentorships-cohort-left-not-confirmed = { $count ->
    [1] наставник ждёт подтверждения
   *[other] наставники ждут подтверждения: { $count }
}
mentorships-cohort-left-no-consent = нет согласия наставника на обработку данных
mentorships-cohort-left-asked = всех, у кого есть место, уже спрашивали
mentorships-cohort-left-no-topic = этих тем нет ни у кого, другие места заняты в черновике
mentorships-cohort-left-outbid = места заняты в черновике другими запросами
mentorships-cohort-left-by-hand = убрано из черновика
mentorships-cohort-rest-free = { $places ->
    [1] есть место
   *[other] мест: { $places }
}, запросы подошли другим
mentorships-cohort-rest-nobody-asks = { $places ->
    [1] есть место
   *[other] мест: { $places }
}, подходящих запросов нет
mentorships-cohort-rest-full = мест больше нет
mentorships-cohort-rest-paused = пауза
mentorships-cohort-rest-not-confirmed = ждёт подтверждения
mentorships-cohort-rest-no-consent = нет согласия на обработку данных
mentorships-cohort-problem-request = по запросу уже ничего не ждут
mentorships-cohort-problem-state = наставник сейчас не принимает предложений
mentorships-cohort-problem-paused = наставник просит пока не предлагать
mentorships-cohort-problem-scope = наставник из другой школы
mentorships-cohort-problem-form = в карточке наставника нет такой формы
mentorships-cohort-problem-capacity = место у наставника уже занято
mentorships-cohort-problem-consent = нет согласия наставника на обработку данных
mentorships-cohort-problem-self = это один и тот же человек
mentorships-cohort-problem-reciprocal = эти двое уже пара в обратных ролях
mentorships-cohort-problem-asked = этого наставника по запросу уже спрашивали
mentorships-cohort-one =
    <b>{ $mentee }{ $paired ->
        [0] {""}
       *[other] {" "}— { $mentor }
    }</b>{ $wide ->
        [0] {""}
       *[other] {"\u000A"}{ $school }
    }
    Темы: { $topics }. { $rhythm }.
    { $paired ->
        [0] Без пары: { $why }
       *[other] Почему: { $why }
    }{ $broken ->
        [0] {""}
       *[other] {"\u000A"}Изменилось: { $problem }
    }{ $fixed ->
        [0] {""}
       *[other] {"\u000A\u000A"}Закреплено: при пересчёте эта пара останется.
    }{ $grouped ->
        [0] {""}
       *[other] {"\u000A\u000A"}Ещё в группе: { $mates }
    }
mentorships-cohort-fix = Закрепить
mentorships-cohort-loosen = Не закреплять
mentorships-cohort-mentor = Другой наставник
mentorships-cohort-unite = Объединить в группу · { $count }
mentorships-cohort-part = Снова парами
mentorships-cohort-take-out = Убрать из черновика
mentorships-cohort-let-in = Вернуть в подбор
mentorships-cohort-choose =
    Кто будет наставником: { $mentee }

    { $lines }
mentorships-cohort-choose-nobody = { $mentee }: других подходящих наставников нет.
mentorships-cohort-choice = { $mentor } — { $full ->
    [0] { $reasons }
   *[other] все места отданы в черновике
}
mentorships-cohort-resting =
    <b>Кого нет в черновике</b>, наставников: { $total }

    { $lines }
mentorships-cohort-resting-nobody = Каждый наставник есть в черновике.
mentorships-cohort-resting-line = { $mentor } — { $why }
mentorships-cohort-sure =
    { $groups ->
        [0] { $pairs ->
            [one] Опубликовать { $pairs } пару?
            [few] Опубликовать { $pairs } пары?
           *[other] Опубликовать { $pairs } пар?
        }
       *[other] Опубликовать: пар { $pairs }, групп { $groups }?
    }

    Наставники и наставляемые получат предложения, каждый ответит за себя. Ваш выбор уже считается утверждением.{ $left ->
        [0] {""}
       *[other] {" "}Без пары остаются в очереди: { $left }.
    }
mentorships-cohort-yes = Да, опубликовать
mentorships-cohort-published =
    ✅ Опубликовано пар: { $count }{ $groups ->
        [0] {""}
       *[other] , групп: { $groups }
    }
    Предложения ушли обеим сторонам. Где стоит каждая пара: меню, «Пары».
mentorships-cohort-not-published = Ничего не опубликовано: с тех пор изменились строки: { $count }. Они первые в черновике.
mentorships-cohort-discard-sure = Удалить черновик? Запросы останутся в очереди, никто ничего не узнает.
mentorships-cohort-discard-yes = Да, удалить
error-draft-changed = Черновик только что изменили: { $person }. Посмотрите, что теперь в нём, и решите ещё раз.
error-draft-full = Все места этого наставника уже отданы. Сначала освободите место в черновике.
error-draft-asked = По этому запросу наставника уже спрашивали. Спросить ещё раз можно из самого запроса.
error-draft-request = По этому запросу уже ничего не ждут. Пересчитайте черновик.
error-draft-empty = В черновике нет ни одной пары. Пересчитайте его или выберите наставника в строке.
mentorships-talk-button = Разговор состоялся
mentorships-talk-saved = Записано: разговор сегодня
mentorships-talk-undone = Запись убрана
mentorships-talk-undo = Убрать запись
mentorships-talk =
    ✅ Разговор записан: { $mentee } — { $mentor }

    { $lines }

    Можно добавить пару слов, их прочитают только кураторы. Или вернитесь назад.
mentorships-talk-line =
    { $day } · { $curator }{ $has_note ->
        [0] {""}
       *[1] : { $note }
    }
error-talk-note = Получилось длинно. Уложитесь в { $limit } знаков.

# Группы и команды
mentorships-kind = { $kind ->
    [GROUP] Группа
    [TEAM] Пара команд
   *[other] Пара
}
mentorships-group-button = Группа
mentorships-team-button = Команда – команда
mentorships-group-pick = { $inviting ->
    [0] { $side ->
        [MENTEE] { $kind ->
            [TEAM] Первая команда: кто хочет научиться? Отметьте от двух до десяти человек.
           *[other] Кто будет в группе? Отметьте от двух до десяти человек.
        }
       *[other] { $kind ->
            [TEAM] Вторая команда: кто делится опытом? Отметьте от двух до десяти человек из одной школы. Наставники других школ видны с их согласия.
           *[other] Кто поведёт группу?
        }
    }
   *[other] Кого пригласить? Придёт предложение, ответ — за человеком.
}
mentorships-group-nobody = Здесь пока никого нет. Пригласите людей в программу или подтвердите наставников.
mentorships-group-picked-button = ✓ { $name }
mentorships-group-of-school = { $name } · { $school }
mentorships-group-next = Дальше · { $count }
mentorships-group-sure =
    <b>{ $kind ->
        [TEAM] Команда – команда
       *[other] Группа
    }</b>
    { $kind ->
        [TEAM] Наставники
       *[other] Наставник
    }: { $mentors }{ $across ->
        [0] {""}
       *[other] {" "}· { $lender }
    }
    Наставляемые: { $mentees }

    Каждый ответит за себя. Если кто-то откажется, остальные продолжат.{ $across ->
        [0] {""}
       *[other] {" "}Куратора той школы тоже спрошу.
    }
mentorships-group-ask = Предложить каждому
mentorships-group-made = { $approved ->
    [0] ✅ Отправлено каждому: { $mentee } — { $mentor }
    [2] ✅ Записано, согласны все: { $mentee } — { $mentor }{"\u000A"}Дальше слово за кураторами: у кого решение, видно в карточке.
   *[other] ✅ { $kind } создана: { $mentee } — { $mentor }
}
mentorships-offer-group = { $kind ->
    [TEAM] <b>Вас приглашают в команду</b>

    Делятся опытом: { $mentors }{ $across ->
        [0] {""}
       *[other] {" "}· { $lender }
    }
    Учатся: { $mentees }{ $across ->
        [0] {""}
       *[other] {" "}· { $school }
    }
   *[other] { $side ->
        [MENTOR] <b>Вас просят вести группу</b>

    В группе: { $mentees }
       *[other] <b>Вам предлагают группу</b>

    Наставник: { $mentors }
    В группе: { $mentees }
    }
}

    Каждый отвечает за себя.
mentorships-yes-group = ✅ Спасибо! Уже согласны: { $agreed } из { $count }. Как только ответят все, сообщу.
mentorships-approved-group = { $leads ->
    [0] ✅ <b>Вы в группе. Наставник: { $partner }</b>
    О встречах сообщу.
   *[other] ✅ <b>{ $kind ->
        [TEAM] Команды готовы начать
       *[other] Группа создана
    }: { $partner }</b>
    Можно назначить первую встречу.
}
mentorships-declined-group =
    { $mentee } — { $mentor }: группа не собралась, согласных слишком мало.{ $waits ->
        [0] {""}
       *[other] {"\u000A"}Запросы остаются в очереди.
    }
mentorships-group-changed = { $change ->
    [JOINED] { $name }: теперь { $kind ->
        [TEAM] в команде
       *[other] в группе
    } · { $mentor }
    [DECLINED] { $name }: участвовать не получится · { $mentor }
    Остальные продолжают.
   *[other] { $name }: больше не { $kind ->
        [TEAM] в команде
       *[other] в группе
    } · { $mentor }
    Остальные продолжают.
}
mentorships-group-out =
    Вы больше не в группе. Наставник: { $mentor }
    Спасибо за работу! Если это ошибка, напишите куратору.
mentorships-group-out-outcome =
    Вы больше не в группе. Наставник: { $mentor }
    Спасибо за работу!

    Запрос решён? Ответ увидит куратор.
mentorships-group-left =
    Вы больше не в группе. Наставник: { $mentor }
    Остальные продолжают, спасибо!
mentorships-group-closing = Кроме вас, в группе никого не осталось: её работа завершается. Наставник: { $mentor }
mentorships-card-members =
    { "" }
    { $kind ->
        [TEAM] Наставники
       *[other] Наставник
    }: { $mentors }
    Наставляемые: { $mentees }
    Согласны: { $agreed } из { $count }
mentorships-group-members-button = Участники · { $count }
mentorships-group-members =
    <b>{ $mentee } — { $mentor }</b>
    Участников: { $count }, согласны: { $agreed }. Сначала наставники.{ $curated ->
        [0] {""}
       *[1] {"\u000A"}Кто уходит или отвечает через вас? Нажмите на имя.
    }
mentorships-group-member-button = { $answer ->
    [YES] ✓ { $name }
   *[other] { $name } · ждём
}
mentorships-group-add = { $kind ->
    [TEAM] Пригласить наставляемого
   *[other] Пригласить в группу
}
mentorships-group-add-mentor = Пригласить наставника
mentorships-group-member = { $own ->
    [0] <b>{ $name }</b>: { $answer ->
        [YES] согласие есть
       *[other] ждём ответа
    }
    Если человек уходит, остальные продолжают.
   *[other] Выйти из группы? Остальные продолжат без вас. Куратор и наставник узнают, что вы вышли.
}
mentorships-group-yes-for = «Да», со слов
mentorships-group-no-for = «Нет», со слов
mentorships-group-release = Больше не участвует
mentorships-group-leave = Выйти из группы
error-shape-team = «Команда – команда» — это две команды, другие формы для пары или группы. Выберите другую форму или другой вид.
error-shape-personal = В паре один наставник и один наставляемый. Если людей больше, создайте группу.
error-shape-group = В группе один наставник и от двух наставляемых. Отметьте ещё или создайте пару.
error-shape-teams = В каждой команде от двух человек. Отметьте ещё.
error-shape-most = Людей слишком много: здесь не больше { $most }. Уберите лишних или создайте вторую группу.
error-group-lent = Группу ведёт наставник своей школы. Для другой школы оставьте пары.
error-team-schools = Команда, которая делится опытом, — из одной школы. Оставьте людей одной школы или создайте ещё одну пару команд.
error-group-member = Этот человек уже участвует.
error-group-needs-mentor = Группа без наставника не работает. Попросите куратора завершить её.
