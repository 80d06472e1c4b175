# Моя справка
papers-statement-menu-button = Моя справка
papers-statement-period =
    <b>Справка для комиссии</b>

    В ней ваши пары, состоявшиеся встречи и время за выбранный срок. Отзывов и оценок в ней нет. Подтверждает куратор.
papers-span-year = Учебный год: { $first } — { $last }
papers-span-half = Полугодие: { $first } — { $last }
papers-span-quarter = Четверть: { $first } — { $last }
papers-span-last-quarter = Прошлая четверть: { $first } — { $last }
papers-months-button = Выбрать месяцы
papers-mine-button = Мои справки · { $count }
papers-statement-months =
    За какие месяцы? Коснитесь одного месяца или первого и последнего.{ $has_period ->
        [0] {""}
       *[other] {" "}Выбрано: { $period }
    }
papers-month =
    { $chosen ->
        [1] ✓ { $month }
       *[other] { $month }
    }
papers-months-ready-button = Дальше
papers-statement-review =
    <b>Проверьте справку</b>

    { $figures }

    { $has_curator ->
        [1] Подтверждает куратор: { $curator }
       *[other] Куратора сейчас нет: справка подождёт.
    }
papers-statement-none =
    { $period }: состоявшихся встреч пока не записано.

    Запишите встречи в меню или выберите другой срок.
papers-send-button = Отправить куратору
papers-figures =
    { $period }
    { $pairs ->
        [one] { $pairs } пара
        [few] { $pairs } пары
       *[other] { $pairs } пар
    }, { $meetings ->
        [one] { $meetings } встреча
        [few] { $meetings } встречи
       *[other] { $meetings } встреч
    }, { $hours }{ $completed ->
        [0] {""}
       *[other] , завершено пар: { $completed }
    }
    { $lines }
papers-lines =
    { $lines }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    }
papers-pair-line = { $name } · { $meetings ->
        [one] { $meetings } встреча
        [few] { $meetings } встречи
       *[other] { $meetings } встреч
    }, { $hours }
papers-sent =
    { $has_curator ->
        [1] ✅ Справка у куратора: { $curator }
       *[other] ✅ Справка ждёт куратора школы.
    }
    После подтверждения она получит номер и больше не изменится. Я сообщу.
papers-file-button = Файл
papers-statement-mine =
    <b>Мои справки</b>

    Коснитесь строки, чтобы получить файл.
papers-mine-line = { $first } — { $last } · { $state ->
        [ACCEPTED] № { $number }
        [RETURNED] вопрос куратора
       *[other] у куратора
    }
papers-signed-own =
    ✅ Справка подтверждена: № { $number }
    { $period }. Подтверждает: { $curator }

    Распечатайте файл: подпись на бумаге ставит куратор.
papers-signed =
    ✅ Подтверждено: справка № { $number }, { $mentor }
    { $period }. Наставнику придёт сообщение с файлом.
papers-returned =
    Вопрос куратора к справке за { $period }:
    «{ $question }»

    Если в записях чего-то не хватает, дополните их и отправьте справку ещё раз.

# Куратор о справке
papers-asked =
    <b>Справка наставника: { $mentor }</b>

    { $figures }

    После подтверждения она получит номер и больше не изменится.
papers-asked-changed =
    <b>Записи изменились, вот новые числа: { $mentor }</b>

    { $figures }

    Подтверждаете эти?
papers-sign-button = Подтвердить
papers-ask-button = Вопрос наставнику
papers-question =
    <b>Вопрос наставнику: { $mentor }</b>

    Напишите одним сообщением. Прочтёт только наставник.
papers-question-sent = Вопрос отправлен: { $mentor }

# Документы куратора
papers-menu-button = Документы
papers-main =
    <b>Документы · { $school }</b>

    Файлы составляются из того, что есть в программе сейчас.
