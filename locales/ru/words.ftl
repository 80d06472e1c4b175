words-today = сегодня
words-tomorrow = завтра
words-yesterday = вчера
words-several = { $first } и ещё { $more }
