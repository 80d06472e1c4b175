# Запрос: темы → как часто и когда → цель → проверка
requests-ready = Готово
requests-ticked = ✓ { $label }
requests-ask-form = Кто кому помогает?
requests-ask-topics =
    В чём нужна помощь?

    Отметьте одну или несколько тем и нажмите «Готово».
requests-ask-rhythm =
    Как часто и когда удобно встречаться?

    Сначала — как часто, потом — время.
requests-ask-goal =
    Чего хочется добиться?

    Выберите или напишите своими словами, до 500 знаков. Это прочитают куратор и наставник.
requests-goal-later-button = Обсудим при встрече
requests-goal-said = «{ $goal }»
requests-goal-later = обсудим при встрече
requests-ask-review =
    <b>Проверьте запрос</b>

    Темы: { $topics }
    Цель: { $goal }
    { $rhythm }{ $wished ->
        [0] {""}
       *[other] {"\u000A"}Пожелание: { $names }
    }
requests-send = Отправить
requests-change = Изменить
requests-wish-button = Хочу определённого наставника
requests-ask-wish =
    К кому хочется? Можно отметить до трёх человек.

    Это увидит куратор.
requests-ask-wish-none = В школе пока нет подтверждённых наставников. Куратор подберёт наставника.
requests-sent =
    ✅ Запрос у куратора{ $known ->
        [0] {""}
       *[other] : { $curator }
    }.
    Дальше: куратор предложит наставника. О каждом шаге сообщу.
requests-mine-button = Где мой запрос?

# Как часто и когда
requests-weekly = Раз в неделю
requests-fortnightly = Раз в две недели
requests-monthly = Раз в месяц
requests-once = Одна встреча
requests-after-lessons = В будни после 15:00
requests-mon-wed = Пн или ср после 15:00
requests-tue-thu = Вт или чт после 15:00
requests-saturday = В субботу
requests-by-agreement = О времени договоримся
requests-said-after-lessons = в будни после 15:00
requests-said-mon-wed = пн или ср после 15:00
requests-said-tue-thu = вт или чт после 15:00
requests-said-saturday = в субботу
requests-said-by-agreement = о времени договоримся
requests-rhythm-said = { $often }, { $times }

requests-form-student-student = Ученик — ученику
requests-form-teacher-teacher = Педагог — педагогу
requests-form-unistudent-student = Студент — ученику
requests-form-employer-student = Работодатель — ученику
requests-form-employer-unistudent = Работодатель — студенту
requests-form-head-head = Руководитель — руководителю
requests-form-team-team = Команда — команде
requests-form-teacher-student = Учитель — ученику

# Где мой запрос
requests-mine-none = Запроса пока нет.
requests-mine =
    { $standing }

    Темы: { $topics }
    Цель: { $goal }
    { $rhythm }
requests-with-curator = <b>Запрос у куратора: { $name }</b>, с { $since }. Дальше: куратор предложит наставника.
requests-with-mentor = <b>Ждём ответа: { $name }</b>, с { $since }. Если ответа не будет, куратор предложит другого наставника.
requests-with-you = <b>Нужен ваш ответ.</b> Предложен наставник: { $name }
requests-with-you-confirm = <b>Нужен ваш ответ.</b> Коллега предлагает вам наставника: подтвердите запрос, и он уйдёт куратору.
requests-with-you-question =
    <b>Куратор спрашивает:</b> «{ $question }»
    Ответьте, и запрос пойдёт дальше. Место в очереди сохраняется.
requests-over = Запрос закрыт.
requests-over-matched = <b>Наставник найден.</b> Всё о паре — в меню, «Мои пары».
requests-over-rejected = Запрос закрыт. Причина: { $reason }
requests-over-withdrawn = Запрос отозван.
requests-over-expired = Срок запроса вышел. Можно отправить новый.
requests-confirm = Подтвердить
requests-refuse = Не нужно
requests-answer = Ответить
requests-see-offer = Открыть предложение
requests-ask-anew = Новый запрос
requests-withdraw = Отозвать
requests-withdraw-sure = Да, отозвать
requests-mine-sure = Отозвать запрос? Предложения по нему закроются. Новый можно отправить в любой момент.
requests-mine-answer =
    Куратор спрашивает: «{ $question }»

    Напишите ответ. Его прочитает куратор.
requests-answered = ✅ Ответ у куратора.
requests-refused = Хорошо, запрос не отправлен. Попросить наставника можно в любой момент: в меню, «Найти наставника».
requests-withdrawn-done = Запрос отозван.

# Коллега предлагает
requests-propose-person =
    Кому поможет наставник?

    Коллега сначала подтвердит запрос.
requests-propose-nobody = Сейчас предлагать некого: у всех наставляемых школы уже есть запрос.
requests-propose-topics = В чём нужна помощь? Отметьте темы. Их увидят коллега и куратор.
requests-propose-send = Предложить
requests-proposed-done =
    ✅ Отправлено: { $mentee }
    Запрос уйдёт куратору после подтверждения.
