"""How hard a section is to read: its US school grade, medicine and test names taken out.

Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
"""

from __future__ import annotations

import re
from functools import cache

import pyphen

from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")


def grade(library: Library, section: Section) -> float:
    """Return the grade of what a patient reads in a section, to one decimal."""
    names = _names(library.topic(section.topic).names)
    words = syllables = count = 0
    for text in (section.brief, section.more, section.next_step):
        for sentence in sentences(text):
            found = [word for word in _WORD.findall(plain(sentence)) if word.lower() not in names]
            words += len(found)
            syllables += sum(map(_syllables, found))
            count += bool(found)
    if not words:
        return 0.0
    return round(0.39 * words / count + 11.8 * syllables / words - 15.59, 1)


@cache
def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for name in names for word in _WORD.findall(name))


@cache
def _syllables(word: str) -> int:
    return len(_hyphenation().inserted(word.lower()).split("-"))


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")
