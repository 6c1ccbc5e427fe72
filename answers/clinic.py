"""The clinic that runs the guide: its name, its nurse line, and the numbers of its country."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from answers.document import read_yaml
from answers.errors import Problem, nearest

_FIELDS = {"name", "country", "nurse_line", "hours", "only_signed", "keep_unanswered", "numbers"}
_REQUIRED = ("name", "country", "nurse_line", "hours")


@dataclass(frozen=True)
class Clinic:
    """What notices may say about the clinic; also the closed set of placeholders in a section."""

    name: str
    country: str
    nurse_line: str
    hours: str
    emergency: str
    crisis: str
    only_signed: bool = False
    keep_unanswered: bool = True


PLACEHOLDERS = frozenset(field.name for field in fields(Clinic)) - {"only_signed", "keep_unanswered"}


def read_clinic(folder: Path, shown: str) -> tuple[Clinic | None, list[Problem]]:
    """Return the clinic of `clinic.yml` with the numbers of `countries.yml`, or what is wrong."""
    own, problems = read_yaml(folder / "clinic.yml", f"{shown}/clinic.yml")
    countries, more = read_yaml(folder / "countries.yml", f"{shown}/countries.yml")
    problems += more
    if problems:
        return None, problems
    where = f"{shown}/clinic.yml"
    for name in own.keys() - _FIELDS:
        problems.append(Problem(where, 1, f'unknown field "{name}"{nearest(name, _FIELDS)}'))
    problems += [Problem(where, 1, f'the field "{name}" is missing') for name in _REQUIRED if not own.get(name)]
    if own.get("country") not in countries:
        known = ", ".join(countries)
        problems.append(Problem(where, 1, f'unknown country "{own.get("country")}"; known: {known}'))
    for name, wanted in (("emergency", list), ("crisis", list)):
        if name in (own.get("numbers") or {}) and not isinstance(own["numbers"][name], wanted):
            problems.append(Problem(where, 1, f'"numbers: {name}" is not a list, such as [911]'))
    if problems:
        return None, problems
    numbers = {**countries[own["country"]], **(own.get("numbers") or {})}
    return (
        Clinic(
            name=own["name"],
            country=own["country"],
            nurse_line=own["nurse_line"],
            hours=own["hours"],
            emergency=" or ".join(map(str, numbers["emergency"])),
            crisis=_crisis(numbers["crisis"][0]),
            only_signed=bool(own.get("only_signed")),
            keep_unanswered=bool(own.get("keep_unanswered", True)),
        ),
        [],
    )


def _crisis(line: dict[str, Any]) -> str:
    contact = str(line["contact"]).split(";")[0].strip()
    verb = "" if contact.split()[0] in ("call", "text") else "call "
    return f"{verb}{contact} ({line['name']})"
