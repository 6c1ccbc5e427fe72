"""One red-flag sign: what it is, how people tell of it, and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answers.document import read_yaml
from answers.errors import Problem, nearest

LEVELS = ("emergency", "crisis", "urgent")
FIELDS = {
    "level": "One of emergency, crisis, urgent.",
    "say": "The sign in plain words, to stand after “You wrote about”.",
    "sign": "The sign as the protocol words it.",
    "why": "Why it matters with kidney cancer or its treatment.",
    "applies": "To whom.",
    "level_by": "Whether a source or this protocol chose the level.",
    "related": "Addresses that tell more.",
    "do": "First aid, said after the numbers.",
    "note": "A remark for the clinicians who sign the protocol.",
    "patterns": "Lists of regular expressions; all of one list must be found close together.",
    "phrasings": "How people tell of it.",
    "look_alikes": "What only looks like it: text, kind, and the outcome it should have.",
}
_REQUIRED = ("level", "say", "sign", "why", "phrasings", "look_alikes")


@dataclass(frozen=True)
class LookAlike:
    """A text that must not raise this sign, and the outcome it should have instead."""

    text: str
    kind: str
    outcome: str


@dataclass(frozen=True)
class Sign:
    """A sign of the red-flag protocol. Its id is also the id of the fact behind it."""

    id: str
    level: str
    say: str
    why: str
    do: str
    related: tuple[str, ...]
    patterns: tuple[tuple[str, ...], ...]
    phrasings: tuple[str, ...]
    look_alikes: tuple[LookAlike, ...]


def read_sign(path: Path, shown: str) -> tuple[Sign | None, list[Problem]]:
    """Return one sign file as a Sign, or None with everything that is wrong in it."""
    data, problems = read_yaml(path, shown)
    if problems:
        return None, problems
    if not isinstance(data, dict):
        return None, [Problem(shown, 1, "is not a list of `field: value` lines")]
    found = [Problem(shown, 1, message) for message in _wrong(data)]
    if found:
        return None, found
    return (
        Sign(
            id=path.stem,
            level=data["level"],
            say=data["say"],
            why=data["why"],
            do=data.get("do") or "",
            related=tuple(data.get("related") or ()),
            patterns=tuple(tuple(parts) for parts in data.get("patterns") or ()),
            phrasings=tuple(map(str, data["phrasings"])),
            look_alikes=tuple(LookAlike(str(x["text"]), x["kind"], x["outcome"]) for x in data["look_alikes"]),
        ),
        [],
    )


def _wrong(data: Mapping[str, Any]) -> Iterator[str]:
    for name in data.keys() - FIELDS.keys():
        yield f'unknown field "{name}"{nearest(name, FIELDS)}'
    for name in _REQUIRED:
        if not data.get(name):
            yield f'the field "{name}" is missing: {FIELDS[name]}'
    if data.get("level") not in LEVELS:
        yield f'unknown level "{data.get("level")}"{nearest(data.get("level"), LEVELS)}'
