# Реестры
registers-menu-button = Реестры
registers-main =
    <b>Реестры</b> · { $school }

    Списки с отбором. Любой можно выгрузить таблицей.
registers-counted = { $title } · { $count }
registers-title =
    { $register ->
        [MENTORS] Наставники
        [MENTEES] Наставляемые
        [PAIRS] Пары
       *[REQUESTS] Запросы
    }
registers-list =
    <b>{ $title }: { $total }</b>
    { $filtered ->
        [0] Показаны все.
       *[1] Отбор: { $filters }
    }
    { $total ->
        [0] Таких сейчас нет.
       *[other] { $pages ->
            [1] Нажмите на строку, чтобы открыть.
           *[other] Страница { $page } из { $pages }
        }
    }
registers-hidden =
    { $hidden ->
        [one] Ещё { $hidden } строка об учащихся: имена видит только школа.
        [few] Ещё { $hidden } строки об учащихся: имена видит только школа.
       *[many] Ещё { $hidden } строк об учащихся: имена видит только школа.
    }
registers-line-school = { $line } · { $school }
registers-line-mentor =
    { $name } · { $state ->
        [APPLICANT] карточка ждёт вас
        [PAUSED] пауза
        [RESERVE] в резерве
        [NONE] нет карточки
       *[other] свободно { $free } из { $places }
    }
registers-line-mentee =
    { $name } · { $standing ->
        [LOOKING] { $days ->
            [0] ждёт с сегодня
           *[other] ждёт { $days } дн.
        }
        [PAIRED] { $mentor }
       *[NEITHER] без запроса
    }
registers-line-request = { $name } · { $days } дн. · { $state }
registers-request-offered = предложено: { $mentor }

# Отбор
registers-filter-button = Отбор
registers-filter =
    <b>{ $title }: отбор</b>

    { $count ->
        [0] Под отбор никто не подходит.
        [one] Подходит { $count } строка.
        [few] Подходят { $count } строки.
       *[many] Подходит { $count } строк.
    }
registers-facet =
    { $facet ->
        [STATE] Состояние
        [FORM] Форма
        [TOPIC] Тема
        [SOURCE] Откуда
        [LOAD] Места
        [WAIT] Ждёт
        [AGREED] Согласие
       *[SCHOOL] Школа
    }: { $is_set ->
        [0] все
       *[1] { $value }
    }
registers-values =
    { $facet ->
        [STATE] Какое состояние показать?
        [FORM] Какую форму показать?
        [TOPIC] Какую тему показать?
        [SOURCE] Откуда наставник?
        [LOAD] Какие места показать?
        [WAIT] Сколько дней ждут наставника?
        [AGREED] На что согласие наставника?
       *[SCHOOL] Какую школу показать?
    }
registers-reset-button = Сбросить отбор
registers-any-button = Показать все
registers-show-button = Показать · { $count }
registers-mentor-state =
    { $code ->
        [APPLICANT] ждёт подтверждения
        [ASSESSMENT] на оценке
        [TRAINING] учится
        [APPROVED] подтверждён
        [PAUSED] на паузе
        [RESERVE] в резерве
        [SUSPENDED] работа приостановлена
       *[NONE] нет карточки
    }
registers-mentee-state =
    { $code ->
        [LOOKING] ждёт наставника
        [PAIRED] есть наставник
       *[NEITHER] нет ни пары, ни запроса
    }
registers-pair-state =
    { $code ->
        [PROPOSED] ждём ответа
        [AGREED] ждёт утверждения
        [APPROVED] первая встреча впереди
        [TRIAL] знакомятся
        [ACTIVE] работает
        [PAUSED] пауза
        [CLOSING] завершается
       *[ENDED] в прошлом
    }
registers-request-state =
    { $code ->
        [DRAFT] черновик
        [AWAITING_CONSENT] ждёт согласия
        [SUBMITTED] новый
        [RETURNED] уточняем
        [QUEUED] выбрать наставника
        [PROPOSED] предложен наставник
        [MATCHED] наставник найден
       *[CLOSED] закрыт
    }
registers-source =
    { $code ->
        [TEACHER] работает в школе
        [GRADUATE] выпускник
        [ENTERPRISE] предприятие
        [BUSINESS_PUBLIC] бизнес, общество
        [NGO_SOCIAL] НКО
        [STUDENT] ученик
        [UNISTUDENT] студент
       *[OTHER_ORG] другая организация
    }
registers-load =
    { $code ->
        [FREE] есть места
        [FULL] мест нет
       *[IDLE] пар ещё нет
    }
