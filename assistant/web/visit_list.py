"""The questions a person collected for their next visit, as a page or a PDF shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from answers.library import Library
from answers.suggesting import questions_to_ask

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
