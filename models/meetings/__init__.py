"""Plan, move, cancel, log, the diary."""
