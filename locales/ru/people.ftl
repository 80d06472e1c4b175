people-list = { $known }, { $label }
people-ready = Готово
people-ticked = ✓ { $label }
people-slot = { $day } { $from }–{ $until }
people-some-curator = куратор школы

# Как войти
people-join-hello =
    Здравствуйте! Это «Наставник», помощник программы наставничества вашей школы.

    Здесь находят наставника, договариваются о встречах и ничего не забывают.
people-join-hello-invited =
    { $has_person ->
        [0] Здравствуйте!
       *[1] { $person }, здравствуйте!
    } Это «Наставник», помощник программы наставничества.

    { $role ->
        [MENTOR] Вас зовут стать наставником.
        [MENTEE] Вас зовут в программу: здесь вам найдут наставника.
       *[other] Вас зовут вести программу.
    }
    <b>{ $organisation }</b>
people-join-begin = Начать
people-join-other-language = English
people-join-school =
    Какая ваша школа?

    Выберите из списка или напишите номер либо часть названия.
people-join-school-none =
    { $has_search ->
        [0] Школ пока нет. Попросите у куратора программы ссылку-приглашение: по ней всё откроется сразу.
       *[1] По словам «{ $search }» школа не нашлась. Напишите иначе или попросите у куратора ссылку-приглашение.
    }
people-join-all-schools = Все школы
people-join-age = Сколько вам лет? До 18 в программу приходят вместе с родителями.
people-join-adult = Мне есть 18
people-join-minor = Мне нет 18
people-join-minor-told =
    Спасибо, что написали! До 18 лет в программу приглашает школа, вместе с родителями: скажите классному руководителю или куратору, что вам интересно.

    Здесь ничего не сохранено.
people-join-role = Что вам ближе? Второе можно добавить потом.
people-join-role-mentee = Ищу наставника
people-join-role-mentor = Хочу помогать как наставник
people-join-name =
    Как вас зовут? Напишите фамилию, имя и отчество, например: Кузнецова Ольга Сергеевна

    Коллеги увидят имя и отчество, куратор — фамилию и инициалы.
people-join-done = ✅ { $name }, вы в программе. { $organisation }
people-join-done-waiting =
    ✅ { $name }, готово. { $organisation }

    Дальше участие подтвердит { $curator }. Как подтвердит, сообщу.

# Согласие
people-consent =
    <b>Согласие на обработку данных</b>

    Зачем: подобрать пару, назначить встречи, посчитать показатели программы.
    Что: имя, идентификатор в Telegram, школа, должность или класс, у педагогов дата рождения, первый день работы и категория, ваши ответы и записи о встречах.
    Кто: { $operator }. До { $until }. Отозвать можно в любой момент: /privacy
people-consent-full-button = Полный текст
people-consent-yes = Даю согласие
people-consent-no = Не даю согласия
people-consent-refused = Хорошо, ничего не сохранено. Участвовать можно и без бота: подойдите к куратору.
people-consent-asked =
    { $over ->
        [1] Согласие на обработку данных больше не действует. Чтобы продолжать участие, его нужно дать заново.
       *[0] Согласие на обработку данных действует до { $ends }. Чтобы продолжать участие дальше, его нужно дать заново.
    }

    { people-consent }
people-consent-renewed = ✅ Спасибо! Согласие действует до { $until }. Отозвать можно в любой момент: /privacy
people-consent-in-force = Согласие уже действует. Отозвать можно в любой момент: /privacy
people-consent-not-renewed =
    { $over ->
        [1] Хорошо, согласие не продлено. Участвовать можно и без бота: подойдите к куратору.
       *[0] Хорошо. До { $ends } всё остаётся как есть. Участвовать дальше можно и без бота: подойдите к куратору.
    }
