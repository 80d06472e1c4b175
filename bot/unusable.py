"""What ends a command that cannot use its database."""


class UnusableError(Exception):
    """The database cannot be used; says why in one sentence, which shows no password."""
