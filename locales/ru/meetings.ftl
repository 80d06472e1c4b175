### Встречи: назначить, отметить, дневник

meetings-method =
    { $method ->
        [TALK] беседа
        [LESSON_VISIT] посещение урока
        [JOINT_LESSON] совместный урок
        [LESSON_ANALYSIS] разбор урока
        [TASK_HELP] помощь с заданием
        [PROJECT_WORK] работа над проектом
        [DOC_WORK] работа с документами
       *[OTHER] другое
    }
meetings-place =
    { $kind ->
        [ONLINE_OPEN] онлайн
        [ONLINE] онлайн: { $place }
        [OFFLINE_OPEN] в школе
       *[OFFLINE] { $place }
    }
meetings-length =
    { $minutes ->
        [one] { $minutes } минута
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }
meetings-day-time = { $day }, { $time }
meetings-obstacle =
    { $obstacle ->
        [SUBSTITUTION] Замена уроков
        [ILLNESS] Болезнь
        [MISSED] Не совпали
       *[OTHER] Другое
    }
meetings-state =
    { $state ->
        [PLANNED] назначена
        [CONFIRMED] подтверждена
        [BEGUN] состоялась ли, пока не отмечено
        [HELD] состоялась
        [NO_SHOW] не состоялась
        [CANCELLED] отменена
        [VOIDED] запись не учитывается
       *[RESCHEDULED] перенесена
    }
meetings-step =
    { $step ->
        [coming] Буду
        [move] Перенести
        [cancel] Отменить
        [held] Да
        [redo] Нет, перенести
        [not-held] Нет
        [right] Верно
        [again] Назначить другую
        [edit] Изменить
        [away] Не смогу
       *[open] Открыть встречу
    }

## Уведомления

meetings-planned =
    Назначена встреча: <b>{ $when }</b>
    { $partner } · { $place }

    Подойдёт?
meetings-moved =
    Встречу перенесли: <b>{ $when }</b>
    Было: { $was }
    { $partner } · { $place }

    Подойдёт?
meetings-confirmed =
    ✅ Встреча подтверждена: { $when }
    { $partner } · { $place }
meetings-coming =
    ✅ Хорошо, вас ждут: <b>{ $when }</b>
    { $partner } · { $place }
meetings-away =
    Понятно: встреча пройдёт без вас, { $when }
    { $partner } · { $place }
    Если получится, откройте встречу и нажмите «Буду».
meetings-cancelled =
    Встреча отменена: { $when }
    { $partner }
meetings-reminder =
    ⏰ <b>{ $when_first }</b>
    Встреча: { $partner } · { $place } · { $method }
meetings-prompt =
    Встреча { $when } · { $partner }
    Состоялась?
meetings-nudge =
    Встреча { $when } · { $partner }
    Как прошла? Если состоялась, достаточно нажать «Да».
meetings-to-check =
    { $partner } добавляет запись о встрече: { $day }, { $length }, { $method }.
    Всё верно?
meetings-shared =
    Запись о встрече: { $day }, { $partner }

    { $text }
meetings-shared-files =
    К записи о встрече добавлены файлы: { $day }, { $partner }
meetings-recorded = ✅ Записано: { $day }, { $length }, { $method } · { $partner }
meetings-not-held = Записано: встреча { $day } не состоялась · { $partner }
meetings-not-held-why =
    Записано: встреча { $day } не состоялась · { $partner }

    Что помешало?
meetings-cancel-why =
    Встреча отменена: { $day } · { $partner }
    Об отмене сообщу.

    Что помешало?
meetings-voided = Эта запись не учитывается: { $day } · { $partner }
meetings-ahead =
    Встреча назначена: { $when }
    { $partner } · { $place }
meetings-has-moved = Встречу перенесли: { $when }.

## Назначить

meetings-no-pairs = Пока нет пары, с которой встречаться. Как только её утвердят, здесь можно будет назначить встречу.
meetings-plan-pair = С кем встреча?
meetings-plan-day = { $partner }: в какой день встреча?
meetings-move-day = { $partner }: на какой день перенести?
meetings-plan-usual = Как обычно: { $usual }
meetings-plan-time-shared =
    { $partner }, { $day }. Во сколько? Эти часы подходят обоим.
    Своё время можно написать, например 14:10.
