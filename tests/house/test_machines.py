"""Every machine of the programme against the oracle `statemachines.json`, and every wrong event refused."""

import json
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

import models
from models.errors import ProgrammeError
from models.lifecycle import Lifecycle

ORACLE = json.loads((Path(__file__).parent / "statemachines.json").read_text(encoding="utf-8"))


def machines() -> dict[str, Lifecycle]:
    """All machines that stand in models/*/states.py, by name."""
    names = [info.name for info in pkgutil.walk_packages(models.__path__, "models.") if info.name.endswith(".states")]
    found = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, Lifecycle)]
    return {machine.name: machine for machine in found}


MACHINES = machines()
every_machine = pytest.mark.parametrize("name", sorted(MACHINES))
EVENTS = sorted({step["event"] for machine in ORACLE.values() for step in machine["transitions"]} | {"", "forged"})


def test_it_has_the_machines_of_the_programme() -> None:
    wanted = {"MentoringRequest", "MentorProfile", "Mentorship", "Meeting", "FeedbackForm", "RiskSignal", "Consent"}
    assert wanted <= MACHINES.keys() <= ORACLE.keys()


@every_machine
def test_it_has_just_the_transitions_of_the_oracle(name: str) -> None:
    wanted = {(step["from"], step["event"], step["to"]) for step in ORACLE[name]["transitions"]}
    assert {(source.value, event, target.value) for source, event, target in MACHINES[name]} == wanted


@every_machine
def test_it_begins_and_ends_where_the_oracle_says(name: str) -> None:
    machine = MACHINES[name]
    states = type(machine.initial)
    assert machine.initial.value == ORACLE[name]["initial"]
    # A submitted form is done with for its person, yet a voided meeting takes it along: the oracle lists both.
    left_once_more = {step["from"] for step in ORACLE[name]["transitions"]}
    ends = {state.value for state in states if machine.is_terminal(state)}
    assert ends == set(ORACLE[name]["terminal"]) - left_once_more


@every_machine
def test_it_names_no_state_that_cannot_be_reached(name: str) -> None:
    machine = MACHINES[name]
    reached = {machine.initial, *(target for _, _, target in machine)}
    assert set(type(machine.initial)) == reached


@every_machine
def test_it_moves_by_listed_events_and_refuses_all_others_without_a_change(name: str) -> None:
    machine = MACHINES[name]
    steps = {(step["from"], step["event"]): step["to"] for step in ORACLE[name]["transitions"]}

    class Walk(RuleBasedStateMachine):
        @initialize()
        def begin(self) -> None:
            self.state, self.wanted = machine.initial, ORACLE[name]["initial"]

        @rule(event=st.sampled_from(EVENTS))
        def happen(self, event: str) -> None:
            target = steps.get((self.wanted, event))
            assert machine.allows(self.state, event) is (target is not None)
            if target is None:
                with pytest.raises(ProgrammeError) as refused:
                    machine.after(self.state, event)
                assert refused.value.key == "error-state"
            else:
                self.state, self.wanted = machine.after(self.state, event), target

        @rule(number=st.integers(0, 20))
        def happen_as_listed(self, number: int) -> None:
            listed = [event for source, event in steps if source == self.wanted]
            if listed:
                self.happen(listed[number % len(listed)])

        @invariant()
        def stands_where_the_oracle_says(self) -> None:
            assert getattr(self, "state", machine.initial).value == getattr(self, "wanted", ORACLE[name]["initial"])

    run_state_machine_as_test(Walk, settings=settings(max_examples=30, stateful_step_count=20))