registers-agreed =
    { $code ->
        [POOL] готовы помогать другим школам
       *[RESERVE] долгосрочный резерв
    }
registers-wait =
    { $days ->
        [one] дольше { $days } дня
       *[many] дольше { $days } дней
    }

# Человек
registers-person =
    <b>{ $name }</b> · { $school }{ $has_position ->
        [0] { "" }
       *[1] , { $position }
    }
registers-person-mentor =
    { $mentor ->
        [APPLICANT] Наставник: карточка ждёт вашего решения.
        [APPROVED] Наставник: свободно { $free } из { $places }.{ $rests ->
            [0] { "" }
           *[1] { " " }Просит не предлагать до { $until }.
        }
        [PAUSED] Наставник: на паузе.
        [RESERVE] Наставник: в резерве.
        [NONE] Наставник: карточки ещё нет.
       *[other] Наставник: сейчас не в списке.
    }{ $has_topics ->
        [0] { "" }
       *[1] { " " }Темы: { $topics }
    }
registers-person-mentee =
    { $mentee ->
        [LOOKING] Наставляемый: { $days ->
            [0] ждёт наставника с сегодняшнего дня.
            [one] ждёт наставника { $days } день.
            [few] ждёт наставника { $days } дня.
           *[many] ждёт наставника { $days } дней.
        }
        [PAIRED] Наставляемый: работает с наставником: { $mentors }
       *[NEITHER] Наставляемый: нет ни пары, ни запроса.
    }{ $has_asked ->
        [0] { "" }
       *[1] { " " }Просит: { $asked }
    }
registers-person-account =
    { $account ->
        [no] Без бота: отвечаете вы, со слов.
        [parents] Без бота: отвечает родитель, в чате.
        [blocked] Бот остановлен в Telegram: напомните лично.
       *[yes] Бот подключён.
    }
registers-person-dates =
    { $young ->
        [yes] Молодой педагог: да.
        [no] Молодой педагог: нет.
       *[unknown] Молодой педагог: не определено.
    } { $has_born ->
        [0] Дата рождения не внесена
       *[1] Дата рождения: { $born }
    }, { $has_since ->
        [0] первый день работы не внесён.
       *[1] первый день работы: { $since }.
    } { $has_category ->
        [0] Категория не внесена.
       *[1] Категория: { $category }.
    }
registers-born-button = Дата рождения
registers-since-button = Первый день работы
registers-date =
    <b>{ $name }</b>

    { $which ->
        [BORN] Напишите дату рождения, например: 12.03.1998
       *[SINCE] Напишите первый день работы педагогом, в любой школе. Например: 01.09.2024
    }
    { $is_known ->
        [0] { "" }
       *[1] Сейчас: { $day }
    }
    Видит только куратор школы. По двум датам бот считает молодых педагогов: первые три года работы, возраст до 35 лет включительно.
registers-date-none-button = Убрать дату
registers-category-button = Категория
registers-category =
    <b>{ $name }</b>

    Какая квалификационная категория сейчас?
    { $is_known ->
        [0] { "" }
       *[1] Внесено: { $category }
    }
    Видит только куратор школы. По ней бот считает молодых педагогов с категорией для майской статистики.
registers-category-name =
    { $category ->
        [NONE] без категории
        [FIRST] первая
        [HIGHEST] высшая
        [MENTOR] педагог-наставник
       *[METHODIST] педагог-методист
    }
registers-category-none-button = Убрать категорию
error-date-text = Не похоже на дату. Напишите день, месяц и год, например: 12.03.1998
error-date-born = Проверьте год рождения: на работу принимают с 16 лет.
error-date-since = Проверьте год: на работу принимают с 16 лет, и начать можно не позже чем через год.
registers-person-pair = { $mentee } — { $mentor }
registers-decide-button = Принять решение
registers-request-button = Открыть запрос
registers-make-pair-button = Подобрать наставника
registers-call-again-button = Позвать снова
registers-called-again = Вопрос отправлен: { $name }
registers-fill-button = Заполнить карточку
registers-roles-button = Роли и карточка

# Выгрузка
registers-export-button = Выгрузить
registers-export =
    <b>{ $title }: таблица</b>

    { $total ->
        [0] Выгружать нечего: под отбор никто не подходит.
        [one] В таблице будет { $total } строка.
        [few] В таблице будет { $total } строки.
       *[many] В таблице будет { $total } строк.
    } { $filtered ->
        [0] { "" }
       *[1] Отбор: { $filters }
    }
    В файле имена и должности: храните его там, где его не увидят посторонние.
