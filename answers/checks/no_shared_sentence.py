"""A sentence stands once: no two sections say the same one word for word; what is shared is included.

A lead-in that ends in a colon heads a list and claims nothing, so it may be the same everywhere.
A sentence that a section includes is not its own: it lives once, in `shared/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from answers.errors import Problem
from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

LEAST = 6
_NOT_A_WORD = re.compile(r"[^a-z0-9'%/]+")


def check(library: Library) -> Iterator[Problem]:
    """Yield each sentence that an earlier section has already said."""
    for first, section, sentence in copies(library.sections()):
        message = (
            f'"{section.aspect}" repeats {first.address} word for word: "{sentence[:80]}"; '
            "say what this topic needs of it, drop it, or include one text from shared/"
        )
        yield Problem(library.topic(section.topic).path, section.line, message)


def copies(sections: Iterable[Section]) -> Iterator[tuple[Section, Section, str]]:
    """Yield the section that says a sentence first, the one that repeats it, and the sentence."""
    said: dict[str, Section] = {}
    for section in sections:
        for sentence in own_sentences(section):
            first = said.setdefault(key(sentence), section)
            if first is not section:
                yield first, section, sentence


def own_sentences(section: Section) -> Iterator[str]:
    """Yield the sentences of six words or more that a section says itself, without their fact ids."""
    included = {key(sentence) for text in section.shared for sentence in map(plain, sentences(text))}
    for text in (section.brief, section.more, section.clinician):
        for sentence in map(plain, sentences(text)):
            is_lead_in = sentence.rstrip("*").endswith(":")
            if len(sentence.split()) >= LEAST and not is_lead_in and key(sentence) not in included:
                yield sentence


def key(sentence: str) -> str:
    """Return a sentence without case and punctuation."""
    return _NOT_A_WORD.sub(" ", sentence.lower().replace("’", "'")).strip()
