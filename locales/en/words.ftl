words-today = today
words-tomorrow = tomorrow
words-yesterday = yesterday
words-several = { $first } and { $more } more
