"""Every pattern of a sign is a regular expression: a broken one would miss an alarm.

A rule and not part of loading, because compiling them all takes half as long as the rest of the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answers.errors import Problem
from answers.library import Library
from answers.sign import Sign


def check(library: Library) -> Iterator[Problem]:
    """Yield each pattern that cannot be compiled."""
    for sign in library.signs.values():
        for part, why in broken(sign):
            message = f'the pattern "{part}" is no regular expression: {why}'
            yield Problem(f"{library.folder}/signs/{sign.id}.yml", 1, message)


def broken(sign: Sign) -> Iterator[tuple[str, str]]:
    """Yield the expressions of a sign that cannot be compiled, and why."""
    for parts in sign.patterns:
        for part in parts:
            try:
                re.compile(part)
            except re.error as error:
                yield part, str(error)
