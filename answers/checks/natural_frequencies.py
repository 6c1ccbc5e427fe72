"""Numbers a patient can hold: one bottom number in a section, and no decimals.

"8 in 100" beside "1 in 5" asks the reader to do sums. A decimal stays only where the point matters: in a
temperature, a lab limit or a size. "4 of the 6" tells of a known few and is no frequency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_WORDS |= {"twelve": 12, "twenty": 20, "hundred": 100, "thousand": 1000}
_NUMBER = rf"(?:\d[\d,]*|one|{'|'.join(_WORDS)})"
_BOTTOM = rf"(\d[\d,]*|{'|'.join(_WORDS)})\b(?![.,]?\d|[-–]|st|nd|rd|th)"
_THING = (
    r"(?! ?(?:weeks?|months?|days?|years?|hours?|minutes?|cm|mm|visits?|doses?|hospitals?|countries"
    r"|(?:\w+ )?(?:stud(?:y|ies)|trials?|reviews?|groups?|scores?|factors?|guidelines?))\b)"
)
_FREQUENCY = re.compile(
    rf"\b{_NUMBER}(?: (?:to|or|and) (?:{_NUMBER}|more|fewer))?(?: people| patients| cases)?"
    rf" (?:out of|in|(?<!one )of)(?: every| about| an?)? {_BOTTOM}{_THING}"
    rf"|^(?:out of|of)(?: every| about)? {_BOTTOM}{_THING}",
    re.IGNORECASE,
)
_HINT = re.compile(rf"(?:in|of)(?:\s+every|\s+about|\s+an?)?\s+{_BOTTOM}", re.IGNORECASE)
_STEP = re.compile(r"\b(?:stages?|grades?|steps?|scores?|levels?|phases?|days?|weeks?|lines?|parts?) $", re.IGNORECASE)
_YEARS = range(1900, 2100)
_UNIT = r"(?:°|degrees\b|cm\b|mm\b|inch|(?:m?mol|µmol|[mkµ]?g|units)/d?L|times the (?:upper|normal|lower))"
_DECIMAL = re.compile(rf"(?<![\w.])\d+\.\d+(?!\d|\.\d)(?!(?: ?(?:to|and|-|–) ?[\d.]+)? ?{_UNIT})")


def check(library: Library) -> Iterator[Problem]:
    """Yield each section that mixes bottom numbers, and each decimal before a patient."""
    for section in (*library.passages(), *library.descriptions()):
        path = library.path_of(section)
        found = bottoms(section)
        if len(found) > 1:
            quoted = "; ".join(f'"{words}"' for words in found.values())
            message = f'"{section.aspect}" mixes bottom numbers: {quoted}; use one, such as 100, all through'
            yield Problem(path, section.line, message)
        for number, sentence in decimals(section):
            message = f'"{section.aspect}" has the decimal {number} in "{sentence[:80]}"; round it to a whole number'
            yield Problem(path, section.line, message)


def bottoms(section: Section) -> dict[int, str]:
    """Return the bottom numbers of the frequencies a patient reads, each with the first words that use it."""
    found: dict[int, str] = {}
    for sentence in _read(section, _HINT):
        for match in _FREQUENCY.finditer(sentence):
            bottom = _value(match[1] or match[2])
            if bottom not in _YEARS and not _STEP.search(sentence[: match.start()]):
                found.setdefault(bottom, match[0])
    return found


def decimals(section: Section) -> Iterator[tuple[str, str]]:
    """Yield each decimal a patient reads that is no temperature, lab limit or size, with its sentence."""
    for sentence in _read(section, _DECIMAL):
        for match in _DECIMAL.finditer(sentence):
            yield match[0], sentence


def _read(section: Section, hint: re.Pattern[str]) -> Iterator[str]:
    """Yield the sentences of the texts that a patient reads and that hold the hint."""
    for text in (section.brief, section.more, section.next_step):
        if hint.search(text):
            yield from map(plain, sentences(text))


def _value(word: str) -> int:
    return _WORDS.get(word.lower()) or int(word.replace(",", ""))