error-consent-paper = Согласие за учеников дают на бумаге, у куратора школы.
people-consent-full =
    <b>Согласие на обработку персональных данных</b>
    Редакция { $version }

    Даю { $operator } (оператор) согласие на обработку моих персональных данных по статье 9 Федерального закона № 152-ФЗ «О персональных данных».

    <b>Цель.</b> Участие в программе наставничества: подбор наставнической пары, план и учёт встреч, отзывы после встреч, показатели программы.

    <b>Состав данных.</b> Фамилия, имя, отчество; идентификатор учётной записи в Telegram; образовательная организация; должность или класс; у педагогов — дата рождения, первый день работы и квалификационная категория; роль в программе; темы, цели и удобное время; записи о встречах и ответы на вопросы программы.

    <b>Действия.</b> Сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, предоставление участникам вашей пары и кураторам программы, обезличивание, блокирование, удаление, уничтожение. Данные обрабатываются с помощью этого бота и без него.

    <b>Что не хранится.</b> Сведения о здоровье, паспорт, адрес, семейное положение.

    <b>Кто что видит.</b> Пара — имя и отчество, встречи и общие записи. Куратор школы — даты и темы встреч, ответы на вопросы после встреч, у педагогов дата рождения, первый день работы и категория. Куратор муниципалитета и региона — только числа.

    <b>Срок.</b> До { $until } или до отзыва.

    <b>Отзыв.</b> В любой момент командой /privacy или заявлением в школу. После отзыва показ данных и сообщения прекращаются сразу, данные уничтожаются в срок по закону.

    Согласие добровольное: участвовать в программе можно и без бота.

# Ссылки
people-link-accepted =
    { $role ->
        [MENTOR] ✅ Добавлена роль наставника. { $organisation }
        [MENTEE] ✅ Теперь вы можете искать наставника. { $organisation }
       *[other] ✅ Добавлена роль куратора. { $organisation }
    }
error-link-unknown = Такой ссылки нет. Попросите у куратора новую или выберите школу из списка.
error-link-spent = По этой ссылке уже вошли. Попросите у куратора новую.
error-link-expired = Срок этой ссылки прошёл. Попросите у куратора новую.
error-link-too-many = Слишком много неверных ссылок подряд. Подождите час или попросите куратора проверить ссылку.
error-other-school = Это приглашение другой школы. В ещё одну школу приходят наставники, чья карточка подтверждена в своей. Остальным ссылку даёт куратор своей школы.
error-has-account = Ссылка не нужна или она для другого человека: вход уже есть. Всё доступное видно в меню: /menu
error-already-in = Вы уже в программе. Откройте меню: /menu
error-minor = До 18 лет в программу приглашает школа, вместе с родителями. Скажите об этом куратору.
error-consent-changed = Текст согласия обновился. Откройте /start и прочитайте его ещё раз.
error-invite-limits = Ссылка бывает на 1–500 человек и на срок до 90 дней. Выберите меньше.
error-invite-level = В эту организацию так не приглашают. Выберите другую роль или организацию.
error-zone = Такого часового пояса нет. Пример: Europe/Moscow
error-organisation-name = Напишите название организации, до 200 знаков.
error-text-only = Здесь нужен текст: напишите его сообщением.
error-class = Напишите класс цифрой и буквой, например: 7 А
error-too-long = Получилось длинно. Оставьте до { $limit } знаков и пришлите ещё раз.

# Карточка наставника
people-card =
    <b>{ $name }</b>: карточка наставника

    Сильные стороны: { $strong }
    { $has_topics ->
        [0] Другие темы не выбраны
       *[1] Ещё: { $topics }
    }
    Наставляемых одновременно: { $places }
    Время: { $has_times ->
        [0] договоримся
       *[1] { $times }
    }
    Откуда: { $source }
    { $has_about ->
        [0] О себе пока пусто
       *[1] О себе: { $about }
    }

    { $state ->
        [APPLICANT] Карточка у куратора. Пока не подтверждена, запросы не приходят.
        [PAUSED] Пауза: новые запросы не приходят, текущие пары продолжаются.
        [REJECTED] Сейчас карточки нет в списке наставников. Выберите темы ещё раз, и она снова уйдёт куратору.
        [LEFT] Сейчас карточки нет в списке наставников. Выберите темы ещё раз, и она снова уйдёт куратору.
       *[other] { $rests ->
            [0] Карточка видна куратору и тем, кто ищет наставника.
           *[1] Новые запросы придут после { $until }.
        }
    }
people-card-helpful =
    { "" }
    Встречи помогают: { $helpful }. Так вместе отвечают наставляемые, отдельных ответов здесь не видно.
people-card-helpful-word =
    { $mark ->
        [5] очень
        [4] да
        [3] отчасти
       *[other] пока не очень
    }
people-card-topics =
    С чем можете помочь коллегам?

    Первые три темы станут сильными сторонами, дальше — сколько хотите.
