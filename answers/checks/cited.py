"""Each sentence that claims something cites the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.topic import Section
from answers.words import CITATION, sentences


def check(library: Library) -> Iterator[Problem]:
    """Yield each sentence of a brief, of More or of For clinicians that cites nothing."""
    for section in (*library.passages(), *library.descriptions()):
        for sentence in uncited(section):
            path = library.path_of(section)
            yield Problem(path, section.line, f'"{section.aspect}" claims without a fact id: {sentence[:80]}')


def uncited(section: Section) -> Iterator[str]:
    """Yield the sentences that claim something and cite nothing.

    A lead-in that ends in a colon and a question claim nothing; what a person could ask
    is no claim either.
    """
    if section.aspect == "questions-to-ask":
        return
    for text in (section.brief, section.more, section.clinician):
        for sentence in sentences(text):
            if not CITATION.search(sentence) and not sentence.rstrip("*").endswith((":", "?")):
                yield sentence