registers-excel-button = Excel
registers-csv-button = CSV
registers-file = { $title } { $date }.{ $kind }
registers-file-caption =
    { $title }: { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[many] { $count } строк
    }
registers-fact-register = Реестр
registers-fact-scope = Охват
registers-fact-filter = Отбор
registers-fact-made = Составлено
registers-fact-rows = Строк
registers-no-filter = без отбора
registers-made-at = { $date }, { $time } ({ $zone })
registers-account =
    { $has ->
        [0] нет
       *[1] есть
    }
registers-column-name = ФИО
registers-column-school = Школа
registers-column-position = Должность
registers-column-card = Карточка
registers-column-forms = Формы
registers-column-form = Форма
registers-column-topics = Темы
registers-column-strong = Сильные темы
registers-column-places = Мест
registers-column-load = Занято
registers-column-free = Свободно
registers-column-source = Откуда
registers-column-account = Бот
registers-column-standing = Положение
registers-column-asked-topics = Темы запроса
registers-column-days = Ждёт, дней
registers-column-mentor = Наставник
registers-column-mentee = Наставляемый
registers-column-state = Состояние
registers-column-began = Начало
registers-column-order = Приказ
registers-column-order-date = Дата приказа
registers-column-held = Встреч
registers-column-last-held = Последняя встреча
registers-column-submitted = Отправлен
error-registers-too-many = Строк больше { $limit }. Сузьте отбор, например по школе.

# Чего не хватает
registers-gaps-button =
    { $missing ->
        [0] Чего не хватает
       *[other] Чего не хватает · { $missing }
    }
registers-gaps =
    { $total ->
        [0] Всё на месте: дополнять нечего.
       *[other] <b>Чего не хватает</b>

    Ничего не заблокировано: это список, чтобы дополнить, когда будет минута.
    }
registers-gap =
    { $gap ->
        [CARD_WAITS] Карточка ждёт решения
        [CONSENT_NONE] Нет согласия
        [PARENTS_NONE] Нет согласия родителей
        [CARD_NONE] Наставник без карточки
        [ACCOUNT_NONE] Без входа в бот
        [ORDER_NONE] Пара без номера приказа
        [GOAL_NONE] Пара без цели
        [TIMES_NONE] Наставник без удобных часов
       *[POSITION_NONE] Наставляемый без должности
    } · { $count }
registers-gap-list =
    <b>{ $gap ->
        [CARD_WAITS] Карточки наставников ждут вашего решения
        [CONSENT_NONE] Нет согласия на обработку данных
        [PARENTS_NONE] Нет согласия родителей: новую пару без него не утвердить
        [CARD_NONE] У наставников ещё нет карточки
        [ACCOUNT_NONE] Бот ещё не подключён
        [ORDER_NONE] У пар нет номера приказа
        [GOAL_NONE] У пар не записана цель
        [TIMES_NONE] У наставников не выбраны удобные часы
       *[POSITION_NONE] Не указано, чем занимается наставляемый
    }: { $total }</b>
    { $total ->
        [0] Здесь всё на месте.
       *[other] { $pages ->
            [1] Нажмите на строку: можно спросить или заполнить.
           *[other] Страница { $page } из { $pages }
        }
    }
registers-gap-line =
    <b>{ $who }</b> · { $school }
    { $gap ->
        [CARD_NONE] Карточки наставника ещё нет: без неё нельзя подобрать пару.
        [GOAL_NONE] Цель пары не записана.
        [TIMES_NONE] Удобные часы не выбраны: о времени договариваются каждый раз.
       *[POSITION_NONE] Не указано, чем занимается: наставник увидит в предложении только имя.
    }
    { $reached ->
        [0] Бота у человека нет, спросить можно только лично.
       *[1] Вопрос придёт вместе с другими напоминаниями дня, с кнопкой.
    }
registers-ask-button = Спросить
registers-ask-all-button = Спросить всех
registers-ask-all =
    <b>Спросить всех?</b>

    { $new ->
        [0] Спрашивать сейчас некого.
        [one] Вопрос получит { $new } человек: с другими напоминаниями дня, с кнопкой.
        [few] Вопрос получат { $new } человека: с другими напоминаниями дня, с кнопкой.
       *[many] Вопрос получат { $new } человек: с другими напоминаниями дня, с кнопкой.
    }{ $before ->
        [0] {""}
       *[other] {" "}На этой неделе уже спросили: { $before }.
    }{ $unreached ->
        [0] {""}
       *[other] {" "}Без бота: { $unreached }, их спросите лично.
    }
