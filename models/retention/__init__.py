"""How long things are kept (reference.md §13, «Retention»): then words and ties to a person go, and the counts stay."""
