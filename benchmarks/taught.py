"""How much the guide was taught, and from what: counts for the safety card."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from answers.document import load_yaml
from answers.library import Library


@dataclass(frozen=True)
class Taught:
    """How many examples of each kind it learned from."""

    questions: int
    phrasings: int
    look_alikes: int
    others: int


def taught(library: Library, data: Path) -> Taught:
    """Count what a library and the data folder teach."""
    signs = library.signs.values()
    return Taught(
        questions=sum(len(asked) for topic in library.topics.values() for asked in topic.questions.values()),
        phrasings=sum(len(sign.phrasings) for sign in signs),
        look_alikes=sum(len(sign.look_alikes) for sign in signs),
        others=sum(_examples(path) for path in sorted((data / "nlu").glob("*.yml"))),
    )


def _examples(path: Path) -> int:
    blocks = load_yaml(path.read_text(encoding="utf-8"))["nlu"]
    return sum(
        line.startswith("- ") for block in blocks if "intent" in block for line in block["examples"].splitlines()
    )
