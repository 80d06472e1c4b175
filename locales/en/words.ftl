words-today = today
words-tomorrow = tomorrow
words-yesterday = yesterday
words-several = { $first } and { $more } more
words-pupil = a pupil (the school sees the name)
words-both = { $one } — { $other }
