"""A report as it is printed."""

from collections.abc import Iterable, Mapping, Sequence

from tests.bench.figures import Figure, Report

HEAD = ("figure", "value", "goal", "", "n")


def printed(report: Report, facts: Mapping[str, str]) -> str:
    """The table, the remarks, and the facts of the machine below it."""
    rows = [HEAD, *(_row(figure) for figure in report.figures)]
    parts = [report.title, "", *_aligned(rows), ""]
    parts += [f"* {remark}" for remark in report.remarks]
    parts += [", ".join(f"{name} {value}" for name, value in facts.items())]
    return "\n".join(parts)


def _row(figure: Figure) -> tuple[str, ...]:
    value = f"{figure.value:.3g}" if abs(figure.value) < 100 else f"{figure.value:,.0f}"
    return figure.what, f"{value} {figure.unit}".strip(), figure.goal, figure.verdict, figure.n


def _aligned(rows: Sequence[Sequence[str]]) -> Iterable[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
