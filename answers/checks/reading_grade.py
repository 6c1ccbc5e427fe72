"""A section reads at grade 8 or below, the names of medicines and tests taken out.

The formula is for English; other languages have no grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.readability import count_syllables, grade_of, names_of, read_words

MOST = 8.0
LANGUAGE = "en"
_LONG = 4


def check(library: Library) -> Iterator[Problem]:
    """Yield each section and each description of a picture in English that is harder to read."""
    if library.language != LANGUAGE:
        return
    names = names_of(library)
    for section in (*library.sections(), *library.descriptions()):
        read = read_words(section, names)
        if (found := grade_of(read)) > MOST:
            message = (
                f'"{section.aspect}" reads at grade {found}, {MOST} at most; part long sentences, '
                f"and write shorter words for {long_words(read)}"
            )
            yield Problem(library.path_of(section), section.line, message)


def long_words(read: list[list[str]]) -> str:
    """Return the longest words in quotes, the most syllables first; or what to do where there are none."""
    long = {word for words in read for word in words if count_syllables(word) >= _LONG}
    shown = sorted(long, key=lambda word: (-count_syllables(word), word))[:6]
    return ", ".join(f'"{word}"' for word in shown) or "those of three syllables"
