"""What is said word for word to steer the talk, and means nothing else whatever stands beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

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


class Commands:
    """Knows words that steer the talk when they are the whole message."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        """`words` names the ways of saying each intent, e.g. `go_back: [atrás]`."""
        self._intents = {_bare(word): intent for intent, said in words.items() for word in said}

    def meant(self, text: str) -> str | None:
        """Return the intent a message is the word for, or None."""
        return self._intents.get(_bare(text))


def _bare(text: str) -> str:
    """Return the words of a text in lower case, without accents and marks: people leave them out."""
    parted = unicodedata.normalize("NFD", text.casefold())
    letters = "".join(character for character in parted if not unicodedata.combining(character))
    return " ".join(re.findall(r"\w+", letters))
