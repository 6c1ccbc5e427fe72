"""Whether a question puts two things side by side: "Keytruda or Opdivo?", "sunitinib vs pazopanib"."""

from __future__ import annotations

import re

_BESIDE = re.compile(
    r"\b(?:or|vs\.?|versus|compared? (?:to|with)|comparison|differ(?:s|ent|ence)?|rather than|instead of)\b",
    re.IGNORECASE,
)
_FOR_ONE = re.compile(r"\b(?:should|shall|i|im|i'm|me|my|mine|we|us|our|he|she|him|her|his)\b", re.IGNORECASE)


def compares(text: str, named: int) -> bool:
    """Return whether a question that names so many topics compares two of them, and asks for no decision."""
    return named == 2 and bool(_BESIDE.search(text)) and not _FOR_ONE.search(text)
