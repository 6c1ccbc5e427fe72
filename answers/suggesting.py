"""The questions the library suggests for a visit."""

from __future__ import annotations

from answers.errors import NoAnswer
from answers.library import Library
from answers.words import plain


def questions_to_ask(library: Library, topic: str | None) -> list[str]:
    """Return the questions that the library suggests on a topic; none if it has none."""
    if not topic:
        return []
    try:
        section = library.section(f"{topic}#questions-to-ask")
    except NoAnswer:
        return []
    lines = plain(library.fill(section.more)).splitlines()
    return [line.strip().lstrip("-* ") for line in lines if line.strip().startswith(("-", "*"))]
