"""What the audit and the records of scripts tell of use, counted: no line of a single turn leaves this module.

The audit holds no name, no conversation and no word of a person's; small counts are hidden all the same where they are
shown (`few` in the templates), so that a colleague cannot tell who it was.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

FEWEST = 5
"""Counts under this are shown as "fewer than 5"."""
MOST_ADDRESSES = 15


@dataclass(frozen=True)
class ScriptUse:
    """How often a script was told, and in how many minutes: the median, None of too few."""

    script: str
    times: int
    minutes: float | None


@dataclass(frozen=True)
class Usage:
    """The counts of a stretch of days."""

    first: datetime.date
    last: datetime.date
    days: tuple[tuple[datetime.date, int], ...]
    outcomes: tuple[tuple[str, int], ...]
    channels: tuple[tuple[str, int], ...]
    addresses: tuple[tuple[str, int], ...]
    scripts: tuple[ScriptUse, ...]

    @property
    def turns(self) -> int:
        """How many turns there were."""
        return sum(count for _, count in self.days)

    @property
    def about(self) -> int:
        """The turns rounded down to fives: beside exact counts, an exact sum would tell the hidden ones."""
        return self.turns - self.turns % FEWEST


def usage(
    turns: Iterable[Mapping[str, Any]], scripts: Iterable[Mapping[str, Any]], today: datetime.date, days: int
) -> Usage:
    """Return the counts of the last so many days, today among them; lines that lack something are left out."""
    first = today - datetime.timedelta(days=days - 1)
    by_day, outcomes, channels, addresses = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for turn in turns:
        day = str(turn.get("time", ""))[:10]
        if first.isoformat() <= day <= today.isoformat():
            by_day[day] += 1
            outcomes[str(turn.get("outcome"))] += 1
            channels[str(turn.get("channel") or "-")] += 1
            addresses.update({str(answer.get("address")) for answer in turn.get("answers") or ()})
    every = (first + datetime.timedelta(days=number) for number in range(days))
    return Usage(
        first=first,
        last=today,
        days=tuple((day, by_day[day.isoformat()]) for day in every),
        outcomes=tuple(outcomes.most_common()),
        channels=tuple(channels.most_common()),
        addresses=tuple(addresses.most_common(MOST_ADDRESSES)),
        scripts=tuple(_scripts(scripts, first, today)),
    )


def _scripts(told: Iterable[Mapping[str, Any]], first: datetime.date, today: datetime.date) -> list[ScriptUse]:
    minutes: dict[str, list[float]] = {}
    for record in told:
        if first.isoformat() <= str(record.get("day", "")) <= today.isoformat() and record.get("script"):
            minutes.setdefault(str(record["script"]), []).append(float(record.get("minutes") or 0))
    found = [ScriptUse(s, len(all_), median(all_) if len(all_) >= FEWEST else None) for s, all_ in minutes.items()]
    return sorted(found, key=lambda use: (-use.times, use.script))
