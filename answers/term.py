"""The glossary: words people hear, each with a meaning a child of twelve follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answers.document import read_yaml
from answers.errors import Problem, nearest

FIELDS = {
    "term": "The word as people meet it.",
    "also": "Its other forms: plural, abbreviation, the same thing in other letters.",
    "say": "How to say it, the stressed syllable in capitals.",
    "meaning": "One sentence of at most twenty words.",
    "facts": "The facts the meaning rests on.",
    "more": "The address where more is told.",
}


@dataclass(frozen=True)
class Term:
    """One word: its forms, how to say it, what it means, and where more is told."""

    id: str
    term: str
    also: tuple[str, ...]
    say: str
    meaning: str
    facts: tuple[str, ...]
    more: str

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms people meet, the term first."""
        return (self.term, *self.also)


def read_terms(path: Path, shown: str) -> tuple[dict[str, Term], list[Problem]]:
    """Return every term by id, and what is wrong with the file."""
    data, problems = read_yaml(path, shown)
    lines = _lines_of_ids(path) if data else {}
    terms: dict[str, Term] = {}
    for key, entry in (data or {}).items():
        found = [Problem(shown, lines.get(key, 1), f'term "{key}" {message}') for message in _wrong(entry)]
        problems += found
        if not found:
            terms[key] = _term(key, entry)
    problems += _shared_forms(terms, shown, lines)
    return terms, problems


def _term(key: str, entry: Mapping[str, Any]) -> Term:
    return Term(
        id=key,
        term=str(entry["term"]),
        also=tuple(map(str, entry.get("also") or ())),
        say=str(entry["say"]),
        meaning=str(entry["meaning"]),
        facts=tuple(map(str, entry["facts"])),
        more=str(entry["more"]),
    )


def _wrong(entry: Any) -> Iterator[str]:
    if not isinstance(entry, dict):
        yield "is no list of fields"
        return
    for name in entry.keys() - FIELDS.keys():
        yield f'has an unknown field "{name}"{nearest(name, FIELDS)}'
    for name in FIELDS.keys() - {"also"}:
        if not entry.get(name):
            yield f'lacks "{name}": {FIELDS[name]}'


def _shared_forms(terms: Mapping[str, Term], shown: str, lines: Mapping[str, int]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for term in terms.values():
        for form in dict.fromkeys(form.lower() for form in term.forms):
            if form in seen:
                yield Problem(shown, lines.get(term.id, 1), f'"{form}" is also a form of "{seen[form]}"')
            seen[form] = term.id


def _lines_of_ids(path: Path) -> dict[str, int]:
    text = path.read_text(encoding="utf-8").splitlines()
    return {line.partition(":")[0]: n for n, line in enumerate(text, start=1) if line[:1].isalnum()}
