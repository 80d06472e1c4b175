"""Refusals as Telegram words them."""


class ApiError(Exception):
    """A refused request.

    code: the HTTP status and `error_code`; description: Telegram's text;
    parameters: `retry_after` (seconds), `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


def bad_request(reason: str) -> ApiError:
    """400, what most mistakes of a bot are answered with."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403, the person or the group does not want the bot."""
    return ApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> ApiError:
    """409, two ways of receiving updates exclude each other."""
    return ApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int) -> ApiError:
    """429, the flood limit; the bot has to wait for the given seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class PersonError(Exception):
    """Something that a person cannot do in a messenger, such as tapping a button that is not on the screen."""
