"""Both halves of the safety screen together: the signs' patterns, and what was learned from phrasings.

What is learned has two parts: a classifier, and the nearest things ever said. The classifier is sure of most
messages; where it hesitates, how many of a message's neighbours tell of a sign decides with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.encoder import shared_encoder
from assistant.meaning import Linear, log_odds
from assistant.screen import Raised, Screen

RAISE_ABOVE = -4.0
"""The score above which learning alone raises a sign: the log odds of the classifier and the neighbours.

Low, because a missed alarm costs more than anything; chosen on tests/questions (docs/decisions/0018).
"""
CRISIS_FROM = 0.4
"""The probability of crisis signs from which on a crisis is raised whatever the neighbours say."""
NEIGHBOUR_WEIGHT = 0.8
HESITATES_FROM = 0.02
"""Below this probability no neighbourhood lifts a message over the line: it is not looked at."""
NEAREST, SHARPNESS = 12, 12.0
SUSPECTS_FROM = 0.01
"""The doubt in one of two messages from which on both are looked at together."""
TOGETHER_ABOVE, TOGETHER_CRISIS_FROM = 0.0, 0.5
"""What two messages must reach together: more than one alone, for two say more than one whatever they say."""
EMERGENCY_SHARE = 0.4
"""Of the probability of emergency and urgent signs, the part from which on it is an emergency."""
LEVELS = ("emergency", "crisis", "urgent")
LOOK_ALIKE = "look-alike"
_STRENGTH = 100.0
_HARD = 0.005
"""The probability of any sign from which on an example of something else is worth remembering."""


@dataclass(frozen=True)
class Neighbours:
    """What was said before, near the line between a sign and anything else: vectors and whether each tells a sign."""

    vectors: np.ndarray
    tells: np.ndarray

    def share(self, vector: np.ndarray) -> float:
        """Return how much of a message's neighbourhood tells of a sign, from 0 to 1; `vector` has shape (384,)."""
        likeness = self.vectors @ (vector / (np.linalg.norm(vector) or 1.0))
        nearest = np.argpartition(-likeness, NEAREST)[:NEAREST]
        weights = np.exp(SHARPNESS * likeness[nearest])
        return float((weights * self.tells[nearest]).sum() / weights.sum())

    def save(self, path: Path) -> None:
        """Write it to a file."""
        np.savez(path, vectors=self.vectors.astype(np.float16), tells=self.tells)

    @classmethod
    def load(cls, path: Path) -> Neighbours:
        """Return what `save` wrote."""
        with np.load(path) as stored:
            return cls(stored["vectors"].astype(np.float32), stored["tells"])


def fit(
    examples: Sequence[tuple[str, str, Mapping[str, str]]], look_alikes: Sequence[str]
) -> tuple[Linear, Neighbours]:
    """Return the classifier of signs against look-alikes and everything else people say, and the neighbours.

    Keeping the intents apart, and not as one heap of negatives, raised recall at the same
    false alarms (docs/decisions/0006).
    """
    labelled = [(text, marks.get("sign") or intent) for text, intent, marks in examples]
    labelled += [(text, LOOK_ALIKE) for text in look_alikes]
    signs = {marks["sign"] for _, _, marks in examples if marks.get("sign")}
    vectors = shared_encoder().encode_all([text for text, _ in labelled])
    learned = Linear.fit_in_batches(vectors, [label for _, label in labelled], _STRENGTH)
    return learned, _neighbours(learned, vectors, [label for _, label in labelled], signs)


def _neighbours(learned: Linear, vectors: np.ndarray, labels: Sequence[str], signs: set[str]) -> Neighbours:
    """Return all phrasings and look-alikes, and of the rest what the classifier does not find easy."""
    is_sign = np.array([name in signs for name in learned.classes])
    tells = np.array([label in signs for label in labels])
    doubt = np.array([learned.probabilities(vector)[is_sign].sum() for vector in vectors])
    near = tells | (doubt >= _HARD) | np.array([label == LOOK_ALIKE for label in labels])
    kept = vectors[near]
    return Neighbours(kept / np.linalg.norm(kept, axis=1, keepdims=True), tells[near])


@dataclass(frozen=True)
class Said:
    """A message: its words, and how likely the classifier found it to tell of any sign, from 0 to 1."""

    text: str
    doubt: float


class Watch:
    """Says which sign a message raises, if any."""

    def __init__(
        self,
        screen: Screen,
        learned: Linear,
        neighbours: Neighbours,
        levels: Mapping[str, str],
        raise_above: float = RAISE_ABOVE,
    ) -> None:
        self._screen, self._learned, self._neighbours = screen, learned, neighbours
        self._levels, self._raise_above = dict(levels), raise_above

    def raised(self, text: str, vector: np.ndarray) -> Raised | None:
        """Return the sign of the highest level that either half raises, or None."""
        return self.heard(text, vector)[0]

    def heard(self, text: str, vector: np.ndarray) -> tuple[Raised | None, Said]:
        """Return the sign a message raises, or None, and the message as the next one will want to know of it."""
        return self._either(text, vector, self._raise_above, CRISIS_FROM)

    def _either(self, text: str, vector: np.ndarray, above: float, crisis_from: float) -> tuple[Raised | None, Said]:
        found, signs = self._screen.find(text), self._signs(vector)
        learned = self._learned_sign(signs, vector, above, crisis_from)
        raised = [*found, *filter(None, [learned])]
        highest = min(raised, key=lambda sign: LEVELS.index(sign.level), default=None)
        return highest, Said(text, sum(signs.values()))

    def raised_over_two(self, before: Said, now: Said, encode: Callable[[str], np.ndarray]) -> Raised | None:
        """Return the sign that two messages in a row raise together where neither does alone, or None."""
        if max(before.doubt, now.doubt) < SUSPECTS_FROM:
            return None
        joined = f"{before.text.rstrip('. ')}. {now.text}"
        return self._either(joined, encode(joined), TOGETHER_ABOVE, TOGETHER_CRISIS_FROM)[0]

    def _score(self, total: float, vector: np.ndarray) -> float:
        if total < HESITATES_FROM:
            return -float("inf")
        return log_odds(total) + NEIGHBOUR_WEIGHT * log_odds(0.01 + 0.98 * self._neighbours.share(vector))

    def _signs(self, vector: np.ndarray) -> dict[str, float]:
        values = zip(self._learned.classes, self._learned.probabilities(vector), strict=True)
        return {name: float(value) for name, value in values if name in self._levels}

    def _learned_sign(
        self, signs: Mapping[str, float], vector: np.ndarray, above: float, crisis_from: float
    ) -> Raised | None:
        """Return the likeliest sign of the level that learning raises, or None."""
        if self._total("crisis", signs) >= crisis_from:
            level = "crisis"
        elif self._score(sum(signs.values()), vector) >= above:
            level = self._level(signs)
        else:
            return None
        own = {sign: value for sign, value in signs.items() if self._levels[sign] == level}
        return Raised(max(own, key=own.__getitem__), level)

    def _total(self, level: str, signs: Mapping[str, float]) -> float:
        return sum(value for sign, value in signs.items() if self._levels[sign] == level)

    def _level(self, signs: Mapping[str, float]) -> str:
        total = {level: self._total(level, signs) for level in LEVELS}
        if total["crisis"] > total["emergency"] + total["urgent"]:
            return "crisis"
        bodily = total["emergency"] + total["urgent"]
        return "emergency" if total["emergency"] >= EMERGENCY_SHARE * bodily else "urgent"