registers-ask-all-yes-button = Да, спросить
registers-ask-all-done =
    { $count ->
        [0] Спрашивать некого.
       *[other] Вопросы уйдут сегодня или в ближайший учебный день: { $count }
    }
registers-fill-self-button = Заполнить со слов
registers-gap-paper =
    <b>{ $who }</b> · { $school }

    Номер и дата согласия на бумаге? Их видят только кураторы.
registers-gap-position =
    <b>{ $who }</b> · { $school }

    Чем занимается? До { $limit } знаков, например: математика, первый год в школе. Это прочитают пара и куратор.
registers-asked-done = Вопрос уйдёт сегодня или в ближайший учебный день: { $name }
registers-asked-before = На этой неделе уже спрашивали: { $name } — ответа пока нет.
registers-asked =
    { $gap ->
        [CARD_NONE] Куратор просит заполнить карточку наставника: это четыре касания.
        [GOAL_NONE] Какая цель у вашей работы? Наставник: { $partner }
        [TIMES_NONE] Когда вам удобно встречаться? Часы в карточке помогут подобрать пару.
       *[POSITION_NONE] Чем вы занимаетесь? Пара слов поможет наставнику представить, кому нужна помощь.
    }
registers-fill-in-button = Ответить
registers-goal =
    <b>{ $who }</b>
    { $has_goal ->
        [0] Какая цель у вашей работы?
       *[1] Сейчас: «{ $goal }»
    }

    Напишите до { $limit } знаков. Прочитают обе стороны пары и куратор.
registers-goal-done = ✅ Цель записана: «{ $goal }»
error-registers-no-account = Бота у человека нет: спросите лично и заполните со слов.

# Загрузка
registers-import-button = Загрузить из таблицы
registers-import =
    <b>Люди и пары из таблицы</b>

    Скачайте образец, заполните и пришлите сюда файл Excel или CSV, до { $limit } строк. Сначала покажу, что получится, загрузится только после вашего подтверждения.
    Согласие на обработку данных у каждого должно лежать в школе.
registers-import-template-button = Скачать образец
registers-import-template-caption = Образец: листы «Люди» и «Пары», слова для выбора — на третьем листе.
registers-import-file = Образец списка.xlsx
registers-import-reading = Читаю файл…
registers-import-check =
    <b>{ $file }</b>

    { $count ->
        [0] Новых строк нет
        [one] { $count } строка к загрузке
        [few] { $count } строки готовы
       *[many] { $count } строк готовы
    }{ $faulty ->
        [0] { "" }
       *[other] , { $faulty } с ошибкой
    }{ $same ->
        [0] .
        [one] , { $same } уже есть в реестрах.
       *[other] , { $same } уже есть в реестрах.
    }{ $fills ->
        [0] { "" }
        [one] {" "}Файл дополнит сведения о { $fills } человеке, который уже записан.
       *[other] {" "}Файл дополнит сведения о { $fills } людях, которые уже записаны.
    }
registers-import-faults =
    { $faults }

    Поправьте эти строки в файле и пришлите его снова: загруженное второй раз не добавится.
registers-import-unnamed =
    { $unnamed ->
        [one] И ещё { $unnamed } строка с ошибкой.
        [few] И ещё { $unnamed } строки с ошибкой.
       *[many] И ещё { $unnamed } строк с ошибкой.
    }
registers-import-load-button = Загрузить { $count }
registers-import-cancel-button = Отмена
registers-import-done =
    ✅ Загружено. Людей: { $people }, пар: { $pairs }{ $filled ->
        [0] { "" }
       *[other] , дополнено записей: { $filled }
    }

    Ссылки для входа в бот можно дать в реестре: откройте человека.
registers-import-people-sheet = Люди
registers-import-pairs-sheet = Пары
registers-import-words-sheet = Слова
registers-import-school = Школа
registers-import-name = ФИО
registers-import-role = Роль
registers-import-position = Должность
registers-import-class = Класс (для учащихся)
registers-import-topics = Темы наставника
registers-import-places = Мест
registers-import-consent = Согласие
registers-import-mentee = Наставляемый
registers-import-mentor = Наставник
registers-import-began = Начало
registers-import-order = Приказ
registers-import-order-date = Дата приказа
registers-import-goal = Цель
registers-import-example = Пример:
registers-import-people-example = { $school } | Пример: Лебедева Ирина Викторовна | { $role } | учитель математики | | { $topic } | 2 | № 12 от 01.09.2026 | 12.03.1998 | 01.09.2024 | { $category }
registers-import-pairs-example = { $school } | Пример: Кузнецова Ольга Сергеевна | Лебедева Ирина Викторовна | { $date } | 45 | { $date } | Удерживать внимание 7 класса
registers-fault-line =
    { $table ->
        [PAIRS] Пары
       *[PEOPLE] Люди
    }, строка { $row }: { $why }
