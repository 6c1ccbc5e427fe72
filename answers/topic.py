"""One topic: what people call it, how they ask about it, and the vetted section for each aspect."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answers.document import Document, Part, read_document
from answers.errors import Problem, nearest
from answers.shared import INCLUDE, Shared
from answers.words import cited

FIELDS = {
    "title": "What the topic is called, in plain words.",
    "names": "What people call it; the first is filled into questions for {name}.",
    "misspellings": "How its names are often misspelt.",
    "related": "Ids of topics a reader may want next.",
    "review": "The day its sections were last held against their facts.",
    "questions": "How people ask, by aspect; {name} stands for any of the names.",
    "consent": "true where sections tell how long people live: the guide asks before it tells.",
    "draft": "true while nobody who may say so has found the whole file right, as in a new translation.",
}
REQUIRED = ("title", "names", "review", "questions")
BLOCKS = {"More": "more", "For clinicians": "clinician", "Next step": "next_step"}


@dataclass(frozen=True)
class Section:
    """The vetted text for one aspect of one topic, fact ids still in it."""

    topic: str
    aspect: str
    brief: str
    more: str
    clinician: str
    next_step: str
    line: int
    shared: tuple[str, ...] = ()
    """The texts it includes from `shared/`, as they stand there."""

    @property
    def address(self) -> str:
        """Where this section is filed, e.g. `drug/sunitinib#side-effects`."""
        return f"{self.topic}#{self.aspect}"

    @property
    def text(self) -> str:
        """All the words of the section, fact ids included."""
        return "\n\n".join(filter(None, (self.brief, self.more, self.clinician, self.next_step)))

    @property
    def facts(self) -> tuple[str, ...]:
        """The ids of the facts it rests on, in the order they are cited."""
        return cited(self.text)

    def hash(self, claims: Mapping[str, str]) -> str:
        """Return the SHA-256 (hex) of its address, its words and the claims behind them."""
        parts = [self.address, self.text, *(f"{fact}={claims.get(fact, '')}" for fact in self.facts)]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True)
class Topic:
    """Everything the guide knows about one topic."""

    id: str
    path: str
    title: str
    names: tuple[str, ...]
    misspellings: tuple[str, ...]
    related: tuple[str, ...]
    review: datetime.date
    questions: Mapping[str, tuple[str, ...]]
    sections: Mapping[str, Section]
    consent: bool = False
    draft: bool = False

    @property
    def family(self) -> str:
        """The folder it stands in, e.g. `drug`."""
        return self.id.partition("/")[0]


def read_topic(
    path: Path, shown: str, topic_id: str, aspects: Mapping[str, str], shared: Shared | None = None
) -> tuple[Topic | None, list[Problem]]:
    """Return one topic file as a Topic, or None with everything that is wrong in it."""
    shared = shared or Shared()
    written = read_document(path, shown)
    document, wrong = _with_shared(written, shared)
    problems = list(document.problems)
    if not problems:
        problems = [Problem(shown, line, message) for line, message in [*wrong, *_problems(document, aspects)]]
    if problems:
        return None, problems
    front = document.front
    return (
        Topic(
            id=topic_id,
            path=shown,
            title=str(front["title"]),
            names=_texts(front["names"]),
            misspellings=_texts(front.get("misspellings")),
            related=_texts(front.get("related")),
            review=front["review"],
            questions={aspect: _texts(asked) for aspect, asked in front["questions"].items()},
            sections={
                part.title: _section(topic_id, part, _included(as_written, shared))
                for as_written, part in zip(written.parts, document.parts, strict=True)
            },
            consent=bool(front.get("consent")),
            draft=bool(front.get("draft")),
        ),
        [],
    )


def _with_shared(document: Document, shared: Shared) -> tuple[Document, list[tuple[int, str]]]:
    """Return a document with its includes filled in, and what is wrong with them by line."""
    wrong: list[tuple[int, str]] = []

    def filled(part: Part) -> Part:
        text, problems = shared.expand(part.text)
        wrong.extend((part.line, problem) for problem in problems)
        return replace(part, text=text, parts=tuple(map(filled, part.parts)))

    return replace(document, parts=tuple(map(filled, document.parts))), wrong


def _included(part: Part, shared: Shared) -> tuple[str, ...]:
    """Return the shared texts that a part, or a part inside it, includes."""
    own = (shared.expand(match[0])[0] for match in INCLUDE.finditer(part.text))
    return (*own, *(text for inner in part.parts for text in _included(inner, shared)))


def _section(topic_id: str, part: Part, shared: tuple[str, ...]) -> Section:
    blocks = {BLOCKS[inner.title]: inner.text for inner in part.parts}
    blocks = {name: blocks.get(name, "") for name in BLOCKS.values()}
    return Section(topic=topic_id, aspect=part.title, brief=part.text, line=part.line, shared=shared, **blocks)


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(str(item).strip() for item in value or ())


def _problems(document: Document, aspects: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield every problem in one file, as the line it is on and what to tell the author."""
    yield from _front_problems(document, aspects)
    if document.text:
        yield 1, "has text before its first `##` aspect; file it under one"
    seen: set[str] = set()
    for part in document.parts:
        if part.title not in aspects:
            yield part.line, f'unknown aspect "{part.title}"{nearest(part.title, aspects)}'
        if part.title in seen:
            yield part.line, f'the aspect "{part.title}" stands twice'
        seen.add(part.title)
        yield from _part_problems(part)


def _front_problems(document: Document, aspects: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    front = document.front
    for name in front.keys() - FIELDS.keys():
        yield document.line_of(name), f'unknown field "{name}"{nearest(name, FIELDS)}'
    for name in REQUIRED:
        if not front.get(name):
            yield 1, f'the field "{name}" is missing: {FIELDS[name]}'
    for name in ("names", "misspellings", "related"):
        if not isinstance(front.get(name) or [], list):
            yield document.line_of(name), f'"{name}" is not a list'
    if front.get("review") and not isinstance(front["review"], datetime.date):
        yield document.line_of("review"), f'review "{front["review"]}" is not a date such as 2026-11-21'
    questions = front.get("questions") or {}
    if not isinstance(questions, dict):
        yield document.line_of("questions"), '"questions" is not a list of questions for each aspect'
        return
    headings = {part.title for part in document.parts}
    for aspect, asked in questions.items():
        if aspect not in aspects:
            yield (
                document.line_of("questions"),
                f'questions for an unknown aspect "{aspect}"{nearest(aspect, aspects)}',
            )
        elif aspect not in headings:
            yield (
                document.line_of("questions"),
                f'questions for "{aspect}", but no such section to answer them',
            )
        if not isinstance(asked, list) or not all(isinstance(question, str) for question in asked):
            yield document.line_of("questions"), f'a question for "{aspect}" is not plain text; quote it'


def _part_problems(part: Part) -> Iterator[tuple[int, str]]:
    if not part.text:
        yield part.line, f'"{part.title}" has no brief: one to three sentences that answer'
    for inner in part.parts:
        if inner.title not in BLOCKS:
            yield inner.line, f'unknown heading "{inner.title}"{nearest(inner.title, BLOCKS)}'
    steps = [inner for inner in part.parts if inner.title == "Next step" and inner.text]
    if len(steps) != 1:
        yield part.line, f'"{part.title}" needs one "### Next step": one thing the person can do'
