"""Search of the whole store: the same ranking here and in `static/console.js`, from the same index.

All words of a query must be found. A word counts as it stands, then as the start of a word, and only if it is no word
of the store, as one misspelt; in titles, names and headings it counts three times what it counts in a brief.
"""

from __future__ import annotations

import gzip
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from rapidfuzz.distance import OSA

from answers.library import Library
from answers.words import first_sentence, plain

WHOLE, START, MISSPELT, NEAR = 6, 4, 1, 3
SHORTEST, LONG = 4, 8
"""Words shorter than SHORTEST are never taken for misspelt; those of LONG letters may have two slips."""
MOST_SHOWN = 40
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Entry:
    """One thing that can be found: what is shown of it, where it leads, and the words it is found by."""

    kind: str
    title: str
    heading: str
    brief: str
    url: str
    near: tuple[int, ...]
    far: tuple[int, ...]


class _Thing(NamedTuple):
    """What is shown of something, where it leads, and the words it is found by; `misspelt` as people write it."""

    kind: str
    title: str
    heading: str
    brief: str
    url: str
    near: str
    far: str
    misspelt: str = ""


class Index:
    """All entries of a library, and the words they use, by number."""

    def __init__(self, library: Library) -> None:
        self._numbers: dict[str, int] = {}
        things = list(_things(library))
        for thing in things:
            self._numbered(words_of(f"{thing.near} {thing.far}"))
        self.known = len(self._numbers)
        """The words from this number on are none; people only write them so."""
        self.entries = [self._entry(thing) for thing in things]
        self.words = list(self._numbers)

    def find(self, query: str) -> list[Entry]:
        """Return what a query finds, best first; nothing for an empty query."""
        asked = [self._fits(word) for word in dict.fromkeys(words_of(query))]
        if not asked:
            return []
        scores = [self._score(entry, asked) for entry in self.entries]
        order = sorted(range(len(scores)), key=lambda place: -scores[place])
        return [self.entries[place] for place in order if scores[place]]

    @cached_property
    def as_json(self) -> bytes:
        """The index as the browser reads it."""
        rows = [[e.kind, e.title, e.heading, e.brief, e.url, e.near, e.far] for e in self.entries]
        index = {"known": self.known, "words": self.words, "entries": rows}
        return json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()

    @cached_property
    def compressed(self) -> bytes:
        """The same, compressed with gzip."""
        return gzip.compress(self.as_json, 6)

    def _entry(self, thing: _Thing) -> Entry:
        near = self._numbered(words_of(f"{thing.near} {thing.misspelt}"))
        far = tuple(number for number in self._numbered(words_of(thing.far)) if number not in set(near))
        return Entry(thing.kind, thing.title, thing.heading, thing.brief, thing.url, near, far)

    def _numbered(self, words: Iterable[str]) -> tuple[int, ...]:
        return tuple(self._numbers.setdefault(word, len(self._numbers)) for word in dict.fromkeys(words))

    def _fits(self, asked: str) -> dict[int, int]:
        """Return how well each word of the index fits one that is asked for."""
        fits = {n: WHOLE if word == asked else START for n, word in enumerate(self.words) if word.startswith(asked)}
        slips = 0 if len(asked) < SHORTEST else 1 if len(asked) < LONG else 2
        if not slips or any(n < self.known for n in fits):
            return fits
        near = ((n, OSA.distance(asked, word, score_cutoff=slips)) for n, word in enumerate(self.words))
        return {n: MISSPELT for n, distance in near if distance <= slips} | fits

    def _score(self, entry: Entry, asked: list[dict[int, int]]) -> int:
        total = 0
        for fits in asked:
            near = max((fits.get(n, 0) for n in entry.near), default=0) * NEAR
            best = max(near, max((fits.get(n, 0) for n in entry.far), default=0))
            if not best:
                return 0
            total += best
        return total


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case and without accents."""
    letters = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))
    return _WORD.findall(bare.lower())


def link_to(address: str) -> str:
    """Return the page on which an address stands, at its place there."""
    topic, _, aspect = address.partition("#")
    return f"/nurse/answer/{quote(topic)}" + (f"#{quote(aspect)}" if aspect else "")


def _things(library: Library) -> Iterator[_Thing]:
    """Yield everything that can be found."""
    for script in library.scripts.values():
        far = f"{script.goal} {' '.join(step.title for step in script.steps)}"
        yield _Thing("script", script.title, "", script.goal, f"/nurse/script/{quote(script.id)}", script.title, far)
    for term in library.terms.values():
        yield _Thing("term", term.term, "", term.meaning, link_to(term.more), " ".join(term.forms), term.meaning)
    for topic in library.topics.values():
        names, misspelt = " ".join((topic.title, *topic.names)), " ".join(topic.misspellings)
        for section in topic.sections.values():
            heading, brief = library.aspects[section.aspect], library.fill(section.brief)
            shown, near = (topic.title, heading, first_sentence(brief)), f"{names} {heading}"
            yield _Thing("section", *shown, link_to(section.address), near, plain(brief), misspelt)
    for myth in library.myths.values():
        brief = library.fill(myth.section.brief)
        url = link_to(myth.section.topic)
        yield _Thing("myth", myth.title, "", first_sentence(brief), url, myth.title, plain(brief))
