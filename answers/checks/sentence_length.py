"""A sentence has at most twenty words: the reader is tired, and on a phone."""

from __future__ import annotations

from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.words import plain, sentences

MOST = 20


def check(library: Library) -> Iterator[Problem]:
    """Yield each longer sentence in what a patient reads."""
    for section in (*library.passages(), *library.descriptions()):
        for text in (section.brief, section.more, section.next_step):
            for sentence in sentences(text):
                count = len(plain(sentence).split())
                if count > MOST:
                    message = f'"{section.aspect}": {count} words, {MOST} at most: {plain(sentence)[:80]}'
                    yield Problem(library.path_of(section), section.line, message)
