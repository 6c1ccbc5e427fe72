"""A survival figure waits until it is asked for: only in topics marked `consent`, in `evidence` or For clinicians.

It says how long people live, or how many are alive or have died. That a treatment helps people
live longer is no figure; nor is a death from treatment, or the entry rule of US hospice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

# Read before anybody has said how much they want to know.
_BEFORE_CONSENT = frozenset({"outlook/prognosis#overview"})
_NUMBER = r"(?:\d[\d.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty)"
_SPAN = rf"\b(?:{_NUMBER}|an?|an? few|an? couple of)(?: more)?[ -](?:weeks?|months?|years?)\b"
_SHARE = rf"\b{_NUMBER} (?:in|out of|of every) (?:\d+|five|ten)\b|\d ?%|\bper ?cent\b|\b(?:half|thirds?|quarters?)\b"
_FIGURE = re.compile(f"{_SPAN}|{_SHARE}", re.IGNORECASE)
_LIFE = re.compile(
    r"\b(?:surviv(?:e[sd]?|al|ing)|alive|still living|lived?|lives|died|deaths|death rates?|life expectancy"
    r"|li(?:fe|ves?) (?:is|was|are) expected|(?:outlook|prognosis) (?:is|was|of)|(?:weeks|months|years|time) left)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\bmedian (?:\w+ )?survival\b|\b{_NUMBER}[ -]years? (?:\w+ )?survival\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\blive vaccines?\b|\b(?:not|are|is) live\b|\bwhere (?:you|they|we) live\b|\blives? (?:alone|near|normally)\b"
    r"|\blived? with\b(?! [^.]*?\bfor (?:about )?\d)"
    r"|\b(?:survive|live[sd]?) longer\b(?! than \D{0,12}\d| by)"
    r"|\b(?:died|deaths) (?:from|of|due to) (?:\w+ ){0,3}(?:treatment|surgery|side effects|operation)\b"
    r"|\bexpected to (?:live|last) (?:about )?(?:6|six) months or less\b",
    re.IGNORECASE,
)


def check(library: Library) -> Iterator[Problem]:
    """Yield each survival figure a person could meet without having asked for it."""
    for section in library.sections():
        if is_behind_consent(library, section):
            continue
        for text in (section.brief, section.more, section.next_step):
            for figure in survival_figures(text):
                message = (
                    f'"{section.aspect}" gives a survival figure before anybody asked: "{figure[:100]}"; '
                    "move it to evidence or For clinicians, and say here in words what it means"
                )
                yield Problem(library.topic(section.topic).path, section.line, message)


def is_behind_consent(library: Library, section: Section) -> bool:
    """Return whether a person reaches this section only by asking for figures or for studies."""
    if section.address in _BEFORE_CONSENT:
        return False
    return section.aspect == "evidence" or library.topic(section.topic).consent


def survival_figures(text: str) -> Iterator[str]:
    """Yield the sentences that say in figures how long people live or how many do."""
    if not _LIFE.search(text):
        return
    lead = ""
    for sentence in map(plain, sentences(text)):
        said = _OTHER.sub(" ", f"{lead} {sentence}")
        if _NAMED.search(said) or (_LIFE.search(said) and _FIGURE.search(said)):
            yield sentence
        lead = sentence if sentence.endswith(":") else ""
