"""Two languages say the same: the same notices with the same blanks, and in each topic the same addresses and facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from answers.errors import Problem
from answers.library import REFERENCE, Library
from answers.topic import Topic


def languages(folder: Path) -> list[str]:
    """Return the languages under a content folder, the reference first."""
    found = sorted(path.parent.name for path in folder.glob("*/aspects.yml"))
    return sorted(found, key=lambda language: language != REFERENCE)


def differences(reference: Library, other: Library) -> Iterator[Problem]:
    """Yield where a translation lacks, adds or cites something else than the reference."""
    for aspect in reference.aspects.keys() ^ other.aspects.keys():
        yield Problem(f"{other.folder}/aspects.yml", 1, f'the aspect "{aspect}" stands in one language only')
    for notice in sorted(reference.notices.keys() ^ other.notices.keys()):
        yield Problem(f"{other.folder}/notices/{notice}.md", 1, "this notice stands in one language only")
    for notice in sorted(reference.notices.keys() & other.notices.keys()):
        if set(reference.notices[notice].uses) != set(other.notices[notice].uses):
            yield Problem(f"{other.folder}/notices/{notice}.md", 1, "uses other values than the reference")
        if set(reference.notices[notice].own) != set(other.notices[notice].own):
            yield Problem(f"{other.folder}/notices/{notice}.md", 1, "names other values as the person's own words")
    for surface in reference.interface.keys() | other.interface.keys():
        one, two = (library.interface.get(surface, {}) for library in (reference, other))
        for name in sorted(one.keys() ^ two.keys()):
            yield Problem(f"{other.folder}/interface/{surface}.yml", 1, f'"{name}" stands in one language only')
    for topic in other.topics.values():
        if topic.id not in reference.topics:
            yield Problem(topic.path, 1, "is no topic of the reference")
        else:
            yield from _topic_differences(reference.topics[topic.id], topic)


def _topic_differences(reference: Topic, other: Topic) -> Iterator[Problem]:
    for aspect in sorted(reference.sections.keys() ^ other.sections.keys()):
        yield Problem(other.path, 1, f'"{aspect}" stands in one language only')
    for aspect in sorted(reference.sections.keys() & other.sections.keys()):
        one, two = reference.sections[aspect], other.sections[aspect]
        if set(one.facts) != set(two.facts):
            facts = ", ".join(sorted(set(one.facts) ^ set(two.facts)))
            yield Problem(other.path, two.line, f'"{aspect}" rests on other facts: {facts}')