people-card-topic-strong = { $place }. { $topic }
people-card-topics-button = Темы
people-card-places-button = Места: { $places }
people-card-times-button = Время
people-card-about-button = О себе
people-card-source-button = Откуда я
people-card-one-more = Ещё одно место
people-card-pause = Взять паузу
people-card-resume = Снова принимаю запросы
people-card-open = Моя карточка
people-card-places = Сколько наставляемых удобно вести одновременно? Сейчас: { $places }. Текущие пары это не изменит.
people-card-times = Когда вам удобно встречаться? Отметьте время и нажмите «Готово».
people-card-times-any = Договоримся
people-card-about =
    Напишите о себе пару строк, до { $limit } знаков: чем увлекаетесь в работе, с чем приходили к вам коллеги.

    Это прочитают коллеги вашей школы и куратор.
people-card-share-button = Другим школам
people-card-share =
    <b>Помощь другим школам</b>

    Зачем: кураторы других школ смогут просить вас о помощи.
    Что они увидят: имя, школу, темы, время, свободные места.
    Каждую пару подтверждаете вы и куратор вашей школы. Мест больше не станет: они одни на все школы.
    До { $until }. Изменить или отозвать можно здесь одним нажатием.

    { $alone ->
        [0] Сейчас: { $visibility ->
            [MUNICIPAL] школы муниципалитета, { $since }
            [REGIONAL] школы всего региона, { $since }
           *[other] только своя школа
        }
       *[other] Пока в программе только ваша школа. Когда подключится муниципалитет, здесь появится выбор.
    }
people-card-share-level =
    { $level ->
        [MUNICIPAL] Школы муниципалитета
        [REGIONAL] Школы всего региона
       *[ORG] Только своя школа
    }
people-card-reserve-button = Позвать снова
people-card-reserve =
    <b>Долгосрочный резерв наставников</b>

    Зачем: куратор сможет позвать вас снова, когда пауза или цикл программы закончатся. Это ни к чему не обязывает.
    Что увидят кураторы вашей школы и выше: имя, темы, что сейчас пауза.
    До { $until }. Отозвать можно здесь одним нажатием.

    { $reserved ->
        [0] Сейчас: не звать
       *[other] Сейчас: можно звать снова
    }
people-card-reserve-yes = Можно звать
people-card-reserve-no = Не звать
people-called-again =
    <b>Готовы снова принимать запросы?</b>

    Вы разрешили позвать вас снова, и куратор спрашивает: { $curator }. Любой ответ подойдёт, это ни к чему не обязывает.
people-called-later = Пока нет
people-called-done = { $yes ->
    [0] Хорошо, пауза продолжается. Вернуться можно в карточке в любой день.
   *[other] ✅ Снова принимаете запросы. Места и темы можно проверить в карточке.
}
people-rest-done =
    Хорошо, новых предложений пока не будет. Если другие пары ещё работают, они продолжаются.
    Вернуться можно в карточке в любой день. А можно разрешить куратору позвать вас снова.
people-rest-call-again = Позвать меня снова
error-not-in-reserve = Позвать снова можно того, у кого пауза и есть согласие на резерв. Выберите другого наставника.
people-card-about-clear = Оставить пустым
people-card-source = Откуда вы пришли в наставники?
people-card-sent =
    ✅ Карточка отправлена куратору. Сильные стороны: { $strong }

    Мест для наставляемых — по правилам школы, время — договоримся. Всё это можно изменить в карточке.
people-card-waiting =
    <b>{ $name }</b> хочет быть наставником
    { $has_position ->
        [0] Мест: { $places }
       *[1] { $position } · мест: { $places }
    }

    Сильные стороны: { $strong }
    { $has_topics ->
        [0] Других тем нет
       *[1] Ещё: { $topics }
    }
people-card-confirm = Подтвердить
people-card-reject = Пока нет
people-card-confirm-done =
    ✅ В списке наставников: { $name }
    Уже сообщаю об этом.
people-card-reject-done = { $name }: карточка пока не подтверждена. Сообщу нейтрально, без причин.
people-card-confirmed =
    ✅ Карточка подтверждена. Теперь вам могут предложить наставляемого.

    Мест: { $places }. Изменить можно в карточке.
people-card-not-confirmed =
    Карточка пока не в списке наставников. Её можно изменить и отправить ещё раз.

    Обсудить это можно с куратором: { $curator }
