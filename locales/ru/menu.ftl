menu-stranger =
    Здравствуйте! Это «Наставник», помощник программы наставничества вашей школы.

    Чтобы продолжить, познакомимся.
menu-hello =
    { $name }, { $part ->
        [morning] доброе утро
        [evening] добрый вечер
       *[day] добрый день
    }!
menu-admission-waits =
    Участие подтверждает { $curator }. Как подтвердит, сообщу.
    Просили: { $asked_roles }
menu-no-role = Сейчас у вас нет роли в программе. { $organisation }
menu-card-wanted = Осталась карточка наставника: четыре касания, и она уйдёт куратору.
menu-card-waits = Карточка у куратора: { $curator }. Как подтвердит, сообщу.
menu-offers =
    { $offers ->
        [one] Вашего ответа ждёт { $offers } предложение. Оно выше в чате и в «Мои пары».
        [few] Вашего ответа ждут { $offers } предложения. Они выше в чате и в «Мои пары».
       *[many] Вашего ответа ждут { $offers } предложений. Они выше в чате и в «Мои пары».
    }
menu-request =
    { $request_state ->
        [DRAFT] Коллега предлагает найти вам наставника. Решать вам.
        [AWAITING_CONSENT] Коллега предлагает найти вам наставника. Решать вам.
        [RETURNED] Куратор уточняет ваш запрос. Ответьте, и поиск продолжится.
        [PROPOSED] По вашему запросу ждём ответа наставника.
       *[other] Ваш запрос у куратора.
    }
menu-next =
    ⏰ { $when } · { $partner }{ $has_place ->
        [0] { "" }
       *[1] , { $place }
    }
menu-to-log =
    { $to_log ->
        [1] Как прошла встреча { $days }?
       *[other] Как прошли встречи: { $days }?
    }
menu-decide-people =
    { $decisions ->
        [one] Ждёт вашего решения { $decisions } человек
        [few] Ждут вашего решения { $decisions } человека
       *[many] Ждут вашего решения { $decisions } человек
    }
menu-decide-requests =
    { $requests ->
        [one] Ждёт { $requests } запрос
        [few] Ждут { $requests } запроса
       *[many] Ждут { $requests } запросов
    }
menu-decide-pairs =
    { $to_approve ->
        [one] Ждёт одобрения { $to_approve } пара
        [few] Ждут одобрения { $to_approve } пары
       *[many] Ждут одобрения { $to_approve } пар
    }
menu-decide-signals =
    { $signals ->
        [one] Обратите внимание: { $signals } сигнал
        [few] Обратите внимание: { $signals } сигнала
       *[many] Обратите внимание: { $signals } сигналов
    }
menu-decide-calls =
    { $calls ->
        [one] Ждёт ответа { $calls } просьба поговорить
        [few] Ждут ответа { $calls } просьбы поговорить
       *[many] Ждут ответа { $calls } просьб поговорить
    }
menu-quiet = Сейчас всё спокойно.
menu-next-button = Ближайшая встреча
menu-log-button = Отметить { $day }
menu-card-fill = Заполнить карточку
menu-ask-role = Хочу участвовать
menu-ask = Найти наставника
menu-my-request = Где мой запрос?
menu-log = Записать встречу
menu-plan = Назначить
menu-pairs = Мои пары · { $pairs }
menu-diary = Дневник
menu-card = Карточка
menu-requests =
    { $requests ->
        [0] Запросы
       *[other] Запросы · { $requests }
    }
menu-make-pair = Создать пару
menu-school-pairs =
    { $curated ->
        [0] Пары
       *[other] Пары · { $curated }
    }
menu-staff =
    { $decisions ->
        [0] Люди
       *[other] Люди · { $decisions }
    }
menu-week = Неделя
menu-signals =
    { $signals ->
        [0] Сигналы
       *[other] Сигналы · { $signals }
    }
menu-invite = Пригласить в программу
menu-propose = Коллеге нужен наставник
menu-settings = Настройки
menu-tap-only = Здесь нужна кнопка: выберите её под сообщением ниже. Всё остальное — в меню: /menu
menu-cancelled = Хорошо, остановились. Ничего не изменилось.
menu-help-stranger =
    «Наставник» помогает школе вести программу наставничества: найти наставника, договориться о встрече, ничего не забыть.

    Есть ссылка от куратора? Откройте её. Нет — начните с /start и выберите школу.
menu-help =
    Всё, что можно сделать, есть в меню: /menu

    Прервать начатое — /cancel. Язык — /language. Ваши данные и согласие — /privacy.
    О том, что требует ответа, сообщу: кнопки под сообщением работают и через неделю. Если что-то не так, подойдите к куратору школы.
