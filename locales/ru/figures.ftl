figures-table = { $table }
figures-head =
    <b>Показатели · { $school }</b>
    { $block } · { $period }{ $is_school ->
        [1] {""}
       *[0] { $schools ->
            [one] {" "}· { $schools } школа
            [few] {" "}· { $schools } школы
           *[many] {" "}· { $schools } школ
        }
    }{ $has_flag ->
        [0] {""}
       *[1] {" "}· только { $flag }
    }
figures-line =
    { $number }. { $name }: { $how ->
        [NONE] { $now }
       *[AUTO] { $base } → { $now }
    }{ $how ->
        [HAND] {" "}(вручную)
        [SUM] {" "}(внесли { $told } из { $schools })
       *[AUTO] {""}
    }
figures-hint =
    { $frozen ->
        [0] Слева начало года, справа сейчас.
       *[1] Это снимок: слева начало года, справа последний день. Он не меняется.
    } Кнопка с числом покажет, кто за ним стоит.
figures-period = { $start } – { $end }
figures-none = нет данных
figures-number = { $number }
figures-block =
    { $block ->
        [COVERAGE] Охват
        [REQUESTS] Запросы
        [MENTORS] Наставники
        [RESULTS] Результаты
        [EVENTS] События
       *[MAY] Статистика за май
    }
figures-name =
    { $code ->
        [COV_STUDENTS] Школьники в парах и группах
        [COV_STAFF] Педагоги в парах и группах
        [I_1_1] Школьники, которые просили наставника
        [I_1_2] Педагоги, которые просили наставника
        [I_2_1] Педагоги, обученные наставничеству
        [I_2_2] Наставники из педагогов
        [I_2_3] Наставники из выпускников
        [I_2_4] Наставники с предприятий
        [I_2_5] Наставники: предприниматели и общественники
        [I_2_6] Наставники из НКО и социальных проектов
        [X_2_S] Наставники из школьников
        [I_3_1] Педагоги, вошедшие в кадровый резерв
        [I_3_2] Педагоги, готовые вести проекты
        [I_3_3] Педагоги на профессиональных конкурсах
        [I_3_4] Педагоги, которые стали наставниками
        [I_3_5] Школьники, чьи результаты выросли
        [I_3_6] Школьники, подготовленные к конкурсам и олимпиадам
        [I_3_7] Школьники, которые стали наставниками
        [I_3_8] Участники парных команд
        [I_3_9] Мероприятия парных команд
        [I_3_10] Команды, которые стали наставниками
        [I_4_1] Педагоги на научно-практических событиях других организаций
        [I_4_2] Партнёры из пар на таких событиях
        [I_4_3] Свои научно-практические события
        [I_4_4] Участники своих событий
        [I_4_5] Практики с положительной экспертизой
        [S_1] Молодые педагоги
        [S_2] Педагоги-наставники, у которых были пары
        [S_2_FREE] Педагоги-наставники, у которых пар не было
        [S_3] Молодые педагоги с наставником
       *[S_4] Молодые педагоги с категорией: есть наставник или программа пройдена
    }
figures-coverage =
    { $kind ->
        [STUDENTS] Охват школьников
       *[STAFF] Охват педагогов
    }: { $percent } %, { $covered } из { $heads } (численность на { $since }). Цель { $target } %.{ $missing ->
        [0] {""}
        [one] {" "}Численность пока не внесла { $missing } школа.
        [few] {" "}Численность пока не внесли { $missing } школы.
       *[many] {" "}Численность пока не внесли { $missing } школ.
    }
figures-coverage-none =
    { $kind ->
        [STUDENTS] Охват школьников
       *[STAFF] Охват педагогов
    }: нет данных. { $is_school ->
        [1] Внесите численность, и бот посчитает долю.
       *[0] Численность вносят школы.
    }
figures-share-name =
    { $share ->
        [S_3_S_1] Молодые педагоги с наставником, доля
        [S_4_S_1] Молодые педагоги с категорией и наставником, доля
       *[S_3_S_2] Нагрузка: молодые педагоги с наставником к числу наставников
    }
