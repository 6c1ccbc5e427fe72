"""Answers that are stopped: one address a line, in force within a minute on a running server."""

from __future__ import annotations

from pathlib import Path

import yaml

from answers.document import read_yaml
from answers.errors import Problem

FILE = "stopped.yml"


def read_stops(path: Path, shown: str) -> tuple[dict[str, str], list[Problem]]:
    """Return why each stopped address is stopped, and what is wrong with the file."""
    if not path.exists():
        return {}, []
    data, problems = read_yaml(path, shown)
    if data is not None and not isinstance(data, dict):
        return {}, [*problems, Problem(shown, 1, "is no list of `address: why` lines")]
    return {str(address): str(why) for address, why in (data or {}).items()}, problems


def write_stops(path: Path, stops: dict[str, str]) -> None:
    """Write the stopped addresses."""
    path.write_text(yaml.safe_dump(dict(sorted(stops.items())), allow_unicode=True, width=1000), encoding="utf-8")
