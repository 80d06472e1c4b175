# Данные за год: о парах в октябре, статистика в мае, справка в июне
yearly-button = Данные за год
yearly-kind =
    { $kind ->
        [PAIRS] Данные о парах
        [MAY] Статистика за май
       *[NOTE] Справка за год
    }
yearly-main = { $year }
yearly-head =
    <b>Данные за год · { $school }</b>
    Учебный год { $first }/{ $last }
yearly-line = { $number }. { $kind }: { $how ->
        [EARLY] сдавать с { $start } по { $last }
        [OPEN] сдать до { $last }
        [LATE] срок был { $last }, сдать ещё можно
        [SENT] сдано { $sent }
        [ACCEPTED] принято, сдано { $sent }
       *[RETURNED] вернули с замечанием
    }
yearly-line-above = { $number }. { $kind }: { $how ->
        [EARLY] с { $start } по { $last }
       *[OPEN] сдали { $done } из { $schools }, срок { $last }
    }

# Одна школа
yearly-one = { $report }
yearly-report-head = <b>{ $kind } · { $school }</b>
yearly-pairs =
    { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }. Без номера приказа: { $without }. Ещё не встречались: { $unmet }.
yearly-number = { $name }: { $said }{ $how ->
        [HAND] {" "}(внесено)
       *[AUTO] {""}
    }
yearly-note =
    Пар за год: { $pairs }, завершили работу: { $completed }.
    Встречи: { $held } из { $planned }. Запросы: { $requests }, с наставником: { $matched }.
yearly-written = ✅ { $part }
yearly-unwritten =
    { $count ->
        [one] Можно дописать: { $parts }
       *[other] Можно дописать: { $parts }
    }
yearly-no-words = Без слов куратора.
yearly-part =
    { $part ->
        [STRENGTHS] Что получилось
        [WEAKNESSES] Что не получилось
        [OPPORTUNITIES] Что поможет
        [THREATS] Что мешает
       *[PROPOSALS] Предложения
    }
yearly-part-button =
    { $has ->
        [1] ✓ { $part }
       *[0] { $part }
    }
yearly-standing =
    { $how ->
        [DRAFT] { $late ->
            [1] Срок был { $last }. Сдать ещё можно.
           *[0] Срок: { $last }.
        } { $kind ->
            [PAIRS] Если всё так, нажмите «Данные верны».
            [MAY] Числа без данных внесите с комментарием, остальные можно поправить.
           *[NOTE] Числа заполнены сами. Слова прочтёт муниципалитет, имён детей в них не пишите.
        }
        [WAITED] Школа пока не сдала. Срок: { $last }.
        [EARLY] Сдавать с { $start } по { $last }.
        [SENT] ✅ Сдано { $sent }, { $by }. Версия { $version }. Теперь здесь ничего не изменится; поправить можно, если вернут.
        [ACCEPTED] ✅ Принято. Сдано { $sent }, { $by }. Версия { $version }.
       *[RETURNED] Вернули с замечанием: «{ $remark }»{ $own ->
            [1] {" "}Поправьте и сдайте ещё раз: это будет новая версия.
           *[0] {""}
        }
    }
yearly-right-button = Данные верны
yearly-fix-button = Поправить
yearly-send-button = Сдать
yearly-numbers-button = Внести числа
yearly-accept-button = Принять
yearly-return-button = Вернуть
yearly-look-button = Посмотреть
yearly-handed-in = Сдано.
yearly-accepted = Принято.
yearly-sent-message =
    ✅ Сдано: { $kind }. Версия { $version }.

    Теперь данные не изменятся. Если их вернут с замечанием, я сообщу.
yearly-text =
    <b>{ $purpose ->
        [STRENGTHS] Что получилось в этом году?
        [WEAKNESSES] Что не получилось?
        [OPPORTUNITIES] Что поможет в следующем году?
        [THREATS] Что мешает программе?
        [PROPOSALS] Предложения на следующий год
       *[RETURN] Что поправить?
    }</b>
    { $school }

    { $purpose ->
        [RETURN] Напишите одним предложением. Прочтут кураторы школы.
       *[other] Напишите одним сообщением. Текст войдёт в справку, её прочтёт муниципалитет. Имён детей не пишите.
    }{ $has_now ->
        [1] {" "}Сейчас там: «{ $now }»
       *[0] {""}
    }

# Муниципалитет
yearly-board-window = { $board }
yearly-board =
    <b>{ $kind } · { $school }</b>
    С { $start } по { $last }. Сдали { $done } из { $schools }.{ $was_nudged ->
        [1] {" "}Вы напомнили { $nudged }.
       *[0] {""}
    }
yearly-board-line = { $school }: { $how ->
        [LATE] не сдано, срок прошёл
        [OPEN] ждём
        [EARLY] ещё не просили
        [RETURNED] вернули, ждём новую версию
        [ACCEPTED] принято, сдано { $sent }
       *[SENT] сдано { $sent }
    }{ $how ->
        [SENT] { $late ->
            [1] {" "}(позже срока)
           *[0] {""}
        }
       *[other] {""}
    }
yearly-nudge-button =
    { $waiting ->
        [one] Напомнить { $waiting } школе
       *[other] Напомнить { $waiting } школам
    }
yearly-nudged =
    { $count ->
        [one] Напоминание уйдёт { $count } школе.
       *[other] Напоминание уйдёт { $count } школам.
    }
