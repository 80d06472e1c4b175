"""Risk signals, numbers and the Monday digest."""
