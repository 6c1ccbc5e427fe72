"""A next step is one sentence of at most twenty words: one thing the person can do, and no claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.words import CITATION, plain, sentences

MOST = 20
_VERB = (
    r"agree|arrange|ask|book|bring|call|carry|check|choose|circle|collect|count|decide|draft|draw|fill|find|gather|give"
    r"|hand|invite|join|keep|learn|list|look|make|mark|measure|mention|name|note|open|pack|pick|plan|practice|print|put"
    r"|rate|read|record|remind|rest|review|save|say|send|set|share|show|sit|start|store|take|talk|tell|think|tick|track"
    r"|try|visit|wash|watch|wear|weigh|write"
)
_START = re.compile(
    r"(?:you (?:can|could|may|may want to|might want to) (?:also )?|(?:if|when|before|after|during) [^,]+, )?"
    rf"(?:{_VERB})\b",
    re.IGNORECASE,
)
_CLAIM = re.compile(
    r"\bbecause\b(?! of)|;|[–—]"
    r"|, (?:as|since) \w+|, so (?:it|this|they|these|that is|most|many)\b|\b(?:as|since) (?:it|this|they|most|many)\b"
    r"|, (?:which|and (?:it|this|that|they)) (?:is|are|can|may|will|helps?|makes?|means?|causes?|lowers?|eases?)\b"
    r"|\b\d+ (?:in|out of) \d+|\d ?%|\b(?:stud(?:y|ies)|trials?) (?:shows?|found|showed)\b",
    re.IGNORECASE,
)


def check(library: Library) -> Iterator[Problem]:
    """Yield what is wrong with each next step."""
    for section in library.passages():
        for wrong in faults(section.next_step):
            message = f'the next step of "{section.aspect}" {wrong}: "{plain(section.next_step)[:100]}"'
            yield Problem(library.path_of(section), section.line, message)


def faults(step: str) -> Iterator[str]:
    """Yield what keeps a text from being one plain next step, and what to write instead."""
    said = plain(step).replace("**", "")
    if (count := len(list(sentences(step)))) != 1:
        yield f"is {count} sentences; write one, about one thing to do"
    if (count := len(said.split())) > MOST:
        yield f"has {count} words, {MOST} at most; cut it to the one thing to do"
    if not _START.match(said):
        yield 'does not start with what to do; start with a verb, as in "Ask your team" (the known ones: _VERB)'
    if match := _CLAIM.search(said):
        yield f'claims something ("{match[0].strip()}"); move that to the brief or to More, with its fact'
    if match := CITATION.search(step):
        yield f"cites a fact ({match[0].strip()}); a next step rests on none, so it may claim nothing"
