words-today = today
words-tomorrow = tomorrow
words-yesterday = yesterday
