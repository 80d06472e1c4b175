# Чек-лист куратора
desk-checks-button = Чек-лист
desk-checks =
    <b>Чек-лист куратора · { $name } · { $year }</b>
    Сделано { $done } из { $total } ({ $percent } %)

    { $lines }

    Нажмите на номер, чтобы отметить пункт или снять отметку.
desk-check-duty =
    <b>{ $duty ->
        [PLANNING] Планирование
        [ORGANISATION] Организация
        [MOTIVATION] Мотивация
        [COORDINATION] Координация
       *[ANALYSIS] Анализ и контроль
    }</b>
desk-check-line =
    { $state ->
        [OPEN] { $number }. { $item }
        [NAMED] ✅ { $number }. { $item } · { $who }, { $day }
       *[DONE] ✅ { $number }. { $item } · { $day }
    }
desk-check-key =
    { $done ->
        [1] ✅ { $number }
       *[0] { $number }
    }
desk-check-item =
    { $item ->
        [DOCUMENTS] Документы для запуска готовы
        [GOALS] Цели, сроки и ожидаемые результаты записаны
        [ROADMAP] Дорожная карта составлена
        [BASES] Базы наставников и наставляемых собраны
        [SELECTION] Наставники отобраны по критериям
        [TRAINING] Обучение наставников организовано
        [MATERIALS] Памятка и материалы переданы парам
        [REWARDS] Система мотивации наставников есть
        [MENTEES] С наставляемыми обсудили, что даёт программа
        [SCHEDULE] График встреч о промежуточных итогах есть
        [FEEDBACK] Отзывы наставников и наставляемых собраны
        [INTERIM] Промежуточный контроль проведён
        [RESULTS] Итоги сравнили с показателями
        [REPORT] Отчёт составлен, плюсы и минусы разобраны
        [THANKS] Наставники отмечены
       *[RESERVE] База наставников на следующий год собрана
    }

# Решения советов
desk-decisions-button = Решения советов
desk-decisions =
    <b>Решения советов · { $name }</b>

    { $total ->
        [0] Пока пусто. Запишите решение совета, кто за него отвечает и к какому дню. Оно будет в каждой сводке, пока его не закроют.
       *[other] { $lines }
    }

    { $pages ->
        [1] {""}
       *[other] Страница { $page } из { $pages }
    }
desk-decision-open =
    { $number }. { $text }
    Отвечает: { $responsible } · { $late ->
        [1] срок был { $due }
       *[0] до { $due }
    }
desk-decision-closed =
    ✅ { $text }
    Отвечает: { $responsible } · закрыто { $closed }{ $named ->
        [1] , { $who }
       *[0] {""}
    }
desk-decision-close = { $number } · Закрыто
desk-decision-closed-now = Закрыто. В сводке этого решения больше не будет.
desk-decision-new-button = Записать решение
desk-decision-text =
    <b>Новое решение · { $name }</b>

    О чём решение? Напишите одним сообщением, до { $limit } знаков. Например: «Обновить состав проектной команды (Учёный совет, протокол № 5)».
    Прочтут кураторы этой организации и уровнем выше.
desk-decision-responsible =
    «{ $text }»

    Кто отвечает? Напишите фамилию и инициалы или должность.
    Прочтут кураторы этой организации и уровнем выше.
desk-decision-day =
    «{ $text }»
    Отвечает: { $responsible }

    К какому дню?
desk-decision-entered = Записано. Решение будет в каждой сводке, пока его не закроют.
error-decision-day = Выберите день от сегодняшнего до года вперёд.
