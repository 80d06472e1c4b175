"""Every risk signal is one function here: the only definition of its condition (§12)."""
