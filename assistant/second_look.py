"""The second look at what a message was taken for: is it a question of ours, and is the likeliest topic right?

Ten signals of the first look (probabilities, names found, length) enter two logistic models.
Their weights are few, so they were fitted on held-out questions, where the first look is as
unsure as in service (`make second-look`; docs/decisions/0023). The second of them is the
confidence a turn reports.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log
from pathlib import Path

import numpy as np

from assistant.meaning import LEAST, log_odds

WEIGHTS = Path(__file__).with_name("second_look.json")
SIGNALS = (
    "question",
    "out of scope",
    "likeliest topic",
    "three likeliest topics",
    "follow-up",
    "a name of ours",
    "names of other things",
    "length",
    "asks for advice",
    "the likeliest topic's name",
)
_MOST_WORDS, _WORDS_UNIT, _MOST_NAMES = 60, 20, 2


@dataclass(frozen=True)
class Names:
    """What the words themselves tell: the weight of the name found for each topic, others' names, the length."""

    found: Mapping[str, float]
    elsewhere: int
    words: int


def signals(
    topics: Mapping[str, float], intents: Mapping[str, float], question: float, same: float, names: Names
) -> np.ndarray:
    """Return what the second look goes by, shape (10,), in the order of SIGNALS.

    `topics` are probabilities without the follow-up's, whose is `same`; `question` is the sum over asking intents.
    """
    ranked = sorted(topics, key=topics.__getitem__, reverse=True)[:3]
    return np.array(
        [
            log_odds(question),
            log_odds(intents["out_of_scope"]),
            log(topics[ranked[0]] + LEAST),
            log(sum(topics[topic] for topic in ranked) + LEAST),
            same,
            float(any(names.found.values())),
            min(_MOST_NAMES, names.elsewhere),
            min(_MOST_WORDS, names.words) / _WORDS_UNIT,
            log_odds(intents["ask_personal_advice"]),
            names.found.get(ranked[0], 0.0),
        ]
    )


@dataclass(frozen=True)
class SecondLook:
    """Two logistic models over the signals: each its weights, the last one the constant."""

    ours: tuple[float, ...]
    right: tuple[float, ...]

    @classmethod
    def load(cls, path: Path = WEIGHTS) -> SecondLook:
        """Return the weights of a file; raises ValueError if they are of other signals."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        if tuple(stored["signals"]) != SIGNALS:
            raise ValueError(f"{path.name} is of other signals; fit it anew with `make second-look`")
        return cls(tuple(stored["ours"]), tuple(stored["right"]))

    def save(self, path: Path = WEIGHTS) -> None:
        """Write the weights with the names of what they weigh."""
        kept = {"signals": list(SIGNALS), "ours": list(self.ours), "right": list(self.right)}
        path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")

    def is_ours(self, seen: np.ndarray) -> float:
        """Return how likely a message is a question of ours."""
        return _logistic(self.ours, seen)

    def is_right(self, seen: np.ndarray) -> float:
        """Return how likely it is one, and about the likeliest topic."""
        return _logistic(self.right, seen)


def _logistic(weights: tuple[float, ...], seen: np.ndarray) -> float:
    return 1 / (1 + exp(-float(np.dot(weights[:-1], seen)) - weights[-1]))