meetings-plan-time =
    { $partner }, { $day }. Во сколько?
    Своё время можно написать, например 14:10.
meetings-plan-time-none = { $day }: на сегодня часов уже не осталось. Выберите другой день или напишите время.
meetings-plan-other-time = Другое время
meetings-plan-other-day = Другой день
meetings-plan-place =
    { $partner }, { $when }. Где?
    Выберите, напишите кабинет или пришлите ссылку. Это прочитают только пара и куратор.
meetings-plan-last-place = Как в прошлый раз: { $last }
meetings-plan-school = В школе
meetings-plan-online = Онлайн
meetings-plan-elsewhere-button = В другом месте
meetings-plan-elsewhere = Напишите место или адрес. Это прочитают только пара и куратор.
meetings-plan-saved =
    ✅ Назначено: <b>{ $when }</b>
    { $partner } · { $place }

    Приглашение отправлю, перед встречей напомню.
meetings-plan-clash =
    { "" }
    В это время у вас уже есть встреча: { $clash }
meetings-open-button = Открыть встречу

## Записать

meetings-log-pair = С кем была встреча?
meetings-log-day = { $partner }: когда была встреча?
meetings-log-planned = По плану: { $title }
meetings-log-earlier = ‹ Раньше
meetings-log-later = Позже ›
meetings-log-length =
    { $partner }, { $day }: { $method }.
    Сколько длилась встреча?
meetings-log-other-method = Делали другое
meetings-log-method = Что делали на встрече?
meetings-record-known = Эта встреча уже записана: { $day }, { $length }, { $method } · { $partner }
meetings-attended =
    { "" }
    Были: { $present } из { $invited }. Нажмите на того, кого не было.
meetings-record-ask =
    { "" }
    О чём договорились? Напишите, надиктуйте или пришлите фото.
    Прочитает { $partner }; куратор видит дату и тему.
meetings-record-kept =
    { "" }
    Сохранено{ $files ->
        [0] .
       *[other] , файлов: { $files }.
    } Можно добавить ещё.
    Прочитает { $partner }; куратор видит дату и тему.

    { $excerpt }
meetings-record-noted =
    { "" }
    Личная заметка сохранена.
meetings-record-next = Следующая: { $usual }
meetings-record-plan = Назначить ещё одну
meetings-record-other = Другое время
meetings-edit-button = Изменить
meetings-edit =
    { $day }, { $length }, { $method }.
    Что исправить: длительность, занятие или день?
meetings-edit-day-button = Другой день
meetings-edit-day = В какой день была встреча? Сейчас записано: { $day }.
meetings-amend-button = Исправить запись
meetings-amend-ask = Почему исправляем запись? Напишите одной фразой. Прежние данные сохранятся, причину прочитает куратор.
meetings-note-button = Личная заметка
meetings-note = Напишите заметку. Её видите только вы: ни другая сторона, ни куратор её не прочитают.

## Одна встреча

meetings-view =
    <b>{ $when_first }</b>
    { $partner } · { $place }
    { $length }, { $method } · { $state }
meetings-view-obstacle = Что помешало: { $obstacle }
meetings-view-by-mentee = Записано со слов наставляемого.
meetings-view-attended = Были: { $present } из { $invited }
meetings-view-away = Не смогут прийти: { $away }
meetings-view-late = Внесено позже.
meetings-view-text =
    { "" }
    { $excerpt }
meetings-view-notes =
    { "" }
    Личная заметка, видите только вы:
    { $notes }
meetings-coming-button = Буду
meetings-away-button = Не смогу
meetings-present-button = ✓ { $name }
meetings-absent-button = не было · { $name }
meetings-move-button = Перенести
meetings-cancel-button = Отменить
meetings-place-button = Указать место
meetings-held-button = Состоялась
meetings-not-held-button = Не состоялась
meetings-right-button = Верно
meetings-correct-button = Всё-таки была
meetings-again-button = Назначить другую
meetings-add-button = Дополнить запись
meetings-files-button = Показать файлы: { $files }
meetings-whole-button = Текст целиком
meetings-void-button = Не учитывать
meetings-why = { $when_first }, { $partner }: { $state }. Что помешало?
meetings-place-ask = Где встречаетесь? Напишите кабинет, адрес или ссылку. Это прочитают только пара и куратор.
meetings-void-ask = Почему запись не учитывать? Напишите одной фразой. Причина останется в записи, её прочитает куратор.

