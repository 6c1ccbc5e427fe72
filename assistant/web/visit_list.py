"""The questions a person collected for their next visit, as a page or a PDF shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.errors import NoAnswer
from answers.library import Library
from answers.words import plain

EMPTY = 10
"""How many lines an empty list has to write on, and a short one at least."""
HINTS = 6


@dataclass(frozen=True)
class VisitList:
    """Questions in the person's order, and some that fit what was talked of last."""

    questions: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def empty(self) -> int:
        """How many empty lines follow the questions."""
        return EMPTY if not self.questions else max(0, 3 - len(self.questions))


def visit_list(tracker: Any, library: Library | None) -> VisitList:
    """Return what a conversation's tracker holds; an empty list for a conversation that nobody began."""
    if tracker is None:
        return VisitList()
    questions = tuple(" ".join(str(question).split()) for question in tracker.get_slot("visit_list") or ())
    fitting = questions_to_ask(library, tracker.get_slot("topic")) if library else []
    return VisitList(questions, tuple(hint for hint in fitting if hint not in questions)[:HINTS])


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
