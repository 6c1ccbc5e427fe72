"""One notice: a fixed message that is not an answer, with the values it needs named at its top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2
from jinja2 import meta

from answers.document import read_document
from answers.environment import text_environment
from answers.errors import AnswersError, Problem, nearest

FIELDS = ("uses", "own")
GAP = "[…]"


@dataclass(frozen=True)
class Notice:
    """A message written in Jinja2; `uses` names the values it needs besides `clinic`.

    `own` names those of them that hold the person's own words, which no record may keep.
    """

    id: str
    text: str
    uses: tuple[str, ...]
    own: tuple[str, ...] = ()

    def without_own(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return the values with a gap in place of each word of the person's."""
        return {name: _gaps(value) if name in self.own else value for name, value in values.items()}

    def render(self, clinic: object, **values: object) -> str:
        """Return the words. Raises AnswersError if a value it needs is not given."""
        missing = [name for name in self.uses if name not in values]
        if missing:
            raise AnswersError(f'the notice "{self.id}" needs {", ".join(missing)}')
        return _template(self.text).render(clinic=clinic, **values).strip()


def _gaps(value: object) -> object:
    return [GAP] * len(value) if isinstance(value, list | tuple) else GAP


@cache
def _template(text: str) -> jinja2.Template:
    return text_environment().from_string(text)


def read_notice(
    path: Path, shown: str, notice_id: str, placeholders: Mapping[str, object] | frozenset[str]
) -> tuple[Notice | None, list[Problem]]:
    """Return one notice file as a Notice, or None with what is wrong in it."""
    document = read_document(path, shown)
    if document.problems:
        return None, list(document.problems)
    problems = [
        Problem(shown, document.line_of(name), f'unknown field "{name}"{nearest(name, FIELDS)}')
        for name in document.front
        if name not in FIELDS
    ]
    uses, own = (tuple(document.front.get(name) or ()) for name in FIELDS)
    problems += [
        Problem(shown, document.line_of("own"), f'"own" names "{name}", which does not stand under "uses"')
        for name in own
        if name not in uses
    ]
    try:
        asked = meta.find_undeclared_variables(text_environment().parse(document.text))
    except jinja2.TemplateSyntaxError as error:
        return None, [Problem(shown, error.lineno or 1, f"Jinja2: {error.message}")]
    known = {*uses, "clinic"}
    problems += [
        Problem(shown, 1, f'asks for "{name}", which it does not list under "uses"{nearest(name, known)}')
        for name in sorted(asked - known)
    ]
    problems += _clinic_problems(document.text, shown, placeholders)
    if not document.text:
        problems.append(Problem(shown, 1, "says nothing"))
    return (None, problems) if problems else (Notice(notice_id, document.text, uses, own), [])


def _clinic_problems(text: str, shown: str, placeholders: Mapping[str, object] | frozenset[str]) -> list[Problem]:
    nodes = text_environment().parse(text).find_all(jinja2.nodes.Getattr)
    names = [(n.attr, n.lineno) for n in nodes if isinstance(n.node, jinja2.nodes.Name) and n.node.name == "clinic"]
    return [
        Problem(shown, line, f'unknown placeholder "clinic.{name}"{nearest(name, placeholders)}')
        for name, line in names
        if name not in placeholders
    ]