people-source-teacher = Работаю в школе
people-source-graduate = Выпускник школы
people-source-enterprise = Предприятие
people-source-business-public = Бизнес, общество
people-source-ngo-social = НКО
people-source-unistudent = Студент
people-source-other-org = Другая организация
error-no-card = Карточки пока нет. Выберите темы: /menu → «Заполнить карточку».
error-topics-none = Выберите хотя бы одну тему.
error-places = Мест бывает от 1 до 10. Выберите из списка.

# Роли
people-role-mentee = наставляемый
people-role-mentor = наставник
people-role-curator-school = куратор школы
people-role-curator-municipal = куратор муниципалитета
people-role-guardian = родитель
people-role-curator-regional = куратор региона
people-role-mentee-button = Наставляемый
people-role-mentor-button = Наставник
people-role-curator-school-button = Куратор школы
people-role-curator-municipal-button = Куратор муниципалитета
people-role-guardian-button = Родитель
people-role-curator-regional-button = Куратор региона
people-role-deputy = { $role } (заместитель)
people-role-given = Эта роль у вас уже есть.
people-role-asked = Спасибо! Это решит { $curator }. О решении сообщу.
error-role-has-pairs = В этой роли ещё идут пары. Сначала завершите их: /menu → «Пары».
error-last-curator = Это единственный куратор здесь. Сначала назначьте заместителя.

# Приём в школу
people-admission-asked =
    <b>{ $name }</b> хочет в программу

    { $polite }, роль: { $role }. { $organisation }
people-admit = Принять
people-refuse = Отказать
people-admission-done =
    ✅ В программе: { $name }
    Уже сообщаю об этом.
people-admission-refused = { $name }: участие пока не подтверждено. Сообщу нейтрально, без причин.
people-admitted =
    { $role ->
        [MENTOR] ✅ Школа подтверждена: { $organisation }. Осталась карточка наставника, это четыре касания.
       *[other] ✅ Школа подтверждена: { $organisation }. Можно искать наставника.
    }
people-admitted-mentee-button = Найти наставника
people-admitted-mentor-button = Моя карточка
people-not-admitted =
    Участие пока не подтверждено. Попроситься ещё раз можно в меню.

    Обсудить это можно с куратором: { $curator }

# Настройки
people-settings =
    <b>{ $name }</b>
    { $has_position ->
        [0] Чем занимаетесь: пока пусто
       *[1] { $position }
    }

    Тихие часы: { $quiet }
people-settings-language-button = Язык
people-settings-quiet-button = Тихие часы
people-settings-name-button = Имя
people-settings-position-button = Чем занимаюсь
people-settings-role-button = Ещё одна роль
people-settings-privacy-button = Мои данные
people-settings-language = На каком языке говорить? · Which language?
people-settings-quiet = Когда вас не беспокоить? Напоминания о встречах приходят всегда.
people-settings-name =
    Сейчас: { $name }

    Напишите фамилию, имя и отчество, как правильно.
people-settings-position =
    Напишите, чем занимаетесь, до { $limit } знаков. Например: математика, первый год в школе

    Это прочитают ваша пара и куратор.
people-settings-role = Кем ещё хотите быть в программе? Решит куратор.
people-language-ru = Русский
people-language-en = English
people-language-set = Хорошо, говорю по-русски.
people-quiet = { $start }–{ $end }
people-quiet-none = нет

# Данные
people-privacy =
    <b>Ваши данные</b>

    Оператор: { $operator }. Согласие действует до { $until }.
    Хранятся имя, идентификатор в Telegram, школа, должность, у педагогов дата рождения, первый день работы и категория, если их внёс куратор, ответы и записи о встречах. На вопросы ответит { $curator }.

    Согласие можно отозвать. Тогда бот сразу перестанет писать, роли, запросы и пары закончатся, а данные будут уничтожены в срок по закону.
people-privacy-withdraw = Отозвать согласие
people-privacy-sure = Отозвать согласие? Пары и запросы закончатся сразу, куратор об этом узнает.{ $guards ->
    [0] { "" }
   *[1] { " " }Ребёнок тоже выйдет из программы, если другого согласия родителей о нём нет.
}
people-privacy-sure-yes = Да, отозвать
people-privacy-sure-no = Нет, остаюсь
people-privacy-withdrawn =
    Согласие отозвано. Больше писать не буду, учётная запись Telegram уже забыта, тексты будут уничтожены в срок по закону.

    Вернуться можно в любой момент: /start
people-privacy-stranger = О вас здесь ничего не хранится. Данные появятся только после вашего согласия.
people-consent-withdrawn =
    Согласие отозвано: { $name }
    Пары и запросы закончились, имя больше нигде не показывается. Наставляемые без наставника снова в очереди.
