"""The outbox: who must be told what and when, exactly one row for each."""
