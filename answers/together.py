"""What only shows when the files of a library are held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from answers.clinic import PLACEHOLDERS
from answers.errors import Problem, nearest
from answers.picture import Picture, faults
from answers.topic import Section, Topic

if TYPE_CHECKING:
    from answers.library import Library

_BRACES = re.compile(r"\{[{%#].*?[}%#]\}|\{\{|\}\}")
_PLACEHOLDER = re.compile(r"\{\{ clinic\.([a-z_]+) \}\}")


def problems_together(library: Library) -> Iterator[Problem]:
    """Yield every problem between the files of a library."""
    for topic in library.topics.values():
        yield from topic_problems(topic, library)
        for section in topic.sections.values():
            yield from section_problems(topic.path, section, library)
    yield from title_problems(library)
    yield from _sign_problems(library)
    yield from _myth_problems(library)
    yield from _term_problems(library)
    yield from _script_problems(library)
    for picture in library.pictures.values():
        yield from picture_problems(picture, library)
        yield from _unknown_addresses(picture.path, "topics", picture.shown_with, library)
    for address in library.stops:
        if not library.knows(address):
            yield Problem(f"{library.folder}/stopped.yml", 1, f'stops "{address}", which does not exist')


def topic_problems(topic: Topic, library: Library) -> Iterator[Problem]:
    """Yield what is wrong with a topic as a whole."""
    for other in topic.related:
        if other not in library.topics:
            yield Problem(topic.path, 1, f'related topic "{other}" does not exist{nearest(other, library.topics)}')
    if "overview" not in topic.sections:
        yield Problem(topic.path, 1, "has no overview")


def section_problems(path: str, section: Section, library: Library) -> Iterator[Problem]:
    """Yield the unknown facts a section cites and the braces in it that mean nothing."""
    yield from _unknown_facts(path, section.line, f'"{section.aspect}"', section.facts, library)
    if "{" not in section.text and "}" not in section.text:
        return
    for match in _BRACES.finditer(section.text):
        inner = _PLACEHOLDER.fullmatch(match[0])
        if not inner or inner[1] not in PLACEHOLDERS:
            known = ", ".join(f"{{{{ clinic.{name} }}}}" for name in sorted(PLACEHOLDERS))
            yield Problem(path, section.line, f'"{match[0]}" is no placeholder; known: {known}')


def picture_problems(picture: Picture, library: Library) -> Iterator[Problem]:
    """Yield the unknown facts a picture cites and what is wrong with its drawing."""
    yield from _unknown_facts(picture.path, 1, "the description", picture.facts, library)
    yield from (Problem(picture.path, 1, message) for message in faults(picture))


def title_problems(library: Library) -> Iterator[Problem]:
    """Yield titles and first names that two topics share: choices offered by title must tell them apart."""
    seen: dict[str, str] = {}
    for topic in library.topics.values():
        for kind, text in (("title", topic.title), ("first name", topic.names[0])):
            key = text.lower()
            if seen.get(key, topic.id) != topic.id:
                yield Problem(topic.path, 2, f'the {kind} "{text}" is also that of {seen[key]}')
            seen[key] = topic.id


def _unknown_facts(path: str, line: int, what: str, facts: tuple[str, ...], library: Library) -> Iterator[Problem]:
    for fact in facts:
        if fact not in library.facts:
            yield Problem(path, line, f'{what} cites an unknown fact "{fact}"{nearest(fact, library.facts)}')


def _unknown_addresses(path: str, what: str, addresses: tuple[str, ...], library: Library) -> Iterator[Problem]:
    known: Mapping[str, object] = library.topics
    for address in addresses:
        if not library.knows(address):
            topic = address.partition("#")[0]
            meant = "" if topic in known else nearest(topic, known)
            yield Problem(path, 1, f'{what} names "{address}", where nothing is filed{meant}')


def _sign_problems(library: Library) -> Iterator[Problem]:
    for fact in library.facts.values():
        if fact.aspect not in library.aspects:
            yield Problem(f"{library.root}/evidence", 1, f'fact "{fact.id}": unknown aspect "{fact.aspect}"')
    for sign in library.signs.values():
        if sign.id not in library.facts:
            yield Problem(f"{library.folder}/signs/{sign.id}.yml", 1, "has no fact of the same id behind it")


def _myth_problems(library: Library) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for myth in library.myths.values():
        yield from section_problems(myth.path, myth.section, library)
        yield from _unknown_addresses(myth.path, "see", myth.see, library)
        for said in myth.says:
            if said.lower() in seen:
                yield Problem(myth.path, 1, f'"{said}" also stands in {seen[said.lower()]}')
            seen[said.lower()] = myth.path


def _term_problems(library: Library) -> Iterator[Problem]:
    path = f"{library.folder}/glossary.yml"
    for term in library.terms.values():
        yield from _unknown_facts(path, 1, f'term "{term.id}"', term.facts, library)
        yield from _unknown_addresses(path, f'term "{term.id}"', (term.more,), library)


def _script_problems(library: Library) -> Iterator[Problem]:
    for script in library.scripts.values():
        for sign in script.watch_for:
            if sign not in library.signs:
                yield Problem(script.path, 1, f'watches for an unknown sign "{sign}"{nearest(sign, library.signs)}')
        for number, step in enumerate(script.steps, start=1):
            yield from _unknown_facts(script.path, 1, f"step {number}", step.facts, library)
            yield from _unknown_addresses(script.path, f"step {number}", (*step.include, *step.draws_on), library)
