"""Every error this package raises, and how a problem in a file is told to its author."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


class AnswersError(Exception):
    """The base of every error in `answers`."""


class NoAnswer(AnswersError):
    """There is no section at the address asked for."""


class Withheld(NoAnswer):
    """There is a section at the address, and it is not served now: stopped, unsound or unsigned."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one file: where, what, and what was probably meant."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentError(AnswersError):
    """Content that cannot be served; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: object, known: Iterable[str]) -> str:
    """Return `; did you mean "…"?` for the closest known word, or nothing."""
    match = difflib.get_close_matches(str(word), list(known), n=1)
    return f'; did you mean "{match[0]}"?' if match else ""
