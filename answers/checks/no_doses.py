"""No dose before a patient: no amount of a medicine, and no number of tablets to take.

How often the label has it taken ("once a day") is no dose. For clinicians may name an amount, but only as
the label's, or as what a study or history gave; it never tells anyone to give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.topic import Section
from answers.words import plain, sentences

_ONE = r"(?:\d[\d.,]*|one|two|three|four|five|six|eight|ten|half an?|half the|a couple of)"
_COUNT = rf"{_ONE}(?: (?:to|or) {_ONE})?"
_FORM = r"(?:tablets?|pills?|capsules?|caplets?|puffs?|drops?|sachets?|patch(?:es)?|spoonfuls?|teaspoons?|tablespoons?)"
_OFTEN = r"(?:(?:an?|per|each|every) (?:day|night|morning|evening)|daily|nightly|(?:once|twice) (?:a|each|per) day)"
_FOOD = r"(?! of (?:salt|sodium|protein|sugar|fib(?:er|re)|fluids?|water|food|fat|carb\w*)\b)"
_AMOUNT = re.compile(
    r"\b\d[\d.,]*(?: ?(?:to|-|–|or|vs) ?\d[\d.,]*)?[ -]?"
    r"(?:mg|mcg|µg|g|milligrams?|micrograms?|grams?|IU|(?:international |million )?units|MIU|mL|milliliters?)\b"
    rf"(?:/(?:kg|m2|m²))?(?!/| per d?L\b){_FOOD}"
    r"|\b(?:mg|mcg|milligrams?|micrograms?)(?:/| per | for each )(?:kg|kilo\w*|m2|m²)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    rf"\b(?:take|taking|swallow|give|use|try) (?:only |just |up to |another |about )?{_COUNT} (?:\w+ )?{_FORM}\b"
    rf"|\b(?:{_COUNT}|an?) (?:\w+ )?{_FORM} {_OFTEN}\b"
    r"|\b(?:take|swallow) (?:only |just |up to )?(?:[1-9]|one|two|three|four)(?: more)?(?=\W*$|[.,;!]"
    r"| ?(?:at|with|before|after|every|twice|once|an? (?:day|night)|daily|now|tonight|in the|each|of (?:these|them))\b)"
    r"|\b(?:half|double|twice) (?:a|the|your|of the) (?:usual |normal )?(?:dose|tablet|pill)\b",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:label(?:s|l?ed|l?ing)?|stud(?:y|ies)|trials?|arms?|vs|versus|placebo|randomi[sz]ed|cohort|history)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:^|[:;,] )(?:give|start|take|use|titrate|increase|reduce|administer|prescribe)\b", re.IGNORECASE)


def check(library: Library) -> Iterator[Problem]:
    """Yield each dose before a patient, and each amount told to clinicians that is nobody's report."""
    for section in (*library.passages(), *library.descriptions()):
        path = library.path_of(section)
        for words, sentence in doses(section):
            message = (
                f'"{section.aspect}" gives a dose: "{words}" in "{sentence[:80]}"; '
                "leave the amount out and say that the team or the label sets it"
            )
            yield Problem(path, section.line, message)
        for words, sentence in bare_amounts(section.clinician):
            message = (
                f'"{section.aspect}" gives "{words}" to clinicians in "{sentence[:80]}"; '
                'say whose it is, such as "Label dose …", and tell no one to give it'
            )
            yield Problem(path, section.line, message)


def doses(section: Section) -> Iterator[tuple[str, str]]:
    """Yield each dose in what a patient reads, with its sentence."""
    for text in (section.brief, section.more, section.next_step):
        for sentence in map(plain, sentences(text)):
            for pattern in (_AMOUNT, _TAKEN):
                if match := pattern.search(sentence):
                    yield match[0], sentence
                    break


def bare_amounts(text: str) -> Iterator[tuple[str, str]]:
    """Yield each amount for clinicians that is not said to be the label's or a study's, with its sentence."""
    if not _AMOUNT.search(text):
        return
    lead = ""
    for sentence in map(plain, sentences(text)):
        match = _AMOUNT.search(sentence)
        if match and (_TOLD.search(sentence) or not _SOURCE.search(f"{lead} {sentence}")):
            yield match[0], sentence
        lead = sentence if sentence.endswith(":") else ""
