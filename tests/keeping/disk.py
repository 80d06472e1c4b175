"""A disk on which nothing fits any more."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager

SMALL = 16 * 1024


@contextmanager
def full_disk() -> Iterator[None]:
    """No file grows beyond a few pages: the machine itself refuses to write on."""
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
