oversight-head = <b>{ $day } · { $school }</b>
oversight-decide = <b>Решить сегодня</b>
oversight-wait = <b>Может подождать</b>
oversight-line = { $number }. { $line }
oversight-line-request =
    { $name } — { $days ->
        [0] ждёт наставника с сегодняшнего дня
        [one] без наставника { $days } день
        [few] без наставника { $days } дня
       *[many] без наставника { $days } дней
    }. { $solution }
oversight-candidate = Подходит { $mentor }: { $reasons }
oversight-no-candidate = Свободного наставника пока нет
oversight-line-no-meeting =
    { $name } — { $other }: нет встреч { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
oversight-line-not-started =
    { $name } — { $other }: ещё не встречались, { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } с начала
oversight-line-low-rating = { $name } — { $other }: встречи пока мало помогают
oversight-line-call =
    { $name } { $call ->
        [ANOTHER_MENTOR] просит другого наставника
        [PSYCHOLOGIST] просит связать с психологом
       *[TALK] просит о разговоре
    }
oversight-line-fading = { $name } — { $other }: встречи стали реже
oversight-line-requests =
    { $count ->
        [one] Ещё { $count } запрос ждёт наставника
        [few] Ещё { $count } запроса ждут наставника
       *[many] Ещё { $count } запросов ждут наставника
    }
oversight-line-pairs =
    { $count ->
        [one] Ещё { $count } пара просит внимания
        [few] Ещё { $count } пары просят внимания
       *[many] Ещё { $count } пар просят внимания
    }
oversight-line-calls =
    { $count ->
        [one] Ещё { $count } обращение ждёт ответа
        [few] Ещё { $count } обращения ждут ответа
       *[many] Ещё { $count } обращений ждут ответа
    }
oversight-line-offers =
    { $count ->
        [one] { $count } предложение без ответа больше трёх рабочих дней
        [few] { $count } предложения без ответа больше трёх рабочих дней
       *[many] { $count } предложений без ответа больше трёх рабочих дней
    }
oversight-line-awaited =
    { $count ->
        [one] Межшкольные пары: { $count } ждёт другую школу
       *[other] Межшкольные пары: { $count } ждут другую школу
    }
oversight-line-to-lend =
    { $count ->
        [one] Другая школа просит вашего наставника: { $count } пара
        [few] Другие школы просят ваших наставников: { $count } пары
       *[many] Другие школы просят ваших наставников: { $count } пар
    }
oversight-line-teams =
    { $count ->
        [one] Пары команд: { $count } ждёт утверждения
       *[other] Пары команд: { $count } ждут утверждения
    }
oversight-line-logs =
    { $count ->
        [one] Не отмечена { $count } встреча
        [few] Не отмечены { $count } встречи
       *[many] Не отмечены { $count } встреч
    }
oversight-line-orders =
    До { $until } — данные о парах; { $count ->
        [one] нет { $count } номера приказа
       *[many] нет { $count } номеров приказа
    }
oversight-line-decisions =
    { $count ->
        [1] Решение совета
       *[other] Решения советов ({ $count }), ближайшее
    }: { $name }, { $days ->
        [0] до { $until }
       *[other] срок был { $until }
    }
oversight-line-overload =
    { $count ->
        [one] У { $count } наставника пар больше, чем мест
       *[many] У { $count } наставников пар больше, чем мест
    }
oversight-pairs =
    { $pairs ->
        [0] Пар пока нет
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }{ $pairs ->
        [0] {""}
       *[other] : { $fine } в порядке
    }{ $to_log ->
        [0] {""}
       *[other] , { $to_log } — отметить встречу
    }{ $above ->
        [0] {""}
       *[other] , { $above } — выше
    }.
oversight-meetings =
    Встречи: { $held } из { $planned }. Впереди { $ahead }.
oversight-quiet =
    <b>Неделя { $period } · { $school }</b>
    { $planned ->
        [0] Тихая неделя: встреч не было, никто не ждёт.
       *[other] Тихая неделя: { $recorded ->
            [one] отмечена { $recorded } встреча
            [few] отмечены { $recorded } встречи
           *[many] отмечено { $recorded } встреч
        } из { $planned }, никто не ждёт.
    }
oversight-digest-first =
    { $week }

    Так неделя приходит каждый понедельник в 08:00. Удобнее в другое время?
oversight-period = { $start }–{ $end }
oversight-do = { $number } · { $what }
oversight-do-request = Предложить
oversight-do-ask = Спросить пару
oversight-do-open = Открыть пару
oversight-do-answer = Ответить
oversight-do-queue = Очередь
oversight-do-look = Посмотреть
oversight-do-remind = Напомнить ({ $people })
oversight-do-decisions = Решения
oversight-do-orders = Внести номера
oversight-head-button = Для директора
oversight-numbers-button = Цифры
oversight-week-button = К неделе
oversight-time-button = Когда присылать
oversight-school-button = Другая школа
oversight-time =
    { $time ->
        [MON_14] Пн 14:00
        [FRI_15] Пт 15:00
       *[MON_08] Пн 08:00
    }
oversight-time-chosen =
    Теперь неделя приходит { $time ->
        [MON_14] в понедельник в 14:00
        [FRI_15] в пятницу в 15:00
       *[MON_08] в понедельник в 08:00
    }.
oversight-time-choice =
    Когда присылать неделю?
    Сейчас: { $time }
oversight-numbers =
    <b>Неделя { $period } · { $school }</b>

    Встречи: { $held } из { $planned }{ $no_show ->
        [0] {""}
        [one] , не состоялась { $no_show }
        [few] , не состоялись { $no_show }
       *[many] , не состоялось { $no_show }
    }
    Неделей раньше: { $held_before } из { $planned_before }
    Впереди: { $ahead }

    Новые запросы: { $requests }
    Подобраны пары: { $matched }
    Ждут наставника: { $waiting }

    Отзывы за 4 недели: { $asked ->
        [0] никого не спрашивали
       *[other] { $answered } из { $asked } ({ $share } %)
    }
    Наставляемые: { $mentees }
    Наставники: { $mentors }

    Сигналы: новых { $opened }, закрыто { $closed }
oversight-average = в среднем { $mean } из 5 (ответов: { $n })
oversight-average-none = мало данных (ответов: { $n })
oversight-for-head =
    <b>Наставничество · { $school }</b>
    Неделя { $period }

    { $pairs ->
        [0] Пар в школе пока нет.
        [one] В школе работает { $pairs } пара{ $all_fine ->
            [1] , всё идёт по плану.
           *[0] , куратор ей помогает.
        }
        [few] В школе работают { $pairs } пары{ $all_fine ->
            [1] , у всех всё идёт по плану.
           *[0] { $fine ->
                [0] , каждой сейчас помогает куратор.
                [1] , у одной из них всё идёт по плану.
               *[other] , у { $fine } из них всё идёт по плану.
            }
        }
       *[many] В школе работают { $pairs } пар{ $all_fine ->
            [1] , у всех всё идёт по плану.
           *[0] { $fine ->
                [0] , каждой сейчас помогает куратор.
                [1] , у одной из них всё идёт по плану.
               *[other] , у { $fine } из них всё идёт по плану.
            }
        }
    } { $planned ->
        [0] На этой неделе встреч не было
       *[other] { $held ->
            [0] Встречи этой недели ещё не отмечены
            [one] За неделю состоялась { $held } встреча из { $planned }
            [few] За неделю состоялись { $held } встречи из { $planned }
           *[many] За неделю состоялось { $held } встреч из { $planned }
        }
    }{ $ahead ->
        [0] .
       *[other] , впереди ещё { $ahead }.
    }

    { $waiting ->
        [0] Наставник есть у каждого, кто его искал.
        [one] Наставника ждёт { $waiting } человек, куратор подбирает пару.
        [few] Наставника ждут { $waiting } человека, куратор подбирает пары.
       *[many] Наставника ждут { $waiting } человек, куратор подбирает пары.
    } { $decide ->
        [0] Срочных вопросов нет.
        [one] Сегодня в работе у куратора { $decide } вопрос.
        [few] Сегодня в работе у куратора { $decide } вопроса.
       *[many] Сегодня в работе у куратора { $decide } вопросов.
    }
oversight-asked =
    { $people ->
        [one] ✅ Вопрос отправлен. Ответ будет виден в паре: новая встреча или запись.
       *[other] ✅ Вопрос отправлен обоим. Ответ будет виден в паре: новая встреча или запись.
    }
oversight-asked-nobody = Эта пара пока без бота: спросите лично, а запись внесите здесь.
oversight-reminded =
    { $people ->
        [0] Эти пары пока без бота: запись можно внести за них.
        [one] ✅ Напоминание получит { $people } человек.
        [few] ✅ Напоминание получат { $people } человека.
       *[many] ✅ Напоминание получат { $people } человек.
    }
oversight-pair-asked =
    Как идут встречи? В паре с вами: { $partner }
    Записей давно не было. Если встречались, отметьте; если нет, назначьте новую.
oversight-pair-asked-by =
    { $curator } спрашивает, как идут встречи. В паре с вами: { $partner }
oversight-pair-held-button = Встреча была
oversight-pair-plan-button = Назначить
oversight-two = { $name } — { $other }
oversight-signal-no-meeting =
    { $who }: нет встреч { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
oversight-signal-fading = { $who }: встречи стали реже
oversight-signal-not-started = { $who }: ещё не встречались
oversight-signal-log-overdue = { $who }: встреча не отмечена
oversight-signal-low-rating = { $who }: встречи пока мало помогают
oversight-signal-help-asked = Нужна помощь: { $who }
oversight-signal-unmatched =
    { $who }: без наставника { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
oversight-signal-unread = { $who }: запрос ещё никто не открывал
oversight-signal-offer = { $who }: предложение без ответа
oversight-signal-overload = { $who }: пар больше, чем мест
oversight-signal-raised =
    { $school }
    { $line }
oversight-signals =
    { $count ->
        [0] Всё в порядке: внимания никто не просит.
        [one] Просит внимания: { $count }
       *[other] Просят внимания: { $count }
    }
oversight-signal =
    { $line }
    Замечено { $since }. Исчезнет само, когда всё наладится.
oversight-resolve-button = Решено
oversight-dismiss-button = Это не проблема
oversight-dismiss =
    { $line }

    Почему это не проблема? Две недели не буду напоминать. Свои слова прочитают только кураторы школы.
oversight-reason =
    { $reason ->
        [KNOWN] Так и задумано
        [AGREED] Уже договорились
       *[MISTAKE] Запись неточная
    }
oversight-resolved = Отмечено: решено.
oversight-dismissed = Хорошо, две недели не напоминаю.
oversight-school = Неделя какой школы?
oversight-week = { $week }
error-reason = Напишите причину в нескольких словах, до { $limit } знаков.
error-no-school = Неделя есть у школ, а у вас пока нет ни одной. Меню: /menu
error-pair-over = Эта пара уже завершена. Другие пары — в меню: /menu
oversight-area-head =
    <b>{ $day } · { $place } · { $schools ->
        [one] { $schools } школа
        [few] { $schools } школы
       *[many] { $schools } школ
    }</b>
oversight-area-decide = <b>Нужен ваш звонок</b>
oversight-line-silent-school =
    { $name }: { $count ->
        [one] { $count } пара
        [few] { $count } пары
       *[many] { $count } пар
    }, нет встреч { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
oversight-line-late-school =
    { $name }: { $count ->
        [one] не отмечена { $count } встреча
        [few] не отмечены { $count } встречи
       *[many] не отмечено { $count } встреч
    } из { $whole }
oversight-line-no-mentor =
    { $name }: без наставника больше месяца { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
oversight-line-no-curator =
    { $name }: куратора пока нет, { $count ->
        [one] { $count } пара
        [few] { $count } пары
       *[many] { $count } пар
    }
oversight-line-schools =
    { $count ->
        [one] Ещё { $count } школа просит внимания
        [few] Ещё { $count } школы просят внимания
       *[many] Ещё { $count } школ просят внимания
    }
oversight-line-supported = ШАНС и ШНОР: внимания просят { $count } из { $whole }
oversight-do-write = Написать
oversight-do-figures = Числа школы
oversight-do-appoint = Назначить
oversight-do-schools = Все школы
oversight-area-sum =
    { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }; встречи: { $held } из { $planned }. Впереди { $ahead }.
oversight-area-cover =
    { $kind ->
        [STUDENTS] Школьники
       *[STAFF] Педагоги
    } в парах: { $percent } % (цель { $target } %)
oversight-area-cover-none =
    { $kind ->
        [STUDENTS] Школьники
       *[STAFF] Педагоги
    } в парах: { $covered }, численность ещё не внесена
oversight-area-campaign = { yearly-kind }, до { $last }: сдали { $done }, ждём { $waiting }
oversight-area-quiet =
    <b>Неделя { $period } · { $place }</b>
    Тихая неделя: звонить никому не нужно. { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }, встречи: { $held } из { $planned }.
oversight-area-numbers =
    <b>Неделя { $period } · { $place }</b>

    Встречи: { $held } из { $planned }{ $no_show ->
        [0] {""}
        [one] , не состоялась { $no_show }
        [few] , не состоялись { $no_show }
       *[many] , не состоялось { $no_show }
    }
    Неделей раньше: { $held_before } из { $planned_before }
    Впереди: { $ahead }
    Ждут наставника: { $waiting }
oversight-area-silent =
    <b>Нет встреч 14 дней: { $count ->
        [one] { $count } школа
        [few] { $count } школы
       *[many] { $count } школ
    }</b>
oversight-area-late = <b>Больше всего неотмеченных встреч</b>
oversight-area-municipalities = <b>По муниципалитетам</b> (за 4 недели)
oversight-area-cohorts = <b>По волнам</b> (за 4 недели)
oversight-area-supported = <b>ШАНС и ШНОР</b> (за 4 недели)
oversight-area-item = • { $line }
oversight-area-more =
    • ещё { $count }
oversight-area-group =
    { $name }{ $schools ->
        [one] {" "}({ $schools } школа)
        [few] {" "}({ $schools } школы)
       *[many] {" "}({ $schools } школ)
    }: { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[many] { $pairs } пар
    }, { $rate } встречи на пару{ $has_late ->
        [0] {""}
       *[1] , не отмечено { $late } %
    }{ $has_cover ->
        [0] {""}
       *[1] , охват педагогов { $cover } %
    }
oversight-area-supported-name = Отмеченные школы
oversight-school-asked =
    ✅ Вопрос отправлен { $people ->
        [one] куратору школы.
       *[other] кураторам школы.
    } Ответ будет виден по числам школы: новые встречи и записи.
oversight-school-asked-nobody = У школы пока нет куратора с ботом: позвоните в школу или назначьте куратора.
oversight-school-asked-you =
    { $curator } спрашивает, как идут встречи в парах. Школа: { $school }
    Отчёт не нужен: посмотрите неделю и отметьте, что уже состоялось.
oversight-line-talks =
    { $count ->
        [one] Пора поговорить с { $count } парой: как идут дела?
       *[other] Пора поговорить с парами: { $count }
    }
oversight-line-signals =
    { $count ->
        [one] Замечен ещё { $count } сигнал
        [few] Замечены ещё { $count } сигнала
       *[many] Замечено ещё { $count } сигналов
    }
oversight-do-talks = С кем поговорить
oversight-open-signal =
    { $what ->
        [REQUEST] Подобрать
       *[PAIR] Открыть пару
    }
oversight-plan-nudge =
    Следующая встреча пока не назначена. В паре с вами: { $partner }
    Назначим?
oversight-signal-diverge = { $who }: стороны по-разному говорят о пользе встреч
oversight-signal-consent-expiring = { $who }: скоро закончатся согласия на обработку данных, людей: { $count }
oversight-do-consents = Попросить всех
oversight-consents-asked =
    { $count ->
        [0] Новых просьб нет.
       *[other] Просьба с текстом согласия ушла, людей: { $count }.
    }{ $before ->
        [0] {""}
       *[other] {" "}За неделю уже попросили: { $before }.
    }{ $paper ->
        [0] {""}
       *[other] {" "}На бумаге: { $paper }.
    }
oversight-signal-no-plan = { $who }: следующая встреча не назначена
oversight-signal-no-show =
    { $who }: { $count ->
        [one] за месяц не состоялась { $count } встреча
        [few] за месяц не состоялись { $count } встречи
       *[many] за месяц не состоялось { $count } встреч
    }
oversight-signal-rematch = { $who }: третий подбор за год, стоит поговорить
oversight-signal-formal = { $who }: отзывы коротки и похожи, стоит спросить лично
oversight-signal-form-silent = { $who }: на отзывы давно не отвечают
oversight-signal-shortage =
    { $who }: не хватает наставников ({ $topics }), ждут { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }
oversight-signal-consent =
    { $who }: нет действующего согласия { $count ->
        [one] у { $count } участника
       *[many] у { $count } участников
    }
oversight-signal-school-silent =
    { $who }: { $count ->
        [one] { $count } пара
        [few] { $count } пары
       *[many] { $count } пар
    }, нет встреч { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
oversight-signal-curator-silent =
    { $who }: сигналы ждут куратора { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }
oversight-talks-button = С кем поговорить
oversight-limits-button = Когда замечать
oversight-limits =
    Через сколько дней замечать? Каникулы не в счёт.
    Нажмите на строку, чтобы поменять. Изменения действуют со следующей ночи, для всех ваших школ. Без точки «•» – как у всех.
oversight-limit =
    { $own ->
        [0] {""}
       *[1] • {""}
    }{ $code ->
        [PAIR_NO_MEETING] Пара не встречается
        [PAIR_NOT_STARTED] Пара не началась
        [NO_PLAN] Встреча не назначена
        [LOG_OVERDUE] Встреча не отмечена
        [REQUEST_UNMATCHED] Нет наставника
        [OFFER_UNANSWERED] Нет ответа на предложение
        [CONSENT_EXPIRING] Кончаются согласия
       *[CURATOR_SILENT] Куратору нужна помощь
    }: { $days }
oversight-talks =
    { $total ->
        [0] Со всеми парами поговорили. Здесь появятся пары, с которыми пора поговорить: дважды в первый месяц, потом раз в месяц.
       *[other] Пора поговорить. Хватит минуты: как идёт, не нужна ли помощь? Потом нажмите в паре «Разговор состоялся».
    }
oversight-chart-button = График
oversight-chart =
    <b>Встречи по неделям · { $place }</b>
    Светлый столбец – сколько было запланировано, тёмный – сколько состоялось. Внизу понедельники.
oversight-why-button = Почему столько?
oversight-why =
    <b>Откуда числа недели { $period }</b>

    <b>Встречи</b>: назначенные на эту неделю, кроме отменённых и перенесённых. Первое число — состоявшиеся; остальные не состоялись или ещё не отмечены.
    <b>Впереди</b>: назначенные до конца недели, которая идёт следом.
    <b>Новые запросы</b> и <b>подобранные пары</b>: за эту неделю. <b>Ждут наставника</b>: запросы, по которым пары пока нет.
    <b>Отзывы</b>: сколько анкет за 28 дней заполнено. Среднее видно с трёх ответов, чтобы нельзя было угадать чужой.
    <b>Сигналы</b>: что замечено и что закрыто за эту неделю.

    Кто за числами: меню, «Пары», «Запросы» и «Сигналы».
oversight-area-why =
    <b>Откуда числа недели { $period }</b>

    <b>Встречи</b>: назначенные на эту неделю во всех школах, кроме отменённых и перенесённых. Первое число — состоявшиеся; остальные не состоялись или ещё не отмечены.
    <b>Впереди</b>: назначенные до конца недели, которая идёт следом. <b>Ждут наставника</b>: запросы, по которым пары пока нет.
    <b>В парах</b>: кто с начала учебного года был в паре или группе; каждый один раз, в своей школе. Процент — от численности, которую внесла школа.
    <b>Нет встреч</b>: школы, где 14 дней не встречалась ни одна пара; каникулы не в счёт. <b>Неотмеченные встречи</b>: за четыре недели, если в школе от трёх пар.
    <b>Встречи на пару</b>: состоявшиеся за четыре недели, делённые на число пар.

    Что за числами: меню, «Показатели». Там каждое число открывает школы, а «Кому позвонить» — причины.
