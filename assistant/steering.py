"""What is said word for word to steer the talk, and means nothing else whatever stands beside it."""

from __future__ import annotations

import re

_STEERING = {
    # Nobody is taken for safe who says that they are not.
    "say_no": re.compile(
        r"\b(?:not|isn'?t|aren'?t|ain'?t|never|don'?t feel) (?:\w+ )?safe\b|\bunsafe\b", re.IGNORECASE
    ),
    "add_to_list": re.compile(
        r"\b(?:add|put|save|write|note|jot|stick|pop|place)\b.{0,300}\b(?:to|on|onto|in|for)\b.{0,12}\blist\b"
        r"|^\W*(?:please )?(?:remember|remind me|note down|make a note) to ask\b"
        r"|^\W*(?:please )?save (?:this|that|my|the) question\b",
        re.IGNORECASE | re.DOTALL,
    ),
    # A phone number among few words; a date is none.
    "request_call_back": re.compile(
        r"^(?!.*\d{4}-\d\d-\d\d)(?:\S+\s+){0,9}?\S*(?:\d[ ().\-]{0,2}){6,}\d\S*(?:\s+\S+){0,9}\W*$"
    ),
}


def steered(text: str) -> str | None:
    """Return the intent a message steers with, or None."""
    return next((intent for intent, said in _STEERING.items() if said.search(text)), None)
