"""Shares of a count with their 95 % interval, and how well a confidence tells what is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean
from typing import TypeVar

Item = TypeVar("Item")
_Z = 1.959964
"""The standard normal deviate of a two-sided 95 % interval."""
BINS = 10


def wilson(right: int, n: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (Wilson 1927), which holds near 0 and 1 too; (0, 1) of nothing."""
    if not n:
        return 0.0, 1.0
    share, spread = right / n, _Z**2 / n
    middle = share + spread / 2
    half = _Z * sqrt(share * (1 - share) / n + spread / (4 * n))
    # At 0 and 1 the bound is the share itself; arithmetic would leave a trace beyond it.
    low = (middle - half) / (1 + spread) if right else 0.0
    high = (middle + half) / (1 + spread) if right < n else 1.0
    return low, high


@dataclass(frozen=True)
class Share:
    """How many of how many."""

    right: int
    n: int

    @classmethod
    def of(cls, items: Iterable[Item], holds: Callable[[Item], object]) -> Share:
        """Return for how many of the items something holds."""
        found = [bool(holds(item)) for item in items]
        return cls(sum(found), len(found))

    @property
    def value(self) -> float:
        """The share, from 0 to 1; 0 of nothing."""
        return self.right / self.n if self.n else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval."""
        return wilson(self.right, self.n)

    def figures(self) -> dict[str, float]:
        """Return it as it stands in a file of results."""
        low, high = self.interval
        return {"share": _short(self.value), "low": _short(low), "high": _short(high), "right": self.right, "n": self.n}


Judged = tuple[float, bool]
"""How sure the guide was in one turn, and whether it was right."""


@dataclass(frozen=True)
class Bin:
    """Turns of like confidence: the mean of it, and how many were right."""

    confidence: float
    right: Share

    @classmethod
    def of(cls, judged: Sequence[Judged]) -> Bin:
        """Return the bin that holds these turns."""
        return cls(fmean(sure for sure, _ in judged), Share.of(judged, lambda turn: turn[1]))

    def figures(self) -> dict[str, float]:
        """Return it as it stands in a file of results."""
        return {"confidence": _short(self.confidence), **self.right.figures()}


def equal_count_bins(judged: Sequence[Judged]) -> list[Bin]:
    """Return ten bins of as many turns each, least sure first; fewer where there are fewer turns."""
    # By confidence alone: sorting by the verdict too would part equally sure turns into wrong and right.
    ranked = sorted(judged, key=lambda turn: turn[0])
    cuts = [round(number * len(ranked) / BINS) for number in range(BINS + 1)]
    return [Bin.of(ranked[start:end]) for start, end in zip(cuts, cuts[1:], strict=False) if end > start]


def calibration_error(judged: Sequence[Judged]) -> float:
    """Return the expected calibration error: the gap of confidence and share right over ten bins of equal width."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for sure, right in judged:
        bins[min(int(sure * BINS), BINS - 1)].append((sure, right))
    filled = [Bin.of(turns) for turns in bins if turns]
    return sum(b.right.n * abs(b.confidence - b.right.value) for b in filled) / max(1, len(judged))


def _short(value: float) -> float:
    return round(value, 4)