figures-share = { figures-share-name }: { $percent } % (n = { $total })
figures-share-none = { figures-share-name }: нет данных
figures-one =
    <b>{ $name }</b>
    { $school } · { $period }{ $has_mark ->
        [0] {""}
       *[1] {" "}· строка { $mark }
    }
figures-start = На начало года: { $now }
figures-result = На { $day }: { $now }
figures-counted = Посчитано ботом: { $now }
figures-entered = Внесено { $day }, { $author }: «{ $comment }»
figures-awaits =
    Бот этого пока не считает: { $awaits ->
        [TRAINING_RECORD] он не ведёт обучение наставников
        [CAREER_OUTCOME] он не ведёт кадровый резерв и назначения
        [RESULT_RECORD] он не ведёт результаты и конкурсы
        [ACADEMIC_PROGRESS] он не ведёт успеваемость
        [TEAM_TRANSITION] он не ведёт переходы команд
        [EVENT] он не ведёт события и их участников
        [PRACTICE] он не ведёт практики и экспертизу
       *[TEACHING_START] он не знает возраста и стажа педагогов
    }. Число вносит куратор.
figures-by-school = По школам: кнопка откроет школу.
figures-behind-line = · { $line }
figures-meeting = { $day }, { $school }
figures-hidden =
    { $count ->
        [one] И ещё { $count }: имя видит только школа, или оно удалено.
       *[other] И ещё { $count }: имена видит только школа, или они удалены.
    }
figures-page = Страница { $page } из { $pages }
figures-nobody = Пока никого.
figures-figure = { $figure }
figures-value =
    <b>{ $name }</b>
    { $school } · { $moment ->
        [START] на начало года
       *[RESULT] сейчас
    }: { $now }

    Какое число верное? Напишите его. То, что посчитал бот, останется рядом.
figures-why =
    <b>{ $name }: { $typed }</b>
    { $school } · { $moment ->
        [START] на начало года
       *[RESULT] сейчас
    }

    Откуда это число? Выберите или напишите своими словами, без имён детей. Прочитают кураторы школы и уровней выше.
figures-comment =
    { $comment ->
        [PAPERS] По документам школы
        [REPORT] Из прошлого отчёта
       *[COLLEAGUES] Со слов коллег
    }
figures-saved = Записано. Число бота осталось рядом.
figures-taken-back = Теперь считается число бота.
figures-snapshots =
    <b>Снимки · { $school }</b>
    { $count ->
        [0] В этом году снимков пока нет.
        [one] В этом году { $count } снимок. Кнопка откроет его.
        [few] В этом году { $count } снимка. Кнопка откроет любой.
       *[many] В этом году { $count } снимков. Кнопка откроет любой.
    }

    Снимок хранит числа такими, какими они были в тот день. Какой сделать?
figures-freeze-kind =
    { $kind ->
        [BASELINE] Сделать: начало года
        [INTERIM] Сделать: промежуточный
       *[FINAL] Сделать: итоговый
    }
figures-freeze =
    <b>{ $kind ->
        [BASELINE] Снимок на начало года
        [INTERIM] Промежуточный снимок на { $day }
       *[FINAL] Итоговый снимок на { $day }
    }</b>
    { $school }

    Сохранятся все числа: посчитанные ботом и внесённые вручную. Изменить снимок потом нельзя.
figures-freeze-button = Да, сделать снимок
figures-frozen = Снимок сделан. Это он.
figures-frozen-before = Такой снимок уже есть. Это он.
figures-snapshot-button =
    { $kind ->
        [BASELINE] Начало года, { $day }
        [INTERIM] Промежуточный, { $day }
       *[FINAL] Итоговый, { $day }
    }
figures-heads =
    <b>Численность · { $school }</b>

    Школьники от 10 лет: { $students ->
        [0] нет данных
       *[other] { $students } на { $students_since }
    }
    Педагоги: { $staff ->
        [0] нет данных
       *[other] { $staff } на { $staff_since }
    }

    От неё считается охват. Что внести?