people-account-blocked =
    Бот не может написать: { $name }
    Похоже, бот остановлен в Telegram. Напомните о себе лично.

# Люди
people-staff =
    <b>Люди</b> · { $which ->
        [WAITING] ждут решения
        [MENTORS] наставники
        [MENTEES] наставляемые
       *[ALL] все
    }: { $total }
    { $pages ->
        [1] { $total ->
            [0] Здесь пока никого.
           *[other] Нажмите на имя, чтобы открыть.
        }
       *[other] Страница { $page } из { $pages }
    }
people-staff-button = Люди
people-staff-waiting = Ждут решения
people-staff-mentors = Наставники
people-staff-mentees = Наставляемые
people-staff-all = Все
people-staff-line-waiting = { $name } · ждёт
people-staff-line-no-account = { $name } · без бота
people-staff-invite = Пригласить
people-staff-enter = Записать человека
people-open-person = { $name }
people-staff-person =
    <b>{ $name }</b>
    { $polite }{ $has_position ->
        [0] { "" }
       *[1] , { $position }
    }
    { $organisation }

    { $has_roles ->
        [0] Ролей нет
       *[1] Роли: { $roles }
    }
    { $has_asked ->
        [0] { $account ->
            [no] Без бота: отвечаете вы, со слов
            [parents] Без бота: отвечает родитель, в чате
            [blocked] Бот остановлен в Telegram
           *[yes] С ботом
        }
       *[1] Просит роль: { $asked }
    }
    { $card ->
        [NONE] Карточки наставника нет
        [APPLICANT] Карточка ждёт вас: { $topics }
        [PAUSED] Наставник на паузе: { $topics }
        [APPROVED] Темы: { $topics }
       *[other] Карточка не в списке наставников
    }
people-staff-link = Дать ссылку для входа
people-staff-card = Карточка наставника
people-staff-make-mentor = Сделать наставником
people-staff-make-mentee = Нужен наставник
people-staff-deputy = Назначить заместителем куратора
people-staff-roles-button = Снять роль
people-staff-roles = Какую роль снять? { $name }

# Приглашение
people-invite-target = Куда приглашаете?
people-invite-role = Кого приглашаете? { $organisation }
people-sheet-button = Лист с QR-кодами для учительской
people-sheet = Наставничество
people-sheet-title =
    { $role ->
        [MENTEE] Нужен наставник?
       *[MENTOR] Готовы помочь коллеге?
    }
people-sheet-text =
    { $role ->
        [MENTEE] Наведите камеру телефона и нажмите «Начать». Бот поможет попросить о наставнике: чат, несколько нажатий, и запрос у куратора.
       *[MENTOR] Наведите камеру телефона и нажмите «Начать». Отметьте темы, с которыми можете помочь: четыре нажатия, остальное потом.
    }
people-sheet-foot = Коды действуют до { $until }, каждый на { $uses } человек. Лист только для сотрудников школы.
people-sheet-caption =
    Лист с QR-кодами: распечатайте и повесьте в учительской.

    По этим кодам входят сразу, без вашего подтверждения, поэтому ученикам и родителям лист не показывайте. Коды действуют до { $until }, каждый на { $uses } человек.
people-sheet-file = QR-коды для учительской.pdf
people-invite-uses = На сколько человек ссылка? Она действует { $days } дней.
people-invite-uses-button =
    { $uses ->
        [one] { $uses } человек
        [few] { $uses } человека
       *[many] { $uses } человек
    }
people-invite-link =
    { $role ->
        [MENTOR] Ссылка для наставника
        [MENTEE] Ссылка для наставляемого
        [GUARDIAN] Ссылка для родителя
       *[other] Ссылка для куратора
    }{ $has_person ->
        [0] { "" }
       *[1] : { $person }
    }{ $role ->
        [GUARDIAN] { " " }·
       *[other] .
    } { $organisation }

    { $link }

    { $uses ->
        [1] Действует один раз, до { $until }.
       *[other] На { $uses } человек, до { $until }.
    } Перешлите её сейчас: второй раз показать не получится, но можно сделать новую.

