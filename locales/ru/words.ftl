words-today = сегодня
words-tomorrow = завтра
words-yesterday = вчера
words-several = { $first } и ещё { $more }
words-pupil = ученик (имя видит школа)
words-both = { $one } — { $other }