requests-proposed-handed-in = ✅ Запрос записан: { $mentee }
requests-proposed-to-you =
    Коллега предлагает вам наставника: { $proposer }

    Темы: { $topics }. Если это нужно, запрос уйдёт куратору.
requests-returned =
    Куратор спрашивает о вашем запросе: «{ $question }»

    Ответ прочитает куратор. Место в очереди сохраняется.
requests-rejected =
    Запрос закрыт. Причина: { $reason }

    Новый запрос можно отправить в любой момент.
requests-withdrawn = { $mentee }: запрос отозван. Делать ничего не нужно.
requests-outcome-thanks = Спасибо! Ответ записан.{ $grown ->
        [0] {""}
       *[other] {"\u000A\u000A"}Теперь у вас есть опыт, который пригодится и другим.
    }

# Куратор
requests-queue = Ждут наставника: { $total }. Сначала те, кто ждёт дольше.
requests-queue-empty = Наставника сейчас никто не ждёт.
requests-state-submitted = { $mentee } · { $days } дн. · новый
requests-state-returned = { $mentee } · { $days } дн. · ждём ответа на вопрос
requests-state-queued = { $mentee } · { $days } дн. · выбрать
requests-state-proposed = { $mentee } · { $days } дн. · предложено: { $mentor }
requests-state-over = { $mentee }: решать здесь больше нечего.
requests-decide =
    <b>{ $mentee }</b> — { $days ->
        [0] новый запрос
        [one] ждёт наставника { $days } день
        [few] ждёт наставника { $days } дня
       *[many] ждёт наставника { $days } дней
    }
    Темы: { $topics }. { $rhythm }
    Цель: { $goal }{ $answered ->
        [0] {""}
       *[other] {"\u000A"}Ответ на ваш вопрос: «{ $answer }»
    }{ $proposed ->
        [0] {""}
       *[other] {"\u000A"}Предложение коллеги: { $proposer }
    }

    { $candidates }
requests-decide-standing = { $standing_text }
requests-decide-nobody = Свободного наставника по правилам нет. «Другой человек» покажет всех, «Позже» оставит запрос в очереди.
requests-candidate = { $mentor } — { $reasons }
requests-other = Другой человек
requests-agreed = Мы уже договорились
requests-later = Позже
requests-open = Открыть запрос
requests-question-button = Задать вопрос
requests-reject-button = Отклонить
requests-queue-button = К очереди
requests-decide-other =
    Кого предложить? { $mentee }

    Сначала те, кто подходит лучше.
requests-decide-agreed =
    С кем договорились? { $mentee }

    Запишу согласие обеих сторон с ваших слов, и пара начнёт работу.
requests-decide-over-places = Мест у наставника уже нет. Напишите, почему всё-таки эта пара, — или вернитесь и выберите другого. Причину увидят только кураторы.
requests-decide-question = { $mentee }: что уточнить? Напишите вопрос, его прочитает только автор запроса.
requests-decide-reason = { $mentee }: почему запрос не подходит? Причину прочитает автор запроса.
requests-question-sent =
    ✅ Вопрос отправлен: { $mentee }
    Место в очереди сохраняется.
requests-rejected-done =
    Запрос закрыт: { $mentee }
    Причина отправлена.
requests-offered =
    ✅ Предложено: { $mentee } — { $mentor }
    Ответы придут сюда; если будет тихо, напомню.{ $across ->
        [0] {""}
       *[other] {"\u000A"}Куратор школы наставника тоже прочтёт и согласует.
    }
requests-paired =
    ✅ Пара создана: { $mentee } — { $mentor }
    Обе стороны уже знают.
requests-put-off =
    Отложено до { $until }: { $mentee }
    Место в очереди сохраняется.

# Отказы
error-request-open = Один запрос уже открыт. Его можно изменить или отозвать: меню, «Где мой запрос?»
error-request-offered = Наставнику уже отправлено предложение. Дождитесь ответа или отзовите запрос.
error-request-form = В программе школы такой формы нет. Спросите куратора, какие есть.
error-request-goal-long = Получилось { $length } знаков, а помещается { $limit }. Сократите, пожалуйста, и пришлите ещё раз.
error-request-words-long = Получилось { $length } знаков, а помещается { $limit }. Сократите, пожалуйста, и пришлите ещё раз.
error-request-words-none = Нужны слова: напишите хотя бы одно предложение.
error-request-wishes = Можно отметить до { $limit } наставников. Снимите отметку с одного, чтобы выбрать другого.
error-request-self = Для себя запрос отправляют через меню: «Найти наставника».
error-request-no-account = У коллеги ещё нет входа в бот. Попросите куратора записать запрос с его слов.