papers-orders-button = Приказы
papers-report-button = Отчёт за месяц
papers-list-button = Список пар (Excel)
papers-list-word-button = Список пар (Word)
papers-list-paper-file = Список пар { $date }.docx
papers-statements-button = Справки наставников · { $count }
papers-orders =
    <b>Какой приказ составить?</b>

    Номер и дату впишет школа.
papers-order-introduce = О внедрении наставничества
papers-order-plan = Об утверждении плана
papers-order-regulation = Об утверждении Положения
papers-order-curator-mentors = О назначении куратора и наставников
papers-order-pairs = О формировании пар
papers-order-final-event = Об итоговом мероприятии
papers-which =
    <b>{ $kind }</b>

    Какие пары назвать? Всего { $total }, без номера приказа { $waiting }.
papers-which-none =
    <b>{ $kind }</b>

    Утверждённых пар пока нет. Создайте пару в меню, и приказ составится.
papers-which-waiting-button = Все без приказа · { $count }
papers-which-all-button = Все · { $total }
papers-which-choose-button = Выбрать
papers-choose = Отметьте пары, которые войдут в приказ. Выбрано: { $count }
papers-choose-ready-button = Составить · { $count }
papers-number-button = Внести номер
papers-order-caption = { $title }. Проект: проверьте и распечатайте.
papers-order-caption-pairs =
    { $title }, пар: { $n }. Проект: проверьте и распечатайте.
    Когда приказ подпишут, внесите номер и дату: они встанут именно этим парам.
papers-order-file = { $title } { $date }.docx
papers-report-month = <b>За какой месяц отчёт?</b>
papers-report-file = Отчёт { $month }.{ $form }
papers-report-form-button =
    { $sheet ->
        [1] Файл: Excel
       *[0] Файл: Word
    }
papers-report-caption = Отчёт за { $month }, { $school }. Пар: { $n }
papers-list-file = Список пар { $date }.xlsx
papers-list-caption = Список пар, { $school }. Строк: { $n }
papers-statements =
    <b>Справки ждут подтверждения: { $total }</b>

    Коснитесь строки, чтобы увидеть числа.
papers-statements-none = Справок на подтверждение сейчас нет.
papers-statement-line = { $mentor } · { $first } — { $last }

# Слова на бумаге
papers-period = { $first } — { $last }
papers-moment = { $date }, { $time }
papers-hours =
    { $minutes ->
        [0] { $hours } ч
       *[other] { $hours ->
            [0] { $minutes } мин
           *[other] { $hours } ч { $minutes } мин
        }
    }
papers-completed = завершена { $date }
papers-order-number = № { $number } от { $date }
papers-statement-number = № { $number } от { $date }
papers-statement-signed-line = Подтверждено куратором в программе: { $signer }, { $date }
papers-statement-draft-line = Проект: подтверждения куратора ещё нет.
papers-statement-file = Справка { $mentor } { $first }-{ $last }.docx
papers-statement-file-draft = Справка (проект) { $mentor } { $first }-{ $last }.docx
papers-statement-caption = Справка для комиссии. Подпись на бумаге ставит куратор.
papers-statement-caption-draft = Проект справки: куратор пока не подтвердил.
papers-mentees = Наставляемые
papers-mentors = Наставники
papers-share = { $answered } из { $asked } ({ $share } %)
papers-few-forms = мало данных (анкет: { $asked })
papers-few = мало данных
papers-mean = { $mean } (ответов: { $n })
papers-counted =
    { $what ->
        [PAIRS] { $n ->
            [one] { $n } пара
            [few] { $n } пары
           *[many] { $n } пар
        }
        [SCHOOLS] { $n ->
            [one] { $n } школа
            [few] { $n } школы
           *[many] { $n } школ
        }
       *[FIGURES] { $n ->
            [one] { $n } показатель
            [few] { $n } показателя
           *[many] { $n } показателей
        }
    }
papers-months-title = Встречи по месяцам
papers-month-column =
    { $column ->
        [month] Месяц
        [planned] По плану
        [held] Состоялось
       *[no_show] Не состоялось
    }
