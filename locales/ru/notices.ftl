notices-repeated =
    { $text }

    (повтор: прошлый раз сообщение могло не дойти)

notices-restored =
    <b>База восстановлена из копии</b>

    Копия сделана: { $made }. Что люди записали позже, в ней не сохранилось. Попросите коллег проверить встречи, запросы и согласия за это время.

    { $count ->
        [one] Не отправлено { $count } сообщение
        [few] Не отправлены { $count } сообщения
       *[many] Не отправлены { $count } сообщений
    }, потому что часть могла уже дойти:
    { $lines }

    Можно отправить те, что ещё нужны, с пометкой «повтор».
notices-held-line =
    • { $what }: { $count } ({ $people ->
        [one] { $people } человек
        [few] { $people } человека
       *[many] { $people } человек
    }), { $several ->
        [0] { $first }
       *[1] { $first } — { $last }
    }
notices-held-reminders = напоминания о встречах
notices-held-meetings = о встречах и записях
notices-held-forms = вопросы после встреч
notices-held-calls = обращения к куратору и ответы
notices-held-pairs = предложения и пары
notices-held-requests = запросы
notices-held-week = неделя школы и сигналы
notices-held-people = роли и карточки
notices-held-papers = справки наставников
notices-held-nudges = остальное, одним сообщением в день
notices-held-send-button = Отправить нужные
notices-held-leave-button = Не отправлять
notices-held-decided =
    { $sent ->
        [0] Хорошо, ничего не отправляем.
        [one] Отправляем { $sent } сообщение, в удобные людям часы.
        [few] Отправляем { $sent } сообщения, в удобные людям часы.
       *[many] Отправляем { $sent } сообщений, в удобные людям часы.
    }{ $left ->
        [0] {""}
        [one] {" "}Без отправки осталось { $left }.
       *[many] {" "}Без отправки осталось { $left }.
    }
error-nothing-held = По этим сообщениям всё уже решено.
