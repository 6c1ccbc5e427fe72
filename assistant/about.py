"""Whom a message is about: the person who writes, or someone near to them.

The wording of an answer may follow ("your father"); the facts never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SELF, SOMEONE = "self", "someone"
_OF_MINE = r"\b(?:my|our|the)\s+(?:\w+\s+)?"
_SELF = re.compile(
    r"\b(?:i have|ive|i've|i had|i am on|i'm on|im on|i was|i take|i got|my (?:kidney|scan|cancer|tumou?r|doctor|"
    r"oncologist|surgeon|results?|treatment|chemo|pills?|tablets?|side|back|body|skin|hands?|feet|diagnosis)|"
    r"for me|me\b)",
    re.IGNORECASE,
)
_HE_OR_SHE = re.compile(r"\b(?:he|she|his|her|him|hes|shes|he's|she's)\b", re.IGNORECASE)


class Relations:
    """Finds the relation of a person spoken of to the one who writes."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """`words` names the ways of saying each relation, e.g. `father: [dad, papa]`."""
        self._relation = {word.lower(): relation for relation, said in words.items() for word in said}
        names = "|".join(sorted(map(re.escape, self._relation), key=len, reverse=True))
        # "dad" and "mum" alone are one's own; "father" alone may be anyone's.
        self._mine = re.compile(rf"{_OF_MINE}(?P<word>{names})(?:'?s)?\b", re.IGNORECASE)

    def about(self, text: str) -> str:
        """Return whom a message is about: a relation, `someone` for a he or she, `self`; "" where it does not tell."""
        if _SELF.search(text):
            return SELF
        found = self._mine.search(text)
        if found:
            return self._relation[found["word"].lower()]
        return SOMEONE if _HE_OR_SHE.search(text) else ""
