"""The first sentence of `when-to-call` stands alone at the end of every answer: an action and how soon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.words import first_sentence

MOST = 20
_ACTION = re.compile(r"\b(?:call|ring|phone|tell|ask|go to|get help|mention)\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"\b(?:emergency number|clinic\.emergency|911|now|right away|at once|same day|today|day or night|at any hour"
    r"|next (?:visit|appointment))\b",
    re.IGNORECASE,
)
_SIGNS = r"(?:signs?|symptoms?|changes?|problems?)"
_ELSEWHERE = re.compile(
    rf"\b(?:{_SIGNS}|ones|any|anything|listed|list|those|these) (?:\w+ ){{0,2}}?(?:below|above|here)\b"
    rf"|\b(?:these|those|this|such) (?:\w+ )?(?:{_SIGNS}|list)\b|\bthe following\b|:$",
    re.IGNORECASE,
)


def check(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with the call line of each topic that has one."""
    for topic in library.topics.values():
        section = topic.sections.get("when-to-call")
        if not section:
            continue
        line = first_sentence(section.brief)
        for wrong in faults(line):
            yield Problem(topic.path, section.line, f'the first sentence of "when-to-call" {wrong}: "{line}"')


def faults(line: str) -> Iterator[str]:
    """Yield what keeps a call line from being of use alone, and what to write instead."""
    if not _ACTION.search(line):
        yield 'names no action; start with whom to call, as in "Call your cancer team"'
    if not _LEVEL.search(line):
        yield 'does not say how soon; add the emergency number, "the same day" or "at your next visit"'
    if match := _ELSEWHERE.search(line):
        yield f'points elsewhere ("{match[0]}"); name the signs themselves'
    if (count := len(line.split())) > MOST:
        yield f"has {count} words, {MOST} at most; keep the gravest signs"
