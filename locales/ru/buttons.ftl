menu-button = Меню
back-button = Назад
menu-unexpected = Не получилось понять это сообщение. Всё, что можно сделать, есть в меню.
