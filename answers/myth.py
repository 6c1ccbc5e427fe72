"""One myth: a false premise people bring, and the correction that starts with the truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from answers.document import Document, read_document
from answers.errors import Problem, nearest
from answers.topic import BLOCKS, Section

FIELDS = {
    "title": "The false premise in a few words, as people believe it.",
    "says": "How people bring it, in their own words.",
    "see": "Addresses where more is told.",
}
_BLOCKS = {title: name for title, name in BLOCKS.items() if title != "For clinicians"}
ASPECT = "correction"


@dataclass(frozen=True)
class Myth:
    """A false premise, how it is said, and what is true instead."""

    id: str
    path: str
    title: str
    says: tuple[str, ...]
    see: tuple[str, ...]
    section: Section

    @property
    def address(self) -> str:
        """Where its correction is filed, e.g. `myth/sugar-feeds-it#correction`."""
        return self.section.address


def read_myth(path: Path, shown: str, myth_id: str) -> tuple[Myth | None, list[Problem]]:
    """Return one myth file as a Myth, or None with everything that is wrong in it."""
    document = read_document(path, shown, "### ")
    problems = list(document.problems) or [Problem(shown, line, message) for line, message in _problems(document)]
    if problems:
        return None, problems
    front = document.front
    blocks = {_BLOCKS[part.title]: part.text for part in document.parts}
    section = Section(
        topic=f"myth/{myth_id}",
        aspect=ASPECT,
        brief=document.text,
        more=blocks.get("more", ""),
        clinician="",
        next_step=blocks["next_step"],
        line=1,
    )
    texts = {name: tuple(str(text).strip() for text in front[name]) for name in ("says", "see")}
    return Myth(id=myth_id, path=shown, title=str(front["title"]), section=section, **texts), []


def _problems(document: Document) -> Iterator[tuple[int, str]]:
    for name in document.front.keys() - FIELDS.keys():
        yield document.line_of(name), f'unknown field "{name}"{nearest(name, FIELDS)}'
    for name in FIELDS:
        if not document.front.get(name):
            yield 1, f'the field "{name}" is missing: {FIELDS[name]}'
    for name in ("says", "see"):
        if not isinstance(document.front.get(name) or [], list):
            yield document.line_of(name), f'"{name}" is not a list'
    if not document.text:
        yield 1, "has no correction under its front matter"
    for part in document.parts:
        if part.title not in _BLOCKS:
            yield part.line, f'unknown heading "{part.title}"{nearest(part.title, _BLOCKS)}'
    if "Next step" not in {part.title for part in document.parts if part.text}:
        yield 1, 'needs one "### Next step": one thing the person can do'
