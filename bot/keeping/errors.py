"""Why a copy could not be made or put back."""


class KeepingError(Exception):
    """One sentence for whoever runs the programme; nothing was changed when it was raised."""


class BusyError(KeepingError):
    """Another process is at it just now."""
