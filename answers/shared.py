"""Sentences that several sections need: written once in `shared/`, included where they are needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from answers.errors import Problem, nearest

INCLUDE = re.compile(r'\{\{ include "shared/([a-z0-9-]+)" \}\}')


@dataclass(frozen=True)
class Shared:
    """The texts that may be included, by name."""

    texts: dict[str, str] = field(default_factory=dict)

    def expand(self, text: str) -> tuple[str, list[str]]:
        """Return a text with its includes filled in, and what is wrong with them."""
        if "{{ include" not in text:
            return text, []
        wrong: list[str] = []
        return self._expand(text, (), wrong), wrong

    def _expand(self, text: str, inside: tuple[str, ...], wrong: list[str]) -> str:
        def fill(match: re.Match[str]) -> str:
            name = match[1]
            if name in inside:
                wrong.append(f"includes go round in a circle: {' -> '.join((*inside, name))}")
                return ""
            if name not in self.texts:
                wrong.append(f'includes "shared/{name}", which does not exist{nearest(name, self.texts)}')
                return ""
            return self._expand(self.texts[name], (*inside, name), wrong)

        return INCLUDE.sub(fill, text)


def read_shared(folder: Path, shown: str) -> tuple[Shared, list[Problem]]:
    """Return the shared texts of a folder, and which of them cannot be read."""
    texts, problems = {}, []
    for path in sorted(folder.glob("*.md")):
        try:
            texts[path.stem] = path.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(f"{shown}/{path.name}", 1, f"cannot be read: {error}"))
    return Shared(texts), problems
