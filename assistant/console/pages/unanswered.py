"""What people asked and no answer was given to, put together by meaning."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass

from sanic.request import Request
from sanic.response import HTTPResponse

from answers import places
from answers.ledger import Entry
from assistant.console.console import Console
from assistant.console.nurses import Nurse
from assistant.unanswered import Group, groups

MOST_ENTRIES = 1500
"""The newest so many are put together: time and memory grow with their square."""
MOST_GROUPS, MOST_WORDINGS = 60, 4


@dataclass(frozen=True)
class Asked:
    """A group as it is shown."""

    words: str
    others: list[str]
    count: int
    outcomes: list[str]
    offered: list[str]


def add(console: Console) -> None:
    """Add the page."""
    kept: dict[tuple[Entry, ...], list[Group]] = {}

    @console.page("/unanswered")
    async def unanswered(request: Request, nurse: Nurse) -> HTTPResponse:
        entries = tuple(places.ledger().entries())[-MOST_ENTRIES:]
        if entries not in kept:
            # Beside the loop: a large ledger takes seconds, and people wait for their replies meanwhile.
            found = await asyncio.get_running_loop().run_in_executor(None, groups, entries)
            kept.clear()
            kept[entries] = found
        shown = [_asked(group) for group in kept[entries][:MOST_GROUPS]]
        span = (entries[0].day, entries[-1].day) if entries else None
        is_kept = console.library.clinic.keep_unanswered
        values = {"groups": shown, "count": len(entries), "all": len(kept[entries]), "span": span, "is_kept": is_kept}
        return console.show(request, nurse, "unanswered", values)


def _asked(group: Group) -> Asked:
    wordings = list(dict.fromkeys(entry.words for entry in group.entries))
    outcomes = [outcome for outcome, _ in Counter(entry.outcome for entry in group.entries).most_common()]
    return Asked(wordings[0], wordings[1:MOST_WORDINGS], len(group.entries), outcomes, group.offered)
