"""A section is short: a brief of 1 to 3 sentences, with More at most 190 words, in paragraphs of at most 4 sentences.

For clinicians is excepted, as it is from the length of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

BRIEF = 3
WORDS = 190
LEAST = 15
PARAGRAPH = 4
ITEMS = 8
_ITEM = re.compile(r"[-*]\s+")


def check(library: Library) -> Iterator[Problem]:
    """Yield what is too long or too short in each section."""
    for section in library.passages():
        for wrong in faults(section):
            yield Problem(library.path_of(section), section.line, f'"{section.aspect}": {wrong}')


def faults(section: Section) -> Iterator[str]:
    """Yield what is too long or too short in a section, and what to do about it."""
    brief, more = plain(section.brief), plain(section.more)
    if (count := len(list(sentences(section.brief)))) > BRIEF:
        yield f"the brief has {count} sentences, {BRIEF} at most; move the rest to More"
    if (count := _words(brief) + _words(more)) > WORDS:
        yield f"brief and More have {count} words, {WORDS} at most; cut what other sections say"
    if more and (count := _words(more)) < LEAST:
        yield f'More has {count} words, {LEAST} at least; fold it into the brief: "{more}"'
    for paragraph in f"{brief}\n\n{more}".split("\n\n"):
        yield from _paragraph_faults(paragraph)


def _paragraph_faults(paragraph: str) -> Iterator[str]:
    lines = paragraph.splitlines()
    items = [line for line in lines if _ITEM.match(line)]
    if len(items) > ITEMS:
        yield f'a list has {len(items)} items, {ITEMS} at most; part it in two or drop some: "{items[0]}"'
    prose = " ".join(line for line in lines if not _ITEM.match(line))
    if (count := len(list(sentences(prose)))) > PARAGRAPH:
        yield f'a paragraph has {count} sentences, {PARAGRAPH} at most; part it where the matter turns: "{prose[:60]}"'


def _words(text: str) -> int:
    """Count words; the mark of a list item is none."""
    return sum(1 for word in text.split() if word not in "-*")
