"""What the widget is told at its start: the words, the clinic's numbers, what one could begin with."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

from answers.errors import NoAnswer
from answers.library import Library
from assistant.channels.intake import MOST_CHARACTERS
from assistant.web.front import Front

EXIT = "about:blank"
"""Where "leave now" goes unless GUIDE_EXIT names a page: nowhere, and to no other company."""


def widget_settings(front: Front, library: Library | None) -> dict[str, Any]:
    """Return the settings as JSON can hold them; without a library, what one could begin with is not checked."""
    clinic = front.clinic
    return {
        "language": front.language,
        "dir": front.direction,
        "words": dict(front.words("widget")),
        "clinic": {
            "name": clinic.name,
            "nurse_line": clinic.nurse_line,
            "hours": clinic.hours,
            "emergency": clinic.emergency,
            "crisis": clinic.crisis,
            "emergency_tel": front.emergency_tel,
            "crisis_tel": front.crisis_tel,
            "nurse_tel": front.nurse_tel,
        },
        "welcome": list(front.welcome),
        "failure": list(front.failure),
        "starters": [
            {"title": title, "payload": "/choose" + json.dumps({"address": address})}
            for address, title in starters(front, library)
        ],
        "most_characters": MOST_CHARACTERS,
        "exit": os.environ.get("GUIDE_EXIT") or EXIT,
    }


def starters(front: Front, library: Library | None) -> Iterator[tuple[str, str]]:
    """Yield the address and the title of each answer one could begin with that is served."""
    for address, title in front.words("starters").items():
        if library is None or _is_served(library, address):
            yield address, title


def _is_served(library: Library, address: str) -> bool:
    try:
        library.section(address)
    except NoAnswer:
        return False
    return True
