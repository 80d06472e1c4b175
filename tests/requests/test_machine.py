"""The machine of requests is the one of the reference: what is not listed is refused without a change."""

import pytest

from models.errors import ProgrammeError
from models.requests.states import REQUEST, RequestState

EVENTS = sorted({event for _, event, _ in REQUEST})


@pytest.mark.parametrize("state", list(RequestState))
def test_it_refuses_whatever_is_not_listed(state: RequestState) -> None:
    for event in EVENTS:
        if REQUEST.allows(state, event):
            assert REQUEST.after(state, event) in RequestState
            continue
        with pytest.raises(ProgrammeError, match="error-state"):
            REQUEST.after(state, event)


def test_it_ends_where_the_reference_says() -> None:
    ends = {state for state in RequestState if REQUEST.is_terminal(state)}
    assert {end.value for end in ends} == {
        "FULFILLED",
        "PARTLY_FULFILLED",
        "UNFULFILLED",
        "REJECTED",
        "WITHDRAWN",
        "EXPIRED",
    }
