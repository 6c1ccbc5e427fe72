"""Rules about the words: one rule is one module here with a function `check(library)`.

A rule yields a Problem for each breach. Rules are found by being in this folder.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library


def rules() -> list[str]:
    """Return the names of all rules."""
    return [info.name for info in pkgutil.iter_modules(__path__)]


def run_checks(library: Library) -> Iterator[Problem]:
    """Yield what every rule finds in the library."""
    for name in rules():
        yield from importlib.import_module(f"answers.checks.{name}").check(library)
