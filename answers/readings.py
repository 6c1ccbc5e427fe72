"""The second reading: for which words of a section an independent reader found each sentence in its facts."""

from __future__ import annotations

from pathlib import Path

from answers.document import read_yaml
from answers.errors import Problem

FILE = "readings.yml"
DIGITS = 16
"""How many digits of a section's hash a reading keeps."""


def read_readings(path: Path, shown: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the hash that was read at each address, and what is wrong with the file."""
    if not path.exists():
        return {}, []
    data, problems = read_yaml(path, shown)
    if data is not None and not isinstance(data, dict):
        return {}, [*problems, Problem(shown, 1, "is no list of `address: hash` lines")]
    return {str(address): str(digest) for address, digest in (data or {}).items()}, problems


def write_readings(path: Path, readings: dict[str, str]) -> None:
    """Write the readings, one address a line."""
    head = "# What the second reading found supported, sentence by sentence: the hash of the words as they were read.\n"
    lines = [f'"{address}": "{digest}"\n' for address, digest in sorted(readings.items())]
    path.write_text(head + "".join(lines), encoding="utf-8")
