"""What ends a command, in one sentence for whoever runs the programme."""


class UnusableError(Exception):
    """A setting, a database or a copy cannot be used; says why and what to do, and shows no password."""


class BusyError(UnusableError):
    """Another process is at it just now."""
