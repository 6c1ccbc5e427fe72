"""How hard a section is to read: its US school grade, medicine and test names taken out.

Flesch-Kincaid grade (Kincaid et al. 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59.
A hyphenation never parts one letter from a word, so it counts too few syllables in "about" or
"emergency". We count vowels that sound as well, and believe the larger of the two.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pyphen

from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

NAMED = ("drug/", "test/")
Names = Mapping[str, list[list[str]]]
"""Names as lists of words, by their first word."""

_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_SPELT_OUT = re.compile(r"[A-Z]{2,5}")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(
    r"(?<=[^aeiouy])e(?:"
    r"(?=(?:ly|less|ness|ful|fully|times?|thing|ones?|aches?|where|cares?|lets?|lines?|givers?|spread|long|ty)$)"
    r"|(?=ments?$)(?<!ple)"
    r"|(?=d?$)(?<![td]e(?=d))(?<![^aeiouylr]le)"
    r"|(?=s$)(?<![sxzcg]e)(?<![cs]he)(?<![^aeiouylr]le)"
    r")"
)
_APART = re.compile(
    r"i(?=a(?:[^i]|$))(?<![ctg]i(?=a[ln]))|i(?=o(?!n|us)|ous)(?<![cgtx]i(?=ous))|i(?=u)"  # media, period, serious
    r"|i(?=e[rt]|en[ct])(?<=[^aeioucst]i)|e(?=o(?!us|n$|ple|u))|e(?=ism|um)"  # drier, video, museum
    r"|e(?=a(?:s?$|c[^hk]))(?<=[aeiouy][^aeiouy]e|rhe|pne)|(?<=cr)e(?=at)|(?<=r)e(?=ac[^h])"  # area, create, react
    r"|u(?=[ao]|id|ici)(?<![qg]u)|(?<=h)o(?=urs?$)"  # usual, fluid, hour
    r"|[aeiouy](?=ing)|[aeiou](?=y[aeo])|a(?=o)"  # being, player, chaos
    r"|(?<=[sh])m(?=s?$)"  # rhythm
)
_IRREGULAR = {"diabetes": 4, "eye": 1, "eyes": 1, "european": 4}


def grade(library: Library, section: Section) -> float:
    """Return the grade of what a patient reads in a section, to one decimal."""
    return grade_of(read_words(section, names_of(library)))


def grade_of(read: list[list[str]]) -> float:
    """Return the grade of words, sentence by sentence, to one decimal."""
    words = sum(map(len, read))
    if not words:
        return 0.0
    syllables = sum(count_syllables(word) for sentence in read for word in sentence)
    return round(0.39 * words / len(read) + 11.8 * syllables / words - 15.59, 1)


def read_words(section: Section, names: Names) -> list[list[str]]:
    """Return the words a patient reads in a section, sentence by sentence, names taken out."""
    texts = (section.brief, section.more, section.next_step)
    read = (_without(_WORD.findall(plain(sentence)), names) for text in texts for sentence in sentences(text))
    return [words for words in read if words]


def names_of(library: Library) -> Names:
    """Return the names of all medicines and tests, to be taken out."""
    return _by_first_word(tuple(topic.names for topic in library.topics.values() if topic.id.startswith(NAMED)))


@cache
def count_syllables(word: str) -> int:
    """Return how many syllables a word has when spoken; an abbreviation is spelt out."""
    if _SPELT_OUT.fullmatch(word):
        return len(word) + 2 * word.count("W")
    bare = word.lower().removesuffix("'s")
    if bare in _IRREGULAR:
        return _IRREGULAR[bare]
    vowels = len(_VOWELS.findall(_SILENT.sub("", bare))) + len(_APART.findall(_SILENT.sub("", bare)))
    return max(1, vowels, len(_hyphenation().positions(bare)) + 1)


def _without(words: list[str], names: Names) -> list[str]:
    """Return the words that belong to no name, the longest name taken first."""
    lower = [word.lower() for word in words]
    if names.keys().isdisjoint(lower):
        return words
    left, at = [], 0
    while at < len(words):
        name = next((name for name in names.get(lower[at], ()) if lower[at : at + len(name)] == name), [])
        left += [] if name else [words[at]]
        at += len(name) or 1
    return left


@cache
def _by_first_word(names: tuple[tuple[str, ...], ...]) -> Names:
    """Return the names as words, their plurals too, by first word and longest first."""
    found: dict[str, list[list[str]]] = {}
    for form in sorted({form.lower() for some in names for name in some for form in (name, f"{name}s")}):
        if words := _WORD.findall(form):
            found.setdefault(words[0], []).append(words)
    return {first: sorted(some, key=len, reverse=True) for first, some in found.items()}


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")
