command-menu = Меню: что можно сделать
command-help = Как пользоваться ботом
command-cancel = Прервать и вернуться в меню
command-language = Язык · Language
command-privacy = Ваши данные и согласие
