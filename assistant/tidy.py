"""What a message would be without the slips of a finger and the sounds people make while they think.

The vector and the names are read from the tidy text. The patterns of signs see every letter
as it was sent.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST, LONG = 5, 8
"""Words shorter than the first are left; from the second on, two slips are mended."""
_KNOWN, _OFTEN = 4, 10
"""How often a word must occur in what was taught to be right as it is, and to be taken for the one meant."""
_SOUNDS = re.compile(
    r"(?:^\s*(?:so|well|ok|okay)[\s,]+(?=um|uh|erm))?\b(?:u+m+|u+h+|e+r+m+|h+m+)\b[,.\s…]*", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_LEFT = 2


def counted(texts: Iterable[str]) -> dict[str, int]:
    """Return how often each word occurs in what is taught, for the words that occur often enough to count."""
    often = Counter(word.lower() for text in texts for word in _WORD.findall(text))
    return {word: times for word, times in often.items() if times >= _KNOWN}


class Tidier:
    """Takes out thinking sounds and mends words that were hardly ever taught us and English does not have."""

    def __init__(self, often: Mapping[str, int], english: Iterable[str]) -> None:
        """`often` is what `counted` gives for the texts we learned from; `english` are whole words of the language."""
        self._known = set(often) | set(english)
        self._alike: dict[str, list[str]] = defaultdict(list)
        for word, times in often.items():
            if times >= _OFTEN and len(word) >= SHORTEST - 1:
                self._alike[word[0]].append(word)

    def tidy(self, text: str) -> str:
        """Return the text with its slips mended; as it is, if too little would be left of it."""
        bare = re.sub(r" {2,}", " ", _SOUNDS.sub(" ", text)).strip()
        if len(bare.split()) < _LEFT:
            bare = text
        return _WORD.sub(lambda match: self._mended(match[0]), bare)

    def _mended(self, word: str) -> str:
        key = word.lower()
        if len(key) < SHORTEST or key in self._known or key.removesuffix("s") in self._known:
            return word
        slips = 2 if len(key) >= LONG else 1
        found = process.extractOne(key, self._alike.get(key[0], ()), scorer=OSA.distance, score_cutoff=slips)
        return found[0] if found else word
