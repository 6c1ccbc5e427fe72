"""What a peer says: the guide's exported sections and notices, and the report that ends a turn.

Imports the standard library alone, as `labels` does and for the same reason.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers.labels import UNSURE, is_address

STORE_VARIABLE = "PEER_STORE"
"""The environment variable that tells an action server where the store is."""
OFFERED = 3
"""How many choices follow an answer, or stand in for one."""


@dataclass(frozen=True)
class Store:
    """What can be said, and what each label that is no address means."""

    sections: Mapping[str, Mapping[str, Any]]
    """The exported sections, by address."""
    notices: Mapping[str, str]
    """The notice of each outcome."""
    outcomes: Mapping[str, str]
    """The outcome of each intent that asks no question."""
    aspects: Mapping[str, str]
    """The aspect that each other intent asks for, of the topic talked of last."""

    @classmethod
    def read(cls, path: Path) -> Store:
        """Return a store written by `benchmarks.peers.material`."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def text(self, label: str) -> str:
        """Return what is said to a message of this label: the section's brief, or the outcome's notice."""
        return self.sections[label]["brief"] if is_address(label) else self.notices[self.outcomes[label]]

    def title(self, address: str) -> str:
        """Return what a choice is called."""
        return self.sections[address]["title"]

    def followed_up(self, intent: str, topic: str | None) -> str:
        """Return the address a follow-up asks for, given the topic talked of last; UNSURE if there is none."""
        if not topic:
            return UNSURE
        asked = f"{topic}#{self.aspects[intent]}"
        return asked if asked in self.sections else f"{topic}#overview"

    def report(self, label: str, ranking: Sequence[str], confidence: float) -> dict[str, Any]:
        """Return what a turn ended in; choices are offered after an answer, and where the peer was not sure."""
        answers = [label] if is_address(label) else []
        others = [other for other in ranking if is_address(other) and other != label]
        return {
            "outcome": "answer" if answers else self.outcomes[label],
            "answers": answers,
            "offered": others[:OFFERED] if answers or label == UNSURE else [],
            "confidence": round(confidence, 3),
        }
