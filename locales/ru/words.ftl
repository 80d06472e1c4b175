words-today = сегодня
words-tomorrow = завтра
words-yesterday = вчера
