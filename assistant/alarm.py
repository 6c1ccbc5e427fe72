"""Both halves of the safety screen together: the signs' patterns, and a classifier learned from phrasings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from assistant.encoder import shared_encoder
from assistant.meaning import Linear
from assistant.screen import Raised, Screen

RAISE_ABOVE = 0.25
"""The probability that a message tells of any sign, above which learning alone raises it.

Low, because a missed alarm costs more than anything; chosen on tests/questions (docs/decisions/0006).
"""
EMERGENCY_SHARE = 0.4
"""Of the probability of emergency and urgent signs, the part from which on it is an emergency."""
LEVELS = ("emergency", "crisis", "urgent")
LOOK_ALIKE = "look-alike"
_STRENGTH = 10.0


def fit(examples: Sequence[tuple[str, str, Mapping[str, str]]], look_alikes: Sequence[str]) -> Linear:
    """Return the classifier of signs against look-alikes and against each other thing that people say.

    Keeping the intents apart, and not as one heap of negatives, raised recall at the same
    false alarms (docs/decisions/0006).
    """
    labelled = [(text, marks.get("sign") or intent) for text, intent, marks in examples]
    labelled += [(text, LOOK_ALIKE) for text in look_alikes]
    vectors = shared_encoder().encode_all([text for text, _ in labelled])
    return Linear.fit(vectors, [label for _, label in labelled], _STRENGTH)


class Watch:
    """Says which sign a message raises, if any."""

    def __init__(self, screen: Screen, learned: Linear, levels: Mapping[str, str], raise_above: float) -> None:
        self._screen, self._learned, self._levels = screen, learned, dict(levels)
        self._raise_above = raise_above

    def raised(self, text: str, vector: np.ndarray | None) -> Raised | None:
        """Return the sign of the highest level that either half raises, or None."""
        found = self._screen.find(text)
        learned = self._learned_sign(vector) if vector is not None else None
        return min([*found, *filter(None, [learned])], key=lambda raised: LEVELS.index(raised.level), default=None)

    def _learned_sign(self, vector: np.ndarray) -> Raised | None:
        """Return the likeliest sign of the level that learning raises, or None."""
        values = zip(self._learned.classes, self._learned.probabilities(vector), strict=True)
        signs = {name: float(value) for name, value in values if name in self._levels}
        if sum(signs.values()) < self._raise_above:
            return None
        level = self._level(signs)
        own = {sign: value for sign, value in signs.items() if self._levels[sign] == level}
        return Raised(max(own, key=own.__getitem__), level)

    def _level(self, signs: Mapping[str, float]) -> str:
        total = {level: sum(v for sign, v in signs.items() if self._levels[sign] == level) for level in LEVELS}
        if total["crisis"] > total["emergency"] + total["urgent"]:
            return "crisis"
        bodily = total["emergency"] + total["urgent"]
        return "emergency" if total["emergency"] >= EMERGENCY_SHARE * bodily else "urgent"
