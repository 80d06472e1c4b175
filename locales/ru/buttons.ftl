menu-button = Меню
back-button = Назад
page-before = ‹ Раньше
page-after = Дальше ›
item-button = { $title }
menu-unexpected = Не получилось понять это сообщение. Всё, что можно сделать, есть в меню.
