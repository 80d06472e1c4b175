"""What a school hands in once a year: data on pairs, May statistics, the yearly note; and what comes of it above."""
