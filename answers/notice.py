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


@dataclass(frozen=True)
class Notice:
    """A message written in Jinja2; `uses` names the values it needs besides `clinic`."""

    id: str
    text: str
    uses: tuple[str, ...]

    def render(self, clinic: object, **values: object) -> str:
        """Return the words. Raises AnswersError if a value it needs is not given."""
        missing = [name for name in self.uses if name not in values]
        if missing:
            raise AnswersError(f'the notice "{self.id}" needs {", ".join(missing)}')
        return _template(self.text).render(clinic=clinic, **values).strip()


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
        Problem(shown, document.line_of(name), f'unknown field "{name}"{nearest(name, ["uses"])}')
        for name in document.front
        if name != "uses"
    ]
    uses = tuple(document.front.get("uses") or ())
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
    return (None, problems) if problems else (Notice(notice_id, document.text, uses), [])


def _clinic_problems(text: str, shown: str, placeholders: Mapping[str, object] | frozenset[str]) -> list[Problem]:
    nodes = text_environment().parse(text).find_all(jinja2.nodes.Getattr)
    names = [(n.attr, n.lineno) for n in nodes if isinstance(n.node, jinja2.nodes.Name) and n.node.name == "clinic"]
    return [
        Problem(shown, line, f'unknown placeholder "clinic.{name}"{nearest(name, placeholders)}')
        for name, line in names
        if name not in placeholders
    ]
