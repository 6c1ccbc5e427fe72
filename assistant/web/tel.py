"""From the numbers of a clinic to links that a phone can dial."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\w./-])\+?(?:\(\d{1,4}\) ?)?\d[\d .-]*\d(?![-/]?\w)")
_WRITTEN = re.compile(r"\b(?:text|sms)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:call|phone|dial)\b", re.IGNORECASE)
FEWEST = 3


def tel(words: str, fewest: int = FEWEST) -> str:
    """Return the link to dial the first number in some words; nothing if there is none, or it only takes texts.

    `fewest` is how many digits make a number: emergency numbers may have two.
    """
    for match in _NUMBER.finditer(words.replace("(0)", "")):
        before = words[: match.start()]
        if _WRITTEN.search(before) and not _SPOKEN.search(before):
            return ""
        digits = re.sub(r"\D", "", match[0])
        if len(digits) >= fewest:
            return f"tel:{'+' if match[0].startswith('+') else ''}{digits}"
    return ""