## Дневник

meetings-diary =
    { $held ->
        [0] Дневник: отмеченных встреч пока нет.
        [one] Дневник: состоялась { $held } встреча.
        [few] Дневник: состоялись { $held } встречи.
       *[many] Дневник: состоялось { $held } встреч.
    }{ $pages ->
        [1] { "" }
       *[other] { " " }Страница { $page } из { $pages }.
    }
meetings-diary-empty = Здесь появятся встречи: и назначенные, и записанные.
meetings-diary-line =
    { $state ->
        [PLANNED] ⏰ { $day }, { $time } · { $partner }
        [CONFIRMED] ⏰ { $day }, { $time } · { $partner }
        [BEGUN] Отметить: { $day } · { $partner }
        [NO_SHOW] Не состоялась: { $day } · { $partner }
       *[HELD] { $day } · { $partner } · { $method }
    }
meetings-diary-newer = ‹ Новее
meetings-diary-older = Раньше ›

## Отказы

error-meetings-past = Это время уже прошло. Выберите другое.
error-meetings-too-far = Встречу назначают не дальше чем на год вперёд. Выберите день поближе.
error-meetings-duration = Встреча длится от 10 минут до 8 часов. Выберите длительность из этих пределов.
error-meetings-empty = Здесь пока пусто. Напишите хотя бы слово.
error-meetings-long = Поместится { $limit } знаков, а вышло { $length }. Прежнее сохранено; сократите последнее сообщение и пришлите ещё раз.
error-meetings-place-long = Для места хватит { $limit } знаков. Напишите короче.
error-meetings-future = Этот день ещё не наступил. Будущую встречу можно назначить в меню: «Назначить».
error-meetings-too-old = Записать можно встречу за последние 30 дней. Более раннюю внесёт куратор, напишите ему.
error-meetings-other-cycle = Этот день в прошлом учебном году. Выберите день с 1 сентября.
error-meetings-pair-rests = Эта пара сейчас не встречается. Если пора начинать или продолжать, напишите куратору.
error-meetings-taken = В это время у пары уже есть встреча. Выберите другое время или перенесите её из дневника.
error-meetings-moved = Встречу уже перенесли. Новое время видно в меню и в дневнике.
error-meetings-over = По этой встрече всё решено. Назначьте новую: кнопка «Назначить» в меню.
error-meetings-begun = Встреча уже началась. Отметьте в дневнике, состоялась ли она.
error-meetings-not-yet = Встреча ещё впереди. Отметить её можно после начала.
error-meetings-no-record = Сначала отметьте, что встреча состоялась, потом добавьте текст.
error-meetings-mentor-corrects = Запись исправляет наставник. Напишите, что не так, наставнику или куратору.
error-meetings-curator-corrects = Прошло больше недели: теперь запись исправляет куратор, напишите ему.
error-meetings-attachments = К записи можно добавить до { $limit } файлов. Остальное опишите текстом.
error-meetings-addition = Это сохранить не получится. Пришлите текст, голосовое сообщение, фото или файл.
error-meetings-time = Не получилось понять время. Напишите, например, 14:10.
error-meetings-planned-already = Следующая встреча уже назначена, она видна в меню и в дневнике.
meetings-my-month =
    <b>Мой месяц · { $month }</b>
    { $held ->
        [one] { $held } встреча
        [few] { $held } встречи
       *[many] { $held } встреч
    }{ $hours ->
        [0] {""}
       *[other] , { $hours } ч
    }{ $minutes ->
        [0] {""}
       *[other] {" "}{ $minutes } мин
    }.
    Спасибо! За каждой встречей стоит чей-то шаг вперёд.
error-meetings-group = Встречи группы назначает, переносит и отменяет наставник. Если не получается прийти, нажмите «Не смогу».
