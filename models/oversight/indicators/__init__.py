"""The numbers of a programme: each defined once, counted by one query, and opened into the list behind it."""
