"""No percent before a patient: a brief, More and Next step count people, as in "14 in 100 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.words import plain, sentences

_PERCENT = re.compile(r"\d[\d.,]* ?%|%|\b(?:[\w.]+ )?(?:per ?cent|percentages?(?: points?)?|pct)\b", re.IGNORECASE)


def check(library: Library) -> Iterator[Problem]:
    """Yield each percent in what a patient reads."""
    for section in (*library.passages(), *library.descriptions()):
        for text in (section.brief, section.more, section.next_step):
            for words, sentence in percents(text):
                message = (
                    f'"{section.aspect}" says "{words}" in "{sentence[:80]}"; count people instead, '
                    'such as "14 in 100 people", or move the figure to For clinicians'
                )
                yield Problem(library.path_of(section), section.line, message)


def percents(text: str) -> Iterator[tuple[str, str]]:
    """Yield each percent in a text with the sentence it stands in."""
    if not _PERCENT.search(text):
        return
    for sentence in map(plain, sentences(text)):
        for match in _PERCENT.finditer(sentence):
            yield match[0], sentence
