"""Both halves of the safety screen together: the signs' patterns, and a classifier learned from phrasings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from assistant.encoder import shared_encoder
from assistant.meaning import Linear
from assistant.screen import Raised, Screen

NO_SIGN = "none"
RAISE_ABOVE = {"emergency": 0.5, "crisis": 0.5, "urgent": 0.6}
"""The probability of a level, or of a higher one, above which learning alone raises it."""
LEVELS = ("emergency", "crisis", "urgent")
_STRENGTH = 6.0


def fit(examples: Sequence[tuple[str, str, Mapping[str, str]]], look_alikes: Sequence[str]) -> Linear:
    """Return the classifier of signs: phrasings against look-alikes and everything else people say."""
    labelled = [(text, marks.get("sign") or NO_SIGN) for text, _, marks in examples]
    labelled += [(text, NO_SIGN) for text in look_alikes]
    vectors = shared_encoder().encode_all([text for text, _ in labelled])
    return Linear.fit(vectors, [sign for _, sign in labelled], _STRENGTH)


class Watch:
    """Says which sign a message raises, if any."""

    def __init__(
        self, screen: Screen, learned: Linear, levels: Mapping[str, str], raise_above: Mapping[str, float]
    ) -> None:
        self._screen, self._learned, self._levels = screen, learned, dict(levels)
        self._raise_above = dict(raise_above)

    def raised(self, text: str, vector: np.ndarray | None) -> Raised | None:
        """Return the sign of the highest level that either half raises, or None."""
        found = self._screen.find(text)
        if vector is not None:
            found += self._learned_signs(vector)
        return min(found, key=lambda raised: LEVELS.index(raised.level), default=None)

    def _learned_signs(self, vector: np.ndarray) -> list[Raised]:
        probabilities = dict(zip(self._learned.classes, self._learned.probabilities(vector), strict=True))
        found, total = [], 0.0
        for level in LEVELS:
            signs = {sign: p for sign, p in probabilities.items() if self._levels.get(sign) == level}
            own = sum(signs.values())
            # Doubt between levels is no doubt that something is wrong: the levels above count too.
            total += own
            if signs and total >= self._raise_above[level]:
                best = max(signs, key=signs.__getitem__)
                found.append(Raised(best, level))
                break
        return found
