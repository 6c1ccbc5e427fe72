"""One feeling: how people say it, and replies after NURSE: name, understand, respect, support, explore."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answers.document import read_yaml
from answers.errors import Problem, nearest

FIELDS = {
    "title": "The feeling in a word or two.",
    "says": "How people say it.",
    "replies": "What is said back, several ways.",
    "see": "Addresses that may help.",
}
PARTS = ("name", "understand", "respect", "support", "explore")


@dataclass(frozen=True)
class Feeling:
    """A feeling, how it is said, and what is said back: each reply has the five parts of NURSE, in order."""

    id: str
    path: str
    title: str
    says: tuple[str, ...]
    replies: tuple[tuple[str, ...], ...]
    see: tuple[str, ...]


def read_feeling(path: Path, shown: str) -> tuple[Feeling | None, list[Problem]]:
    """Return one feeling file as a Feeling, or None with everything that is wrong in it."""
    data, problems = read_yaml(path, shown)
    if problems:
        return None, problems
    problems = [Problem(shown, 1, message) for message in _wrong(data)]
    if problems:
        return None, problems
    replies = tuple(tuple(str(reply[part]).strip() for part in PARTS) for reply in data["replies"])
    says = tuple(str(line).strip() for line in data["says"])
    return Feeling(path.stem, shown, str(data["title"]), says, replies, tuple(data["see"])), []


def _wrong(data: Any) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "is no list of fields"
        return
    for name in data.keys() - FIELDS.keys():
        yield f'unknown field "{name}"{nearest(name, FIELDS)}'
    for name in FIELDS:
        if not data.get(name):
            yield f'the field "{name}" is missing: {FIELDS[name]}'
    for number, reply in enumerate(data.get("replies") or (), start=1):
        lacking = [part for part in PARTS if not (isinstance(reply, dict) and reply.get(part))]
        if lacking:
            yield f"reply {number} lacks {', '.join(lacking)}"
