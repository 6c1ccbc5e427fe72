"""Where one message asks several things: the parts of it that ask.

People join questions with a full stop, with "and", or with nothing at all. A part is taken
for a question of its own only if it is put as one; whether it is understood as one is the
reader's to judge (assistant/reading.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

OPENERS = frozenset(
    """
    what whats what's how hows how's why when where who which can could does do did is are will would should
    shall may might am was were has have
    """.split()  # noqa: SIM905 - sixty words read better as words
)
_JOINTS = frozenset({"and", "also", "plus", "&", ";", ","})
_BEFORE = frozenset({"and", "also", "plus", "so", "but", "oh", "ok", "okay", "then", "or", "please", ",", ";", "&"})
MOST = 3
_SHORTEST = 3


def questions(doc: Doc) -> list[Span]:
    """Return the parts of a message that ask, in order: none or one where it is one question, at most three."""
    found = [part for sentence in doc.sents for part in _parts(sentence) if _asks(part)]
    return found[:MOST]


def _parts(sentence: Span) -> Iterator[Span]:
    """Yield a sentence cut where a joint is followed by the opening of another question."""
    start = 0
    for i in range(_SHORTEST, len(sentence) - _SHORTEST + 1):
        joined = sentence[i - 1].lower_ in _JOINTS and sentence[i].lower_ in OPENERS
        if joined and _asks(sentence[start:i]):
            yield sentence[start:i]
            start = i
    yield sentence[start:]


def _asks(part: Span) -> bool:
    words = [token.lower_ for token in part if not token.is_space]
    while words and words[0] in _BEFORE:
        words.pop(0)
    return bool(words) and (words[0] in OPENERS or words[-1] == "?")
