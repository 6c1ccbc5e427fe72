"""How much of the outlook a person wants to know, and what of a section waits for that.

Ask before telling: survival figures, and what is filed under a topic marked `consent`, are said only
to somebody who was asked how much they want to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.checks.survival_behind_consent import is_behind_consent, survival_figures
from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

NOTHING, WORDS, NUMBERS = "nothing", "words", "numbers"
AMOUNTS = (NOTHING, WORDS, NUMBERS)
# What clinicians write of survival is figures, whatever form it has.
_OF_SURVIVAL = re.compile(r"\bOS\b|surviv|\balive\b|\bdeaths?\b|\bdied\b|\blived\b|mortality", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def before_consent(library: Library, section: Section) -> Section:
    """Return what may be said of a section before it is asked how much is wanted: itself, or its topic's overview."""
    topic = library.topics.get(section.topic)
    if topic and topic.consent and is_behind_consent(library, section):
        return library.section(f"{section.topic}#overview")
    return section


def holds_back(library: Library, section: Section, part: str, amount: str | None) -> bool:
    """Return whether something of a section waits for consent that was not given.

    For somebody who wants nothing of it that is every section of a topic marked `consent`; for
    anybody who has not asked for numbers, each sentence with a survival figure.
    """
    if amount == NUMBERS or section.topic not in library.topics:
        return False
    if library.topic(section.topic).consent and (amount == NOTHING or is_behind_consent(library, section)):
        return True
    return any(next(withheld(section, name, text, library), None) for name, text in parts(section, part))


def in_words(section: Section, name: str, text: str, library: Library) -> str:
    """Return a part of a section as a reader sees it, without the sentences that tell of survival in figures."""
    shown = plain(text)
    for sentence in withheld(section, name, text, library):
        shown = shown.replace(sentence, "")
    lines = (" ".join(line.split()) for line in shown.split("\n"))
    return "\n".join(line for line in lines if line not in ("-", "*")).strip()


def withheld(section: Section, name: str, text: str, library: Library) -> Iterator[str]:
    """Yield the sentences of a part that wait for somebody to ask for numbers, as a reader sees them."""
    topic = library.topics.get(section.topic)
    if topic and topic.consent and section.aspect != "questions-to-ask":
        figures = set(survival_figures(text))
        shown = map(plain, sentences(text))
        yield from (sentence for sentence in shown if _DIGIT.search(sentence) or sentence in figures)
    elif name == "clinician":
        yield from (plain(sentence) for sentence in sentences(text) if _OF_SURVIVAL.search(sentence))
    else:
        yield from survival_figures(text)


def parts(section: Section, part: str) -> list[tuple[str, str]]:
    """Return the parts of a section that are told, each with its name, as far as `part` goes."""
    told = [("brief", section.brief)]
    # A list of questions is the answer; a lead-in alone would say nothing.
    if part in ("more", "clinician") or section.brief.rstrip().endswith(":"):
        told.append(("more", section.more))
    if part == "clinician":
        told.append(("clinician", section.clinician))
    return told
