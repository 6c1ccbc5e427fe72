"""A number written instead of a button pressed: "2", "option 2", "the second one"."""

from __future__ import annotations

import re

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_PICK = re.compile(
    r"\W*(?:(?:i(?:'ll| will)? )?(?:take|choose|pick|want|press|go with|please)\s+)?(?:the\s+)?"
    r"(?:(?:number|option|choice|nr|no|#)\.?\s*)?"
    rf"(?:(?P<digit>[1-9])|(?P<word>{'|'.join(_WORDS)})|(?P<ordinal>{'|'.join(_ORDINALS)})(?:\s+(?:one|choice|option)))"
    r"(?:\s+please)?\W*",
    re.IGNORECASE,
)


def picked(text: str) -> int | None:
    """Return the number a message consists of, 1 to 9, or None if it says anything else."""
    found = _PICK.fullmatch(text)
    if not found:
        return None
    if found["digit"]:
        return int(found["digit"])
    if found["word"]:
        return _WORDS.index(found["word"].lower()) + 1
    return _ORDINALS.index(found["ordinal"].lower()) + 1
