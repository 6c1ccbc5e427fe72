"""Where one message asks several things: the parts of it that ask.

People join questions with a full stop, with "and", or with nothing at all. A part is taken
for a question of its own only if it is put as one; whether it is understood as one is the
reader's to judge (assistant/reading.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span

# noqa on each: a list of quoted words is harder to read than words.
_ASKING = frozenset("what whats what's how hows how's why when where who which whether wat wats wots".split())  # noqa: SIM905
_OPENERS = _ASKING | frozenset(
    """
    can could does do did is are will would should shall may might am was were has have
    """.split()  # noqa: SIM905
)
_JOINTS = frozenset("and also plus & ; , n an or oh".split())  # noqa: SIM905
# After these a question word goes on with the same question: "tell me what …", "is that what …".
_GOES_ON = frozenset(
    """
    know me us about of is are was be that no matter ask say to on in for understand wonder see
    """.split()  # noqa: SIM905
)
_BEFORE = frozenset("and also plus so but oh ok okay then or please , ; &".split())  # noqa: SIM905
MOST = 3
_SHORTEST = 3


def questions(doc: Doc) -> list[Span]:
    """Return the parts of a message that may each ask something, in order; at most three, none where it is one."""
    found: list[Span] = []
    for sentence in doc.sents:
        parts = list(_parts(sentence))
        # What stands before another question in one sentence asks too: "hospice or palliative care, and does it …".
        found += parts if len(parts) > 1 else filter(_asks, parts)
    return found[:MOST] if len(found) > 1 else []


def _parts(sentence: Span) -> Iterator[Span]:
    """Yield a sentence cut where another question opens."""
    start = 0
    for i in range(_SHORTEST, len(sentence) - _SHORTEST + 2):
        if i - start >= _SHORTEST and _opens(sentence, i):
            yield sentence[start:i]
            start = i
    yield sentence[start:]


def _opens(sentence: Span, place: int) -> bool:
    """Whether a new question opens at a place: after a joint, or with a question word that does not go on."""
    word, before = sentence[place].lower_, sentence[place - 1].lower_
    if before in _JOINTS:
        return word in _OPENERS
    return word in _ASKING and before not in _GOES_ON


def _asks(part: Span) -> bool:
    words = [token.lower_ for token in part if not token.is_space]
    while words and words[0] in _BEFORE:
        words.pop(0)
    return len(words) > 1 and (words[0] in _OPENERS or words[-1] == "?" or bool(_ASKING & set(words)))