registers-fault =
    { $code ->
        [FORMULA] в столбце «{ $value }» формула, нужен текст
        [SCHOOL_NONE] не указана школа
        [SCHOOL_UNKNOWN] такой школы нет: { $value }
        [SCHOOL_OUTSIDE] это не ваша школа: { $value }
        [NAME] не похоже на фамилию, имя и отчество: { $value }
        [ROLE] роль: наставник или наставляемый
        [CONSENT] нет согласия: { $value }
        [POSITION] должность длиннее { $value } знаков
        [CLASS] класс длиннее { $value } знаков
        [TOPIC] такой темы нет: { $value }
        [TOPICS_NONE] нет тем наставника: { $value }
        [PLACES] мест от 1 до 10, а стоит: { $value }
        [BORN] дата рождения непонятна или невозможна: «{ $value }». Нужно так: 12.03.1998
        [SINCE] первый день работы непонятен или невозможен: «{ $value }». Нужно так: 01.09.2024
        [CATEGORY] такой категории нет: «{ $value }». Можно так: без категории, первая, высшая, педагог-наставник, педагог-методист
        [BORN_OTHER] дата рождения не та, что в карточке: { $value }. Исправьте строку или карточку
        [SINCE_OTHER] первый день работы не тот, что в карточке: { $value }. Исправьте строку или карточку
        [CATEGORY_OTHER] категория не та, что в карточке: { $value }. Исправьте строку или карточку
        [TWICE] такое же имя в строке { $value }. Другого человека запишите в меню «Люди»
        [NAMESAKES] в школе два человека с таким именем: { $value }
        [OTHER_ROLE] в школе уже есть { $value }, роль другая. Добавьте роль в карточке человека
        [PERSON_UNKNOWN] нет ни в школе, ни в списке: { $value }
        [PERSON_ROLE] не та роль или нет карточки наставника: { $value }
        [PAIR_SELF] наставник и наставляемый — один человек: { $value }
        [PAIR_RECIPROCAL] эти двое уже в паре, где роли наоборот: { $value }
        [PAIR_FORM] в программе школы нет формы для такой пары
        [PAIR_REQUEST] есть открытый запрос, создайте пару из него: { $value }
        [PAIR_FULL] у наставника нет места: { $value }
        [DATE] дата непонятна: «{ $value }». Нужно так: 01.09.2026
        [FUTURE] эта дата ещё не наступила: { $value }
        [ORDER] номер приказа: «{ $value }»
       *[GOAL] цель длиннее { $value } знаков
    }
error-registers-no-file = Пришлите файл таблицы, Excel или CSV. Образец можно скачать кнопкой.
error-registers-large = Файл больше 20 МБ, Telegram его не отдаёт. Оставьте в нём один лист или разделите список.
error-registers-empty = В файле нет заполненных строк. Заполните их под заголовком и пришлите снова.
error-registers-foreign = Не нашлось ни таблицы людей, ни таблицы пар. Возьмите образец: столбцы должны называться так же.
error-registers-broken = Файл не открывается: похоже, он повреждён. Откройте его в Excel, сохраните заново как .xlsx и пришлите.
error-registers-password = Файл закрыт паролем. Снимите пароль в Excel и пришлите снова.
error-registers-old = Это старый формат .xls. Сохраните файл как .xlsx и пришлите снова.
error-registers-bomb = Файл слишком велик внутри. Скопируйте строки в образец и пришлите его.
error-registers-rows = В файле больше 5000 строк. Разделите список на части.
error-registers-merged = Ячейки заголовка объединены, и не видно столбцов: { $columns }. Разъедините их и пришлите снова.
error-registers-columns = Не хватает столбцов: { $columns }. Назовите их как в образце и пришлите снова.
error-registers-download = Файл больше не открывается в Telegram. Пришлите его ещё раз.
error-registers-changed = Пока вы смотрели, в реестрах что-то изменилось. Пришлите файл снова: покажу заново.
