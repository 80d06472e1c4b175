"""Figures for Prometheus. Labels are closed sets of our own words: nothing of a person ever becomes one."""

from collections.abc import Mapping
from itertools import product
from math import nan
from typing import TypeVar

from aiogram.types import Update
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

from bot.observer import Handled, Observer
from bot.outcomes import Outcome
from bot.polling import ALLOWED_UPDATES
from bot.web.standing import Standing
from models.oversight.states import SignalCode

KINDS = (*ALLOWED_UPDATES, "other")
SENDS = ("sent", *Outcome)
LATENCIES = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
WAITS = (0.01, 0.05, 0.1, 0.5, 1, 5, 30)
M = TypeVar("M", Counter, Histogram)


class Metrics(Observer):
    """Counts what the process does, and shows it with what waits in the database."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._updates = self._counter("updates", "Tries to handle an update", kind=KINDS, outcome=tuple(Handled))
        self._latency = self._histogram("update_seconds", "From the dispatcher to the done-mark", LATENCIES, kind=KINDS)
        self._sends = self._counter("sends", "Requests with a notice", outcome=SENDS)
        self._waits = self._histogram("limiter_wait_seconds", "What a notice waited for its turn", WAITS)
        self._database = self._gauge("database_answers", "Whether the database let its figures be read")
        self._inbox = self._gauge("inbox_waiting", "Updates that are stored and not done")
        self._inbox_age = self._gauge("inbox_oldest_seconds", "How long the oldest of them waits")
        self._outbox = self._gauge("outbox_waiting", "Notices that are still to leave")
        self._due = self._gauge("outbox_due", "Those of them whose time has come")
        self._outbox_age = self._gauge("outbox_oldest_seconds", "How long the oldest of these is due")
        self._signals = self._gauge("open_signals", "What may need a curator", "code")

    def handled(self, update: Update, outcome: Handled) -> None:
        """Counts it by kind and outcome."""
        self._updates.labels(kind_of(update), outcome).inc()

    def took(self, update: Update, seconds: float) -> None:
        """Notes the latency by kind."""
        self._latency.labels(kind_of(update)).observe(seconds)

    def sent(self, outcome: str) -> None:
        """Counts it by outcome."""
        self._sends.labels(outcome).inc()

    def waited(self, seconds: float) -> None:
        """Notes the wait."""
        self._waits.observe(seconds)

    def show(self, standing: Standing | None) -> bytes:
        """All figures as text; what could not be read of the database is «not a number», never an old one."""
        self._database.set(standing is not None)
        self._inbox.set(standing.inbox if standing else nan)
        self._inbox_age.set(standing.inbox_age if standing else nan)
        self._outbox.set(standing.outbox if standing else nan)
        self._due.set(standing.outbox_due if standing else nan)
        self._outbox_age.set(standing.outbox_age if standing else nan)
        for code in SignalCode:
            self._signals.labels(code).set(standing.signals.get(code, 0) if standing else nan)
        return generate_latest(self._registry)

    def _counter(self, name: str, meaning: str, **labels: tuple[str, ...]) -> Counter:
        return from_zero(Counter(f"nastavnik_{name}", meaning, tuple(labels), registry=self._registry), labels)

    def _histogram(self, name: str, meaning: str, buckets: tuple[float, ...], **labels: tuple[str, ...]) -> Histogram:
        return from_zero(
            Histogram(f"nastavnik_{name}", meaning, tuple(labels), buckets=buckets, registry=self._registry), labels
        )

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"nastavnik_{name}", meaning, labels, registry=self._registry)


def from_zero(metric: M, labels: Mapping[str, tuple[str, ...]]) -> M:
    """The metric with all its labels there from the beginning: only so the first failure shows as a rise."""
    if labels:
        for values in product(*labels.values()):
            metric.labels(*values)
    return metric


def kind_of(update: Update) -> str:
    """The kind of an update, in a word of the closed set."""
    return next((kind for kind in ALLOWED_UPDATES if getattr(update, kind) is not None), "other")
