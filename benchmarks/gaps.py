"""What another way of writing costs, group by group, with its 95 % interval and against its goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any

from benchmarks.goals import FAIR, MET, MISSED, UNKNOWN, UNSURE, Line, counts, percent
from benchmarks.statistics import wilson

MOST_LOST = 5.0
"""How many points may be lost."""
GROUPS = {
    "topic right": "the right topic",
    "safety recall": "danger raises an alarm",
    "other outcomes right": "distress, advice, small talk, scope",
}
"""What must hold of each group of questions, in plain words."""
_TOLD = "Most points lost when a question is written in another way"
_GOAL = f"≤ {MOST_LOST:.0f} points"


def paired_interval(right: int, lost: int, won: int, n: int) -> tuple[float, float]:
    """Return the 95 % interval of a difference of paired shares, after minus before, from Wilson's of each.

    `right` counts what was right before (Newcombe 1998, method 10).
    """
    after, before = (right - lost + won) / n, right / n
    (low, high), (low_before, high_before) = wilson(right - lost + won, n), wilson(right, n)
    tie = _correlation(right - lost, lost, won, n - right - won)
    down, up = after - low, high - after
    down_before, up_before = before - low_before, high_before - before
    least = after - before - sqrt(max(0.0, down**2 - 2 * tie * down * up_before + up_before**2))
    most = after - before + sqrt(max(0.0, up**2 - 2 * tie * up * down_before + down_before**2))
    return least, most


def _correlation(both: int, lost: int, won: int, neither: int) -> float:
    """Return how far the two go together, corrected for small counts."""
    sides = (both + lost) * (won + neither) * (both + won) * (lost + neither)
    cross, n = both * neither - lost * won, both + lost + won + neither
    if not sides:
        return 0.0
    return (max(0.0, cross - n / 2) if cross >= 0 else cross) / sqrt(sides)


@dataclass(frozen=True)
class Gap:
    """What one way of writing costs one group of questions; interval and loss in points."""

    kind: str
    group: str
    clean: Mapping[str, float]
    bent: Mapping[str, float]
    points: float
    interval: tuple[float, float]

    @property
    def state(self) -> str:
        """Whether it loses no more than it may."""
        if self.points < -MOST_LOST:
            return MISSED
        return MET if self.interval[0] >= -MOST_LOST else UNSURE

    @property
    def cells(self) -> list[str]:
        """Its cells in a table."""
        least, most = map(signed, self.interval)
        shares = percent(self.clean["share"]), percent(self.bent["share"]), f"{self.bent['n']:,}"
        return [
            self.kind,
            GROUPS.get(self.group, self.group),
            *shares,
            signed(self.points),
            f"{least} to {most}",
            self.state,
        ]


def signed(points: float) -> str:
    """Return points with their sign, as they are read."""
    return f"{round(points, 1) + 0.0:+.1f}".replace("-", "−").replace("+0.0", "0.0")


def gaps_of(robustness: Mapping[str, Any]) -> list[Gap]:
    """Return every gap, the largest loss first."""
    found = [_gap(kind, group, one) for kind, groups in robustness.items() for group, one in groups.items()]
    return sorted(found, key=lambda gap: (gap.points, gap.kind, gap.group))


def _gap(kind: str, group: str, one: Mapping[str, Any]) -> Gap:
    least, most = paired_interval(one["clean"]["right"], one["lost"], one["won"], one["clean"]["n"])
    return Gap(kind, group, one["clean"], one["bent"], one["gap"], (100 * least, 100 * most))


def gap_line(gaps: list[Gap]) -> Line:
    """Return the largest loss against its goal."""
    if not gaps:
        return Line(FAIR, _TOLD, "–", "–", "–", _GOAL, UNKNOWN)
    worst = gaps[0]
    least, most = (max(0.0, -end) for end in reversed(worst.interval))
    told = f"{_TOLD} ({worst.kind}: {GROUPS.get(worst.group, worst.group)})"
    value = f"{max(0.0, -worst.points):.1f} points"
    return Line(FAIR, told, value, f"{least:.1f}–{most:.1f} points", counts(worst.bent), _GOAL, worst.state)
