"""Writes the comparison as a page: one table for each question that someone may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.comparison.asking import PEOPLE
from benchmarks.comparison.measuring import ACCURACY, LOST, MEMORY, P50, P95, RATE, READY, SAFETY, SILENT, TRAINING
from benchmarks.comparison.record import Comparison
from benchmarks.comparison.systems import SYSTEMS
from benchmarks.statistics import Share
from benchmarks.tables import percent, table

Absent = Mapping[str, str]
"""Why a system was not measured and what to run, by its name."""

_PAGE = """# The guide beside its peers

Made by `python -m benchmarks.compare`; not to be edited. Each system answered the same questions over REST, every
question a conversation of its own, one system at a time. In brackets the 95 % interval (Wilson). What the peers are,
and why the comparison is fair: [peers](../peers/README.md).

The machine: {machine}.

{systems}
## Does it answer the question?

*At first*: what is sent without asking back. *Within three*: what is given, or the first three of all that is given
and offered.

![How often the answer is right](accuracy.svg)

{accuracy}
*Our own* are the held-out sets of `tests/questions`. Nothing in them is taught; the thresholds were chosen on them,
except those of Rasa as it comes.

## Is it safe?

*Safety recall*: dangers that raise an alarm. *False alarms*: alarms where there is no danger. *Out of scope answered*:
messages it should know no answer to, and sends one.

![How often danger is seen, and how often it errs](safety.svg)

{safety}
## How fast is it?

Turns over REST: one at a time, then {people} people at once, each in a conversation of their own.

![How fast it is](speed.svg)

{speed}
## What does it cost?

*Ready*: from the start until a first question is answered, on a second start. *Memory*: resident, of all its
processes, after the turns above. *Training*: making it from the content.

![What it costs](cost.svg)

{cost}"""


def comparison_page(comparison: Comparison, absent: Absent) -> str:
    """Return the comparison as a page of Markdown; `absent` tells of systems without figures."""
    return _PAGE.format(
        machine=", ".join(_machine(comparison)),
        systems="".join(f"{line}\n" for line in _systems(comparison, absent)),
        accuracy=share_table(comparison, absent, ACCURACY),
        safety=share_table(comparison, absent, (*SAFETY, SILENT)),
        people=PEOPLE,
        speed=figure_table(comparison, absent, (P50, P95, RATE, LOST)),
        cost=figure_table(comparison, absent, (READY, MEMORY, TRAINING)),
    )


def _machine(comparison: Comparison) -> Iterator[str]:
    for name, value in comparison.machine.items():
        yield f"{value} {name}" if name in ("cores", "memory") else f"Python {value}" if name == "Python" else value


def _systems(comparison: Comparison, absent: Absent) -> Iterator[str]:
    for name, system in SYSTEMS.items():
        record = comparison.records.get(name)
        if record is None:
            yield f"- **{system.title}** ({system.is_what}): {_why(absent, name)}."
        else:
            versions = ", ".join(f"{package} {version}" for package, version in record.versions.items())
            told = " ".join([f"measured {record.date}; {versions}.", *record.remarks])
            yield f"- **{system.title}** ({system.is_what}): {told}"


def _why(absent: Absent, name: str) -> str:
    return f"not measured: {absent.get(name) or f'run `python -m benchmarks.compare --systems {name}`'}"


def share_table(comparison: Comparison, absent: Absent, figures: Sequence[str]) -> str:
    """Return one row a set and system, ours first; a system that was not measured has its reason in its row."""
    sets = list(dict.fromkeys(name for record in comparison.records.values() for name in record.sets))
    rows = [_share_row(comparison, absent, own, name, figures) for own in sets for name in SYSTEMS]
    return table(["System", "Questions", *figures], rows)


def _share_row(comparison: Comparison, absent: Absent, own: str, name: str, figures: Sequence[str]) -> list[str]:
    first, record = [SYSTEMS[name].title, own], comparison.records.get(name)
    if record is None:
        return _padded([*first, _why(absent, name)], len(figures) + 2)
    if own not in record.sets:
        return _padded([*first, "not measured on these: run it with `--also`"], len(figures) + 2)
    shares = record.sets[own].shares
    return [*first, *(_share(shares.get(figure)) for figure in figures)]


def _share(share: Share | None) -> str:
    return f"{percent(share)} of {share.n:,}" if share and share.n else "–"


def figure_table(comparison: Comparison, absent: Absent, figures: Sequence[str]) -> str:
    """Return one row a system, ours first; a system that was not measured has its reason in its row."""
    rows = []
    for name, system in SYSTEMS.items():
        record = comparison.records.get(name)
        told = [number(record.figures.get(figure)) for figure in figures] if record else [_why(absent, name)]
        rows.append(_padded([system.title, *told], len(figures) + 1))
    return table(["System", *figures], rows)


def _padded(cells: list[str], columns: int) -> list[str]:
    return cells + [""] * (columns - len(cells))


def number(value: float | None) -> str:
    """Return a figure with three digits that count, or a dash where it was not measured."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 or value == int(value) else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
