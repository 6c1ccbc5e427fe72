"""Whom a message is about: the person who writes, or someone near to them.

The wording of an answer may follow ("your father"); the facts never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

SELF, SOMEONE = "self", "someone"
RELATIVE, NURSE = "relative", "nurse"
_PATIENT = "patient"
_MEN = frozenset({"father", "husband", "brother", "son", "grandfather", "uncle"})
_WOMEN = frozenset({"mother", "wife", "sister", "daughter", "grandmother", "aunt"})
_OF_MINE = r"\b(?:my|our|the)\s+(?:\w+\s+)?"
# What is asked of the guide tells nothing of the body: "tell me", "i got it", "i have a question".
_OF_THE_TALK = re.compile(
    r"\b(?:tell|told|give|show|help|let|send|remind|teach|explain (?:it |this |that )?to|ask) me\b"
    r"|\bi got (?:it|this|that)\b(?! (?:too|now|as well|myself))"
    r"|\bi(?: have|'ve|ve| had| got) (?:a |an |one |another |some |one more |a few )?(?:other )?questions?\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"\b(?:i have|ive|i've|i had|i am on|i'm on|im on|i was|i take|i got|my (?:kidney|scan|cancer|tumou?r|doctor|"
    r"oncologist|surgeon|results?|treatment|chemo|pills?|tablets?|side|back|body|skin|hands?|feet|diagnosis)|"
    r"for me|me\b)",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|his|him|hes|he's|himself)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers|shes|she's|herself)\b", re.IGNORECASE)


class Relations:
    """Finds the relation of a person spoken of to the one who writes."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """`words` names the ways of saying each relation, e.g. `father: [dad, papa]`."""
        self._relation = {word.lower(): relation for relation, said in words.items() for word in said}
        names = "|".join(sorted(map(re.escape, self._relation), key=len, reverse=True))
        # "dad" and "mum" alone are one's own; "father" alone may be anyone's.
        self._mine = re.compile(rf"{_OF_MINE}(?P<word>{names})(?:'?s)?\b", re.IGNORECASE)

    def about(self, text: str, known: str | None = None) -> str:
        """Return whom a message is about: a relation, `someone` for a he or she, `self`; "" where it does not tell.

        A he or she is the person talked of before, if `known`, unless it cannot be: `someone`, then.
        """
        if _SELF.search(_OF_THE_TALK.sub(" ", text)):
            return SELF
        found = self._mine.search(text)
        if found:
            return self._relation[found["word"].lower()]
        if not (_HE.search(text) or _SHE.search(text)):
            return ""
        return known if known and known != SELF and _may_be(known, text) else SOMEONE

    def writer(self, text: str) -> str:
        """Return who writes, as far as the person spoken of tells: `relative`, `nurse`, or ""."""
        about, found = self.about(text), self._mine.search(text)
        if found is None or about in ("", SELF, SOMEONE):
            return ""
        if about != _PATIENT:
            return RELATIVE
        # "The patient" may be anybody's word; "my patient" is a nurse's.
        return "" if found[0].lower().startswith("the") else NURSE


def _may_be(known: str, text: str) -> bool:
    """Whether somebody may be the he or the she of a message; a message with both tells nothing."""
    is_he, is_she = bool(_HE.search(text)), bool(_SHE.search(text))
    if is_he == is_she:
        return True
    return known not in (_WOMEN if is_he else _MEN)
