"""The words of one surface: what its buttons, labels and lines say, by name."""

from __future__ import annotations

from pathlib import Path

from answers.document import read_yaml
from answers.errors import Problem


def read_words(path: Path, shown: str) -> tuple[dict[str, str], list[Problem]]:
    """Return the words of one file of `interface/` by name, and what is wrong with it."""
    data, problems = read_yaml(path, shown)
    if problems or not isinstance(data, dict):
        return {}, problems or [Problem(shown, 1, "is not a list of `name: words` lines")]
    wrong = [name for name, words in data.items() if not isinstance(words, str) or not words.strip()]
    return (
        {name: words.strip() for name, words in data.items() if name not in wrong},
        [Problem(shown, 1, f'"{name}" has no words; put them in quotes') for name in wrong],
    )
