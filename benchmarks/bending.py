"""Bends a question as people and their telephones do: slips of the finger, capitals, no punctuation, dictation.

The same text is always bent in the same way, on every machine.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping

_WORD = re.compile(r"[^\W\d_]{4,}")
_SLIP_EVERY = 5
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {key: (row[i - 1 : i] or "") + row[i + 1 : i + 2] for row in _ROWS for i, key in enumerate(row)}
"""The keys to the left and right of each."""

_APOSTROPHE = re.compile(r"['’]")
# A point within a number stays: nobody types 38 5 for a temperature of 38.5.
_MARK = re.compile(r"(?!(?<=\d)[.,:/](?=\d))[^\w\s%°]")

_OPENERS = ("um", "uh", "so")
_FILLERS = (*_OPENERS, "you know", "like")
_FILLER_EVERY = 8
_HEARD_WRONG = 0.5
_SOUNDS_LIKE = dict(
    pair.split("=")
    for pair in """
    their=there there=their to=too too=to for=four know=no no=know right=write which=witch whole=hole pain=pane
    week=weak weak=week hear=here here=hear than=then blood=bled would=wood see=sea new=knew need=knead
    do=due vein=vain heel=heal sore=soar feet=feat waste=waist piece=peace through=threw
    """.split()  # noqa: SIM905 - two dozen pairs read better as words
)


def with_slips(text: str) -> str:
    """Return a text with one slip of the finger in about every fifth word of four letters or more, at least in one."""
    chance = random.Random(f"slips {text}")
    words = list(_WORD.finditer(text))
    slipped = chance.sample(words, max(1, round(len(words) / _SLIP_EVERY))) if words else []
    for word in sorted(slipped, key=lambda found: -found.start()):
        text = text[: word.start()] + _slip(word[0], chance) + text[word.end() :]
    return text


def _slip(word: str, chance: random.Random) -> str:
    """Return a word with two letters swapped, one left out, doubled or its neighbour's; the first is rarely wrong."""
    i = chance.randrange(1, len(word) - 1)
    before, letter, after = word[:i], word[i], word[i + 1 :]
    beside = _BESIDE.get(letter.lower()) or letter
    slips = (
        f"{before}{after[0]}{letter}{after[1:]}",
        f"{before}{after}",
        f"{before}{letter}{letter}{after}",
        f"{before}{chance.choice(beside)}{after}",
    )
    return chance.choice([slip for slip in slips if slip != word])


def in_capitals(text: str) -> str:
    """Return a text in capitals."""
    return text.upper()


def without_punctuation(text: str) -> str:
    """Return a text in lower case and without punctuation."""
    return " ".join(_MARK.sub(" ", _APOSTROPHE.sub("", text.lower())).split())


def dictated(text: str) -> str:
    """Return a text as a telephone writes down what it hears: no punctuation, fillers, words that sound alike."""
    chance = random.Random(f"dictated {text}")
    heard = [chance.choice(_OPENERS)]
    for word in without_punctuation(text).split():
        mistaken = word in _SOUNDS_LIKE and chance.random() < _HEARD_WRONG
        heard.append(_SOUNDS_LIKE[word] if mistaken else word)
        if chance.random() < 1 / _FILLER_EVERY:
            heard.append(chance.choice(_FILLERS))
    return " ".join(heard)


BENDINGS: Mapping[str, Callable[[str], str]] = {
    "typos": with_slips,
    "capitals": in_capitals,
    "no punctuation": without_punctuation,
    "dictation": dictated,
}
"""What is done to a question, by the name it has in the results."""
