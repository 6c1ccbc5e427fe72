"""Where a word of the glossary stands first in a text, so that a page can show its meaning there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from answers.term import Term

SHORT = 3
"""Forms of so few letters are abbreviations: they count only as they are written, never "it" for "IT"."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text, and the term it is the first use of, if it is one."""

    text: str
    term: Term | None = None


def pieces(text: str, terms: Mapping[str, Term], seen: set[str]) -> list[Piece]:
    """Return a text in pieces; `seen` holds the terms met before and takes up those met here."""
    found, at = [], 0
    for match, term in _matches(text, terms):
        if term.id in seen or match.start() < at:
            continue
        seen.add(term.id)
        found += [Piece(text[at : match.start()]), Piece(match[0], term)]
        at = match.end()
    return [piece for piece in (*found, Piece(text[at:])) if piece.text]


def terms_in(text: str, terms: Mapping[str, Term]) -> list[Term]:
    """Return the words of the glossary that a text uses, each once, in order."""
    return list({term.id: term for _, term in _matches(text, terms)}.values())


def _matches(text: str, terms: Mapping[str, Term]) -> Iterator[tuple[re.Match[str], Term]]:
    exact, loose, known = _expressions(tuple(terms.values()))
    matches = [*exact.finditer(text), *loose.finditer(text)]
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        term = known.get(match[0]) or known.get(match[0].lower())
        if term:
            yield match, term


@lru_cache(maxsize=4)
def _expressions(terms: tuple[Term, ...]) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Term]]:
    forms = {form: term for term in terms for form in term.forms}
    short = [form for form in forms if len(form) <= SHORT]
    known = {form if len(form) <= SHORT else form.lower(): term for form, term in forms.items()}
    return _any_of(short, 0), _any_of([form for form in forms if len(form) > SHORT], re.IGNORECASE), known


def _any_of(forms: list[str], flags: int) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})\b", flags)