# Записать человека
people-enter-school = В какой школе?
people-enter-role = Кого записываем? Согласие на бумаге должно быть в школе.
people-enter-name = Фамилия, имя и отчество? Например: Кузнецова Ольга Сергеевна
people-enter-pupil = Ученик
people-enter-position =
    { $is_pupil ->
        [0] Чем занимается? Например: математика, первый год в школе
       *[1] В каком классе? Например: 7 А
    }

    Это прочитают пара и куратор.
people-enter-skip = Пропустить
people-enter-paper = Номер и дата { $is_pupil ->
        [0] согласия на бумаге
       *[1] согласия родителей на бумаге
    }? Их видят только кураторы.
people-enter-paper-at-school = Оформлено в школе
people-enter-topics =
    С чем может помочь?

    Первые три темы станут сильными сторонами.
people-entered =
    ✅ { $role ->
        [MENTOR] Наставник записан: { $name }
       *[other] Нужен наставник: { $name }
    }

    Бота у человека нет: отвечаете вы, со слов. Ссылку для входа можно дать сейчас или потом.
people-enter-more = Записать ещё

# Кураторы
people-tree =
    <b>{ $name }</b>
    { $has_curators ->
        [0] Куратора пока нет: назначьте по ссылке или из тех, кто уже в программе.
       *[1] Нажмите на имя, чтобы внести приказ, передать дела или снять.
    }
    { $has_below ->
        [0] { "" }
       *[1] { $founds ->
            [SCHOOL] Школ: { $total }. Процент — сколько сделано по чек-листу куратора
           *[other] Муниципалитетов: { $total }
        }{ $pages ->
            [1] { "" }
           *[other] . Страница { $page } из { $pages }
        }
    }
people-tree-line = { $name } · { $curator }
people-tree-line-school = { $name } · { $curator } · { $percent } %
people-tree-line-nobody = { $name } · нет куратора
people-tree-line-curator = Куратор: { $curator }
people-tree-line-deputy = Заместитель: { $curator }
people-tree-appoint =
    { $has_curators ->
        [0] Назначить куратора
       *[1] Назначить заместителя
    }
people-tree-found =
    { $founds ->
        [SCHOOL] Добавить школу
       *[other] Добавить муниципалитет
    }
people-tree-up = На уровень выше
people-tree-away = Меня не будет
people-tree-back-now = Я снова на месте
people-tree-appoint-whom =
    { $is_first ->
        [1] Кто будет куратором? { $name }
       *[other] Кто будет заместителем? { $name }

        Права те же, что у куратора. Заместителю приходит и то, что касается самого куратора.
    }

    { $total ->
        [0] В программе пока некого выбрать: сделайте ссылку, она откроется один раз.
       *[other] Выберите из тех, кто уже в программе, или сделайте ссылку.
    }
people-tree-link = Сделать ссылку
people-tree-appointed = Назначение сделано: { $curator }
people-tree-curator =
    <b>{ $curator }</b>
    { $is_deputy ->
        [1] { $role } (заместитель)
       *[other] { $role }
    }. { $name }

    { $has_order ->
        [0] Приказ: пока не внесён
       *[1] Приказ № { $order } от { $order_date }
    }
    { $away ->
        [0] { "" }
       *[1] Не будет с { $away_from } по { $away_until }: уведомления и сводка идут заместителю.
    }
people-tree-order-button = Внести приказ
people-tree-order =
    Напишите номер и дату приказа о назначении, например: № 45 от { $example }

    { $curator }. { $name }
people-tree-hand-over = Передать дела
people-tree-end = Снять с роли
people-tree-end-sure =
    Снять с роли куратора? { $curator }, { $name }

    Об этом придёт сообщение. Записи и пары остаются в школе.
people-tree-end-yes = Да, снять
people-tree-ended = Роль куратора снята: { $curator }
people-tree-receiver =
    Кому передать дела? Сейчас: { $curator }

    Перейдёт всё сразу: роли, запросы и решения, сигналы, обращения.
people-tree-hand-over-sure =
    Передать все дела?

    Отдаёт: { $curator }
    Принимает: { $receiver }

    Обоим придёт сообщение. { $curator }: доступ куратора закончится сразу.
people-tree-hand-over-yes = Да, передать
people-tree-handed-over =
    ✅ Дела переданы: { $organisations }
    Принимает: { $receiver }

    Ждут решения: запросов — { $requests }, сигналов — { $signals }, обращений — { $calls }.
