forms-usefulness =
    Встреча { $day } помогла?
    { $reads }
forms-usefulness-mark =
    { $mark ->
        [5] Очень
        [4] Да
        [3] Отчасти
        [2] Почти нет
       *[1] Нет
    }
forms-progress =
    { $partner }, встреча { $day }. Приблизились к цели?
    { $reads }
forms-progress-mark =
    { $mark ->
        [5] Намного
        [4] Да
        [3] Немного
        [2] Почти нет
       *[1] Нет
    }
forms-read-by-curator =
    { $side ->
        [MENTEE] Ответ видит только куратор, наставник — нет.
       *[MENTOR] Ответ видит только куратор, наставляемый — нет.
    }
forms-read-by-other = Ответ видит только { $reader }, в вашей паре его не увидят.
forms-skip-button = Не сейчас
forms-question =
    { $said }

    { $question }
forms-thanks = Спасибо, ответ записан.
forms-wish = Что сделать?
forms-wish-answer =
    { $wish ->
        [TALK] Поговорить с куратором
        [ANOTHER_MENTOR] Нужен другой наставник
       *[NOTHING] Ничего, так бывает
    }
forms-comfort = Как вам разговаривается на встречах?
forms-comfort-answer =
    { $answer ->
        [EASY] Легко
        [HARD] Непросто
       *[FINE] Нормально
    }
forms-next-step = Понятно, что делать дальше?
forms-next-step-answer =
    { $answer ->
        [YES] Да
        [NOT_QUITE] Не совсем
       *[NO] Нет
    }
forms-engagement = Как наставляемый включается в работу?
forms-engagement-answer =
    { $answer ->
        [HIGH] С интересом
        [LOW] Пока с трудом
       *[MEDIUM] По-разному
    }
forms-support = Нужна поддержка?
forms-support-answer =
    { $answer ->
        [CURATOR] Куратора
        [PSYCHOLOGIST] Психолога
       *[NO] Нет
    }
forms-enough-button = Достаточно
forms-continue =
    Продолжаем? В паре с вами: { $partner }
    Если не подходит, так бывает: куратор предложит другую пару.
forms-go-on-button = Продолжаем
forms-part-button = Не подходит
forms-part-sure =
    Завершить пару? Сейчас с вами: { $partner }
    Вторая сторона получит нейтральное сообщение, причину никто не спросит.
forms-part-sure-button = Да, завершить
forms-parted = Хорошо, пара завершена. Так бывает. Куратор уже знает и предложит другую.
forms-skipped = Хорошо. Об этой встрече больше не спрошу.
forms-comment-button = Добавить слово
forms-change-button = Изменить ответ
forms-help-button = Нужна помощь
forms-comment =
    О встрече: { $partner }
    Напишите пару слов. { $reads }
forms-comment-kept = Записано. Спасибо!
forms-help =
    Что случилось? Напишите в двух словах или позовите куратора без слов.
    { $reads }
forms-help-read-by = Прочитает только { $reader }, ответ придёт сюда.
forms-help-read-later = Прочитает только куратор, ответ придёт сюда.
forms-help-send-button = Позвать без слов
forms-heard =
    ✅ Передано: { $reader }
    Ответ придёт сюда.
forms-heard-later = Записано. Как только у школы появится куратор, он ответит здесь.
forms-call = { $call }
forms-call-help = <b>Нужна помощь:</b> { $name }
forms-call-talk = { $name } просит о разговоре
forms-call-psychologist = { $name } просит связать с психологом
forms-call-another-mentor = { $name } просит другого наставника
forms-call-pair = В паре: { $partner } (об этой просьбе там не знают)
forms-call-said = «{ $text }»
forms-call-open = Ждёт ответа.
forms-call-taken = В работе: { $taker }
forms-call-closed = Закрыто.
forms-call-reply-button = Написать
forms-call-pair-button = Открыть пару
forms-call-take-button = Взять в работу
forms-call-close-button = Закрыть
forms-call-reply =
    { $call }

    Напишите ответ. Его прочитает только { $name }
forms-call-replied = ✅ Ответ отправлен.
forms-reply =
    { $author } отвечает:
    «{ $text }»
forms-answer-button = Ответить
error-form-closed = Эта анкета уже закрыта. Если есть что сказать, в меню есть «Нужна помощь»: /menu
error-comment-long = Слишком длинно: поместится до { $limit } знаков. Сократите, пожалуйста, и отправьте ещё раз.
forms-answers-button = Отзывы пары
forms-answers =
    <b>{ $mentee } — { $mentor }</b>

    { $lines }
forms-answers-none = Ответов пока нет.
forms-answer = { $day }, { $name }: { $said }
forms-usefulness-short = помогла: { $answer }
forms-progress-short = ближе к цели: { $answer }
forms-comfort-short = разговаривать: { $answer }
forms-next-step-short = дальше понятно: { $answer }
forms-engagement-short = включается: { $answer }
forms-support-short = нужна поддержка: { $answer }
