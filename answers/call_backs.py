"""Requests for a call back: what is open in the clinic's outbox, and what somebody marked as done.

A line `done` names the request before it by a digest of its id, which tells nothing of its words. What was passed on,
taken back by "forget me", or done a while ago, is no longer there (answers/outbox.py).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from answers.lines import Lines


@dataclass(frozen=True)
class CallBack:
    """One request: the day, what the person wrote, its key; by whom and on which day it was done, if it was."""

    key: str
    day: str
    words: str
    done_by: str = ""
    done_on: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody marked it as done."""
        return not self.done_on


def call_backs(outbox: Lines) -> list[CallBack]:
    """Return every request, oldest first."""
    found: dict[str, CallBack] = {}
    for entry in outbox.entries():
        if "words" in entry:
            request = CallBack(key_of(entry), str(entry.get("day", "")), str(entry["words"]))
            if not (request.key in found and found[request.key].is_open):
                found.pop(request.key, None)
                found[request.key] = request
        elif entry.get("done") in found:
            done = {"done_by": str(entry.get("by", "")), "done_on": str(entry.get("day", ""))}
            found[entry["done"]] = replace(found[entry["done"]], **done)
    return list(found.values())


def mark_done(outbox: Lines, key: str, by: str) -> bool:
    """Append that an open request is done, by whom; return False if there is no such open request."""
    if not any(request.key == key and request.is_open for request in call_backs(outbox)):
        return False
    outbox.append({"done": key, "by": by})
    return True


def key_of(entry: Mapping[str, Any]) -> str:
    """Return by what a line `done` names the request of an entry."""
    # A line of an outbox from before requests had ids is known by its day and words.
    told = str(entry["id"]) if "id" in entry else json.dumps([entry.get("day"), entry["words"]], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:24]
