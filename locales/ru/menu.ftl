menu-stranger =
    Здравствуйте! Это «Наставник», помощник программы наставничества вашей школы.

    Чтобы продолжить, познакомимся.
menu-hello =
    { $name }, { $part ->
        [morning] доброе утро
        [evening] добрый вечер
        [night] здравствуйте
       *[day] добрый день
    }!
menu-admission-waits =
    Участие подтверждает { $curator }. Как подтвердит, сообщу.
    Просили: { $asked_roles }
menu-no-role = Сейчас у вас нет роли в программе. { $organisation }
menu-card-wanted = Осталась карточка наставника: четыре касания, и она у куратора.
menu-card-waits = Карточка у куратора: { $curator }. Как подтвердит, сообщу.
menu-offers =
    { $offers ->
        [one] { $offers } предложение ждёт вашего ответа: оно выше в чате и в «Мои пары».
        [few] { $offers } предложения ждут вашего ответа: они выше в чате и в «Мои пары».
       *[many] { $offers } предложений ждут вашего ответа: они выше в чате и в «Мои пары».
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
        [one] { $decisions } человек ждёт вашего решения
        [few] { $decisions } человека ждут вашего решения
       *[many] { $decisions } человек ждут вашего решения
    }
menu-decide-requests =
    { $requests ->
        [one] { $requests } запрос ждёт наставника
        [few] { $requests } запроса ждут наставника
       *[many] { $requests } запросов ждут наставника
    }
menu-decide-pairs =
    { $to_approve ->
        [one] { $to_approve } пара ждёт утверждения
        [few] { $to_approve } пары ждут утверждения
       *[many] { $to_approve } пар ждут утверждения
    }
menu-decide-signals =
    { $signals ->
        [one] { $signals } сигнал просит внимания
        [few] { $signals } сигнала просят внимания
       *[many] { $signals } сигналов просят внимания
    }
menu-decide-calls =
    { $calls ->
        [one] { $calls } просьба ждёт вашего ответа
        [few] { $calls } просьбы ждут вашего ответа
       *[many] { $calls } просьб ждут вашего ответа
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
    { $attention ->
        [0] Сигналы
       *[other] Сигналы · { $attention }
    }
menu-figures = Показатели
menu-invite = Пригласить в программу
menu-tree = Кураторы
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
menu-making = Готовлю…
