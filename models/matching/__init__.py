"""Pure functions: hard rules, the score with its reasons, the ranking."""