figures-heads-kind =
    { $kind ->
        [STUDENTS] Школьники
       *[STAFF] Педагоги
    }
figures-heads-day = Лучше на { $day }
figures-headcount =
    { $kind ->
        [STUDENTS] Сколько в школе учеников от 10 лет
       *[STAFF] Сколько в школе педагогов
    } на { $day }? Напишите число.
    { $school }
figures-schools = Какую школу открыть?
figures-calls = { $calls }
figures-calls-head =
    <b>Кому позвонить · { $school }</b>
    { $count ->
        [0] Все школы в порядке: пары встречаются, встречи отмечены.
        [one] Просит звонка { $count } школа из { $schools }. Кнопка откроет её числа.
        [few] Просят звонка { $count } школы из { $schools }. Кнопка откроет числа школы.
       *[many] Просят звонка { $count } школ из { $schools }. Кнопка откроет числа школы.
    }
figures-call =
    { $number }. { $place }: { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }, { $how ->
        [NEVER] ещё не встречались, { $days ->
            [one] { $days } день
            [few] { $days } дня
           *[many] { $days } дней
        } с начала
        [SILENT] нет встреч { $days ->
            [one] { $days } день
            [few] { $days } дня
           *[many] { $days } дней
        }
       *[LATE] не отмечены встречи: { $late } из { $due }
    }
figures-call-button = { $number } · { $place }
figures-calls-button = Кому позвонить
figures-marks =
    <b>Отметки · { $school }</b>

    { $is_above ->
        [1] { $count ->
            [0] Отмеченных школ пока нет. Откройте школу и поставьте отметку там.
           *[other] Показатели каких школ показать? Школа может быть в нескольких группах.
        }
       *[0] Кнопка ставит отметку с сегодняшнего дня или снимает её. Участники пар отметок не видят.
    }
figures-flag =
    { $flag ->
        [SHANS] ШАНС
        [SHNOR] ШНОР
        [P500] «500+»
        [PILOT] пилот
        [STAGE_SITE] стажировочная площадка
        [WAVE_1] 1-я волна
        [WAVE_2] 2-я волна
        [WAVE_3] 3-я волна
        [WAVE_4] 4-я волна
       *[WAVE_5] 5-я волна
    }
figures-flag-button =
    { $how ->
        [ON] ✅ { $flag }
        [OFF] { $flag }
       *[SIZE] { $flag } · { $count }
    }
figures-copy =
    <b>Показатели · { $school }</b>
    { $period }{ $has_flag ->
        [0] {""}
       *[1] {" "}· только { $flag }
    }
    Начало года → сейчас
figures-copy-block =
    <b>{ $block }</b>
    { $lines }
figures-copy-line =
    { $has_mark ->
        [0] {""}
       *[1] { $mark } {""}
    }{ $name }: { $how ->
        [NONE] { $now }
       *[AUTO] { $base } → { $now }
    }
figures-number-button = { $number } · { $now }
figures-school-button = { $place } · { $now }
figures-before-button = ‹ { $before }
figures-after-button = { $after } ›
figures-snapshots-button = Снимки
figures-heads-button = Численность
figures-schools-button = Школы
figures-marks-button = Отметки
figures-copy-button = Всё текстом
figures-now-button = К сегодняшним числам
figures-home-button = Ко всем школам
figures-enter-button = Внести число
figures-enter-start-button = Внести на начало года
figures-take-back-button = Вернуть число бота
figures-all-button = Все школы
error-figure-number = Нужно целое число от 0 до 1 000 000. Численность школы больше нуля.
error-figure-comment = К числу нужен комментарий, откуда оно: от 3 до { $limit } знаков.
error-figure-day = Этот день ещё не наступил. Численность вносят на сегодня или раньше.
error-figure-school = Это делают для школы. Сначала откройте школу из списка.