people-tree-away-from = С какого дня вас не будет? Уведомления и сводка пойдут заместителю.
people-tree-away-until = С { $first }. По какой день включительно?
people-tree-away-set = Хорошо, в эти дни пишу заместителю.
people-tree-name =
    { $founds ->
        [SCHOOL] Как называется школа? Например: Школа № 25
       *[other] Как называется муниципалитет? Например: г. Ярославль
    }

    Войдёт сюда: { $name }
people-tree-zone = Какое там время? { $new_name }
people-tree-founded = Добавлено: { $name } · теперь назначьте куратора
people-forms-button = Формы наставничества
people-forms =
    <b>Формы наставничества</b> · { $name }

    Отметьте те, что есть в программе школы: в них можно попросить наставника. Пары, которые уже есть, продолжаются.

    Новая школа начинает с формы «Педагог — педагогу».
people-zone-kaliningrad = Калининград, МСК−1
people-zone-moscow = Москва
people-zone-samara = Самара, МСК+1
people-zone-yekaterinburg = Екатеринбург, МСК+2
people-zone-omsk = Омск, МСК+3
people-zone-krasnoyarsk = Красноярск, МСК+4
people-zone-irkutsk = Иркутск, МСК+5
people-zone-yakutsk = Якутск, МСК+6
people-zone-vladivostok = Владивосток, МСК+7
people-zone-magadan = Магадан, МСК+8
people-zone-kamchatka = Камчатка, МСК+9
people-curator-appointed =
    { $is_deputy ->
        [1] Вас просят помочь вести программу: { $role } (заместитель). { $organisation }
       *[other] Вам доверена программа: { $role }. { $organisation }
    }

    Всё нужное — в меню.
people-curator-ended =
    Роль закончилась: { $role }. { $organisation }

    Спасибо за работу! Остальные ваши роли и записи остаются.
people-handed-over =
    Вам переданы дела: { $organisations }
    Раньше вёл куратор { $giver }.

    Ждут решения: запросов — { $requests }, сигналов — { $signals }, обращений — { $calls }.
people-handed-over-from =
    Ваши дела переданы: { $organisations }
    Теперь здесь куратор { $receiver }. Спасибо за работу!
error-forms-none = Хотя бы одна форма нужна. Сначала отметьте другую, потом снимите эту.
error-forms-asked = В этой форме ещё ждут наставника. Сначала ответьте на запросы: /menu → «Запросы».
error-organisation-known = Такое название здесь уже есть. Откройте его в списке или напишите иначе.
error-curator-child = Куратором может быть только взрослый. Выберите другого человека.
error-curator-offline = Куратору нужен вход в бот. Сначала дайте ссылку: /menu → «Люди».
error-away-days = Этот период уже прошёл или кончается раньше, чем начинается. Выберите дни ещё раз.
error-no-deputy = Заменить вас пока некому. Сначала назначьте заместителя.
error-handover-self = Дела уже здесь. Выберите другого куратора.
error-handover-scope = Этот куратор ведёт не все те же организации. Сначала назначьте его там куратором или выберите другого.

# Каникулы
people-calendar-button = Каникулы
people-calendar =
    <b>Каникулы { $year }</b> · { $name }

    Осенние: { $autumn_first } — { $autumn_last }
    Зимние: { $winter_first } — { $winter_last }
    Весенние: { $spring_first } — { $spring_last }
    Летние: { $summer_first } — { $summer_last }

    { $editable ->
        [1] В каникулы пары не считаются молчащими, напоминания ждут. Какие даты изменить?
       *[0] В каникулы пары не считаются молчащими, напоминания ждут. Даты ведёт куратор уровнем выше.
    }
people-calendar-autumn = осенние
people-calendar-winter = зимние
people-calendar-spring = весенние
people-calendar-summer = летние
people-calendar-change = Изменить: { $season }
people-calendar-change-own = Изменить: { $season } · свои даты
people-calendar-first =
    Каникулы, { $season }: сейчас { $first } — { $last }

    Какой первый день?
people-calendar-last = Каникулы, { $season }: с { $new_first }. Какой последний день?
people-calendar-same = Первый день тот же
people-calendar-usual = Вернуть обычные даты
error-holiday-days = Даты должны лежать в этом учебном году и идти по порядку. Выберите ещё раз.
error-holiday-above = Даты каникул ведёт куратор уровнем выше. Напишите ему об изменении.
people-settings-month-button =
    { $month ->
        [0] «Мой месяц» 1-го числа: включить
       *[1] ✅ «Мой месяц» 1-го числа: выключить
    }