yearly-dates-button = Сроки
yearly-dates =
    <b>{ $kind }: сроки</b>
    Начало: { $start }
    Последний день: { $last }

    Школы узнают о начале сами, а за неделю и за день до срока я напомню тем, кто не сдал. Чаще не напоминаю.{ $is_started ->
        [1] {" "}Сбор уже начался, поэтому начало не переносится.
       *[0] {""}
    }
yearly-start-less-button = Начать на неделю раньше
yearly-start-more-button = на неделю позже
yearly-last-less-button = Срок на неделю раньше
yearly-last-more-button = на неделю позже

# Сообщения
yearly-asked =
    { $kind ->
        [PAIRS] <b>Данные о парах · { $school }</b>

        В программе { $pairs ->
            [one] { $pairs } пара
            [few] { $pairs } пары
           *[many] { $pairs } пар
        }, без номера приказа: { $without }. Всё верно?
        [MAY] <b>Статистика за май · { $school }</b>

        Что можно, я уже посчитал. Остальное внесите числом с комментарием и сдайте.
       *[NOTE] <b>Справка за год · { $school }</b>

        Числа уже заполнены. Добавьте своими словами, что получилось и что предлагаете, и сдайте.
    }

    { $is_over ->
        [1] Срок был { $last }, сдать ещё можно.
       *[0] Срок: { $last }.
    }
yearly-returned =
    { $kind }: вернули с замечанием.
    «{ $remark }»

    Поправьте и сдайте ещё раз.
error-campaign-early = Это собирают с { $day }. Тогда и сдайте, я сообщу.
error-campaign-place = Сроки назначает муниципалитет. Откройте его доску: «Документы» → «Данные за год».
error-campaign-days = Сроки должны лежать в этом учебном году, начало раньше конца. Начало идущего сбора не переносится.
error-campaign-nudged = Этим школам вы уже напомнили { $day }. Дальше лучше позвонить.
error-campaign-all = Сдали все, напоминать некому.
error-report-text = Напишите словами, до { $most } знаков.
error-report-remark = Напишите, что поправить, одним предложением до { $most } знаков.
error-report-locked = Справка сдана и больше не меняется. Изменить её можно, если муниципалитет вернёт её.

# Файлы
yearly-word-button = Word
yearly-excel-button = Excel
yearly-report-word-button = Отчёт за год (Word)
yearly-report-excel-button = Отчёт (Excel)
yearly-file = { $kind } { $school } версия { $version }.{ $form }
yearly-caption = { $kind }, { $school }. { $sent ->
        [1] Сдано, версия { $version }.
       *[0] Проект: пока не сдано.
    }
yearly-report-file = Отчёт о наставничестве { $year }.{ $form }
yearly-report-caption = Отчёт за год, { $school }. { $count ->
        [0] Данные есть по всем школам.
       *[other] Школ без данных: { $count }.
    }
yearly-indicators-file = Показатели { $school } { $date }.{ $form }
yearly-indicators-caption = Показатели, { $school }
yearly-indicators-title = Показатели программы наставничества
yearly-indicators-sheet = Показатели
yearly-paper-sent = Сдано { $day }, { $by }. Версия { $version }.
yearly-paper-draft = Проект: пока не сдано.
yearly-source =
    { $how ->
        [HAND] внесено: { $by }
        [NONE] нет данных
       *[AUTO] посчитано ботом
    }
yearly-coverage =
    { $kind ->
        [STUDENTS] Охват обучающихся
       *[STAFF] Охват педагогов
    }: { $has ->
        [1] { $percent } % ({ $covered } из { $heads }), цель { $target } %
       *[0] нет данных о численности
    }
yearly-share = { $part } / { $whole }: { $has ->
        [1] { $percent } % (n = { $n })
       *[0] нет данных
    }
yearly-outcome =
    { $outcome ->
        [FULFILLED] Решён
        [PARTLY_FULFILLED] Частично
       *[UNFULFILLED] Не решён
    }
yearly-column =
    { $column ->
        [mark] №
        [name] Показатель
        [base] На начало
        [now] На дату
        [source] Откуда число
        [comment] Комментарий
        [school] Школа
        [day] Данные на
        [staff] Охват педагогов, %
        [decision] Решение
        [responsible] Ответственный
        [due] Срок
       *[students] Охват обучающихся, %
    }
yearly-coverage-row =
    { $kind ->
        [STUDENTS] Охват обучающихся, %
       *[STAFF] Охват педагогов, %
    }
yearly-schools-row = Школ с данными
yearly-schools-left = {" "}И ещё школ в таблице: { $count }.
yearly-decisions = Принято за учебный год: { $made }. Из них закрыто в срок: { $in_time }, позже срока: { $late }, открыто: { $open }.{ $earlier ->
        [0] { "" }
       *[other] {" "}С прошлых лет открыто: { $earlier }.
    }{ $left ->
        [0] { "" }
       *[other] {" "}Названы ближайшие по сроку, ещё открытых: { $left }.
    }
yearly-decision-due = { $day }{ $over ->
        [0] { "" }
       *[1] , срок прошёл
    }
yearly-chart-years = Показатели по годам
yearly-chart-schools = Охват по школам, %
yearly-chart-forms = Пары по формам
yearly-sheet-years = По годам
yearly-sheet-schools = По школам
yearly-sheet-forms = По формам
yearly-sheet-decisions = Решения советов
