"""One Markdown file with YAML front matter, split into headed parts that know their lines."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from answers.errors import Problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FENCE = "---"


@dataclass(frozen=True)
class Part:
    """A `##` heading, the text under it and the `###` parts inside it."""

    title: str
    line: int
    text: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Document:
    """A file as read: its front matter, its headed parts, and the problems met on the way."""

    path: str
    front: dict[str, Any]
    text: str
    parts: tuple[Part, ...]
    front_lines: dict[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line_of(self, name: str) -> int:
        """Return the line a front-matter field stands on, or 1."""
        return self.front_lines.get(name, 1)


def load_yaml(text: str) -> Any:
    """Return what a YAML text holds; raises yaml.YAMLError."""
    return yaml.load(text, Loader=_LOADER)


def read_yaml(path: Path, shown: str) -> tuple[Any, list[Problem]]:
    """Return what one YAML file holds, and the problem if it cannot be read."""
    try:
        return load_yaml(path.read_text(encoding="utf-8")), []
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        return None, [Problem(shown, _line_of_error(error), f"cannot be read as YAML: {_short(error)}")]


def read_document(path: Path, shown: str, mark: str = "## ") -> Document:
    """Return one Markdown file split into front matter and parts at `mark`; problems are collected, not raised."""
    try:
        raw = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return Document(shown, {}, "", (), problems=(Problem(shown, 1, f"cannot be read: {error}"),))
    lines = raw.splitlines()
    end = _front_end(lines)
    if end is None:
        return Document(
            shown,
            {},
            raw,
            (),
            problems=(Problem(shown, 1, 'does not start with front matter between "---"'),),
        )
    front, problems = _front("\n".join(lines[1:end]), shown)
    front_lines = {
        match[1]: number for number, line in enumerate(lines[1:end], start=2) if (match := re.match(r"([\w-]+):", line))
    }
    before, parts = _split(lines[end + 1 :], end + 2, mark)
    return Document(shown, front, before, parts, front_lines, tuple(problems))


def _front_end(lines: list[str]) -> int | None:
    if not lines or lines[0].strip() != _FENCE:
        return None
    return next((i for i, line in enumerate(lines[1:], start=1) if line.strip() == _FENCE), None)


def _front(text: str, shown: str) -> tuple[dict[str, Any], list[Problem]]:
    try:
        front = load_yaml(text) or {}
    except yaml.YAMLError as error:
        return {}, [Problem(shown, 1 + _line_of_error(error), f"front matter: {_short(error)}")]
    if not isinstance(front, dict):
        return {}, [Problem(shown, 2, "front matter is not a list of `field: value` lines")]
    return front, []


def _split(lines: list[str], first: int, mark: str) -> tuple[str, tuple[Part, ...]]:
    """Split lines at headings that start with `mark`; return the text before the first and the parts."""
    starts = [i for i, line in enumerate(lines) if line.startswith(mark)]
    before = "\n".join(lines[: starts[0] if starts else len(lines)]).strip()
    parts = []
    for start, stop in itertools.pairwise([*starts, len(lines)]):
        text, inner = _split(lines[start + 1 : stop], first + start + 1, "#" + mark)
        parts.append(Part(lines[start][len(mark) :].strip(), first + start, text, inner))
    return before, tuple(parts)


def _line_of_error(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else 1


def _short(error: Exception) -> str:
    return str(getattr(error, "problem", None) or error).splitlines()[0]
