"""What people found of answers, counted by address; and who asked to be called back."""

from __future__ import annotations

import logging
from collections import Counter

from sanic.request import Request
from sanic.response import HTTPResponse

from answers import places
from answers.call_backs import call_backs, mark_done
from assistant.console.console import Console, go
from assistant.console.nurses import Nurse

logger = logging.getLogger(__name__)
KINDS = ("clear", "unclear", "wrong")
DONE_SHOWN = 10
DONE_DAYS = 2
"""How many days the words of a request that is done are kept: today's and yesterday's, so a whole day at least."""


def add(console: Console) -> None:
    """Add the pages."""

    @console.page("/feedback")
    async def feedback(request: Request, nurse: Nurse) -> HTTPResponse:
        asked = call_backs(places.outbox())
        values = {
            "waiting": [one for one in asked if one.is_open],
            "done": [one for one in reversed(asked) if not one.is_open][:DONE_SHOWN],
            "rows": _counted(),
            "kinds": KINDS,
            "note": note if (note := request.args.get("note")) in ("done", "gone", "failed") else "",
        }
        return console.show(request, nurse, "feedback", values)

    @console.page("/feedback/done", "POST")
    async def done(request: Request, nurse: Nurse) -> HTTPResponse:
        note = _mark((request.form or {}).get("key") or "", nurse.name)
        return go(f"/nurse/feedback?note={note}")


def _mark(key: str, by: str) -> str:
    """Mark a request as done and let go of those done earlier; return the name of what to tell."""
    outbox, note = places.outbox(), "failed"
    try:
        note = "done" if mark_done(outbox, key, by) else "gone"
        outbox.prune_marked(DONE_DAYS)
    except OSError as error:
        # What is marked stays marked: words that could not be deleted go with the next one.
        logger.error("the outbox could not be written: %s", type(error).__name__)
    return note


def _counted() -> list[tuple[str, Counter[str]]]:
    """Return the counts of each address; those found wrong first, then those found unclear."""
    found: dict[str, Counter[str]] = {}
    for entry in places.feedback().entries():
        if entry.get("kind") in KINDS and entry.get("address"):
            found.setdefault(str(entry["address"]), Counter())[entry["kind"]] += 1
    return sorted(found.items(), key=lambda item: (-item[1]["wrong"], -item[1]["unclear"], item[0]))