papers-report-sheet = Отчёт за месяц
papers-report-number = Число
papers-report-row =
    { $row ->
        [pairs] Пар на день составления
        [completed] Завершили работу за месяц
        [held] Встреч состоялось
        [planned] Встреч по плану
        [requests_in] Запросов подано
        [matched] Запросов с наставником
        [waiting] Запросов ждёт
        [signals_opened] Сигналов о трудностях открыто
       *[signals_closed] Сигналов снято
    }
papers-report-answers = Ответы: { $who }
papers-report-mean = Средняя (из 5): { $who }
papers-list-title = Пары
papers-list-scope = Охват
papers-list-period = Период
papers-list-now = на день составления
papers-list-made = Составлено
papers-list-n = Учтено
papers-list-mentee = Наставляемый
papers-list-mentor = Наставник
papers-list-form = Форма
papers-list-state = Состояние
papers-list-began = Утверждена
papers-list-order = Приказ №
papers-list-order-date = Дата приказа
papers-list-held = Встреч состоялось
papers-list-last = Последняя встреча

error-paper-period = За такой срок справку составить нельзя. Выберите другой: «Моя справка» в меню.
error-paper-no-pairs = В приказ не попала ни одна пара. Отметьте хотя бы одну.
error-statement-empty = За этот срок нет записанных встреч. Запишите их или выберите другой срок.
error-statement-own = Свою справку подтверждает другой куратор или уровень выше.
error-statement-question = Напишите вопрос словами, до { $most } знаков.

# Шаблоны школы
papers-templates-button = Шаблоны
papers-templates =
    <b>Шаблоны документов</b>

    Документ можно оформить по-своему: скачайте шаблон, поправьте в Word и пришлите сюда.
papers-template-name =
    { $own ->
        [1] ✓ {""}
       *[0] {""}
    }{ $name ->
        [ORDER_INTRODUCE] Приказ о внедрении
        [ORDER_PLAN] Приказ о плане
        [ORDER_REGULATION] Приказ о Положении
        [ORDER_CURATOR_MENTORS] Приказ о кураторе и наставниках
        [ORDER_PAIRS] Приказ о парах
        [ORDER_FINAL_EVENT] Приказ об итогах
        [REPORT] Отчёт за месяц
        [PAIR_LIST] Список пар
        [INDICATORS] Показатели
       *[YEAR_NOTE] Справка за год
    }
papers-template =
    <b>{ $title }: шаблон</b>

    { $own ->
        [1] Сейчас документ составляется по шаблону школы.
       *[0] Сейчас документ составляется по общему шаблону.
    }
    Слова в двойных скобках бот заменит данными, их не меняйте; всё остальное можно. Пришлите документ Word до 1 МБ.
papers-template-house-button = Скачать общий шаблон
papers-template-own-button = Скачать свой
papers-template-reset-button = Вернуть общий
papers-template-file = Шаблон { $title }.docx
papers-template-caption = Поправьте в Word и пришлите сюда. Слова в двойных скобках оставьте как есть.
papers-template-replaced = ✅ { $title }: теперь по шаблону школы. Вернуть общий можно здесь же.
papers-template-is-reset = Снова общий шаблон.
error-template-field = В шаблоне есть поле, которого бот не знает: { $field }. Сравните с общим шаблоном и пришлите ещё раз.
error-template-construction = В шаблоне есть то, чего бот не выполняет: { $field }. Оставьте только поля, списки и условия общего шаблона.
error-template-active = В файле есть макросы, вложения или ссылки на другие файлы. Сохраните его как обычный .docx без них.
error-template-large = Файл великоват: шаблон может быть до 1 МБ. Уменьшите картинки и пришлите ещё раз.
error-template-broken = Скобки в шаблоне не сходятся: { $field }. Сравните с общим шаблоном и пришлите ещё раз.
error-template-foreign = Это не документ Word. Пришлите файл .docx.
error-paper-slow = Файл составляется слишком долго. Попробуйте ещё раз через несколько минут.
